//! How long each step took those who passed it, for the rules that compare with the room.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::core::ids::{PersonId, WorkshopId};
use domain::workshops::help_signal::{RULES, Seen, State, state};
use domain::workshops::script::Step;
use migrations::DbError;
use projections::workshops::room::Participant;
use projections::workshops::timeline;

use super::presence::Presence;
use crate::engine::clock::SECOND;
use crate::workshops::Workshops;

/// How old these times may be: a room does not change its habits in ten seconds.
const FRESH: i64 = 10 * SECOND;

/// How long a step that was done says that someone moves on.
const LATELY: i64 = 120 * SECOND;

/// Seconds in each step, of those who passed it.
pub type Passed = HashMap<Step, Vec<i64>>;

/// Times worked out lately, by workshop: an answer for each phone that asks would read the
/// whole timeline each time.
#[derive(Default)]
pub struct Known(Mutex<HashMap<WorkshopId, (i64, Arc<Passed>)>>);

impl Workshops<'_> {
    /// How long each step took those who passed it in `workshop`.
    pub async fn passed(&self, workshop: &WorkshopId) -> Result<Arc<Passed>, DbError> {
        let now = self.clock.now();
        {
            let known = self.known_times.0.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some((at, passed)) = known.get(workshop)
                && now - at < FRESH
            {
                return Ok(Arc::clone(passed));
            }
        }
        let passed = Arc::new(times(&timeline::of_workshop(&self.db, workshop).await?));
        let mut known = self.known_times.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|_, (at, _)| now - *at < FRESH);
        known.insert(workshop.clone(), (now, Arc::clone(&passed)));
        Ok(passed)
    }

    /// How someone in `workshop` seems to be.
    pub fn state_of(
        &self,
        participant: &Participant,
        presence: Option<&Presence>,
        passed: &Passed,
    ) -> State {
        let now = self.clock.now();
        let seen = presence.map(|presence| presence.seen(now));
        let times = seen.as_ref().and_then(|seen| passed.get(&seen.step));
        // Whoever has done a step is not stuck in it, wherever their screen is.
        let seen = seen.filter(|seen| !participant.done.contains(&seen.step));
        // Nor is whoever walks quickly lost: a step done clears the changes before it.
        let moves_on = now - participant.last_at < LATELY;
        let seen = seen.map(|seen| Seen { flips: if moves_on { 0 } else { seen.flips }, ..seen });
        state(seen.as_ref(), times.map_or(&[], Vec::as_slice), &RULES)
    }
}

/// The seconds between what completed one step and what completed the next, person by
/// person.
fn times(moments: &[timeline::Moment]) -> Passed {
    let mut last: HashMap<&PersonId, i64> = HashMap::new();
    let mut passed = Passed::new();
    for moment in moments {
        let Some(person) = &moment.person else { continue };
        if moment.moment == "entered" {
            last.insert(person, moment.at);
        }
        let Some(step) = moment.step() else { continue };
        if let Some(before) = last.insert(person, moment.at) {
            passed.entry(step).or_default().push((moment.at - before).max(0) / SECOND);
        }
    }
    passed
}
