use cqrs_es::test::TestFramework;
use domain::core::ids::{MeetingId, PersonId};
use domain::groups::meeting::{
    Command, Error, Event, Hours, Kind, LONGEST, Meeting, Moment, PEOPLE_MAX, ZoneName,
};
use domain::notes::note::Reason;

use crate::{a_community, a_content, a_note, lea, omar};

fn meeting() -> TestFramework<Meeting> {
    TestFramework::with(())
}

fn id() -> MeetingId {
    "m1".parse().unwrap()
}

fn hours(starts_at: i64, ends_at: i64) -> Hours {
    Hours { starts_at, ends_at, zone: "America/Montreal".parse().unwrap() }
}

fn announce(hours: Hours, places: Option<u32>) -> Command {
    Command::Announce {
        meeting: id(),
        community: a_community(),
        by: lea(),
        kind: Kind::Gathering,
        hours,
        places,
        series: None,
        content: a_content(),
    }
}

fn announced(places: Option<u32>) -> Event {
    Event::Announced {
        meeting: id(),
        community: a_community(),
        by: lea(),
        kind: Kind::Gathering,
        hours: hours(1, 2),
        places,
        series: None,
        content: a_content(),
    }
}

fn signed_up(person: PersonId) -> Event {
    Event::SignedUp { meeting: id(), person }
}

fn cancelled() -> Event {
    Event::Cancelled { meeting: id(), by: lea() }
}

/// Everything that may be asked of a meeting that is not there.
fn others() -> Vec<Command> {
    vec![
        Command::Describe { by: lea(), content: a_content() },
        Command::Move { by: lea(), hours: hours(3, 4) },
        Command::SetPlaces { by: lea(), places: Some(3) },
        Command::Cancel { by: lea() },
        Command::Restore { by: lea() },
        Command::Come { person: omar() },
        Command::StayAway { person: omar() },
        Command::SayAim { person: omar(), moment: Moment::Start, content: a_content() },
        Command::Synthesise { by: lea(), note: a_note() },
    ]
}

#[test]
fn s2b_a_meeting_is_announced_once_and_at_hours_that_are_some() {
    meeting()
        .given_no_previous_events()
        .when(announce(hours(1, 2), None))
        .then_expect_events(vec![announced(None)]);
    meeting()
        .given(vec![announced(None)])
        .when(announce(hours(1, 2), None))
        .then_expect_error(Error::Exists);
    for odd in [hours(2, 2), hours(3, 2), hours(0, LONGEST + 1), hours(i64::MIN, i64::MAX)] {
        meeting()
            .given_no_previous_events()
            .when(announce(odd.clone(), None))
            .then_expect_error(Error::OddHours);
        meeting()
            .given(vec![announced(None)])
            .when(Command::Move { by: lea(), hours: odd })
            .then_expect_error(Error::OddHours);
    }
    meeting()
        .given_no_previous_events()
        .when(announce(hours(0, LONGEST), Some(0)))
        .then_expect_error(Error::NoPlaces);
    for command in others() {
        meeting().given_no_previous_events().when(command).then_expect_error(Error::NotAnnounced);
    }
}

#[test]
fn what_is_so_already_changes_nothing() {
    let content = a_content();
    let moved = Event::Moved { meeting: id(), by: lea(), hours: hours(3, 4) };
    let for_three = Event::PlacesSet { meeting: id(), by: lea(), places: Some(3) };
    let told = Event::Synthesised { meeting: id(), by: lea(), note: a_note() };
    let move_it = || Command::Move { by: lea(), hours: hours(3, 4) };
    let set_places = || Command::SetPlaces { by: lea(), places: Some(3) };
    let tell = || Command::Synthesise { by: lea(), note: a_note() };
    let cancel = || Command::Cancel { by: lea() };
    let restored = Event::Restored { meeting: id(), by: lea() };
    for (before, command, event) in [
        (vec![], move_it(), Some(moved.clone())),
        (vec![moved], move_it(), None),
        (vec![], set_places(), Some(for_three.clone())),
        (vec![for_three], set_places(), None),
        (vec![], tell(), Some(told.clone())),
        (vec![told], tell(), None),
        (vec![], cancel(), Some(cancelled())),
        (vec![cancelled()], cancel(), None),
        (vec![], Command::Restore { by: lea() }, None),
        (vec![cancelled()], Command::Restore { by: lea() }, Some(restored)),
        (vec![], Command::StayAway { person: omar() }, None),
        (vec![signed_up(omar())], Command::Come { person: omar() }, None),
        (
            vec![],
            Command::Describe { by: lea(), content: content.clone() },
            Some(Event::Described { meeting: id(), by: lea(), content }),
        ),
    ] {
        let given = [vec![announced(None)], before].concat();
        let events = event.into_iter().collect();
        meeting().given(given).when(command).then_expect_events(events);
    }
}

