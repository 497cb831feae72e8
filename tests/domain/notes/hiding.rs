//! Naming, hiding and erasing what was.

use cqrs_es::test::TestFramework;
use domain::notes::note::{Change, Command, Error, Event, Hiding, Note, Reason, RevisionKind};

use crate::{a_content, a_note, lea, omar, words};

fn note() -> TestFramework<Note> {
    TestFramework::with(())
}

fn two_revisions() -> Vec<Event> {
    let (workshop, door) = (None, None);
    vec![
        Event::Drafted {
            note: a_note(),
            by: lea(),
            workshop,
            door,
            content: words("one"),
            closed: true,
        },
        Event::Revised {
            note: a_note(),
            by: omar(),
            revision: 2,
            base: 1,
            content: words("two"),
            kind: RevisionKind::Edit,
            change: Change::default(),
        },
    ]
}

fn hide(revision: i64, parts: Hiding, before: Option<&str>) -> Command {
    let instead = before.map(|commit| (1, words(commit), Change::default()));
    Command::Hide { revision, by: lea(), parts, reason: Reason::Personal, instead }
}

const TEXT: Hiding = Hiding { text: true, summary: false, author: false };

fn hidden(revision: i64) -> Event {
    let reason = Reason::Personal;
    Event::RevisionHidden { note: a_note(), revision, by: lea(), parts: TEXT, reason }
}

#[test]
fn a_name_is_given_changed_and_taken_away() {
    let name = |name| Command::Name { revision: 1, by: lea(), name };
    let named = Event::RevisionNamed { note: a_note(), revision: 1, by: lea(), name: a_content() };
    let with_name = || [two_revisions(), vec![named.clone()]].concat();
    note()
        .given(two_revisions())
        .when(name(Some(a_content())))
        .then_expect_events(vec![named.clone()]);
    note().given(with_name()).when(name(Some(a_content()))).then_expect_events(vec![]);
    let unnamed = Event::RevisionUnnamed { note: a_note(), revision: 1, by: lea() };
    note().given(with_name()).when(name(None)).then_expect_events(vec![unnamed]);
    note().given(two_revisions()).when(name(None)).then_expect_events(vec![]);
    let nowhere = Command::Name { revision: 3, by: lea(), name: Some(a_content()) };
    note().given(two_revisions()).when(nowhere).then_expect_error(Error::NoSuchRevision);
}

#[test]
fn an_earlier_revision_is_hidden_and_shown_again() {
    note().given(two_revisions()).when(hide(1, TEXT, None)).then_expect_events(vec![hidden(1)]);
    let told = || [two_revisions(), vec![hidden(1)]].concat();
    note().given(told()).when(hide(1, TEXT, None)).then_expect_events(vec![]);
    let shown = Event::RevisionShown { note: a_note(), revision: 1, by: lea() };
    note().given(told()).when(hide(1, Hiding::default(), None)).then_expect_events(vec![shown]);
}

#[test]
fn hiding_what_everyone_reads_puts_the_text_before_it_back() {
    let restored = Event::Revised {
        note: a_note(),
        by: lea(),
        revision: 3,
        base: 2,
        content: words("one"),
        kind: RevisionKind::Restore { of: 1 },
        change: Change::default(),
    };
    note()
        .given(two_revisions())
        .when(hide(2, TEXT, Some("one")))
        .then_expect_events(vec![restored, hidden(2)]);
    note().given(two_revisions()).when(hide(2, TEXT, None)).then_expect_error(Error::OnlyText);
    let author = Hiding { author: true, ..Hiding::default() };
    let told = Event::RevisionHidden {
        note: a_note(),
        revision: 2,
        by: lea(),
        parts: author,
        reason: Reason::Personal,
    };
    note().given(two_revisions()).when(hide(2, author, None)).then_expect_events(vec![told]);
}

#[test]
fn after_an_erasure_an_unchanged_save_is_still_none() {
    let (reason, contents) = (Reason::Asked, vec![a_content()]);
    let current = words("erased");
    let erase = Command::Erase {
        by: lea(),
        base: 2,
        contents: contents.clone(),
        reason,
        current: current.clone(),
    };
    let erased = Event::PassageErased { note: a_note(), by: lea(), contents, reason, current };
    note().given(two_revisions()).when(erase).then_expect_events(vec![erased.clone()]);
    let save = Command::Revise {
        by: omar(),
        base: 2,
        content: words("erased"),
        kind: RevisionKind::Edit,
        change: Change::default(),
    };
    let told = [two_revisions(), vec![erased]].concat();
    note().given(told).when(save).then_expect_events(vec![]);
}
