//! The words somebody wrote, taken out of the commons: which go, which stay, and how a note is
//! emptied.

use std::collections::{BTreeSet, HashSet};

use domain::core::ids::{ContentId, NoteId, PersonId};
use domain::core::registry::{Fact, Refusal};
use domain::files::file::Of;
use domain::groups::{item, meeting};
use domain::notes::note::{self, Command, Reason};
use domain::workshops::workshop;
use migrations::values;
use projections::core::content::{self, Content};
use projections::groups::item as lines;
use projections::notes::history;
use projections::notes::note::{Note, all_written_by, find};
use projections::people::trace;
use serde::{Deserialize, Serialize};

use super::Exchange;
use super::own_data::PAGE;
use crate::Failure;
use crate::engine::envelope::{CommandId, Envelope, NewContent, Rewrite};

/// How many times a note is looked through again, for what was saved meanwhile.
const TRIES: u32 = 5;

/// What stays of somebody's texts, unsigned.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kept {
    /// None of them.
    #[default]
    Nothing,
    /// These notes, among those that are published.
    Notes(BTreeSet<NoteId>),
    /// All that others may read: notes, thanks, lines of a sheet.
    Everything,
}

impl Kept {
    /// Whether a published note stays.
    pub fn keeps(&self, note: &NoteId) -> bool {
        match self {
            Self::Nothing => false,
            Self::Notes(notes) => notes.contains(note),
            Self::Everything => true,
        }
    }
}

