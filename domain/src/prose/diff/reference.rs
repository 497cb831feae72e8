//! Lines that say where a reference leads (`[p]: address "title"`): what changed of one is told
//! beside the words that lead there, when there are some.

use std::collections::HashSet;

use super::block::{Shape, Styles};
use super::page::{Fate, Mark, Row};

/// An address and a title, then and now.
type Led<'s> = ((&'s str, &'s str), (&'s str, &'s str));

/// Which of `rows` are lines whose whole change is told by words that lead elsewhere.
pub(super) fn relinked(rows: &[Row], styles: &Styles) -> Vec<usize> {
    let is_line = |row: &&Row| row.shape == Shape::Bare && row.was.is_none();
    if !rows.iter().any(|row| is_line(&row) && row.fate == Fate::Changed) {
        return vec![];
    }
    let leads = |at: usize| {
        let style = styles.get(at);
        style.link.as_deref().map(|link| (link, style.title.as_str()))
    };
    let pieces = rows.iter().flat_map(|row| &row.pieces);
    let led: HashSet<Led<'_>> = pieces
        .filter_map(|piece| match piece.mark {
            Mark::Relinked(was) => leads(was).zip(leads(piece.style)),
            _ => None,
        })
        .collect();
    let is_told = |row: &Row| {
        let (was, is) = (row.text(true), row.text(false));
        let (Some(then), Some(now)) = (definition(&was), definition(&is)) else { return false };
        then.0 == now.0 && led.contains(&((then.1, then.2), (now.1, now.2)))
    };
    let changed = rows.iter().enumerate().filter(|(_, row)| row.fate == Fate::Changed);
    changed.filter(|(_, row)| is_line(row) && is_told(row)).map(|(at, _)| at).collect()
}

/// What stands before the address, with the marks around it and the title; the address; the
/// title.
fn definition(line: &str) -> Option<(String, &str, &str)> {
    let (label, rest) = line.split_once("]:")?;
    let rest = rest.trim();
    let (whole, title) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let address = whole.strip_prefix('<').and_then(|it| it.strip_suffix('>')).unwrap_or(whole);
    let marked = title.trim();
    let title = match marked.len() {
        0 | 1 => "",
        length => marked.get(1..length - 1)?,
    };
    let marks: String = marked.chars().take(usize::from(!title.is_empty())).collect();
    Some((format!("{label} {} {marks}", whole != address), address, title))
}
