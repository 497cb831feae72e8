use cqrs_es::test::TestFramework;
use domain::core::ids::ReaderId;
use domain::notes::reading::{Command, Event, ReaderKind, Reading};

use crate::a_note;

fn reading() -> TestFramework<Reading> {
    TestFramework::with(())
}

fn someone() -> ReaderId {
    "r1".parse().unwrap()
}

fn open(window: i64) -> Command {
    open_at(window, 1)
}

fn open_at(window: i64, revision: i64) -> Command {
    Command::Open { note: a_note(), reader: someone(), kind: ReaderKind::Guest, window, revision }
}

fn opened(window: i64, first: bool) -> Event {
    let (kind, revision) = (ReaderKind::Guest, Some(1));
    Event::Opened { note: a_note(), reader: someone(), kind, window, first, revision }
}

fn liked() -> Event {
    Event::Liked { note: a_note(), reader: someone(), kind: ReaderKind::Guest }
}

#[test]
fn a_page_opened_twice_in_half_an_hour_is_one_reading() {
    reading().given(vec![opened(7, true)]).when(open(7)).then_expect_events(vec![]);
}

#[test]
fn coming_back_later_is_another_reading_by_the_same_reader() {
    reading().given(vec![opened(7, true)]).when(open(8)).then_expect_events(vec![opened(8, false)]);
}

#[test]
fn someone_who_liked_first_is_still_a_first_reader() {
    reading().given(vec![liked()]).when(open(7)).then_expect_events(vec![opened(7, true)]);
}

#[test]
fn a_double_tap_is_one_like() {
    let like = Command::Like { note: a_note(), reader: someone(), kind: ReaderKind::Guest };
    reading().given(vec![liked()]).when(like).then_expect_events(vec![]);
}

#[test]
fn a_like_can_be_taken_back_once() {
    let unliked = Event::Unliked { note: a_note(), reader: someone() };
    let unlike = Command::Unlike { note: a_note(), reader: someone() };
    reading().given(vec![liked()]).when(unlike.clone()).then_expect_events(vec![unliked.clone()]);
    reading().given(vec![liked(), unliked]).when(unlike).then_expect_events(vec![]);
}

#[test]
fn a_note_that_changed_within_the_half_hour_is_seen_and_is_no_other_reading() {
    let seen = Event::RevisionSeen { note: a_note(), reader: someone(), revision: 2 };
    let told = vec![opened(7, true), seen.clone()];
    reading().given(vec![opened(7, true)]).when(open_at(7, 2)).then_expect_events(vec![seen]);
    reading().given(told.clone()).when(open_at(7, 2)).then_expect_events(vec![]);
    reading().given(told).when(open_at(7, 1)).then_expect_events(vec![]);
}
