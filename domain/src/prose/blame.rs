//! Who wrote which words of a text.
//!
//! A blame is run-length: so many tokens from such a revision. It follows a text from
//! one revision to the next through the same diff that pages show. What is kept, moved
//! or put back keeps its origin; a slip corrected in a word leaves the word to whoever
//! wrote it and remembers who corrected it. (The cemetery of sentences is an idea of Flöck
//! and Acosta, "Precise and Efficient Attribution of Authorship of Revisioned Content",
//! 2014.)

use std::collections::HashMap;
use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use crate::prose::diff::script::{By, Hunk, hunks};
use crate::prose::diff::typo::is_near;
use crate::prose::diff::{is_word, key, tokens};
use crate::prose::sentence::sentences;

/// The shortest sentence, in words, that is recognised when it comes back.
const REMEMBERED: usize = 5;

/// The shortest one, in words, that is recognised wherever it moves within one edit; a
/// shorter one only if it is alone of its kind.
const MOVED: usize = 3;

/// Where words come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The revision that brought them.
    pub revision: i64,
    /// The last revision that corrected a slip in them; 0 when none did.
    pub corrected: i64,
}

/// Where every token of one text comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blame {
    /// So many tokens, from there.
    spans: Vec<(Origin, usize)>,
}

/// A sentence that left a text, as the cemetery keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Buried {
    /// The mark of its words.
    pub mark: i64,
    /// Where its words came from.
    pub blame: Blame,
}

/// A text on its way to the next revision.
pub struct Step<'t> {
    pub old: &'t str,
    pub blame: &'t Blame,
    pub new: &'t str,
    /// The number of the new revision.
    pub revision: i64,
    /// Earlier texts it takes words back from, and their blames: those of an undo or of a
    /// restoration.
    pub donors: &'t [(&'t str, &'t Blame)],
}

impl Blame {
    /// A text that `revision` brought whole.
    pub fn whole(text: &str, revision: i64) -> Self {
        let mut blame = Self::default();
        blame.push(Origin { revision, corrected: 0 }, tokens(text).len());
        blame
    }

    /// The spans, in order: where from, and how many tokens.
    pub fn spans(&self) -> &[(Origin, usize)] {
        &self.spans
    }

    /// The origin of every token, one by one.
    pub fn each(&self) -> Vec<Origin> {
        let repeated = |(origin, length): &(Origin, usize)| std::iter::repeat_n(*origin, *length);
        self.spans.iter().flat_map(repeated).collect()
    }

    /// How many words of `text` come from each revision.
    pub fn shares(&self, text: &str) -> HashMap<i64, usize> {
        let mut shares = HashMap::new();
        let words = tokens(text).into_iter().zip(self.each()).filter(|(token, _)| is_word(token));
        for (_, origin) in words {
            *shares.entry(origin.revision).or_default() += 1;
        }
        shares
    }

    fn push(&mut self, origin: Origin, length: usize) {
        match self.spans.last_mut() {
            _ if length == 0 => {}
            Some((last, known)) if *last == origin => *known += length,
            _ => self.spans.push((origin, length)),
        }
    }

    fn collect(origins: impl Iterator<Item = Origin>) -> Self {
        let mut blame = Self::default();
        for origin in origins {
            blame.push(origin, 1);
        }
        blame
    }
}

/// `3:120,7.9:4`: 120 tokens from revision 3, then 4 from revision 7 corrected by 9.
impl fmt::Display for Blame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (origin, length)) in self.spans.iter().enumerate() {
            let comma = if at > 0 { "," } else { "" };
            write!(f, "{comma}{}", origin.revision)?;
            if origin.corrected > 0 {
                write!(f, ".{}", origin.corrected)?;
            }
            write!(f, ":{length}")?;
        }
        Ok(())
    }
}

/// Spans that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("these are not spans")]
pub struct NotSpans;

impl FromStr for Blame {
    type Err = NotSpans;

