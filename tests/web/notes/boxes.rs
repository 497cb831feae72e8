//! The boxes of a first note, recognised by their headings for ever.

use web::notes::boxes::{HEADINGS, PARTS, split};
use web::shell::voice::SOURCES;

/// A translator may correct a heading: notes that have the old one still open in boxes, as long as
/// both stand in [`HEADINGS`].
#[test]
fn every_heading_of_a_box_is_known_for_ever() {
    for (language, source) in SOURCES {
        for (known, part) in HEADINGS.iter().zip(PARTS) {
            let key = format!("draft-{part}-heading = ");
            let heading = source.lines().find_map(|line| line.strip_prefix(&key)).unwrap();
            let heading = heading.replace('’', "'");
            assert!(
                known.contains(&heading.as_str()),
                "add {heading:?} ({language}) to HEADINGS, and keep the others"
            );
        }
    }
}

#[test]
fn notes_with_old_headings_open_in_boxes() {
    let body = "## Context\n\nun\n\n## Ce qu’on a fait\n\ndeux\n\n## What it changes\n\ntrois\n";
    assert_eq!(split(body), Some(["un", "deux", "trois"].map(str::to_owned)));
    assert_eq!(
        split("## Context\n\nun\n\n## Autre\n\ndeux\n"),
        Some(["un\n\n## Autre\n\ndeux", "", ""].map(str::to_owned))
    );
    assert_eq!(split("## Ce que ça change\n\nun\n\n## Contexte\n\ndeux\n"), None);
    assert_eq!(split("Mots.\n\n## Contexte\n\nun\n"), None);
}
