//! The sections of a note: what stands under each of its headings.

use std::borrow::Cow;
use std::ops::Range;

use comrak::nodes::NodeValue;

/// One heading, and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
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
    let root = crate::prose::markdown::parse(&arena, markdown);
    let starts: Vec<usize> =
        std::iter::once(0).chain(markdown.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let mut found: Vec<Section> = Vec::new();
    for node in root.children() {
        let data = node.data();
        let NodeValue::Heading(heading) = &data.value else { continue };
        let Some(start) = starts.get(data.sourcepos.start.line - 1) else { continue };
        found.push(Section {
            title: crate::prose::diff::block::plain(node),
            level: heading.level,
            range: *start..markdown.len(),
        });
    }
    for at in 0..found.len() {
        let next = found[at + 1..].iter().find(|it| it.level <= found[at].level);
        if let Some(end) = next.map(|it| it.range.start) {
            found[at].range.end = end;
        }
    }
    found
}

/// `markdown`, ended so that a heading after it is a heading: a fence of code, a comment or
/// another piece of HTML that was left open would take in whatever comes next.
pub fn sealed(markdown: &str) -> Cow<'_, str> {
    let may_be_open = ["```", "~~~", "<"].iter().any(|sign| markdown.contains(sign));
    let Some(end) = may_be_open.then(|| open_end(markdown)).flatten() else {
        return Cow::Borrowed(markdown);
    };
    Cow::Owned(format!("{}\n{end}", markdown.trim_end_matches('\n')))
}

/// What would end the last block of `markdown`, if it takes in what comes after it.
fn open_end(markdown: &str) -> Option<String> {
    let arena = comrak::Arena::new();
    let after = "0";
    let root = crate::prose::markdown::parse(&arena, &format!("{markdown}\n\n## {after}\n"));
    let last = root.last_child()?;
    let data = last.data();
    match &data.value {
        NodeValue::CodeBlock(code) if code.fenced => {
            Some(String::from_utf8_lossy(&[code.fence_char]).repeat(code.fence_length))
        }
        NodeValue::HtmlBlock(html) => Some(match html.block_type {
            1 => {
                let name = html.literal.trim_start().trim_start_matches('<');
                let end = name.find(|sign: char| !sign.is_ascii_alphabetic());
                format!("</{}>", &name[..end.unwrap_or(name.len())])
            }
            2 => "-->".to_owned(),
            3 => "?>".to_owned(),
            4 => ">".to_owned(),
            5 => "]]>".to_owned(),
            _ => return None,
        }),
        _ => None,
    }
}

/// `markdown` with its section number `at` (from 0) replaced; `None` without such a one.
pub fn replace(markdown: &str, at: usize, section: &str) -> Option<String> {
    let found = sections(markdown).into_iter().nth(at)?;
    let before = &markdown[..found.range.start];
    let after = &markdown[found.range.end..];
    let section = section.trim_end();
    if after.is_empty() {
        return Some(format!("{before}{section}\n"));
    }
    Some(format!("{before}{}\n\n{after}", sealed(section)))
}
