use cqrs_es::test::TestFramework;
use domain::core::ids::NoteId;
use domain::notes::link::{Command, Error, Event, Link};

use crate::{a_note, a_workshop, lea, omar};

fn other() -> NoteId {
    "another".parse().unwrap()
}

fn make(note: NoteId, to: NoteId) -> Command {
    Command::Make { note, to, by: lea(), workshop: Some(a_workshop()) }
}

fn linked() -> Event {
    Event::Linked { note: a_note(), to: other(), by: lea(), workshop: Some(a_workshop()) }
}

fn link() -> TestFramework<Link> {
    TestFramework::with(())
}

#[test]
fn two_notes_go_together_once() {
    let make = make(a_note(), other());
    link().given_no_previous_events().when(make.clone()).then_expect_events(vec![linked()]);
    link().given(vec![linked()]).when(make).then_expect_events(vec![]);
}

#[test]
fn a_note_does_not_go_with_itself() {
    link()
        .given_no_previous_events()
        .when(make(a_note(), a_note()))
        .then_expect_error(Error::ToItself);
}

#[test]
fn a_link_is_undone_and_made_again() {
    let undo = || Command::Undo { note: a_note(), to: other(), by: omar() };
    let undone = Event::Unlinked { note: a_note(), to: other(), by: omar() };
    link().given_no_previous_events().when(undo()).then_expect_events(vec![]);
    link().given(vec![linked()]).when(undo()).then_expect_events(vec![undone.clone()]);
    link()
        .given(vec![linked(), undone])
        .when(make(a_note(), other()))
        .then_expect_events(vec![linked()]);
}

#[test]
fn a_link_has_one_stream_whichever_note_is_named_first() {
    assert_eq!(Link::stream(&a_note(), &other()), Link::stream(&other(), &a_note()));
}
