//! `RESULTS.md`: one row a measure, the last one of each kept.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

use crate::measure::{Compared, Outcome};

/// The file, and its rows by their place.
pub struct Report {
    path: PathBuf,
    rows: BTreeMap<String, String>,
}

const HEAD: &str = "| measure | target | ratio | ours | reference | what was compared |\n| --- | --- | --- | --- | --- | --- |\n";

impl Report {
    /// Reads what was measured before: a part can be measured again alone.
    pub fn open() -> Self {
        let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/RESULTS.md"));
        let mut rows = BTreeMap::new();
        if let Ok(text) = std::fs::read_to_string(&path) {
            for line in text.lines().filter(|line| line.starts_with("| ")) {
                if let Some(name) = line.split('|').nth(1).filter(|name| name.contains('.')) {
                    rows.insert(name.trim().to_owned(), line.to_owned());
                }
            }
        }
        Self { path, rows }
    }

    /// Adds one; `target` is the least ratio wanted, or the most when it begins with `≤`.
    pub fn add(
        &mut self,
        name: &str,
        target: &str,
        unit: &str,
        told: Compared,
        what: &str,
    ) -> Outcome<()> {
        let Compared { ours, theirs, ratio } = told;
        let line = format!(
            "| {name} | {target} | **{ratio:.2}** | {} {unit} | {} {unit} | {what} |",
            short(ours),
            short(theirs)
        );
        println!("{line}");
        self.rows.insert(name.to_owned(), line);
        self.write()
    }

    /// Writes the file.
    pub fn write(&self) -> Outcome<()> {
        let told = |program: &str, args: &[&str]| {
            let out = Command::new(program).args(args).output();
            out.map(|out| String::from_utf8_lossy(&out.stdout).trim().to_owned())
                .unwrap_or_default()
        };
        let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let cpus = cpu.lines().filter(|line| line.starts_with("processor")).count();
        let model =
            cpu.lines().find(|line| line.starts_with("model name")).unwrap_or("a processor");
        let model = model.split(':').next_back().unwrap_or_default().trim();
        let text = format!(
            "# Results\n\nWritten by `bin/bench`; how to read it is in README.md. Shared, noisy machines: \
             read the ratios (ours over the reference, median of {} measured in turns).\n\n\
             {} · {cpus} × {model} · {} · {} · SQLite {} · {}\n\n{HEAD}{}\n\n{}",
            crate::measure::ROUNDS,
            told("date", &["-u", "+%Y-%m-%d %H:%M UTC"]),
            told("uname", &["-sr"]),
            told("/usr/lib/postgresql/15/bin/postgres", &["--version"]),
            rusqlite::version(),
            told("rustc", &["--version"]),
            self.rows.values().cloned().collect::<Vec<_>>().join("\n"),
            include_str!("../NOT_MET.md"),
        );
        Ok(std::fs::write(&self.path, text)?)
    }
}

fn short(value: f64) -> String {
    if value >= 100.0 { format!("{value:.0}") } else { format!("{value:.2}") }
}
