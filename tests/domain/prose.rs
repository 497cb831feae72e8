//! Words and texts, whoever wrote them.

pub(crate) mod address;
pub(crate) mod authors;
pub(crate) mod blame;
pub(crate) mod bounds;
pub(crate) mod change;
pub(crate) mod clean;
pub(crate) mod corpus;
pub(crate) mod decode;
pub(crate) mod diff;
pub(crate) mod fold;
pub(crate) mod lines;
pub(crate) mod merge;
pub(crate) mod read;
pub(crate) mod redact;
pub(crate) mod script;
pub(crate) mod section;
pub(crate) mod sentence;
pub(crate) mod shown;
pub(crate) mod source;
pub(crate) mod text;
pub(crate) mod tokens;
pub(crate) mod typo;
pub(crate) mod undo;
