//! The notes that go with one, and `…/liens`: choosing one more, saying so, and that they do
//! not.

use app::access::{self, Standing};
use domain::core::ids::NoteId;
use maud::{Markup, html};
use projections::notes::note::Note;
use projections::notes::search;

use crate::notes::rights::Acts;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::{card, field};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// How many notes a search offers.
const FOUND: usize = 40;

/// The notes that go with `note`; for whoever may change it, the way to say more.
pub(super) async fn section(
    visitor: &Visitor,
    note: &Note,
    standing: Standing,
) -> Result<Markup, Problem> {
    let (voice, app) = (&visitor.voice, &visitor.site.app);
    if !note.is_shared() {
        return Ok(html! {});
    }
    let linked = app.notes().linked_notes(&visitor.viewer, note).await?;
    let changes = visitor.viewer.person().is_some() && access::may_revise(note, standing);
    let address = address::links(&note.note);
    Ok(html! {
        @if !linked.is_empty() {
            section aria-labelledby="links-title" {
                h2 #links-title { (voice.say("links-title")) }
                ul.plain {
                    @for other in &linked {
                        li.row {
                            a href=(address::note(&other.note)) { (other.title) }
                            @if changes {
                                (field::form(visitor, &address::unlinking(&note.note), html! {
                                    input type="hidden" name="other" value=(other.note);
                                    button.quiet type="submit"
                                        aria-label=(voice.fill("links-part-from", &[("title", other.title.as_str().into())])) {
                                        (voice.say("links-part"))
                                    }
                                }))
                            }
                        }
                    }
                }
            }
        }
        @if changes { p { a.button href=(address) { (voice.say("links-add")) } } }
    })
}

/// Which note it goes with: one of its workshop or of the newest, or one that is looked for.
pub async fn choose(Acts { visitor, note, standing, .. }: Acts) -> Answer {
    if !note.is_shared() || !access::may_revise(&note, standing) {
        return Err(Problem::NotFound);
    }
    let (voice, app) = (&visitor.voice, &visitor.site.app);
    let query = visitor.query.get("q").trim().to_owned();
    let offered: Vec<(NoteId, String, String)> = if query.is_empty() {
        let newest = app.notes().notes_to_link(&visitor.viewer, &note).await?;
        let row = |it: Note| (it.note.clone(), it.title.clone(), card::signature(voice, &it));
        newest.into_iter().map(row).collect()
    } else {
        let answer = search::ask(&app.db, visitor.viewer.id(), &query, FOUND).await?;
        let others = answer.found.into_iter().filter(|it| it.note != note.note);
        others
            .map(|it| (it.note, it.title, card::signed(voice, it.by_group, &it.writer_name)))
            .collect()
    };
    let address = address::note(&note.note);
    let content = html! {
        p.over { a href=(address) { (note.title) } }
        h1 #which { (voice.say("links-other")) }
        form.search role="search" method="get" action=(address::links(&note.note)) {
            label for="q" { (voice.say("search-label")) }
            div.row {
                input #q type="search" name="q" value=(query) maxlength=(crate::notes::home::QUERY_MAX) autocomplete="off";
                button type="submit" { (voice.say("search-button")) }
            }
        }
        @if offered.is_empty() { p.empty { (voice.say(if query.is_empty() { "links-none" } else { "search-empty" })) } }
        @else {
            (field::form(&visitor, &address::links(&note.note), html! {
                fieldset.choices aria-labelledby="which" {
                    @for (other, title, by) in &offered {
                        label.choice {
                            input type="radio" name="other" value=(other);
                            span { strong { (title) } span { (by) } }
                        }
                    }
                }
                button.primary type="submit" { (voice.say("link-button")) }
            }))
        }
    };
    Ok(Page::new(voice.say("links-other"), content).show(&visitor))
}

/// `POST …/liens`.
pub async fn act(Acts { visitor, person, note, standing, .. }: Acts, form: Form) -> Answer {
    let (app, key) = (&visitor.site.app, form.command_id());
    let other = form.get("other").parse().map_err(|_| Problem::NotFound)?;
    let (other, _) = app.note_for(&visitor.viewer, &other).await?.ok_or(Problem::NotFound)?;
    app.notes().link_notes((&note, standing), &other, (&person, None), key).await?;
    Ok(go(&address::note(&note.note)))
}

/// `POST …/liens/retrait`: they go together no more.
pub async fn part(Acts { visitor, person, note, standing, .. }: Acts, form: Form) -> Answer {
    let other = form.get("other").parse().map_err(|_| Problem::NotFound)?;
    let (app, key) = (&visitor.site.app, form.command_id());
    app.notes().unlink_notes((&note, standing), &other, &person, key).await?;
    Ok(go(&address::note(&note.note)))
}
