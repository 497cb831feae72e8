//! The words of one block, before and after.

use super::block::{Block, Shape, Styles};
use super::page::{Fate, Mark, Piece, Row, put};
use super::script::{By, Hunk, hunks, smooth};
use super::typo::is_typo;
use super::{is_word, key};
use crate::prose::text::looks;

/// A block that was `old` and is `new`.
pub(super) fn inside(fate: Fate, old: &Block, new: &Block, styles: &Styles) -> Row {
    let mut pair = Words {
        old,
        new,
        before: old.words(),
        after: new.words(),
        styles,
        pieces: vec![],
        is_code: new.shape == Shape::Code || old.shape == Shape::Code,
    };
    let made = hunks(&pair.before, &pair.after, By::Key);
    // What was only cut otherwise, or looks the same, is no word that changed: it is not joined
    // to one either.
    let (same, other): (Vec<Hunk>, Vec<Hunk>) =
        made.into_iter().partition(|hunk| pair.is_same(hunk) || pair.is_alike(hunk));
    let mut result = smooth(other, &pair.before, &pair.after);
    result.extend(same);
    result.sort_by_key(|hunk| (hunk.before.start, hunk.after.start));
    let (mut was, mut is) = (0, 0);
    for hunk in result {
        pair.kept(was..hunk.before.start, is);
        (was, is) = (hunk.before.end, hunk.after.end);
        pair.changed(hunk);
    }
    pair.kept(was..pair.before.len(), is);
    Row {
        fate,
        shape: new.shape,
        was: (old.shape != new.shape).then_some(old.shape),
        about: new.about.clone(),
        had: (old.about != new.about).then(|| old.about.clone()),
        source: None,
        parted: vec![],
        pieces: pair.pieces,
    }
}

struct Words<'b> {
    old: &'b Block,
    new: &'b Block,
    before: Vec<&'b str>,
    after: Vec<&'b str>,
    styles: &'b Styles,
    pieces: Vec<Piece>,
    is_code: bool,
}

impl Words<'_> {
    fn texts(&self, hunk: &Hunk) -> (String, String) {
        (self.before[hunk.before.clone()].concat(), self.after[hunk.after.clone()].concat())
    }

    /// Whether the very same text was only cut otherwise, by a look that begins inside a word.
    fn is_same(&self, hunk: &Hunk) -> bool {
        let (gone, come) = self.texts(hunk);
        gone == come
    }

    /// Whether nobody sees that the text is another one, in the same look.
    fn is_alike(&self, hunk: &Hunk) -> bool {
        let then = self.old.tokens[hunk.before.clone()].iter().map(|token| token.style);
        let mut all = then.chain(self.new.tokens[hunk.after.clone()].iter().map(|it| it.style));
        let first = all.next();
        let (gone, come) = self.texts(hunk);
        all.all(|style| Some(style) == first) && looks(&gone) == looks(&come)
    }

    /// Words that are in both, from these places on.
    fn kept(&mut self, run: std::ops::Range<usize>, from: usize) {
        for (was, is) in run.zip(from..) {
            let (then, now) = (self.old.tokens[was].style, self.new.tokens[is].style);
            let (before, after) = (self.before[was], self.after[is]);
            if before == after {
                self.restyled(then, now, after);
            } else if then == now {
                put(&mut self.pieces, Mark::Respaced(before.to_owned()), after, now);
            } else {
                // Two changes of one word: neither hides the other.
                put(&mut self.pieces, Mark::Removed, before, then);
                put(&mut self.pieces, Mark::Added, after, now);
            }
        }
    }

    /// The same words, in another look or not.
    fn restyled(&mut self, then: usize, now: usize, text: &str) {
        let mark = if then == now {
            Mark::Same
        } else if leads(self.styles, then) == leads(self.styles, now) {
            Mark::Formatted(then)
        } else {
            Mark::Relinked(then)
        };
        put(&mut self.pieces, mark, text, now);
    }

    fn changed(&mut self, hunk: Hunk) {
        if self.is_same(&hunk) {
            return self.cut_otherwise(&hunk);
        }
        if self.is_alike(&hunk) {
            let (gone, come) = self.texts(&hunk);
            let style = self.new.tokens[hunk.after].first();
            let style = style.unwrap_or_else(|| &self.old.tokens[hunk.before.start]).style;
            return put(&mut self.pieces, Mark::Respaced(gone), &come, style);
        }
        if self.is_slip(&hunk) {
            let style = self.new.tokens[hunk.after.start].style;
            let was = self.before[hunk.before.start].to_owned();
            return put(
                &mut self.pieces,
                Mark::Corrected(was),
                self.after[hunk.after.start],
                style,
            );
        }
        for at in hunk.before {
            put(&mut self.pieces, Mark::Removed, self.before[at], self.old.tokens[at].style);
        }
        for at in hunk.after {
            put(&mut self.pieces, Mark::Added, self.after[at], self.new.tokens[at].style);
        }
    }

    /// Whether one word became itself, well written. In code each sign means something, and a
    /// link or a bold that changed too is not a slip alone.
    fn is_slip(&self, hunk: &Hunk) -> bool {
        let ([word], [other]) =
            (&self.before[hunk.before.clone()], &self.after[hunk.after.clone()])
        else {
            return false;
        };
        let style = self.new.tokens[hunk.after.start].style;
        is_word(word)
            && !self.is_code
            && !self.styles.get(style).code
            && self.old.tokens[hunk.before.start].style == style
            && is_typo(&key(word), &key(other))
    }

    /// One text in two cuts: each part that has one look then and one look now.
    fn cut_otherwise(&mut self, hunk: &Hunk) {
        let (mut was, mut is) = (hunk.before.start, hunk.after.start);
        let (mut then, mut now) = (0, 0);
        while was < hunk.before.end && is < hunk.after.end {
            let (gone, come) = (&self.before[was][then..], &self.after[is][now..]);
            let length = gone.len().min(come.len());
            let (ends, begins) = (length == gone.len(), length == come.len());
            let text = &come[..length];
            self.restyled(self.old.tokens[was].style, self.new.tokens[is].style, text);
            (was, then) = if ends { (was + 1, 0) } else { (was, then + length) };
            (is, now) = if begins { (is + 1, 0) } else { (is, now + length) };
        }
    }
}

/// Where words of a look lead, and under which title.
fn leads(styles: &Styles, at: usize) -> (Option<&str>, &str) {
    let style = styles.get(at);
    (style.link.as_deref(), &style.title)
}
