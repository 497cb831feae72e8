//! Signs that nobody sees, made visible: kinds of spaces, tabs, signs of no width.

use std::fmt::Write as _;

use domain::prose::diff::Piece;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::shell::voice::Voice;

/// From this many signs on, what stays the same around a change is cut short.
const LONG: usize = 400;

/// How many signs that stay the same are shown before a change, and after it.
const AROUND: usize = 60;

/// `text` with its unusual spaces and unseen signs shown; ordinary spaces and line ends too when
/// it has nothing else.
pub(super) fn seen(text: &str) -> String {
    let is_blank = text.chars().all(char::is_whitespace);
    let mut result = String::with_capacity(text.len());
    for sign in text.graphemes(true) {
        let mut all = sign.chars();
        match (all.next(), all.next()) {
            (Some(' '), None) if is_blank => result.push('·'),
            (Some('\u{a0}'), None) => result.push('⍽'),
            (Some('\u{202f}'), None) => result.push('⎵'),
            (Some('\t'), None) => result.push('→'),
            (Some('\n'), None) => result.push_str("⏎\n"),
            (Some(letter), None) if is_unseen(letter) => {
                let _ = write!(result, "⟨U+{:04X}⟩", u32::from(letter));
            }
            // What is part of a sign stays with it.
            _ => result.push_str(sign),
        }
    }
    result
}

/// How signs are shown that are told by a name.
const SHOWN: [(char, &str); 5] =
    [(' ', "·"), ('\u{a0}', "⍽"), ('\u{202f}', "⎵"), ('\t', "→"), ('\n', "⏎")];

/// The most signs named one by one.
const NAMED: usize = 3;

/// What a sign that nobody sees, or that looks like another, is called.
fn name(voice: &Voice, sign: char) -> String {
    let key = match sign {
        ' ' => "sign-space",
        '\u{a0}' => "sign-no-break",
        '\u{202f}' => "sign-thin",
        '\t' => "sign-tab",
        '\n' => "sign-line",
        '\'' => "sign-straight",
        '’' => "sign-curved",
        '\u{ad}' => "sign-soft",
        '\u{200b}' => "sign-zero",
        '\u{200e}' => "sign-left",
        '\u{200f}' => "sign-right",
        '\u{fe0e}' | '\u{fe0f}' => "sign-look",
        _ => return format!("U+{:04X}", u32::from(sign)),
    };
    voice.say(key)
}

/// The names of the signs by which two texts of the same look differ.
pub(super) fn named_pair(voice: &Voice, was: &str, is: &str) -> (String, String) {
    let (was, is): (Vec<char>, Vec<char>) = (was.chars().collect(), is.chars().collect());
    let head = was.iter().zip(&is).take_while(|(a, b)| a == b).count();
    let rest = was.len().min(is.len()) - head;
    let ends = was.iter().rev().zip(is.iter().rev()).take(rest);
    let tail = ends.take_while(|(a, b)| a == b).count();
    let names = |signs: &[char]| {
        let few = signs[head..signs.len() - tail].iter().take(NAMED);
        let result: Vec<String> = few.map(|sign| name(voice, *sign)).collect();
        match result.as_slice() {
            [] => voice.say("sign-none"),
            _ => result.join(", "),
        }
    };
    (names(&was), names(&is))
}

/// What the signs are called by which these texts are shown; `None` when they show none.
pub(super) fn legend<'t>(voice: &Voice, texts: impl Iterator<Item = &'t str>) -> Option<String> {
    let mut found: Vec<String> = vec![];
    let mut know = |sign: &str, name: String| {
        let sentence = voice.fill("sign-is", &[("sign", sign.into()), ("name", name.into())]);
        if !found.contains(&sentence) {
            found.push(sentence);
        }
    };
    for text in texts {
        let ends =
            text.trim_matches(' ').is_empty() || text.lines().any(|line| line.ends_with(' '));
        for (sign, shown) in SHOWN {
            if if sign == ' ' { ends } else { text.contains(sign) } {
                know(shown, name(voice, sign));
            }
        }
    }
    found.into_iter().reduce(|first, second| {
        voice.fill("diff-both", &[("one", first.into()), ("other", second.into())])
    })
}

/// A sign that shows nothing, or a space that looks like another.
fn is_unseen(sign: char) -> bool {
    let is_space = sign.is_whitespace() && sign != ' ';
    let is_format =
        matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}');
    is_space || is_format || sign.is_control()
}

/// One side of what was typed, on one line: `pieces` without those of the other side. Far from
/// any change, a long text is cut between two words, never where it changed.
pub(super) fn side(pieces: &[Piece], old: bool) -> String {
    let length = |piece: &Piece| match piece {
        Piece::Same(text) | Piece::Added(text) | Piece::Removed(text) => text.chars().count(),
    };
    let is_long = pieces.iter().map(length).sum::<usize>() > LONG;
    let mut result = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Same(text) if is_long => {
                result.push_str(&cut(text, at > 0, at + 1 < pieces.len()));
            }
            Piece::Same(text) => result.push_str(text),
            Piece::Removed(text) if old => result.push_str(text),
            Piece::Added(text) if !old => result.push_str(text),
            Piece::Removed(_) | Piece::Added(_) => {}
        }
    }
    let lines: Vec<String> = result.split('\n').map(line).collect();
    lines.join("⏎")
}

/// A line with the spaces at its end, and all that is not seen.
fn line(line: &str) -> String {
    let words = line.trim_end_matches([' ', '\t']);
    format!("{}{}", seen(words), seen(&line[words.len()..]))
}

/// A run that stays the same: its beginning if it follows a change, its end if one follows it.
fn cut(text: &str, after: bool, before: bool) -> String {
    let tokens = domain::prose::diff::tokens(text);
    let near = |tokens: &mut dyn Iterator<Item = &&str>| {
        let mut signs = 0;
        tokens
            .take_while(|token| {
                signs += token.chars().count();
                signs <= AROUND
            })
            .count()
    };
    let head = if after { near(&mut tokens.iter()) } else { 0 };
    let tail = if before { near(&mut tokens.iter().rev()) } else { 0 };
    if head + tail >= tokens.len() {
        return text.to_owned();
    }
    format!("{}…{}", tokens[..head].concat(), tokens[tokens.len() - tail..].concat())
}
