//! Words and texts, whoever wrote them: how they are checked, read as Markdown, compared, merged,
//! undone, attributed. It knows no wing.

pub mod authors;
pub mod blame;
pub mod diff;
pub mod markdown;
pub mod merge;
pub mod redact;
pub mod section;
pub mod sentence;
pub mod text;
pub mod undo;
