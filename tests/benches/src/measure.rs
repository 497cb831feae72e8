//! Two things in turns, five times, and the median of what each gave.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Anything that stops a bench is worth reading whole.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// How many times each is measured.
pub const ROUNDS: usize = 5;

/// How long one measure of a throughput lasts.
pub const LONG: Duration = Duration::from_millis(1500);

/// The middle one.
pub fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// What was measured of us and of the reference, medians, and the median ratio of
/// neighbours in time.
#[derive(Clone, Copy, Debug)]
pub struct Compared {
    /// Ours.
    pub ours: f64,
    /// The reference.
    pub theirs: f64,
    /// Ours over theirs.
    pub ratio: f64,
}

/// Compares values measured in turns.
pub fn compare(pairs: &[(f64, f64)]) -> Compared {
    let mut ours: Vec<f64> = pairs.iter().map(|pair| pair.0).collect();
    let mut theirs: Vec<f64> = pairs.iter().map(|pair| pair.1).collect();
    let mut ratios: Vec<f64> = pairs.iter().map(|pair| pair.0 / pair.1).collect();
    Compared { ours: median(&mut ours), theirs: median(&mut theirs), ratio: median(&mut ratios) }
}

/// How many times a second `callers` get an answer, each asking again at once.
pub async fn per_second<F, G>(callers: usize, ask: F) -> f64
where
    F: Fn(usize) -> G + Clone + Send + 'static,
    G: Future<Output = ()> + Send,
{
    let (stop, count) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
    let begun = Instant::now();
    let callers: Vec<_> = (0..callers)
        .map(|caller| {
            let (stop, count, ask) = (stop.clone(), count.clone(), ask.clone());
            tokio::spawn(async move {
                while !stop.load(Ordering::Relaxed) {
                    ask(caller).await;
                    count.fetch_add(1, Ordering::Relaxed);
                }
            })
        })
        .collect();
    tokio::time::sleep(LONG).await;
    stop.store(true, Ordering::Relaxed);
    for caller in callers {
        let _ = caller.await;
    }
    #[expect(clippy::cast_precision_loss, reason = "a count of a few millions")]
    let count = count.load(Ordering::Relaxed) as f64;
    count / begun.elapsed().as_secs_f64()
}

/// The time below which 95 of 100 fell, in milliseconds.
pub fn p95(times: &mut [Duration]) -> f64 {
    times.sort();
    times.get(times.len() * 95 / 100).map_or(f64::NAN, |time| time.as_secs_f64() * 1000.0)
}
