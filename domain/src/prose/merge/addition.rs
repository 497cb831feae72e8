//! Two additions at one place of a text, put one after the other.

use crate::prose::diff::script::{By, hunks};

/// Two additions at one place, section by section under the headings that both put in, so
/// that a heading stands once: two windows may each have filled the boxes of a blank form.
pub(super) fn side_by_side(first: &str, second: &str) -> String {
    let mut text = String::new();
    let (mut rest, mut others) = (first, second);
    for heading in common_headings(first, second) {
        let (Some(before), Some(other)) = (up_to(&mut rest, heading), up_to(&mut others, heading))
        else {
            continue;
        };
        text.push_str(&one_after_the_other(before, other));
        text.push_str(heading);
    }
    text.push_str(&one_after_the_other(rest, others));
    text
}

/// Two additions at one place, one after the other: no word is joined to another, and what
/// is in both is there once.
fn one_after_the_other(first: &str, second: &str) -> String {
    if second.contains(first.trim()) {
        return second.to_owned();
    }
    if first.contains(second.trim()) {
        return first.to_owned();
    }
    // Both may have gone on from one paragraph, that neither text held yet.
    let ((paragraph, more), (other, rest)) = (begun(first), begun(second));
    let (long, short) =
        if paragraph.len() < other.len() { (other, paragraph) } else { (paragraph, other) };
    if long.contains(short.trim()) {
        return format!("{long}{}", one_after_the_other(more, rest));
    }
    // Paragraphs stay paragraphs.
    if first.ends_with("\n\n") && second.starts_with("\n\n") {
        return format!("{}{second}", first.trim_end_matches('\n'));
    }
    let touching =
        !first.ends_with(char::is_whitespace) && !second.starts_with(char::is_whitespace);
    let words = first.ends_with(char::is_alphanumeric) && second.starts_with(char::is_alphanumeric);
    let between = match first.contains('\n') || second.contains('\n') {
        true if touching => "\n\n",
        false if words => " ",
        _ => "",
    };
    format!("{first}{between}{second}")
}

/// The first paragraph of an addition, with what stands before it, and what follows it.
fn begun(text: &str) -> (&str, &str) {
    let blank = text.len() - text.trim_start().len();
    text.split_at(text[blank..].find("\n\n").map_or(text.len(), |end| blank + end))
}

/// What stands in `rest` before the line `heading`; `rest` goes on after it.
fn up_to<'t>(rest: &mut &'t str, heading: &str) -> Option<&'t str> {
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == heading {
            let before = &rest[..at];
            *rest = &rest[at + heading.len()..];
            return Some(before);
        }
        at += line.len();
    }
    None
}

/// The headings that both texts have in the same order: the longest common subsequence. None
/// where a fence could make a heading of what is none.
fn common_headings<'t>(first: &'t str, second: &'t str) -> Vec<&'t str> {
    fn of(text: &str) -> Vec<&str> {
        let is_heading = |line: &&str| {
            let signs = line.bytes().take_while(|byte| *byte == b'#').count();
            (1..=6).contains(&signs) && line[signs..].starts_with(' ')
        };
        let has_fence = ["```", "~~~"].iter().any(|fence| text.contains(fence));
        let lines = text.lines().map(str::trim_end).filter(is_heading);
        if has_fence { Vec::new() } else { lines.take(HEADINGS).collect() }
    }
    let (headings, others) = (of(first), of(second));
    let mut common = Vec::new();
    let mut at = 0;
    for hunk in hunks(&headings, &others, By::Text) {
        common.extend_from_slice(&headings[at..hunk.before.start]);
        at = hunk.before.end;
    }
    common.extend_from_slice(&headings[at..]);
    common
}

/// The most headings of one addition that are looked for in another.
const HEADINGS: usize = 200;
