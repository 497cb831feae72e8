//! `/ateliers/{id}/console` and `…/direct`: who is where, who asks for a hand, who may
//! need company, which notes wait for a word; the pace and the projected page.
//!
//! The page is whole without scripts (it comes back by itself); with them, each
//! row that changes is sent again, by its position in the log. Words people write
//! are never here before they publish them: the console knows steps, not drafts.

pub mod actions;
mod controls;
pub mod door;
pub mod filter;
pub mod introductions;
pub mod mandates;
mod notes;
pub mod person;
pub mod roles;
mod rows;
pub mod screen;
mod signals;

use std::collections::HashMap;
use std::sync::Arc;

use app::workshops::presence::Presence;
use app::workshops::role::Duty;
use app::workshops::step_times::Passed;
use domain::core::ids::{PersonId, WorkshopId};
use domain::workshops::help_signal::State;
use maud::{Markup, html};
use projections::notes::note::{self, Note};
use projections::workshops::room::{self, Participant, Waiting};
use projections::workshops::workshop::{self, Stage, Workshop};

use self::filter::Filter;
use crate::shell::address;
use crate::shell::layout::{Kind, Page};
use crate::shell::page::Answer;
use crate::shell::parts::{card, live};
use crate::shell::problem::Problem;
use crate::shell::sse::{self, Following, Message};
use crate::shell::visitor::Visitor;
use crate::shell::voice::Language;
use crate::workshops::rights::Sees;

/// How often the page comes back without scripts, in seconds.
const REFRESH: u32 = 15;

pub(super) use crate::shell::parts::code::spoken;

/// Everything a console shows at one moment.
pub(crate) struct Room {
    pub(crate) visitor: Visitor,
    pub(crate) workshop: Workshop,
    pub(crate) duty: Duty,
    pub(crate) people: Vec<Participant>,
    pub(crate) waiting: Vec<Waiting>,
    pub(crate) out: Vec<Waiting>,
    pub(crate) notes: Vec<Note>,
    presences: HashMap<PersonId, Presence>,
    passed: Arc<Passed>,
    /// What of the room is shown, and how.
    pub(crate) filter: Filter,
    pub(crate) now: i64,
}

impl Room {
    async fn look(visitor: Visitor, workshop: Workshop, duty: Duty) -> Result<Self, Problem> {
        let app = visitor.site.app.clone();
        let id = &workshop.workshop;
        let presences = app.workshops().presence(id).await?.into_iter();
        Ok(Self {
            people: room::present(&app.db, id).await?,
            waiting: room::waiting(&app.db, id).await?,
            out: room::sent_out(&app.db, id).await?,
            notes: note::of_workshop(&app.db, id, workshop.facilitator.as_str()).await?,
            presences: presences.map(|it| (it.person.clone(), it)).collect(),
            passed: app.workshops().passed(id).await?,
            filter: Filter::from_query(&visitor.query, &app.db, id).await?,
            now: app.clock.now(),
            visitor,
            workshop,
            duty,
        })
    }

    /// The address of the workshop.
    pub(crate) fn address(&self) -> String {
        address::workshop(&self.workshop.workshop)
    }

    /// Whether the workshop is over: what the room was asked to do has ended with it.
    pub(crate) fn is_over(&self) -> bool {
        self.workshop.stage == Stage::Closed
    }

    /// The name someone goes by; a number when names are hidden.
    pub(crate) fn name(&self, participant: &Participant) -> String {
        if self.filter.named {
            return card::author(&self.visitor.voice, &participant.name);
        }
        let place = self.people.iter().position(|other| other.person == participant.person);
        let number = i64::try_from(place.unwrap_or(0) + 1).unwrap_or(0);
        self.visitor.voice.count("console-number", number)
    }

    /// How someone seems to be.
    pub(crate) fn state(&self, participant: &Participant) -> State {
        // Nobody is away from a room that is over.
        if self.is_over() {
            return State::Fine;
        }
        let presence = self.presences.get(&participant.person);
        self.visitor.site.app.workshops().state_of(participant, presence, &self.passed)
    }

    /// Where someone's phone was last heard of.
    pub(crate) fn presence(&self, participant: &Participant) -> Option<&Presence> {
        self.presences.get(&participant.person)
    }

    /// What people call an item: the facilitator's words are in the script page, a matrix
    /// has room for ours.
    pub(crate) fn step(&self, step: domain::workshops::script::Step) -> String {
        self.visitor.voice.say(&format!("step-{}", step.word()))
    }
}

