//! The notes that go with one, and `POST …/liens`: saying so, and that they do not.

use app::access::{self, Standing};
use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use projections::note::Note;

use crate::form::Form;
use crate::pages::{Answer, go, readable};
use crate::parts::field;
use crate::problem::Problem;
use crate::visitor::Visitor;

/// The notes that go with `note`; for whoever may change it, how to say more.
pub(super) async fn section(
    visitor: &Visitor,
    note: &Note,
    standing: Standing,
) -> Result<Markup, Problem> {
    let (voice, app) = (&visitor.voice, &visitor.site.app);
    if !note.is_published() {
        return Ok(html! {});
    }
    let linked = app.linked_notes(&visitor.viewer, note).await?;
    let changes =
        visitor.viewer.person().is_some() && access::may_revise(note.visibility, standing);
    let offered =
        if changes { app.notes_to_link(&visitor.viewer, note).await? } else { Vec::new() };
    let address = format!("/notes/{}/liens", note.note);
    Ok(html! {
        @if !linked.is_empty() {
            section aria-labelledby="links-title" {
                h2 #links-title { (voice.say("links-title")) }
                ul.plain {
                    @for other in &linked {
                        li.row {
                            a href={ "/notes/" (other.note) } { (other.title) }
                            @if changes {
                                form novalidate method="post" action=(address) {
                                    (field::key(visitor))
                                    input type="hidden" name="other" value=(other.note);
                                    button.quiet type="submit" name="gesture" value="unlink"
                                        aria-label=(voice.tell("links-part-from", &[("title", other.title.as_str().into())])) {
                                        (voice.say("links-part"))
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        @if !offered.is_empty() {
            details {
                summary { (voice.say("links-add")) }
                form novalidate method="post" action=(address) {
                    (field::key(visitor))
                    div.field {
                        label for="other" { (voice.say("links-other")) }
                        select #other name="other" {
                            @for other in &offered { option value=(other.note) { (other.title) } }
                        }
                    }
                    button type="submit" { (voice.say("link-button")) }
                }
            }
        }
    })
}

/// `POST …/liens`.
#[handler]
pub async fn act(visitor: Visitor, Path(id): Path<String>, form: Form) -> Answer {
    let by = visitor.person()?;
    let (note, standing) = readable(&visitor, &id).await?;
    let (app, key) = (&visitor.site.app, form.command_id());
    let other = form.get("other").parse().map_err(|_| Problem::NotFound)?;
    if form.get("gesture") == "unlink" {
        app.unlink_notes((&note, standing), &other, by, key).await?;
    } else {
        let (other, _) = app.note_for(&visitor.viewer, &other).await?.ok_or(Problem::NotFound)?;
        app.link_notes((&note, standing), &other, (by, None), key).await?;
    }
    Ok(go(&format!("/notes/{}", note.note)))
}
