use cqrs_es::test::TestFramework;
use domain::core::ids::FileId;
use domain::files::file::{Command, Error, Event, Faces, File, Kind, OBJECTIONS_MAX, Of};

use crate::{a_content, a_note, lea, omar};

fn file() -> TestFramework<File> {
    TestFramework::with(())
}

fn id() -> FileId {
    "f1".parse().unwrap()
}

fn attach() -> Command {
    Command::Attach {
        file: id(),
        of: Of::Note(a_note()),
        by: lea(),
        kind: Kind::Picture,
        faces: Faces::Nobody,
        content: a_content(),
    }
}

fn attached() -> Event {
    Event::Attached {
        file: id(),
        of: Of::Note(a_note()),
        by: lea(),
        kind: Kind::Picture,
        faces: Faces::Nobody,
        content: a_content(),
    }
}

fn objected() -> Event {
    Event::Objected { file: id(), person: omar() }
}

fn removed() -> Event {
    Event::Removed { file: id(), by: lea() }
}

#[test]
fn f6b_a_file_is_added_once_and_described_as_often_as_one_likes() {
    file().given_no_previous_events().when(attach()).then_expect_events(vec![attached()]);
    file().given(vec![attached()]).when(attach()).then_expect_error(Error::Exists);
    let describe = || Command::Describe { by: omar(), faces: Faces::Agreed, content: a_content() };
    let described =
        Event::Described { file: id(), by: omar(), faces: Faces::Agreed, content: a_content() };
    file().given(vec![attached()]).when(describe()).then_expect_events(vec![described]);
    file().given_no_previous_events().when(describe()).then_expect_error(Error::NotAdded);
    file().given(vec![attached(), removed()]).when(describe()).then_expect_error(Error::Gone);
}

#[test]
fn f6b_whoever_is_in_it_has_it_put_away_and_brings_it_back() {
    let object = || Command::Object { person: omar() };
    let withdraw = || Command::Withdraw { person: omar() };
    let settle = || Command::Settle { by: lea() };
    file().given(vec![attached()]).when(object()).then_expect_events(vec![objected()]);
    let twice = file().given(vec![attached(), objected()]);
    twice.when(object()).then_expect_events(vec![]);
    let agrees = Event::ObjectionWithdrawn { file: id(), person: omar() };
    let put_away = || file().given(vec![attached(), objected()]);
    put_away().when(withdraw()).then_expect_events(vec![agrees.clone()]);
    let settled = Event::Settled { file: id(), by: lea() };
    put_away().when(settle()).then_expect_events(vec![settled.clone()]);
    for over in [agrees, settled] {
        let shown = || file().given(vec![attached(), objected(), over.clone()]);
        shown().when(withdraw()).then_expect_events(vec![]);
        shown().when(settle()).then_expect_events(vec![]);
        shown().when(object()).then_expect_events(vec![objected()]);
    }
}

#[test]
fn f6b_those_who_ask_are_counted_to_an_end() {
    let asked =
        |at: usize| Event::Objected { file: id(), person: format!("p{at}").parse().unwrap() };
    let mut given = vec![attached()];
    given.extend((0..OBJECTIONS_MAX).map(asked));
    let object = Command::Object { person: omar() };
    file().given(given.clone()).when(object).then_expect_error(Error::Enough);
    let again = Command::Object { person: "p0".parse().unwrap() };
    file().given(given).when(again).then_expect_events(vec![]);
}

#[test]
fn f6b_a_file_is_removed_once_and_nothing_is_done_to_it_after() {
    let remove = || Command::Remove { by: lea() };
    file().given(vec![attached()]).when(remove()).then_expect_events(vec![removed()]);
    let gone = || file().given(vec![attached(), removed()]);
    gone().when(remove()).then_expect_events(vec![]);
    gone().when(Command::Object { person: omar() }).then_expect_error(Error::Gone);
    gone().when(Command::Withdraw { person: omar() }).then_expect_error(Error::Gone);
    gone().when(Command::Settle { by: lea() }).then_expect_error(Error::Gone);
    gone().when(attach()).then_expect_error(Error::Gone);
    file().given_no_previous_events().when(remove()).then_expect_error(Error::NotAdded);
}

#[test]
fn f6b_what_happened_last_says_whether_it_is_there() {
    use cqrs_es::Aggregate as _;
    let mut state = File::default();
    assert!(!state.is_there());
    state.apply(attached());
    assert!(state.is_there());
    state.apply(removed());
    assert!(!state.is_there());
}
