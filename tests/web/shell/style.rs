//! Stylesheets: a class has one, and is on some page.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn web() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn sources(folder: &Path, found: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else {
            found.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

/// The frames of a page (`layout.rs`): any stylesheet may look another way inside one.
const FRAMES: [&str; 4] = ["site", "step", "live", "screen"];

/// The classes that selectors name, each with the files that name it.
fn classes() -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for entry in fs::read_dir(web().join("assets/style")).unwrap() {
        let path = entry.unwrap().path();
        // Paper is another world: it says of any class how it is printed.
        if path.ends_with("print.css") {
            continue;
        }
        let mut css = fs::read_to_string(&path).unwrap();
        while let (Some(from), Some(to)) = (css.find("/*"), css.find("*/")) {
            css.replace_range(from..to + 2, "");
        }
        // What stands before a brace is a selector, or a rule about the page.
        for before in css.split('{').map(|part| part.rsplit(['}', ';']).next().unwrap()) {
            for part in before.split('.').skip(1).filter(|_| !before.trim().starts_with('@')) {
                let is_name = |sign: char| sign.is_alphanumeric() || sign == '-' || sign == '_';
                let name = part.split(|sign| !is_name(sign)).next().unwrap();
                let file = path.file_name().unwrap().to_string_lossy().into_owned();
                found.entry(name.to_owned()).or_default().insert(file);
            }
        }
    }
    found
}

#[test]
fn a_class_has_one_stylesheet() {
    let found = classes();
    assert!(found.len() > 200, "the search for classes finds them");
    let shared: Vec<_> = found
        .iter()
        .filter(|(name, files)| files.len() > 1 && !FRAMES.contains(&name.as_str()))
        .collect();
    assert!(shared.is_empty(), "give each its own name: {shared:?}");
}

#[test]
fn a_class_of_a_stylesheet_is_on_some_page() {
    let mut source = String::new();
    sources(&web().join("src"), &mut source);
    sources(&web().join("assets/surface"), &mut source);
    let is_name = |sign: char| sign.is_alphanumeric() || sign == '-' || sign == '_';
    let words: BTreeSet<&str> = source.split(|sign| !is_name(sign)).collect();
    for (name, files) in classes() {
        // `depth-2` is one of `depth-{…}`.
        let family = name.trim_end_matches(|sign: char| sign.is_ascii_digit());
        let is_numbered = family != name && source.contains(&format!("{family}{{"));
        let is_counted = family != name && source.contains(&format!("{{ \"{family}\" ("));
        assert!(
            words.contains(name.as_str()) || is_numbered || is_counted,
            ".{name} of {files:?} is on no page"
        );
    }
}

/// The relative luminance of a colour (WCAG 2.2, "relative luminance"), from `#rrggbb`.
fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

/// Every text on everything it may stand on, by day and by night: 7 to 1 (WCAG 2.2, 1.4.6).
#[test]
fn every_text_is_read_at_seven_to_one() {
    let tokens = fs::read_to_string(web().join("assets/style/tokens.css")).unwrap();
    let colour = |name: &str, night: usize| {
        let line = tokens.lines().find(|line| line.trim().starts_with(&format!("--{name}:")));
        let line = line.unwrap_or_else(|| panic!("{name}"));
        let found: Vec<usize> = line.match_indices('#').map(|(at, _)| at).collect();
        let at = found[night.min(found.len() - 1)];
        luminance(&line[at..at + 7])
    };
    let grounds = ["paper", "card", "lake-wash", "foam", "sun-wash", "more-wash", "less-wash"];
    let mut pairs: Vec<(&str, &str)> = ["ink", "soft", "lake", "sun", "more", "less"]
        .into_iter()
        .flat_map(|text| grounds.map(|ground| (text, ground)))
        .collect();
    pairs.extend([("lake-ink", "lake"), ("lantern-ink", "lantern"), ("ink", "foam-deep")]);
    for (text, ground) in pairs {
        for night in [0, 1] {
            let (one, other) = (colour(text, night), colour(ground, night));
            let ratio = (one.max(other) + 0.05) / (one.min(other) + 0.05);
            assert!(ratio >= 7.0, "{text} on {ground}, {night}: {ratio:.2}");
        }
    }
}
