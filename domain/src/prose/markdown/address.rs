//! Bare addresses: where they begin, where people end them, and those that comrak leaves as words.

use std::borrow::Cow;
use std::ops::Range;

use comrak::Arena;
use comrak::arena_tree::NodeEdge;
use comrak::nodes::{AstNode, NodeLink, NodeValue};

/// Ends a bare address while it is read: comrak stops at `<`, and Unicode promises that what
/// follows is never a sign of anyone's.
const END: &str = "<\u{fdd1}";

/// Where addresses begin that are links without being written as such.
const BEGINS: [&str; 4] = ["http://", "https://", "ftp://", "www."];

/// Addresses are told apart that far in signs without a blank: comrak looks for the next blank
/// from each.
const WORD_MAX: usize = 2048;

/// After as many addresses that were escaped, the others are left as words: each was looked for in
/// the whole text.
const MISSED_MAX: usize = 100;

/// Where the first bare address of `text` begins, in bytes.
pub fn next_address(text: &str) -> Option<usize> {
    let begins = |at: usize| BEGINS.iter().any(|begin| starts(&text[at..], begin));
    let mut from = 0;
    loop {
        let at = from + text[from..].find(['h', 'H', 'f', 'F', 'w', 'W'])?;
        let before = text[..at].chars().next_back();
        if begins(at) && !before.is_some_and(|sign| sign.is_ascii_alphanumeric()) {
            return Some(at);
        }
        from = at + 1;
    }
}

fn starts(text: &str, begin: &str) -> bool {
    text.get(..begin.len()).is_some_and(|start| start.eq_ignore_ascii_case(begin))
}

/// How long the address is with which `text` begins, in bytes. It ends where people end it: at a
/// blank of any width, at a quotation mark or an ellipsis, before the signs that end a sentence
/// and before a bracket that was opened before it.
pub fn address_end(text: &str) -> usize {
    // Another address may be joined to it. (After `/` or `=` it is a part of the first.)
    let is_joined = |at: usize, sign: char| {
        let rest = &text[at + sign.len_utf8()..];
        ",;–\\".contains(sign) && BEGINS.iter().any(|begin| starts(rest, begin))
    };
    let ends = |(at, sign): &(usize, char)| ends_address(*sign) || is_joined(*at, *sign);
    let whole = text.char_indices().find(ends).map_or(text.len(), |(at, _)| at);
    let whole = text[..whole].find("](").unwrap_or(whole);
    let mut pairs = [('(', ')', 0_i32), ('[', ']', 0), ('{', '}', 0)];
    for sign in text[..whole].chars() {
        for (opens, closes, depth) in &mut pairs {
            *depth += i32::from(sign == *opens) - i32::from(sign == *closes);
        }
    }
    let mut end = whole;
    while let Some(last) = text[..end].chars().next_back() {
        let left_open = pairs.iter_mut().find(|(_, closes, depth)| *closes == last && *depth < 0);
        if let Some((_, _, depth)) = left_open {
            *depth += 1;
        } else if last == '_' && has_underscore(&text[..end]) || !"?!.,:;*_~'\"‘’–\\".contains(last)
        {
            break;
        }
        end -= last.len_utf8();
    }
    end
}

/// Whether an underscore that ends an address is of it: there is another one in it (`__init__`).
/// Where it closes what was emphasised, whoever reads Markdown takes it first.
fn has_underscore(address: &str) -> bool {
    address.trim_end_matches('_').contains('_')
}

