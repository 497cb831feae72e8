//! The journeys that need a browser are in `tests/browser`; this runs them.

use std::process::Command;

#[test]
fn journeys() {
    if std::env::var_os("SILLAGE_BROWSER").is_none() {
        eprintln!("no SILLAGE_BROWSER: run bin/test for the journeys in a browser");
        return;
    }
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/browser");
    let told = Command::new("node")
        .args(["--test", "--test-concurrency=1", "--test-reporter=spec"])
        .args(["journeys.test.mjs", "workshop.test.mjs", "offline.test.mjs"])
        .args(["editing.test.mjs", "words.test.mjs", "paste.test.mjs"])
        .args(["mail.test.mjs", "vendor.test.mjs", "html.test.mjs"])
        .current_dir(folder)
        .env("SILLAGE", env!("CARGO_BIN_EXE_sillage"))
        .output()
        .expect("node runs");
    let text = String::from_utf8_lossy(&told.stdout);
    println!("{text}");
    assert!(told.status.success(), "{text}{}", String::from_utf8_lossy(&told.stderr));
}
