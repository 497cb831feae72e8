//! When somebody last looked at a community they are in: what is new to them since.

use domain::core::ids::{CommunityId, PersonId};
use migrations::{DbError, values};

use super::Groups;
use crate::engine::clock::HOUR;

/// How long one visit lasts, in microseconds: what was new when it began stays new meanwhile.
pub const VISIT: i64 = HOUR;

impl Groups<'_> {
    /// Remembers that `person` looks at a community they are in; the moment since which things are
    /// new to them, in microseconds. Pages of one [`VISIT`] are one visit.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn visit(&self, community: &CommunityId, person: &PersonId) -> Result<i64, DbError> {
        let sql = "select at, before from community_visits where community = $1 and person = $2";
        let row = self.primary.row(sql, values![community.as_str(), person.as_str()]).await?;
        let now = self.clock.now();
        let (at, before) = row.map_or((0, now), |row| {
            let cells = row.cells();
            (cells.int(), cells.int())
        });
        if now - at < VISIT {
            return Ok(before);
        }
        let since = if at > 0 { at } else { now };
        let sql = "insert into community_visits (community, person, at, before)
            values ($1, $2, $3, $4)
            on conflict (community, person) do update set at = excluded.at,
                before = excluded.before";
        let values = values![community.as_str(), person.as_str(), now, since];
        self.primary.exec(sql, values).await?;
        Ok(since)
    }
}
