//! Words of a comparison, as they look, and what is said of them.

use domain::prose::diff::block::{Style, Styles};
use domain::prose::diff::page::{Fate, Mark, Piece, Row};
use domain::prose::diff::runs::{Relinked, is_itself, relinked};
use maud::{Markup, html};

use super::{added, removed};
use crate::shell::voice::Voice;

/// The words of a row, marked.
pub(super) fn words(voice: &Voice, styles: &Styles, row: &Row) -> Markup {
    // What left whole is shown where it is now.
    let is_left = matches!(row.fate, Fate::Left(_));
    html! {
        @if is_left {
            @for piece in &row.pieces { (looking(styles.get(piece.style), &piece.text)) }
        } @else {
            (all(voice, styles, &row.pieces, &relinked(&row.pieces, styles)))
        }
    }
}

/// The words of one side of a row: as they were, or as they are.
pub(super) fn side(voice: &Voice, styles: &Styles, row: &Row, old: bool) -> Markup {
    let is_there = |piece: &Piece| match piece.mark {
        Mark::Added => !old,
        Mark::Removed => old,
        _ => true,
    };
    let as_then = |piece: &Piece| if old { before(piece) } else { after(piece) };
    // A link that leads elsewhere is found in the whole row, then among what is on this side.
    let mut kept = vec![0];
    for piece in &row.pieces {
        kept.push(kept[kept.len() - 1] + usize::from(is_there(piece)));
    }
    let here = |relinked: Relinked| Relinked {
        run: kept[relinked.run.start]..kept[relinked.run.end],
        is_itself: relinked.is_itself || old,
        ..relinked
    };
    let links: Vec<Relinked> = relinked(&row.pieces, styles).into_iter().map(here).collect();
    let pieces: Vec<Piece> = row.pieces.iter().filter(|it| is_there(it)).map(as_then).collect();
    all(voice, styles, &pieces, &links)
}

/// Pieces, each with what is said of it; what is said of a link stands once, at its end.
fn all(voice: &Voice, styles: &Styles, pieces: &[Piece], links: &[Relinked]) -> Markup {
    let link_of = |at: usize| {
        let next = links.partition_point(|it| it.run.end <= at);
        links.get(next).filter(|it| it.run.contains(&at))
    };
    let led = |at: usize| {
        if link_of(at).is_some() {
            html! {}
        } else {
            led(voice, styles, pieces, at)
        }
    };
    let ended = |at: usize| link_of(at).filter(|it| it.run.end == at + 1 && !it.is_itself);
    html! {
        @for (at, piece) in pieces.iter().enumerate() {
            (self::piece(voice, styles, piece, &led(at)))
            @if let Some(link) = ended(at) {
                @for style in readdressed(voice, styles.get(link.then), styles.get(link.now)) {
                    " " span.said data-as-written { (style) }
                }
            }
        }
    }
}

/// A piece as it was.
fn before(piece: &Piece) -> Piece {
    let mark = match &piece.mark {
        Mark::Removed | Mark::Corrected(_) => Mark::Removed,
        _ => Mark::Same,
    };
    let (text, style) = match &piece.mark {
        Mark::Corrected(old) | Mark::Respaced(old) => (old.clone(), piece.style),
        Mark::Formatted(was) | Mark::Relinked(was) => (piece.text.clone(), *was),
        Mark::Same | Mark::Added | Mark::Removed => (piece.text.clone(), piece.style),
    };
    Piece { mark, text, style }
}

/// A piece as it is.
fn after(piece: &Piece) -> Piece {
    let mark = match &piece.mark {
        Mark::Corrected(_) => Mark::Added,
        mark => mark.clone(),
    };
    Piece { mark, ..piece.clone() }
}

