//! `/a/{code}/ecran?cle=…`: what the room sees on the wall.
//!
//! A secret of its own, and no session: whoever touches the laptop under the
//! projector can open nothing. No name here without its owner's consent.

use domain::script::Step;
use maud::{Markup, html};
use poem::web::Path;
use poem::{Request, handler};
use projections::workshop::{self, Stage, Workshop};
use projections::{note, room};

use super::console::spoken;
use crate::layout::{Kind, Page};
use crate::pages::Answer;
use crate::problem::Problem;
use crate::qr;
use crate::sse::{self, Message, Streams};
use crate::visitor::Visitor;
use app::words::as_code;

/// How often the page comes back without scripts, in seconds.
const REFRESH: u32 = 15;

/// Below this many people in the room, a count could point at someone.
const CROWD: i64 = 5;

/// The workshop behind a code, for whoever holds the secret of its screen.
async fn shown(visitor: &Visitor, code: &str) -> Result<Workshop, Problem> {
    let code = as_code(code).ok_or(Problem::NotFound)?;
    let found = workshop::behind(&visitor.site.app.db, &code).await?;
    let found = found.ok_or(Problem::NotFound)?;
    let key = visitor.query.get("cle");
    if key == found.screen_secret { Ok(found) } else { Err(Problem::NotFound) }
}

/// The wall.
#[handler]
pub async fn show(visitor: Visitor, Path(code): Path<String>) -> Answer {
    let workshop = shown(&visitor, &code).await?;
    let visitor = visitor.in_tone(workshop.tone);
    let app = &visitor.site.app;
    let seen = *app.projector.reached().borrow();
    let voice = &visitor.voice;
    let url = &visitor.site.hosting.public_url;
    let link = join_link(url, &workshop);
    let stream =
        format!("/a/{}/ecran/direct?cle={}&depuis={seen}", workshop.code, workshop.screen_secret);
    let short = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
    let content = html! {
        div.wall data-live=(stream) data-lost=(voice.say("screen-slow")) {
            h1 { (workshop.title) }
            div.entrance {
                (qr::svg(&link, &voice.say("screen-qr")))
                div {
                    p.how { (voice.say("screen-how")) }
                    p.url { (short) "/a" }
                    p.code { (spoken(&workshop.code)) }
                }
            }
            div #band role="status" { (band(&visitor, &workshop).await?) }
            p.banner #live-state role="status" hidden {}
        }
    };
    let page = Page::new(workshop.title.clone(), content).kind(Kind::Screen).refresh(REFRESH);
    Ok(page.show(&visitor))
}

/// The address in the QR code: a secret of 128 bits that nobody guesses, in place
/// of the six signs people can say aloud.
pub fn join_link(public_url: &str, workshop: &Workshop) -> String {
    format!("{public_url}/a/{}", workshop.link_secret)
}

async fn band(visitor: &Visitor, workshop: &Workshop) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let app = &visitor.site.app;
    let people = room::since(&app.db, &workshop.workshop, 0).await?;
    let published = people.iter().filter(|one| one.done.contains(&Step::Publish)).count();
    let wall: Vec<_> =
        note::of_workshop(&app.db, &workshop.workshop, workshop.facilitator.as_str())
            .await?
            .into_iter()
            .filter(|note| note.wall)
            .take(6)
            .collect();
    Ok(html! {
        p.big { (voice.count("screen-entered", workshop.entered)) }
        @match workshop.stage {
            Stage::Prepared => { p { (voice.say("screen-soon")) } }
            Stage::Open => {}
            Stage::Closed => { p { (voice.say("screen-over")) } }
        }
        @if workshop.entered >= CROWD {
            p { (voice.count("screen-published", i64::try_from(published).unwrap_or(0))) }
        } @else {
            p.small { (voice.say("screen-consent")) }
        }
        @if !wall.is_empty() {
            ul.titles { @for note in &wall { li { q { (note.title) } } } }
        }
    })
}

/// The stream of a wall.
#[handler]
pub async fn direct(visitor: Visitor, Path(code): Path<String>, req: &Request) -> Answer {
    let workshop = shown(&visitor, &code).await?;
    let visitor = visitor.in_tone(workshop.tone);
    let from = sse::last_seen(req, visitor.query.number("depuis"));
    let streams = req.data::<Streams>().cloned().unwrap_or_default();
    let moved = visitor.site.app.projector.reached();
    let bell = moved.clone();
    let id = workshop.workshop.clone();
    Ok(sse::stream(from, moved, &streams, move |from| {
        let (visitor, id) = (visitor.clone(), id.clone());
        let reached = *bell.borrow();
        async move {
            let found = workshop::find(&visitor.site.app.db, &id).await.ok()??;
            let band = band(&visitor, &found).await.ok()?;
            let message = Message { event: "band", data: band.into_string() };
            Some((reached.max(from), vec![message]))
        }
    }))
}