#[test]
fn s2b_one_comes_while_there_is_a_place_and_says_what_for() {
    let come = |person: PersonId| Command::Come { person };
    let one = || vec![announced(Some(1)), signed_up(omar())];
    meeting()
        .given(vec![announced(Some(1))])
        .when(come(omar()))
        .then_expect_events(vec![signed_up(omar())]);
    meeting().given(one()).when(come(lea())).then_expect_error(Error::Full);
    let off = Event::SignedOff { meeting: id(), person: omar() };
    meeting()
        .given(one())
        .when(Command::StayAway { person: omar() })
        .then_expect_events(vec![off.clone()]);
    meeting()
        .given([one(), vec![off]].concat())
        .when(come(lea()))
        .then_expect_events(vec![signed_up(lea())]);
    meeting()
        .given(vec![announced(None), cancelled()])
        .when(come(omar()))
        .then_expect_error(Error::Cancelled);
    let aim = |person| Command::SayAim { person, moment: Moment::End, content: a_content() };
    meeting().given(one()).when(aim(lea())).then_expect_error(Error::NotComing);
    let moment = Moment::End;
    meeting().given(one()).when(aim(omar())).then_expect_events(vec![Event::AimSaid {
        meeting: id(),
        person: omar(),
        moment,
        content: a_content(),
    }]);
}

#[test]
fn no_meeting_holds_more_people_than_one_may() {
    let person = |at: usize| -> PersonId { format!("p{at}").parse().unwrap() };
    let places = u32::try_from(PEOPLE_MAX).unwrap();
    let too_many = announce(hours(1, 2), Some(places + 1));
    meeting().given_no_previous_events().when(too_many).then_expect_error(Error::NoPlaces);
    for places in [None, Some(places)] {
        let mut given = vec![announced(places)];
        given.extend((0..PEOPLE_MAX).map(|at| signed_up(person(at))));
        meeting()
            .given(given)
            .when(Command::Come { person: person(PEOPLE_MAX) })
            .then_expect_error(Error::Full);
    }
}

#[test]
fn a_zone_is_a_name_and_no_sentence() {
    for name in ["America/Montreal", "UTC", "Etc/GMT+5", "America/Port-au-Prince"] {
        assert_eq!(name.parse::<ZoneName>().unwrap().to_string(), name);
    }
    for name in ["", "heure d'ici", "é", &"a".repeat(41)] {
        assert_eq!(name.parse::<ZoneName>(), Err(Error::OddHours), "{name}");
    }
}

#[test]
fn m8_what_was_erased_is_said_without_a_word_of_it() {
    let (by, reason) = (lea(), Reason::Personal);
    let erase = |contents| Command::EraseWords { by: by.clone(), contents, reason };
    let erased =
        Event::WordsErased { meeting: id(), by: by.clone(), contents: vec![a_content()], reason };
    let held = || meeting().given(vec![announced(None)]);
    held().when(erase(vec![a_content()])).then_expect_events(vec![erased]);
    held().when(erase(vec![])).then_expect_events(vec![]);
    let none = meeting().given_no_previous_events();
    none.when(erase(vec![a_content()])).then_expect_error(Error::NotAnnounced);
}
