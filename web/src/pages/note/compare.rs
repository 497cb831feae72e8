//! `…/comparer?de=1&a=3` and `…/restauration`: two versions, word by word.

use app::access;
use app::notes::aside;
use domain::diff;
use maud::html;
use poem::handler;
use poem::web::Path;
use projections::history;

use crate::form::Form;
use crate::layout::Page;
use crate::pages::{Answer, go, readable};
use crate::parts::{self, card};
use crate::problem::Problem;
use crate::visitor::Visitor;

/// The two versions.
#[handler]
pub async fn show(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let (note, standing) = readable(&visitor, &id).await?;
    let asked = |name: &str| visitor.query.number(name).ok_or(Problem::NotFound);
    let (one, other) = (asked("de")?, asked("a")?);
    // Asked the wrong way round, it is still the same question.
    let (from, to) = (one.min(other), one.max(other));
    let allowed = access::may_see_revision(&note, standing, from)
        && access::may_see_revision(&note, standing, to);
    if !allowed {
        return Err(Problem::NotFound);
    }
    let app = &visitor.site.app;
    let find =
        async |number| history::find(&app.db, &note.note, number).await?.ok_or(Problem::NotFound);
    let (old, new) = (find(from).await?, find(to).await?);
    let (before, after) =
        (app.words_of(&note.note, from).await?, app.words_of(&note.note, to).await?);
    let text = |words: &projections::content::Content| format!("{}\n{}", words.title, words.body);
    let (old_text, new_text) = (text(&before), text(&after));
    let (change, blocks, title) = aside(move || {
        (
            diff::change(&old_text, &new_text),
            diff::blocks(&before.body, &after.body),
            diff::words(&before.title, &after.title),
        )
    })
    .await?;

    let voice = &visitor.voice;
    let address = format!("/notes/{}", note.note);
    let side = |revision: &history::Revision, key: &str| {
        html! {
            p.side {
                a href={ (address) "/versions/" (revision.revision) } {
                    (voice.tell(key, &[("n", revision.revision.into())]))
                }
                ", " (card::author(voice, &revision.by_name)) ", " (voice.moment(revision.at))
            }
        }
    };
    let content = html! {
        p.over { a href={ (address) "/historique" } { (voice.say("history-title")) } }
        h1 { (voice.say("compare-title")) }
        (side(&old, "compare-old"))
        (side(&new, "compare-new"))
        p.lead {
            @if from == to || change == domain::note::Change::default() {
                (voice.say("compare-same"))
            } @else {
                (voice.count("compare-added", i64::from(change.added))) ", "
                (voice.count("compare-removed", i64::from(change.removed))) "."
            }
        }
        h2.diff-title { (parts::diff::line(voice, &title)) }
        (parts::diff::show(voice, &blocks))
    };
    Ok(Page::new(voice.say("compare-title"), content).show(&visitor))
}

/// Puts a version back; it becomes a new one, and nothing is lost.
#[handler]
pub async fn restore(visitor: Visitor, Path(id): Path<String>, form: Form) -> Answer {
    let person = visitor.person()?;
    let (note, standing) = readable(&visitor, &id).await?;
    let of = form.number("de").ok_or(Problem::NotFound)?;
    let app = &visitor.site.app;
    let base = form.number("base").unwrap_or(note.revision);
    app.restore(&note, standing, person, (of, base), form.command_id()).await?;
    Ok(go(&format!("/notes/{}", note.note)))
}
