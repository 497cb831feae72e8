//! A note as it is read, each sentence with where its words come from.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use crate::prose::blame::{Blame, Origin};
use crate::prose::diff::block::{Block, Shape, Style, Styles, located};
use crate::prose::diff::script::{By, Map, hunks};
use crate::prose::diff::{is_word, key, tokens};
use crate::prose::sentence::{around, sentences};

/// One block, sentence by sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub shape: Shape,
    /// Its sentences, or parts of them.
    pub sentences: Vec<Sentence>,
}

/// A sentence, or the part of it that stands in one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its number among the sentences of the source that say something, from 0.
    pub number: usize,
    /// Its words, with how they look.
    pub runs: Vec<(String, Style)>,
    /// The revision most of its words come from.
    pub revision: i64,
}

/// The sentences of a source text that say something: where they are, in tokens.
pub fn sentences_with_words(tokens: &[&str]) -> Vec<Range<usize>> {
    let says = |run: &Range<usize>| tokens[run.clone()].iter().any(|token| is_word(token));
    sentences(tokens).into_iter().filter(says).collect()
}

/// The revision most words of `run` come from; of two, the older one.
pub fn main_revision(tokens: &[&str], origins: &[Origin], run: &Range<usize>) -> i64 {
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    for (token, origin) in tokens[run.clone()].iter().zip(&origins[run.clone()]) {
        *counts.entry(origin.revision).or_default() += usize::from(is_word(token));
    }
    let best = counts.into_iter().max_by_key(|(revision, count)| (*count, -revision));
    best.map_or(1, |(revision, _)| revision)
}

/// `markdown` as it is read, with the origin of each of its first `most` sentences, and
/// whether there are more.
pub fn lines(markdown: &str, blame: &Blame, most: usize) -> (Vec<Line>, bool) {
    let mut styles = Styles::default();
    let read = located(markdown, &mut styles);
    let source = tokens(markdown);
    let origins = blame.each();
    let result = sentences_with_words(&source);
    let starts = line_starts(&source);
    let mut lines = Vec::new();
    let mut count = 0;
    // A table is one sentence in a thousand lines: what it comes from is counted once.
    let mut known: HashMap<usize, i64> = HashMap::new();
    let mut revision = |number: usize| {
        *known.entry(number).or_insert_with(|| {
            let run = result.get(number).filter(|run| run.end <= origins.len());
            run.map_or(1, |run| main_revision(&source, &origins, run))
        })
    };
    for (block, number) in &read {
        if count >= most {
            return (lines, true);
        }
        let start = starts.get(*number).copied().unwrap_or(source.len());
        let end = starts.get(number + 1).copied().unwrap_or(source.len());
        let places = places(&block.words(), &source[start..end.max(start)]);
        let mut line = Line { shape: block.shape, sentences: vec![] };
        for (token, place) in block.tokens.iter().zip(places) {
            let number = sentence_at(&result, start + place);
            let text = &block.text[token.range.clone()];
            let style = styles.get(token.style);
            match line.sentences.last_mut() {
                Some(last) if last.number == number => put(&mut last.runs, text, style),
                _ => line.sentences.push(Sentence {
                    number,
                    runs: vec![(text.to_owned(), style.clone())],
                    revision: revision(number),
                }),
            }
        }
        let is_cut = count + line.sentences.len() > most;
        line.sentences.truncate(most - count);
        count += line.sentences.len();
        if !line.sentences.is_empty() {
            lines.push(line);
        }
        if is_cut {
            return (lines, true);
        }
    }
    (lines, false)
}

/// Where each line of the source begins, in tokens.
fn line_starts(source: &[&str]) -> Vec<usize> {
    let ends = source.iter().enumerate().filter(|(_, token)| **token == "\n");
    std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect()
}

/// For each word shown, its place among the words of its source line, or that of the word
/// before it.
fn places(shown: &[&str], source: &[&str]) -> Vec<usize> {
    let mut places = vec![0; shown.len()];
    let last = source.len().saturating_sub(1);
    let (mut was, mut is) = (0, 0);
    let mut made = hunks(source, shown, By::Text).into_iter();
    loop {
        let hunk = made.next();
        let end = hunk.as_ref().map_or(shown.len(), |hunk| hunk.after.start);
        while is < end {
            places[is] = was.min(last);
            (was, is) = (was + 1, is + 1);
        }
        let Some(hunk) = hunk else { return places };
        places[hunk.after.clone()].fill(hunk.before.start.min(last));
        (was, is) = (hunk.before.end, hunk.after.end);
    }
}

/// The sentence a place of the source is in, or the one before it.
fn sentence_at(words: &[Range<usize>], place: usize) -> usize {
    words.partition_point(|run| run.start <= place).saturating_sub(1)
}

fn put(runs: &mut Vec<(String, Style)>, text: &str, style: &Style) {
    match runs.last_mut() {
        Some((last, known)) if known == style => last.push_str(text),
        _ => runs.push((text.to_owned(), style.clone())),
    }
}

/// How alike two sentences must be for one to have become the other somewhere else.
const ALIKE: f64 = 0.5;

/// The sentence of `older` that became `run` of `newer`, both in tokens: whole sentences,
/// empty when there was none. One that moved since is found by its words.
pub fn ancestor(newer: &[&str], run: &Range<usize>, older: &[&str]) -> Range<usize> {
    use crate::prose::diff::script::Landing;
    let result = sentences(older);
    let back = Map::new(hunks(newer, older, By::Text)).land(run.clone());
    let (Landing::Whole(found) | Landing::Touched { new: found, .. }) = back;
    let here = if found.is_empty() { found } else { around(&result, &found) };
    let words = &newer[run.clone()];
    let mut best = (likeness(words, &older[here.clone()]), here);
    for sentence in result {
        let alike = likeness(words, &older[sentence.clone()]);
        if alike > best.0 && alike >= ALIKE {
            best = (alike, sentence);
        }
    }
    if best.0 > 0.0 { best.1 } else { 0..0 }
}

/// The share of words two sentences have in common (Sørensen–Dice).
fn likeness(first: &[&str], second: &[&str]) -> f64 {
    let words = |tokens: &[&str]| -> HashMap<String, u32> {
        let mut bag = HashMap::new();
        for word in tokens.iter().filter(|token| is_word(token)) {
            *bag.entry(key(word).to_lowercase()).or_default() += 1;
        }
        bag
    };
    let (first, second) = (words(first), words(second));
    let total = first.values().sum::<u32>() + second.values().sum::<u32>();
    let common: u32 = first.iter().filter_map(|(word, n)| second.get(word).map(|m| n.min(m))).sum();
    if total == 0 { 0.0 } else { 2.0 * f64::from(common) / f64::from(total) }
}

/// For each block of `markdown` (as `diff::block::blocks` gives them), the revisions its
/// words and its signs come from (a comma, a star, the margin of a quotation), or that corrected
/// them.
pub fn of_blocks(markdown: &str, blame: &Blame) -> Vec<BTreeSet<i64>> {
    let source = tokens(markdown);
    let origins = blame.each();
    let starts = line_starts(&source);
    let start = |line: usize| starts.get(line).copied().unwrap_or(source.len());
    let of = |(_, line): &(Block, usize)| {
        let run = start(*line)..start(line + 1).min(origins.len());
        let signs = run.filter(|at| source[*at] != "\n");
        signs.flat_map(|at| [origins[at].revision, origins[at].corrected]).collect()
    };
    located(markdown, &mut Styles::default()).iter().map(of).collect()
}
