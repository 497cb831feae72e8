//! How much a process grows while it rebuilds: measured from outside, in a child.

use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use app::engine::clock::Clock;
use app::{App, Settings};

use crate::measure::Outcome;

/// Resident memory now, in KiB.
fn resident() -> u64 {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// Opens the commons at `database`, rebuilds it, and prints two figures in KiB.
pub async fn child(database: &str) -> Outcome<()> {
    let keys = if database.starts_with("postgres") {
        database.to_owned()
    } else {
        format!("{database}.keys")
    };
    let settings = Settings {
        database: database.to_owned(),
        replica: None,
        keys,
        files: app::files::Keeping::default(),
        smtp: None,
        mail_from: "Sillage <sillage@localhost>".to_owned(),
    };
    let app = App::open(&settings, Clock::default()).await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    let before = resident();
    let most = Arc::new(AtomicU64::new(0));
    let seen = most.clone();
    tokio::spawn(async move {
        loop {
            seen.fetch_max(resident(), Ordering::SeqCst);
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    });
    app.projector.rebuild(&mut |_, _, _| {}).await?;
    println!("{before} {}", most.load(Ordering::SeqCst));
    Ok(())
}

/// What a child found: before, and at most, in MiB.
pub fn of(database: &str) -> Outcome<(f64, f64)> {
    let done = Command::new(std::env::current_exe()?).args(["--memory", database]).output()?;
    let text = String::from_utf8_lossy(&done.stdout).into_owned();
    let mut figures = text.split_whitespace().map(str::parse::<f64>);
    let mut next = || -> Outcome<f64> { Ok(figures.next().ok_or("no figure")?? / 1024.0) };
    Ok((next()?, next()?))
}
