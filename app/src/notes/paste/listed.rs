//! Items that are not written as such: a sign, a blank, a text; and boxes to tick.

use std::collections::BTreeSet;

use super::blocks::Item;
use super::line::Line;
use super::signs::{box_of, is_blank, number_of};
use super::style::{STRUCK, Style};
use super::tag::Tag;

/// Signs of items, at each level of a list as word processors draw it.
const BULLETS: [&str; 3] = ["•·●∙■◆➢➤▶►❖➔➜➡👉🔹🔸🔷🔶\u{f0b7}\u{f0d8}", "◦○", "▪‣▸⁃§\u{f0a7}"];

/// Those that may touch the word after them.
const TOUCHING: &str = "•◦▪‣●■◆➢➤⁃👉🔹🔸\u{f0b7}";

/// The longest number or letter before an item: `viii.`, `(12)`.
const NUMBER_SIGNS: usize = 5;

/// A box as a sign.
pub(crate) fn sign_of(ticked: bool) -> &'static str {
    if ticked { "☑ " } else { "☐ " }
}

/// Whether `tag` is a box that is ticked or not, or an item with one.
pub(super) fn ticked(tag: &Tag) -> Option<bool> {
    let checked = ["aria-checked", "data-checked"].map(|name| tag.get(name));
    let is_item = tag.name == "li";
    let has = |class: &str| tag.get("class").split(' ').any(|it| it == class);
    if has("checkbox-on") || has("checkbox-off") {
        return Some(has("checkbox-on"));
    }
    let words = match checked {
        [word @ ("true" | "false"), _] if is_item || tag.get("role") == "checkbox" => word,
        [_, word @ ("true" | "false")] if is_item => word,
        _ => match tag.get("data-list") {
            "checked" => "true",
            "unchecked" => "false",
            _ => return None,
        },
    };
    Some(words == "true")
}

/// Whether the box that Word draws before an item is ticked, if it is one: letters of its font
/// of signs, or signs.
pub(super) fn ticked_by(sign: &str) -> Option<bool> {
    match sign.trim_matches(is_blank) {
        "q" | "¨" | "❑" | "❏" | "□" | "☐" | "\u{f071}" | "\u{f0a8}" => Some(false),
        "þ" | "ý" | "☑" | "☒" | "\u{f0fe}" | "\u{f0fd}" => Some(true),
        _ => None,
    }
}

/// Whether the box that is all there is in a line is ticked, if it is one.
pub(super) fn is_box_alone(line: &Line) -> Option<bool> {
    let (first, rest) = line.signs().split_first()?;
    let is_alone = rest.iter().all(|sign| is_mark(*sign) || is_blank(*sign));
    box_of(*first).filter(|_| is_alone)
}

/// Lines of one block, and the item that they are with how deep it is, if they are one.
pub(super) struct Part {
    pub(super) line: Line,
    pub(super) item: Option<(usize, Item)>,
}

/// The items that stand on the lines of one block, and the words between them; `None` when it is
/// no list.
pub(super) fn parts(line: &Line) -> Option<Vec<Part>> {
    let pieces = || line.signs().split(|sign| *sign == '\n');
    let numbers = || pieces().filter_map(|signs| Some(typed(signs)?.0));
    let dashes = numbers().filter(|number| *number == 0).count();
    let found: BTreeSet<usize> = numbers().collect();
    // A dash is an item beside another dash, a number beside the one that follows it.
    let is_run = |number: usize| match number {
        0 => dashes > 1,
        number => [number - 1, number + 1].iter().any(|other| *other > 0 && found.contains(other)),
    };
    let is_typed = found.iter().any(|number| is_run(*number));
    let is_item = |signs: &[char]| boxed(signs).is_some() || written(signs).is_some();
    if pieces().nth(1).is_none() || !(is_typed || pieces().any(is_item)) {
        return None;
    }
    let lines = line.lines();
    let mut parts: Vec<Part> = Vec::new();
    for mut line in lines {
        let (mut style, signs) = (Style::default(), line.signs());
        let is_dashed = is_typed && written(signs).is_none() && boxed(signs).is_none();
        let item = match typed(signs).filter(|(number, _)| is_dashed && is_run(*number)) {
            Some((number, length)) => {
                line.skip(length);
                Some(Item { number, ..Item::default() })
            }
            None => item_of(&mut line, &mut style, None),
        };
        match (item, parts.last_mut()) {
            (Some(item), _) => parts.push(Part { line, item: Some((style.level.max(1), item)) }),
            (None, Some(Part { line: before, item: None })) => before.append(&line),
            (None, _) => parts.push(Part { line, item: None }),
        }
    }
    parts.iter().any(|part| part.item.is_some()).then_some(parts)
}

