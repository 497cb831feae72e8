use cqrs_es::test::TestFramework;
use domain::groups::membership::{Command, Error, Event, Membership, REQUESTS_MAX};

use crate::{a_community, a_content, lea, omar};

/// Omar comes and goes; Léa is a steward.
fn membership() -> TestFramework<Membership> {
    TestFramework::with(())
}

fn join() -> Command {
    Command::Join { community: a_community(), person: omar() }
}

fn ask() -> Command {
    Command::Ask { community: a_community(), person: omar(), content: Some(a_content()) }
}

fn withdraw() -> Command {
    Command::Withdraw { community: a_community(), person: omar() }
}

fn admit() -> Command {
    Command::Admit { community: a_community(), person: omar(), by: lea() }
}

fn decline() -> Command {
    Command::Decline { community: a_community(), person: omar(), by: lea() }
}

fn leave() -> Command {
    Command::Leave { community: a_community(), person: omar() }
}

fn remove() -> Command {
    Command::Remove { community: a_community(), person: omar(), by: lea() }
}

fn joined() -> Event {
    Event::Joined { community: a_community(), person: omar() }
}

fn asked() -> Event {
    Event::Asked { community: a_community(), person: omar(), content: Some(a_content()) }
}

fn withdrawn() -> Event {
    Event::Withdrawn { community: a_community(), person: omar() }
}

fn admitted() -> Event {
    Event::Admitted { community: a_community(), person: omar(), by: lea() }
}

fn declined() -> Event {
    Event::Declined { community: a_community(), person: omar(), by: lea() }
}

fn left() -> Event {
    Event::Left { community: a_community(), person: omar() }
}

fn removed() -> Event {
    Event::Removed { community: a_community(), person: omar(), by: lea() }
}

/// What a gesture gives: an event, nothing, or why not.
type Answer = Result<Option<Event>, Error>;

/// What each gesture gives in each place one may be in: the whole rule, as a table.
#[test]
fn a4a_what_each_gesture_gives_wherever_one_is() {
    let out: [Vec<Event>; 3] = [vec![], vec![joined(), left()], vec![asked(), withdrawn()]];
    let asking: [Vec<Event>; 2] = [vec![asked()], vec![asked(), declined(), asked()]];
    let inside: [Vec<Event>; 3] =
        [vec![joined()], vec![asked(), admitted()], vec![joined(), removed(), admitted()]];
    let sent_away: [Vec<Event>; 1] = [vec![joined(), removed()]];
    let places: [&[Vec<Event>]; 4] = [&out, &asking, &inside, &sent_away];
    let expected: [(Command, [Answer; 4]); 7] = [
        (
            join(),
            [Ok(Some(joined())), Ok(Some(joined())), Err(Error::IsMember), Err(Error::Removed)],
        ),
        (ask(), [Ok(Some(asked())), Ok(None), Err(Error::IsMember), Err(Error::Removed)]),
        (withdraw(), [Ok(None), Ok(Some(withdrawn())), Ok(None), Ok(None)]),
        (
            admit(),
            [
                Err(Error::Answered),
                Ok(Some(admitted())),
                Err(Error::IsMember),
                Ok(Some(admitted())),
            ],
        ),
        (
            decline(),
            [
                Err(Error::Answered),
                Ok(Some(declined())),
                Err(Error::Answered),
                Err(Error::Answered),
            ],
        ),
        (
            leave(),
            [Err(Error::NotMember), Err(Error::NotMember), Ok(Some(left())), Err(Error::NotMember)],
        ),
        (
            remove(),
            [
                Err(Error::NotMember),
                Err(Error::NotMember),
                Ok(Some(removed())),
                Err(Error::NotMember),
            ],
        ),
    ];
    for (command, answers) in expected {
        for (ways, answer) in places.iter().zip(answers) {
            for way in *ways {
                let seen = membership().given(way.clone()).when(command.clone());
                match answer.clone() {
                    Ok(event) => seen.then_expect_events(event.into_iter().collect()),
                    Err(error) => seen.then_expect_error(error),
                }
            }
        }
    }
}

#[test]
fn one_asks_so_often_and_a_link_still_opens() {
    let often: Vec<Event> = (0..REQUESTS_MAX).flat_map(|_| [asked(), declined()]).collect();
    membership().given(often.clone()).when(ask()).then_expect_error(Error::AskedEnough);
    membership().given(often.clone()).when(join()).then_expect_events(vec![joined()]);
    membership().given(often[2..].to_vec()).when(ask()).then_expect_events(vec![asked()]);
}
