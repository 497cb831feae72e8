//! Events of older versions, brought to the words of today.
//!
//! What is in the log is never rewritten. When an event must change its shape,
//! one [`Step`] is added to [`STEPS`]: from then on the event is written with the
//! next version, and older ones take the step each time they are read. A line of
//! each version stays in the forever file (`tests/domain/core/forever.rs`).

use serde_json::Value;

/// One change of shape of one event.
pub struct Step {
    /// The kind of aggregate.
    pub aggregate: &'static str,
    pub event: &'static str,
    /// The version it leads from, to the next one.
    pub from: u32,
    /// The whole payload, `{"Name": {…}}`, as the next version writes it.
    pub change: fn(Value) -> Value,
}

/// Every step ever needed. None yet: every event is as it was first written.
pub const STEPS: &[Step] = &[];

/// The version in which `event` is written today.
pub fn current(aggregate: &str, event: &str) -> u32 {
    latest(STEPS, aggregate, event)
}

/// Why an event cannot be brought to today's words.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum UpcastError {
    /// A later program wrote it.
    #[error("{event} is in version {version}, later than this program")]
    Later {
        event: String,
        /// Its version in the log.
        version: String,
    },
}

/// `payload`, as `version` of the event wrote it, in today's words; `None` when it
/// is in them already.
pub fn upcast(
    aggregate: &str,
    event: &str,
    version: &str,
    payload: &str,
) -> Result<Option<Value>, UpcastError> {
    through(STEPS, aggregate, event, version, payload)
}

/// [`upcast`], by the steps given.
pub fn through(
    steps: &[Step],
    aggregate: &str,
    event: &str,
    version: &str,
    payload: &str,
) -> Result<Option<Value>, UpcastError> {
    let latest = latest(steps, aggregate, event);
    let later = || UpcastError::Later { event: event.to_owned(), version: version.to_owned() };
    let version: u32 = version.parse().map_err(|_| later())?;
    if version > latest {
        return Err(later());
    }
    if version == latest {
        return Ok(None);
    }
    // A torn payload is told by whoever reads it next.
    let mut value: Value = serde_json::from_str(payload).unwrap_or_default();
    for from in version..latest {
        let step = of(steps, aggregate, event).find(|step| step.from == from);
        if let Some(step) = step {
            value = (step.change)(value);
        }
    }
    Ok(Some(value))
}

fn latest(steps: &[Step], aggregate: &str, event: &str) -> u32 {
    of(steps, aggregate, event).map(|step| step.from + 1).max().unwrap_or(1)
}

fn of<'s>(steps: &'s [Step], aggregate: &'s str, event: &'s str) -> impl Iterator<Item = &'s Step> {
    steps.iter().filter(move |step| step.aggregate == aggregate && step.event == event)
}
