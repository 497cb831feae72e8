//! Proposing a change, and answering one.

use domain::core::ids::{PersonId, ReaderId, SuggestionId};
use domain::core::registry::Refusal;
use domain::notes::note::{self, Command, RevisionKind};
use projections::core::content::{self, Content};
use projections::notes::history;
use projections::notes::note::Note;
use projections::notes::suggestion::{self, Suggestion, Wanted};

use super::Words;
use super::revise::{Joined, Saved, TRIES, change, current};
use crate::Failure;
use crate::access::{self, Standing};
use crate::engine::blocking::aside;
use crate::engine::envelope::{CommandId, Envelope};
use crate::notes::Notes;

/// What became of a sentence somebody corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Corrected {
    /// It is in the note.
    Saved(Saved),
    /// It waits for somebody who may change the note.
    Proposed(SuggestionId),
}

/// What waits on a note, for one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// How many suggestions its authors have to answer; 0 for whoever may not know.
    pub count: i64,
    /// One page of them, for its authors alone.
    pub suggestions: Vec<Suggestion>,
    /// Their own, for anyone else.
    pub own: Vec<Suggestion>,
}

/// A suggestion, for somebody who may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggested {
    pub suggestion: Suggestion,
    pub words: Content,
    /// How it stands with a text of the note.
    pub joined: Joined,
    /// Whether they answer it, or only see what they proposed.
    pub answers: bool,
}

/// Whoever proposes: someone known, or a reader under a pseudonym good for this note.
#[derive(Clone, Debug)]
pub enum Proposer {
    /// Someone known.
    Person(PersonId),
    /// A device.
    Reader(ReaderId),
}

