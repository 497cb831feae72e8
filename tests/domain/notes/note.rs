use cqrs_es::test::TestFramework;
use domain::notes::details::{Details, Status};
use domain::notes::note::{Change, Command, Error, Event, Note, RevisionKind};
use domain::notes::visibility::Visibility;

use crate::{a_note, a_workshop, lea, omar, words};

fn note() -> TestFramework<Note> {
    TestFramework::with(())
}

fn drafted() -> Event {
    Event::Drafted {
        note: a_note(),
        by: lea(),
        workshop: Some(a_workshop()),
        door: None,
        content: words("one"),
        closed: true,
    }
}

fn published(visibility: Visibility) -> Event {
    Event::Published {
        note: a_note(),
        by: lea(),
        visibility,
        wall: false,
        revision: 1,
        group: false,
        summary: None,
    }
}

fn revise(base: i64, commit: &str) -> Command {
    Command::Revise {
        by: omar(),
        base,
        content: words(commit),
        kind: RevisionKind::Edit,
        change: Change { added: 1, ..Change::default() },
    }
}

fn publish(by: domain::core::ids::PersonId, visibility: Visibility) -> Command {
    Command::Publish { by, team: false, visibility, wall: false, group: false, summary: None }
}

#[test]
fn a_note_begins_as_a_draft() {
    let command = Command::Draft {
        note: a_note(),
        by: lea(),
        workshop: Some(a_workshop()),
        door: None,
        content: words("one"),
    };
    note().given_no_previous_events().when(command).then_expect_events(vec![drafted()]);
}

#[test]
fn nothing_can_be_done_to_a_note_that_is_not_there() {
    note().given_no_previous_events().when(revise(1, "two")).then_expect_error(Error::Missing);
}

#[test]
fn revising_makes_the_next_revision() {
    let revised = Event::Revised {
        note: a_note(),
        by: omar(),
        revision: 2,
        base: 1,
        content: words("two"),
        kind: RevisionKind::Edit,
        change: Change { added: 1, ..Change::default() },
    };
    note().given(vec![drafted()]).when(revise(1, "two")).then_expect_events(vec![revised]);
}

#[test]
fn saving_the_same_words_changes_nothing_even_from_an_old_form() {
    note().given(vec![drafted()]).when(revise(0, "one")).then_expect_events(vec![]);
}

#[test]
fn a_form_older_than_the_note_is_told_so() {
    note().given(vec![drafted()]).when(revise(0, "two")).then_expect_error(Error::Stale);
}

#[test]
fn only_its_writer_publishes_a_note() {
    note()
        .given(vec![drafted()])
        .when(publish(omar(), Visibility::Everyone))
        .then_expect_error(Error::NotItsWriter);
}

#[test]
fn publishing_twice_changes_nothing() {
    note()
        .given(vec![drafted(), published(Visibility::Workshop)])
        .when(publish(lea(), Visibility::Workshop))
        .then_expect_events(vec![]);
}

#[test]
fn a_note_goes_from_the_group_to_everyone() {
    note()
        .given(vec![drafted(), published(Visibility::Workshop)])
        .when(publish(lea(), Visibility::Everyone))
        .then_expect_events(vec![published(Visibility::Everyone)]);
}

#[test]
fn publishing_to_oneself_means_nothing() {
    note()
        .given(vec![drafted()])
        .when(publish(lea(), Visibility::Writer))
        .then_expect_error(Error::ForNobody);
}

#[test]
fn a_note_without_a_workshop_has_no_group() {
    let alone = Event::Drafted {
        note: a_note(),
        by: lea(),
        workshop: None,
        door: None,
        content: words("one"),
        closed: true,
    };
    note()
        .given(vec![alone])
        .when(publish(lea(), Visibility::Workshop))
        .then_expect_error(Error::NoWorkshop);
}

#[test]
fn the_team_it_is_written_for_publishes_it_too() {
    let publish = |team| {
        let visibility = Visibility::Workshop;
        Command::Publish { by: omar(), team, visibility, wall: false, group: false, summary: None }
    };
    let published = Event::Published {
        note: a_note(),
        by: omar(),
        visibility: Visibility::Workshop,
        wall: false,
        revision: 1,
        group: false,
        summary: None,
    };
    note().given(vec![drafted()]).when(publish(true)).then_expect_events(vec![published]);
    note().given(vec![drafted()]).when(publish(false)).then_expect_error(Error::NotItsWriter);
}

#[test]
fn a_note_taken_back_is_a_draft_again() {
    let withdrawn = Event::Withdrawn { note: a_note(), by: lea(), reason: None };
    note()
        .given(vec![drafted(), published(Visibility::Everyone)])
        .when(Command::Withdraw { by: lea(), reason: None })
        .then_expect_events(vec![withdrawn.clone()]);
    note()
        .given(vec![drafted(), published(Visibility::Everyone), withdrawn])
        .when(Command::Withdraw { by: lea(), reason: None })
        .then_expect_events(vec![]);
}

#[test]
fn a_group_signs_where_there_is_one() {
    let publish = |group| {
        let (by, visibility) = (lea(), Visibility::Everyone);
        Command::Publish { by, team: false, visibility, wall: false, group, summary: None }
    };
    let published = |group| {
        let (note, by, visibility) = (a_note(), lea(), Visibility::Everyone);
        Event::Published { note, by, visibility, wall: false, revision: 1, group, summary: None }
    };
    let drafted = |workshop| {
        let (note, by, content) = (a_note(), lea(), words("one"));
        Event::Drafted { note, by, workshop, door: None, content, closed: true }
    };
    note()
        .given(vec![drafted(Some(a_workshop())), published(false)])
        .when(publish(true))
        .then_expect_events(vec![published(true)]);
    note()
        .given(vec![drafted(Some(a_workshop())), published(true)])
        .when(publish(true))
        .then_expect_events(vec![]);
    note().given(vec![drafted(None)]).when(publish(true)).then_expect_error(Error::NoWorkshop);
}

#[test]
fn so_many_suggestions_wait_and_no_more() {
    use domain::core::ids::SuggestionId;
    let suggestion = |at: usize| -> SuggestionId { format!("s{at}").parse().unwrap() };
    let made = |at: usize| Event::SuggestionMade {
        note: a_note(),
        suggestion: suggestion(at),
        by: Some(format!("p{at}").parse().unwrap()),
        base: 1,
        content: words(&format!("text {at}")),
    };
    let ask = Command::Suggest {
        suggestion: suggestion(900),
        by: Some(omar()),
        base: 1,
        content: words("another"),
    };
    let waiting = |count: usize| [vec![drafted()], (0..count).map(made).collect()].concat();
    note().given(waiting(100)).when(ask.clone()).then_expect_error(Error::Crowded);
    assert!(note().given(waiting(99)).when(ask).inspect_result().is_ok());
}

#[test]
fn d6_what_its_authors_say_of_it_is_said_once() {
    let details = Details { status: Some(Status::InProgress), ..Details::default() };
    let described = Event::Described { note: a_note(), by: lea(), details };
    let describe = |details| Command::Describe { by: lea(), details };
    note().given(vec![drafted()]).when(describe(Details::default())).then_expect_events(vec![]);
    note()
        .given(vec![drafted()])
        .when(describe(details))
        .then_expect_events(vec![described.clone()]);
    note()
        .given(vec![drafted(), described.clone()])
        .when(describe(details))
        .then_expect_events(vec![]);
    let unsaid = Event::Described { note: a_note(), by: lea(), details: Details::default() };
    note()
        .given(vec![drafted(), described])
        .when(describe(Details::default()))
        .then_expect_events(vec![unsaid]);
}
