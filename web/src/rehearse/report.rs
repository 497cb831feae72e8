//! What a rehearsal found.

use std::fmt;
use std::time::{Duration, Instant};

use super::phone::{Phone, STEPS};

/// The funnel, the times, and any loss.
#[derive(Clone, Debug)]
pub struct Report {
    participants: usize,
    reached: [usize; STEPS.len()],
    times: Vec<Duration>,
    again: usize,
    once: usize,
    missing: usize,
    doubled: usize,
    troubles: Vec<String>,
    began: Instant,
    took: Duration,
}

impl Report {
    pub(super) fn new(participants: usize) -> Self {
        Self {
            participants,
            reached: [0; STEPS.len()],
            times: vec![],
            again: 0,
            once: 0,
            missing: 0,
            doubled: 0,
            troubles: vec![],
            began: Instant::now(),
            took: Duration::ZERO,
        }
    }

    pub(super) fn add(&mut self, phone: Phone, ended: Result<usize, String>) {
        for reached in &mut self.reached[..phone.reached] {
            *reached += 1;
        }
        self.times.extend(phone.times);
        self.again += phone.again;
        match ended {
            Ok(1) => self.once += 1,
            Ok(0) => self.missing += 1,
            Ok(_) => self.doubled += 1,
            Err(trouble) => {
                self.missing += 1;
                self.troubles.push(trouble);
            }
        }
    }

    pub(super) fn end(&mut self) {
        self.took = self.began.elapsed();
        self.times.sort_unstable();
    }

    /// How many first notes are not there exactly once.
    pub fn lost(&self) -> usize {
        self.missing + self.doubled
    }

    fn percentile(&self, percent: usize) -> f64 {
        let last = self.times.len().saturating_sub(1);
        let at = (self.times.len() * percent / 100).min(last);
        self.times.get(at).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} téléphones · phones, {:.1} s", self.participants, self.took.as_secs_f64())?;
        for (step, reached) in STEPS.iter().zip(self.reached) {
            writeln!(f, "  {step:<22} {reached:>4}")?;
        }
        writeln!(
            f,
            "  requêtes · requests     {:>4}   p50 {:.1} ms   p95 {:.1} ms   p99 {:.1} ms",
            self.times.len(),
            self.percentile(50),
            self.percentile(95),
            self.percentile(99),
        )?;
        writeln!(f, "  renvois · sent again    {:>4}", self.again)?;
        writeln!(
            f,
            "  premières notes · first notes: {} une fois · once, {} perdues · lost, {} doublées · doubled",
            self.once, self.missing, self.doubled
        )?;
        for trouble in self.troubles.iter().take(5) {
            writeln!(f, "  ! {trouble}")?;
        }
        Ok(())
    }
}
