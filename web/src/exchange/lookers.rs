//! `/moi/donnees/regards`: who looked at how my workshops went with the names of those who were
//! there, and when.

use maud::html;
use projections::workshops::{room, workshop};

use crate::shell::address;
use crate::shell::extract::Known;
use crate::shell::layout::Page;
use crate::shell::page::Answer;
use crate::shell::parts::{card, moment};

/// The page.
pub async fn show(Known { visitor, person }: Known) -> Answer {
    let app = &visitor.site.app;
    let mut rooms = vec![];
    for id in room::entered_by(&app.db, &person).await? {
        if let Some(found) = workshop::find(&app.db, &id).await? {
            let lookers = app.exchange().lookers(&id).await?;
            rooms.push((found, lookers));
        }
    }
    rooms.retain(|(_, lookers)| !lookers.is_empty());
    let voice = &visitor.voice;
    let content = html! {
        p.over { a href=(address::own_data()) { (voice.say("own-title")) } }
        h1 { (voice.say("own-lookers-title")) }
        p.lead { (voice.say("own-lookers-lead")) }
        @if rooms.is_empty() { p.empty { (voice.say("own-lookers-empty")) } }
        @for (found, lookers) in &rooms {
            h2 { (found.title) }
            ul.plain { @for (name, at) in lookers {
                li { (card::author(voice, name)) " · " (moment::moment(voice, *at)) }
            } }
        }
    };
    Ok(Page::new(voice.say("own-lookers-title"), content).show(&visitor))
}
