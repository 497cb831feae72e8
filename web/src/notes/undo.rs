//! `…/versions/{n}/annulation`: taking back passages of one edit.

use app::engine::blocking::aside;
use app::notes::undo::Passage;
use domain::prose::diff::page::compare;
use domain::prose::undo::Fate;
use maud::{Markup, html};
use projections::notes::note::Note;

use super::history::{seen_one, who};
use super::version::number;
use crate::notes::rights::Revises;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::Answer;
use crate::shell::parts::{self, field};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// The passages, each with what can be done of it.
pub async fn show(Revises { visitor, note, standing, .. }: Revises) -> Answer {
    let version = visitor.part("number");
    let of = number(version)?;
    let app = &visitor.site.app;
    let passages = app.notes().passages(&note, standing, of).await?;
    let can = |it: &Passage| it.fragment.fate == Fate::Undoable;
    let all: Vec<usize> =
        passages.iter().enumerate().filter(|(_, it)| can(it)).map(|(at, _)| at).collect();
    let chosen = match visitor.query.maybe("apercu") {
        Some(_) => visitor.query.all("fragment").filter_map(|at| at.parse().ok()).collect(),
        None => all.clone(),
    };
    let made = seen_one(&visitor, &note, standing, of).await?;
    let voice = &visitor.voice;
    let address = address::note(&note.note);
    let here = address::undoing(&note.note, of);
    let after = app.notes().preview_undo(&note, standing, of, chosen.clone()).await?;
    let (now, then) = (note.body.clone(), after.body.clone());
    let comparison = aside(move || compare(&now, &then)).await?;
    let mut rows = Vec::with_capacity(passages.len());
    for (at, passage) in passages.iter().enumerate() {
        let later = match passage.replaced_by {
            Some(revision) => Some(seen_one(&visitor, &note, standing, revision).await?),
            None => None,
        };
        let later = later.map(|it| who(voice, &it));
        rows.push(self::passage(&visitor, at, passage, chosen.contains(&at), later.as_deref()));
    }
    let content = html! {
        p.over { a href=(address::history(&note.note)) { (voice.say("history-title")) } }
        h1 { (voice.say("undo-title")) }
        p.lead { (voice.fill("undo-lead", &[
            ("n", of.into()), ("who", who(voice, &made).into()), ("when", voice.day(made.at).into()),
        ])) }
        @if all.is_empty() {
            p.notice { (voice.say("undo-nothing")) }
        }
        form novalidate method="post" action=(here) data-preview=(here) {
            (field::key(&visitor))
            fieldset.passages { legend { (voice.say("undo-legend")) } @for row in &rows { (row) } }
            @if !all.is_empty() {
                button.primary type="submit" { (voice.say("undo-button")) }
                button type="submit" formmethod="get" name="apercu" value="1" { (voice.say("undo-preview")) }
                a.button.quiet href=(address) { (voice.say("edit-cancel")) }
            }
        }
        @if !all.is_empty() {
            section #apercu aria-labelledby="deviendrait" {
                h2 #deviendrait { (voice.say("undo-after")) }
                @if note.title != after.title { p { strong { (after.title) } } }
                (parts::diff::show(voice, &comparison))
            }
        }
    };
    Ok(Page::new(voice.say("undo-title"), content).edition().show(&visitor))
}

fn passage(
    visitor: &Visitor,
    at: usize,
    passage: &Passage,
    chosen: bool,
    later: Option<&str>,
) -> Markup {
    let voice = &visitor.voice;
    let part = &passage.fragment;
    let can = part.fate == Fate::Undoable;
    let words = match (part.fate, later) {
        (Fate::Undoable, _) => voice.say("undo-can"),
        (Fate::Gone, _) => voice.say("undo-gone"),
        (Fate::Replaced, Some(later)) => voice.fill("undo-replaced-by", &[("who", later.into())]),
        (Fate::Replaced, None) => voice.say("undo-replaced"),
    };
    let pieces = [
        domain::prose::diff::Piece::Same(part.lead.clone()),
        domain::prose::diff::Piece::Removed(part.removed.clone()),
        domain::prose::diff::Piece::Added(part.added.clone()),
        domain::prose::diff::Piece::Same(part.tail.clone()),
    ];
    let pieces: Vec<_> = pieces
        .into_iter()
        .filter(|piece| {
            let (domain::prose::diff::Piece::Same(text)
            | domain::prose::diff::Piece::Added(text)
            | domain::prose::diff::Piece::Removed(text)) = piece;
            !text.is_empty()
        })
        .collect();
    html! {
        label.choice.passage {
            input type="checkbox" name="fragment" value=(at) checked[can && chosen] disabled[!can];
            span {
                @if passage.in_title { span.said { (voice.say("undo-in-title")) } " " }
                span.quoted { (parts::diff::typed(voice, &pieces)) }
                span { (words) }
                @if part.fate == Fate::Replaced && !part.now.trim().is_empty() {
                    span { (voice.fill("undo-now", &[("text", part.now.trim().into())])) }
                }
            }
        }
    }
}

/// Takes them back.
pub async fn act(Revises { visitor, person, note, standing, .. }: Revises, form: Form) -> Answer {
    let version = visitor.part("number");
    let of = number(version)?;
    let app = &visitor.site.app;
    let chosen: Vec<usize> = if form.maybe("tout").is_some() {
        let passages = app.notes().passages(&note, standing, of).await?;
        (0..passages.len()).collect()
    } else {
        form.all("fragment").filter_map(|at| at.parse().ok()).collect()
    };
    if chosen.is_empty() {
        return Err(Problem::Refused("undo-none".to_owned()));
    }
    let saved = app.notes().undo(&note, standing, &person, (of, chosen), form.command_id()).await?;
    Ok(super::write::after(&note, &saved))
}

/// One button that takes back a whole edit, for as long as it is fresh.
pub(super) fn whole(visitor: &Visitor, note: &Note, of: i64, label: &str) -> Markup {
    html! {
        (field::form(visitor, &address::undoing(&note.note, of), html! {
            input type="hidden" name="tout" value="1";
            button.quiet type="submit" { (visitor.voice.say(label)) }
        }))
    }
}
