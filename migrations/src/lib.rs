//! The two databases behind one door, and everything in them that cannot be
//! recomputed.
//!
//! Read [`db`] first (the facade: one SQL text, two engines), then [`schema`]
//! (the numbered files of `migrations/sql`). Projections' tables are not here:
//! they are rebuilt, never migrated, and live beside their code.

pub mod copy;
pub mod db;
pub mod dialect;
pub mod error;
pub mod names;
pub mod private;
pub mod schema;
pub mod value;

pub use db::{Db, Tx};
pub use error::DbError;
pub use names::Names;
pub use value::{Cells, Row, Value};
