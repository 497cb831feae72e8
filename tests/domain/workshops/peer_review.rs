use cqrs_es::test::TestFramework;
use domain::core::ids::PersonId;
use domain::workshops::peer_review::{Command, Error, Event, Look, Review};

use crate::{a_note, a_workshop, lea, omar};

fn review() -> TestFramework<Review> {
    TestFramework::with(())
}

fn marie() -> PersonId {
    "marie".parse().unwrap()
}

fn asked() -> Event {
    Event::Asked { workshop: a_workshop(), note: a_note(), by: lea() }
}

fn paired() -> Event {
    Event::Paired { note: a_note(), reviewer: omar() }
}

#[test]
fn one_neighbour_is_given_the_note_and_answers() {
    review()
        .given(vec![asked()])
        .when(Command::Pair { reviewer: omar() })
        .then_expect_events(vec![paired()]);
    review()
        .given(vec![asked(), paired()])
        .when(Command::Pair { reviewer: marie() })
        .then_expect_error(Error::Taken);
    let given = Event::Given { note: a_note(), by: omar(), look: Look::Keep, content: None };
    review()
        .given(vec![asked(), paired()])
        .when(Command::Give { by: omar(), look: Look::Keep, content: None })
        .then_expect_events(vec![given]);
}

#[test]
fn nobody_looks_unless_asked_and_never_at_their_own() {
    review()
        .given_no_previous_events()
        .when(Command::Pair { reviewer: omar() })
        .then_expect_error(Error::NotAsked);
    review()
        .given(vec![asked()])
        .when(Command::Pair { reviewer: lea() })
        .then_expect_error(Error::OnesOwn);
    let withdrawn = Event::Withdrawn { note: a_note(), by: lea() };
    review()
        .given(vec![asked(), withdrawn])
        .when(Command::Pair { reviewer: omar() })
        .then_expect_error(Error::NotAsked);
}

#[test]
fn a_note_given_back_goes_to_somebody_else() {
    let returned = Event::Returned { note: a_note(), by: omar() };
    review()
        .given(vec![asked(), paired()])
        .when(Command::Withdraw { by: omar() })
        .then_expect_events(vec![returned.clone()]);
    let again = vec![asked(), paired(), returned];
    review()
        .given(again.clone())
        .when(Command::Pair { reviewer: omar() })
        .then_expect_error(Error::Taken);
    review()
        .given(again)
        .when(Command::Pair { reviewer: marie() })
        .then_expect_events(vec![Event::Paired { note: a_note(), reviewer: marie() }]);
}

#[test]
fn only_whoever_has_the_note_answers() {
    let give = Command::Give { by: marie(), look: Look::More, content: None };
    review().given(vec![asked(), paired()]).when(give).then_expect_error(Error::Taken);
}

/// What `command` yields after `events`.
fn after(events: &[Event], command: Command) -> Result<Vec<Event>, Error> {
    review().given(events.to_vec()).when(command).inspect_result()
}

#[test]
fn a_look_is_asked_for_given_and_taken_once() {
    let ask = || Command::Ask { workshop: a_workshop(), note: a_note(), by: lea() };
    let pair = |reviewer| Command::Pair { reviewer };
    let give = |by| Command::Give { by, look: Look::Keep, content: None };
    let withdraw = |by| Command::Withdraw { by };
    assert_eq!(after(&[], ask()), Ok(vec![asked()]));
    assert_eq!(after(&[asked()], ask()), Ok(vec![]));
    assert_eq!(after(&[asked(), paired()], pair(omar())), Ok(vec![]), "they have it already");
    assert_eq!(after(&[asked()], give(omar())), Err(Error::Taken), "nobody has it");
    assert_eq!(after(&[asked(), paired()], withdraw(marie())), Err(Error::Taken));
    let withdrawn = Event::Withdrawn { note: a_note(), by: lea() };
    assert_eq!(after(&[asked(), paired()], withdraw(lea())), Ok(vec![withdrawn.clone()]));
    // Once it is given, or asked for no more, there is nothing to answer.
    let given = Event::Given { note: a_note(), by: omar(), look: Look::Keep, content: None };
    for end in [given, withdrawn] {
        let over = [asked(), paired(), end];
        for command in [pair(marie()), give(omar()), withdraw(lea())] {
            assert_eq!(after(&over, command), Err(Error::NotAsked));
        }
        // It may be asked for again, of anybody.
        let again = [over.to_vec(), vec![asked()]].concat();
        assert_eq!(after(&over, ask()), Ok(vec![asked()]));
        assert_eq!(after(&again, pair(omar())), Ok(vec![paired()]));
    }
}
