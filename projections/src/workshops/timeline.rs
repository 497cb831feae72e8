//! A workshop as it went, moment by moment: what its replay shows.
//!
//! A moment has no word anyone wrote in it: what happened, to whom, when.

use std::collections::BTreeMap;

use async_trait::async_trait;
use domain::core::ids::{NoteId, PersonId, WorkshopId};
use domain::notes::note;
use domain::workshops::participation::Event as P;
use domain::workshops::script::Step;
use domain::workshops::workshop::Event as W;
use migrations::value::Kind;
use migrations::{Db, DbError, Row, Tx, Value, values};

use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};

/// Something that happened in a workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Its place in the log.
    pub position: i64,
    /// When, in microseconds.
    pub at: i64,
    /// To whom, when it is to someone.
    pub person: Option<PersonId>,
    /// The name they go by; empty once erased.
    pub name: String,
    /// What, in one word: `opened`, `entered`, `step`, `hand`…
    pub moment: String,
    /// Which one of its kind: a step, a scene; often empty.
    pub detail: String,
}

impl Moment {
    /// The step it completes, if it does: a step itself, or a note that was published.
    pub fn step(&self) -> Option<Step> {
        match self.moment.as_str() {
            STEP => self.detail.parse().ok(),
            PUBLISHED => Some(Step::Publish),
            _ => None,
        }
    }
}

/// Somebody completed a step.
const STEP: &str = "step";

/// Somebody's note was published.
const PUBLISHED: &str = "published";

/// Everything that happened in `workshop`, in order.
pub async fn of_workshop(db: &Db, workshop: &WorkshopId) -> Result<Vec<Moment>, DbError> {
    let sql = "select t.position, t.at, t.person, coalesce(p.name, ''), t.moment, t.detail
        from p_timeline t left join people p on p.person = t.person
        where t.workshop = $1 order by t.position";
    let rows = db.rows(sql, values![workshop.as_str()]).await?;
    let read = |row: &Row| {
        let cells = row.cells();
        Ok(Moment {
            position: cells.int(),
            at: cells.int(),
            person: cells.maybe(),
            name: cells.text(),
            moment: cells.text(),
            detail: cells.text(),
        })
    };
    rows.iter().map(read).collect()
}

const COLUMNS: [Kind; 6] = [Kind::Text, Kind::Int, Kind::Int, Kind::Text, Kind::Text, Kind::Text];

const INSERT: &str = "insert into p_timeline (workshop, position, at, person, moment, detail)
    {rows} on conflict (workshop, position) do nothing";

const NOTE: &str = "insert into p_timeline_note (note, workshop, person) {rows}
    on conflict (note) do nothing";

projection! {
    /// The timeline projection.
    pub struct Timeline = "timeline" version 2 readable [1];
    tables ["p_timeline", "p_timeline_note"] in "timeline.sql";
    hears Heard { Workshop, Participation, Note, Thanks, Link }
}

#[async_trait]
impl Projection for Timeline {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        let mut fold = Fold::default();
        for (heard, recorded) in Heard::of(batch) {
            fold.apply(tx, heard, recorded).await?;
        }
        let notes = fold
            .notes
            .into_iter()
            .map(|(note, (workshop, person))| vec![note.into(), workshop.into(), person.into()]);
        tx.many(NOTE, &[Kind::Text, Kind::Text, Kind::Text], notes.collect()).await?;
        tx.many(INSERT, &COLUMNS, fold.rows).await
    }
}

#[derive(Default)]
struct Fold {
    rows: Vec<Vec<Value>>,
    /// The notes this batch began: where, and whose.
    notes: BTreeMap<String, (String, String)>,
}

impl Fold {
    async fn apply(
        &mut self,
        tx: &mut Tx,
        heard: Heard<'_>,
        recorded: &Recorded,
    ) -> Result<(), DbError> {
        if let Some((workshop, person, step)) = Step::completed_by(&recorded.fact) {
            self.add(recorded, workshop.as_str(), Some(person.as_str()), STEP, step.word());
        }
        match heard {
            Heard::Workshop(event) => {
                if let Some((workshop, person, moment, detail)) = in_workshop(event) {
                    self.add(
                        recorded,
                        workshop.as_str(),
                        person.map(PersonId::as_str),
                        moment,
                        detail,
                    );
                }
            }
            Heard::Participation(event) => {
                if let Some((workshop, person, moment, detail)) = taking_part(event) {
                    self.add(recorded, workshop.as_str(), Some(person.as_str()), moment, detail);
                }
            }
            Heard::Note(note::Event::Drafted { note, by, workshop: Some(workshop), .. }) => {
                self.notes.insert(note.to_string(), (workshop.to_string(), by.to_string()));
            }
            Heard::Note(note::Event::Published { note, .. }) => {
                self.of_note(tx, recorded, note, PUBLISHED).await?;
            }
            Heard::Note(note::Event::Withdrawn { note, .. }) => {
                self.of_note(tx, recorded, note, "withdrawn").await?;
            }
            Heard::Note(
                note::Event::Drafted { workshop: None, .. }
                | note::Event::Revised { .. }
                | note::Event::VariantParked { .. }
                | note::Event::VariantSettled { .. }
                | note::Event::SuggestionMade { .. }
                | note::Event::SuggestionAccepted { .. }
                | note::Event::SuggestionDeclined { .. }
                | note::Event::RevisionNamed { .. }
                | note::Event::RevisionUnnamed { .. }
                | note::Event::RevisionHidden { .. }
                | note::Event::RevisionShown { .. }
                | note::Event::Shared { .. }
                | note::Event::Unshared { .. }
                | note::Event::Opened { .. }
                | note::Event::Closed { .. }
                | note::Event::Described { .. }
                | note::Event::AuthorshipAsked { .. }
                | note::Event::AuthorshipDeclined { .. }
                | note::Event::PassageErased { .. }
                | note::Event::PassageRestored { .. }
                | note::Event::AuthorJoined { .. }
                | note::Event::AuthorLeft { .. },
            )
            | Heard::Thanks(_)
            | Heard::Link(_) => {}
        }
        Ok(())
    }

