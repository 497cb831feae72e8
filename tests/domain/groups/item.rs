use cqrs_es::test::TestFramework;
use domain::groups::item::{Command, Error, Event, Item, ItemKind, Sheet, Source};

use crate::{a_content, a_workshop, lea, omar};

fn item() -> TestFramework<Item> {
    TestFramework::with(())
}

fn captured() -> Event {
    Event::Captured {
        item: "i1".parse().unwrap(),
        sheet: Sheet::from(&a_workshop()),
        by: lea(),
        kind: ItemKind::Learning,
        under: None,
        source: Source::Said,
        content: a_content(),
    }
}

#[test]
fn an_item_is_captured_once() {
    let capture = || Command::Capture {
        item: "i1".parse().unwrap(),
        sheet: Sheet::from(&a_workshop()),
        by: lea(),
        kind: ItemKind::Learning,
        under: None,
        source: Source::Said,
        content: a_content(),
    };
    item().given_no_previous_events().when(capture()).then_expect_events(vec![captured()]);
    item().given(vec![captured()]).when(capture()).then_expect_error(Error::AlreadyCaptured);
}

#[test]
fn an_item_does_not_stand_under_itself_nor_merge_with_itself() {
    let odd = Command::Capture {
        item: "i1".parse().unwrap(),
        sheet: Sheet::from(&a_workshop()),
        by: lea(),
        kind: ItemKind::Idea,
        under: Some("i1".parse().unwrap()),
        source: Source::Said,
        content: a_content(),
    };
    item().given_no_previous_events().when(odd).then_expect_error(Error::Itself);
    let merge = Command::MergeInto { by: lea(), into: "i1".parse().unwrap() };
    item().given(vec![captured()]).when(merge).then_expect_error(Error::Itself);
}

#[test]
fn an_item_that_is_one_with_another_merges_no_more() {
    let merge = |into: &str| Command::MergeInto { by: lea(), into: into.parse().unwrap() };
    let id = |id: &str| id.parse().unwrap();
    let merged = Event::MergedInto { item: id("i1"), by: lea(), into: id("i2") };
    item().given(vec![captured()]).when(merge("i2")).then_expect_events(vec![merged.clone()]);
    for into in ["i2", "i3"] {
        item().given(vec![captured(), merged.clone()]).when(merge(into)).then_expect_events(vec![]);
    }
}

#[test]
fn what_was_dropped_comes_back() {
    let id = || "i1".parse().unwrap();
    let dropped = Event::Dropped { item: id(), by: omar() };
    item()
        .given(vec![captured()])
        .when(Command::Drop { by: omar() })
        .then_expect_events(vec![dropped.clone()]);
    let gone = vec![captured(), dropped];
    item().given(gone.clone()).when(Command::Drop { by: lea() }).then_expect_events(vec![]);
    item()
        .given(gone)
        .when(Command::Restore { by: lea() })
        .then_expect_events(vec![Event::Restored { item: id(), by: lea() }]);
}

#[test]
fn saying_the_same_of_an_item_changes_nothing() {
    for command in [
        Command::Retype { by: lea(), kind: ItemKind::Learning },
        Command::Link { by: lea(), source: Source::Said },
        Command::Attribute { by: lea(), to: None },
        Command::Reword { by: lea(), content: a_content() },
        Command::Restore { by: lea() },
    ] {
        item().given(vec![captured()]).when(command).then_expect_events(vec![]);
    }
}

#[test]
fn nothing_is_done_to_an_item_that_is_not_there() {
    let drop = Command::Drop { by: lea() };
    item().given_no_previous_events().when(drop).then_expect_error(Error::Missing);
}

/// What `command` yields after `events`.
fn after(events: &[Event], command: Command) -> Result<Vec<Event>, Error> {
    item().given(events.to_vec()).when(command).inspect_result()
}

#[test]
fn each_thing_that_is_said_of_an_item_is_said_once() {
    let (item, by) = (|| "i1".parse().unwrap(), lea);
    let content: domain::core::ids::ContentId = "other".parse().unwrap();
    let source = Source::Note("n1".parse().unwrap());
    for (command, event) in [
        (
            Command::Reword { by: by(), content: content.clone() },
            Event::Reworded { item: item(), by: by(), content },
        ),
        (
            Command::Retype { by: by(), kind: ItemKind::Idea },
            Event::Retyped { item: item(), by: by(), kind: ItemKind::Idea },
        ),
        (
            Command::Attribute { by: by(), to: Some(omar()) },
            Event::Attributed { item: item(), by: by(), to: Some(omar()) },
        ),
        (
            Command::Link { by: by(), source: source.clone() },
            Event::Linked { item: item(), by: by(), source },
        ),
        (Command::Drop { by: by() }, Event::Dropped { item: item(), by: by() }),
    ] {
        assert_eq!(after(&[captured()], command.clone()), Ok(vec![event.clone()]), "{command:?}");
        assert_eq!(after(&[captured(), event], command.clone()), Ok(vec![]), "{command:?}");
        assert_eq!(after(&[], command.clone()), Err(Error::Missing), "{command:?}");
    }
}

#[test]
fn an_item_that_was_left_out_is_taken_back_in_once() {
    let restore = || Command::Restore { by: omar() };
    let restored = Event::Restored { item: "i1".parse().unwrap(), by: omar() };
    let (into, by) = ("i2".parse().unwrap(), lea());
    for gone in [
        Event::Dropped { item: "i1".parse().unwrap(), by: lea() },
        Event::MergedInto { item: "i1".parse().unwrap(), by, into },
    ] {
        let events = [captured(), gone];
        assert_eq!(after(&events, restore()), Ok(vec![restored.clone()]));
        let back = [events.to_vec(), vec![restored.clone()]].concat();
        assert_eq!(after(&back, restore()), Ok(vec![]));
        assert!(after(&back, Command::Drop { by: lea() }).is_ok_and(|events| events.len() == 1));
    }
}
