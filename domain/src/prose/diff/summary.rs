//! What changed, in a few numbers: what a page says in one sentence, and what the log
//! keeps of a revision.

use super::Change;
use super::about::Difference;
use super::block::{Shape, Styles};
use super::page::{Comparison, Fate, Mark, Parted, Piece as Run, Row};
use super::runs::relinked;
use super::{Piece, count, empty, is_space, is_word, tokens, words};

/// The most words replaced one for one in a block that are told one by one.
const FEW: u32 = 3;

/// Counts what changed in `comparison`. Words that only stand elsewhere are not counted.
pub fn summary(comparison: &Comparison) -> Change {
    let mut change = Change::default();
    for row in &comparison.rows {
        // What shows no word has none to count.
        if row.shape == Shape::Bare && row.was.is_none() {
            bare(row, &mut change);
            continue;
        }
        for piece in &row.pieces {
            let words = |text: &str| count(&tokens(text));
            match &piece.mark {
                Mark::Added => change.added += words(&piece.text),
                Mark::Removed => change.removed += words(&piece.text),
                Mark::Corrected(old) => {
                    change.added += words(&piece.text);
                    change.removed += words(old);
                }
                Mark::Same | Mark::Formatted(_) | Mark::Relinked(_) | Mark::Respaced(_) => {}
            }
        }
        match row.fate {
            Fate::Same | Fate::Left(_) => {}
            // A line across the page is no paragraph.
            Fate::Added | Fate::Removed if row.shape == Shape::Rule => change.formatted += 1,
            Fate::Added => change.blocks_added += 1,
            Fate::Removed => change.blocks_removed += 1,
            Fate::Arrived(_) => {
                change.moved += 1;
                inside(row, &comparison.styles, &mut change);
            }
            Fate::Changed => {
                inside(row, &comparison.styles, &mut change);
            }
        }
    }
    change.sources += u32::from(comparison.silent.is_some());
    change
}

/// A line of the source without a word: what is read of it all the same, or the source alone.
fn bare(row: &Row, change: &mut Change) {
    if row.fate == Fate::Same || matches!(row.fate, Fate::Left(_)) {
        return;
    }
    let (then, now) = (row.text(true), row.text(false));
    if !empty::count(&then, &now, change) {
        change.sources += 1;
    }
}

/// `change` of a text, and what changed of its title besides.
#[must_use]
pub fn with_title(change: Change, old: &str, new: &str) -> Change {
    let title = super::change(old, new);
    let is_other = words(old, new).iter().any(Piece::is_change);
    // Another apostrophe, another space: no word of it.
    let respelled = old != new && !is_other;
    Change {
        added: change.added + title.added,
        removed: change.removed + title.removed,
        titles: change.titles + u32::from(is_other),
        typos: change.typos + u32::from(respelled),
        ..change
    }
}

fn inside(row: &Row, styles: &Styles, change: &mut Change) {
    let has = |wanted: fn(&Mark) -> bool| row.pieces.iter().any(|piece| wanted(&piece.mark));
    let words = has(|mark| matches!(mark, Mark::Added | Mark::Removed));
    let replaced = replaced(&row.pieces);
    change.words += replaced.unwrap_or(0);
    change.blocks_changed += u32::from(words && replaced.is_none());
    for parted in &row.parted {
        match parted {
            Parted::Joined => change.joined += 1,
            Parted::Split => change.split += 1,
        }
    }
    for style in relinked(&row.pieces, styles).into_iter().filter(|it| !it.is_itself) {
        let (then, now) = (styles.get(style.then), styles.get(style.now));
        let is_image = then.picture || now.picture;
        change.images += u32::from(is_image);
        change.links += u32::from(!is_image && then.link != now.link);
        change.link_titles += u32::from(!is_image && then.link == now.link);
    }
    let result = row.had.as_ref().map(|had| row.about.since(had)).unwrap_or_default();
    let is = |it: Difference| u32::from(result.contains(&it));
    change.checked += is(Difference::Checked);
    change.unchecked += is(Difference::Unchecked);
    let (was, is) = (row.was.map(is_heading), is_heading(row.shape));
    change.levels += u32::from(was == Some(true) && is);
    change.headed += u32::from(was == Some(false) && is);
    change.unheaded += u32::from(was == Some(true) && !is);
    source(row, change);
    if words && replaced.is_none() {
        return;
    }
    respelled(row, styles, change);
    let mut about =
        result.iter().filter(|it| !matches!(it, Difference::Checked | Difference::Unchecked));
    let is_other = row.was.is_some_and(|was| !is_heading(was)) && !is;
    change.formatted += u32::from(is_other || about.next().is_some()) + formatted(row);
}