impl Exchange<'_> {
    /// Empties every text of `person` that does not stay; drafts never do. Done again, it
    /// finds nothing more to empty.
    pub(super) async fn erase_texts(
        &self,
        person: &PersonId,
        kept: &Kept,
        key: &CommandId,
    ) -> Result<(), Failure> {
        let mut emptied = HashSet::new();
        // One note that cannot be emptied now keeps nothing else from going.
        let mut failed = None;
        for note in all_written_by(&self.primary, person).await? {
            // Those who write it with them keep it; what is theirs alone goes.
            if note.others > 0 {
                match self.notes().leave(&note.note, person, key.then(note.note.as_str())).await {
                    Ok(done) => {
                        self.projector.wait_for(done.position).await;
                        continue;
                    }
                    Err(Failure::Rule(Refusal::Note(note::Error::LastAuthor))) => {}
                    Err(error) => {
                        failed = Some(error);
                        continue;
                    }
                }
            }
            let goes = !note.is_shared() || !kept.keeps(&note.note);
            if goes && !self.is_common(&note).await? {
                let key = key.then(note.note.as_str());
                if let Err(error) = self.empty_note(&note.note, person, &key).await {
                    failed = Some(error);
                }
                emptied.insert(note.note);
            }
        }
        let mut blank = BTreeSet::new();
        if *kept != Kept::Everything {
            let mut streams = vec![];
            for line in self.lines_of(person).await? {
                if !line.gone {
                    let command = item::Command::Drop { by: person.clone() };
                    let key = key.then(line.item.as_str());
                    let envelope =
                        Envelope::from(person, key).in_workshop(line.sheet.workshop().cloned());
                    self.execute::<item::Item>(line.item.as_str(), command, envelope).await?;
                }
                streams.push(vec!["item".into(), line.item.as_str().into()]);
            }
            // Older wordings too.
            blank.extend(self.words_of_streams(streams).await?);
        }
        let mut stays = HashSet::new();
        let mut before = i64::MAX;
        loop {
            let page = trace::of_person(&self.primary, person, before, PAGE).await?;
            let Some(last) = page.last() else { break };
            before = last.position;
            for recorded in &page {
                let Some(words) = recorded.fact.words() else { continue };
                if recorded.fact.people().first() != Some(&person) || blank.contains(words) {
                    continue;
                }
                if is_kept(&recorded.fact, kept, &emptied) {
                    stays.insert(words.clone());
                } else {
                    blank.insert(words.clone());
                }
            }
        }
        // What the log never took, and what it took of things that do not stay.
        let sql = "select content_id from content where person = $1 and erased_at is null";
        for row in self.primary.rows(sql, values![person.as_str()]).await? {
            let content: ContentId = row.cells().parsed()?;
            if !stays.contains(&content) {
                blank.insert(content);
            }
        }
        for content in &blank {
            let sql = "delete from sealed where content_id = $1";
            self.primary.exec(sql, values![content.as_str()]).await?;
            let sql = "update content set title = '', body = '', summary = '', erased_at = $2
                where content_id = $1 and erased_at is null";
            self.primary.exec(sql, values![content.as_str(), self.clock.now()]).await?;
        }
        failed.map_or(Ok(()), Err)
    }

    /// The lines of sheets that are words of `person`: those they captured that are said to be of
    /// nobody else, and those captured by others that are said to be theirs.
    async fn lines_of(&self, person: &PersonId) -> Result<Vec<lines::Item>, Failure> {
        let (mut seen, mut found, mut before) = (BTreeSet::new(), vec![], i64::MAX);
        loop {
            let page = trace::of_person(&self.primary, person, before, PAGE).await?;
            let Some(last) = page.last() else { return Ok(found) };
            before = last.position;
            for recorded in &page {
                let Fact::Item(
                    item::Event::Captured { item, .. } | item::Event::Attributed { item, .. },
                ) = &recorded.fact
                else {
                    continue;
                };
                if !seen.insert(item.clone()) {
                    continue;
                }
                let line = lines::by_id(&self.primary, item).await?;
                let is_theirs = |line: &lines::Item| match &line.of {
                    Some(of) => of == person,
                    None => line.by == *person,
                };
                found.extend(line.filter(is_theirs));
            }
        }
    }

    /// Whether a note is what several wrote together: one with other authors, or the synthesis of a
    /// room or of a meeting, is no one person's text.
    pub(super) async fn is_common(&self, note: &Note) -> Result<bool, Failure> {
        if note.others > 0 {
            return Ok(true);
        }
        if projections::groups::meeting::of_note(&self.primary, &note.note).await?.is_some() {
            return Ok(true);
        }
        let Some(place) = &note.workshop else { return Ok(false) };
        let found = projections::workshops::workshop::find(&self.primary, place).await?;
        Ok(found.is_some_and(|found| found.live.synthesis.as_ref() == Some(&note.note)))
    }

    /// Empties every text of a note, whoever saved it: each holds the words of the others. Words
    /// of thanks and of a look stay: they are of those who gave them.
    ///
    /// # Errors
    /// [`Failure::Busy`] when the note changes faster than it can be emptied.
    pub(super) async fn empty_note(
        &self,
        id: &NoteId,
        by: &PersonId,
        key: &CommandId,
    ) -> Result<(), Failure> {
        self.files().remove_all_from(&Of::Note(id.clone()), by).await?;
        for again in 0..TRIES {
            for sql in [
                "delete from drafts where note = $1",
                "delete from sealed where content_id in
                    (select content_id from content where note = $1)",
            ] {
                self.primary.exec(sql, values![id.as_str()]).await?;
            }
            let mut answers = content::answers_about(&self.primary, id).await?;
            // Looks before the last one, too.
            let sql = "select aggregate_type, event_type, event_version, payload from events
                where aggregate_type = 'review' and aggregate_id = $1";
            for row in self.primary.rows(sql, values![id.as_str()]).await? {
                let cells = row.cells();
                let fact = Fact::read(cells.str(), cells.str(), cells.str(), cells.str());
                answers.extend(fact.ok().flatten().and_then(|fact| fact.words().cloned()));
            }
            let blank = |id: ContentId| NewContent {
                id,
                title: String::new(),
                body: String::new(),
                summary: String::new(),
            };
            let mut rewrites = vec![];
            for (content, _, words) in content::about(&self.primary, id).await? {
                if words != Content::default() && !answers.contains(&content) {
                    let Content { title, body, summary } = words;
                    let instead_of = NewContent { id: content.clone(), title, body, summary };
                    rewrites.push(Rewrite { words: blank(content), instead_of });
                }
            }
            if rewrites.is_empty() {
                return Ok(());
            }
            let key = key.then(&format!("empty-{again}"));
            match self.rewrite_note(id, by, rewrites, &key).await {
                Err(Failure::Rule(Refusal::Note(note::Error::Stale))) => {}
                done => done?,
            }
        }
        Err(Failure::Busy)
    }

    /// Puts texts about a note in the place of others for good, in the breath of the event that
    /// says so.
    ///
    /// # Errors
    /// [`Failure::Rule`] with `Stale` when the note was saved meanwhile.
    pub(super) async fn rewrite_note(
        &self,
        id: &NoteId,
        by: &PersonId,
        rewrites: Vec<Rewrite>,
        key: &CommandId,
    ) -> Result<(), Failure> {
        let found = find(&self.primary, id).await?.ok_or(Failure::NotFound)?;
        let last = history::find(&self.primary, id, found.revision).await?;
        let last = last.ok_or(Failure::NotFound)?.content;
        let mut words = content::find(&self.primary, &last).await?;
        if let Some(rewrite) = rewrites.iter().find(|rewrite| rewrite.words.id == last) {
            let NewContent { title, body, summary, .. } = rewrite.words.clone();
            words = Content { title, body, summary };
        }
        let Content { title, body, summary } = words;
        let (_, mut current) = self.content(by.as_str(), key, title, body, summary);
        current.id = last;
        let contents = rewrites.iter().map(|rewrite| rewrite.words.id.clone()).collect();
        let (by_whom, base, reason) = (by.clone(), found.revision, Reason::Asked);
        let command = Command::Erase { by: by_whom, base, contents, reason, current };
        let envelope =
            Envelope::from(by, key.clone()).in_workshop(found.workshop).rewriting(rewrites);
        let done = self.execute::<note::Note>(id.as_str(), command, envelope).await?;
        self.projector.wait_for(done.position).await;
        Ok(())
    }
}

