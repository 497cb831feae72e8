//! What is promised when things break. Short here and in CI; long by `bin/torture`.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests say what they are by their names")]

#[path = "../support/cluster.rs"]
mod cluster;
#[path = "../support/databases.rs"]
mod databases;
#[path = "../support/objects.rs"]
mod objects;
#[path = "../support/raw.rs"]
mod raw;
#[path = "../support/running.rs"]
mod running;

mod away;
mod crowd;
mod cut;
mod disk;
mod hostile;
mod kill;
mod migration;
mod nodes;
mod pooler;
mod power;
mod rebuild;
mod replica;
mod store;

/// How many rounds, in the short form and in the long one.
fn rounds(short: u32, long: u32) -> u32 {
    if is_long() { long } else { short }
}

/// Whether `bin/torture --long` asks.
fn is_long() -> bool {
    std::env::var("SILLAGE_TORTURE").is_ok_and(|form| form == "long")
}

/// A folder of its own, where PostgreSQL may walk too.
fn folder(name: &str) -> std::path::PathBuf {
    static NEXT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let number = NEXT.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
    let name = format!("sillage-torture-{}-{number}-{name}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