/// Words that are the same, written otherwise: a slip, unless each sign means something, or
/// unless they are other signs of the same look.
fn respelled(row: &Row, styles: &Styles, change: &mut Change) {
    let others: Vec<&Run> =
        row.pieces.iter().filter(|piece| matches!(piece.mark, Mark::Respaced(_))).collect();
    let in_code = |piece: &&Run| row.shape == Shape::Code || styles.get(piece.style).code;
    if others.iter().any(in_code) {
        change.blocks_changed += 1;
    } else if !others.iter().all(|piece| is_spelled(piece)) {
        change.sources += 1;
    }
    let slips = others.iter().any(|piece| !in_code(piece) && is_spelled(piece));
    let corrected =
        row.pieces.iter().filter(|piece| matches!(piece.mark, Mark::Corrected(_))).count();
    change.typos += u32::try_from(corrected.max(usize::from(slips))).unwrap_or(u32::MAX);
}

/// Whether only apostrophes and spaces are others.
fn is_spelled(piece: &Run) -> bool {
    let folded = |text: &str| -> String { tokens(text).into_iter().map(spelled).collect() };
    let spelled = |was: &str| folded(was) == folded(&piece.text);
    matches!(&piece.mark, Mark::Respaced(was) if spelled(was))
}

/// A token in which all apostrophes are one, and all spaces.
fn spelled(token: &str) -> String {
    if is_space(token) {
        return " ".to_owned();
    }
    let plain = |sign: char| match sign {
        '’' | '‘' | 'ʼ' => '\'',
        _ if sign.is_whitespace() => ' ',
        _ => sign,
    };
    token.chars().map(plain).collect()
}

/// How many words were replaced one for one, when nothing else came or left and they are few.
fn replaced(pieces: &[Run]) -> Option<u32> {
    let one_word = |piece: &Run| count(&tokens(&piece.text)) == 1 && is_word(&piece.text);
    let is_bare = |text: &str| tokens(text).len() == 1;
    let mut found = 0;
    let mut rest = pieces.iter();
    while let Some(piece) = rest.next() {
        match piece.mark {
            Mark::Added => return None,
            Mark::Removed => {
                let next = rest.next().filter(|next| next.mark == Mark::Added)?;
                let both = [piece, next];
                if !both.iter().all(|it| one_word(it) && is_bare(&it.text)) {
                    return None;
                }
                found += 1;
            }
            Mark::Same
            | Mark::Corrected(_)
            | Mark::Formatted(_)
            | Mark::Relinked(_)
            | Mark::Respaced(_) => {}
        }
    }
    (1..=FEW).contains(&found).then_some(found)
}

/// How many runs of words look otherwise: one for each change of look, though words came or left
/// inside.
fn formatted(row: &Row) -> u32 {
    let mut found = 0;
    let mut last = None;
    for piece in &row.pieces {
        match piece.mark {
            Mark::Formatted(was) => {
                found += u32::from(last != Some((was, piece.style)));
                last = Some((was, piece.style));
            }
            Mark::Added | Mark::Removed => {}
            Mark::Same | Mark::Corrected(_) | Mark::Relinked(_) | Mark::Respaced(_) => last = None,
        }
    }
    found
}

fn is_heading(shape: Shape) -> bool {
    matches!(shape, Shape::Heading(_))
}

/// What was typed otherwise, told by what is read of it when something is.
fn source(row: &Row, change: &mut Change) {
    let Some((then, now)) = row.source.as_ref().filter(|_| row.parted.is_empty()) else { return };
    if empty::count(then, now, change) {
        return;
    }
    // As many blank lines as were typed are seen inside code.
    let inside = |text: &str| -> Vec<String> {
        let is_fence = |line: &&str| ["```", "~~~"].iter().any(|mark| line.starts_with(mark));
        text.lines().map(str::trim).filter(|line| !is_fence(line)).map(str::to_owned).collect()
    };
    if row.shape == Shape::Code && row.was.is_none() && inside(then) != inside(now) {
        change.blocks_changed += 1;
    } else {
        change.sources += 1;
    }
}

impl Change {
    /// Whether slips of the keyboard, apostrophes and spaces are all that changed.
    pub fn is_only_typos(&self) -> bool {
        let typos =
            Self { typos: self.typos, added: self.added, removed: self.removed, ..Self::default() };
        *self == typos && self.typos > 0
    }

    /// Whether boxes that were ticked, or are no more, are all that changed.
    pub fn is_only_boxes(&self) -> bool {
        let boxes = Self { checked: self.checked, unchecked: self.unchecked, ..Self::default() };
        *self == boxes && boxes != Self::default()
    }
}
