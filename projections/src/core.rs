//! What every projection is made of: the trait, the words people wrote.

pub mod content;