/// Where the words that came or left lead, said once after the last of them; nothing when the
/// link itself stayed, or when its words are its address.
fn led(voice: &Voice, styles: &Styles, pieces: &[Piece], at: usize) -> Markup {
    let mark = &pieces[at].mark;
    let other = match mark {
        Mark::Added => Mark::Removed,
        Mark::Removed => Mark::Added,
        _ => return html! {},
    };
    let style = styles.get(pieces[at].style);
    let Some(address) = &style.link else { return html! {} };
    let is_of_it = |piece: &&Piece| {
        let piece_style = styles.get(piece.style);
        (&piece_style.link, &piece_style.title, piece_style.picture)
            == (&style.link, &style.title, style.picture)
    };
    let next = pieces[at + 1..].iter().find(|piece| piece.mark != other);
    if next.is_some_and(|piece| is_of_it(&piece)) {
        return html! {};
    }
    let same_side = pieces[..=at].iter().rev().filter(|piece| piece.mark != other);
    let group: Vec<&Piece> = same_side.take_while(is_of_it).collect();
    let words: String = group.iter().rev().map(|piece| piece.text.as_str()).collect();
    if is_itself(&words, style) || group.iter().any(|piece| piece.mark != *mark) {
        return html! {};
    }
    let key = match (style.picture, style.title.is_empty()) {
        (false, true) => "diff-leads",
        (false, false) => "diff-leads-titled",
        (true, true) => "diff-pictures",
        (true, false) => "diff-pictures-titled",
    };
    let args = [("address", address.as_str().into()), ("title", style.title.as_str().into())];
    html! { " " span.said data-as-written { (voice.fill(key, &args)) } }
}

fn piece(voice: &Voice, styles: &Styles, piece: &Piece, led: &Markup) -> Markup {
    let text = html! { (looking(styles.get(piece.style), &piece.text)) (led) };
    match &piece.mark {
        Mark::Same => text,
        Mark::Added => added(voice, &text),
        Mark::Removed => removed(voice, &text),
        Mark::Corrected(old) => html! {
            span { (removed(voice, &html! { (old) })) (added(voice, &text)) }
        },
        Mark::Formatted(was) | Mark::Relinked(was) => {
            let (then, now) = (styles.get(*was), styles.get(piece.style));
            html! {
                span.formatted { (text) }
                @if let Some(sentence) = restyled(voice, then, now) {
                    " " span.said data-as-written { (sentence) }
                }
            }
        }
        // Which signs, the row says.
        Mark::Respaced(_) => html! { span.respaced data-as-written { (text) } },
    }
}

/// How words look and looked, in words, when that changed.
fn restyled(voice: &Voice, then: &Style, now: &Style) -> Option<String> {
    // What is a picture and was a link, or the other way round, is called by its name.
    let named = then.picture != now.picture && then.link.is_some() && now.link.is_some();
    let (was, is) = (looks(voice, then, named), looks(voice, now, named));
    let args = [("was", was.as_str().into()), ("is", is.as_str().into())];
    (was != is).then(|| voice.fill("diff-formatted", &args))
}

/// Where words lead and led, and under which title, when that changed.
fn readdressed(voice: &Voice, then: &Style, now: &Style) -> Vec<String> {
    let none = || voice.say("diff-no-link");
    let quoted = |text: &str| {
        if text.is_empty() { none() } else { voice.fill("diff-quoted", &[("text", text.into())]) }
    };
    let address = |style: &Style| style.link.clone().unwrap_or_else(none);
    let result = |key: &str, was: String, is: String| {
        voice.fill(key, &[("was", was.into()), ("is", is.into())])
    };
    let is_picture = |style: &Style| style.picture || style.link.is_none();
    let (link, title) = if is_picture(then) && is_picture(now) {
        ("diff-picture", "diff-picture-title")
    } else {
        ("diff-link", "diff-link-title")
    };
    [
        (then.link != now.link).then(|| result(link, address(then), address(now))),
        (then.title != now.title).then(|| result(title, quoted(&then.title), quoted(&now.title))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Words as they look, without leading anywhere: a page about a text is not the text.
fn looking(style: &Style, text: &str) -> Markup {
    let mut content = html! { (text) };
    if style.code {
        content = html! { code { (content) } };
    }
    if style.struck {
        content = html! { s { (content) } };
    }
    if style.italic {
        content = html! { em { (content) } };
    }
    if style.bold {
        content = html! { strong { (content) } };
    }
    if style.link.is_some() {
        content = html! { span.link { (content) } };
    }
    content
}

/// How words look, in words; whether they are a link too, when that is `named`.
fn looks(voice: &Voice, style: &Style, named: bool) -> String {
    let result = [
        (style.bold, "style-bold"),
        (style.italic, "style-italic"),
        (style.struck, "style-struck"),
        (style.code, "style-code"),
        (style.picture, "style-picture"),
        (named && style.link.is_some() && !style.picture, "style-link"),
    ];
    let result: Vec<String> =
        result.into_iter().filter(|(is, _)| *is).map(|(_, key)| voice.say(key)).collect();
    if result.is_empty() { voice.say("style-plain") } else { result.join(", ") }
}
