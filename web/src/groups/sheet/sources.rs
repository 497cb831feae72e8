//! Where each line of a synthesis comes from, and the words a synthesis is made with.

use app::groups::synthesis::Labels;
use domain::groups::item::{ItemKind, Sheet, Source};
use maud::{Markup, html};
use projections::groups::item::{self, Item, PAGE};
use projections::notes::note::Note;

use crate::shell::address;
use crate::shell::layout::Page;
use crate::shell::page::Answer;
use crate::shell::parts::pager::Pager;
use crate::shell::parts::{card, moment};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;

/// The words of a synthesis, in the language of whoever makes it.
pub(crate) struct Spoken<'v>(pub(crate) &'v Voice);

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

/// The lines of a sheet, to be read.
pub(crate) struct Read<'v> {
    pub visitor: &'v Visitor,
    pub sheet: Sheet,
    /// What the sheet belongs to is called.
    pub title: &'v str,
    /// The address of this page.
    pub here: String,
    /// The synthesis, if they may read it.
    pub synthesis: Option<Note>,
    /// Whether they may know who wrote each line down.
    pub inside: bool,
}

impl Read<'_> {
    /// The page: each line, where it comes from.
    pub(crate) async fn page(&self) -> Answer {
        let visitor = self.visitor;
        let voice = &visitor.voice;
        let items = item::of_sheet(&visitor.site.app.db, &self.sheet).await?;
        let mut outline = item::outline(&items);
        if !self.inside {
            // Outside, what the synthesis says, and no line it does not hold.
            let body = self.synthesis.as_ref().map(|note| note.body.replace('\\', ""));
            let body = body.unwrap_or_default();
            outline.retain(|(_, item)| body.contains(&item.words));
        }
        let pager = Pager::from_query(visitor, "page", PAGE);
        let mut rows = Vec::with_capacity(pager.of(&outline).len());
        for (depth, item) in pager.of(&outline) {
            rows.push((*depth, *item, origin(visitor, item, self.inside).await?));
        }
        let address = format!("{}?page=", self.here);
        let content = html! {
            p.over dir="auto" { (self.title) }
            h1 { (voice.say("sources-title")) }
            p.lead { (voice.say("sources-lead")) }
            @if let Some(note) = &self.synthesis {
                p { a href=(address::note(&note.note)) { (voice.say("overview-synthesis")) } }
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
        Ok(Page::new(voice.say("sources-title"), content).show(visitor))
    }
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
