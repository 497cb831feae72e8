//! Two texts written from the same one, put together word by word.
//!
//! A three-way merge over tokens (the diff3 of Khanna, Kunal and Pierce, "A Formal
//! Investigation of Diff3", 2007), with two changes for people: what two of them put in
//! at one place is kept from both, and where they disagree, a whole sentence is shown,
//! never a torn one. No word that either side wrote is absent from the result.

mod addition;

use std::ops::Range;

use addition::side_by_side;

use crate::prose::diff::script::{By, Hunk, crosses, hunks};
use crate::prose::diff::tokens;
use crate::prose::sentence::{around, sentences};

/// What became of one run of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Region {
    /// Both sides agree, or only one of them changed it.
    Agreed(String),
    /// Both changed it, and not alike.
    Conflict(Conflict),
}

/// Whole sentences that both sides changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub base: String,
    /// As they stand in the note now.
    pub head: String,
    /// As the second person wrote them.
    pub mine: String,
}

/// How a conflict is settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// What stands in the note.
    Head,
    /// What the second person wrote.
    Mine,
    /// The first, then the second.
    Both,
    /// Other words.
    Other(String),
}

/// Two texts put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    /// The text, in order.
    pub regions: Vec<Region>,
    /// Whether both sides changed the same line: somebody should look.
    pub is_close: bool,
}

impl Merge {
    /// The text, if nothing is left to settle.
    pub fn text(&self) -> Option<String> {
        let agreed = |region: &Region| match region {
            Region::Agreed(text) => Some(text.clone()),
            Region::Conflict(_) => None,
        };
        self.regions.iter().map(agreed).collect()
    }

    /// What is left to settle, in order.
    pub fn conflicts(&self) -> impl Iterator<Item = &Conflict> {
        self.regions.iter().filter_map(|region| match region {
            Region::Agreed(_) => None,
            Region::Conflict(conflict) => Some(conflict),
        })
    }

    /// The text with its conflicts settled in order; those without a choice keep both.
    pub fn settled(&self, choices: &[Choice]) -> String {
        let mut choices = choices.iter();
        let result = self.regions.iter().map(|region| match region {
            Region::Agreed(text) => text.clone(),
            Region::Conflict(conflict) => conflict.settled(choices.next()),
        });
        result.collect()
    }
}

impl Conflict {
    fn settled(&self, choice: Option<&Choice>) -> String {
        match choice {
            Some(Choice::Head) => self.head.clone(),
            Some(Choice::Mine) => self.mine.clone(),
            Some(Choice::Other(text)) => self.with_end(text),
            Some(Choice::Both) | None => {
                // Nothing stands in the note any more: the words begin where it began.
                let touches = !self.head.is_empty() && !self.head.ends_with(char::is_whitespace);
                let space = if touches { " " } else { "" };
                format!("{}{space}{}", self.head, self.mine)
            }
        }
    }

    /// Words typed in a form, ending as the sentence they stand for ends.
    fn with_end(&self, text: &str) -> String {
        let text = text.trim();
        let end = self.head.trim_end().len();
        if text.is_empty() { String::new() } else { format!("{text}{}", &self.head[end..]) }
    }
}

/// One side: its tokens, and what it changed.
struct Side<'t> {
    tokens: Vec<&'t str>,
    hunks: Vec<Hunk>,
}

impl<'t> Side<'t> {
    fn new(base: &[&str], text: &'t str) -> Self {
        let tokens = tokens(text);
        let hunks = hunks(base, &tokens, By::Text);
        Self { tokens, hunks }
    }

    /// What this side has in place of `run` of the base, when hunks `these` are inside it.
    fn text(&self, run: &Range<usize>, these: &Range<usize>) -> String {
        let inside = &self.hunks[these.clone()];
        let (Some(first), Some(last)) = (inside.first(), inside.last()) else {
            let before = self.hunks[..these.start].last();
            let shift = |at: usize| before.map_or(at, |hunk| hunk.after.end + at - hunk.before.end);
            return self.tokens[shift(run.start)..shift(run.end)].concat();
        };
        // A hunk that takes out more than the run leaves nothing of it.
        let start = first.after.start - first.before.start.saturating_sub(run.start);
        let end = last.after.end + run.end.saturating_sub(last.before.end);
        self.tokens[start..end].concat()
    }
}

