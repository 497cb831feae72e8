//! A projection told a story, without an event store.

#![allow(dead_code, reason = "each crate's tests use their own part of it")]

use domain::core::ids::{ContentId, NoteId, PersonId, WorkshopId};
use domain::core::registry::Fact;
use domain::notes::note::{Change, ContentRef, Door, Event as N, RevisionKind};
use domain::notes::visibility::Visibility;
use domain::workshops::script::Script;
use domain::workshops::workshop::{Event as W, Tone};
use migrations::schema::{Schema, migrate};
use migrations::{Db, values};
use projections::Recorded;

use crate::databases::{Engine, Place, fresh};

/// A database in which every projection has applied what `apply` was given.
pub struct Memory {
    pub db: Db,
    position: i64,
    _place: Place,
}

impl Memory {
    pub async fn on(engine: Engine) -> Option<Self> {
        let place = fresh(engine).await?;
        let db = Db::open(&place.commons).await.unwrap().called(projections::names());
        migrate(&db, Schema::Commons, 0).await.unwrap();
        for projection in projections::all() {
            let mut tx = db.begin().await.unwrap();
            tx.batch(projection.about().schema).await.unwrap();
            tx.commit().await.unwrap();
        }
        let memory = Self { db, position: 0, _place: place };
        for name in ["lea", "omar", "marie"] {
            memory.someone(name).await;
        }
        Some(memory)
    }

    async fn someone(&self, name: &str) {
        let sql = "insert into people (person, name, email, password_hash, resume_hash, language,
            email_proved, account, facilitator, created_at)
            values ($1, $2, null, null, $1, 'fr', 0, 0, 0, 0)";
        self.db.exec(sql, values![name, name.to_uppercase()]).await.unwrap();
    }

    /// Puts words where events can point to them.
    pub async fn content(&self, id: &str, title: &str, body: &str) -> ContentRef {
        let sql = "insert into content (content_id, title, body, summary, created_at)
            values ($1, $2, $3, '', 0) on conflict (content_id) do nothing";
        self.db.exec(sql, values![id, title, body]).await.unwrap();
        ContentRef { id: id.parse().unwrap(), words: 2, bytes: 10, commit: id.to_owned() }
    }

    /// Tells every projection these facts, as one batch, one second apart.
    pub async fn apply(&mut self, facts: Vec<Fact>) {
        let batch: Vec<Recorded> = facts
            .into_iter()
            .map(|fact| {
                self.position += 1;
                Recorded { position: self.position, at: self.position * 1_000_000, fact }
            })
            .collect();
        for projection in projections::all() {
            let mut tx = self.db.begin().await.unwrap();
            projection.project(&mut tx, &batch).await.unwrap();
            tx.commit().await.unwrap();
        }
    }

    /// A note drafted by `by` in the workshop.
    pub async fn drafted(&self, note: &str, by: &str, title: &str, body: &str) -> Fact {
        let content = self.content(&format!("c-{note}"), title, body).await;
        Fact::Note(N::Drafted {
            note: a_note(note),
            by: person(by),
            workshop: Some(workshop()),
            door: Some(Door::Tell),
            content,
            closed: true,
        })
    }

    /// A note revised by `by`.
    pub async fn revised(&self, note: &str, by: &str, revision: i64, body: &str) -> Fact {
        let content = self.content(&format!("c-{note}-{revision}"), "Retouchée", body).await;
        Fact::Note(N::Revised {
            note: a_note(note),
            by: person(by),
            revision,
            base: revision - 1,
            content,
            kind: RevisionKind::Edit,
            change: Change { added: 3, removed: 1, ..Change::default() },
        })
    }

    /// A note revised by `by`, for another reason than an edit.
    pub async fn revised_for(
        &self,
        note: &str,
        by: &str,
        revision: i64,
        body: &str,
        why: RevisionKind,
    ) -> Fact {
        match self.revised(note, by, revision, body).await {
            Fact::Note(N::Revised { note, by, revision, base, content, change, .. }) => {
                Fact::Note(N::Revised { note, by, revision, base, content, kind: why, change })
            }
            other => other,
        }
    }

    /// The workshop, prepared and open, with its door.
    pub async fn room(&self) -> Vec<Fact> {
        let sql = "insert into workshop_doors (workshop, code, link_secret, screen_secret)
            values ('w1', 'ABC234', 'link', 'screen') on conflict (workshop) do nothing";
        self.db.exec(sql, &[]).await.unwrap();
        let content = self.content("c-w1", "Premiers pas", "").await.id;
        vec![
            Fact::Workshop(W::Prepared {
                workshop: workshop(),
                by: person("marie"),
                content,
                script: Script::express().reference(),
                places: 12,
                tone: Tone::Vous,
                on: None,
            }),
            Fact::Workshop(W::Opened { workshop: workshop(), by: person("marie") }),
        ]
    }
}

pub fn person(id: &str) -> PersonId {
    id.parse().unwrap()
}

pub fn a_note(id: &str) -> NoteId {
    id.parse().unwrap()
}

pub fn workshop() -> WorkshopId {
    "w1".parse().unwrap()
}

pub fn content(id: &str) -> ContentId {
    id.parse().unwrap()
}

pub fn entered(who: &str) -> Fact {
    Fact::Workshop(W::Entered { workshop: workshop(), person: person(who) })
}

pub fn published(note: &str, by: &str, visibility: Visibility, revision: i64) -> Fact {
    Fact::Note(N::Published {
        note: a_note(note),
        by: person(by),
        visibility,
        wall: false,
        revision,
        group: false,
        summary: None,
    })
}

pub fn withdrawn(note: &str, by: &str) -> Fact {
    Fact::Note(N::Withdrawn { note: a_note(note), by: person(by), reason: None })
}
