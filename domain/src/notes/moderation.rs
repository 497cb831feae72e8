//! What is said of a note to those who look after the commons, and what they decide: reports,
//! passages to erase, answers of those whose text is hidden. Nothing here holds a word: what is to
//! be erased, and what somebody answers, stand in the content table.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::core::closed_list::words;
use crate::core::ids::{ContentId, ErasureId, NoteId, PersonId, ReportId};
use crate::core::traced::Traced;
use crate::notes::note::Reason;

words! {
    /// What became of a report.
    Outcome {
        /// Nothing was done: the text stays as it is.
        Stays,
        /// Something of it is hidden, or erased.
        Changed,
        /// The note was taken back.
        Withdrawn,
    }
}

/// How many reports wait on one note at most.
const REPORTS_MAX: usize = 200;

/// How many reports of people nobody knows wait on one note: the others are for those who are
/// known.
const UNKNOWN_MAX: usize = 20;

/// How many erasures wait, or are sealed, on one note at most.
const ERASURES_MAX: usize = 20;

/// How many erasures one note ever has.
const ERASURES_EVER: usize = 500;

/// What may be asked.
#[derive(Clone, Debug)]
pub enum Command {
    /// Say that something is wrong with it.
    Report { note: NoteId, report: ReportId, by: Option<PersonId>, reason: Reason },
    /// Say what became of a report.
    AnswerReport { report: ReportId, by: PersonId, outcome: Outcome },
    /// Ask for a passage to be erased; whoever owns the note needs nobody else.
    ProposeErasure {
        note: NoteId,
        erasure: ErasureId,
        by: PersonId,
        owns: bool,
        reason: Reason,
        /// Where the passage is written until it is decided.
        passage: ContentId,
    },
    /// Agree to it: whoever owns the note, or a second person who looks after the commons.
    AgreeToErasure { erasure: ErasureId, by: PersonId, owns: bool },
    /// Let it be.
    DropErasure { erasure: ErasureId, by: PersonId },
    /// Put back what was erased, while it is kept.
    UndoErasure { erasure: ErasureId, by: PersonId },
    /// It is kept no more.
    FinishErasure { erasure: ErasureId },
    /// Answer whoever hid a version of one's own.
    AnswerHiding { note: NoteId, revision: i64, by: PersonId, content: ContentId },
}

/// What has happened.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::AsRefStr, strum::VariantNames,
)]
pub enum Event {
    /// Somebody said that something is wrong with it.
    Reported { note: NoteId, report: ReportId, by: Option<PersonId>, reason: Reason },
    /// What became of that.
    ReportAnswered { note: NoteId, report: ReportId, by: PersonId, outcome: Outcome },
    /// Somebody asked for a passage to be erased.
    ErasureProposed {
        note: NoteId,
        erasure: ErasureId,
        by: PersonId,
        reason: Reason,
        passage: ContentId,
    },
    /// Those who are needed agree: it is erased, and kept sealed for seven days.
    ErasureAgreed { note: NoteId, erasure: ErasureId, by: PersonId },
    /// It is not erased.
    ErasureDropped { note: NoteId, erasure: ErasureId, by: PersonId },
    /// It is put back.
    ErasureUndone { note: NoteId, erasure: ErasureId, by: PersonId },
    /// It is gone for good.
    ErasureFinished { note: NoteId, erasure: ErasureId },
    /// Whoever wrote a hidden version answered.
    HidingAnswered { note: NoteId, revision: i64, by: PersonId, content: ContentId },
}

impl Traced for Event {
    fn people(&self) -> Vec<&PersonId> {
        match self {
            Self::Reported { by, .. } => by.iter().collect(),
            Self::ReportAnswered { by, .. }
            | Self::ErasureProposed { by, .. }
            | Self::ErasureAgreed { by, .. }
            | Self::ErasureDropped { by, .. }
            | Self::ErasureUndone { by, .. }
            | Self::HidingAnswered { by, .. } => vec![by],
            Self::ErasureFinished { .. } => vec![],
        }
    }

    fn words(&self) -> Option<&ContentId> {
        match self {
            Self::ErasureProposed { passage: content, .. }
            | Self::HidingAnswered { content, .. } => Some(content),
            Self::Reported { .. }
            | Self::ReportAnswered { .. }
            | Self::ErasureAgreed { .. }
            | Self::ErasureDropped { .. }
            | Self::ErasureUndone { .. }
            | Self::ErasureFinished { .. } => None,
        }
    }
}

/// Why not.
#[derive(
    Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr, strum::VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Error {
    /// There are as many reports, or erasures, as can wait.
    #[error("too many wait already")]
    TooMany,
    /// There is no such report or erasure, or it is decided already.
    #[error("it is decided already")]
    Decided,
    /// Erasing needs whoever wrote the note, or two people.
    #[error("a second person is needed")]
    TwoPeople,
}

/// Where an erasure stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Stage {
    /// Asked for, by this person.
    Waits(PersonId),
    /// Done, and kept sealed.
    Sealed,
    Over,
}

