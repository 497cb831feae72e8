//! Which workshops belong to which community.

use async_trait::async_trait;
use domain::core::ids::{CommunityId, WorkshopId};
use domain::workshops::workshop::Event;
use migrations::{Db, DbError, Tx, values};

use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};

/// The workshops of `community`, the last prepared first: `most` after the first `skipped`.
pub async fn workshops(
    db: &Db,
    community: &CommunityId,
    (skipped, most): (i64, i64),
) -> Result<Vec<WorkshopId>, DbError> {
    let sql = "select workshop from p_community_workshop where community = $1
        order by at desc, workshop limit $2 offset $3";
    let rows = db.rows(sql, values![community.as_str(), most, skipped]).await?;
    rows.iter().map(|row| row.cells().parsed()).collect()
}

projection! {
    /// The projection of the workshops of communities.
    pub struct OfCommunity = "community_workshop" version 1;
    tables ["p_community_workshop"] in "of_community.sql";
    hears Heard { Workshop }
}

#[async_trait]
impl Projection for OfCommunity {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        for (Heard::Workshop(event), recorded) in Heard::of(batch) {
            let Event::Detailed { workshop, details, .. } = event else { continue };
            let sql = "delete from p_community_workshop where workshop = $1";
            tx.exec(sql, values![workshop.as_str()]).await?;
            if let Some(community) = &details.community {
                let sql = "insert into p_community_workshop (workshop, community, at)
                    values ($1, $2, $3)";
                let values = values![workshop.as_str(), community.as_str(), recorded.at];
                tx.exec(sql, values).await?;
            }
        }
        Ok(())
    }
}
