//! The statements as they stand in the source.

use std::fs;
use std::path::{Path, PathBuf};

/// The first words of a whole statement, and of a part that others are put before.
const WHOLE: [&str; 5] = ["select ", "insert into ", "update ", "delete from ", "with "];
const PART: [&str; 4] = ["where ", "order by ", "and ", "left join "];

/// `sql` on one line, its spaces single, its editions left out.
pub fn plain(sql: &str) -> String {
    let sql = sql.split_whitespace().collect::<Vec<_>>().join(" ");
    let edition = regex_lite::Regex::new(r"(_v\d+)_e\d+").unwrap();
    edition.replace_all(&sql, "$1").into_owned()
}

/// Whether `part` is a statement, or the beginning of one, and `sql` is it. One whose table is
/// a place of a `format!` copies, counts or empties that table, and has no plan to look at.
pub fn begins(sql: &str, part: &str) -> bool {
    let is_whole = WHOLE.iter().any(|word| part.starts_with(word));
    let names_its_table =
        !["from {", "into {", "update {"].iter().any(|place| part.contains(place));
    let first = pieces(part).into_iter().next().unwrap_or_default();
    is_whole && names_its_table && sql.starts_with(&first) && holds(sql, part)
}

/// Whether `sql` holds `part`, whatever stands at its `{…}`.
pub fn holds(sql: &str, part: &str) -> bool {
    let mut rest = sql;
    for piece in pieces(part) {
        let Some(at) = rest.find(&piece) else { return false };
        rest = &rest[at + piece.len()..];
    }
    true
}

/// What stands between the places of a `format!`; our own tokens are issued as they are.
fn pieces(part: &str) -> Vec<String> {
    // In a `format!`, our own tokens stand between two pairs of braces.
    let part = &part.replace("{{", "{").replace("}}", "}");
    let place = regex_lite::Regex::new(r"\{\w*\}").unwrap();
    let ours = ["{rows}", "{keys}", "{skip}", "{lock}", "{as_json}", "{i64}", "{json}", "{blob}"];
    let mut pieces = vec![String::new()];
    let mut from = 0;
    for found in place.find_iter(part) {
        pieces.last_mut().unwrap().push_str(&part[from..found.start()]);
        from = found.end();
        if ours.contains(&found.as_str()) {
            pieces.last_mut().unwrap().push_str(found.as_str());
        } else {
            pieces.push(String::new());
        }
    }
    pieces.last_mut().unwrap().push_str(&part[from..]);
    pieces.retain(|piece| !piece.trim().is_empty());
    pieces
}

/// Every piece of SQL in the source, on one line.
pub fn parts() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut files = vec![];
    for room in ["app", "projections", "migrations", "web"] {
        collect(&root.join(room).join("src"), &mut files);
    }
    let mut found = vec![];
    for file in files {
        let text = fs::read_to_string(file).unwrap();
        for literal in literals(&text) {
            let part = plain(&literal);
            let is_sql = part.contains('$') || part.contains(" p_") || part.contains(" from ");
            let begins = WHOLE.iter().chain(&PART).any(|word| part.starts_with(word));
            if begins && is_sql && part == part.trim() && is_ours(&part) {
                found.push(part);
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

/// SQL says `=`, a list of columns, a table; a sentence does not. The dialect's own words, and
/// what is asked of a copy of the file or of the server's own lists, are not statements of the
/// facade.
fn is_ours(part: &str) -> bool {
    !part.contains("unnest({})")
        && !part.contains("sqlite_master")
        && !part.contains("pg_stat_activity")
        && ["=", " from ", "values", "{rows}", "order by"].iter().any(|sign| part.contains(sign))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// The texts between double quotes, outside comments.
fn literals(source: &str) -> Vec<String> {
    let mut found = vec![];
    let mut signs = source.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '/' if signs.peek() == Some(&'/') => {
                while signs.next().is_some_and(|sign| sign != '\n') {}
            }
            // A quote that is a character: '"'.
            '\'' if signs.peek() == Some(&'"') => {
                signs.next();
            }
            '\'' if signs.peek() == Some(&'\\') => {
                signs.next();
                signs.next();
            }
            '"' => {
                let mut text = String::new();
                while let Some(sign) = signs.next() {
                    match sign {
                        '"' => break,
                        '\\' => match signs.next() {
                            Some('\n') => text.push(' '),
                            Some('n') => text.push('\n'),
                            Some(other) => text.push(other),
                            None => {}
                        },
                        other => text.push(other),
                    }
                }
                found.push(text);
            }
            _ => {}
        }
    }
    found
}
