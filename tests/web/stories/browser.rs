//! The journeys that need a browser are in `tests/browser`; this runs them.

use std::path::Path;
use std::process::Command;

#[test]
fn journeys() {
    if std::env::var_os("SILLAGE_BROWSER").is_none() {
        eprintln!("no SILLAGE_BROWSER: run bin/test for the journeys in a browser");
        return;
    }
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/browser"));
    // Every file of them: none is forgotten.
    let names = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name());
    let mut files: Vec<_> =
        names.filter(|name| name.to_string_lossy().ends_with(".test.mjs")).collect();
    files.sort();
    let told = Command::new("node")
        .args(["--test", "--test-concurrency=1", "--test-reporter=spec"])
        .args(files)
        .current_dir(folder)
        .env("SILLAGE", env!("CARGO_BIN_EXE_sillage"))
        .output()
        .expect("node runs");
    let text = String::from_utf8_lossy(&told.stdout);
    println!("{text}");
    assert!(told.status.success(), "{text}{}", String::from_utf8_lossy(&told.stderr));
}
