//! A real history, revision by revision: each text is what it was, and the blame kept from
//! one to the next is the blame told again from the first. `SILLAGE_CORPUS` may name a git
//! repository of Markdown; without it, a small one is made here, with the same git.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use domain::prose::blame::{Blame, Step};
use domain::prose::diff::page::compare;
use domain::prose::diff::{Piece, tokens, words};
use domain::prose::merge::merge;
use domain::prose::text;
use domain::prose::undo::{Fate, fragments, undo};

/// The most revisions of one page that are looked at: a corpus may be large.
const REVISIONS: usize = 200;

/// What git says its hooks: with these, another repository's index would be written to.
const OF_A_HOOK: [&str; 4] = ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_OBJECT_DIRECTORY"];

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(args);
    for name in OF_A_HOOK {
        command.env_remove(name);
    }
    command
}

fn git(folder: &Path, args: &[&str]) -> String {
    let out = command(folder, args).output().expect("git runs");
    assert!(out.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8_lossy(&out.stdout).into_owned()
}

/// A repository of our own: a page that is begun, corrected, moved about, cut and put back.
fn made(folder: &Path) {
    let first = "# Accueil\n\nLe developement vient avec le temps. Chacun parle.\n\n- Écouter.\n- Attendre.\n";
    let moved = "# Accueil\n\n- Écouter.\n- Attendre.\n\nLe développement vient avec le temps. Chacun parle.\n";
    let states = [
        first.to_owned(),
        first.replace("developement", "développement"),
        moved.to_owned(),
        moved.replace("Chacun parle.", "Chaque personne parle, à son tour."),
        moved.replace("- Attendre.\n", ""),
        moved.to_owned(),
        moved.replace('\n', "\r\n"),
        moved.replace("vient avec", "**vient** avec"),
    ];
    git(folder, &["init", "-q"]);
    for (at, state) in states.iter().enumerate() {
        std::fs::write(folder.join("accueil.md"), state).unwrap();
        git(folder, &["add", "."]);
        let who = format!("user.name=P{at}");
        let date = format!("--date=2026-01-{:02}T12:00:00", at + 1);
        git(
            folder,
            &[
                "-c",
                &who,
                "-c",
                "user.email=p@exemple.org",
                "-c",
                "core.autocrlf=false",
                "commit",
                "-qm",
                "x",
                "--allow-empty",
                &date,
            ],
        );
    }
}

/// Every Markdown page of a repository, each with its texts, the oldest first.
fn pages(folder: &Path) -> Vec<(String, Vec<String>)> {
    let listed = git(folder, &["ls-files", "*.md"]);
    let texts = |page: &str| {
        let commits = git(folder, &["log", "--format=%H", "--reverse", "--", page]);
        let of = |commit: &str| {
            let shown = format!("{commit}:{page}");
            let out = command(folder, &["show", &shown]).output().expect("git runs");
            // A commit that deleted the page has no text of it.
            out.status.success().then(|| String::from_utf8_lossy(&out.stdout).into_owned())
        };
        commits.lines().take(REVISIONS).filter_map(of).collect()
    };
    listed.lines().map(|page| (page.to_owned(), texts(page))).collect()
}

/// The blames of a page, told from its first text to its last.
fn blames(texts: &[String]) -> Vec<Blame> {
    let mut told = vec![Blame::whole(&texts[0], 1)];
    let mut cemetery: HashMap<i64, Blame> = HashMap::new();
    for (at, pair) in texts.windows(2).enumerate() {
        let revision = i64::try_from(at).unwrap() + 2;
        let step = Step { old: &pair[0], blame: &told[at], new: &pair[1], revision, donors: &[] };
        let walk = step.walk();
        let next = walk.blame(&cemetery);
        for one in walk.buried() {
            cemetery.entry(one.mark).or_insert(one.blame);
        }
        // Kept as it is written, read back as it was.
        assert_eq!(next.to_string().parse::<Blame>().unwrap(), next);
        told.push(next);
    }
    told
}

fn looked(page: &str, raw: &[String]) {
    let texts: Vec<String> = raw.iter().filter_map(|text| text::body(text).ok()).collect();
    if texts.is_empty() {
        return;
    }
    for text in &texts {
        assert_eq!(text::body(text).as_ref(), Ok(text), "{page}: normalised once is normalised");
        assert_eq!(tokens(text).concat(), *text, "{page}");
    }
    for pair in texts.windows(2) {
        let after: String = words(&pair[0], &pair[1])
            .into_iter()
            .map(|piece| match piece {
                Piece::Same(text) | Piece::Added(text) => text,
                Piece::Removed(_) => String::new(),
            })
            .collect();
        assert_eq!(after, pair[1], "{page}: byte for byte");
        compare(&pair[0], &pair[1]);
        let made = fragments(&pair[0], &pair[1], &pair[1]);
        let all: Vec<usize> = (0..made.len()).collect();
        assert!(made.iter().all(|one| one.fate == Fate::Undoable), "{page}");
        assert_eq!(undo(&pair[1], &made, &all), pair[0], "{page}: undone whole");
        assert_eq!(merge(&pair[0], &pair[0], &pair[1]).text().as_ref(), Some(&pair[1]), "{page}");
    }
    let kept = blames(&texts);
    assert_eq!(kept, blames(&texts), "{page}: blame told again is the blame kept");
    for (text, blame) in texts.iter().zip(&kept) {
        assert_eq!(blame.each().len(), tokens(text).len(), "{page}");
    }
}

#[test]
fn every_revision_of_a_real_history_is_told_and_blamed() {
    let given = std::env::var_os("SILLAGE_CORPUS").map(PathBuf::from);
    let own = std::env::temp_dir().join(format!("sillage-corpus-{}", std::process::id()));
    let folder = given.clone().unwrap_or_else(|| {
        std::fs::create_dir_all(&own).unwrap();
        made(&own);
        own.clone()
    });
    let pages = pages(&folder);
    assert!(!pages.is_empty(), "{} has Markdown in it", folder.display());
    for (page, texts) in &pages {
        looked(page, texts);
    }
    if given.is_none() {
        std::fs::remove_dir_all(&own).unwrap();
    }
}
