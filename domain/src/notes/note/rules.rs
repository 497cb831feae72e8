//! What a note remembers, and how it answers what is asked of it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Command, Error, Event, Hiding, RevisionKind};
use crate::core::ids::{ContentId, NoteId, PersonId, SuggestionId, VariantId};
use crate::notes::audience::{GROUPS_MAX, Group};
use crate::notes::details::Details;
use crate::notes::visibility::Visibility;

/// The most suggestions that wait on one note: each holds a whole text.
const WAITING_MAX: usize = 100;

/// The most of them that wait for one person: the others keep their places.
const WAITING_OF_ONE: usize = 10;

/// The most of them that wait for people nobody knows, all together: nothing tells one from
/// another, so that whoever signs keeps four places in five.
const WAITING_OF_VISITORS: usize = 20;

/// The most authors of one note: beyond, nobody knows who answers for it.
pub const AUTHORS_MAX: usize = 20;

/// The most people who wait to be told whether they may write one note.
const ASKING_MAX: usize = 20;

/// The most people who ever asked, answered or not.
const ASKED_MAX: usize = 500;

/// Just enough memory to answer the next command; pages read projections.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Note {
    id: Option<NoteId>,
    /// Who writes it, in the order they came: the first signs first.
    authors: Vec<PersonId>,
    in_workshop: bool,
    revision: i64,
    commit: String,
    published: Option<(Visibility, bool)>,
    /// Whom it is shared with besides.
    shared: BTreeSet<Group>,
    /// Whether its authors alone change it.
    closed: bool,
    details: Details,
    /// Who asked to write it, and whether they wait for an answer: it is asked once.
    asking: BTreeMap<PersonId, bool>,
    /// Whether the group signs it.
    group: bool,
    /// Texts kept aside, and whose they are.
    aside: BTreeMap<VariantId, PersonId>,
    /// Suggestions that wait for an answer, and whose they are.
    waiting: BTreeMap<SuggestionId, Option<PersonId>>,
    names: BTreeMap<i64, ContentId>,
    hidden: BTreeMap<i64, Hiding>,
}

