//! Taking back passages of one edit, whatever was changed elsewhere since.

use super::revise::{Saved, TRIES, Write, change, written};
use crate::Failure;
use crate::access::{self, Standing};
use crate::engine::blocking::aside;
use crate::engine::envelope::CommandId;
use crate::notes::Notes;
use domain::core::ids::PersonId;
use domain::core::registry::Refusal;
use domain::notes::note::{self, RevisionKind};
use domain::prose::diff::tokens;
use domain::prose::undo::{Fate, Fragment, fragments, undo};
use projections::core::content::Content;
use projections::notes::blame;
use projections::notes::note::Note;

/// One passage of an edit, and what can be done of it now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    pub fragment: Fragment,
    /// Whether it is the title.
    pub in_title: bool,
    /// When other words took its place: a revision they come from.
    pub replaced_by: Option<i64>,
}

/// The passages of the edit that made `after` of `before`; the title is the first one,
/// if it changed.
fn passages(before: &Content, after: &Content, head: &Content) -> Vec<Passage> {
    let result =
        |in_title: bool, fragment: Fragment| Passage { fragment, in_title, replaced_by: None };
    let title = (before.title != after.title).then(|| {
        let fate = if head.title == after.title {
            Fate::Undoable
        } else if head.title == before.title {
            Fate::Gone
        } else {
            Fate::Replaced
        };
        let fragment = Fragment {
            removed: before.title.clone(),
            added: after.title.clone(),
            lead: String::new(),
            tail: String::new(),
            fate,
            place: 0..0,
            now: head.title.clone(),
        };
        result(true, fragment)
    });
    let body = fragments(&before.body, &after.body, &head.body);
    title.into_iter().chain(body.into_iter().map(|it| result(false, it))).collect()
}

/// `head` without the chosen passages.
fn without(head: &Content, passages: &[Passage], chosen: &[usize]) -> Content {
    let has_title = passages.first().is_some_and(|it| it.in_title);
    let shift = usize::from(has_title);
    let body: Vec<Fragment> = passages[shift..].iter().map(|it| it.fragment.clone()).collect();
    let places: Vec<usize> = chosen.iter().filter_map(|at| at.checked_sub(shift)).collect();
    let mut words = Content { body: undo(&head.body, &body, &places), ..head.clone() };
    if has_title && chosen.contains(&0) && passages[0].fragment.fate == Fate::Undoable {
        words.title.clone_from(&passages[0].fragment.removed);
    }
    words.summary.clear();
    words
}

impl Notes<'_> {
    /// The passages that revision `of` changed, and what can be done of each now.
    pub async fn passages(
        &self,
        note: &Note,
        standing: Standing,
        of: i64,
    ) -> Result<Vec<Passage>, Failure> {
        let (before, after) = self.edit(note, standing, of).await?;
        let head = super::revise::current(note);
        let body = head.body.clone();
        let mut found = aside(move || passages(&before, &after, &head)).await?;
        let Some(blame) = blame::of(&self.db, &note.note, note.revision).await? else {
            return Ok(found);
        };
        let origins = blame.each();
        debug_assert_eq!(origins.len(), tokens(&body).len());
        for passage in found.iter_mut().filter(|it| it.fragment.fate == Fate::Replaced) {
            let place = passage.fragment.place.clone();
            let later = origins.get(place).unwrap_or_default();
            passage.replaced_by =
                later.iter().map(|origin| origin.revision.max(origin.corrected)).max();
            passage.replaced_by = passage.replaced_by.filter(|revision| *revision > of);
        }
        Ok(found)
    }

    /// The texts before and after revision `of`.
    async fn edit(
        &self,
        note: &Note,
        standing: Standing,
        of: i64,
    ) -> Result<(Content, Content), Failure> {
        // Its own text is asked for first: what is not a revision has none before it.
        let after = self.words_for(note, standing, of).await?;
        Ok((self.words_for(note, standing, of - 1).await?, after))
    }

    /// What the note would say without the chosen passages of revision `of`.
    pub async fn preview_undo(
        &self,
        note: &Note,
        standing: Standing,
        of: i64,
        chosen: Vec<usize>,
    ) -> Result<Content, Failure> {
        let (before, after) = self.edit(note, standing, of).await?;
        let head = super::revise::current(note);
        let result = move || without(&head, &passages(&before, &after, &head), &chosen);
        Ok(aside(result).await?)
    }

    /// Takes back the chosen passages of revision `of`: a new revision.
    pub async fn undo(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        (of, chosen): (i64, Vec<usize>),
        command_id: CommandId,
    ) -> Result<Saved, Failure> {
        if !access::may_revise(note, standing) {
            return Err(Failure::NotFound);
        }
        // Other passages chosen in the same form are another command.
        let numbers: Vec<String> = chosen.iter().map(usize::to_string).collect();
        let command_id = command_id.then(&numbers.join("-"));
        if let Some(done) = self.done_before(by, &command_id).await? {
            return Ok(Saved::Written(self.revision_at(done).await?));
        }
        let (before, after) = self.edit(note, standing, of).await?;
        for _ in 0..TRIES {
            let (head, latest) = self.head_of(&note.note).await?;
            let (old, edit, now) = (before.clone(), after.clone(), latest.clone());
            let chosen = chosen.clone();
            let (words, undone) = aside(move || {
                let passages = passages(&old, &edit, &now);
                let can = |at: &usize| {
                    chosen.contains(at) && passages[*at].fragment.fate == Fate::Undoable
                };
                let undone: Vec<usize> = (0..passages.len()).filter(can).collect();
                (without(&now, &passages, &undone), undone)
            })
            .await?;
            let fragments = undone.iter().filter_map(|at| u32::try_from(*at).ok()).collect();
            let kind = RevisionKind::Undo { of, fragments };
            let (old, new) = (latest, words.clone());
            let change = aside(move || change(&old, &new)).await?;
            let write = Write { note, by, base: head, words: &words, kind, change };
            match self.write(&write, command_id.clone()).await {
                Err(Failure::Rule(Refusal::Note(note::Error::Stale))) => {}
                done => return Ok(written(done?, head)),
            }
        }
        Err(Failure::Busy)
    }
}
