//! Files that only their owner reads: databases, copies, exports.

use std::fs::{DirBuilder, OpenOptions};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::Path;

/// Read and written by their owner alone.
const OWNER_ALONE: u32 = 0o600;

/// Entered by its owner alone.
const FOLDER_OF_OWNER: u32 = 0o700;

/// Makes a folder nobody else can enter, and those above it, if there are none.
///
/// # Errors
/// When the folder above does not let us.
pub fn make_folder(path: &Path) -> std::io::Result<()> {
    DirBuilder::new().recursive(true).mode(FOLDER_OF_OWNER).create(path)
}

/// Options that make a file nobody else can read.
pub fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.mode(OWNER_ALONE);
    options
}

/// Makes an empty file nobody else can read, if there is none: what SQLite writes beside it
/// takes its mode. One that is there keeps the mode its owner gave it.
///
/// # Errors
/// When the folder does not let us.
pub fn make(path: &Path) -> std::io::Result<()> {
    match options().write(true).create_new(true).open(path) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        made => made.map(drop),
    }
}
