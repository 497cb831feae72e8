//! What every projection is made of: how one is declared, the words people wrote.

pub mod content;
pub mod declare;
