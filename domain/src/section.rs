//! The sections of a note: what stands under each of its headings.

use std::ops::Range;

/// One heading, and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its words.
    pub title: String,
    /// How deep it is, from 1.
    pub level: u8,
    /// The section in the source, in bytes: from its heading to the next one as high.
    pub range: Range<usize>,
}

/// The sections of `markdown`, in order. Headings inside lists and quotations are no
/// sections; what stands before the first heading is none either.
pub fn sections(markdown: &str) -> Vec<Section> {
    let arena = comrak::Arena::new();
    let root = crate::markdown::parse(&arena, markdown);
    let starts: Vec<usize> =
        std::iter::once(0).chain(markdown.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let mut found: Vec<Section> = Vec::new();
    for node in root.children() {
        let data = node.data();
        let comrak::nodes::NodeValue::Heading(heading) = &data.value else { continue };
        let Some(start) = starts.get(data.sourcepos.start.line - 1) else { continue };
        found.push(Section {
            title: crate::diff::block::plain(node),
            level: heading.level,
            range: *start..markdown.len(),
        });
    }
    for at in 0..found.len() {
        let next = found[at + 1..].iter().find(|one| one.level <= found[at].level);
        if let Some(end) = next.map(|one| one.range.start) {
            found[at].range.end = end;
        }
    }
    found
}

/// `markdown` with its section number `at` (from 0) replaced; `None` without such a one.
pub fn replace(markdown: &str, at: usize, section: &str) -> Option<String> {
    let found = sections(markdown).into_iter().nth(at)?;
    let before = &markdown[..found.range.start];
    let after = &markdown[found.range.end..];
    let end = if after.is_empty() { "\n" } else { "\n\n" };
    Some(format!("{before}{}{end}{after}", section.trim_end()))
}