/// A run of the base that both sides are looked at in together, and their hunks in it.
#[derive(Clone)]
struct Group {
    run: Range<usize>,
    head: Range<usize>,
    mine: Range<usize>,
}

/// Puts `head` and `mine` together, both written from `base`.
pub fn merge(base: &str, head: &str, mine: &str) -> Merge {
    let old = tokens(base);
    let (head, mine) = (Side::new(&old, head), Side::new(&old, mine));
    let mut regions = Vec::new();
    let mut at = 0;
    let sentences = sentences(&old);
    for group in widened(groups(&head, &mine), &head, &mine, &sentences) {
        agree(&mut regions, &old[at..group.run.start].concat());
        at = group.run.end;
        let group = narrowed(group, &head, &mine, &sentences);
        settle(&mut regions, &old, &head, &mine, &group);
    }
    agree(&mut regions, &old[at..].concat());
    Merge { regions, is_close: are_close(&old, &head, &mine) }
}

/// The hunks of both sides, in order, those that touch one another together.
fn groups(head: &Side<'_>, mine: &Side<'_>) -> Vec<Group> {
    let mut found = Vec::new();
    let (mut at_head, mut at_mine) = (0, 0);
    loop {
        let first = |it: &Hunk| (it.before.start, it.before.end);
        let run = match (head.hunks.get(at_head), mine.hunks.get(at_mine)) {
            (None, None) => return found,
            (Some(hunk), None) | (None, Some(hunk)) => hunk.before.clone(),
            (Some(hunk), Some(other)) if first(hunk) <= first(other) => hunk.before.clone(),
            (Some(_), Some(other)) => other.before.clone(),
        };
        let mut group = Group { run, head: at_head..at_head, mine: at_mine..at_mine };
        while take(&mut group.run, head, &mut group.head)
            | take(&mut group.run, mine, &mut group.mine)
        {}
        (at_head, at_mine) = (group.head.end, group.mine.end);
        found.push(group);
    }
}

/// Takes the next hunks of `side` that touch the run, which grows with them; whether
/// there were any.
fn take(run: &mut Range<usize>, side: &Side<'_>, taken: &mut Range<usize>) -> bool {
    let before = taken.end;
    while let Some(hunk) = side.hunks.get(taken.end) {
        if !crosses(&hunk.before, run) && hunk.before != *run {
            break;
        }
        *run = run.start.min(hunk.before.start)..run.end.max(hunk.before.end);
        taken.end += 1;
    }
    taken.end > before
}

/// Where the sides disagree, whole sentences, with whatever else was changed in them.
fn widened(
    groups: Vec<Group>,
    head: &Side<'_>,
    mine: &Side<'_>,
    sentences: &[Range<usize>],
) -> Vec<Group> {
    let mut found: Vec<Group> = Vec::with_capacity(groups.len());
    for mut group in groups {
        if !is_agreed(head, mine, &group) {
            group.run = around(sentences, &group.run);
        }
        // Runs only meet where one of them was widened.
        while let Some(last) = found.pop_if(|last| last.run.end > group.run.start) {
            let run = last.run.start.min(group.run.start)..last.run.end.max(group.run.end);
            group = Group {
                run: around(sentences, &run),
                head: last.head.start..group.head.end,
                mine: last.mine.start..group.mine.end,
            };
        }
        found.push(group);
    }
    found
}

/// Where one side took out the whole run, what the other left as it was is out: only the sentences
/// that it changed are left to settle.
fn narrowed(
    mut group: Group,
    head: &Side<'_>,
    mine: &Side<'_>,
    sentences: &[Range<usize>],
) -> Group {
    let is_out = |side: &Side<'_>, hunks: &Range<usize>| side.text(&group.run, hunks).is_empty();
    let changed = match (is_out(head, &group.head), is_out(mine, &group.mine)) {
        (true, false) => &mine.hunks[group.mine.clone()],
        (false, true) => &head.hunks[group.head.clone()],
        _ => return group,
    };
    if let (Some(first), Some(last)) = (changed.first(), changed.last()) {
        let run = around(sentences, &(first.before.start..last.before.end));
        group.run = run.start.max(group.run.start)..run.end.min(group.run.end);
    }
    group
}

