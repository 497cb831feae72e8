//! How deep and how wide what is read may be: what stands beyond is shown as it was typed.
//!
//! Thirty thousand lists in one another, or a table of four hundred columns whose rows have one
//! cell, are a few kilobytes of text and megabytes of page, which no browser shows.

use comrak::Arena;
use comrak::arena_tree::NodeEdge;
use comrak::nodes::{AstNode, NodeValue};

/// How many blocks may stand in one another: thirty lists.
pub const DEPTH_MAX: usize = 60;

/// How many columns a table may have.
pub const COLUMNS_MAX: usize = 60;

/// Puts plain paragraphs in the place of what is too deep or too wide under `root`, which was
/// read from `text`.
pub(super) fn apply<'a>(arena: &'a Arena<'a>, root: &'a AstNode<'a>, text: &str) {
    let mut beyond: Vec<&AstNode<'_>> = vec![];
    // The one whose inside is being walked through, and the depth it stands at.
    let (mut depth, mut inside) = (0_usize, None);
    for edge in root.traverse() {
        match edge {
            NodeEdge::Start(node) => {
                depth += 1;
                let is_beyond = match &node.data().value {
                    NodeValue::List(_) | NodeValue::BlockQuote => depth > DEPTH_MAX,
                    NodeValue::Table(table) => {
                        depth > DEPTH_MAX || table.alignments.len() > COLUMNS_MAX
                    }
                    _ => false,
                };
                if is_beyond && inside.is_none() {
                    inside = Some(depth);
                    beyond.push(node);
                }
            }
            NodeEdge::End(_) => {
                if inside == Some(depth) {
                    inside = None;
                }
                depth -= 1;
            }
        }
    }
    if beyond.is_empty() {
        return;
    }
    let lines: Vec<&str> = text.lines().collect();
    for node in beyond {
        let place = node.data().sourcepos;
        let paragraph = arena.alloc(NodeValue::Paragraph.into());
        paragraph.data_mut().sourcepos = place;
        for number in place.start.line..=place.end.line {
            let line = lines.get(number - 1).copied().unwrap_or_default();
            // Columns are counted in bytes, from 1; what stands before is of its parents.
            let from = if number == place.start.line { place.start.column - 1 } else { 0 };
            let words = line.get(from..).unwrap_or(line).trim();
            if number > place.start.line {
                paragraph.append(arena.alloc(NodeValue::LineBreak.into()));
            }
            paragraph.append(arena.alloc(NodeValue::Text(words.to_owned().into()).into()));
        }
        node.insert_before(paragraph);
        node.detach();
    }
}