impl Note {
    /// Asking for what is already so is not a mistake: it yields no event.
    pub(super) fn decide(&self, command: Command) -> Result<Vec<Event>, Error> {
        let Some(id) = &self.id else {
            let Command::Draft { note, by, workshop, door, content } = command else {
                return Err(Error::Missing);
            };
            return Ok(vec![Event::Drafted { note, by, workshop, door, content, closed: true }]);
        };
        let note = id.clone();
        Ok(match command {
            Command::Draft { .. } => return Err(Error::AlreadyDrafted),

            Command::Revise { content, .. } if content.commit == self.commit => vec![],
            Command::Revise { base, .. } if base != self.revision => return Err(Error::Stale),
            Command::Revise { by, base, content, kind, change } => {
                let revision = self.revision + 1;
                vec![Event::Revised { note, by, revision, base, content, kind, change }]
            }

            Command::Join { person, .. } if self.authors.contains(&person) => vec![],
            Command::Join { by, .. } if !self.authors.contains(&by) => {
                return Err(Error::NotItsWriter);
            }
            Command::Leave { person } if !self.authors.contains(&person) => vec![],
            Command::Leave { person } => {
                let stays = self.authors.iter().find(|author| **author != person);
                let Some(first) = stays.cloned() else { return Err(Error::LastAuthor) };
                vec![Event::AuthorLeft { note, person, first }]
            }

            Command::Share { by, .. }
            | Command::Unshare { by, .. }
            | Command::Open { by, .. }
            | Command::GrantAuthorship { by, .. }
            | Command::DeclineAuthorship { by, .. }
                if !self.authors.contains(&by) =>
            {
                return Err(Error::NotItsWriter);
            }
            Command::Share { with, .. } if self.shared.contains(&with) => vec![],
            // Authors read it already.
            Command::Share { with: Group::Person(person), .. }
                if self.authors.contains(&person) =>
            {
                vec![]
            }
            Command::Share { .. } if self.shared.len() >= GROUPS_MAX => {
                return Err(Error::ManyGroups);
            }
            Command::Share { by, with } => {
                let revision = self.revision;
                vec![Event::Shared { note, by, with, revision }]
            }
            Command::Unshare { with, .. } if !self.shared.contains(&with) => vec![],
            Command::Unshare { by, with } => vec![Event::Unshared { note, by, with }],

            Command::Describe { details, .. } if details == self.details => vec![],
            Command::Describe { by, details } => vec![Event::Described { note, by, details }],
            Command::Open { open, .. } if open != self.closed => vec![],
            Command::Open { by, open: true } => vec![Event::Opened { note, by }],
            Command::Open { by, open: false } => vec![Event::Closed { note, by }],

            Command::AskAuthorship { person }
                if self.authors.contains(&person) || self.asking.contains_key(&person) =>
            {
                vec![]
            }
            Command::AskAuthorship { .. }
                if self.asking.values().filter(|waits| **waits).count() >= ASKING_MAX
                    || self.asking.len() >= ASKED_MAX =>
            {
                return Err(Error::ManyAsk);
            }
            Command::AskAuthorship { person } => vec![Event::AuthorshipAsked { note, person }],
            Command::GrantAuthorship { person, .. } if self.authors.contains(&person) => vec![],
            Command::GrantAuthorship { person, .. } | Command::DeclineAuthorship { person, .. }
                if self.asking.get(&person) != Some(&true) =>
            {
                return Err(Error::NotAsked);
            }
            Command::Join { .. } | Command::GrantAuthorship { .. }
                if self.authors.len() >= AUTHORS_MAX =>
            {
                return Err(Error::ManyAuthors);
            }
            Command::Join { person, by } | Command::GrantAuthorship { person, by } => {
                self.join(note, person, by)
            }
            Command::DeclineAuthorship { person, by } => {
                vec![Event::AuthorshipDeclined { note, person, by }]
            }

            Command::Publish { by, team: false, .. } if !self.authors.contains(&by) => {
                return Err(Error::NotItsWriter);
            }
            Command::Publish { visibility: Visibility::Writer, .. } => {
                return Err(Error::ForNobody);
            }
            // A group reads it, or signs it, where there is a workshop.
            Command::Publish { visibility: Visibility::Workshop, .. }
            | Command::Publish { group: true, .. }
                if !self.in_workshop =>
            {
                return Err(Error::NoWorkshop);
            }
            Command::Publish { visibility, wall, group, .. }
                if self.published == Some((visibility, wall)) && self.group == group =>
            {
                vec![]
            }
            Command::Publish { by, visibility, wall, group, summary, .. } => {
                let revision = self.revision;
                vec![Event::Published { note, by, visibility, wall, revision, group, summary }]
            }

            Command::Withdraw { by, reason: None } if !self.authors.contains(&by) => {
                return Err(Error::NotItsWriter);
            }
            Command::Withdraw { .. } if self.published.is_none() && self.shared.is_empty() => {
                vec![]
            }
            Command::Withdraw { by, reason } => vec![Event::Withdrawn { note, by, reason }],

            Command::Park { variant, .. } if self.aside.contains_key(&variant) => vec![],
            Command::Park { base, .. } if !self.has(base) => return Err(Error::NoSuchRevision),
            Command::Park { variant, by, base, against, content } => {
                vec![Event::VariantParked { note, variant, by, base, against, content }]
            }
            Command::Settle { variant, by, .. } if self.aside.get(&variant) != Some(&by) => {
                return Err(Error::NotAside);
            }
            Command::Settle { variant, by, revision } => {
                vec![Event::VariantSettled { note, variant, by, revision }]
            }

            Command::Suggest { suggestion, .. } if self.waiting.contains_key(&suggestion) => {
                vec![]
            }
            Command::Suggest { .. } if self.waiting.len() >= WAITING_MAX => {
                return Err(Error::Crowded);
            }
            Command::Suggest { base, .. } if !self.has(base) => return Err(Error::NoSuchRevision),
            // What is proposed is what stands there already.
            Command::Suggest { content, .. } if content.commit == self.commit => vec![],
            Command::Suggest { by: Some(by), .. } if self.waits(Some(&by)) >= WAITING_OF_ONE => {
                return Err(Error::CrowdedByOne);
            }
            Command::Suggest { by: None, .. } if self.waits(None) >= WAITING_OF_VISITORS => {
                return Err(Error::CrowdedByVisitors);
            }
            Command::Suggest { suggestion, by, base, content } => {
                vec![Event::SuggestionMade { note, suggestion, by, base, content }]
            }
            Command::Accept { suggestion, .. } | Command::Decline { suggestion, .. }
                if !self.waiting.contains_key(&suggestion) =>
            {
                return Err(Error::NotWaiting);
            }
            // The text says it already: the suggestion is answered all the same.
            Command::Accept { suggestion, by, content, .. } if content.commit == self.commit => {
                let revision = self.revision;
                vec![Event::SuggestionAccepted { note, suggestion, by, revision }]
            }
            Command::Accept { base, .. } if base != self.revision => return Err(Error::Stale),
            Command::Accept { suggestion, by, base, content, change } => {
                let revision = self.revision + 1;
                let from = self.waiting.get(&suggestion).cloned().flatten();
                let kind = RevisionKind::Suggestion { suggestion: suggestion.clone(), from };
                let accepted = Event::SuggestionAccepted {
                    note: note.clone(),
                    suggestion,
                    by: by.clone(),
                    revision,
                };
                vec![accepted, Event::Revised { note, by, revision, base, content, kind, change }]
            }
            Command::Decline { suggestion, by } => {
                vec![Event::SuggestionDeclined { note, suggestion, by }]
            }

            Command::Name { revision, .. } | Command::Hide { revision, .. }
                if !self.has(revision) =>
            {
                return Err(Error::NoSuchRevision);
            }
            Command::Name { revision, name, .. } if self.names.get(&revision) == name.as_ref() => {
                vec![]
            }
            Command::Name { revision, by, name: Some(name) } => {
                vec![Event::RevisionNamed { note, revision, by, name }]
            }
            Command::Name { revision, by, name: None } => {
                vec![Event::RevisionUnnamed { note, revision, by }]
            }

            Command::Hide { revision, parts, .. } if self.hides(revision) == parts => vec![],
            Command::Hide { revision, by, parts, .. } if parts == Hiding::default() => {
                vec![Event::RevisionShown { note, revision, by }]
            }
            // What everyone reads gives way to the text before it, in the same breath.
            Command::Hide { revision, by, parts, reason, instead }
                if parts.text && revision == self.revision =>
            {
                let Some((of, content, change)) = instead else { return Err(Error::OnlyText) };
                let restored = Event::Revised {
                    note: note.clone(),
                    by: by.clone(),
                    revision: revision + 1,
                    base: revision,
                    content,
                    kind: RevisionKind::Restore { of },
                    change,
                };
                vec![restored, Event::RevisionHidden { note, revision, by, parts, reason }]
            }
            Command::Hide { revision, by, parts, reason, .. } => {
                vec![Event::RevisionHidden { note, revision, by, parts, reason }]
            }

            Command::Erase { contents, .. } | Command::PutBack { contents, .. }
                if contents.is_empty() =>
            {
                vec![]
            }
            Command::Erase { base, .. } | Command::PutBack { base, .. }
                if base != self.revision =>
            {
                return Err(Error::Stale);
            }
            Command::Erase { by, contents, reason, current, .. } => {
                vec![Event::PassageErased { note, by, contents, reason, current }]
            }
            Command::PutBack { by, contents, current, .. } => {
                vec![Event::PassageRestored { note, by, contents, current }]
            }
        })
    }

