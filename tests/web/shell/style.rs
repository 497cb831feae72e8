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
