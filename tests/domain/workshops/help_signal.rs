use domain::workshops::help_signal::{RULES, Seen, State, Why, state};
use domain::workshops::script::Step;
use proptest::prelude::*;

fn writing() -> Seen {
    Seen {
        step: Step::Draft,
        in_step: 100,
        since_input: 10,
        since_contact: 5,
        flips: 0,
        asked: None,
        thinking: false,
    }
}

#[test]
fn silence_in_a_writing_step_is_asked_about_softly_before_anyone_is_told() {
    let idle = Seen { since_input: 120, ..writing() };
    assert_eq!(state(Some(&idle), &[], &RULES), State::Ask(Why::Idle(120)));
    let asked = Seen { asked: Some(59), ..idle };
    assert_eq!(state(Some(&asked), &[], &RULES), State::Ask(Why::Idle(120)));
    let silent = Seen { asked: Some(60), ..idle };
    assert_eq!(state(Some(&silent), &[], &RULES), State::Join(Why::Idle(120)));
    let reading = Seen { step: Step::Look, ..silent };
    assert_eq!(state(Some(&reading), &[], &RULES), State::Fine, "reading is not being stuck");
}

#[test]
fn a_median_needs_five_people() {
    let slow = Seen { in_step: 500, asked: Some(90), ..writing() };
    assert_eq!(state(Some(&slow), &[60; 4], &RULES), State::Fine);
    assert_eq!(state(Some(&slow), &[60; 5], &RULES), State::Join(Why::Slow(500, 60)));
    // The least time exactly is not more than it.
    let least = Seen { in_step: 180, ..slow };
    assert_eq!(state(Some(&least), &[60; 5], &RULES), State::Fine);
    assert_eq!(
        state(Some(&Seen { in_step: 181, ..slow }), &[60; 5], &RULES),
        State::Join(Why::Slow(181, 60))
    );
    // Twice sixty seconds is less than the least time: nobody is told.
    let quick = Seen { in_step: 179, ..slow };
    assert_eq!(state(Some(&quick), &[60; 5], &RULES), State::Fine);
}

#[test]
fn who_is_away_or_thinking_is_left_alone() {
    let idle = Seen { since_input: 500, asked: Some(500), ..writing() };
    for (seen, expected) in [
        (idle, State::Join(Why::Idle(500))),
        (Seen { since_input: 119, ..idle }, State::Fine),
        (Seen { since_contact: 59, ..idle }, State::Join(Why::Idle(500))),
        (Seen { since_contact: 60, ..idle }, State::Away),
        (Seen { since_contact: 60, thinking: true, ..idle }, State::Away),
        (Seen { thinking: true, ..idle }, State::Thinking),
        (Seen { asked: None, ..idle }, State::Ask(Why::Idle(500))),
    ] {
        assert_eq!(state(Some(&seen), &[], &RULES), expected, "{seen:?}");
    }
}

#[test]
fn who_goes_to_and_fro_is_lost() {
    for (flips, expected) in
        [(2, State::Fine), (3, State::Ask(Why::Lost(3))), (9, State::Ask(Why::Lost(9)))]
    {
        assert_eq!(state(Some(&Seen { flips, ..writing() }), &[], &RULES), expected);
    }
}

#[test]
fn half_of_the_room_took_at_most_the_median() {
    let slow = |in_step| Seen { in_step, ..writing() };
    // In any order; of an even number, the later of the two in the middle.
    for (passed, limit) in [
        (vec![100, 300, 200, 900, 100], 400),
        (vec![100, 300, 200, 900, 100, 250], 500),
        (vec![10, 20, 30, 40, 50], 180),
    ] {
        let half = state(Some(&slow(limit)), &passed, &RULES);
        assert_eq!(half, State::Fine, "{passed:?}");
        let more = state(Some(&slow(limit + 1)), &passed, &RULES);
        assert!(matches!(more, State::Ask(Why::Slow(..))), "{passed:?} {more:?}");
    }
}

proptest! {
    /// Never about whoever has not started, is away, or says they are thinking; never
    /// before the soft question has had its minute.
    #[test]
    fn nobody_is_to_be_joined_who_was_not_asked_first(
        in_step in 0_i64..4000, since_input in 0_i64..4000, since_contact in 0_i64..200,
        flips in 0_i64..9, asked in proptest::option::of(0_i64..200), thinking in any::<bool>(),
        passed in proptest::collection::vec(0_i64..900, 0..12),
    ) {
        prop_assert_eq!(state(None, &passed, &RULES), State::Fine);
        let seen = Seen {
            step: Step::Draft, in_step, since_input, since_contact, flips, asked, thinking,
        };
        if let State::Join(_) = state(Some(&seen), &passed, &RULES) {
            prop_assert!(since_contact < RULES.away && !thinking);
            prop_assert!(asked.is_some_and(|asked| asked >= RULES.patience));
        }
        // One step forward, one word typed, clears it.
        let fresh = Seen { in_step: 0, since_input: 0, flips: 0, ..seen };
        prop_assert!(!matches!(state(Some(&fresh), &passed, &RULES), State::Join(_)));
    }
}
