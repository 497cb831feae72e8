use cqrs_es::test::TestFramework;
use domain::people::person::{Asker, Command, Event, Person};

use crate::lea;

fn person() -> TestFramework<Person> {
    TestFramework::with(())
}

#[test]
fn a_guest_who_claims_an_account_is_the_same_person() {
    person()
        .given(vec![Event::Arrived { person: lea() }])
        .when(Command::ClaimAccount { person: lea() })
        .then_expect_events(vec![Event::AccountClaimed { person: lea() }]);
}

#[test]
fn someone_new_arrives_and_claims_at_once() {
    person()
        .given_no_previous_events()
        .when(Command::ClaimAccount { person: lea() })
        .then_expect_events(vec![
            Event::Arrived { person: lea() },
            Event::AccountClaimed { person: lea() },
        ]);
}

#[test]
fn arriving_twice_changes_nothing() {
    person()
        .given(vec![Event::Arrived { person: lea() }])
        .when(Command::Arrive { person: lea() })
        .then_expect_events(vec![]);
}

/// What `command` yields after `events`.
fn after(events: &[Event], command: Command) -> Vec<Event> {
    person().given(events.to_vec()).when(command).inspect_result().unwrap()
}

#[test]
fn what_one_becomes_is_said_once() {
    let arrived = || Event::Arrived { person: lea() };
    for (command, event) in [
        (Command::ClaimAccount { person: lea() }, Event::AccountClaimed { person: lea() }),
        (Command::BecomeFacilitator { person: lea() }, Event::FacilitatorNamed { person: lea() }),
        (
            Command::NameModerator { person: lea(), by: None },
            Event::ModeratorNamed { person: lea(), by: None },
        ),
    ] {
        assert_eq!(after(&[], command.clone()), [arrived(), event.clone()]);
        assert_eq!(after(&[arrived()], command.clone()), std::slice::from_ref(&event));
        assert_eq!(after(&[arrived(), event], command), []);
    }
}

#[test]
fn whoever_looks_after_the_commons_no_more_can_be_named_again() {
    let by = || Some("omar".parse().unwrap());
    let named = Event::ModeratorNamed { person: lea(), by: by() };
    let dismissed = Event::ModeratorDismissed { person: lea(), by: by() };
    let dismiss = Command::DismissModerator { person: lea(), by: by() };
    assert_eq!(after(std::slice::from_ref(&named), dismiss), std::slice::from_ref(&dismissed));
    let again = Command::NameModerator { person: lea(), by: by() };
    let arrived = Event::Arrived { person: lea() };
    assert_eq!(after(&[arrived, named.clone(), dismissed], again), [named]);
}

#[test]
fn one_leaves_changes_ones_mind_and_is_gone_once() {
    let ask = || Command::AskErasure { person: lea(), asked_by: Asker::Person };
    let undo = || Command::UndoErasure { person: lea() };
    let erase = || Command::Erase { person: lea() };
    let asked = || Event::ErasureAsked { person: lea(), asked_by: Asker::Person };
    let undone = || Event::ErasureUndone { person: lea() };
    let erased = || Event::Erased { person: lea() };
    let here = vec![Event::Arrived { person: lea() }];
    let leaving = [here.clone(), vec![asked()]].concat();
    let back = [leaving.clone(), vec![undone()]].concat();
    let gone = [leaving.clone(), vec![erased()]].concat();
    for (events, on_ask, on_undo, on_erase) in [
        (here, vec![asked()], vec![], vec![erased()]),
        (leaving, vec![], vec![undone()], vec![erased()]),
        (back, vec![asked()], vec![], vec![erased()]),
        (gone, vec![], vec![], vec![]),
    ] {
        assert_eq!(after(&events, ask()), on_ask, "{events:?}");
        assert_eq!(after(&events, undo()), on_undo, "{events:?}");
        assert_eq!(after(&events, erase()), on_erase, "{events:?}");
    }
}