    /// Somebody writes it too; an author needs not be shared with.
    fn join(&self, note: NoteId, person: PersonId, by: PersonId) -> Vec<Event> {
        let with = Group::Person(person.clone());
        let joined = Event::AuthorJoined { note: note.clone(), person, by: by.clone() };
        let ends = self.shared.contains(&with);
        let ended = ends.then_some(Event::Unshared { note, by, with });
        std::iter::once(joined).chain(ended).collect()
    }

    /// How many suggestions of `by` wait; of nobody known, of all those together.
    fn waits(&self, by: Option<&PersonId>) -> usize {
        self.waiting.values().filter(|it| it.as_ref() == by).count()
    }

    fn has(&self, revision: i64) -> bool {
        (1..=self.revision).contains(&revision)
    }

    fn hides(&self, revision: i64) -> Hiding {
        self.hidden.get(&revision).copied().unwrap_or_default()
    }

    pub(super) fn evolve(&mut self, event: Event) {
        match event {
            Event::Drafted { note, by, workshop, content, closed, .. } => {
                self.closed = closed;
                self.id = Some(note);
                self.authors = vec![by];
                self.in_workshop = workshop.is_some();
                self.revision = 1;
                self.commit = content.commit;
            }
            Event::Revised { revision, content, .. } => {
                self.revision = revision;
                self.commit = content.commit;
            }
            Event::Published { visibility, wall, group, .. } => {
                self.published = Some((visibility, wall));
                self.group = group;
            }
            Event::Withdrawn { .. } => {
                self.published = None;
                self.shared.clear();
            }
            Event::Shared { with, .. } => {
                self.shared.insert(with);
            }
            Event::Unshared { with, .. } => {
                self.shared.remove(&with);
            }
            Event::Opened { .. } => self.closed = false,
            Event::Closed { .. } => self.closed = true,
            Event::Described { details, .. } => self.details = details,
            Event::AuthorshipAsked { person, .. } => {
                self.asking.insert(person, true);
            }
            Event::AuthorshipDeclined { person, .. } => {
                self.asking.insert(person, false);
            }
            Event::VariantParked { variant, by, .. } => {
                self.aside.insert(variant, by);
            }
            Event::VariantSettled { variant, .. } => {
                self.aside.remove(&variant);
            }
            Event::SuggestionMade { suggestion, by, .. } => {
                self.waiting.insert(suggestion, by);
            }
            Event::SuggestionAccepted { suggestion, .. }
            | Event::SuggestionDeclined { suggestion, .. } => {
                self.waiting.remove(&suggestion);
            }
            Event::RevisionNamed { revision, name, .. } => {
                self.names.insert(revision, name);
            }
            Event::RevisionUnnamed { revision, .. } => {
                self.names.remove(&revision);
            }
            Event::RevisionHidden { revision, parts, .. } => {
                self.hidden.insert(revision, parts);
            }
            Event::RevisionShown { revision, .. } => {
                self.hidden.remove(&revision);
            }
            Event::PassageErased { current, .. } | Event::PassageRestored { current, .. } => {
                self.commit = current.commit;
            }
            Event::AuthorJoined { person, .. } => {
                self.asking.remove(&person);
                self.authors.push(person);
            }
            Event::AuthorLeft { person, .. } => self.authors.retain(|author| *author != person),
        }
    }
}
