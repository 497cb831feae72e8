//! Texts kept aside and texts proposed.

use cqrs_es::test::TestFramework;
use domain::core::ids::{PersonId, SuggestionId, VariantId};
use domain::notes::note::{Change, Command, Error, Event, Note, RevisionKind};

use crate::{a_note, lea, omar, words};

fn note() -> TestFramework<Note> {
    TestFramework::with(())
}

fn drafted() -> Event {
    let (workshop, door) = (None, None);
    Event::Drafted {
        note: a_note(),
        by: lea(),
        workshop,
        door,
        content: words("one"),
        closed: true,
    }
}

fn variant() -> VariantId {
    "v1".parse().unwrap()
}

fn suggestion() -> SuggestionId {
    "s1".parse().unwrap()
}

fn parked() -> Event {
    let content = words("mine");
    Event::VariantParked {
        note: a_note(),
        variant: variant(),
        by: omar(),
        base: 1,
        against: 1,
        content,
    }
}

fn suggested(by: Option<PersonId>) -> Event {
    let content = words("better");
    Event::SuggestionMade { note: a_note(), suggestion: suggestion(), by, base: 1, content }
}

fn accept(base: i64, commit: &str) -> Command {
    let (content, change) = (words(commit), Change::default());
    Command::Accept { suggestion: suggestion(), by: lea(), base, content, change }
}

fn accepted(revision: i64) -> Event {
    Event::SuggestionAccepted { note: a_note(), suggestion: suggestion(), by: lea(), revision }
}

#[test]
fn a_text_kept_aside_is_kept_once() {
    let content = words("mine");
    let park = Command::Park { variant: variant(), by: omar(), base: 1, against: 1, content };
    note().given(vec![drafted()]).when(park.clone()).then_expect_events(vec![parked()]);
    note().given(vec![drafted(), parked()]).when(park).then_expect_events(vec![]);
}

#[test]
fn a_text_written_from_nowhere_is_not_kept() {
    let content = words("mine");
    let park = Command::Park { variant: variant(), by: omar(), base: 9, against: 1, content };
    note().given(vec![drafted()]).when(park).then_expect_error(Error::NoSuchRevision);
}

#[test]
fn only_its_writer_settles_a_text_kept_aside_and_once() {
    let settle = |by| Command::Settle { variant: variant(), by, revision: None };
    note().given(vec![drafted(), parked()]).when(settle(lea())).then_expect_error(Error::NotAside);
    let settled =
        Event::VariantSettled { note: a_note(), variant: variant(), by: omar(), revision: None };
    note()
        .given(vec![drafted(), parked()])
        .when(settle(omar()))
        .then_expect_events(vec![settled.clone()]);
    note()
        .given(vec![drafted(), parked(), settled])
        .when(settle(omar()))
        .then_expect_error(Error::NotAside);
}

#[test]
fn what_stands_there_already_is_no_suggestion() {
    let suggest = |commit: &str| Command::Suggest {
        suggestion: suggestion(),
        by: None,
        base: 1,
        content: words(commit),
    };
    note().given(vec![drafted()]).when(suggest("one")).then_expect_events(vec![]);
    note().given(vec![drafted()]).when(suggest("better")).then_expect_events(vec![suggested(None)]);
}

#[test]
fn an_accepted_suggestion_is_a_revision_that_says_whose_words_they_are() {
    let revised = Event::Revised {
        note: a_note(),
        by: lea(),
        revision: 2,
        base: 1,
        content: words("better"),
        kind: RevisionKind::Suggestion { suggestion: suggestion(), from: Some(omar()) },
        change: Change::default(),
    };
    note()
        .given(vec![drafted(), suggested(Some(omar()))])
        .when(accept(1, "better"))
        .then_expect_events(vec![accepted(2), revised]);
}

#[test]
fn a_suggestion_that_says_what_the_text_says_by_now_is_answered_without_a_revision() {
    note()
        .given(vec![drafted(), suggested(None)])
        .when(accept(1, "one"))
        .then_expect_events(vec![accepted(1)]);
}

#[test]
fn a_suggestion_is_answered_once_and_from_what_stands_there() {
    let given = || vec![drafted(), suggested(None)];
    note().given(given()).when(accept(9, "better")).then_expect_error(Error::Stale);
    let declined =
        Event::SuggestionDeclined { note: a_note(), suggestion: suggestion(), by: lea() };
    let decline = || Command::Decline { suggestion: suggestion(), by: lea() };
    note().given(given()).when(decline()).then_expect_events(vec![declined.clone()]);
    for again in [decline(), accept(1, "better")] {
        let told = vec![drafted(), suggested(None), declined.clone()];
        note().given(told).when(again).then_expect_error(Error::NotWaiting);
    }
}
