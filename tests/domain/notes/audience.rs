use cqrs_es::test::{AggregateTestExecutor, TestFramework};
use domain::core::ids::PersonId;
use domain::notes::audience::{GROUPS_MAX, Group};
use domain::notes::note::{AUTHORS_MAX, Command, Error, Event, Note};

use crate::{a_note, lea, omar, words};

fn drafted() -> Event {
    let content = words("one");
    Event::Drafted { note: a_note(), by: lea(), workshop: None, door: None, content, closed: true }
}

fn named(name: &str) -> PersonId {
    name.parse().unwrap()
}

fn shared(with: Group) -> Event {
    Event::Shared { note: a_note(), by: lea(), with, revision: 1 }
}

fn after(events: Vec<Event>) -> AggregateTestExecutor<Note> {
    TestFramework::<Note>::with(()).given(events)
}

fn share(by: PersonId, with: Group) -> Command {
    Command::Share { by, with }
}

#[test]
fn m9_an_author_shares_from_the_text_as_it_is_and_ends_it() {
    let with = Group::Person(omar());
    after(vec![drafted()])
        .when(share(lea(), with.clone()))
        .then_expect_events(vec![shared(with.clone())]);
    let once = vec![drafted(), shared(with.clone())];
    after(once.clone()).when(share(lea(), with.clone())).then_expect_events(vec![]);
    after(once.clone()).when(share(omar(), Group::Link)).then_expect_error(Error::NotItsWriter);
    let ended = Event::Unshared { note: a_note(), by: lea(), with: with.clone() };
    let end = Command::Unshare { by: lea(), with: with.clone() };
    after(once.clone()).when(end.clone()).then_expect_events(vec![ended]);
    after(vec![drafted()]).when(end).then_expect_events(vec![]);
    // An author reads it already.
    after(once).when(share(lea(), Group::Person(lea()))).then_expect_events(vec![]);
}

#[test]
fn m9_making_it_private_ends_every_sharing() {
    let with = Group::Link;
    let story = vec![drafted(), shared(with.clone())];
    let withdraw = Command::Withdraw { by: lea(), reason: None };
    let withdrawn = Event::Withdrawn { note: a_note(), by: lea(), reason: None };
    after(story.clone()).when(withdraw.clone()).then_expect_events(vec![withdrawn.clone()]);
    let private = [story, vec![withdrawn]].concat();
    after(private.clone()).when(withdraw).then_expect_events(vec![]);
    after(private).when(share(lea(), with.clone())).then_expect_events(vec![shared(with)]);
}

#[test]
fn a_note_is_shared_with_so_many_groups_and_no_more() {
    let all = (0..GROUPS_MAX).map(|at| shared(Group::Person(named(&format!("p{at}")))));
    let story: Vec<Event> = std::iter::once(drafted()).chain(all).collect();
    after(story).when(share(lea(), Group::Link)).then_expect_error(Error::ManyGroups);
}

#[test]
fn m4_whoever_asks_to_write_is_answered_once() {
    let ask = Command::AskAuthorship { person: omar() };
    let asked = Event::AuthorshipAsked { note: a_note(), person: omar() };
    after(vec![drafted()]).when(ask.clone()).then_expect_events(vec![asked.clone()]);
    // A reader it was shared with becomes an author: the sharing ends by itself.
    let with = Group::Person(omar());
    let waits = vec![drafted(), shared(with.clone()), asked];
    after(waits.clone()).when(ask.clone()).then_expect_events(vec![]);
    let grant = |by: PersonId| Command::GrantAuthorship { person: omar(), by };
    let decline = Command::DeclineAuthorship { person: omar(), by: lea() };
    let joined = Event::AuthorJoined { note: a_note(), person: omar(), by: lea() };
    let ended = Event::Unshared { note: a_note(), by: lea(), with };
    let granted = vec![joined, ended];
    after(waits.clone()).when(grant(lea())).then_expect_events(granted.clone());
    after(waits.clone()).when(grant(omar())).then_expect_error(Error::NotItsWriter);
    // Two authors at once: the first answer stands.
    let done = [waits.clone(), granted].concat();
    after(done.clone()).when(grant(lea())).then_expect_events(vec![]);
    after(done).when(decline.clone()).then_expect_error(Error::NotAsked);
    let declined = Event::AuthorshipDeclined { note: a_note(), person: omar(), by: lea() };
    after(waits.clone()).when(decline.clone()).then_expect_events(vec![declined.clone()]);
    let done = [waits, vec![declined]].concat();
    after(done.clone()).when(grant(lea())).then_expect_error(Error::NotAsked);
    after(done.clone()).when(decline).then_expect_error(Error::NotAsked);
    after(done).when(ask).then_expect_events(vec![]);
}

#[test]
fn so_many_wait_to_be_told_whether_they_may_write() {
    let asked =
        |at: usize| Event::AuthorshipAsked { note: a_note(), person: named(&format!("p{at}")) };
    let story: Vec<Event> = std::iter::once(drafted()).chain((0..20).map(asked)).collect();
    let ask = Command::AskAuthorship { person: omar() };
    after(story.clone()).when(ask.clone()).then_expect_error(Error::ManyAsk);
    let first = named("p0");
    let declined = Event::AuthorshipDeclined { note: a_note(), person: first, by: lea() };
    let waits = Event::AuthorshipAsked { note: a_note(), person: omar() };
    after([story, vec![declined]].concat()).when(ask).then_expect_events(vec![waits]);
    // Nor does anybody join a note that has as many authors as it may.
    let joined = |at: usize| Event::AuthorJoined {
        note: a_note(),
        person: named(&format!("a{at}")),
        by: lea(),
    };
    let full = (1..AUTHORS_MAX).map(joined);
    let waits = Event::AuthorshipAsked { note: a_note(), person: omar() };
    let story: Vec<Event> = std::iter::once(drafted()).chain(full).chain([waits]).collect();
    let grant = Command::GrantAuthorship { person: omar(), by: lea() };
    after(story).when(grant).then_expect_error(Error::ManyAuthors);
}

#[test]
fn m4_its_authors_open_it_to_whoever_reads_it_and_close_it() {
    let open = |by: PersonId, open: bool| Command::Open { by, open };
    let opened = Event::Opened { note: a_note(), by: lea() };
    after(vec![drafted()]).when(open(lea(), true)).then_expect_events(vec![opened.clone()]);
    after(vec![drafted()]).when(open(lea(), false)).then_expect_events(vec![]);
    after(vec![drafted()]).when(open(omar(), true)).then_expect_error(Error::NotItsWriter);
    let story = vec![drafted(), opened];
    let closed = Event::Closed { note: a_note(), by: lea() };
    after(story.clone()).when(open(lea(), false)).then_expect_events(vec![closed]);
    after(story).when(open(lea(), true)).then_expect_events(vec![]);
}

#[test]
fn a_group_is_read_back_as_a_form_sends_it() {
    let workshop = "w1".parse().unwrap();
    for group in [Group::Person(omar()), Group::Workshop(workshop), Group::Link] {
        assert_eq!(group.to_string().parse::<Group>().unwrap(), group);
    }
    for wrong in ["", "person.", "person", "everyone", "link.x", "group.w1", "person.é"] {
        assert!(wrong.parse::<Group>().is_err(), "{wrong}");
    }
}
