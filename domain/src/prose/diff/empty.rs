//! What of a line is read though it shows no word: an image without a description, a box with
//! nothing beside it, an empty item, some code of which only the language was written.

use comrak::Arena;
use comrak::nodes::{AstNode, NodeValue};

use super::Change;
use super::block::plain;

/// What is read of some source without a word.
#[derive(Debug, Default, PartialEq, Eq)]
struct Empty {
    images: Vec<(String, String)>,
    links: Vec<(String, String)>,
    boxes: Vec<bool>,
    languages: Vec<String>,
    blocks: u32,
}

/// Counts in `change` what is read otherwise from `then` to `now`, though no word changed;
/// whether there is any.
pub(super) fn count(then: &str, now: &str, change: &mut Change) -> bool {
    let (then, now) = (read(then), read(now));
    if then == now {
        return false;
    }
    change.images += others(&then.images, &now.images);
    change.links += others(&then.links, &now.links);
    let ticked = |is: bool| {
        let pairs = then.boxes.iter().zip(&now.boxes);
        u32::try_from(pairs.filter(|(was, now)| was != now && **now == is).count()).unwrap_or(0)
    };
    change.checked += ticked(true);
    change.unchecked += ticked(false);
    change.formatted += others(&then.languages, &now.languages);
    change.blocks_added += now.blocks.saturating_sub(then.blocks);
    change.blocks_removed += then.blocks.saturating_sub(now.blocks);
    // An item that was empty and is an empty box.
    change.formatted += u32::from(then.boxes.len() != now.boxes.len() && then.blocks == now.blocks);
    true
}

/// A line without a word, apart from what may change of it while it stays the same line: whether
/// its box is ticked, where its links lead, the language of its code.
pub(super) fn kind(line: &str) -> String {
    let bare = line.trim_start();
    if ["```", "~~~"].iter().any(|fence| bare.starts_with(fence)) {
        return bare.chars().take(3).collect();
    }
    let mut result = line.replace("[x]", "[ ]").replace("[X]", "[ ]");
    let mut from = 0;
    while let Some(start) = result[from..].find("[](").map(|at| from + at + 3)
        && let Some(length) = result[start..].find(')')
    {
        result.replace_range(start..start + length, "");
        from = start;
    }
    result
}

/// How many are not what they were, came or left.
fn others<T: PartialEq>(then: &[T], now: &[T]) -> u32 {
    let same = then.iter().zip(now).filter(|(was, is)| was == is).count();
    u32::try_from(then.len().max(now.len()) - same).unwrap_or(u32::MAX)
}

fn read(text: &str) -> Empty {
    let mut found = Empty::default();
    // A row of a table with nothing in it is read alone as a line of words.
    if text.trim_start().starts_with('|') && text.chars().all(|sign| " |\t".contains(sign)) {
        found.blocks += 1;
        return found;
    }
    let arena = Arena::new();
    for node in crate::prose::markdown::parse(&arena, text).descendants() {
        let lead = |link: &comrak::nodes::NodeLink| (link.url.clone(), link.title.clone());
        match &node.data().value {
            NodeValue::Image(link) if is_empty(node) => found.images.push(lead(link)),
            NodeValue::Link(link) if is_empty(node) => found.links.push(lead(link)),
            NodeValue::TaskItem(item) if is_empty(node) => {
                found.boxes.push(item.symbol.is_some());
                found.blocks += 1;
            }
            NodeValue::Item(_) if is_empty(node) => found.blocks += 1,
            NodeValue::CodeBlock(code) if code.literal.trim().is_empty() => {
                let language = code.info.trim();
                if !language.is_empty() {
                    found.languages.push(language.to_owned());
                }
            }
            _ => {}
        }
    }
    found
}

fn is_empty<'a>(node: &'a AstNode<'a>) -> bool {
    plain(node).trim().is_empty()
}
