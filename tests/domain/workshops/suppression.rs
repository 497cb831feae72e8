//! Small groups are never shown, nor left when figures are taken from one another: the three
//! promises about figures over time, each named after its number.

use std::collections::BTreeSet;

use domain::notes::visibility::Visibility;
use domain::workshops::report::back::Return;
use domain::workshops::report::figures::Final;
use domain::workshops::report::veil::{Eyes, SMALLEST, Shown, Veil, did_in_parts, parts};
use domain::workshops::report::{Act, DAY, Did, Room, Segment, Stage};
use proptest::prelude::*;
use strum::VariantArray as _;

use super::report::{END, MINUTE, START, act, day, here, of_room, report, story, walked};

#[test]
fn few_people_are_never_told_apart() {
    let (mut veil, everyone) = Veil::over(14, Eyes::Others);
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
    assert_eq!(Veil::over(4, Eyes::Others).1, Shown::Few);
    assert_eq!(Veil::over(4, Eyes::Others).0.show(4), Shown::Kept);
    // Three of fourteen are not told, so neither are the other eleven.
    assert_eq!(parts(&[11, 3, 0], Eyes::Others), [Shown::Kept, Shown::Kept, Shown::Exactly(0)]);
    assert_eq!(parts(&[10, 6, 2], Eyes::Others), [Shown::Exactly(10), Shown::Kept, Shown::Kept]);
    assert_eq!(did_in_parts(&[(10, 5), (8, 8)], Eyes::Others), Some(vec![5, 8]));
    assert_eq!(did_in_parts(&[(10, 7), (8, 8)], Eyes::Others), None);
}

/// A count that is near one shown before says on which side of it.
#[test]
fn a_count_near_another_is_under_or_over_it() {
    let (mut veil, _) = Veil::over(30, Eyes::Others);
    let told = [9, 12, 13, 14, 8, 5, 4, 0, 25, 26].map(|count| veil.show(count));
    let expected = [
        Shown::Exactly(9),
        Shown::Over(9),
        Shown::Over(9),
        Shown::Exactly(14),
        Shown::Under(9),
        Shown::Under(9),
        Shown::Few,
        Shown::Exactly(0),
        Shown::Exactly(25),
        Shown::Under(30),
    ];
    assert_eq!(told, expected);
    // Whoever runs the workshop is told each of them.
    let (mut veil, everyone) = Veil::over(2, Eyes::Runs);
    assert_eq!((everyone, veil.show(1)), (Shown::Exactly(2), Shown::Exactly(1)));
    assert_eq!(Veil::over(0, Eyes::Others).1, Shown::Exactly(0), "nobody is no small group");
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
    let who = |keep: &dyn Fn(&domain::workshops::report::Participant) -> bool| {
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
        let came = |one: &domain::workshops::report::Participant| {
            let alone = Room { people: vec![one.clone()], ..room.clone() };
            let (from, until) = (day(END, first), day(END, after));
            domain::workshops::report::back::back(&alone, *which, from, until).back == 1
        };
        sets.extend(value.back.exact().map(|count| (Set::Back(*which), count, who(&came))));
    }
    sets
}

type Someone = (usize, i64, Option<i64>, Vec<i64>, bool, Option<i64>, u8);

prop_compose! {
    fn person()(
        stages in 1..=6_usize,
        before in prop::sample::select(vec![0, 0, 0, 1, 50]),
        claimed in prop::option::of(0..12_i64),
        returned in prop::collection::vec(1..90_i64, 0..3),
        everyone in any::<bool>(),
        withdrawn in prop::option::of(1..60_i64),
        late in 0..30_u8,
    ) -> Someone {
        (stages, before, claimed, returned, everyone, withdrawn, late)
    }
}

prop_compose! {
    fn rooms()(people in prop::collection::vec(person(), 0..45)) -> Vec<Act> {
        let mut acts = Vec::new();
        for (number, (stages, before, claimed, returned, everyone, withdrawn, late)) in people.into_iter().enumerate() {
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
            // Found out, or let in, when all was over.
            match late {
                0 => acts.push(act(END + 10 * DAY, Did::Entered, &format!("late{number}"))),
                1 => {
                    let other = "p0".parse().ok();
                    let merged = Act { other, ..of_room(END + 10 * DAY, Did::Merged) };
                    acts.push(Act { person: name.parse().ok(), ..merged });
                }
                2 => {
                    let w2 = |at, did| Act { workshop: "w2".parse().ok(), ..act(at, did, &name) };
                    acts.push(Act { person: None, ..w2(END + DAY, Did::Opened) });
                    acts.push(w2(END + 30 * DAY, Did::Entered));
                }
                _ => {}
            }
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
