//! A line as Markdown, in one way or another.

use std::ops::Range;

use super::super::style::{BOLD, CODE, ITALIC, STRUCK};
use super::{Line, Stands};

/// What is said of a line, and how.
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each way says yes or no to each, by name")]
pub(super) struct Way {
    /// The styles that are said.
    pub(super) flags: u8,
    pub(super) italic: &'static str,
    pub(super) links: bool,
    /// Whether a link whose words are its address is that address alone.
    pub(super) bare: bool,
    /// Whether an address in the text is left to be a link.
    pub(super) addresses: bool,
    /// Whether links are around styles, and never inside one.
    pub(super) links_outside: bool,
    /// Whether every sign that could be a mark is escaped.
    pub(super) guarded: bool,
}

impl Way {
    pub(super) const FULL: Self = Self {
        flags: BOLD | ITALIC | STRUCK | CODE,
        italic: "_",
        links: true,
        bare: false,
        addresses: true,
        links_outside: false,
        guarded: false,
    };
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Link(u32),
    /// A style, and the link it is inside of, if that makes it another.
    Style(u8, u32),
    Code,
}

/// Signs of one style.
struct Run {
    signs: Range<usize>,
    /// The marks around it, with where each ends.
    marks: Vec<(Mark, usize)>,
}

impl Run {
    fn has(&self, mark: Mark) -> bool {
        self.marks.iter().any(|(it, _)| *it == mark)
    }
}

fn sign_of(flag: u8, way: Way) -> &'static str {
    match flag {
        BOLD => "**",
        ITALIC => way.italic,
        _ => "~~",
    }
}

impl Line {
    /// For each address, whether the words of its link say it.
    pub(super) fn bare_links(&self) -> Vec<bool> {
        let mut words = vec![String::new(); self.addresses.len()];
        for (sign, link) in self.signs.iter().zip(&self.links) {
            let at = usize::try_from(*link).ok().and_then(|link| link.checked_sub(1));
            if let Some(words) = at.and_then(|at| words.get_mut(at)) {
                words.push(*sign);
            }
        }
        let says = |(address, words): (&String, &String)| {
            address == words || address.strip_prefix("mailto:") == Some(words)
        };
        self.addresses.iter().zip(&words).map(says).collect()
    }

    /// The link in which a sign is said to be.
    pub(super) fn link(&self, at: usize, way: Way) -> u32 {
        let link = self.links[at];
        let place = usize::try_from(link).ok().and_then(|link| link.checked_sub(1));
        let is_bare = way.bare && place.is_some_and(|place| self.bare[place]);
        if way.links && !is_bare { link } else { 0 }
    }

    pub(super) fn in_way(&self, way: Way, stands: Stands) -> String {
        let runs = self.runs(way);
        let bare = if way.addresses { self.addresses_in_text(way) } else { vec![] };
        let tildes = self.signs.iter().filter(|sign| **sign == '~').count();
        let mut text = String::with_capacity(self.signs.len() + 16);
        let mut open: Vec<Mark> = Vec::new();
        let mut next_bare = bare.iter().peekable();
        for run in &runs {
            let is_code = run.marks.last().is_some_and(|(mark, _)| *mark == Mark::Code);
            while open.iter().any(|mark| !run.has(*mark)) {
                self.close(open.pop(), way, &mut text);
            }
            for (mark, _) in &run.marks {
                if !open.contains(mark) {
                    text.push_str(&self.opening(*mark, way, run));
                    open.push(*mark);
                }
            }
            let mut at = run.signs.start;
            while at < run.signs.end {
                while next_bare.next_if(|span| span.end <= at).is_some() {}
                let in_address = next_bare.peek().is_some_and(|span| span.contains(&at));
                let sign = self.signs[at];
                if !is_code && !in_address && self.is_escaped(at, way, stands, tildes) {
                    text.push('\\');
                }
                text.push(if sign == '\n' && stands != Stands::Paragraph { ' ' } else { sign });
                at += 1;
            }
            if is_code {
                // Closed by its own fence.
                text.push_str(&self.fence(run, false));
                open.pop();
            }
        }
        while let Some(mark) = open.pop() {
            self.close(Some(mark), way, &mut text);
        }
        if stands == Stands::Cell { text.replace('|', "\\|") } else { text }
    }

