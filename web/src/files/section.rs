//! What goes with a note or a meeting, on its page.

use domain::files::file::{Kind, Of};
use maud::{Markup, html};

use super::{body, list_of};
use crate::shell::address;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// The width of a picture there, in pixels.
const SIDE: u32 = 480;

/// How many stand there; the others are in the list.
const MANY: usize = 12;

/// The section; nothing when there is nothing, and nobody who could add something. Pictures that
/// `text` shows are not shown twice.
pub(crate) async fn section(visitor: &Visitor, of: &Of, text: &str) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let (files, standing) = visitor.site.app.files_for(&visitor.viewer, of).await?;
    let is_in_text = |it: &projections::files::file::File| {
        it.kind == Kind::Picture && text.contains(&address::file(&it.file))
    };
    let all = files.len();
    let shown: Vec<_> =
        files.into_iter().filter(|it| !is_in_text(it) && !it.is_put_away()).take(MANY).collect();
    Ok(html! {
        @if !shown.is_empty() || standing.adds {
            section aria-labelledby="files-title" {
                h2 #files-title { (voice.say("files-title")) }
                div.files {
                    @for file in &shown {
                        figure {
                            (body(voice, file, SIDE))
                            @if file.kind == Kind::Picture && !file.description.is_empty() {
                                figcaption dir="auto" { (file.description) }
                            }
                        }
                    }
                }
                p {
                    a href=(list_of(of)) {
                        @if standing.adds { (voice.say("files-add")) }
                        @else { (voice.count("files-all", i64::try_from(all).unwrap_or(0))) }
                    }
                }
            }
        }
    })
}
