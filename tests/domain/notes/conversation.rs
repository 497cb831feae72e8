use cqrs_es::test::TestFramework;
use domain::core::ids::PersonId;
use domain::notes::conversation::{
    Command, Conversation, Error, Event, MESSAGES_MAX, UNANSWERED_MAX,
};

use crate::{a_content, a_note, lea, omar};

/// Omar reads; Léa and whoever else writes the note answer.
fn write(by: PersonId) -> Command {
    Command::Write { note: a_note(), reader: omar(), by, content: a_content() }
}

fn settle(by: PersonId) -> Command {
    Command::Settle { note: a_note(), reader: omar(), by, seen: 2 }
}

fn end() -> Command {
    Command::End { note: a_note(), reader: omar(), by: lea() }
}

fn sent(by: PersonId) -> Event {
    Event::MessageSent { note: a_note(), reader: omar(), by, content: a_content() }
}

fn settled(by: PersonId) -> Event {
    Event::Settled { note: a_note(), reader: omar(), by }
}

fn ended() -> Event {
    Event::Ended { note: a_note(), reader: omar(), by: lea() }
}

fn conversation() -> TestFramework<Conversation> {
    TestFramework::with(())
}

#[test]
fn m4_a_reader_begins_and_an_author_answers() {
    conversation().given_no_previous_events().when(write(lea())).then_expect_error(Error::NotBegun);
    conversation()
        .given_no_previous_events()
        .when(write(omar()))
        .then_expect_events(vec![sent(omar())]);
    conversation()
        .given(vec![sent(omar())])
        .when(write(lea()))
        .then_expect_events(vec![sent(lea())]);
}

#[test]
fn whoever_it_waits_for_settles_it_once() {
    conversation()
        .given(vec![sent(omar())])
        .when(settle(lea()))
        .then_expect_events(vec![settled(lea())]);
    // It waits for the other side, or for nobody.
    conversation().given(vec![sent(omar())]).when(settle(omar())).then_expect_events(vec![]);
    conversation()
        .given(vec![sent(omar()), settled(lea())])
        .when(settle(lea()))
        .then_expect_events(vec![]);
    conversation()
        .given(vec![sent(omar()), sent(lea())])
        .when(settle(omar()))
        .then_expect_events(vec![settled(omar())]);
}

#[test]
fn ended_it_takes_nothing_from_the_reader_until_an_author_writes() {
    conversation().given_no_previous_events().when(end()).then_expect_error(Error::NotBegun);
    conversation().given(vec![sent(omar())]).when(end()).then_expect_events(vec![ended()]);
    conversation().given(vec![sent(omar()), ended()]).when(end()).then_expect_events(vec![]);
    conversation()
        .given(vec![sent(omar()), ended()])
        .when(write(omar()))
        .then_expect_error(Error::Ended);
    conversation()
        .given(vec![sent(omar()), ended(), sent(lea())])
        .when(write(omar()))
        .then_expect_events(vec![sent(omar())]);
}

#[test]
fn what_came_since_is_not_settled_and_an_answer_outlives_the_end() {
    let late = Command::Settle { note: a_note(), reader: omar(), by: lea(), seen: 1 };
    conversation().given(vec![sent(omar()), sent(omar())]).when(late).then_expect_events(vec![]);
    conversation()
        .given(vec![sent(omar()), sent(lea()), ended()])
        .when(settle(omar()))
        .then_expect_events(vec![settled(omar())]);
}

#[test]
fn a_reader_waits_for_an_answer() {
    let many = |count: u32| (0..count).map(|_| sent(omar())).collect::<Vec<_>>();
    conversation()
        .given(many(UNANSWERED_MAX))
        .when(write(omar()))
        .then_expect_error(Error::Unanswered);
    let mut answered = many(UNANSWERED_MAX);
    answered.push(sent(lea()));
    conversation().given(answered).when(write(omar())).then_expect_events(vec![sent(omar())]);
}

#[test]
fn it_is_full_for_its_reader_and_authors_still_answer() {
    let all: Vec<_> = (0..MESSAGES_MAX / 2).flat_map(|_| [sent(omar()), sent(lea())]).collect();
    conversation().given(all.clone()).when(write(omar())).then_expect_error(Error::Full);
    conversation().given(all).when(write(lea())).then_expect_events(vec![sent(lea())]);
}
