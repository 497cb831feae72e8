//! Which notes go together.

use async_trait::async_trait;
use domain::core::ids::NoteId;
use domain::notes::link::Event;
use migrations::{Db, DbError, Tx, values};

use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};

/// The notes that go with `note`, the latest first; who may read them is asked elsewhere.
pub async fn of_note(db: &Db, note: &NoteId, most: i64) -> Result<Vec<NoteId>, DbError> {
    let sql = "select other from p_link where note = $1 order by at desc, other limit $2";
    db.rows(sql, values![note.as_str(), most])
        .await?
        .iter()
        .map(|row| row.cells().parsed())
        .collect()
}

projection! {
    /// The projection of links.
    pub struct Links = "link" version 2 readable [1];
    tables ["p_link"] in "link.sql";
    hears Heard { Link }
}

#[async_trait]
impl Projection for Links {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        for (Heard::Link(event), recorded) in Heard::of(batch) {
            match event {
                Event::Linked { note, to, .. } => {
                    let sql = "insert into p_link (note, other, at) values
                        ($1, $2, $3), ($2, $1, $3) on conflict (note, other) do nothing";
                    tx.exec(sql, values![note.as_str(), to.as_str(), recorded.at]).await?;
                }
                Event::Unlinked { note, to, .. } => {
                    let sql = "delete from p_link
                        where (note = $1 and other = $2) or (note = $2 and other = $1)";
                    tx.exec(sql, values![note.as_str(), to.as_str()]).await?;
                }
            }
        }
        Ok(())
    }
}
