//! `/moi/donnees/fichiers`: the files one added, whatever they go with.

use app::files::part::PAGE;
use maud::html;
use projections::files::file;

use super::{body, list_of, weight};
use crate::shell::address;
use crate::shell::extract::Known;
use crate::shell::layout::Page;
use crate::shell::page::Answer;
use crate::shell::parts::moment;
use crate::shell::parts::pager::Pager;

/// The width of a picture there, in pixels.
const SIDE: u32 = 480;

/// The page.
pub async fn show(Known { visitor, person }: Known) -> Answer {
    let (voice, app) = (&visitor.voice, &visitor.site.app);
    let pager = Pager::from_query(&visitor, "page", PAGE);
    let mut files = file::of_person(&app.db, &person, (pager.skipped(), PAGE + 1)).await?;
    let more = pager.cut(&mut files);
    let room = app.files().room(&person).await?;
    let title = voice.say("own-files-title");
    let content = html! {
        p.over { a href=(address::own_data()) { (voice.say("own-title")) } }
        h1 { (title) }
        p {
            (voice.fill("file-room", &[
                ("used", weight(voice, room.used).into()),
                ("most", weight(voice, room.most).into()),
            ]))
        }
        @if files.is_empty() { p.empty { (voice.say("own-files-none")) } }
        div.files {
            @for file in &files {
                figure {
                    (body(voice, file, SIDE))
                    figcaption {
                        p.small { (moment::moment(voice, file.at)) " · " a href=(list_of(&file.of)) { (voice.say("files-title")) } }
                        p.small { a href=(address::file_page(&file.file)) { (voice.say("file-about")) } }
                    }
                }
            }
        }
        (pager.links(voice, &format!("{}?page=", address::own_files()), more))
    };
    Ok(Page::new(title, content).show(&visitor))
}
