//! Who was in a workshop and how far they went, at the limits of what counts.

use domain::core::ids::{NoteId, PersonId};
use domain::workshops::report::back::{Return, back};
use domain::workshops::report::figures::{Final, Report};
use domain::workshops::report::veil::{Eyes, Shown};
use domain::workshops::report::{Act, DAY, DRAFT_WORDS, Did, REGULAR_ACTS, Room, Segment, Stage};

use super::report::{END, MINUTE, START, act, day, here, of_room, story, walked};

fn room(acts: Vec<Act>) -> Room {
    Room::of(&here(), &story(acts), END + DAY)
}

fn id(name: &str) -> PersonId {
    name.parse().unwrap()
}

fn answer(at: i64, did: Did, by: &str, to: &str) -> Act {
    let note: NoteId = format!("n-{to}").parse().unwrap();
    Act { note: Some(note), ..act(at, did, by) }
}

/// What those who ran the workshop are told of it, three days later.
fn told(acts: &[Act]) -> Report {
    let acts = story(acts.to_vec());
    Report::of(&here(), &acts, (END + 3 * DAY, Eyes::Runs), day).unwrap()
}

#[test]
fn the_last_instant_is_of_the_workshop_and_the_next_is_not() {
    for (at, published) in [(END, 1), (END + 1, 0)] {
        let acts = [walked("lea", 2), vec![act(at, Did::Published, "lea")]].concat();
        assert_eq!(room(acts).reached(Stage::Published), published);
        let acts = [walked("lea", 1), vec![act(at, Did::Entered, "omar")]].concat();
        assert_eq!(room(acts).people.len(), 1 + published, "who enters then");
    }
}

#[test]
fn a_draft_holds_together_from_twenty_words_on_whoever_wrote_them() {
    for (did, words, drafts) in [
        (Did::Wrote, DRAFT_WORDS, 1),
        (Did::Wrote, DRAFT_WORDS - 1, 0),
        (Did::Drafted, DRAFT_WORDS, 1),
        (Did::Revised, DRAFT_WORDS, 1),
        (Did::Looked, DRAFT_WORDS, 0),
    ] {
        let more = Act { words, ..answer(START + 9 * MINUTE, did, "omar", "lea") };
        assert_eq!(room([walked("lea", 2), vec![more]].concat()).reached(Stage::Draft), drafts);
    }
}

/// Stages are those of the notes that were begun here.
#[test]
fn a_note_that_was_begun_elsewhere_counts_for_nothing() {
    let elsewhere = |did: Did| Act { workshop: None, ..act(START + 9 * MINUTE, did, "lea") };
    let acts = [Did::Drafted, Did::Wrote, Did::Reread, Did::Published].map(elsewhere);
    let found = room([walked("lea", 1), acts.to_vec()].concat());
    assert_eq!((found.reached(Stage::Entered), found.reached(Stage::Idea)), (1, 0));
}

#[test]
fn a_note_is_answered_by_somebody_else() {
    let at = START + 20 * MINUTE;
    for (did, by, answered) in [
        (Did::Thanked, "omar", 1),
        (Did::Reacted, "omar", 1),
        (Did::Linked, "omar", 0),
        (Did::Thanked, "lea", 0),
        (Did::Reacted, "lea", 0),
    ] {
        let acts = [walked("lea", 5), vec![answer(at, did, by, "lea")]].concat();
        assert_eq!(room(acts).reached(Stage::Answered), answered, "{did:?} {by}");
    }
}

#[test]
fn an_answer_counts_within_a_day_of_the_note() {
    let published = START + 5 * MINUTE;
    for (at, answered) in [
        (published + DAY - 1, 1),
        (published + DAY, 0),
        (published + 1, 1),
        (published + 2 * DAY, 0),
    ] {
        let acts = [walked("lea", 5), vec![answer(at, Did::Thanked, "omar", "lea")]].concat();
        assert_eq!(told(&acts).answered, Final::Is(Shown::Exactly(answered)), "{at}");
    }
    // The first answer counts, in whatever order they are known.
    let answers = [published + DAY / 2, published + 2 * DAY, published + 9]
        .map(|at| answer(at, Did::Reacted, "omar", "lea"));
    let acts = [walked("lea", 5), answers.to_vec()].concat();
    assert_eq!(told(&acts).answered, Final::Is(Shown::Exactly(1)));
}

#[test]
fn a_note_is_kept_when_it_stands_two_days_after_the_end() {
    let withdrew = |at: i64| act(at, Did::Withdrew, "lea");
    let again = |at: i64| act(at, Did::Published, "lea");
    for (acts, kept) in [
        (vec![], 1),
        (vec![withdrew(END + 2 * DAY - 1)], 0),
        (vec![withdrew(END + 2 * DAY)], 1),
        (vec![withdrew(END + MINUTE), again(END + 2 * MINUTE)], 1),
        (vec![withdrew(END + MINUTE), again(END + 2 * DAY)], 0),
    ] {
        let told = told(&[walked("lea", 5), acts.clone()].concat());
        assert_eq!(told.kept, Final::Is(Shown::Exactly(kept)), "{acts:?}");
    }
}

