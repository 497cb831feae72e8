//! The synthesis of a workshop (`POST …/synthese`), and where each of its lines comes from
//! (`…/sources`), for those who may read it.

use app::workshops::role::Duty;
use app::workshops::synthesis::Labels;
use domain::workshops::item::{ItemKind, Source};
use maud::{Markup, html};
use poem::{FromRequest, Request, RequestBody};
use projections::notes::note::Note;
use projections::workshops::item::{self, Item, PAGE};
use projections::workshops::workshop::Workshop;

use crate::notes::write;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::handler::Rights;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::pager::Pager;
use crate::shell::parts::{card, moment};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;
use crate::workshops::rights::{Keeps, duty_in, was_there};

/// The words of a synthesis, in the language of whoever makes it.
pub struct Spoken<'v>(pub &'v Voice);

impl Labels for Spoken<'_> {
    fn family(&self, family: &str) -> String {
        self.0.say(&format!("family-{family}"))
    }

    fn kind(&self, kind: ItemKind) -> String {
        self.0.say(&format!("item-{}", kind.word())).to_uppercase()
    }

    fn title(&self, workshop: &str) -> String {
        self.0.fill("synthesis-of", &[("title", workshop.into())])
    }

    fn sources(&self, address: &str) -> String {
        format!("[{}]({address})", self.0.say("synthesis-sources"))
    }
}

/// `POST …/synthese`: begins it, or brings it up to date.
pub async fn make(Keeps { visitor, workshop, .. }: Keeps, form: Form) -> Answer {
    let app = &visitor.site.app;
    // It is the group's: in the language of the workshop, whoever makes it.
    let labels = visitor.clone().before(&workshop).voice;
    let labels = Spoken(&labels);
    let made =
        app.workshops().synthesise(&workshop, &visitor.viewer, &labels, form.command_id()).await?;
    if let Some(saved) = made.saved {
        let note =
            projections::notes::note::find(&app.db, &made.note).await?.ok_or(Problem::NotFound)?;
        return Ok(write::after(&note, &saved));
    }
    Ok(go(&address::note(&made.note)))
}

/// Those who may read what became of the lines of a workshop, and those who keep them.
pub struct ReadsSynthesis {
    visitor: Visitor,
    workshop: Workshop,
    duty: Duty,
    /// The synthesis, when it is there and they may read it.
    synthesis: Option<Note>,
}

impl<'a> FromRequest<'a> for ReadsSynthesis {
    async fn from_request(req: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        let visitor = Visitor::from_request(req, body).await?;
        let (workshop, duty) = duty_in(&visitor, visitor.part("id")).await?;
        let synthesis = match &workshop.live.synthesis {
            Some(note) => {
                let found = visitor.site.app.note_for(&visitor.viewer, note).await;
                found.map_err(Problem::from)?.map(|(note, _)| note)
            }
            None => None,
        };
        if !duty.notes && synthesis.is_none() {
            return Err(Problem::NotFound.into());
        }
        Ok(Self { visitor, workshop, duty, synthesis })
    }
}

impl Rights for ReadsSynthesis {}

/// `…/sources`: each line, where it comes from.
pub async fn sources(
    ReadsSynthesis { visitor, workshop: found, duty, synthesis }: ReadsSynthesis,
) -> Answer {
    let app = &visitor.site.app;
    let voice = &visitor.voice;
    // Who wrote a line down is for those who were there, or look after the workshop.
    let inside = duty.sees || was_there(&visitor, &found).await?;
    let may_read = synthesis.is_some();
    let items = item::of_workshop(&app.db, &found.workshop).await?;
    let mut outline = item::outline(&items);
    if !inside {
        // Outside, what the synthesis says, and no line it does not hold.
        let body = synthesis.map(|note| note.body.replace('\\', "")).unwrap_or_default();
        outline.retain(|(_, item)| body.contains(&item.words));
    }
    let pager = Pager::from_query(&visitor, "page", PAGE);
    let mut rows = Vec::with_capacity(pager.of(&outline).len());
    for (depth, item) in pager.of(&outline) {
        rows.push((*depth, *item, origin(&visitor, item, inside).await?));
    }
    let address = format!("{}?page=", address::sources(&found.workshop));
    let content = html! {
        p.over { (found.title) }
        h1 { (voice.say("sources-title")) }
        p.lead { (voice.say("sources-lead")) }
        @if let Some(note) = found.live.synthesis.as_ref().filter(|_| may_read) {
            p { a href=(address::note(note)) { (voice.say("overview-synthesis")) } }
        }
        ol.outline {
            @for (depth, item, origin) in &rows {
                li.(format!("d{depth}")) id={ "s-" (item.item) } {
                    p {
                        @if *depth == 0 {
                            span.label { (voice.say(&format!("item-{}", item.kind.word()))) } " "
                        }
                        (item.words)
                        @if !item.of_name.is_empty() { " — " (item.of_name) }
                    }
                    p.by {
                        (origin) " · "
                        (moment::moment(voice, item.at))
                    }
                }
            }
        }
        (pager.links(voice, &address, pager.has_more(outline.len())))
    };
    Ok(Page::new(voice.say("sources-title"), content).show(&visitor))
}

/// Where a line comes from, as far as this visitor may see.
async fn origin(visitor: &Visitor, item: &Item, inside: bool) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let app = &visitor.site.app;
    let noted = if inside {
        voice.fill("source-said", &[("name", card::author(voice, &item.by_name).into())])
    } else {
        voice.say("source-said-there")
    };
    let linked = match &item.source {
        Source::Note(note) | Source::Reaction { note, .. } => {
            app.note_for(&visitor.viewer, note).await?.map(|(note, _)| note)
        }
        Source::Said | Source::Photo(_) | Source::Round(_) | Source::Canvas(_) => None,
    };
    Ok(html! {
        @match &item.source {
            Source::Said => { (noted) }
            Source::Round(_) => { (voice.say("source-round")) }
            Source::Canvas(card) => { (voice.count("source-canvas", i64::from(*card))) }
            Source::Photo(_) => { (voice.say("source-photo")) }
            Source::Note(_) | Source::Reaction { .. } => {
                @let key = if matches!(item.source, Source::Note(_)) { "source-note" } else { "source-reaction" };
                (voice.say(key)) " "
                @match linked {
                    Some(note) => { a href=(address::note(&note.note)) { (note.title) } }
                    None => { (voice.say("source-elsewhere")) }
                }
            }
        }
    })
}