/// The number (0 for a dash) and the length of a sign that is one of an item where it is there
/// twice: it could be a word where it stands alone.
pub(super) fn typed(signs: &[char]) -> Option<(usize, usize)> {
    let length = signs.iter().position(|sign| is_blank(*sign))?;
    let sign: String = signs[..length].iter().collect();
    if matches!(sign.as_str(), "-" | "–" | "*" | "+") {
        return Some((0, length));
    }
    let digits = sign.strip_suffix(['.', ')'])?;
    let is_number = (1..4).contains(&digits.len()) && digits.bytes().all(|it| it.is_ascii_digit());
    is_number.then(|| (number_of(&sign), length))
}

/// Whether a box begins a line, ticked or not, and how long it is: a sign, or brackets.
fn boxed(signs: &[char]) -> Option<(bool, usize)> {
    let first = *signs.first()?;
    let (ticked, length) = if let Some(ticked) = box_of(first) {
        // Some boxes come with a mark that asks for a picture, or for a plain sign.
        (ticked, 1 + signs[1..].iter().take_while(|it| is_mark(**it)).count())
    } else {
        let end = signs.iter().take(3).position(|sign| *sign == ']')?;
        let ticked = match signs[..end] {
            ['[', inside] if is_blank(inside) => false,
            ['[', 'x' | 'X' | '✓' | '✔'] => true,
            ['['] => false,
            _ => return None,
        };
        signs.get(end + 1).filter(|after| is_blank(**after))?;
        (ticked, end + 1)
    };
    signs[length..].iter().any(|sign| !is_blank(*sign)).then_some((ticked, length))
}

/// What a line begins, once the signs that say so are taken out of it.
pub(super) fn item_of(line: &mut Line, style: &mut Style, item: Option<Item>) -> Option<Item> {
    let mut item = item;
    // A paragraph under an item goes on with it.
    let free = item.is_some() || style.level == 0;
    if let Some((ticked, length)) = boxed(line.signs()).filter(|_| free) {
        line.skip(length);
        let result = item.unwrap_or_default();
        item = Some(Item { ticked: result.ticked.or(Some(ticked)), ..result });
        style.level = style.level.max(1);
    } else if item.is_none()
        && style.level == 0
        && let Some((level, number, signs)) = written(line.signs())
    {
        line.skip(signs);
        item = Some(Item { number, ..Item::default() });
        style.level = level;
    } else if let Some(Item { is_exact, ticked, .. }) = item
        && let Some((_, number, signs)) = written(line.signs())
        && (number == 0 || !is_exact)
    {
        // Word's own sign, that nothing says is one; a bullet after a bullet.
        line.skip(signs);
        let number = if is_exact { item.map_or(0, |item| item.number) } else { number };
        item = Some(Item { number, ticked, is_exact });
    }
    if item.is_some_and(|item| item.ticked == Some(true)) {
        // That it is done is said once.
        line.without_if_whole(STRUCK);
    }
    item
}

fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{fe0e}' | '\u{fe0f}')
}

/// The level, the number (0 for a bullet) and the length of the sign that a line begins with.
/// What could be a word (`o`, `1.`, `a)`) is a sign only before the wide blank that word
/// processors put there.
fn written(signs: &[char]) -> Option<(usize, usize, usize)> {
    let first = *signs.first()?;
    let marks = signs[1..].iter().take_while(|sign| is_mark(**sign)).count();
    let after = signs.get(1 + marks).copied().unwrap_or_default();
    let level = BULLETS.iter().position(|known| known.contains(first));
    if let Some(level) = level
        && (is_blank(after) || TOUCHING.contains(first) && after.is_alphanumeric())
    {
        return Some((level + 1, 0, 1 + marks));
    }
    let length = signs.iter().position(|sign| is_blank(*sign))?;
    let blank = signs[length..].iter().take_while(|sign| is_blank(**sign));
    let is_wide = blank.filter(|sign| **sign == '\u{a0}').count() > 1;
    let sign: String = signs[..length].iter().collect();
    if !is_wide || length > NUMBER_SIGNS {
        return None;
    }
    if sign == "o" {
        return Some((2, 0, length));
    }
    match number_of(&sign) {
        0 => None,
        number if sign.ends_with(['.', ')']) => Some((1, number, length)),
        _ => None,
    }
}