    async fn of_note(
        &mut self,
        tx: &mut Tx,
        recorded: &Recorded,
        note: &NoteId,
        moment: &str,
    ) -> Result<(), DbError> {
        let found = if let Some(found) = self.notes.get(note.as_str()) {
            Some(found.clone())
        } else {
            let sql = "select workshop, person from p_timeline_note where note = $1";
            let row = tx.row(sql, values![note.as_str()]).await?;
            row.map(|row| row.cells().texts())
        };
        if let Some((workshop, person)) = found {
            self.add(recorded, &workshop, Some(&person), moment, "");
        }
        Ok(())
    }

    fn add(
        &mut self,
        recorded: &Recorded,
        workshop: &str,
        person: Option<&str>,
        moment: &str,
        detail: &str,
    ) {
        self.rows.push(vec![
            workshop.into(),
            recorded.position.into(),
            recorded.at.into(),
            person.map(str::to_owned).into(),
            moment.into(),
            detail.into(),
        ]);
    }
}

type InWorkshop<'e> = Option<(&'e WorkshopId, Option<&'e PersonId>, &'static str, &'static str)>;

fn in_workshop(event: &W) -> InWorkshop<'_> {
    match event {
        W::Opened { workshop, .. } => Some((workshop, None, "opened", "")),
        W::Closed { workshop, .. } => Some((workshop, None, "closed", "")),
        W::Entered { workshop, person } => Some((workshop, Some(person), "entered", "")),
        W::Waited { workshop, person } => Some((workshop, Some(person), "waited", "")),
        W::Admitted { workshop, person, .. } => Some((workshop, Some(person), "entered", "late")),
        W::Merged { workshop, person, .. } => Some((workshop, Some(person), "merged", "")),
        W::ItemStarted { workshop, item, .. } => Some((
            workshop,
            None,
            "item",
            match item {
                domain::workshops::script::What::Step(step) => step.word(),
                domain::workshops::script::What::Card(card) => card.word(),
            },
        )),
        W::SceneShown { workshop, scene, .. } => Some((workshop, None, "scene", scene.word())),
        W::Prepared { .. }
        | W::NamesSeen { .. }
        | W::StoryShown { .. }
        | W::StoryHidden { .. }
        | W::WordsErased { .. }
        | W::PlacesAdded { .. }
        | W::DoorSet { .. }
        | W::SentOut { .. }
        | W::Dismissed { .. }
        | W::BroughtBack { .. }
        | W::Arranged { .. }
        | W::Detailed { .. }
        | W::Renamed { .. }
        | W::ToneSet { .. }
        | W::RoleTaken { .. }
        | W::RoleEnded { .. }
        | W::MandateSet { .. }
        | W::ItemExtended { .. }
        | W::PaceSet { .. }
        | W::Announced { .. }
        | W::Concluded { .. }
        | W::SynthesisBegun { .. } => None,
    }
}

fn taking_part(event: &P) -> Option<(&WorkshopId, &PersonId, &'static str, &'static str)> {
    match event {
        P::HandRaised { workshop, person, .. } => Some((workshop, person, "hand", "up")),
        P::HandLowered { workshop, person } => Some((workshop, person, "hand", "down")),
        P::DoorChosen { .. }
        | P::StepCompleted { .. }
        | P::Sketched { .. }
        | P::ReactionGiven { .. }
        | P::FarewellSaid { .. }
        | P::HandPostponed { .. }
        | P::HelpClaimed { .. }
        | P::HelpReleased { .. }
        | P::ConsentRecorded { .. }
        | P::Encouraged { .. }
        | P::ScribeNamed { .. }
        | P::ScribeEnded { .. }
        | P::ObjectiveStated { .. }
        | P::ObjectiveTold { .. }
        | P::DraftShown { .. }
        | P::DraftHidden { .. }
        | P::StepProposed { .. }
        | P::WallAsked { .. }
        | P::WallAnswered { .. } => None,
    }
}
