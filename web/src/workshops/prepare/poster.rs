//! `/ateliers/{id}/affiche`: an invitation to print and to put on a door: what, when, with whom,
//! and two ways to come in.

use maud::html;
use projections::core::content;

use crate::shell::address;
use crate::shell::layout::Page;
use crate::shell::page::Answer;
use crate::shell::parts::button;
use crate::shell::parts::{drawing, moment};
use crate::shell::qr;
use crate::workshops::console::screen::join_link;
use crate::workshops::console::spoken;
use crate::workshops::rights::Runs;

/// The page.
pub async fn show(Runs { visitor, workshop, .. }: Runs) -> Answer {
    let visitor = visitor.before(&workshop);
    let voice = &visitor.voice;
    let hosting = &visitor.site.hosting;
    let place = match &workshop.live.details.content {
        Some(id) => content::find(&visitor.site.app.db, id).await?.title,
        None => String::new(),
    };
    let content = html! {
        p.unprinted {
            (button::print(voice)) (voice.say("poster-help")) " "
            a href=(address::workshop(&workshop.workshop)) { (voice.say("sheet-back")) }
        }
        article.poster {
            p.poster-over { (voice.say("poster-invites")) }
            h1 { (workshop.title) }
            p.poster-when {
                @if let Some(at) = workshop.live.details.starts_at { (moment::moment(voice, at)) }
                @else if let Some(on) = &workshop.on { (moment::date(voice, on)) }
            }
            @if !place.is_empty() { p.poster-when dir="auto" { (place) } }
            p { (voice.fill("join-with", &[("name", workshop.facilitator_name.as_str().into())])) }
            div.poster-way {
                div.poster-qr { (qr::svg(&join_link(&hosting.public_url, &workshop), &voice.say("screen-qr"))) }
                div {
                    p { (voice.say("screen-how")) }
                    p.poster-url { (hosting.spoken_url()) (address::codes()) }
                    p.poster-code { (spoken(&workshop.code)) }
                }
            }
            p.poster-promise { (voice.say("join-no-account")) }
            (drawing::fleet(&[1, 5, 2, 7, 0], 5))
        }
    };
    Ok(Page::new(voice.say("poster-title"), content).show(&visitor))
}