/// What is said of one note.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Moderation {
    note: Option<NoteId>,
    /// Reports that wait, and whose they are.
    reports: BTreeMap<ReportId, Option<PersonId>>,
    erasures: BTreeMap<ErasureId, Stage>,
}

impl Moderation {
    fn decide(&self, command: Command) -> Result<Vec<Event>, Error> {
        match command {
            Command::Report { note, report, by, reason } => self.report(note, report, by, reason),
            Command::AnswerReport { report, by, outcome } => {
                if !self.reports.contains_key(&report) {
                    return Err(Error::Decided);
                }
                Ok(vec![Event::ReportAnswered { note: self.note()?, report, by, outcome }])
            }
            Command::ProposeErasure { note, erasure, by, owns, reason, passage } => {
                if self.erasures.contains_key(&erasure) {
                    return Ok(vec![]);
                }
                // Each that is sealed keeps a copy of the texts it touched.
                let open = |stage: &&Stage| **stage != Stage::Over;
                if self.erasures.values().filter(open).count() >= ERASURES_MAX
                    || self.erasures.len() >= ERASURES_EVER
                {
                    return Err(Error::TooMany);
                }
                let (whose, which, by_whom) = (note.clone(), erasure.clone(), by.clone());
                let proposed = Event::ErasureProposed { note, erasure, by, reason, passage };
                let agreed = Event::ErasureAgreed { note: whose, erasure: which, by: by_whom };
                Ok(if owns { vec![proposed, agreed] } else { vec![proposed] })
            }
            Command::AgreeToErasure { erasure, by, owns } => match self.erasures.get(&erasure) {
                Some(Stage::Waits(asker)) if *asker == by && !owns => Err(Error::TwoPeople),
                Some(Stage::Waits(_)) => {
                    Ok(vec![Event::ErasureAgreed { note: self.note()?, erasure, by }])
                }
                // Agreed to twice at the same moment.
                Some(Stage::Sealed) => Ok(vec![]),
                Some(Stage::Over) | None => Err(Error::Decided),
            },
            Command::DropErasure { erasure, by } => match self.erasures.get(&erasure) {
                Some(Stage::Waits(_)) => {
                    Ok(vec![Event::ErasureDropped { note: self.note()?, erasure, by }])
                }
                Some(Stage::Sealed | Stage::Over) | None => Err(Error::Decided),
            },
            Command::UndoErasure { erasure, by } => match self.erasures.get(&erasure) {
                Some(Stage::Sealed) => {
                    Ok(vec![Event::ErasureUndone { note: self.note()?, erasure, by }])
                }
                Some(Stage::Waits(_) | Stage::Over) | None => Err(Error::Decided),
            },
            Command::FinishErasure { erasure } => match self.erasures.get(&erasure) {
                Some(Stage::Sealed) => {
                    Ok(vec![Event::ErasureFinished { note: self.note()?, erasure }])
                }
                Some(Stage::Waits(_) | Stage::Over) | None => Ok(vec![]),
            },
            Command::AnswerHiding { note, revision, by, content } => {
                Ok(vec![Event::HidingAnswered { note, revision, by, content }])
            }
        }
    }

    fn report(
        &self,
        note: NoteId,
        report: ReportId,
        by: Option<PersonId>,
        reason: Reason,
    ) -> Result<Vec<Event>, Error> {
        // Said once, it waits.
        let waits = by.is_some() && self.reports.values().any(|it| *it == by);
        if waits || self.reports.contains_key(&report) {
            return Ok(vec![]);
        }
        let unknown = self.reports.values().filter(|by| by.is_none()).count();
        if self.reports.len() >= REPORTS_MAX || (by.is_none() && unknown >= UNKNOWN_MAX) {
            return Err(Error::TooMany);
        }
        Ok(vec![Event::Reported { note, report, by, reason }])
    }

    fn note(&self) -> Result<NoteId, Error> {
        self.note.clone().ok_or(Error::Decided)
    }

    fn evolve(&mut self, event: Event) {
        match event {
            Event::Reported { note, report, by, .. } => {
                self.note = Some(note);
                self.reports.insert(report, by);
            }
            Event::ReportAnswered { report, .. } => {
                self.reports.remove(&report);
            }
            Event::ErasureProposed { note, erasure, by, .. } => {
                self.note = Some(note);
                self.erasures.insert(erasure, Stage::Waits(by));
            }
            Event::ErasureAgreed { erasure, .. } => {
                self.erasures.insert(erasure, Stage::Sealed);
            }
            Event::ErasureDropped { erasure, .. }
            | Event::ErasureUndone { erasure, .. }
            | Event::ErasureFinished { erasure, .. } => {
                self.erasures.insert(erasure, Stage::Over);
            }
            Event::HidingAnswered { note, .. } => self.note = Some(note),
        }
    }
}

crate::core::event_sourced::aggregate!(Moderation, "moderation");
