use domain::core::ids::{NoteId, PersonId, WorkshopId};
use domain::notes::visibility::Visibility;
use domain::workshops::report::back::Return;
use domain::workshops::report::figures::{Final, Report, totals};
use domain::workshops::report::veil::{Eyes, Shown, Veil};
use domain::workshops::report::{Act, DAY, Did, Room, Segment, Stage, quartiles};

pub(super) const MINUTE: i64 = 60_000_000;
/// A Sunday; the workshop opens at its first instant and lasts an hour.
pub(super) const START: i64 = 20_000 * DAY;
pub(super) const END: i64 = START + 60 * MINUTE;

pub(super) fn here() -> WorkshopId {
    "w1".parse().unwrap()
}

/// Days begin at midnight, UTC, in these stories.
pub(super) fn day(end: i64, days: u32) -> i64 {
    end - end % DAY + i64::from(days) * DAY
}

pub(super) fn act(at: i64, did: Did, person: &str) -> Act {
    let person: PersonId = person.parse().unwrap();
    let note: NoteId = format!("n-{person}").parse().unwrap();
    let in_room = matches!(did, Did::Entered | Did::Waited | Did::Drafted | Did::Reread);
    Act {
        at,
        did,
        workshop: in_room.then(here),
        note: matches!(did, Did::Drafted | Did::Wrote | Did::Published | Did::Withdrew)
            .then_some(note),
        person: Some(person),
        other: None,
        words: if did == Did::Wrote { 30 } else { 2 },
        visibility: (did == Did::Published).then_some(Visibility::Workshop),
    }
}

pub(super) fn of_room(at: i64, did: Did) -> Act {
    Act { person: None, workshop: Some(here()), note: None, ..act(at, did, "nobody") }
}

fn thanks(at: i64, by: &str, to: &str) -> Act {
    let note: NoteId = format!("n-{to}").parse().unwrap();
    Act { note: Some(note), other: Some(to.parse().unwrap()), ..act(at, Did::Thanked, by) }
}

/// A story, in the order it happened.
pub(super) fn story(mut acts: Vec<Act>) -> Vec<Act> {
    acts.extend([of_room(START, Did::Opened), of_room(END, Did::Closed)]);
    acts.sort_by_key(|act| (act.at, act.did != Did::Opened));
    acts
}

/// Someone who went through `stages` of the way, a minute each.
pub(super) fn walked(name: &str, stages: usize) -> Vec<Act> {
    let way = [Did::Entered, Did::Drafted, Did::Wrote, Did::Reread, Did::Published];
    let at = |minute: usize| START + i64::try_from(minute + 1).unwrap() * MINUTE;
    let mut acts: Vec<Act> =
        way.iter().take(stages).enumerate().map(|(one, did)| act(at(one), *did, name)).collect();
    if stages > way.len() {
        acts.push(thanks(at(way.len()), "someone", name));
    }
    acts
}

pub(super) fn report(acts: &[Act], now: i64) -> Report {
    Report::of(&here(), acts, (now, Eyes::Others), day).unwrap()
}

fn named(count: usize) -> impl Iterator<Item = String> {
    (0..count).map(|number| format!("p{number}"))
}

#[test]
fn whoever_went_further_went_through_what_comes_before() {
    let mut acts = walked("lea", 2);
    // No preview, no long draft: published all the same.
    acts.push(act(START + 9 * MINUTE, Did::Published, "lea"));
    let room = Room::of(&here(), &story(acts), END + 1);
    for stage in [Stage::Entered, Stage::Idea, Stage::Draft, Stage::Reread, Stage::Published] {
        assert_eq!(room.reached(stage), 1, "{stage:?}");
    }
    assert_eq!(room.reached(Stage::Answered), 0);
    assert_eq!(room.times(Stage::Published), [7 * MINUTE], "since the idea");
}

#[test]
fn what_is_done_after_the_end_is_not_of_the_workshop() {
    let mut acts = walked("lea", 4);
    acts.push(act(END + MINUTE, Did::Published, "lea"));
    assert_eq!(Room::of(&here(), &story(acts), END + DAY).reached(Stage::Published), 0);
}

