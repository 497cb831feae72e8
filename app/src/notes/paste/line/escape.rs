//! What would be read as a mark, and is not one.

use std::ops::Range;

use domain::prose::markdown::{address_end, next_address};

use super::super::style::CODE;
use super::way::Way;
use super::{Line, Stands};

impl Line {
    /// Addresses written as they are, outside links: not a sign of them is escaped.
    pub(super) fn addresses_in_text(&self, way: Way) -> Vec<Range<usize>> {
        let text: String = self.signs.iter().collect();
        let mut found = Vec::new();
        let (mut from, mut at) = (0, 0);
        while let Some(begin) = next_address(&text[from..]) {
            let begin = from + begin;
            let end = begin + address_end(&text[begin..]);
            at += text[from..begin].chars().count();
            // What would end it is not of it, and would be if it were escaped.
            let after = text[end..].chars().take_while(|sign| "*_~".contains(*sign)).count();
            let length = text[begin..end].chars().count();
            let span = at..at + length + after;
            let is_bare = span.clone().all(|place| {
                self.link(place, way) == 0
                    && self.flags[place] & CODE == 0
                    && self.flags[place] == self.flags[span.start]
            });
            if is_bare && length > 0 && !self.refused.contains(&span) {
                found.push(span);
            }
            at += length;
            from = end.max(begin + 1);
            if end <= begin {
                at += 1;
            }
        }
        found
    }

    pub(super) fn is_escaped(&self, at: usize, way: Way, stands: Stands, tildes: usize) -> bool {
        let sign = self.signs[at];
        if way.guarded {
            return sign.is_ascii_punctuation();
        }
        let before = at.checked_sub(1).map_or('\n', |it| self.signs[it]);
        let rest = &self.signs[at + 1..];
        let after = rest.first().copied().unwrap_or('\n');
        match sign {
            '\\' | '*' | '`' | '[' | ']' => true,
            '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
            '<' => after.is_ascii_alphabetic() || "/!?".contains(after),
            '&' => {
                let name =
                    rest.iter().take(33).take_while(|it| **it == '#' || it.is_ascii_alphanumeric());
                rest.get(name.count()) == Some(&';')
            }
            '~' => tildes > 1,
            ':' if (!way.addresses || self.is_refused(at)) && after == '/' => true,
            '.' if (!way.addresses || self.is_refused(at))
                && self.signs[..at].ends_with(&['w', 'w', 'w']) =>
            {
                true
            }
            '!' => self.links[at] == 0 && self.links.get(at + 1).is_some_and(|link| *link > 0),
            '#' if stands == Stands::Heading => rest.iter().all(|it| *it == '#'),
            '.' | ')' if stands == Stands::Paragraph => {
                self.ends_number(at) && after.is_whitespace()
            }
            '#' | '-' | '+' | '=' | '>' | '|' | ':' if before == '\n' => {
                let line = rest.iter().take_while(|it| **it != '\n');
                let is = |signs: &str| line.clone().all(|it| signs.contains(*it));
                let past = line.clone().find(|it| **it != sign).copied().unwrap_or('\n');
                match sign {
                    '>' => true,
                    '#' => past.is_whitespace(),
                    '-' | '+' => after.is_whitespace() || is("|:- "),
                    '=' => is("= "),
                    _ => is("|:- "),
                }
            }
            _ => false,
        }
    }

    fn is_refused(&self, at: usize) -> bool {
        self.refused.iter().any(|span| span.contains(&at))
    }

    /// Whether a line begins with a number, and the sign at `at` follows it.
    fn ends_number(&self, at: usize) -> bool {
        let digits = self.signs[..at].iter().rev().take(10).take_while(|it| it.is_ascii_digit());
        let digits = digits.count();
        let before = at.checked_sub(digits + 1).map_or('\n', |it| self.signs[it]);
        (1..10).contains(&digits) && before == '\n'
    }
}