#[test]
fn what_is_final_is_so_after_its_last_instant() {
    let acts = story(walked("lea", 5));
    for (now, answered, kept) in [
        (END + DAY, false, false),
        (END + DAY + 1, true, false),
        (END + 2 * DAY, true, false),
        (END + 2 * DAY + 1, true, true),
    ] {
        let told = Report::of(&here(), &acts, (now, Eyes::Runs), day).unwrap();
        assert_eq!(matches!(told.answered, Final::Is(_)), answered, "{now}");
        assert_eq!(matches!(told.kept, Final::Is(_)), kept, "{now}");
    }
    assert!(Report::of(&here(), &acts, (END, Eyes::Runs), day).is_none(), "it has not ended");
}

#[test]
fn a_third_phone_is_of_whoever_the_second_was() {
    let merged = |at: i64, person: &str, into: &str| Act {
        person: Some(id(person)),
        other: Some(id(into)),
        ..of_room(at, Did::Merged)
    };
    let walks = [walked("a", 1), walked("b", 2), walked("c", 5)].concat();
    for merges in [
        [merged(END - 2, "c", "b"), merged(END - 1, "b", "a")],
        [merged(END, "c", "a"), merged(END - 1, "b", "a")],
    ] {
        let found = room([walks.clone(), merges.to_vec()].concat());
        assert_eq!(found.people.len(), 1);
        assert_eq!((found.people[0].person.clone(), found.reached(Stage::Published)), (id("a"), 1));
    }
    // After the end, or in another room, it changes nothing here.
    let other = Act { workshop: "w2".parse().ok(), ..merged(END - 1, "b", "a") };
    for merge in [merged(END + 1, "b", "a"), other] {
        assert_eq!(room([walks.clone(), vec![merge]].concat()).people.len(), 3);
    }
}

#[test]
fn a_workshop_that_opens_again_ends_when_it_last_closes() {
    let again = [of_room(END + MINUTE, Did::Opened), of_room(END + 9 * MINUTE, Did::Closed)];
    let late = act(END + 5 * MINUTE, Did::Entered, "lea");
    let found = room([again.to_vec(), vec![late.clone()]].concat());
    assert_eq!((found.end, found.people.len()), (Some(END + 9 * MINUTE), 1));
    let open = room(vec![again[0].clone(), late]);
    assert_eq!((open.end, open.people.len()), (None, 1));
}

#[test]
fn a_regular_did_fifty_things_before() {
    let since = START + MINUTE;
    let before = |count: usize, did: Did| -> Vec<Act> {
        (0..count).map(|_| act(START - DAY, did, "lea")).collect()
    };
    for (acts, segment) in [
        (vec![], Segment::First),
        (before(REGULAR_ACTS - 1, Did::Thanked), Segment::First),
        (before(REGULAR_ACTS, Did::Thanked), Segment::Regular),
        (before(REGULAR_ACTS, Did::Suggested), Segment::Regular),
        (before(REGULAR_ACTS, Did::Wrote), Segment::First),
        (before(1, Did::Published), Segment::Returning),
        (before(REGULAR_ACTS, Did::Published), Segment::Regular),
        (vec![act(since - 1, Did::Published, "lea")], Segment::Returning),
        (vec![act(since, Did::Published, "lea")], Segment::First),
    ] {
        let found = room([walked("lea", 1), acts].concat());
        assert_eq!(found.people[0].segment, segment);
    }
}

/// Those with an account before a window begins, and what they did in it.
#[test]
fn a_return_is_counted_from_the_first_instant_of_its_window_to_the_last() {
    let (from, until) = (END + DAY, END + 8 * DAY);
    let with = |claimed: i64, at: i64, did: Did| {
        let acts = [act(claimed, Did::Claimed, "lea"), act(at, did, "lea")];
        let acts = story([walked("lea", 1), acts.to_vec()].concat());
        let found = back(&Room::of(&here(), &acts, until + DAY), Return::WeekGesture, from, until);
        (found.followed, found.back)
    };
    for (at, came) in [(from - 1, 0), (from, 1), (until - 1, 1), (until, 0)] {
        assert_eq!(with(END, at, Did::Reacted), (1, came), "{at}");
    }
    assert_eq!(with(from - 1, from, Did::Linked), (1, 1));
    assert_eq!(with(from, from, Did::Linked), (0, 0), "the account came too late");
    for (did, came) in [
        (Did::Thanked, 1),
        (Did::Suggested, 1),
        (Did::Revised, 1),
        (Did::Looked, 1),
        (Did::Wrote, 0),
        (Did::Drafted, 0),
        (Did::Reread, 0),
        (Did::Withdrew, 0),
    ] {
        assert_eq!(with(END, from, did).1, came, "{did:?}");
    }
}