/// Only one side changed it, both put something in at one place, or both did the same.
fn is_agreed(head: &Side<'_>, mine: &Side<'_>, group: &Group) -> bool {
    group.head.is_empty()
        || group.mine.is_empty()
        || group.run.is_empty()
        || head.text(&group.run, &group.head) == mine.text(&group.run, &group.mine)
}

fn settle(
    regions: &mut Vec<Region>,
    old: &[&str],
    head: &Side<'_>,
    mine: &Side<'_>,
    group: &Group,
) {
    let (head_text, mine_text) =
        (head.text(&group.run, &group.head), mine.text(&group.run, &group.mine));
    match (group.head.is_empty(), group.mine.is_empty()) {
        (false, true) => agree(regions, &head_text),
        (true, _) => agree(regions, &mine_text),
        (false, false) if head_text == mine_text => agree(regions, &head_text),
        // Two people added at one place: both stay, the first one first.
        (false, false) if group.run.is_empty() => {
            agree(regions, &side_by_side(&head_text, &mine_text));
        }
        (false, false) => regions.push(Region::Conflict(Conflict {
            base: old[group.run.clone()].concat(),
            head: head_text,
            mine: mine_text,
        })),
    }
}

fn agree(regions: &mut Vec<Region>, text: &str) {
    match regions.last_mut() {
        _ if text.is_empty() => {}
        Some(Region::Agreed(last)) => last.push_str(text),
        Some(Region::Conflict(_)) | None => regions.push(Region::Agreed(text.to_owned())),
    }
}

/// Whether the two sides changed words of the same line, other than alike.
fn are_close(old: &[&str], head: &Side<'_>, mine: &Side<'_>) -> bool {
    let mut line = 0;
    let mut lines = Vec::with_capacity(old.len() + 1);
    for token in old {
        lines.push(line);
        line += usize::from(*token == "\n");
    }
    lines.push(line);
    let touched = |side: &Side<'_>, other: &Side<'_>| {
        let of = |hunk: &Hunk| {
            let put_in = side.tokens[hunk.after.clone()].concat();
            // Whole new lines touch none of the old ones.
            let starts = hunk.before.start == 0 || old[hunk.before.start - 1] == "\n";
            let is_line = (starts && put_in.ends_with('\n'))
                || (put_in.starts_with('\n') && old.get(hunk.before.start) == Some(&"\n"));
            if hunk.before.is_empty() && is_line {
                return 0..0;
            }
            lines[hunk.before.start]..lines[hunk.before.end.max(hunk.before.start + 1) - 1] + 1
        };
        // What both did alike is no disagreement, whatever else is in its line.
        let own =
            side.hunks.iter().filter(|hunk| !has(other, hunk, &side.tokens[hunk.after.clone()]));
        own.map(of).collect::<Vec<_>>()
    };
    let (head_lines, mine_lines) = (touched(head, mine), touched(mine, head));
    let mut next = 0;
    for lines in &head_lines {
        while next < mine_lines.len() && mine_lines[next].end <= lines.start {
            next += 1;
        }
        for others in &mine_lines[next..] {
            if others.start >= lines.end {
                break;
            }
            if !others.is_empty() && !lines.is_empty() {
                return true;
            }
        }
    }
    false
}

/// Whether `side` has `put_in` too, where `hunk` has it.
fn has(side: &Side<'_>, hunk: &Hunk, put_in: &[&str]) -> bool {
    let key = |it: &Hunk| (it.before.start, it.before.end);
    let at = side.hunks.partition_point(|it| key(it) < key(hunk));
    let same = side.hunks[at..].iter().take_while(|it| it.before == hunk.before);
    same.into_iter().any(|it| side.tokens[it.after.clone()] == *put_in)
}
