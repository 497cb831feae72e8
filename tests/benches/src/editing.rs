//! The diff, the merge and the blame of one edit, beside cutting the same two texts into
//! words, which none of them can do without; p95 over many edits, one thread.

use std::hint::black_box;
use std::time::{Duration, Instant};

use domain::prose::blame::{Blame, Step};
use domain::prose::diff::page::compare as compare_pages;
use domain::prose::diff::script::{By, hunks};
use domain::prose::diff::tokens;
use domain::prose::merge::merge;
use web::shell::parts::diff;
use web::shell::voice::{Language, Texts, Voice};

use crate::measure::{Outcome, ROUNDS, compare, p95};
use crate::report::Report;
use crate::texts;

/// How many edits each measure sees.
const EDITS: u64 = 400;

/// Every measure of this kind; none needs a database.
pub fn all(report: &mut Report) -> Outcome<()> {
    let small = texts::note(5_000, 1);
    let (long, edited_long) = (texts::note(65_000, 2), texts::edited(&texts::note(65_000, 2), 3));
    let (large, other) = (texts::note(100_000, 4), texts::note(100_000, 5));
    let blame = Blame::whole(&small, 1);
    let voice = Voice::new(
        std::sync::Arc::new(Texts::load()),
        Language::French,
        web::shell::hours::Zone::default(),
    );

    against(report, "0.editing token diff", "≤ 0.3 ms", &small, EDITS, |old, new| {
        black_box(hunks(&tokens(old), &tokens(new), By::Key));
    })?;
    against(report, "0.editing merge", "—", &small, EDITS, |old, new| {
        black_box(merge(old, new, &texts::edited(old, 9)));
    })?;
    against(report, "0.editing blame", "≤ 1.5 ms", &small, EDITS, |old, new| {
        let step = Step { old, blame: &blame, new, revision: 2, donors: &[] };
        let walk = step.walk();
        black_box((walk.blame(&std::collections::HashMap::new()), walk.buried()));
    })?;
    against(report, "0.editing compare page, 10,000 words", "—", &long, 20, |old, _| {
        black_box(diff::show(&voice, &compare_pages(old, &edited_long)));
    })?;
    against(
        report,
        "0.editing compare page, 100 kB rewritten",
        "≤ 150 ms",
        &large,
        20,
        |old, _| {
            black_box(diff::show(&voice, &compare_pages(old, &other)));
        },
    )
}

/// Measures `work` on edits of `text`, in turns with cutting the two texts into words.
fn against(
    report: &mut Report,
    name: &str,
    target: &str,
    text: &str,
    edits: u64,
    work: impl Fn(&str, &str),
) -> Outcome<()> {
    let pairs: Vec<String> = (0..edits).map(|seed| texts::edited(text, seed)).collect();
    let timed = |work: &dyn Fn(&str, &str)| {
        let one = |new: &String| {
            let begun = Instant::now();
            work(text, new);
            begun.elapsed()
        };
        let mut times: Vec<Duration> = pairs.iter().map(one).collect();
        p95(&mut times)
    };
    let cut = |old: &str, new: &str| {
        black_box((tokens(old), tokens(new)));
    };
    let measured: Vec<(f64, f64)> = (0..ROUNDS).map(|_| (timed(&work), timed(&cut))).collect();
    let what = format!(
        "p95 of {edits} edits of a note of {} bytes, one thread; cutting the two texts into words",
        text.len()
    );
    report.add(name, target, "ms", compare(&measured), &what)
}