    fn from_str(text: &str) -> Result<Self, NotSpans> {
        let number = |text: &str| text.parse().map_err(|_| NotSpans);
        let mut blame = Self::default();
        for span in text.split(',').filter(|span| !span.is_empty()) {
            let (origin, length) = span.split_once(':').ok_or(NotSpans)?;
            let (revision, corrected) = origin.split_once('.').unwrap_or((origin, "0"));
            let origin = Origin { revision: number(revision)?, corrected: number(corrected)? };
            blame.push(origin, length.parse().map_err(|_| NotSpans)?);
        }
        Ok(blame)
    }
}

/// A step, its two texts compared.
pub struct Walk<'t> {
    step: Step<'t>,
    before: Vec<&'t str>,
    after: Vec<&'t str>,
    made: Vec<Hunk>,
}

impl<'t> Step<'t> {
    /// Compares its two texts, once.
    pub fn walk(self) -> Walk<'t> {
        let (before, after) = (tokens(self.old), tokens(self.new));
        let made = hunks(&before, &after, By::Text);
        Walk { step: self, before, after, made }
    }
}

impl Walk<'_> {
    /// The marks of the sentences the new text brings: those to look for in the cemetery.
    pub fn sought(&self) -> Vec<i64> {
        let come: Vec<Range<usize>> = self.made.iter().map(|hunk| hunk.after.clone()).collect();
        whole(&self.after, &come, REMEMBERED).map(|(mark, _)| mark).collect()
    }

    /// The sentences that leave with this step.
    pub fn buried(&self) -> Vec<Buried> {
        let old = self.step.blame.each();
        let gone: Vec<Range<usize>> = self.made.iter().map(|hunk| hunk.before.clone()).collect();
        whole(&self.before, &gone, REMEMBERED)
            .map(|(mark, run)| Buried { mark, blame: Blame::collect(old[run].iter().copied()) })
            .collect()
    }

    /// The blame of the new text; `cemetery` holds the sentences that may come back from
    /// before, by their marks.
    pub fn blame(&self, cemetery: &HashMap<i64, Blame>) -> Blame {
        let Step { blame, new, revision, donors, .. } = &self.step;
        if let Some((_, blame)) = donors.iter().find(|(text, _)| text == new) {
            return (*blame).clone();
        }
        let old = blame.each();
        let mut origins: Vec<Option<Origin>> = vec![None; self.after.len()];
        let (mut was, mut is) = (0, 0);
        for hunk in &self.made {
            keep(&mut origins[is..hunk.after.start], &old[was..hunk.before.start]);
            (was, is) = (hunk.before.end, hunk.after.end);
            self.correct(&mut origins, &old, hunk);
        }
        keep(&mut origins[is..], &old[was..]);
        self.moved(&mut origins, &old);
        for (text, blame) in *donors {
            give_back(&mut origins, text, blame, &self.after);
        }
        self.dig(&mut origins, cemetery);
        let new = Origin { revision: *revision, corrected: 0 };
        Blame::collect(origins.into_iter().map(|origin| origin.unwrap_or(new)))
    }

    /// Inside a run that was replaced: the same word under another apostrophe, or a word
    /// with a slip corrected, stays whose it was.
    fn correct(&self, origins: &mut [Option<Origin>], old: &[Origin], hunk: &Hunk) {
        let (gone, come) = (&self.before[hunk.before.clone()], &self.after[hunk.after.clone()]);
        let corrected = self.step.revision;
        let corrected = |was: usize| Origin { corrected, ..old[hunk.before.start + was] };
        let (mut was, mut is) = (0, 0);
        for inner in hunks(gone, come, By::Key) {
            while is < inner.after.start {
                origins[hunk.after.start + is] = Some(corrected(was));
                (was, is) = (was + 1, is + 1);
            }
            if let ([token], [other]) = (&gone[inner.before.clone()], &come[inner.after.clone()])
                && is_near(&key(token), &key(other))
            {
                origins[hunk.after.start + is] = Some(corrected(was));
            }
            (was, is) = (inner.before.end, inner.after.end);
        }
        while is < come.len() {
            origins[hunk.after.start + is] = Some(corrected(was));
            (was, is) = (was + 1, is + 1);
        }
    }

    /// Sentences that left one place for another in this very edit.
    fn moved(&self, origins: &mut [Option<Origin>], old: &[Origin]) {
        let gone: Vec<Range<usize>> = self.made.iter().map(|hunk| hunk.before.clone()).collect();
        let come: Vec<Range<usize>> = self.made.iter().map(|hunk| hunk.after.clone()).collect();
        let mut left: HashMap<i64, Vec<Range<usize>>> = HashMap::new();
        for (mark, run) in whole(&self.before, &gone, 1) {
            left.entry(mark).or_default().push(run);
        }
        let arrived: Vec<_> = whole(&self.after, &come, 1).collect();
        for (mark, run) in &arrived {
            let words = self.after[run.clone()].iter().filter(|token| is_word(token)).count();
            let once = |mark: &i64| arrived.iter().filter(|(other, _)| other == mark).count() == 1;
            let Some(known) = left.get_mut(mark) else { continue };
            // A heading of one word moved when it left one place and came to one.
            if words < MOVED && (known.len() > 1 || !once(mark)) {
                continue;
            }
            let (Some(from), run) = (known.pop(), run.clone()) else { continue };
            take_over(&mut origins[run], old[from].iter().copied());
        }
    }

    /// Sentences that come back from the cemetery.
    fn dig(&self, origins: &mut [Option<Origin>], cemetery: &HashMap<i64, Blame>) {
        if cemetery.is_empty() {
            return;
        }
        let come: Vec<Range<usize>> = self.made.iter().map(|hunk| hunk.after.clone()).collect();
        for (mark, run) in whole(&self.after, &come, REMEMBERED) {
            if let Some(blame) = cemetery.get(&mark) {
                take_over(&mut origins[run], blame.each().into_iter());
            }
        }
    }
}