/// Whether the words that `fact` brought stay, without a name.
fn is_kept(fact: &Fact, kept: &Kept, emptied: &HashSet<NoteId>) -> bool {
    use note::Event as N;
    match fact {
        // A text that others go on with is theirs too.
        Fact::Note(
            N::Drafted { note, .. }
            | N::Revised { note, .. }
            | N::Published { note, .. }
            | N::RevisionNamed { note, .. },
        ) => !emptied.contains(note),
        // A workshop without its title would be nobody's. Lines that are said to be theirs are
        // among those to empty already; the others are words of somebody else, written down.
        Fact::Workshop(
            workshop::Event::Prepared { .. }
            | workshop::Event::Renamed { .. }
            | workshop::Event::Detailed { .. },
        )
        | Fact::Item(_)
        // Nor a community without its name.
        | Fact::Community(_)
        // Nor what was agreed with somebody, which whoever agreed answers for.
        | Fact::Mandate(_)
        // Nor a meeting.
        | Fact::Meeting(
            meeting::Event::Announced { .. }
            | meeting::Event::Described { .. }
            | meeting::Event::Moved { .. }
            | meeting::Event::PlacesSet { .. }
            | meeting::Event::Cancelled { .. }
            | meeting::Event::Restored { .. }
            | meeting::Event::SignedUp { .. }
            | meeting::Event::SignedOff { .. }
            | meeting::Event::Synthesised { .. }
            | meeting::Event::WordsErased { .. },
        )
        // A passage to erase is somebody else's words: it goes when it is decided.
        | Fact::Moderation(_) => true,
        Fact::Workshop(_)
        | Fact::Thanks(_)
        | Fact::Review(_)
        | Fact::Meeting(meeting::Event::AimSaid { .. }) => *kept == Kept::Everything,
        // Texts kept aside or proposed; where somebody comes from, what they want, what they said
        // to one person.
        Fact::Note(
            N::VariantParked { .. }
            | N::SuggestionMade { .. }
            | N::Withdrawn { .. }
            | N::VariantSettled { .. }
            | N::SuggestionAccepted { .. }
            | N::SuggestionDeclined { .. }
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
            | N::AuthorLeft { .. },
        )
        | Fact::Conversation(_)
        | Fact::Participation(_)
        | Fact::Reading(_)
        | Fact::Link(_)
        | Fact::Membership(_)
        | Fact::Person(_)
        // Files leave with whoever brought them, and what is said of them too.
        | Fact::File(_) => false,
    }
}