#[test]
fn a_workshop_that_is_open_has_no_end_and_no_time_to_a_first_note() {
    let acts = story(walked("lea", 5));
    for (now, end, first_note) in [
        (START + 30 * MINUTE, None, None),
        (END, None, None),
        (END + 1, Some(END), Some(4 * MINUTE)),
        (END + DAY, Some(END), Some(4 * MINUTE)),
    ] {
        let room = Room::of(&here(), &acts, now);
        assert_eq!((room.end, room.time_to_first_note()), (end, first_note), "at {now}");
    }
}

#[test]
fn two_phones_of_one_person_are_one_person() {
    let mut acts: Vec<Act> = walked("lea", 1);
    acts.extend(walked("lea-too", 5));
    let merge = Act { other: Some("lea".parse().unwrap()), ..of_room(END - 1, Did::Merged) };
    acts.push(Act { person: Some("lea-too".parse().unwrap()), ..merge });
    let room = Room::of(&here(), &story(acts), END + 1);
    assert_eq!((room.people.len(), room.reached(Stage::Published)), (1, 1));
}

#[test]
fn whoever_waited_at_the_door_is_there_since_they_came() {
    let acts = vec![act(START + 5, Did::Waited, "lea"), act(START + 99, Did::Entered, "lea")];
    assert_eq!(Room::of(&here(), &story(acts.clone()), END).people[0].since, START + 5);
    // Whoever waits still has not entered.
    assert!(Room::of(&here(), &story(acts[..1].to_vec()), END).people.is_empty());
}

#[test]
fn a_segment_is_what_one_was_when_one_entered() {
    let mut acts = walked("lea", 5);
    acts.extend(walked("omar", 1));
    acts.push(act(START - DAY, Did::Published, "omar"));
    acts.extend(walked("zoe", 1));
    acts.extend((1..=50).map(|number| act(START - number * DAY, Did::Thanked, "zoe")));
    let room = Room::of(&here(), &story(acts), END + 1);
    let of =
        |name: &str| room.people.iter().find(|one| one.person.as_str() == name).unwrap().segment;
    assert_eq!(of("lea"), Segment::First);
    assert_eq!((of("omar"), of("zoe")), (Segment::Returning, Segment::Regular));
}

#[test]
fn the_time_to_a_first_note_counts_those_who_did_not_publish() {
    let mut acts: Vec<Act> = named(6).flat_map(|name| walked(&name, 5)).collect();
    let told = |acts: &[Act]| report(&story(acts.to_vec()), END + 1).first_note;
    assert_eq!(told(&acts), Some(4 * MINUTE));
    acts.extend((6..12).flat_map(|number| walked(&format!("p{number}"), 1)));
    assert_eq!(told(&acts), Some(4 * MINUTE), "half of them");
    acts.extend(walked("p12", 1));
    assert_eq!(told(&acts), None, "less than half of them");
}

#[test]
fn quartiles_are_of_the_people_there_are() {
    assert_eq!(quartiles(&[]), None);
    assert_eq!(quartiles(&[7]), Some((7, 7, 7)));
    assert_eq!(quartiles(&[1, 2, 3, 4, 5]), Some((2, 3, 4)));
}

#[test]
fn a_return_is_blank_until_its_window_and_a_day_are_past() {
    let mut acts: Vec<Act> = named(12).flat_map(|name| walked(&name, 5)).collect();
    acts.extend(named(12).map(|name| act(END + MINUTE, Did::Claimed, &name)));
    acts.extend(named(6).map(|name| thanks(END + 3 * DAY, &name, "p11")));
    // The evening of the workshop is not coming back.
    acts.push(thanks(END + MINUTE, "p8", "p11"));
    let acts = story(acts);
    let week = |now: i64| report(&acts, now).returns[0].1;
    assert_eq!(week(day(END, 9)), Final::At(day(END, 9)));
    let Final::Is(told) = week(day(END, 9) + 1) else { panic!("it is final") };
    assert_eq!((told.followed, told.back), (Shown::Exactly(12), Shown::Exactly(6)));
    assert_eq!(told.unknown, Shown::Exactly(0));
    assert_eq!(week(day(END, 90)), Final::Is(told), "and does not move");
    assert_eq!(report(&acts, END + 1).returns[2].0, Return::QuarterContribution);
}

