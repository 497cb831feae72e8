//! What every projection is made of: how one is declared, the words people wrote.

pub(crate) mod columns;
pub mod content;
pub mod declare;