    fn close(&self, mark: Option<Mark>, way: Way, text: &mut String) {
        match mark {
            Some(Mark::Link(link)) => {
                let address = self.address(link).unwrap_or_default();
                // `&copy;` would be read as the sign it names.
                let names = address.contains('&') && address.contains(';');
                let address = if names { address.replace('&', "\\&") } else { address.to_owned() };
                text.push_str(&format!("]({address})"));
            }
            Some(Mark::Style(flag, _)) => text.push_str(sign_of(flag, way)),
            Some(Mark::Code) | None => {}
        }
    }

    fn opening(&self, mark: Mark, way: Way, run: &Run) -> String {
        match mark {
            Mark::Link(_) => "[".to_owned(),
            Mark::Style(flag, _) => sign_of(flag, way).to_owned(),
            Mark::Code => self.fence(run, true),
        }
    }

    /// The marks around code: longer than any inside.
    fn fence(&self, run: &Run, opens: bool) -> String {
        let code = &self.signs[run.signs.clone()];
        let (mut longest, mut now) = (0, 0);
        for sign in code {
            now = if *sign == '`' { now + 1 } else { 0 };
            longest = longest.max(now);
        }
        let marks = "`".repeat(longest + 1);
        let touches = code.first() == Some(&'`') || code.last() == Some(&'`');
        match (touches, opens) {
            (false, _) => marks,
            (true, true) => format!("{marks} "),
            (true, false) => format!(" {marks}"),
        }
    }

    /// The line in runs of one style, with the marks around each, the outermost first.
    fn runs(&self, way: Way) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let edge = |at: usize| {
            let (before, after) = (at.saturating_sub(1), (at + 1).min(self.signs.len() - 1));
            let link = self.links[at];
            way.links_outside
                && self.signs[at].is_whitespace()
                && (self.links[before] != link || self.links[after] != link)
        };
        let words = |at: usize| {
            let flags = if edge(at) { 0 } else { self.flags[at] & way.flags };
            (flags, self.link(at, way))
        };
        let mut at = 0;
        while at < self.signs.len() {
            let now = words(at);
            let end = (at..self.signs.len()).find(|it| words(*it) != now);
            let end = end.unwrap_or(self.signs.len());
            let mut marks: Vec<(Mark, usize)> = Vec::new();
            if now.1 > 0 {
                marks.push((Mark::Link(now.1), 0));
            }
            let styles = [BOLD, ITALIC, STRUCK].into_iter().filter(|flag| now.0 & flag != 0);
            // Inside a link and outside, a style is not the same one.
            let inside = if way.links_outside { now.1 } else { 0 };
            marks.extend(styles.map(|flag| (Mark::Style(flag, inside), 0)));
            if now.0 & CODE != 0 {
                marks.push((Mark::Code, 0));
            }
            runs.push(Run { signs: at..end, marks });
            at = end;
        }
        // How far each mark goes: what goes on longest is opened first.
        let mut after: Vec<(Mark, usize)> = Vec::new();
        for run in runs.iter_mut().rev() {
            for (mark, reach) in &mut run.marks {
                let further = after.iter().find(|(other, _)| other == mark);
                *reach = match (further, *mark) {
                    (_, Mark::Code) => 0,
                    (_, Mark::Link(_)) if way.links_outside => usize::MAX,
                    (Some((_, reach)), _) => *reach,
                    (None, _) => run.signs.end,
                };
            }
            after.clone_from(&run.marks);
            run.marks.sort_by_key(|(_, reach)| std::cmp::Reverse(*reach));
        }
        runs
    }
}
