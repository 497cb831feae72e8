//! What each person did, and when: the acts that figures are made of.
//!
//! A row says that something was done, never in which words. Reading and liking are not
//! here: they belong to pseudonyms that lead to nobody.

use async_trait::async_trait;
use domain::core::ids::{NoteId, PersonId, WorkshopId};
use domain::notes::link;
use domain::notes::note;
use domain::notes::thanks;
use domain::notes::visibility::Visibility;
use domain::people::person;
use domain::workshops::participation as part;
use domain::workshops::peer_review;
use domain::workshops::report::{Act, Did};
use domain::workshops::script::Step;
use domain::workshops::workshop;
use migrations::value::Kind;
use migrations::{Db, DbError, Row, Tx, Value, values};

use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};

/// The acts that make the figures of `workshop`, in log order: those of the workshop,
/// those of whoever entered it, those on the notes written there, and when the
/// workshops they entered were open.
pub async fn of_workshop(db: &Db, workshop: &WorkshopId) -> Result<Vec<Act>, DbError> {
    let sql = "with room as (
            select distinct person from p_act where workshop = $1 and did = 'entered'
        )
        select a.did, case when a.did = 'revised' then (
                select b.did from p_act b where b.note = a.note
                  and b.did in ('published', 'withdrew') and b.position < a.position
                order by b.position desc limit 1)
            end, a.at, a.person, a.workshop, a.note, a.other, a.words, a.visibility
        from p_act a where a.position in (
            select position from p_act where workshop = $1
            union select p.position from p_act p join room on p.person = room.person
            union select n.position from p_act d join p_act n on n.note = d.note
                where d.workshop = $1 and d.did = 'drafted'
            union select o.position from room
                join p_act e on e.person = room.person and e.did = 'entered'
                join p_act o on o.workshop = e.workshop and o.did in ('opened', 'closed')
        ) order by a.position";
    let rows = db.rows(sql, values![workshop.as_str()]).await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Act, DbError> {
    let cells = row.cells();
    let (mut did, standing) = (cells.parsed()?, cells.maybe());
    // What one writes on a note nobody else can read is a draft.
    if did == Did::Revised && standing != Some(Did::Published) {
        did = Did::Wrote;
    }
    Ok(Act {
        at: cells.int(),
        did,
        person: cells.maybe(),
        workshop: cells.maybe(),
        note: cells.maybe(),
        other: cells.maybe(),
        words: cells.int(),
        visibility: cells.maybe(),
    })
}

const COLUMNS: [Kind; 9] = [
    Kind::Int,
    Kind::Int,
    Kind::Text,
    Kind::Text,
    Kind::Text,
    Kind::Text,
    Kind::Text,
    Kind::Int,
    Kind::Text,
];

const INSERT: &str = "insert into p_act
    (position, at, did, person, workshop, note, other, words, visibility)
    {rows} on conflict (position) do nothing";

projection! {
    /// The acts projection.
    pub struct Acts = "act" version 1;
    tables ["p_act"] in "activity.sql";
    hears Heard { Workshop, Participation, Note, Thanks, Review, Link, Person }
}

#[async_trait]
impl Projection for Acts {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        let row = |(heard, recorded): (Heard<'_>, &Recorded)| Some(act(heard)?.row(recorded));
        tx.many(INSERT, &COLUMNS, Heard::of(batch).filter_map(row).collect()).await
    }
}

/// An act, before it has a place and an hour.
struct Action<'e> {
    did: Did,
    person: Option<&'e PersonId>,
    workshop: Option<&'e WorkshopId>,
    note: Option<&'e NoteId>,
    other: Option<&'e PersonId>,
    words: u32,
    visibility: Option<Visibility>,
}

impl<'e> Action<'e> {
    fn by(did: Did, person: &'e PersonId) -> Self {
        let (workshop, note, other) = (None, None, None);
        Self { did, person: Some(person), workshop, note, other, words: 0, visibility: None }
    }

    fn of(did: Did, workshop: &'e WorkshopId) -> Self {
        let (person, note, other) = (None, None, None);
        Self { did, person, workshop: Some(workshop), note, other, words: 0, visibility: None }
    }

    fn within(mut self, workshop: &'e WorkshopId) -> Self {
        self.workshop = Some(workshop);
        self
    }

    fn on(mut self, note: &'e NoteId) -> Self {
        self.note = Some(note);
        self
    }

    fn row(self, recorded: &Recorded) -> Vec<Value> {
        vec![
            recorded.position.into(),
            recorded.at.into(),
            self.did.word().into(),
            self.person.map(ToString::to_string).into(),
            self.workshop.map(ToString::to_string).into(),
            self.note.map(ToString::to_string).into(),
            self.other.map(ToString::to_string).into(),
            i64::from(self.words).into(),
            self.visibility.map(|it| it.word().to_owned()).into(),
        ]
    }
}

