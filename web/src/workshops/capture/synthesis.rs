//! The synthesis of a workshop (`POST …/synthese`), and where each of its lines comes from
//! (`…/sources`), for those who may read it.

use app::workshops::role::Duty;
use domain::groups::item::Sheet;
use poem::{FromRequest, Request, RequestBody};
use projections::notes::note::Note;
use projections::workshops::workshop::Workshop;

use crate::groups::sheet::sources::{Read, Spoken};
use crate::notes::write;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::handler::Rights;
use crate::shell::page::{Answer, go};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::workshops::rights::{Keeps, duty_in, was_there};

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
    // Who wrote a line down is for those who were there, or look after the workshop.
    let inside = duty.sees || was_there(&visitor, &found).await?;
    let read = Read {
        visitor: &visitor,
        sheet: Sheet::from(&found.workshop),
        title: &found.title,
        here: address::sources(&found.workshop),
        synthesis,
        inside,
    };
    read.page().await
}
