//! Taking part: a door, a step, a hand, a word.

use domain::core::ids::{NoteId, PersonId, WorkshopId};
use domain::notes::note::Door;
use domain::prose::text;
use domain::workshops::participation::{
    self, Consent, Gesture, HandReason, Participation, Reached, Reaction,
};
use domain::workshops::script::Step;

use super::enter::never_refused;
use super::{ANNOUNCEMENT_MAX, WorkshopError, optional};
use crate::engine::envelope::{CommandId, Envelope, NewContent};
use crate::engine::execute::{CommandError, Done};
use crate::workshops::Workshops;

/// The version of the sentences people agree to. Raised with the texts `consent-…`.
pub const WORDING: u32 = 1;

/// How many interests one may name.
pub const INTERESTS_MAX: usize = 3;

/// What a helper does about someone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Help {
    /// "I am going."
    Claim,
    /// Let someone else go.
    Release,
    /// Later.
    Postpone,
    /// It is settled.
    Settle,
}

/// What someone says of themselves; every part may be blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch {
    /// Where they come from.
    pub region: String,
    /// With whom they work or learn.
    pub organisation: String,
    /// What brings them here.
    pub reason: String,
    pub interests: Vec<String>,
}

impl Workshops<'_> {
    /// Chooses a door.
    pub async fn choose_door(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        door: Door,
        command_id: CommandId,
    ) -> Result<Done, CommandError<participation::Error>> {
        let (workshop, person) = (id.clone(), person.clone());
        let command = participation::Command::ChooseDoor { workshop, person, door };
        self.take_part(command, command_id).await
    }

    /// Is done with a step that leaves no other trace.
    pub async fn complete_step(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        step: Step,
        command_id: CommandId,
    ) -> Result<Done, CommandError<participation::Error>> {
        let (workshop, person) = (id.clone(), person.clone());
        let command = participation::Command::CompleteStep { workshop, person, step };
        self.take_part(command, command_id).await
    }

    /// Raises a hand.
    pub async fn raise_hand(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        reason: HandReason,
        command_id: CommandId,
    ) -> Result<Done, CommandError<participation::Error>> {
        let (workshop, person) = (id.clone(), person.clone());
        let command = participation::Command::RaiseHand { workshop, person, reason };
        self.take_part(command, command_id).await
    }

    /// Lowers a hand: one's own, or someone's when the facilitator (`by`) has come.
    pub async fn lower_hand(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        by: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, CommandError<participation::Error>> {
        let (workshop, person) = (id.clone(), person.clone());
        let command = participation::Command::LowerHand { workshop, person };
        self.take_part_as(by, command, command_id).await
    }

    /// Answers a note with one word.
    pub async fn react(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        (note, reaction): (&NoteId, Reaction),
        command_id: CommandId,
    ) -> Result<Done, CommandError<participation::Error>> {
        let (workshop, person, note) = (id.clone(), person.clone(), note.clone());
        let command = participation::Command::React { workshop, person, note, reaction };
        self.take_part(command, command_id).await
    }

    /// Agrees to something, or no more; [`WORDING`] says which sentence was read.
    pub async fn consent(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        (consent, given): (Consent, bool),
        command_id: CommandId,
    ) -> Result<Done, CommandError<participation::Error>> {
        let (workshop, person, wording) = (id.clone(), person.clone(), WORDING);
        let command =
            participation::Command::RecordConsent { workshop, person, consent, given, wording };
        self.take_part(command, command_id).await
    }

    /// Says "I am going", lets go, or puts a hand after the others.
    pub async fn help(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        (by, help): (&PersonId, Help),
        command_id: CommandId,
    ) -> Result<Done, CommandError<participation::Error>> {
        use participation::Command as C;
        let (workshop, person, who) = (id.clone(), person.clone(), by.clone());
        let command = match help {
            Help::Claim => C::ClaimHelp { workshop, person, by: who },
            Help::Release => C::ReleaseHelp { workshop, person, by: who },
            Help::Postpone => C::PostponeHand { workshop, person, by: who },
            Help::Settle => C::LowerHand { workshop, person },
        };
        self.take_part_as(by, command, command_id).await
    }

    /// Says a kind word to one person.
    pub async fn encourage(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        (by, words): (&PersonId, &str),
        command_id: CommandId,
    ) -> Result<Done, WorkshopError> {
        let words = text::line(words, ANNOUNCEMENT_MAX).map_err(WorkshopError::Words)?;
        let (content, reference) = self.line(by, &command_id.then("words"), words);
        let command = participation::Command::Encourage {
            workshop: id.clone(),
            person: person.clone(),
            by: by.clone(),
            content: reference,
        };
        self.say(by, command, Some(content), command_id).await
    }

    /// Shows one's draft to whoever comes to help, while one's hand is up; or no more.
    pub async fn show_draft(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        note: Option<&NoteId>,
        command_id: CommandId,
    ) -> Result<Done, CommandError<participation::Error>> {
        let (workshop, person) = (id.clone(), person.clone());
        let command = match note {
            Some(note) => {
                participation::Command::ShowDraft { workshop, person, note: note.clone() }
            }
            None => participation::Command::HideDraft { workshop, person },
        };
        self.take_part(command, command_id).await
    }

    /// Proposes to somebody to go to a step.
    pub async fn propose_step(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        (by, step): (&PersonId, Step),
        command_id: CommandId,
    ) -> Result<Done, CommandError<participation::Error>> {
        let (workshop, person, who) = (id.clone(), person.clone(), by.clone());
        let command = participation::Command::ProposeStep { workshop, person, by: who, step };
        self.take_part_as(by, command, command_id).await
    }

    /// Lets somebody else write for `person`.
    pub async fn name_scribe(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        scribe: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, CommandError<participation::Error>> {
        let (workshop, person, scribe) = (id.clone(), person.clone(), scribe.clone());
        let command = participation::Command::NameScribe { workshop, person, scribe };
        self.take_part(command, command_id).await
    }

    /// What someone says of themselves in the round: where (title), with whom
    /// (summary), what brings them and what interests them (body).
    pub async fn sketch(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        sketch: &Sketch,
        command_id: CommandId,
    ) -> Result<Done, WorkshopError> {
        let (region, organisation) = (optional(&sketch.region)?, optional(&sketch.organisation)?);
        let reason = optional(&sketch.reason)?;
        let interests: Result<Vec<String>, WorkshopError> =
            sketch.interests.iter().take(INTERESTS_MAX).map(|one| optional(one)).collect();
        let body = std::iter::once(reason).chain(interests?).collect::<Vec<_>>().join("\n");
        let key = command_id.then("words");
        let (content, reference) = self.content(person.as_str(), &key, region, body, organisation);
        let (workshop, who) = (id.clone(), person.clone());
        let command =
            participation::Command::Sketch { workshop, person: who, content: reference.id };
        self.say(person, command, Some(content), command_id).await
    }

    /// Goes on alone: whoever wrote for `person` does not any more, from this moment.
    pub async fn goes_on_alone(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, CommandError<participation::Error>> {
        let (workshop, who) = (id.clone(), person.clone());
        let command = participation::Command::EndScribe { workshop, person: who };
        let done = self.take_part(command, command_id).await?;
        self.people().end_scribes(person, id).await?;
        Ok(done)
    }

    /// States the objective of a block of writing.
    pub async fn state_objective(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        (block, objective): (u32, &str),
        command_id: CommandId,
    ) -> Result<Done, WorkshopError> {
        let objective = text::line(objective, text::TITLE_MAX).map_err(WorkshopError::Words)?;
        let (content, reference) = self.line(person, &command_id.then("words"), objective);
        let (workshop, who) = (id.clone(), person.clone());
        let command = participation::Command::StateObjective {
            workshop,
            person: who,
            block,
            content: reference,
        };
        self.say(person, command, Some(content), command_id).await
    }

    /// Tells how far the objective of a block was reached.
    pub async fn tell_objective(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        (block, reached): (u32, Reached),
        command_id: CommandId,
    ) -> Result<Done, CommandError<participation::Error>> {
        let (workshop, person) = (id.clone(), person.clone());
        let command = participation::Command::TellObjective { workshop, person, block, reached };
        self.take_part(command, command_id).await
    }

    /// One word, and one small thing to do next; both may be left out.
    pub async fn say_farewell(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        (word, gesture): (&str, Option<Gesture>),
        command_id: CommandId,
    ) -> Result<Done, WorkshopError> {
        let word = optional(word)?;
        let words = (!word.is_empty()).then(|| self.line(person, &command_id.then("words"), word));
        let (workshop, who) = (id.clone(), person.clone());
        let content = words.as_ref().map(|(_, reference)| reference.clone());
        let command =
            participation::Command::SayFarewell { workshop, person: who, content, gesture };
        self.say(person, command, words.map(|(content, _)| content), command_id).await
    }

    async fn say(
        &self,
        by: &PersonId,
        command: participation::Command,
        words: Option<NewContent>,
        command_id: CommandId,
    ) -> Result<Done, WorkshopError> {
        let (workshop, person) = command.place();
        let (workshop, stream) = (workshop.clone(), format!("{workshop}.{person}"));
        let mut envelope = Envelope::from(by, command_id).in_workshop(Some(workshop));
        if let Some(words) = words {
            envelope = envelope.with(words);
        }
        self.execute::<Participation>(&stream, command, envelope).await.map_err(never_refused)
    }

    async fn take_part(
        &self,
        command: participation::Command,
        command_id: CommandId,
    ) -> Result<Done, CommandError<participation::Error>> {
        let by = command.place().1.clone();
        self.take_part_as(&by, command, command_id).await
    }

    pub(crate) async fn take_part_as(
        &self,
        by: &PersonId,
        command: participation::Command,
        command_id: CommandId,
    ) -> Result<Done, CommandError<participation::Error>> {
        let (workshop, person) = command.place();
        let stream = format!("{workshop}.{person}");
        let envelope = Envelope::from(by, command_id).in_workshop(Some(workshop.clone()));
        self.execute::<Participation>(&stream, command, envelope).await
    }
}
