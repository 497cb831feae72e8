use std::collections::BTreeSet;

use domain::ids::{NoteId, PersonId, WorkshopId};
use domain::report::back::Return;
use domain::report::figures::{Final, Report, total};
use domain::report::veil::{SMALLEST, Shown, Veil, did_in_parts, parts};
use domain::report::{Act, DAY, Did, Room, Segment, Stage, quartiles};
use domain::visibility::Visibility;
use proptest::prelude::*;
use strum::VariantArray as _;

const MINUTE: i64 = 60_000_000;
/// A Sunday; the workshop opens at its first instant and lasts an hour.
const START: i64 = 20_000 * DAY;
const END: i64 = START + 60 * MINUTE;

fn here() -> WorkshopId {
    "w1".parse().unwrap()
}

/// Days begin at midnight, UTC, in these stories.
fn day(end: i64, days: u32) -> i64 {
    end - end % DAY + i64::from(days) * DAY
}

fn act(at: i64, did: Did, person: &str) -> Act {
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

fn of_room(at: i64, did: Did) -> Act {
    Act { person: None, workshop: Some(here()), note: None, ..act(at, did, "nobody") }
}

fn thanks(at: i64, by: &str, to: &str) -> Act {
    let note: NoteId = format!("n-{to}").parse().unwrap();
    Act { note: Some(note), other: Some(to.parse().unwrap()), ..act(at, Did::Thanked, by) }
}

/// A story, in the order it happened.
fn story(mut acts: Vec<Act>) -> Vec<Act> {
    acts.extend([of_room(START, Did::Opened), of_room(END, Did::Closed)]);
    acts.sort_by_key(|act| (act.at, act.did != Did::Opened));
    acts
}

/// Someone who went through `stages` of the way, a minute each.
fn walked(name: &str, stages: usize) -> Vec<Act> {
    let way = [Did::Entered, Did::Drafted, Did::Wrote, Did::Reread, Did::Published];
    let at = |minute: usize| START + i64::try_from(minute + 1).unwrap() * MINUTE;
    let mut acts: Vec<Act> =
        way.iter().take(stages).enumerate().map(|(one, did)| act(at(one), *did, name)).collect();
    if stages > way.len() {
        acts.push(thanks(at(way.len()), "someone", name));
    }
    acts
}

fn report(acts: &[Act], now: i64) -> Report {
    Report::of(&here(), acts, now, day).unwrap()
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

#[test]
fn few_people_are_never_told_apart() {
    let (mut veil, everyone) = Veil::over(14);
    assert_eq!(everyone, Shown::Exactly(14));
    let told = [9, 12, 14, 3, 0, 10].map(|count| veil.show(count));
    assert_eq!(
        told,
        [
            Shown::Exactly(9),
            Shown::Under(14),
            Shown::Exactly(14),
            Shown::Few,
            Shown::Exactly(0),
            Shown::Under(14),
        ]
    );
    assert_eq!(Veil::over(4).1, Shown::Few);
    assert_eq!(Veil::over(4).0.show(4), Shown::Kept);
    // Three of fourteen are not told, so neither are the other eleven.
    assert_eq!(parts(&[11, 3, 0]), [Shown::Kept, Shown::Kept, Shown::Exactly(0)]);
    assert_eq!(parts(&[10, 6, 2]), [Shown::Exactly(10), Shown::Kept, Shown::Kept]);
    assert_eq!(did_in_parts(&[(10, 5), (8, 8)]), Some(vec![5, 8]));
    assert_eq!(did_in_parts(&[(10, 7), (8, 8)]), None);
}

#[test]
fn someone_in_two_workshops_is_one_person_in_the_total() {
    let rows = [Shown::Exactly(12), Shown::Exactly(9)];
    assert_eq!(total(&rows, 21), Shown::Exactly(21));
    assert_eq!(total(&rows, 15), Shown::Exactly(15));
    assert_eq!(total(&rows, 18), Shown::Under(21), "three of them came twice");
    assert_eq!(total(&[Shown::Exactly(12), Shown::Few], 14), Shown::Kept);
}

/// What a set of people is, so that one knows which sets hold which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Set {
    Went(Stage),
    Of(Segment),
    Published(Segment),
    Everyone,
    Followed(Return),
    Back(Return),
}

impl Set {
    /// Whether it holds the other by what they are, whoever is in them.
    fn holds(self, other: Self) -> bool {
        match (self, other) {
            (Self::Went(Stage::Entered), _) => true,
            (Self::Went(one), Self::Went(other)) => one <= other,
            (Self::Went(one), Self::Published(_) | Self::Everyone) => one <= Stage::Published,
            (Self::Of(one), Self::Of(other) | Self::Published(other))
            | (Self::Published(one), Self::Published(other)) => one == other,
            (Self::Followed(one), Self::Followed(other) | Self::Back(other)) => one >= other,
            (one, other) => one == other,
        }
    }
}

/// Every set of people whose size is told, as the names of its people: what somebody
/// who wants to know more has to begin with.
fn told(acts: &[Act], now: i64) -> Vec<(Set, usize, BTreeSet<String>)> {
    let room = Room::of(&here(), acts, now);
    let report = report(acts, now);
    let who = |keep: &dyn Fn(&domain::report::One) -> bool| {
        let kept = room.people.iter().filter(|one| keep(one));
        kept.map(|one| one.person.to_string()).collect::<BTreeSet<_>>()
    };
    let mut sets = Vec::new();
    for row in &report.funnel {
        let set = who(&|one| one.went(row.stage));
        sets.extend(row.count.exact().map(|count| (Set::Went(row.stage), count, set)));
    }
    for (at, (segment, shown)) in report.segments.iter().enumerate() {
        let set = who(&|one| one.segment == *segment);
        sets.extend(shown.exact().map(|count| (Set::Of(*segment), count, set)));
        if let Some(published) = &report.published {
            let set = who(&|one| one.segment == *segment && one.went(Stage::Published));
            sets.push((Set::Published(*segment), published[at], set));
        }
    }
    let set = who(&|one| one.everyone);
    sets.extend(report.everyone.exact().map(|count| (Set::Everyone, count, set)));
    for (which, value) in &report.returns {
        let Final::Is(value) = value else { continue };
        let (first, after) = which.days();
        let set = who(&|one| one.claimed.is_some_and(|at| at < day(END, first)));
        sets.extend(value.followed.exact().map(|count| (Set::Followed(*which), count, set)));
        let came = |one: &domain::report::One| {
            let alone = Room { people: vec![one.clone()], ..room.clone() };
            let (from, until) = (day(END, first), day(END, after));
            domain::report::back::back(&alone, *which, from, until).back == 1
        };
        sets.extend(value.back.exact().map(|count| (Set::Back(*which), count, who(&came))));
    }
    sets
}

prop_compose! {
    fn person()(
        stages in 1..=6_usize,
        before in prop::sample::select(vec![0, 0, 0, 1, 50]),
        claimed in prop::option::of(0..12_i64),
        returned in prop::collection::vec(1..90_i64, 0..3),
        everyone in any::<bool>(),
        withdrawn in prop::option::of(1..60_i64),
    ) -> (usize, i64, Option<i64>, Vec<i64>, bool, Option<i64>) {
        (stages, before, claimed, returned, everyone, withdrawn)
    }
}

prop_compose! {
    fn rooms()(people in prop::collection::vec(person(), 0..45)) -> Vec<Act> {
        let mut acts = Vec::new();
        for (number, (stages, before, claimed, returned, everyone, withdrawn)) in people.into_iter().enumerate() {
            let name = format!("p{number}");
            let mut theirs = walked(&name, stages);
            for act in &mut theirs {
                if act.did == Did::Published && everyone {
                    act.visibility = Some(Visibility::Everyone);
                }
            }
            acts.extend(theirs);
            acts.extend((0..before).map(|day| act(START - (day + 1) * DAY, Did::Published, &name)));
            acts.extend(claimed.map(|day| act(END + day * DAY, Did::Claimed, &name)));
            acts.extend(returned.iter().map(|day| act(END + day * DAY, Did::Suggested, &name)));
            if stages > 4 {
                acts.extend(withdrawn.map(|hours| act(END + hours * 60 * MINUTE, Did::Withdrew, &name)));
            }
        }
        story(acts)
    }
}

proptest! {
    /// Number 6: steps only ever lose people, segments hold everyone once.
    #[test]
    fn test_06_the_funnel_goes_down_and_segments_add_up(acts in rooms()) {
        let room = Room::of(&here(), &acts, END + 1);
        let counts: Vec<usize> = Stage::VARIANTS.iter().map(|stage| room.reached(*stage)).collect();
        prop_assert!(counts.is_sorted_by(|before, after| before >= after));
        prop_assert_eq!(counts[0], room.people.len());
        let of = |segment: &Segment| room.people.iter().filter(|one| one.segment == *segment).count();
        prop_assert_eq!(Segment::VARIANTS.iter().map(of).sum::<usize>(), room.people.len());
        let told = report(&acts, END + 1);
        let shown: Vec<usize> = told.funnel.iter().filter_map(|row| row.count.exact()).collect();
        prop_assert!(shown.is_sorted_by(|before, after| before >= after));
    }

    /// Number 7: once final, a figure is what it was on the day it became so.
    #[test]
    fn test_07_a_final_figure_never_moves(acts in rooms(), days in prop::collection::vec(0..120_u32, 2)) {
        let (early, late) = (days[0].min(days[1]), days[0].max(days[1]));
        let early = report(&acts, day(END, early + 1));
        let late = report(&acts, day(END, late + 1));
        prop_assert_eq!(&early.funnel, &late.funnel);
        prop_assert_eq!((&early.segments, &early.published), (&late.segments, &late.published));
        for (one, other) in early.returns.iter().zip(&late.returns) {
            prop_assert!(matches!(one.1, Final::At(_)) || one.1 == other.1);
        }
        prop_assert!(matches!(early.answered, Final::At(_)) || early.answered == late.answered);
        prop_assert!(matches!(early.kept, Final::At(_)) || early.kept == late.kept);
    }

    /// Number 8: taking from one another any two figures of any two days, where one holds
    /// the other, never leaves one to four people; nor do parts taken from their whole.
    #[test]
    fn test_08_no_subtraction_leaves_a_small_group(acts in rooms(), now in 0..120_u32) {
        let mut sets = told(&acts, END + 1);
        sets.extend(told(&acts, day(END, now + 1)));
        let small = |count: usize| (1..SMALLEST).contains(&count);
        for (name, count, set) in &sets {
            prop_assert_eq!(*count, set.len(), "{:?}", name);
            prop_assert!(!small(*count), "{:?} are {}", name, count);
            for (other, _, held) in sets.iter().filter(|(other, ..)| name.holds(*other)) {
                prop_assert!(!small(set.difference(held).count()), "{:?} less {:?}", name, other);
            }
        }
        // The parts of a whole, all but one of which are told, or all of them.
        let is = |one: Set| sets.iter().find(|(name, ..)| *name == one).map(|(_, count, _)| *count);
        let parts = |set: fn(Segment) -> Set| -> usize {
            Segment::VARIANTS.iter().filter_map(|segment| is(set(*segment))).sum()
        };
        if let Some(whole) = is(Set::Went(Stage::Entered)) {
            prop_assert!(!small(whole - parts(Set::Of)), "segments less {}", whole);
        }
        if let Some(whole) = is(Set::Went(Stage::Published)) {
            prop_assert!(!small(whole - parts(Set::Published)), "published less {}", whole);
        }
    }
}
