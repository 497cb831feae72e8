//! Taking part: a door, a step, a hand, a word.

use super::{ANNOUNCEMENT_MAX, optional};
use crate::Failure;
use crate::engine::envelope::{CommandId, Envelope, NewContent};
use crate::engine::execute::Done;
use crate::workshops::Workshops;
use domain::core::ids::{PersonId, WorkshopId};
use domain::prose::text;
use domain::workshops::participation::{Act, Command, Consent, Gesture, Participation};
use domain::workshops::script::Step;

/// The version of the sentences people agree to. Raised with the texts `consent-…`.
pub const WORDING: u32 = 1;

/// The refusal: people under fourteen take part, and nobody is written to.
pub const NEWS_OF_MINORS: &str = "consent-minors";

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

impl From<Help> for Act {
    fn from(help: Help) -> Self {
        match help {
            Help::Claim => Self::ClaimHelp,
            Help::Release => Self::ReleaseHelp,
            Help::Postpone => Self::PostponeHand,
            Help::Settle => Self::LowerHand,
        }
    }
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
    /// Does an act that is said without words, about `person` in `workshop`.
    ///
    /// # Errors
    /// See [`Failure`]; a part in a workshop refuses nothing itself.
    pub async fn take_part(
        &self,
        (workshop, person): (&WorkshopId, &PersonId),
        by: &PersonId,
        act: Act,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        self.take_part_with((workshop, person), by, act, None, command_id).await
    }

    async fn take_part_with(
        &self,
        (workshop, person): (&WorkshopId, &PersonId),
        by: &PersonId,
        act: Act,
        words: Option<NewContent>,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let mut envelope = Envelope::from(by, command_id).in_workshop(Some(workshop.clone()));
        if let Some(words) = words {
            envelope = envelope.with(words);
        }
        let command =
            Command { workshop: workshop.clone(), person: person.clone(), by: by.clone(), act };
        self.execute::<Participation>(&format!("{workshop}.{person}"), command, envelope).await
    }

    /// Is done with a step that leaves no other trace.
    pub async fn complete_step(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        step: Step,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        self.take_part((id, person), person, Act::CompleteStep(step), command_id).await
    }

    /// Agrees to something, or no more; [`WORDING`] says which sentence was read.
    ///
    /// # Errors
    /// [`NEWS_OF_MINORS`]; see [`Failure`].
    pub async fn consent(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        (consent, given): (Consent, bool),
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        if given && consent == Consent::News {
            let found = projections::workshops::workshop::find(&self.db, id)
                .await?
                .ok_or(Failure::NotFound)?;
            if found.live.details.minors {
                return Err(Failure::Refused(NEWS_OF_MINORS));
            }
        }
        let act = Act::RecordConsent { consent, given, wording: WORDING };
        self.take_part((id, person), person, act, command_id).await
    }

    /// Says a kind word to one person.
    pub async fn encourage(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        (by, words): (&PersonId, &str),
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let words = text::line(words, ANNOUNCEMENT_MAX).map_err(Failure::words)?;
        let (content, reference) = self.line(by, &command_id.then("words"), words);
        let act = Act::Encourage(reference);
        self.take_part_with((id, person), by, act, Some(content), command_id).await
    }

    /// What someone says of themselves in the round: where (title), with whom
    /// (summary), what brings them and what interests them (body).
    pub async fn sketch(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        sketch: &Sketch,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let (region, organisation) = (optional(&sketch.region)?, optional(&sketch.organisation)?);
        let reason = optional(&sketch.reason)?;
        let interests: Result<Vec<String>, Failure> =
            sketch.interests.iter().take(INTERESTS_MAX).map(|it| optional(it)).collect();
        let body = std::iter::once(reason).chain(interests?).collect::<Vec<_>>().join("\n");
        let key = command_id.then("words");
        let (content, reference) = self.content(person.as_str(), &key, region, body, organisation);
        let act = Act::Sketch(reference.id);
        self.take_part_with((id, person), person, act, Some(content), command_id).await
    }

    /// Goes on alone: whoever wrote for `person` does not any more, from this moment.
    pub async fn goes_on_alone(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let done = self.take_part((id, person), person, Act::EndScribe, command_id).await?;
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
    ) -> Result<Done, Failure> {
        let objective = text::line(objective, text::TITLE_MAX).map_err(Failure::words)?;
        let (words, content) = self.line(person, &command_id.then("words"), objective);
        let act = Act::StateObjective { block, content };
        self.take_part_with((id, person), person, act, Some(words), command_id).await
    }

    /// One word, and one small thing to do next; both may be left out.
    pub async fn say_farewell(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        (word, gesture): (&str, Option<Gesture>),
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let word = optional(word)?;
        let words = (!word.is_empty()).then(|| self.line(person, &command_id.then("words"), word));
        let (words, content) = words.unzip();
        let act = Act::SayFarewell { content, gesture };
        self.take_part_with((id, person), person, act, words, command_id).await
    }
}
