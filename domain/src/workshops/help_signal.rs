//! Who may need someone to come: rules in words, that clear by themselves.
//!
//! Nothing here is a grade. A person is first asked softly; only silence after that
//! is shown to helpers. Idle time as a sign of being stuck follows the facilitation
//! tool Lumilo (Holstein, Aleven and others, 2018), which waits two minutes;
//! comparing with the median of the room needs five people, or it means nothing.

use crate::workshops::script::Step;

/// What is known of a phone: seconds, and a few counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The step on its screen.
    pub step: Step,
    /// How long it has been there.
    pub in_step: i64,
    /// Since something was last typed or tapped.
    pub since_input: i64,
    /// Since it was last heard of.
    pub since_contact: i64,
    /// How many times it changed steps in the last two minutes.
    pub flips: i64,
    /// Since it was softly asked, if it was and did not answer.
    pub asked: Option<i64>,
    /// Whether its owner said they are thinking, less than five minutes ago.
    pub thinking: bool,
}

/// The numbers of the rules, in seconds or as they say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Without a word in a writing step.
    pub idle: i64,
    /// The least time in a step before it counts as long.
    pub least: i64,
    /// How many times the median of those who passed it.
    pub times: i64,
    /// How many people make a median.
    pub enough: usize,
    /// How many changes of step look lost.
    pub flips: i64,
    pub away: i64,
    /// How long a soft question waits for its answer.
    pub patience: i64,
}

/// The rules unless told otherwise.
pub const RULES: Rules =
    Rules { idle: 120, least: 180, times: 2, enough: 5, flips: 3, away: 60, patience: 60 };

/// How long "I am thinking" is respected, in seconds.
pub const THINKING: i64 = 300;

/// Why someone might want company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nothing typed for that many seconds in a writing step.
    Idle(i64),
    /// That many seconds in one step, when half of the room took at most so many.
    Slow(i64, i64),
    /// That many changes of step in two minutes.
    Lost(i64),
}

/// How someone seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Well, as far as one knows.
    Fine,
    /// Thinking, they said so.
    Thinking,
    /// To be asked softly, on their own screen only.
    Ask(Why),
    /// To be joined: softly asked, and silent since.
    Join(Why),
    /// Not heard of.
    Away,
}

/// How someone seems to be. `passed` is how long each person who passed the step they
/// are at took, in seconds. Whoever was never heard of has not started: nothing is said.
pub fn state(seen: Option<&Seen>, passed: &[i64], rules: &Rules) -> State {
    let Some(seen) = seen else { return State::Fine };
    if seen.since_contact >= rules.away {
        return State::Away;
    }
    if seen.thinking {
        return State::Thinking;
    }
    match (why(seen, passed, rules), seen.asked) {
        (None, _) => State::Fine,
        (Some(why), Some(since)) if since >= rules.patience => State::Join(why),
        (Some(why), _) => State::Ask(why),
    }
}

fn why(seen: &Seen, passed: &[i64], rules: &Rules) -> Option<Why> {
    if seen.step.is_writing() && seen.since_input >= rules.idle {
        return Some(Why::Idle(seen.since_input));
    }
    if let Some(median) = median(passed, rules.enough)
        && seen.in_step > rules.least.max(median.saturating_mul(rules.times))
    {
        return Some(Why::Slow(seen.in_step, median));
    }
    (seen.flips >= rules.flips).then_some(Why::Lost(seen.flips))
}

/// The middle of `times`, when there are `enough` of them.
fn median(times: &[i64], enough: usize) -> Option<i64> {
    if times.len() < enough.max(1) {
        return None;
    }
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len() / 2).copied()
}
