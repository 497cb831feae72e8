use cqrs_es::test::TestFramework;
use domain::core::ids::PersonId;
use domain::notes::thanks::{Command, Error, Event, Thanks};

use crate::{a_content, a_note, lea, omar};

fn give(by: PersonId) -> Command {
    Command::Give { note: a_note(), to: lea(), by, workshop: None, content: a_content() }
}

fn given() -> Event {
    Event::Given { note: a_note(), to: lea(), by: omar(), workshop: None, content: a_content() }
}

fn thanks() -> TestFramework<Thanks> {
    TestFramework::with(())
}

#[test]
fn one_thanks_somebody_else() {
    thanks().given_no_previous_events().when(give(omar())).then_expect_events(vec![given()]);
}

#[test]
fn nobody_thanks_themselves() {
    thanks().given_no_previous_events().when(give(lea())).then_expect_error(Error::ThankingOneself);
}

#[test]
fn thanks_are_given_once() {
    thanks().given(vec![given()]).when(give(omar())).then_expect_events(vec![]);
}

#[test]
fn a_revision_is_thanked_for_once_and_not_by_whoever_made_it() {
    let give = |to, by| Command::GiveForRevision { note: a_note(), revision: 2, to, by };
    let given = Event::RevisionThanked { note: a_note(), revision: 2, to: lea(), by: omar() };
    let thanks = || TestFramework::<Thanks>::with(());
    thanks()
        .given_no_previous_events()
        .when(give(lea(), omar()))
        .then_expect_events(vec![given.clone()]);
    thanks().given(vec![given]).when(give(lea(), omar())).then_expect_events(vec![]);
    thanks()
        .given_no_previous_events()
        .when(give(lea(), lea()))
        .then_expect_error(Error::ThankingOneself);
}
