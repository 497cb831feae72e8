//! Who wrote which words of each revision (`domain::prose::blame`), and the sentences that left.
//!
//! It reads the words in the content table; when a passage is erased there, the note is
//! replayed from its first revision.

use std::collections::{BTreeMap, HashMap};

use async_trait::async_trait;
use domain::core::ids::{ContentId, NoteId};
use domain::notes::note::{Event, RevisionKind};
use domain::prose::blame::{Blame, Step};
use migrations::value::Kind;
use migrations::{Db, DbError, Tx, Value, values};

use crate::core::content;
use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};

/// Where the words of a revision come from; `None` when there is no such revision.
pub async fn of(db: &Db, note: &NoteId, revision: i64) -> Result<Option<Blame>, DbError> {
    let sql = "select spans from p_blame where note = $1 and revision = $2";
    let row = db.row(sql, values![note.as_str(), revision]).await?;
    row.map(|row| row.cells().parsed()).transpose()
}

projection! {
    /// The blame projection.
    pub struct Authors = "blame" version 2;
    tables ["p_blame", "p_cemetery"] in "blame.sql";
    hears Heard { Note }
}

#[async_trait]
impl Projection for Authors {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        let mut fold = Fold::default();
        for (Heard::Note(event), _) in Heard::of(batch) {
            match event {
                Event::Drafted { note, content, .. } => {
                    fold.step(tx, note, 1, &content.id, vec![]).await?;
                }
                Event::Revised { note, revision, content, kind, .. } => {
                    fold.step(tx, note, *revision, &content.id, donors(kind)).await?;
                }
                Event::PassageErased { note, .. } | Event::PassageRestored { note, .. } => {
                    fold.again(tx, note).await?;
                }
                Event::Published { .. }
                | Event::Withdrawn { .. }
                | Event::VariantParked { .. }
                | Event::VariantSettled { .. }
                | Event::SuggestionMade { .. }
                | Event::SuggestionAccepted { .. }
                | Event::SuggestionDeclined { .. }
                | Event::RevisionNamed { .. }
                | Event::RevisionUnnamed { .. }
                | Event::RevisionHidden { .. }
                | Event::RevisionShown { .. }
                | Event::Shared { .. }
                | Event::Unshared { .. }
                | Event::Opened { .. }
                | Event::Closed { .. }
                | Event::Described { .. }
                | Event::AuthorshipAsked { .. }
                | Event::AuthorshipDeclined { .. }
                | Event::AuthorJoined { .. }
                | Event::AuthorLeft { .. } => {}
            }
        }
        fold.write(tx).await
    }
}

/// The revisions whose words a revision takes back.
fn donors(kind: &RevisionKind) -> Vec<i64> {
    match kind {
        RevisionKind::Restore { of } => vec![*of],
        RevisionKind::Undo { of, .. } => vec![of - 1],
        RevisionKind::Edit
        | RevisionKind::Typo
        | RevisionKind::Merge { .. }
        | RevisionKind::Suggestion { .. } => vec![],
    }
}

/// One revision: its text, and who wrote what of it.
#[derive(Clone)]
struct Attributed {
    text: String,
    blame: Blame,
}

#[derive(Default)]
struct Fold {
    /// The last revision of each note met in this batch.
    last: HashMap<NoteId, (i64, Attributed)>,
    rows: BTreeMap<(String, i64), Vec<Value>>,
    buried: BTreeMap<(String, i64), String>,
}

impl Fold {
    async fn step(
        &mut self,
        tx: &mut Tx,
        note: &NoteId,
        revision: i64,
        content: &ContentId,
        donors: Vec<i64>,
    ) -> Result<(), DbError> {
        let text = content::find_in(tx, content).await?.body;
        let blame = match revision {
            1 => Blame::whole(&text, 1),
            _ => self.follow(tx, note, revision, &text, &donors).await?,
        };
        let donors: Vec<String> = donors.iter().map(i64::to_string).collect();
        let key = (note.to_string(), revision);
        let row = vec![
            note.as_str().into(),
            revision.into(),
            content.as_str().into(),
            donors.join(",").into(),
            blame.to_string().into(),
        ];
        self.rows.insert(key, row);
        self.last.insert(note.clone(), (revision, Attributed { text, blame }));
        Ok(())
    }