/// What stands untouched keeps its origin.
fn keep(origins: &mut [Option<Origin>], old: &[Origin]) {
    for (place, origin) in origins.iter_mut().zip(old) {
        *place = Some(*origin);
    }
}

/// Words taken back from an earlier text keep the origin they had there.
fn give_back(origins: &mut [Option<Origin>], text: &str, blame: &Blame, after: &[&str]) {
    let (former, known) = (tokens(text), blame.each());
    let (mut was, mut is) = (0, 0);
    let mut give = |was: usize, is: usize| {
        if let (None, Some(origin)) = (&origins[is], known.get(was)) {
            origins[is] = Some(*origin);
        }
    };
    for hunk in hunks(&former, after, By::Text) {
        while is < hunk.after.start {
            give(was, is);
            (was, is) = (was + 1, is + 1);
        }
        (was, is) = (hunk.before.end, hunk.after.end);
    }
    while is < after.len() {
        give(was, is);
        (was, is) = (was + 1, is + 1);
    }
}

fn take_over(places: &mut [Option<Origin>], origins: impl Iterator<Item = Origin>) {
    for (place, origin) in places.iter_mut().zip(origins) {
        place.get_or_insert(origin);
    }
}

/// The sentences of a text that one of `runs` touches, of at least `shortest` words, with
/// the mark of each. Ends of line are left out.
fn whole<'t>(
    tokens: &'t [&str],
    runs: &'t [Range<usize>],
    shortest: usize,
) -> impl Iterator<Item = (i64, Range<usize>)> + 't {
    let touches = move |sentence: &Range<usize>| {
        let next = runs.partition_point(|run| run.end <= sentence.start);
        runs.get(next).is_some_and(|run| run.start < sentence.end)
    };
    sentences(tokens).into_iter().filter(touches).filter_map(move |sentence| {
        let blank = |token: &&str| token.chars().all(char::is_whitespace);
        let length = tokens[sentence.clone()].iter().rposition(|token| !blank(token))? + 1;
        let run = sentence.start..sentence.start + length;
        let words = tokens[run.clone()].iter().filter(|token| is_word(token)).count();
        (words >= shortest).then(|| (mark(&tokens[run.clone()]), run))
    })
}

/// The mark of a sentence: FNV-1a (Fowler, Noll, Vo; 64 bits) of the keys of its tokens.
fn mark(tokens: &[&str]) -> i64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for token in tokens {
        for byte in key(token).bytes().chain([0xff]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    i64::from_ne_bytes(hash.to_ne_bytes())
}
