//! What is measured while the attack goes on: the memory of the server, and whether it
//! says that it lives. Both from threads of their own, so that a busy attacker is not
//! mistaken for a slow server.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::tally::Tally;
use crate::raw::{self, Head};

/// What the attack may add to the memory of the server, in KiB.
pub const MORE: u64 = 256 << 10;

/// Past this the attack has won: it stops there, so that the machine under the test lives
/// and what was measured is told. In KiB.
const NET: u64 = 3 << 20;

/// Who asks whether it lives: nobody the attackers share an address with.
const PROBE: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 2);

/// How long one answer is waited for: far more than is promised, so that "slow" and "never"
/// are told apart.
const PATIENCE: Duration = Duration::from_secs(20);

/// A figure of `/proc/PID/status`, in KiB; 0 once the process is gone.
fn figure(pid: u32, name: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(name)).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kib| kib.parse().ok()).unwrap_or(0)
}

/// Resident memory now, in KiB.
pub fn resident(pid: u32) -> u64 {
    figure(pid, "VmRSS:")
}

/// The memory of a process, looked at every 100 ms.
pub struct Memory {
    pid: u32,
    pub before: u64,
    peak: Arc<AtomicU64>,
    /// What was under way when it first took more than it may.
    pub culprits: Arc<Mutex<Option<String>>>,
    stop: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Memory {
    /// `enough` is set when the attack has won.
    pub fn watch(pid: u32, tally: &Arc<Tally>, enough: Arc<AtomicBool>) -> Self {
        // The kernel's own high-water mark begins anew: it sees what falls between samples.
        let _ = std::fs::write(format!("/proc/{pid}/clear_refs"), "5");
        let (before, peak) = (resident(pid), Arc::new(AtomicU64::new(0)));
        let (culprits, stop) = (Arc::new(Mutex::new(None)), Arc::new(AtomicBool::new(false)));
        let begun = Instant::now();
        let (tally, seen, ended, blamed) =
            (tally.clone(), peak.clone(), stop.clone(), culprits.clone());
        let thread = std::thread::spawn(move || {
            while !ended.load(Ordering::SeqCst) {
                let now = resident(pid);
                seen.fetch_max(now.max(figure(pid, "VmHWM:")), Ordering::SeqCst);
                if now > before + MORE {
                    blamed.lock().unwrap().get_or_insert_with(|| {
                        format!("after {:?}: {}", begun.elapsed(), tally.under_way())
                    });
                }
                // Nothing is left to attack, either, once the server is gone.
                if now > NET || now == 0 {
                    enough.store(true, Ordering::SeqCst);
                }
                std::thread::sleep(Duration::from_millis(100));
            }
        });
        Self { pid, before, peak, culprits, stop, thread }
    }

    /// Stops looking; the most there ever was, in KiB.
    pub fn end(self) -> u64 {
        self.peak.fetch_max(figure(self.pid, "VmHWM:"), Ordering::SeqCst);
        self.stop.store(true, Ordering::SeqCst);
        self.thread.join().unwrap();
        self.peak.load(Ordering::SeqCst)
    }
}

/// Asks every 250 ms, each time on a connection of its own, whether the server lives.
pub struct Life {
    stop: Arc<AtomicBool>,
    thread: JoinHandle<Vec<Option<Duration>>>,
}

/// How fast it said so.
pub struct Lived {
    pub asked: usize,
    /// Those it never answered, or answered with something else.
    pub missed: usize,
    pub p95: Duration,
    pub slowest: Duration,
}

impl Life {
    pub fn watch(to: SocketAddr) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let ended = stop.clone();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.unwrap().block_on(async {
                let (mut asked, mut every) = (vec![], tokio::time::interval(EVERY));
                while !ended.load(Ordering::SeqCst) {
                    every.tick().await;
                    // Beside each other: one that waits hides none of those after it.
                    asked.push(tokio::spawn(lives(to)));
                }
                let mut told = Vec::with_capacity(asked.len());
                for one in asked {
                    told.push(one.await.unwrap());
                }
                told
            })
        });
        Self { stop, thread }
    }

    pub fn end(self) -> Lived {
        self.stop.store(true, Ordering::SeqCst);
        let told = self.thread.join().unwrap();
        let mut times: Vec<Duration> = told.iter().map(|time| time.unwrap_or(PATIENCE)).collect();
        times.sort();
        let missed = told.iter().filter(|time| time.is_none()).count();
        let at = |part: usize| times[(times.len() * part / 100).min(times.len() - 1)];
        Lived { asked: told.len(), missed, p95: at(95), slowest: at(100) }
    }
}

const EVERY: Duration = Duration::from_millis(250);

async fn lives(to: SocketAddr) -> Option<Duration> {
    let begun = Instant::now();
    let head = Head::get("/sante?vie").bytes();
    let answer = raw::ask(PROBE, to, &[&head], PATIENCE).await;
    (answer.status == 200 && answer.text.contains("\"live\":true")).then(|| begun.elapsed())
}
