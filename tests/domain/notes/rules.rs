//! What is so already is told no more; how much may wait on one note.

use cqrs_es::test::TestFramework;
use domain::core::ids::{PersonId, SuggestionId, VariantId};
use domain::notes::note::{Change, Command, ContentRef, Error, Event, Note, Reason, RevisionKind};
use domain::notes::visibility::Visibility;

use crate::{a_content, a_note, a_workshop, lea, omar, words};

fn drafted() -> Event {
    let (workshop, door) = (Some(a_workshop()), None);
    Event::Drafted {
        note: a_note(),
        by: lea(),
        workshop,
        door,
        content: words("one"),
        closed: true,
    }
}

fn revised() -> Event {
    Event::Revised {
        note: a_note(),
        by: lea(),
        revision: 2,
        base: 1,
        content: words("two"),
        kind: RevisionKind::Edit,
        change: Change::default(),
    }
}

/// What `command` yields after `events`.
fn after(events: &[Event], command: Command) -> Result<Vec<Event>, Error> {
    TestFramework::<Note>::with(()).given(events.to_vec()).when(command).inspect_result()
}

fn publish(wall: bool, group: bool) -> Command {
    let (by, visibility) = (lea(), Visibility::Workshop);
    Command::Publish { by, team: false, visibility, wall, group, summary: None }
}

fn published(wall: bool, group: bool) -> Event {
    let (note, by, visibility) = (a_note(), lea(), Visibility::Workshop);
    Event::Published { note, by, visibility, wall, revision: 1, group, summary: None }
}

fn suggested(number: usize, by: Option<PersonId>) -> Event {
    let suggestion: SuggestionId = format!("s{number}").parse().unwrap();
    Event::SuggestionMade { note: a_note(), suggestion, by, base: 1, content: words("better") }
}

fn suggest(name: &str, by: Option<PersonId>, base: i64) -> Command {
    Command::Suggest { suggestion: name.parse().unwrap(), by, base, content: words("other") }
}

#[test]
fn a_note_is_drafted_once() {
    let command = Command::Draft {
        note: a_note(),
        by: omar(),
        workshop: None,
        door: None,
        content: words("two"),
    };
    assert_eq!(after(&[drafted()], command), Err(Error::AlreadyDrafted));
}

#[test]
fn publishing_tells_what_is_another_and_nothing_else() {
    let told = |wall, group| after(&[drafted(), published(true, false)], publish(wall, group));
    assert_eq!(told(true, false), Ok(vec![]));
    assert_eq!(told(false, false), Ok(vec![published(false, false)]));
    assert_eq!(told(true, true), Ok(vec![published(true, true)]));
    // Taken back, it is published anew.
    let back = Event::Withdrawn { note: a_note(), by: lea(), reason: None };
    let events = [drafted(), published(true, false), back];
    assert_eq!(after(&events, publish(true, false)), Ok(vec![published(true, false)]));
}

#[test]
fn somebody_else_takes_a_note_back_with_a_reason_alone() {
    let events = [drafted(), published(false, false)];
    let withdraw = |reason| Command::Withdraw { by: omar(), reason };
    assert_eq!(after(&events, withdraw(None)), Err(Error::NotItsWriter));
    let reason = Some(Reason::Personal);
    let withdrawn = Event::Withdrawn { note: a_note(), by: omar(), reason };
    assert_eq!(after(&events, withdraw(reason)), Ok(vec![withdrawn]));
    assert_eq!(after(&events[..1], withdraw(reason)), Ok(vec![]), "nobody reads it yet");
}

/// Of the hundred places, somebody has ten, and those whom nobody knows have twenty together.
#[test]
fn places_are_kept_for_others_to_suggest_in() {
    let waiting = |count: usize, by: &Option<PersonId>| -> Vec<Event> {
        let made = (0..count).map(|number| suggested(number, by.clone()));
        [vec![drafted()], made.collect()].concat()
    };
    for (by, most, error) in
        [(Some(omar()), 10, Error::CrowdedByOne), (None, 20, Error::CrowdedByVisitors)]
    {
        assert!(after(&waiting(most - 1, &by), suggest("s99", by.clone(), 1)).is_ok());
        assert_eq!(after(&waiting(most, &by), suggest("s99", by.clone(), 1)), Err(error));
        // Somebody else has a place all the same.
        assert!(after(&waiting(most, &by), suggest("s99", Some(lea()), 1)).is_ok());
        // One that was answered leaves its place.
        let declined = Event::SuggestionDeclined {
            note: a_note(),
            suggestion: "s0".parse().unwrap(),
            by: lea(),
        };
        let less = [waiting(most, &by), vec![declined]].concat();
        assert!(after(&less, suggest("s99", by, 1)).is_ok());
    }
}

#[test]
fn a_suggestion_is_made_once_from_a_text_that_was() {
    let events = [drafted(), revised()];
    for (base, is_known) in [(0, false), (1, true), (2, true), (3, false), (-1, false)] {
        let result = after(&events, suggest("s1", None, base));
        assert_eq!(result.is_ok(), is_known, "{base}: {result:?}");
        assert!(is_known || result == Err(Error::NoSuchRevision));
        let park = Command::Park {
            variant: "v1".parse::<VariantId>().unwrap(),
            by: omar(),
            base,
            against: 2,
            content: words("mine"),
        };
        assert_eq!(after(&events, park).is_ok(), is_known, "{base} kept aside");
    }
    let made = [drafted(), suggested(1, None)];
    assert_eq!(after(&made, suggest("s1", None, 9)), Ok(vec![]), "sent twice");
}

#[test]
fn what_is_erased_is_said_of_the_last_text_and_when_there_is_some() {
    let current: ContentRef = words("erased");
    let (by, reason) = (lea(), Reason::Asked);
    let events = [drafted(), revised()];
    for (base, contents, expected) in [
        (2, vec![a_content()], Ok(1)),
        (2, vec![], Ok(0)),
        (1, vec![], Ok(0)),
        (1, vec![a_content()], Err(Error::Stale)),
        (3, vec![a_content()], Err(Error::Stale)),
    ] {
        let (by, current) = (by.clone(), current.clone());
        let erase = Command::Erase {
            by: by.clone(),
            base,
            contents: contents.clone(),
            reason,
            current: current.clone(),
        };
        let back = Command::PutBack { by, base, contents, current };
        for command in [erase, back] {
            let told = after(&events, command).map(|events| events.len());
            assert_eq!(told, expected, "{base}");
        }
    }
}