/// What no address holds that a person reads. (A browser copies these as `%C2%A0` and so on.)
fn ends_address(sign: char) -> bool {
    sign.is_whitespace()
        || sign.is_control()
        || matches!(sign, '<' | '>' | '"' | '|' | '\u{ad}' | '\u{feff}' | '\u{fdd1}' | '\u{ff5e}')
        || "«»‹›“”„‟…—、。，．！？：；「」『』（）".contains(sign)
        // Bullets, arrows, boxes and faces.
        || matches!(sign, '•' | '‣' | '\u{2190}'..='\u{21ff}' | '\u{2500}'..='\u{27bf}')
        || matches!(sign, '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
        || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
}

/// `text` with [`END`] after each bare address that would not end by itself, and whether there
/// is one.
pub(super) fn with_ends(text: &str) -> (Cow<'_, str>, bool) {
    let mut result = String::new();
    let (mut kept, mut word) = (0, 0);
    let mut seen = 0;
    for Range { start: begin, end } in addresses(text) {
        let blank = text[seen..begin].rfind(|sign: char| sign.is_ascii_whitespace());
        word = blank.map_or(word, |at| seen + at);
        seen = begin;
        if begin - word > WORD_MAX {
            continue;
        }
        // An address between marks ends with them, unless they are words.
        let (before, rest) = (&text[..begin], &text[end..]);
        let is_between = before.ends_with('<')
            && !is_escaped(&before[..begin - 1])
            && !starts(&text[begin..], "www.")
            && rest
                .find(|sign: char| sign == '<' || sign == '>' || sign.is_ascii_whitespace())
                .is_some_and(|at| rest[at..].starts_with('>'));
        let is_marked = is_between || before.ends_with("](");
        let after = rest.trim_start_matches(|sign| "?!.,:;*_~'\")".contains(sign));
        let is_ended = after.is_empty()
            || after.starts_with(|sign: char| sign.is_ascii_whitespace() || sign == '<')
            || rest.starts_with("](");
        if !is_marked && !is_ended {
            result.push_str(&text[kept..end]);
            result.push_str(END);
            kept = end;
        }
    }
    if kept == 0 {
        return (Cow::Borrowed(text), false);
    }
    result.push_str(&text[kept..]);
    (Cow::Owned(result), true)
}

/// Whether what follows `before` is escaped.
fn is_escaped(before: &str) -> bool {
    before.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1
}

/// Takes [`END`] out of what a node says.
pub(super) fn without_ends<'a>(node: &'a AstNode<'a>) {
    let clean = |text: &mut String| {
        if text.contains(END) {
            *text = text.replace(END, "");
        }
    };
    match &mut node.data_mut().value {
        NodeValue::Text(text) if text.contains(END) => *text = text.replace(END, "").into(),
        NodeValue::Code(code) => clean(&mut code.literal),
        NodeValue::CodeBlock(code) => {
            clean(&mut code.literal);
            clean(&mut code.info);
        }
        NodeValue::HtmlBlock(html) => clean(&mut html.literal),
        NodeValue::HtmlInline(html) => clean(html),
        NodeValue::Link(link) | NodeValue::Image(link) => {
            clean(&mut link.url);
            clean(&mut link.title);
        }
        _ => {}
    }
}

/// Makes links of the addresses that comrak leaves as words: those in brackets, those that begin
/// with `www.` beside a sign it does not know, and letters with accents before `@`. `text` is
/// what was read: an address that was escaped in it was not meant to be a link.
pub(super) fn link_rest<'a>(arena: &'a Arena<'a>, root: &'a AstNode<'a>, text: &str) {
    let has_links = |text: &str| text.contains('@') || next_address(text).is_some();
    if !has_links(text) {
        return;
    }
    let (mut words, mut known, mut depth) = (vec![], vec![], 0_usize);
    for edge in root.traverse() {
        let (node, begins) = match edge {
            NodeEdge::Start(node) => (node, true),
            NodeEdge::End(node) => (node, false),
        };
        match &node.data().value {
            NodeValue::Link(_) if begins => {
                depth += 1;
                known.push(node);
            }
            NodeValue::Image(_) if begins => depth += 1,
            NodeValue::Link(_) | NodeValue::Image(_) => depth -= 1,
            NodeValue::Text(prose) if begins && depth == 0 && has_links(prose) => {
                words.push(node);
            }
            _ => {}
        }
    }
    let mut source = Source { text, missed: 0 };
    for node in words {
        link_words(arena, node, &mut source);
    }
    for node in known {
        begin_mail(node);
        end_address(node);
    }
}

/// Cuts the words of `node` around the addresses in them.
fn link_words<'a>(arena: &'a Arena<'a>, node: &'a AstNode<'a>, source: &mut Source) {
    let (text, place) = match &node.data().value {
        NodeValue::Text(text) => (text.to_string(), node.data().sourcepos),
        _ => return,
    };
    let put = |value: NodeValue| {
        let made = arena.alloc(value.into());
        made.data_mut().sourcepos = place;
        made
    };
    let mut kept = 0;
    for (Range { start: begin, end }, scheme) in links(&text) {
        let address = &text[begin..end];
        if !source.has(address) {
            continue;
        }
        if kept < begin {
            node.insert_before(put(NodeValue::Text(text[kept..begin].to_owned().into())));
        }
        let link = NodeLink { url: format!("{scheme}{address}"), title: String::new() };
        let link = put(NodeValue::Link(Box::new(link)));
        link.append(put(NodeValue::Text(address.to_owned().into())));
        node.insert_before(link);
        kept = end;
    }
    if kept == text.len() {
        node.detach();
    } else if let NodeValue::Text(text) = &mut node.data_mut().value {
        *text = text[kept..].to_owned().into();
    }
}

/// The addresses and the mailboxes that `text` holds, with what a link says before each.
fn links(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let scheme = |found: &Range<usize>| {
        if starts(&text[found.clone()], "www.") { "http://" } else { "" }
    };
    let addresses = addresses(text).filter(|found| leads(&text[found.clone()]));
    let mut found: Vec<_> = addresses.map(|found| (found.clone(), scheme(&found))).collect();
    let known = found.len();
    for mailbox in text.match_indices('@').filter_map(|(at, _)| mailbox(text, at)) {
        // `https://ana@exemple.org` is one address.
        let at = found[..known].partition_point(|(it, _)| it.end <= mailbox.start);
        if found[..known].get(at).is_none_or(|(it, _)| it.start >= mailbox.end) {
            found.push((mailbox, "mailto:"));
        }
    }
    found.sort_by_key(|(found, _)| found.start);
    found
}

