//! The rules of the house that the compiler cannot check.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const LONGEST: usize = 400;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Our own source files: Rust, SQL, style, scripts, texts are not counted.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && !matches!(name.as_str(), "target" | "node_modules" | ".git" | "data") {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs" || ending == "mjs") {
            found.push(path);
        }
    }
}

fn all() -> Vec<PathBuf> {
    let mut found = Vec::new();
    sources(&root(), &mut found);
    found
}

#[test]
fn no_file_is_too_long_to_be_read_in_one_sitting() {
    let mut lengths: Vec<(usize, PathBuf)> = all()
        .into_iter()
        .map(|path| (fs::read_to_string(&path).unwrap().lines().count(), path))
        .collect();
    lengths.sort();
    let long: Vec<_> = lengths.iter().filter(|(length, _)| *length > LONGEST).collect();
    assert!(long.is_empty(), "a word is missing in {long:?}");
}

#[test]
fn every_public_item_says_what_it_is() {
    let kinds = ["fn ", "async fn ", "const fn ", "struct ", "enum ", "trait ", "type "];
    // The commands of the program say what they are in its help.
    let is_command = |path: &Path| path.starts_with(root().join("web/src/commands"));
    let mut silent = Vec::new();
    for path in all().iter().filter(|path| path.iter().any(|part| part == "src")) {
        if is_command(path) {
            continue;
        }
        let text = fs::read_to_string(path).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let Some(item) = line.trim_start().strip_prefix("pub ") else { continue };
            let is_plain = item.starts_with("fn new() -> Self") || item.contains('$');
            if is_plain || !kinds.iter().any(|kind| item.starts_with(kind)) {
                continue;
            }
            // Attributes may stand between, on several lines.
            let above = lines[..at].iter().rev().map(|line| line.trim());
            let ends = |line: &&str| {
                line.is_empty() || line.starts_with("///") || line.ends_with(['{', '}', ';'])
            };
            let first = above.into_iter().find(ends);
            if first.is_none_or(|line| !line.starts_with("///")) {
                silent.push(format!("{}:{} {item}", path.display(), at + 1));
            }
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
fn the_domain_knows_nothing_of_the_world() {
    let manifest = fs::read_to_string(root().join("domain/Cargo.toml")).unwrap();
    let own = manifest.split("[dev-dependencies]").next().unwrap();
    for stranger in ["sqlx", "rusqlite", "poem", "maud", "tokio", "reqwest"] {
        assert!(!own.contains(stranger), "domain depends on {stranger}");
    }
}

#[test]
fn pages_write_no_sql_and_see_no_event() {
    for path in all() {
        let text = fs::read_to_string(&path).unwrap();
        if path.starts_with(root().join("web/src")) {
            for forbidden in [".rows(", ".exec(", "values![", "::Event"] {
                assert!(!text.contains(forbidden), "{} has {forbidden}", path.display());
            }
        }
    }
}

#[test]
fn only_four_places_hand_out_html_they_did_not_write() {
    for path in all() {
        let text = fs::read_to_string(&path).unwrap();
        let allowed = ["markdown.rs", "icon.rs", "qr.rs", "typography.rs", "house.rs"];
        let name = path.file_name().unwrap().to_str().unwrap();
        assert!(!text.contains("PreEscaped(") || allowed.contains(&name), "{}", path.display());
    }
}

#[test]
fn bytes_become_words_at_one_door() {
    // The word of a program of the system, hexadecimal, a stream that our own client reads, an
    // address; a page of the web, and what a tokenizer gives back of it.
    let others = [
        "app/src/notes/fetch.rs",
        "app/src/notes/fetch/head.rs",
        "app/src/engine/backup.rs",
        "app/src/engine/hash_chain.rs",
        "web/src/rehearse/watch.rs",
        "web/src/shell/guard/address.rs",
    ];
    for path in all() {
        let text = fs::read_to_string(&path).unwrap();
        let is_ours = ["app/src", "web/src"].iter().any(|part| path.starts_with(root().join(part)));
        let is_door =
            path.ends_with("web/src/shell/form.rs") || others.iter().any(|one| path.ends_with(one));
        let reads = ["from_utf8", "text::decode", "percent_decode", "serde_html_form::from"];
        for read in reads.iter().filter(|_| is_ours && !is_door) {
            assert!(!text.contains(read), "{} reads a text beside the door", path.display());
        }
    }
}

#[test]
fn one_place_writes_tables_and_one_tells_hours() {
    for path in all().iter().filter(|path| !path.starts_with(root().join("tests"))) {
        let text = fs::read_to_string(path).unwrap();
        let is = |name: &str| path.ends_with(name);
        let writes = text.contains("csv::") || text.contains("WriterBuilder");
        assert!(!writes || is("web/src/shell/parts/table.rs"), "{} writes CSV", path.display());
        let tells = text.contains("chrono_tz") || text.contains("FixedOffset");
        assert!(!tells || is("web/src/shell/hours.rs"), "{} tells hours", path.display());
    }
}

/// What a file is about: `room/apply.rs` is part of `room.rs`.
fn subject(path: &Path) -> PathBuf {
    if ["room/apply.rs", "workshop/apply.rs"].iter().any(|part| path.ends_with(part)) {
        path.parent().unwrap().with_extension("rs")
    } else {
        path.to_owned()
    }
}

#[test]
fn rules_and_tables_are_rehearsed_at_the_path_of_what_they_test() {
    for path in all() {
        let text = fs::read_to_string(&path).unwrap();
        let is_of = |crate_name: &str, what: &str| {
            path.starts_with(root().join(crate_name).join("src")) && text.contains(what)
        };
        for (crate_name, what) in
            [("domain", "event_sourced::aggregate!("), ("projections", "impl Projection for")]
        {
            let source = root().join(crate_name).join("src");
            if is_of(crate_name, what) && !path.ends_with("event_sourced.rs") {
                let own = subject(&path);
                let own = own.strip_prefix(source).unwrap();
                let rehearsal = root().join("tests").join(crate_name).join(own);
                assert!(rehearsal.exists(), "{} has no rehearsal", path.display());
            }
        }
    }
}

/// Which wings each wing may use: the engine, the core and the shell know none, and a wing knows
/// those below it.
const WINGS: [(&str, &[&str]); 10] = [
    ("core", &[]),
    ("prose", &["core"]),
    ("engine", &[]),
    ("shell", &[]),
    ("people", &["core", "prose", "engine", "shell"]),
    ("files", &["core", "prose", "engine", "shell", "people"]),
    ("notes", &["core", "prose", "engine", "shell", "people", "files"]),
    ("groups", &["core", "prose", "engine", "shell", "people", "files", "notes"]),
    ("workshops", &["core", "prose", "engine", "shell", "people", "files", "notes", "groups"]),
    (
        "exchange",
        &["core", "prose", "engine", "shell", "people", "files", "notes", "groups", "workshops"],
    ),
];

/// The two lists of everything: of aggregates, and of addresses.
const LISTS: [&str; 2] = ["domain/src/core/registry.rs", "web/src/shell/routes.rs"];

#[test]
fn a_wing_uses_the_wings_below_it() {
    let mut wrong = BTreeSet::new();
    for crate_name in ["domain", "projections", "app", "web"] {
        let source = root().join(crate_name).join("src");
        for path in all().iter().filter(|path| path.starts_with(&source)) {
            let own = path.strip_prefix(&source).unwrap();
            let wing = own.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs");
            let Some((_, below)) = WINGS.iter().find(|(known, _)| *known == wing) else { continue };
            if LISTS.iter().any(|list| path.ends_with(list)) {
                continue;
            }
            let text = fs::read_to_string(path).unwrap();
            for used in text.split("crate::").skip(1) {
                let used = used.split(|sign: char| !sign.is_alphanumeric() && sign != '_').next();
                let used = used.unwrap();
                let is_wing = WINGS.iter().any(|(known, _)| *known == used);
                if is_wing && used != wing && !below.contains(&used) {
                    wrong.insert(format!("{crate_name}/src/{} uses {used}", own.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The version of a table is in the declaration of its projection; statements say `p_note`.
#[test]
fn a_table_is_declared_and_no_statement_says_its_version() {
    let projections = root().join("projections/src");
    for path in all().iter().filter(|path| path.starts_with(&projections)) {
        let text = fs::read_to_string(path).unwrap();
        let tables = text.split("tables [").nth(1).filter(|_| text.contains("projection! {\n"));
        let Some((tables, _)) = tables.and_then(|rest| rest.split_once(']')) else { continue };
        let sql = fs::read_to_string(subject(path).with_extension("sql")).unwrap();
        let made: Vec<_> =
            sql.lines().filter_map(|line| line.strip_prefix("create table ")).collect();
        assert_eq!(made.len(), tables.split(',').filter(|one| one.contains("p_")).count());
        for table in made.iter().filter_map(|line| line.split_whitespace().next()) {
            assert!(tables.contains(&format!("\"{table}\"")), "{table} is not declared");
            let (_, version) = table.rsplit_once('_').unwrap();
            assert!(!version.starts_with('v') || version[1..].parse::<i64>().is_err(), "{table}");
        }
    }
}

#[test]
fn only_projections_name_their_tables() {
    for path in all() {
        let text = fs::read_to_string(&path).unwrap();
        let source = ["app/src", "web/src"].iter().any(|part| path.starts_with(root().join(part)));
        assert!(!source || !text.contains(" p_"), "{} names a table", path.display());
    }
}

/// Columns are read in the order of the `select` (`row.cells()`): nobody counts them.
#[test]
fn no_column_is_read_by_its_number() {
    let readers = [".int(", ".text(", ".parsed(", ".yes(", ".bytes(", "maybe_int(", "maybe_text("];
    for path in all().iter().filter(|path| !path.starts_with(root().join("tests"))) {
        let text = fs::read_to_string(path).unwrap();
        for reader in readers {
            let numbered = |rest: &str| rest.starts_with(|sign: char| sign.is_ascii_digit());
            assert!(!text.split(reader).skip(1).any(numbered), "{}: {reader}", path.display());
        }
    }
}

#[test]
fn the_map_shows_only_places_that_exist() {
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    for quoted in map.split('`').skip(1).step_by(2) {
        let is_path = quoted.contains('/')
            && !quoted.contains([' ', '{', '*', ':', '<'])
            && !quoted.starts_with('/');
        if is_path {
            assert!(root().join(quoted).exists(), "ARCHITECTURE.md points to {quoted}");
        }
    }
}

#[test]
fn nothing_points_outside_the_project() {
    for path in all() {
        let text = fs::read_to_string(&path).unwrap();
        let allowed = path.ends_with("tests/house.rs")
            || path.ends_with("tests/app/notes/bring.rs")
            || path.ends_with("tests/web/workshops/synthesis.rs");
        assert!(allowed || !text.contains("../shared"), "{}", path.display());
    }
}

/// Every field of more than a line says what it makes of rich text that is pasted in it.
#[test]
fn every_field_of_prose_takes_what_is_pasted() {
    let mut seen = 0;
    for path in all() {
        if !path.starts_with(root().join("web/src")) {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for (at, _) in text.match_indices("textarea ") {
            let is_code = !text[..at].lines().last().unwrap_or_default().contains("//");
            let field: String = text[at..].lines().take(3).collect();
            if is_code {
                seen += 1;
                let says = field.contains("data-paste=") || field.contains("readonly");
                assert!(says, "{}: {field}", path.display());
            }
        }
    }
    assert!(seen >= 6, "fields were found");
}

/// What stands between quotes in a source file, outside of comments and of its own tests.
fn quoted(text: &str) -> Vec<&str> {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split('"').skip(1).step_by(2)).collect()
}

/// An address is written once, in the table of routes: pages call its function.
#[test]
fn no_address_is_written_twice() {
    let web = root().join("web/src");
    let patterns = fs::read_to_string(web.join("shell/routes.rs")).unwrap();
    let firsts: BTreeSet<&str> = quoted(&patterns)
        .into_iter()
        .filter_map(|pattern| pattern.strip_prefix('/')?.split('/').next())
        .filter(|first| !first.is_empty())
        .collect();
    assert!(firsts.contains("notes") && firsts.contains("ateliers"), "patterns are found");
    // A simulated phone reads pages as a stranger does.
    let is_phone = |path: &Path| path.starts_with(web.join("rehearse"));
    for path in all().iter().filter(|path| path.starts_with(&web) && !is_phone(path)) {
        if path.ends_with("shell/routes.rs") || path.ends_with("web/src/rehearse.rs") {
            continue;
        }
        let text = fs::read_to_string(path).unwrap();
        for words in quoted(&text) {
            let first = words.strip_prefix('/').and_then(|rest| rest.split(['/', '?', '#']).next());
            let is_address = first.is_some_and(|first| firsts.contains(first));
            assert!(!is_address, "{} writes {words}", path.display());
        }
    }
}

/// A gesture has its own address, and no page builds the command of an aggregate: `app` does.
#[test]
fn pages_switch_on_no_gesture_and_build_no_command() {
    for path in all().iter().filter(|path| path.starts_with(root().join("web/src"))) {
        let text = fs::read_to_string(path).unwrap();
        let switches = text.contains("name=\"gesture\" value=\"");
        assert!(!switches, "{} has a button that is a gesture", path.display());
        let uses = text.lines().filter(|line| line.contains("use domain::"));
        for line in uses.flat_map(|line| line.split([':', '{', ',', '}', ';'])) {
            assert_ne!(line.trim(), "Command", "{} builds a command", path.display());
        }
    }
}

/// Outside of the engine, what is done to a commons stands on its wings.
#[test]
fn only_the_engine_adds_to_app() {
    for path in all().iter().filter(|path| path.starts_with(root().join("app/src"))) {
        let text = fs::read_to_string(path).unwrap();
        let is_engine = ["engine", "app.rs", "access.rs", "access"]
            .iter()
            .any(|part| path.starts_with(root().join("app/src").join(part)));
        assert!(is_engine || !text.contains("impl App {"), "{} adds to App", path.display());
    }
}

/// A local is called after its type, or what it holds; these words hold anything.
#[test]
fn no_local_has_a_name_that_names_nothing() {
    let empty = ["one", "told", "asked", "theirs", "whoever"];
    let binds = |line: &str, name: &str| {
        ["let NAME ", "let mut NAME ", "let NAME:", "|NAME|", "|NAME,", "for NAME in", "fn NAME("]
            .iter()
            .any(|form| line.contains(&form.replace("NAME", name)))
    };
    let mut found = vec![];
    for path in all().iter().filter(|path| path.iter().any(|part| part == "src")) {
        if path.starts_with(root().join("tests")) {
            continue;
        }
        for line in fs::read_to_string(path).unwrap().lines() {
            let is_code = !line.trim_start().starts_with("//");
            if is_code && empty.iter().any(|name| binds(line, name)) {
                found.push(format!("{}: {}", path.display(), line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// A file is called after what it is about: these are kinds of code, which every topic has.
#[test]
fn no_file_is_called_after_a_kind_of_code() {
    let kinds = ["command", "decide", "helpers", "learn", "misc", "questions", "row", "utils"];
    let found: Vec<_> = all()
        .into_iter()
        .filter(|path| path.file_stem().is_some_and(|name| kinds.iter().any(|kind| name == *kind)))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}