#[test]
fn who_has_no_account_is_unknown_and_an_act_in_another_workshop_is_no_return() {
    let mut acts: Vec<Act> = named(20).flat_map(|name| walked(&name, 5)).collect();
    acts.extend(named(10).map(|name| act(END + MINUTE, Did::Claimed, &name)));
    acts.extend(named(10).map(|name| thanks(END + 3 * DAY, &name, "p11")));
    let told = |acts: &[Act]| match report(&story(acts.to_vec()), END + 20 * DAY).returns[0].1 {
        Final::Is(told) => told,
        Final::At(_) => panic!("it is final"),
    };
    assert_eq!(told(&acts).unknown, Shown::Exactly(10));
    assert_eq!(told(&acts).back, Shown::Exactly(10));
    let other =
        |at: i64, did: Did| Act { workshop: Some("w2".parse().unwrap()), ..of_room(at, did) };
    acts.extend([other(END + 3 * DAY - 1, Did::Opened), other(END + 4 * DAY, Did::Closed)]);
    // A workshop somebody else is in is none of theirs.
    acts.extend([Act {
        person: act(0, Did::Claimed, "p15").person,
        ..other(END + 3 * DAY, Did::Entered)
    }]);
    assert_eq!(told(&acts).back, Shown::Exactly(10));
    acts.extend(named(10).map(|name| {
        let person = act(0, Did::Claimed, &name).person;
        Act { person, ..other(END + 3 * DAY - 1, Did::Entered) }
    }));
    assert_eq!(told(&acts).back, Shown::Exactly(0));
}

/// A room where so many people are, from number `first` on; the first `publish` published.
fn room_of(first: usize, count: usize, publish: usize) -> Room {
    let people = (0..count)
        .flat_map(|at| walked(&format!("p{}", first + at), if at < publish { 5 } else { 1 }));
    Room::of(&here(), &story(people.collect()), END + 1)
}

#[test]
fn someone_in_two_workshops_is_one_person_in_the_total() {
    let shown = |room: &Room| {
        let (mut veil, entered) = Veil::over(room.people.len(), Eyes::Others);
        (entered, veil.show(room.reached(Stage::Published)))
    };
    let told = |rooms: &[Room]| totals(rooms, &rooms.iter().map(shown).collect::<Vec<_>>());
    let kept = (Shown::Kept, Shown::Kept);
    let exactly = |entered, published| (Shown::Exactly(entered), Shown::Exactly(published));
    assert_eq!(told(&[room_of(0, 12, 6), room_of(20, 10, 5)]), exactly(22, 11));
    assert_eq!(told(&[room_of(0, 12, 6), room_of(7, 10, 0)]), exactly(17, 6), "five came twice");
    assert_eq!(told(&[room_of(0, 12, 6), room_of(10, 10, 0)]), kept, "two came twice");
    assert_eq!(told(&[room_of(0, 12, 6), room_of(4, 10, 0)]), kept, "two of them came only there");
    assert_eq!(told(&[room_of(0, 12, 6), room_of(20, 3, 0)]), kept);
    // The one in the middle has two people who came nowhere else.
    let rooms = [room_of(0, 20, 0), room_of(17, 10, 0), room_of(22, 20, 0)];
    assert_eq!(told(&rooms), kept);
    // All of the people but two published somewhere.
    assert_eq!(told(&[room_of(0, 20, 12), room_of(0, 20, 18)]).0, Shown::Kept);
}

