//! Read one short note, and answer it with one word: the first contribution of everyone.

use domain::workshops::participation::Act;
use domain::workshops::participation::Reaction;
use domain::workshops::script::Step;
use maud::html;
use projections::notes::note::{self, Note};
use strum::VariantArray as _;

use super::{Panel, Walk};
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::markdown;
use crate::shell::page::{Answer, go};
use crate::shell::parts::{card, field};
use crate::shell::problem::Problem;

/// How many of the newest notes are looked through for a short one.
const LOOKED_AT: i64 = 50;

/// A note is short up to so many words: two minutes of reading.
const SHORT: i64 = 400;

/// A short note somebody else wrote, the newest that has something in it.
async fn to_read(walk: &Walk) -> Result<Option<Note>, Problem> {
    let db = &walk.visitor.site.app.db;
    let newest = note::newest(db, walk.person().as_str(), LOOKED_AT).await?;
    let mut others: Vec<Note> =
        newest.into_iter().filter(|note| note.writer != *walk.person()).collect();
    let at = others.iter().position(|note| note.words <= SHORT && !note.body.trim().is_empty());
    Ok(match at {
        Some(at) => Some(others.swap_remove(at)),
        None => others.into_iter().next(),
    })
}

pub(super) async fn panel(walk: &Walk) -> Result<Option<Panel>, Problem> {
    let voice = &walk.visitor.voice;
    let found = to_read(walk).await?;
    let answered = walk.participant.done.contains(&Step::React);
    let content = html! {
        (field::form(&walk.visitor, &walk.address(Step::React), html! {
            @if let Some(note) = &found {
                input type="hidden" name="note" value=(note.note);
                article.paper data-reading=(address::reading(&note.note))
                    data-key=(walk.visitor.command_id()) data-version=(note.revision) {
                    h2 { (note.title) }
                    div.prose { (markdown::rendered(&note.body).await?) }
                    p.by { (card::signature(voice, note)) }
                }
                fieldset.reactions {
                    legend { (voice.say("react-legend")) }
                    @for reaction in Reaction::VARIANTS {
                        button.door type="submit" name="reaction" value=(reaction.word()) {
                            (voice.say(&format!("reaction-{}", reaction.word())))
                        }
                    }
                }
                // Nothing has to be said in public to go on.
                button.door.door-small type="submit" {
                    (voice.say(if answered { "path-continue" } else { "react-rather-read" }))
                }
            } @else {
                p.empty { (voice.say("react-nothing")) }
                button.primary type="submit" { (voice.say("path-continue")) }
            }
        }))
    };
    Ok(Some(Panel::new(voice.say("react-title"), content)))
}

pub(super) async fn act(walk: Walk, form: &Form) -> Answer {
    let app = &walk.visitor.site.app;
    let reaction: Option<Reaction> = form.get("reaction").parse().ok();
    if let (Ok(id), Some(reaction)) = (form.get("note").parse(), reaction) {
        // Only what they may read.
        app.note_for(&walk.visitor.viewer, &id).await?.ok_or(Problem::NotFound)?;
        let key = form.command_id().then(reaction.word());
        walk.take_part(Act::React { note: id.clone(), reaction }, key).await?;
    } else {
        let key = form.command_id();
        walk.complete(Step::React, key).await?;
    }
    Ok(go(&walk.after(Step::React)))
}
