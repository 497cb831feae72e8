//! Items that are not written as such: a sign, a blank, a text; and boxes to tick.

use super::blocks::Item;
use super::line::Line;
use super::signs::{box_of, is_blank, number_of};
use super::style::{STRUCK, Style};
use super::tag::Tag;

/// Signs of items, at each level of a list as word processors draw it.
const BULLETS: [&str; 3] = ["•·●∙■➢➤\u{f0b7}\u{f0d8}", "◦○", "▪‣§\u{f0a7}"];

/// The longest number or letter before an item: `viii.`, `(12)`.
const NUMBER_SIGNS: usize = 5;

/// A box as a sign.
pub(super) fn sign_of(ticked: bool) -> &'static str {
    if ticked { "☑ " } else { "☐ " }
}

/// Whether `tag` is a box that is ticked or not, or an item with one.
pub(super) fn ticked(tag: &Tag) -> Option<bool> {
    let checked = ["aria-checked", "data-checked"].map(|name| tag.get(name));
    let is_item = tag.name == "li";
    let has = |class: &str| tag.get("class").split(' ').any(|one| one == class);
    if has("checkbox-on") || has("checkbox-off") {
        return Some(has("checkbox-on"));
    }
    let said = match checked {
        [said @ ("true" | "false"), _] if is_item || tag.get("role") == "checkbox" => said,
        [_, said @ ("true" | "false")] if is_item => said,
        _ => match tag.get("data-list") {
            "checked" => "true",
            "unchecked" => "false",
            _ => return None,
        },
    };
    Some(said == "true")
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

/// What a line begins, once the signs that say so are taken out of it.
pub(super) fn item_of(line: &mut Line, style: &mut Style, item: Option<Item>) -> Option<Item> {
    let mut item = item;
    let first = line.signs().first().copied().unwrap_or_default();
    // A paragraph under an item goes on with it.
    let free = item.is_some() || style.level == 0;
    if let Some(ticked) = box_of(first).filter(|_| free) {
        // Some boxes come with a mark that asks for a picture, or for a plain sign.
        let marks = line.signs()[1..].iter().take_while(|sign| is_mark(**sign)).count();
        line.skip(1 + marks);
        let told = item.unwrap_or_default();
        item = Some(Item { ticked: told.ticked.or(Some(ticked)), ..told });
        style.level = style.level.max(1);
    } else if item.is_none()
        && style.level == 0
        && let Some((level, number, signs)) = written(line.signs())
    {
        line.skip(signs);
        item = Some(Item { number, ticked: None });
        style.level = level;
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
    let length = signs.iter().position(|sign| is_blank(*sign))?;
    let blank = signs[length..].iter().take_while(|sign| is_blank(**sign));
    let is_wide = blank.filter(|sign| **sign == '\u{a0}').count() > 1;
    let sign: String = signs[..length].iter().collect();
    let level = BULLETS.iter().position(|known| length == 1 && known.contains(&sign));
    if let Some(level) = level {
        return Some((level + 1, 0, length));
    }
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