/// A room this visitor may look at; for anyone else it does not exist.
/// The console.
pub async fn show(Sees { visitor, workshop, duty, .. }: Sees) -> Answer {
    // Read before the rows: what comes later is sent by the stream.
    let seen = *visitor.site.app.projector.reached().borrow();
    let room = Room::look(visitor, workshop, duty).await?;
    let voice = &room.visitor.voice;
    // A worker that listens for several pages has no language of its own to ask in.
    let stream = format!(
        "{}?depuis={seen}&langue={}&{}",
        address::console_stream(&room.workshop.workshop),
        voice.language.code(),
        room.filter.query()
    );
    let way =
        format!("{}?retour={}", address::sign_in(), address::console(&room.workshop.workshop));
    let content = html! {
        div.console data-live=(stream) data-who=(room.visitor.mark())
            data-shared=(live::shared(&room.visitor)) {
            header.console-head {
                div {
                    p.over { a href=(room.address()) { (voice.say("console-title")) } }
                    h1 { (room.workshop.title) }
                }
                div #standing { (controls::top(&room)) }
            }
            div #underway { (controls::now(&room).await?) }
            div #yet { (rows::nobody(&room)) }
            div #band { (band(&room)) }
            (live::places(&room.visitor, Some(&way)))
            nav.tabs.phone-tabs aria-label=(voice.say("console-tabs")) {
                a href="#mains" { span { (voice.say("console-hands")) } span #mark { (mark(&room)) } }
                a href="#salle" { (voice.say("console-room")) }
                a href="#notes-onglet" { (voice.say("console-notes")) }
                a href="#ecran" { (voice.say("console-screen-tab")) }
            }
            div.console-sides {
                section.tab #salle aria-labelledby="room-title" {
                    h2 #room-title { (voice.say("console-room")) }
                    (rows::matrix(&room))
                    (door::sent_out(&room))
                }
                div.console-aside {
                    section.tab #mains aria-labelledby="hands-title" {
                        h2 #hands-title { (voice.say("console-hands")) }
                        div #hands { (signals::hands(&room)) }
                        div #signals { (signals::around(&room)) }
                        @if !room.is_over() {
                            label.check data-alert="hand" hidden {
                                input type="checkbox"; span { (voice.say("console-alert")) }
                            }
                        }
                    }
                    section.tab #notes-onglet aria-label=(voice.say("console-notes")) {
                        div #notes { (notes::feed(&room)) }
                    }
                    section.tab #ecran aria-labelledby="screen-title" {
                        h2 #screen-title { (voice.say("console-screen-tab")) }
                        div #pace { (controls::pace(&room)) }
                    }
                }
            }
        }
    };
    let page = Page::new(room.workshop.title.clone(), content).kind(Kind::Live).refresh(REFRESH);
    Ok(page.show(&room.visitor))
}

/// How many hands are up, beside the name of their tab.
fn mark(room: &Room) -> Markup {
    let hands = room.people.iter().filter(|it| it.hand.is_some()).count();
    html! { @if hands > 0 && !room.is_over() { span.tab-mark { (hands) } } }
}

/// The counts.
fn band(room: &Room) -> Markup {
    use domain::workshops::script::Step;
    let voice = &room.visitor.voice;
    // Nothing to count yet: what there is to do stands above.
    if room.people.is_empty() && room.waiting.is_empty() && !room.is_over() {
        return html! {};
    }
    let count = |how: &dyn Fn(&Participant) -> bool| {
        i64::try_from(room.people.iter().filter(|it| how(it)).count()).unwrap_or(0)
    };
    let writing = count(&|it| it.note.is_some() && !it.done.contains(&Step::Publish));
    let published = count(&|it| it.done.contains(&Step::Publish));
    let hands = count(&|it| it.hand.is_some());
    let unanswered = room.notes.iter().filter(|note| note.thanks == 0).count();
    let unanswered = i64::try_from(unanswered).unwrap_or(0);
    let at_the_door = i64::try_from(room.waiting.len()).unwrap_or(0);
    html! {
        ul.band {
            li { (voice.count("band-entered", room.workshop.entered)) }
            @if !room.is_over() { li { (voice.count("band-places", room.workshop.places)) } }
            li { (voice.count("band-writing", writing)) }
            li { (voice.count("band-published", published)) }
            li.due[unanswered > 0] { a href="#notes-onglet" { (voice.count("band-waiting", unanswered)) } }
            @if !room.is_over() {
                li.due[hands > 0] { a href="#mains" { (voice.count("band-hands", hands)) } }
            }
            @if at_the_door > 0 {
                li.due { a href="#salle" { (voice.count("band-door", at_the_door)) } }
            }
        }
    }
}

/// The stream of a console: rows that changed, and what is around them.
pub async fn direct(Sees { mut visitor, workshop, .. }: Sees, following: Following) -> Answer {
    if let Some(language) = visitor.query.maybe("langue") {
        visitor.voice.language = Language::from_header(language);
    }
    let asking = visitor.clone();
    sse::stream(&asking, following, move |from, reached| {
        let (visitor, id) = (visitor.clone(), workshop.workshop.clone());
        async move { news(visitor, &id, from, reached).await }
    })
}

/// What changed after `from`. `None`, and the stream ends, once the session does, or the
/// role: both are asked again each time.
async fn news(
    mut visitor: Visitor,
    id: &WorkshopId,
    from: i64,
    reached: i64,
) -> Option<(i64, Vec<Message>)> {
    let app = visitor.site.app.clone();
    visitor.viewer.someone =
        Some(app.people().person_for_session(visitor.session.as_deref()?).await.ok()??);
    let workshop = workshop::find(&app.db, id).await.ok()??;
    let duty = app.workshops().duty(&visitor.viewer, &workshop).await.ok()?;
    if !duty.sees {
        return None;
    }
    let changed = room::since(&app.db, id, from).await.ok()?;
    let room = Room::look(visitor, workshop, duty).await.ok()?;
    let message = |event, data: Markup| Message { event, data: data.into_string() };
    let mut messages: Vec<Message> =
        changed.iter().map(|it| message("row", rows::row(&room, it))).collect();
    // Another console may have moved the room: no step is begun from what is no more.
    messages.push(message("standing", controls::top(&room)));
    messages.push(message("underway", controls::now(&room).await.ok()?));
    messages.push(message("pace", controls::pace(&room)));
    messages.push(message("yet", rows::nobody(&room)));
    messages.push(message("band", band(&room)));
    messages.push(message("mark", mark(&room)));
    messages.push(message("signals", signals::around(&room)));
    messages.push(message("hands", signals::hands(&room)));
    messages.push(message("notes", notes::feed(&room)));
    let last = changed.iter().map(|it| it.position).max().unwrap_or(0);
    Some((reached.max(last).max(from), messages))
}
