//! A note that was taken back, as those it concerns are told.

use maud::Markup;
use projections::notes::history::Withdrawal;

use super::moment;
use crate::shell::voice::Voice;

/// That a note was taken back, when, and why.
pub fn withdrawn(voice: &Voice, withdrawal: &Withdrawal) -> Markup {
    let reason = voice.say(&format!("reason-{}", withdrawal.reason));
    moment::sentence(voice, "withdraw-why", &[("reason", reason.into())], withdrawal.at)
}
