use cqrs_es::test::TestFramework;
use domain::ids::PersonId;
use domain::script::Script;
use domain::workshop::{Command, Error, Event, Tone, Workshop};
use proptest::prelude::*;

use super::{a_content, a_workshop, lea, omar};

fn workshop() -> TestFramework<Workshop> {
    TestFramework::with(())
}

fn prepare(places: u32) -> Command {
    Command::Prepare {
        workshop: a_workshop(),
        by: lea(),
        content: a_content(),
        script: Script::express().reference(),
        places,
        tone: Tone::Vous,
        on: None,
    }
}

fn prepared(places: u32) -> Event {
    Event::Prepared {
        workshop: a_workshop(),
        by: lea(),
        content: a_content(),
        script: Script::express().reference(),
        places,
        tone: Tone::Vous,
        on: None,
    }
}

fn opened() -> Event {
    Event::Opened { workshop: a_workshop(), by: lea() }
}

fn closed() -> Event {
    Event::Closed { workshop: a_workshop(), by: lea() }
}

fn entered(person: PersonId) -> Event {
    Event::Entered { workshop: a_workshop(), person }
}

fn enter() -> Command {
    Command::Enter { person: omar() }
}

#[test]
fn a_workshop_has_between_one_and_five_hundred_places() {
    for places in [0, 501] {
        workshop()
            .given_no_previous_events()
            .when(prepare(places))
            .then_expect_error(Error::OddPlaces);
    }
}

#[test]
fn nobody_enters_before_it_opens_nor_after_it_closes() {
    workshop().given(vec![prepared(5)]).when(enter()).then_expect_error(Error::NotOpenYet);
    workshop()
        .given(vec![prepared(5), opened(), closed()])
        .when(enter())
        .then_expect_error(Error::Over);
}

#[test]
fn entering_twice_takes_one_place() {
    workshop()
        .given(vec![prepared(1), opened(), entered(omar())])
        .when(enter())
        .then_expect_events(vec![]);
}

#[test]
fn a_full_workshop_says_so_until_places_are_added() {
    let full = vec![prepared(1), opened(), entered(lea())];
    workshop().given(full.clone()).when(enter()).then_expect_error(Error::Full);
    let more = Event::PlacesAdded { workshop: a_workshop(), by: lea(), places: 1 };
    let roomy = [full, vec![more]].concat();
    workshop().given(roomy).when(enter()).then_expect_events(vec![entered(omar())]);
}

#[test]
fn only_its_facilitator_opens_it() {
    workshop()
        .given(vec![prepared(5)])
        .when(Command::Open { by: omar() })
        .then_expect_error(Error::NotItsFacilitator);
}

#[test]
fn a_closed_workshop_can_open_again() {
    workshop()
        .given(vec![prepared(5), opened(), closed()])
        .when(Command::Open { by: lea() })
        .then_expect_events(vec![opened()]);
}

proptest! {
    /// Whatever the order of arrivals, no more people are in than there are places.
    #[test]
    fn there_are_never_more_people_than_places(
        places in 1_u32..8,
        arrivals in proptest::collection::vec(0_u8..12, 0..40),
    ) {
        let mut told = vec![prepared(places), opened()];
        for number in arrivals {
            let person: PersonId = format!("p{number}").parse().unwrap();
            let result = workshop()
                .given(told.clone())
                .when(Command::Enter { person })
                .inspect_result();
            told.extend(result.unwrap_or_default());
        }
        let inside = told.iter().filter(|event| matches!(event, Event::Entered { .. })).count();
        prop_assert!(inside <= places as usize);
    }
}
