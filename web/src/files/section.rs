//! What goes with a note or a meeting, on its page.

use app::access::FileStanding;
use domain::files::file::{Kind, Of};
use maud::{Markup, html};
use projections::files::file::File;

use super::rights::not_for_another;
use super::{SIDE, body, is_in_text, list_of};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// How many stand there; the others are in the list.
const MANY: usize = 12;

/// The section of a meeting or a workshop: see [`of_known`].
pub(crate) async fn section(visitor: &Visitor, of: &Of) -> Result<Markup, Problem> {
    let standing = visitor.site.app.files_standing(&visitor.viewer, of).await?;
    match standing {
        Some(standing) => of_known(visitor, of, standing, "").await,
        None => Ok(html! {}),
    }
}

/// The section; nothing when there is nothing, and nobody who could add something. Pictures that
/// `text` shows are not shown twice. What the visitor is to it is known: the page asked already.
pub(crate) async fn of_known(
    visitor: &Visitor,
    of: &Of,
    standing: FileStanding,
    text: &str,
) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    if not_for_another(visitor).is_err() {
        return Ok(html! {});
    }
    let files = visitor.site.app.files_seen(&visitor.viewer, of, standing).await?;
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let away = count(files.iter().filter(|it| it.is_put_away()).count());
    let is_shown =
        |it: &&File| !it.is_put_away() && (it.kind != Kind::Picture || !is_in_text(text, it));
    Ok(html! {
        @if !files.is_empty() || standing.adds {
            section aria-labelledby="files-title" {
                h2 #files-title { (voice.say("files-title")) }
                div.files {
                    @for file in files.iter().filter(is_shown).take(MANY) {
                        figure {
                            (body(voice, file, SIDE))
                            @if file.kind == Kind::Picture && !file.description.is_empty() {
                                figcaption dir="auto" { (file.description) }
                            }
                        }
                    }
                }
                @if away > 0 { p.notice { (voice.count("files-away", away)) } }
                @if !files.is_empty() { p { a href=(list_of(of)) { (voice.count("files-all", count(files.len()))) } } }
                @if standing.adds && !files.is_empty() { p.small { (voice.say("files-same-readers")) } }
                @if standing.adds { p { a href={ (list_of(of)) "#ajout" } { (voice.say("files-add")) } } }
            }
        }
    })
}