#[test]
fn what_comes_to_be_known_later_changes_nothing_that_was_told() {
    let mut acts: Vec<Act> = named(12).flat_map(|name| walked(&name, 5)).collect();
    acts.extend(named(12).map(|name| act(END + MINUTE, Did::Claimed, &name)));
    acts.extend(named(6).map(|name| thanks(END + 3 * DAY, &name, "p11")));
    let day_9 = day(END, 9) + 1;
    let told = report(&story(acts.clone()), day_9);
    // Somebody is let in late; two phones turn out to be one; somebody enters, much later, a
    // workshop that was open when they came back.
    acts.push(act(END + 10 * DAY, Did::Entered, "late"));
    acts.push(act(END - 1, Did::Claimed, "late"));
    let merge = Act { other: Some("p1".parse().unwrap()), ..of_room(END + 10 * DAY, Did::Merged) };
    acts.push(Act { person: Some("p2".parse().unwrap()), ..merge });
    let other = |at, did| Act { workshop: Some("w2".parse().unwrap()), ..act(at, did, "p3") };
    acts.push(Act { person: None, ..other(END + 2 * DAY, Did::Opened) });
    acts.push(other(END + 20 * DAY, Did::Entered));
    let later = report(&story(acts.clone()), END + 40 * DAY);
    assert_eq!((&told.funnel, &told.segments), (&later.funnel, &later.segments));
    assert_eq!(told.returns[0], later.returns[0]);
    assert_eq!(told.answered, later.answered);
    // Opened again the next day: what was told before was not the end.
    acts.push(of_room(END + DAY / 2, Did::Opened));
    assert!(Report::of(&here(), &story(acts), (END + 1, Eyes::Others), day).is_none());
}

#[test]
fn what_everyone_may_read_is_what_stands_at_the_end() {
    let mut acts: Vec<Act> = named(12).flat_map(|name| walked(&name, 5)).collect();
    let public = |at, name: &str| Act {
        visibility: Some(Visibility::Everyone),
        ..act(at, Did::Published, name)
    };
    acts.extend(named(6).map(|name| public(END - 9, &name)));
    let everyone = |acts: &[Act]| report(&story(acts.to_vec()), END + 1).everyone;
    assert_eq!(everyone(&acts), Shown::Exactly(6));
    acts.extend(named(6).map(|name| act(END - 5, Did::Published, &name)));
    assert_eq!(everyone(&acts), Shown::Exactly(0), "to the group alone, in the end");
}

#[test]
fn answers_and_withdrawals_are_of_the_first_note() {
    let mut acts: Vec<Act> = named(6).flat_map(|name| walked(&name, 5)).collect();
    for name in named(6) {
        let second: NoteId = format!("second-{name}").parse().unwrap();
        let on_second = |at, did| Act { note: Some(second.clone()), ..act(at, did, &name) };
        acts.push(on_second(END - 9, Did::Drafted));
        acts.push(on_second(END - 8, Did::Published));
        acts.push(on_second(END - 7, Did::Withdrew));
        acts.push(Act { note: Some(second.clone()), ..thanks(END - 6, "someone", &name) });
    }
    let told = report(&story(acts), END + 3 * DAY);
    assert_eq!(told.kept, Final::Is(Shown::Exactly(6)), "the first stays");
    assert_eq!(told.answered, Final::Is(Shown::Exactly(0)), "and waits for a word");
}

/// Whoever ran the room saw it: they are told its figures, however few they are.
#[test]
fn whoever_runs_the_workshop_reads_real_figures() {
    let acts = story(named(3).flat_map(|name| walked(&name, 5)).collect());
    let others = Report::of(&here(), &acts, (END + 1, Eyes::Others), day).unwrap();
    assert_eq!(others.entered, Shown::Few);
    let runs = Report::of(&here(), &acts, (END + 1, Eyes::Runs), day).unwrap();
    assert_eq!(runs.entered, Shown::Exactly(3));
    assert!(runs.funnel.iter().all(|row| row.count.exact().is_some()));
    assert!(runs.segments.iter().all(|(_, shown)| shown.exact().is_some()));
}

#[test]
fn the_way_says_how_long_each_step_took_and_where_most_stopped() {
    let whole = story(named(6).flat_map(|name| walked(&name, 5)).collect());
    let runs = Report::of(&here(), &whole, (END + 1, Eyes::Runs), day).unwrap();
    let idea = runs.funnel.iter().find(|row| row.stage == Stage::Idea).unwrap();
    assert_eq!(idea.times, Some((MINUTE, MINUTE, MINUTE)));
    // Nobody stopped anywhere: being answered is not in their hands.
    assert_eq!(runs.steepest, None);
    let ways = named(6).enumerate().map(|(at, name)| walked(&name, if at < 4 { 2 } else { 5 }));
    let acts = story(ways.flatten().collect());
    let runs = Report::of(&here(), &acts, (END + 1, Eyes::Runs), day).unwrap();
    assert_eq!(runs.steepest, Some(Stage::Draft));
}