impl Notes<'_> {
    /// Corrects one sentence. Whoever may change the note changes it at once, when it is
    /// their own or when only slips are corrected; anything else is proposed.
    pub async fn correct(
        &self,
        note: &Note,
        standing: Standing,
        by: &Proposer,
        base: i64,
        words: &Words,
        command_id: CommandId,
    ) -> Result<Corrected, Failure> {
        if base < access::first_visible(standing) {
            return Err(Failure::NotFound);
        }
        let (title, body, _) = words.checked()?;
        let before = self.words_for(note, standing, base).await?;
        let after = Content { title, body, summary: String::new() };
        let (old, new) = (before, after.clone());
        let made = aside(move || change(&old, &new)).await?;
        if let Proposer::Person(person) = by
            && access::may_revise(note, standing)
            && (standing.owns() || made.is_only_typos())
        {
            let kind = if made.is_only_typos() { RevisionKind::Typo } else { RevisionKind::Edit };
            let saved = self.save(note, standing, person, base, words, kind, command_id).await?;
            return Ok(Corrected::Saved(saved));
        }
        if !access::may_suggest(note, standing) {
            return Err(Failure::NotFound);
        }
        let (actor, known) = match by {
            Proposer::Person(person) => (person.as_str(), Some(person.clone())),
            Proposer::Reader(reader) => (reader.as_str(), None),
        };
        let suggestion: SuggestionId = self.derived_id("suggestion", actor, &command_id);
        let Content { title, body, summary } = after;
        let (content, reference) = self.content(actor, &command_id, title, body, summary);
        let command = Command::Suggest {
            suggestion: suggestion.clone(),
            by: known,
            base,
            content: reference,
        };
        let envelope = match by {
            Proposer::Person(person) => Envelope::from(person, command_id),
            Proposer::Reader(reader) => Envelope::from_reader(reader, command_id),
        };
        let envelope = envelope.in_workshop(note.workshop.clone()).with(content);
        let done = self.execute::<note::Note>(note.note.as_str(), command, envelope).await?;
        let nothing = done.position == 0;
        Ok(if nothing {
            Corrected::Saved(Saved::Unchanged)
        } else {
            Corrected::Proposed(suggestion)
        })
    }

    /// Whether `person` answers what is proposed to `note`, and knows who proposes it: those
    /// it belongs to, and those who signed a revision of it and may still change it.
    pub async fn answers(
        &self,
        note: &Note,
        standing: Standing,
        person: Option<&PersonId>,
    ) -> Result<bool, Failure> {
        if standing.owns() {
            return Ok(true);
        }
        let Some(person) = person.filter(|_| access::may_revise(note, standing)) else {
            return Ok(false);
        };
        Ok(history::signed_by(&self.db, &note.note, person).await?)
    }

    /// The suggestions that wait on `note`, as far as `person` may know of them. One written
    /// from a text they may not read, or that was hidden since, is not theirs to see.
    pub async fn suggestions(
        &self,
        note: &Note,
        standing: Standing,
        person: Option<&PersonId>,
        skipped: i64,
    ) -> Result<Waiting, Failure> {
        let hidden = access::may_moderate(note, standing);
        let from = access::first_visible(standing);
        let all = Wanted { from, hidden, by: None };
        let count = suggestion::count(&self.db, &note.note, all).await?;
        if count == 0 {
            return Ok(Waiting::default());
        }
        let answers = self.answers(note, standing, person).await?;
        let own = match person {
            _ if answers => vec![],
            Some(by) => {
                let wanted = Wanted { by: Some(by), ..all };
                suggestion::waiting(&self.db, &note.note, wanted, 0).await?
            }
            None => vec![],
        };
        let result = if answers {
            suggestion::waiting(&self.db, &note.note, all, skipped).await?
        } else {
            vec![]
        };
        // Whoever may change the note knows that its authors have something to answer.
        let knows = answers || access::may_revise(note, standing);
        Ok(Waiting { count: if knows { count } else { 0 }, suggestions: result, own })
    }

    /// The first line that a suggestion changes, as it would have it.
    pub async fn first_change(
        &self,
        note: &Note,
        suggestion: &Suggestion,
    ) -> Result<Option<String>, Failure> {
        let then = content::find(&self.db, &suggestion.content).await?.body;
        let is_new = |line: &&str| !line.trim().is_empty() && !note.body.contains(*line);
        Ok(then.lines().find(is_new).map(str::to_owned))
    }

    /// A suggestion: its words, and how it stands with `head`, a text of the note. Those who
    /// answer it see it, and whoever made it; for anyone else it does not exist.
    pub async fn suggested(
        &self,
        note: &Note,
        standing: Standing,
        person: Option<&PersonId>,
        id: &SuggestionId,
        head: &Content,
    ) -> Result<Option<Suggested>, Failure> {
        let Some(found) = suggestion::find(&self.db, &note.note, id).await? else {
            return Ok(None);
        };
        let answers = self.answers(note, standing, person).await?;
        let own = person.is_some() && found.by.as_ref() == person;
        if !answers && !own {
            return Ok(None);
        }
        let base = match self.words_for(note, standing, found.base).await {
            Ok(base) => base,
            Err(Failure::NotFound | Failure::Refused(crate::notes::HIDDEN)) => return Ok(None),
            Err(error) => return Err(error),
        };
        let words = content::find(&self.db, &found.content).await?;
        let (head, suggested) = (head.clone(), words.clone());
        let joined = aside(move || Joined::of(&base, &head, &suggested)).await?;
        Ok(Some(Suggested { suggestion: found, words, joined, answers }))
    }

    /// Takes a suggestion into the note: by itself when it can be merged, or as `settled`
    /// says (the whole text, seen from a revision). `None` when somebody has to choose
    /// between sentences first.
    pub async fn accept(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        id: &SuggestionId,
        settled: Option<(i64, &Words)>,
        command_id: CommandId,
    ) -> Result<Option<Saved>, Failure> {
        if let Some(done) = self.done_before(by, &command_id).await? {
            return Ok(Some(made(self.revision_at(done).await?)));
        }
        for _ in 0..TRIES {
            let (head, latest) = self.head_of(&note.note).await?;
            let found = self.suggested(note, standing, Some(by), id, &latest).await?;
            let found = found.filter(|found| found.answers).ok_or(Failure::NotFound)?;
            let joined = found.joined;
            let joined = match settled {
                // Chosen against an older text: put together with what was saved since.
                Some((seen, words)) => {
                    let (title, body, _) = words.checked()?;
                    let chosen = Content { title, body, summary: String::new() };
                    let base = self.words_for(note, standing, seen).await?;
                    let now = latest.clone();
                    aside(move || Joined::of(&base, &now, &chosen)).await?
                }
                None => joined,
            };
            let Some((title, body)) = joined.title.clone().zip(joined.body.text()) else {
                return Ok(None);
            };
            let words = Content { title, body, summary: String::new() };
            let (old, new) = (latest, words.clone());
            let change = aside(move || change(&old, &new)).await?;
            let row = command_id.then(&format!("from-{head}"));
            let (content, reference) = self.content_of(by, &row, &words);
            let command = Command::Accept {
                suggestion: id.clone(),
                by: by.clone(),
                base: head,
                content: reference,
                change,
            };
            let envelope = Envelope::from(by, command_id.clone())
                .in_workshop(note.workshop.clone())
                .with(content);
            match self.execute::<note::Note>(note.note.as_str(), command, envelope).await {
                Err(Failure::Rule(Refusal::Note(note::Error::Stale))) => {}
                done => return Ok(Some(made(self.revision_at(done?.position).await?))),
            }
        }
        Err(Failure::Busy)
    }

    /// Leaves a suggestion out.
    pub async fn decline(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        id: &SuggestionId,
        command_id: CommandId,
    ) -> Result<(), Failure> {
        let found = self.suggested(note, standing, Some(by), id, &current(note)).await?;
        if !found.is_some_and(|found| found.answers) {
            return Err(Failure::NotFound);
        }
        let command = Command::Decline { suggestion: id.clone(), by: by.clone() };
        let envelope = Envelope::from(by, command_id).in_workshop(note.workshop.clone());
        self.execute::<note::Note>(note.note.as_str(), command, envelope).await?;
        Ok(())
    }
}

/// What an accepted suggestion became; 0 is no revision: the text said it already.
fn made(revision: i64) -> Saved {
    if revision > 0 { Saved::Written(revision) } else { Saved::Unchanged }
}