    /// The blame of `text`, from the revision before it.
    async fn follow(
        &mut self,
        tx: &mut Tx,
        note: &NoteId,
        revision: i64,
        text: &str,
        donors: &[i64],
    ) -> Result<Blame, DbError> {
        let old = self.attributed(tx, note, revision - 1).await?;
        let mut given = Vec::new();
        for donor in donors {
            given.push(self.attributed(tx, note, *donor).await?);
        }
        let donors: Vec<_> = given.iter().map(|it| (it.text.as_str(), &it.blame)).collect();
        let step = Step { old: &old.text, blame: &old.blame, new: text, revision, donors: &donors };
        let walk = step.walk();
        let cemetery = self.cemetery(tx, note, &walk.sought()).await?;
        for grave in walk.buried() {
            let key = (note.to_string(), grave.mark);
            self.buried.entry(key).or_insert_with(|| grave.blame.to_string());
        }
        Ok(walk.blame(&cemetery))
    }

    async fn attributed(
        &mut self,
        tx: &mut Tx,
        note: &NoteId,
        revision: i64,
    ) -> Result<Attributed, DbError> {
        if let Some((known, attributed)) = self.last.get(note)
            && *known == revision
        {
            return Ok(attributed.clone());
        }
        // What was applied in this batch is not in the table yet.
        self.write_rows(tx).await?;
        let sql = "select content_id, spans from p_blame where note = $1 and revision = $2";
        let row = tx.row(sql, values![note.as_str(), revision]).await?;
        let row = row.ok_or_else(|| DbError::unreadable(0, note.as_str()))?;
        let cells = row.cells();
        let content: ContentId = cells.parsed()?;
        let text = content::find_in(tx, &content).await?.body;
        Ok(Attributed { text, blame: cells.parsed()? })
    }

    /// What the cemetery of `note` holds under these marks.
    async fn cemetery(
        &self,
        tx: &mut Tx,
        note: &NoteId,
        marks: &[i64],
    ) -> Result<HashMap<i64, Blame>, DbError> {
        let mut found = HashMap::new();
        // One look into the index a mark, however many sentences have left the note.
        for some in marks.chunks(100) {
            let places: Vec<String> = (0..some.len()).map(|at| format!("${}", at + 2)).collect();
            let sql = format!(
                "select mark, spans from p_cemetery where note = $1 and mark in ({})",
                places.join(", ")
            );
            let mut values: Vec<Value> = vec![note.as_str().into()];
            values.extend(some.iter().map(|mark| Value::from(*mark)));
            for row in tx.rows(&sql, &values).await? {
                let cells = row.cells();
                found.insert(cells.int(), cells.parsed()?);
            }
        }
        for mark in marks {
            // What was buried first stays, in the table as here.
            if let Some(spans) = self.buried.get(&(note.to_string(), *mark)) {
                let blame = spans.parse().map_err(|_| DbError::unreadable(0, spans))?;
                found.entry(*mark).or_insert(blame);
            }
        }
        Ok(found)
    }

    /// Replays a note from its first revision: some of its words are other ones now.
    async fn again(&mut self, tx: &mut Tx, note: &NoteId) -> Result<(), DbError> {
        self.write_rows(tx).await?;
        self.write_buried(tx).await?;
        self.last.remove(note);
        let sql = "select revision, content_id, donors from p_blame where note = $1
            order by revision";
        let revisions = tx.rows(sql, values![note.as_str()]).await?;
        for table in ["p_blame", "p_cemetery"] {
            tx.exec(&format!("delete from {table} where note = $1"), values![note.as_str()])
                .await?;
        }
        for row in revisions {
            let cells = row.cells();
            let (revision, content) = (cells.int(), cells.parsed()?);
            let donors = cells.str().split(',').filter_map(|number| number.parse().ok()).collect();
            self.step(tx, note, revision, &content, donors).await?;
        }
        Ok(())
    }

    async fn write_rows(&mut self, tx: &mut Tx) -> Result<(), DbError> {
        let insert = "insert into p_blame (note, revision, content_id, donors, spans) {rows}";
        let kinds = [Kind::Text, Kind::Int, Kind::Text, Kind::Text, Kind::Text];
        tx.many(insert, &kinds, std::mem::take(&mut self.rows).into_values().collect()).await
    }

    async fn write_buried(&mut self, tx: &mut Tx) -> Result<(), DbError> {
        let insert = "insert into p_cemetery (note, mark, spans) {rows}
            on conflict (note, mark) do nothing";
        let rows = std::mem::take(&mut self.buried)
            .into_iter()
            .map(|((note, mark), spans)| vec![note.into(), mark.into(), spans.into()]);
        tx.many(insert, &[Kind::Text, Kind::Int, Kind::Text], rows.collect()).await
    }

    async fn write(mut self, tx: &mut Tx) -> Result<(), DbError> {
        self.write_rows(tx).await?;
        self.write_buried(tx).await
    }
}
