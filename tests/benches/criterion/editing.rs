//! `cargo bench -p sillage-benches`: the pure parts of editing, by criterion. The same
//! things beside a reference, p95 and pages, are `bin/bench editing` and `bin/bench history`.
#![allow(missing_docs, reason = "criterion's macros make functions without")]

use std::collections::HashMap;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use domain::prose::authors::lines;
use domain::prose::blame::{Blame, Step};
use domain::prose::diff::page::compare;
use domain::prose::diff::script::{By, hunks};
use domain::prose::diff::tokens;
use domain::prose::merge::merge;
use domain::prose::undo::fragments;

#[path = "../src/texts.rs"]
mod texts;

fn editing(criterion: &mut Criterion) {
    let old = texts::note(5_000, 1);
    let (new, mine) = (texts::edited(&old, 2), texts::edited(&old, 3));
    let blame = Blame::whole(&old, 1);
    criterion.bench_function("token diff, 5 kB", |bench| {
        bench.iter(|| hunks(&tokens(black_box(&old)), &tokens(black_box(&new)), By::Key));
    });
    criterion.bench_function("merge, 5 kB", |bench| bench.iter(|| merge(&old, &new, &mine)));
    criterion.bench_function("blame of an edit, 5 kB", |bench| {
        bench.iter(|| {
            let step = Step { old: &old, blame: &blame, new: &new, revision: 2, donors: &[] };
            let walk = step.walk();
            (walk.blame(&HashMap::new()), walk.buried())
        });
    });
    criterion.bench_function("undo of a middle edit, 5 kB", |bench| {
        bench.iter(|| fragments(&old, &new, &mine));
    });
    criterion.bench_function("authors of a note, 5 kB", |bench| {
        bench.iter(|| lines(&old, &blame, 3000));
    });
    let long = texts::note(65_000, 4);
    let edited = texts::edited(&long, 5);
    criterion
        .bench_function("compare, 10,000 words", |bench| bench.iter(|| compare(&long, &edited)));
    let (large, other) = (texts::note(100_000, 6), texts::note(100_000, 7));
    criterion.bench_function("compare, 100 kB rewritten", |bench| {
        bench.iter(|| compare(&large, &other));
    });
}

criterion_group!(benches, editing);
criterion_main!(benches);
