//! What a rehearsal found.

use std::collections::HashMap;
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
    /// When each phone, by name, sent each of its steps, and was answered.
    sent: HashMap<String, Vec<(Instant, Instant)>>,
    /// How long each step took to reach the console that was watched, from the moment the
    /// site said it was done, and from the moment it was sent.
    delays: Option<(Vec<Duration>, Vec<Duration>)>,
    /// Steps that never reached it.
    unseen: usize,
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
            sent: HashMap::new(),
            delays: None,
            unseen: 0,
        }
    }

    pub(super) fn add(&mut self, phone: Phone, ended: Result<usize, String>) {
        for reached in &mut self.reached[..phone.reached] {
            *reached += 1;
        }
        self.times.extend(phone.times);
        self.sent.insert(phone.title, phone.sent);
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

    /// What a console saw: by name, when each number of steps done was first shown.
    pub(super) fn seen(&mut self, shown: &HashMap<String, Vec<Instant>>) {
        let (mut since_done, mut since_sent) = (vec![], vec![]);
        for (name, sent) in &self.sent {
            let shown = shown.get(name).map_or(&[][..], Vec::as_slice);
            for (at, (sent, done)) in sent.iter().enumerate() {
                match shown.get(at) {
                    Some(shown) => {
                        since_done.push(shown.saturating_duration_since(*done));
                        since_sent.push(shown.saturating_duration_since(*sent));
                    }
                    None => self.unseen += 1,
                }
            }
        }
        since_done.sort_unstable();
        since_sent.sort_unstable();
        self.delays = Some((since_done, since_sent));
    }

    /// How long a step that is done takes to reach the console for 95 of 100, and how many
    /// never did; `None` when no console was watched.
    pub fn console_p95(&self) -> Option<(Duration, usize)> {
        let (since_done, _) = self.delays.as_ref()?;
        Some((percentile(since_done, 95), self.unseen))
    }

    /// How many first notes are not there exactly once.
    pub fn lost(&self) -> usize {
        self.missing + self.doubled
    }

    fn percentile(&self, percent: usize) -> f64 {
        percentile(&self.times, percent).as_secs_f64() * 1000.0
    }
}

/// Of sorted times; zero of none.
fn percentile(times: &[Duration], percent: usize) -> Duration {
    let last = times.len().saturating_sub(1);
    times.get((times.len() * percent / 100).min(last)).copied().unwrap_or_default()
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
        if let Some((since_done, since_sent)) = &self.delays {
            writeln!(
                f,
                "  étapes vues à la console · steps seen on the console {:>4}   jamais · never {}",
                since_done.len(),
                self.unseen,
            )?;
            for (name, delays) in [("faites · done", since_done), ("envoyées · sent", since_sent)]
            {
                let ms = |percent: usize| percentile(delays, percent).as_secs_f64() * 1000.0;
                writeln!(
                    f,
                    "    depuis · since {name:<16} p50 {:.0} ms   p95 {:.0} ms   p99 {:.0} ms",
                    ms(50),
                    ms(95),
                    ms(99),
                )?;
            }
        }
        for trouble in self.troubles.iter().take(5) {
            writeln!(f, "  ! {trouble}")?;
        }
        Ok(())
    }
}