/// What was read, as far as its addresses were found there.
struct Source<'t> {
    text: &'t str,
    missed: usize,
}

impl Source<'_> {
    /// Whether an address is written there as it is: one that was escaped was not meant to be a
    /// link. Addresses are asked in the order they come.
    fn has(&mut self, address: &str) -> bool {
        let at = if self.missed < MISSED_MAX { self.text.find(address) } else { None };
        self.missed += usize::from(at.is_none());
        self.text = at.map_or(self.text, |at| &self.text[at + address.len()..]);
        at.is_some()
    }
}

/// The bare addresses of `text`.
fn addresses(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let begin = from + next_address(&text[from..])?;
        let end = begin + address_end(&text[begin..]);
        // An address begins with a letter of one byte.
        from = end.max(begin + 1);
        Some(begin..end)
    })
}

/// Whether an address names a place: `www.` alone does not.
fn leads(address: &str) -> bool {
    let host = address.split_once("://").map_or(&address[4.min(address.len())..], |(_, host)| host);
    let is_whole = !starts(address, "www.") || host.trim_matches('.').contains('.');
    is_whole && host.starts_with(char::is_alphanumeric)
}

/// Whether a sign may be in the name of a mailbox.
fn is_of_name(sign: char) -> bool {
    sign.is_alphanumeric() || ".+-_".contains(sign)
}

/// The mailbox whose `@` is at `at`.
fn mailbox(text: &str, at: usize) -> Option<Range<usize>> {
    let name = text[..at].rsplit(|sign| !is_of_name(sign)).next().unwrap_or_default();
    let name = name.trim_start_matches(['.', '+', '-', '_']);
    let host = &text[at + 1..];
    let end = host.find(|sign: char| !sign.is_alphanumeric() && !".-".contains(sign));
    let host = host[..end.unwrap_or(host.len())].trim_end_matches(['.', '-']);
    let place = at - name.len()..at + 1 + host.len();
    let beside = [text[..place.start].chars().next_back(), text[place.end..].chars().next()];
    let is_cut = beside.iter().flatten().any(|sign| "@_".contains(*sign));
    let is_whole = host.split('.').all(|part| part.starts_with(char::is_alphanumeric))
        && host.contains('.')
        && host.ends_with(char::is_alphabetic);
    (!name.is_empty() && is_whole && !is_cut).then_some(place)
}

/// Puts into a link to a mailbox the letters with accents that its name begins with: comrak
/// begins it after them.
fn begin_mail<'a>(node: &'a AstNode<'a>) {
    let (Some(before), Some(inside)) = (node.previous_sibling(), node.first_child()) else {
        return;
    };
    let (mut before, mut inside, mut data) =
        (before.data_mut(), inside.data_mut(), node.data_mut());
    let (NodeValue::Text(text), NodeValue::Text(words), NodeValue::Link(link)) =
        (&mut before.value, &mut inside.value, &mut data.value)
    else {
        return;
    };
    if link.url.strip_prefix("mailto:") != Some(words) {
        return;
    }
    let kept = text.trim_end_matches(is_of_name).len();
    let name = text[kept..].trim_start_matches(['.', '+', '-', '_']);
    if name.is_empty() {
        return;
    }
    let whole = format!("{name}{words}");
    let rest = text[..text.len() - name.len()].to_owned();
    link.url = format!("mailto:{whole}");
    (*text, *words) = (rest.into(), whole.into());
}

/// Puts into a bare address the underscores that end it: comrak leaves them as words.
fn end_address<'a>(node: &'a AstNode<'a>) {
    let (Some(after), Some(inside)) = (node.next_sibling(), node.first_child()) else {
        return;
    };
    let (mut after, mut inside, mut data) = (after.data_mut(), inside.data_mut(), node.data_mut());
    let (NodeValue::Text(text), NodeValue::Text(words), NodeValue::Link(link)) =
        (&mut after.value, &mut inside.value, &mut data.value)
    else {
        return;
    };
    let count = text.bytes().take_while(|byte| *byte == b'_').count();
    let is_bare = link.url == **words || link.url.strip_prefix("http://") == Some(words);
    let ends = !text[count..].starts_with(char::is_alphanumeric);
    if count == 0 || !is_bare || !ends || !has_underscore(words) {
        return;
    }
    let underscores = &text[..count];
    link.url.push_str(underscores);
    let (whole, rest) = (format!("{words}{underscores}"), text[count..].to_owned());
    (*words, *text) = (whole.into(), rest.into());
}
