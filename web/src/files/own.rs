//! `/moi/donnees/fichiers`: the files one added, whatever they go with.

use app::files::part::PAGE;
use maud::html;
use projections::files::file;

use super::list::why_away;
use super::{SIDE, about, body, room};
use crate::shell::address;
use crate::shell::extract::Known;
use crate::shell::layout::Page;
use crate::shell::page::Answer;
use crate::shell::parts::moment;
use crate::shell::parts::pager::Pager;

/// The page.
pub async fn show(Known { visitor, person }: Known) -> Answer {
    let (voice, app) = (&visitor.voice, &visitor.site.app);
    let pager = Pager::from_query(&visitor, "page", PAGE);
    let mut files = file::of_person(&app.db, &person, (pager.skipped(), PAGE + 1)).await?;
    let more = pager.cut(&mut files);
    let left = app.files().room(&person).await?;
    let title = voice.say("own-files-title");
    let content = html! {
        p.over { a href=(address::own_data()) { (voice.say("own-title")) } }
        h1 { (title) }
        (room(voice, left))
        @if files.is_empty() { p.empty { (voice.say("own-files-none")) } }
        div.files {
            @for file in &files {
                figure {
                    (body(voice, file, SIDE))
                    figcaption {
                        @if file.is_put_away() { p.notice { (voice.say(why_away(file))) } }
                        @if !file.description.is_empty() { p dir="auto" { (file.description) } }
                        p.small { (moment::moment(voice, file.at)) }
                        (about(voice, file, "file-about"))
                    }
                }
            }
        }
        (pager.links(voice, &format!("{}?page=", address::own_files()), more))
    };
    Ok(Page::new(title, content).show(&visitor))
}
