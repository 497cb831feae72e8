use cqrs_es::test::TestFramework;
use domain::core::ids::PersonId;
use domain::notes::note::{AUTHORS_MAX, Command, Error, Event, Note};
use domain::notes::visibility::Visibility;

use crate::{a_note, lea, omar, words};

fn drafted() -> Event {
    Event::Drafted {
        note: a_note(),
        by: lea(),
        workshop: None,
        door: None,
        content: words("one"),
        closed: true,
    }
}

fn joined(person: PersonId, by: PersonId) -> Event {
    Event::AuthorJoined { note: a_note(), person, by }
}

fn left(person: PersonId, first: PersonId) -> Event {
    Event::AuthorLeft { note: a_note(), person, first }
}

fn zoe() -> PersonId {
    "zoe".parse().unwrap()
}

fn publish(by: PersonId) -> Command {
    let (visibility, summary) = (Visibility::Everyone, None);
    Command::Publish { by, team: false, visibility, wall: false, group: false, summary }
}

fn after(events: Vec<Event>) -> cqrs_es::test::AggregateTestExecutor<Note> {
    TestFramework::<Note>::with(()).given(events)
}

#[test]
fn m4_an_author_invites_and_whoever_joins_has_the_same_rights() {
    let join = Command::Join { person: omar(), by: lea() };
    after(vec![drafted()]).when(join.clone()).then_expect_events(vec![joined(omar(), lea())]);
    let both = vec![drafted(), joined(omar(), lea())];
    // Twice is once.
    after(both.clone()).when(join).then_expect_events(vec![]);
    // They publish, and invite too.
    let published = Event::Published {
        note: a_note(),
        by: omar(),
        visibility: Visibility::Everyone,
        wall: false,
        revision: 1,
        group: false,
        summary: None,
    };
    after(both.clone()).when(publish(omar())).then_expect_events(vec![published]);
    let invited = Command::Join { person: zoe(), by: omar() };
    after(both).when(invited).then_expect_events(vec![joined(zoe(), omar())]);
}

#[test]
fn whoever_is_no_author_invites_nobody() {
    let join = Command::Join { person: zoe(), by: omar() };
    after(vec![drafted()]).when(join.clone()).then_expect_error(Error::NotItsWriter);
    // Nor whoever was one.
    let events = vec![drafted(), joined(omar(), lea()), left(omar(), lea())];
    after(events.clone()).when(join).then_expect_error(Error::NotItsWriter);
    after(events).when(publish(omar())).then_expect_error(Error::NotItsWriter);
}

#[test]
fn an_author_leaves_and_the_last_one_stays() {
    let leave = |person| Command::Leave { person };
    after(vec![drafted()]).when(leave(lea())).then_expect_error(Error::LastAuthor);
    after(vec![drafted()]).when(leave(omar())).then_expect_events(vec![]);
    let both = vec![drafted(), joined(omar(), lea())];
    after(both.clone()).when(leave(omar())).then_expect_events(vec![left(omar(), lea())]);
    // The first leaves: the next one is the first.
    after(both.clone()).when(leave(lea())).then_expect_events(vec![left(lea(), omar())]);
    let alone = [both, vec![left(lea(), omar())]].concat();
    after(alone.clone()).when(leave(omar())).then_expect_error(Error::LastAuthor);
    after(alone).when(publish(lea())).then_expect_error(Error::NotItsWriter);
}

#[test]
fn a_note_has_so_many_authors_and_no_more() {
    let someone = |at: usize| -> PersonId { format!("p{at}").parse().unwrap() };
    let others = (1..AUTHORS_MAX).map(|at| joined(someone(at), lea()));
    let full: Vec<Event> = std::iter::once(drafted()).chain(others).collect();
    let join = Command::Join { person: omar(), by: lea() };
    after(full.clone()).when(join.clone()).then_expect_error(Error::ManyAuthors);
    let less = full[..AUTHORS_MAX - 1].to_vec();
    after(less).when(join).then_expect_events(vec![joined(omar(), lea())]);
}
