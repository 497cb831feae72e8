//! Whose words an event brought are found by its stream.

use domain::core::ids::ContentId;
use domain::core::registry::Fact;
use migrations::value::Kind;
use migrations::{DbError, Value};

use crate::App;

impl App {
    /// The rows of the words that these streams brought, each a kind and an id.
    ///
    /// # Errors
    /// When the database is away.
    pub(crate) async fn words_of_streams(
        &self,
        streams: Vec<Vec<Value>>,
    ) -> Result<Vec<ContentId>, DbError> {
        let sql = "select e.aggregate_type, e.event_type, e.event_version, e.payload
            from {keys} join events e
                on e.aggregate_type = k.c0 and e.aggregate_id = k.c1";
        let rows = self.primary.each(sql, &[Kind::Text, Kind::Text], streams).await?;
        let words = |row: &migrations::Row| {
            let cells = row.cells();
            let fact = Fact::read(cells.str(), cells.str(), cells.str(), cells.str());
            fact.ok().flatten().and_then(|fact| fact.words().cloned())
        };
        Ok(rows.iter().filter_map(words).collect())
    }
}
