//! Addresses as pages write them: `address::note(&id)`. They are declared in `shell::routes`,
//! which alone knows what answers there.

pub use crate::shell::routes::{function::*, pattern};

/// Whether `path` is one of the addresses that `pattern` stands for.
pub fn is_at(path: &str, pattern: &str) -> bool {
    let (mut parts, mut wanted) = (path.split('/'), pattern.split('/'));
    loop {
        match (parts.next(), wanted.next()) {
            (None, None) => return true,
            (Some(part), Some(want)) => {
                let fits = if want.starts_with('{') { !part.is_empty() } else { part == want };
                if !fits {
                    return false;
                }
            }
            (Some(_), None) | (None, Some(_)) => return false,
        }
    }
}

/// A pattern as the router writes it: `/notes/:note`.
pub fn routed(pattern: &str) -> String {
    pattern.replace('{', ":").replace('}', "")
}
