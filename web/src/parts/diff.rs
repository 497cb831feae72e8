//! What changed, for eyes and for ears.

use domain::diff::{Block, Piece};
use maud::{Markup, html};

use crate::voice::Voice;

/// Unchanged blocks shown around a change.
const AROUND: usize = 1;

/// The changed blocks of a text, the others folded.
pub fn show(voice: &Voice, blocks: &[Block]) -> Markup {
    let near = |at: usize| {
        let (from, to) = (at.saturating_sub(AROUND), (at + AROUND + 1).min(blocks.len()));
        blocks[from..to].iter().any(|block| !matches!(block, Block::Same(_)))
    };
    let mut groups: Vec<(bool, Vec<&Block>)> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        match groups.last_mut() {
            Some((shown, group)) if *shown == near(at) => group.push(block),
            _ => groups.push((near(at), vec![block])),
        }
    }
    html! {
        div.diff {
            @for (shown, group) in &groups {
                @if *shown {
                    @for one in group { (block(voice, one)) }
                } @else {
                    details.folded {
                        summary { (voice.count("diff-same", i64::try_from(group.len()).unwrap_or(0))) }
                        @for one in group { (block(voice, one)) }
                    }
                }
            }
        }
    }
}

/// One line of text with its words marked.
pub fn line(voice: &Voice, pieces: &[Piece]) -> Markup {
    html! { @for piece in pieces { (self::piece(voice, piece)) } }
}

fn block(voice: &Voice, block: &Block) -> Markup {
    let text = match block {
        Block::Same(text) | Block::Added(text) | Block::Removed(text) => text.clone(),
        Block::Changed(pieces) => pieces
            .iter()
            .map(|(Piece::Same(text) | Piece::Added(text) | Piece::Removed(text))| text.as_str())
            .collect(),
    };
    let inside = match block {
        Block::Same(text) => html! { (bare(text)) },
        Block::Added(text) => piece(voice, &Piece::Added(bare(text).to_owned())),
        Block::Removed(text) => piece(voice, &Piece::Removed(bare(text).to_owned())),
        Block::Changed(pieces) => line(voice, &without_mark(pieces)),
    };
    match shape(&text) {
        Shape::Heading => html! { p.block.heading { (inside) } },
        Shape::Item(depth) => html! { p.block.item.(format!("depth-{depth}")) { (inside) } },
        Shape::Paragraph => html! { p.block { (inside) } },
    }
}

fn piece(voice: &Voice, piece: &Piece) -> Markup {
    // Words for those who do not see the colours.
    let said = |key: &str| html! { span.unseen { (voice.say(key)) } };
    match piece {
        Piece::Same(text) => html! { (text) },
        Piece::Added(text) => html! { ins { (said("diff-added")) (text) (said("diff-end")) } },
        Piece::Removed(text) => html! { del { (said("diff-removed")) (text) (said("diff-end")) } },
    }
}

enum Shape {
    Heading,
    Item(usize),
    Paragraph,
}

fn shape(text: &str) -> Shape {
    let indent = text.chars().take_while(|sign| *sign == ' ').count();
    match text.trim_start() {
        line if line.starts_with('#') => Shape::Heading,
        line if line.starts_with("- ") || line.starts_with("* ") => {
            Shape::Item((indent / 2).min(3))
        }
        _ => Shape::Paragraph,
    }
}

/// A block without the Markdown sign at its head: its shape shows it.
fn bare(text: &str) -> &str {
    let text = text.trim_start();
    let heading = text.trim_start_matches('#');
    if heading.len() < text.len() {
        return heading.trim_start();
    }
    text.strip_prefix("- ").or_else(|| text.strip_prefix("* ")).unwrap_or(text)
}

fn without_mark(pieces: &[Piece]) -> Vec<Piece> {
    let mut pieces = pieces.to_vec();
    if let Some(Piece::Same(text)) = pieces.first_mut() {
        *text = bare(text).to_owned();
    }
    pieces
}