fn act(heard: Heard<'_>) -> Option<Action<'_>> {
    match heard {
        Heard::Workshop(event) => in_workshop(event),
        Heard::Participation(event) => taking_part(event),
        Heard::Note(event) => on_note(event),
        Heard::Thanks(
            thanks::Event::Given { by, to, note, .. }
            | thanks::Event::RevisionThanked { by, to, note, .. },
        ) => Some(Action { other: Some(to), ..Action::by(Did::Thanked, by).on(note) }),
        Heard::Review(peer_review::Event::Given { note, by, .. }) => {
            Some(Action::by(Did::Looked, by).on(note))
        }
        Heard::Link(link::Event::Linked { note, by, .. }) => {
            Some(Action::by(Did::Linked, by).on(note))
        }
        Heard::Person(person::Event::AccountClaimed { person }) => {
            Some(Action::by(Did::Claimed, person))
        }
        Heard::Link(link::Event::Unlinked { .. })
        | Heard::Review(
            peer_review::Event::Asked { .. }
            | peer_review::Event::Paired { .. }
            | peer_review::Event::Withdrawn { .. }
            | peer_review::Event::Returned { .. },
        )
        | Heard::Person(
            person::Event::Arrived { .. }
            | person::Event::FacilitatorNamed { .. }
            | person::Event::ModeratorNamed { .. }
            | person::Event::ModeratorDismissed { .. }
            | person::Event::NameWithdrawn { .. }
            | person::Event::ReadingsErased { .. }
            | person::Event::ErasureAsked { .. }
            | person::Event::ErasureUndone { .. }
            | person::Event::Erased { .. },
        ) => None,
    }
}

fn in_workshop(event: &workshop::Event) -> Option<Action<'_>> {
    use workshop::Event as W;
    match event {
        W::Opened { workshop, .. } => Some(Action::of(Did::Opened, workshop)),
        W::Closed { workshop, .. } => Some(Action::of(Did::Closed, workshop)),
        W::Waited { workshop, person } => Some(Action::by(Did::Waited, person).within(workshop)),
        W::Entered { workshop, person } | W::Admitted { workshop, person, .. } => {
            Some(Action::by(Did::Entered, person).within(workshop))
        }
        W::Merged { workshop, person, into, .. } => {
            Some(Action { other: Some(into), ..Action::by(Did::Merged, person).within(workshop) })
        }
        W::Prepared { .. }
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
        | W::ItemStarted { .. }
        | W::ItemExtended { .. }
        | W::PaceSet { .. }
        | W::SceneShown { .. }
        | W::NamesSeen { .. }
        | W::StoryShown { .. }
        | W::StoryHidden { .. }
        | W::WordsErased { .. }
        | W::Announced { .. }
        | W::Concluded { .. }
        | W::SynthesisBegun { .. } => None,
    }
}

fn taking_part(event: &part::Event) -> Option<Action<'_>> {
    use part::Event as P;
    match event {
        P::StepCompleted { workshop, person, step: Step::Look } => {
            Some(Action::by(Did::Reread, person).within(workshop))
        }
        P::ReactionGiven { workshop, person, note, .. } => {
            Some(Action::by(Did::Reacted, person).within(workshop).on(note))
        }
        P::StepCompleted { .. }
        | P::DoorChosen { .. }
        | P::Sketched { .. }
        | P::FarewellSaid { .. }
        | P::HandRaised { .. }
        | P::HandLowered { .. }
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

fn on_note(event: &note::Event) -> Option<Action<'_>> {
    use note::Event as N;
    match event {
        N::Drafted { note, by, workshop, content, .. } => Some(Action {
            words: content.words,
            workshop: workshop.as_ref(),
            ..Action::by(Did::Drafted, by).on(note)
        }),
        N::Revised { note, by, content, .. } => {
            Some(Action { words: content.words, ..Action::by(Did::Revised, by).on(note) })
        }
        N::Published { note, by, visibility, .. } => {
            let visibility = Some(*visibility);
            Some(Action { visibility, ..Action::by(Did::Published, by).on(note) })
        }
        N::Withdrawn { note, by, .. } => Some(Action::by(Did::Withdrew, by).on(note)),
        N::SuggestionMade { note, by: Some(by), .. } => {
            Some(Action::by(Did::Suggested, by).on(note))
        }
        N::SuggestionMade { by: None, .. }
        | N::VariantParked { .. }
        | N::VariantSettled { .. }
        | N::SuggestionAccepted { .. }
        | N::SuggestionDeclined { .. }
        | N::RevisionNamed { .. }
        | N::RevisionUnnamed { .. }
        | N::RevisionHidden { .. }
        | N::RevisionShown { .. }
        | N::Shared { .. }
        | N::Unshared { .. }
        | N::Opened { .. }
        | N::Closed { .. }
        | N::Described { .. }
        | N::AuthorshipAsked { .. }
        | N::AuthorshipDeclined { .. }
        | N::PassageErased { .. }
        | N::PassageRestored { .. }
        | N::AuthorJoined { .. }
        | N::AuthorLeft { .. } => None,
    }
}
