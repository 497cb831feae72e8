//! `/rencontres/{meeting}/releve`: the sheet of a meeting, which every member keeps; its synthesis,
//! and where each line of it comes from.

use app::groups::items::Change;
use domain::groups::item::{Sheet, Source};
use poem::{FromRequest, Request, RequestBody};
use projections::groups::community::Place;
use projections::groups::item;
use projections::groups::meeting::{self, Meeting};
use projections::notes::note::{self, Note};

use crate::groups::rights::AtMeeting;
use crate::groups::sheet::list::{self, Around};
use crate::groups::sheet::sources::{Read, Spoken};
use crate::groups::sheet::{Desk, line};
use crate::notes::write;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::handler::Rights;
use crate::shell::page::{Answer, go};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

fn desk(at: &AtMeeting) -> Desk<'_> {
    Desk {
        visitor: &at.visitor,
        person: &at.person,
        sheet: Sheet::Meeting(at.meeting.meeting.clone()),
        title: &at.meeting.title,
        synthesis: at.meeting.note.as_ref(),
        keeps: at.may_change,
    }
}

async fn page(at: &AtMeeting, refused: Option<(&str, &str)>) -> Answer {
    let desk = desk(at);
    let items = item::of_sheet(&at.visitor.site.app.db, &desk.sheet).await?;
    let visitor = &at.visitor;
    let after = maud::html! {
        @if at.may_change {
            p.small { a href=(address::meeting_words_erased(&at.meeting.meeting)) { (visitor.voice.say("erase-said-open")) } }
        }
    };
    list::page(&desk, &items, Around { after, ..Around::default() }, refused).await
}

/// The sheet.
pub async fn show(at: AtMeeting) -> Answer {
    page(&at, None).await
}

/// `POST`: keeps one line, or as many as were pasted.
pub async fn add(at: AtMeeting, form: Form) -> Answer {
    match list::add(&desk(&at), Source::Said, &form).await? {
        Ok(address) => Ok(go(&address)),
        Err(notice) => page(&at, Some((&notice, form.get("words")))).await,
    }
}

/// `…/releve/{item}`: one line.
pub async fn line(at: AtMeeting) -> Answer {
    let desk = desk(&at);
    let item = desk.found(at.visitor.part("item")).await?;
    line::page(&desk, &item, maud::html! {}, None).await
}

/// `POST …/releve/{item}`: its words, what they are.
pub async fn save(at: AtMeeting, form: Form) -> Answer {
    let desk = desk(&at);
    let item = desk.found(at.visitor.part("item")).await?;
    match line::save(&desk, &item, &form).await? {
        Ok(()) => Ok(line::back(&desk, &item)),
        Err(notice) => {
            line::page(&desk, &item, maud::html! {}, Some((&notice, form.get("words")))).await
        }
    }
}

/// `POST …/releve/{item}/mise-de-cote`.
pub async fn set_aside(at: AtMeeting, form: Form) -> Answer {
    line::change(&desk(&at), Change::SetAside, &form).await
}

/// `POST …/releve/{item}/retour`.
pub async fn bring_back(at: AtMeeting, form: Form) -> Answer {
    line::change(&desk(&at), Change::BringBack, &form).await
}

/// `POST …/releve/{item}/fusion`.
pub async fn merge(at: AtMeeting, form: Form) -> Answer {
    line::merge(&desk(&at), &form).await
}

/// `POST …/synthese`: begins it, or brings it up to date.
pub async fn synthesise(at: AtMeeting, form: Form) -> Answer {
    let AtMeeting { visitor, meeting, .. } = at;
    let (app, key) = (&visitor.site.app, form.command_id());
    let (labels, sources) = (Spoken(&visitor.voice), address::meeting_sources(&meeting.meeting));
    let groups = app.groups();
    let made = groups.synthesise_meeting(&meeting, &visitor.viewer, &labels, &sources, key).await?;
    if let Some(saved) = made.saved {
        let note = note::find(&app.db, &made.note).await?.ok_or(Problem::NotFound)?;
        return Ok(write::after(&note, &saved));
    }
    Ok(go(&address::note(&made.note)))
}

/// Those who may read what became of the lines of a meeting: those of its community, and whoever
/// may read the note that was made of them.
pub struct ReadsLines {
    visitor: Visitor,
    meeting: Meeting,
    /// The note, when it is there and they may read it.
    note: Option<Note>,
    is_in: bool,
}

impl<'a> FromRequest<'a> for ReadsLines {
    async fn from_request(req: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        let visitor = Visitor::from_request(req, body).await?;
        let (app, viewer) = (&visitor.site.app, &visitor.viewer);
        let found = meeting::find(&app.db, &visitor.id("meeting")?).await.map_err(Problem::from)?;
        let meeting = found.ok_or(Problem::NotFound)?;
        let seen = app.groups().seen_by(&meeting.community, viewer.person()).await;
        let is_in = seen.map_err(Problem::from)?.is_some_and(|(_, place)| place >= Place::Member);
        let note = match &meeting.note {
            Some(note) => {
                let found = app.note_for(viewer, note).await.map_err(Problem::from)?;
                found.map(|(note, _)| note)
            }
            None => None,
        };
        if !is_in && note.is_none() {
            return Err(Problem::NotFound.into());
        }
        Ok(Self { visitor, meeting, note, is_in })
    }
}

impl Rights for ReadsLines {}

/// `…/sources`: each line, where it comes from.
pub async fn sources(ReadsLines { visitor, meeting, note, is_in }: ReadsLines) -> Answer {
    let read = Read {
        visitor: &visitor,
        sheet: Sheet::Meeting(meeting.meeting.clone()),
        // What the meeting is called is its community's.
        title: if is_in { &meeting.title } else { "" },
        here: address::meeting_sources(&meeting.meeting),
        synthesis: note,
        inside: is_in,
    };
    read.page().await
}
