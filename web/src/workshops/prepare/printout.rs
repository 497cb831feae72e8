//! `/ateliers/{id}/feuille`: one A4 page to print, for when the wifi does not work: how to
//! come in, the steps, and boxes for the four words.

use maud::html;

use super::overview::items;
use crate::shell::address;
use crate::shell::layout::{Kind, Page};
use crate::shell::page::Answer;
use crate::shell::parts::button;
use crate::shell::qr;
use crate::workshops::console::screen::join_link;
use crate::workshops::console::spoken;
use crate::workshops::rights::Runs;

/// The page.
pub async fn show(Runs { visitor, workshop, .. }: Runs) -> Answer {
    let visitor = visitor.before(&workshop);
    let voice = &visitor.voice;
    let hosting = &visitor.site.hosting;
    let content = html! {
        (button::print(voice))
        p.unprinted { (voice.say("sheet-help")) " "
            a href=(address::workshop(&workshop.workshop)) { (voice.say("sheet-back")) } }
        article.sheet {
            h1 { (workshop.title) }
            p { (voice.fill("join-with", &[("name", workshop.facilitator_name.as_str().into())])) }
            div.entrance {
                (qr::svg(&join_link(&hosting.public_url, &workshop), &voice.say("screen-qr")))
                div {
                    p { (voice.say("screen-how")) }
                    p.url { (hosting.spoken_url()) (address::codes()) }
                    p { strong.code { (spoken(&workshop.code)) } }
                    p { (voice.say("join-no-account")) }
                }
            }
            h2 { (voice.say("sheet-steps")) }
            (items(&visitor, &workshop).await?)
            h2 { (voice.say("sheet-phrase")) }
            p { (voice.say("sheet-phrase-help")) }
            div.sheet-boxes aria-hidden="true" { @for _ in 1..=4 { span {} } }
            h2 { (voice.say("sheet-paper")) }
            p { (voice.say("sheet-paper-help")) }
            div.sheet-lines aria-hidden="true" { @for _ in 1..=6 { span {} } }
        }
    };
    Ok(Page::new(voice.say("sheet-title"), content).kind(Kind::Site).show(&visitor))
}
