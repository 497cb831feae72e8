//! Files that go with notes, meetings and workshops: looked at and added in [`mod@keep`], put away
//! and removed in [`mod@part`], their bytes in [`mod@store`] and under [`mod@blobs`], pictures made
//! small in [`mod@picture`]. Who may do what with one is asked in [`crate::access`] first.

pub mod blobs;
pub mod copies;
pub mod keep;
pub mod part;
pub mod picture;
pub mod sniff;
pub mod store;

crate::app::wing! {
    /// What is done to files.
    Files
}

/// Where the bytes of files are kept, and how many.
#[derive(Clone, Debug)]
pub struct Keeping {
    /// A folder, or `s3://bucket/prefix` ([`store::Store::open`]); `None`: a folder beside the
    /// database, or beside the keys.
    pub address: Option<String>,
    /// The most bytes of all files together.
    pub most: i64,
}

impl Default for Keeping {
    fn default() -> Self {
        Self { address: None, most: COMMONS_MAX }
    }
}

/// The largest file, in bytes.
pub const FILE_MAX: usize = 20 * 1024 * 1024;

/// What one person with an account may have kept, in bytes, in all sizes.
pub const PERSON_MAX: i64 = 300 * 1024 * 1024;

/// What one person without an account may have kept, in bytes.
pub const GUEST_MAX: i64 = 40 * 1024 * 1024;

/// What the whole commons keeps, in bytes, unless whoever hosts it says otherwise: 20 GiB.
pub const COMMONS_MAX: i64 = 20 * 1024 * 1024 * 1024;

/// How many files go with one note, one meeting or one workshop.
pub const MOST_OF_ONE: i64 = 100;

/// The refusal: nothing is in it.
pub const EMPTY: &str = "file-empty";

/// The refusal: it is larger than [`FILE_MAX`].
pub const TOO_LARGE: &str = "file-too-large";

/// The refusal: it is of no kind that is kept.
pub const OTHER_KIND: &str = "file-other-kind";

/// The refusal: it is a picture of a kind that browsers do not show.
pub const OTHER_PICTURE: &str = "file-other-picture";

/// The refusal: it is a film.
pub const FILM: &str = "file-film";

/// The refusal: its bytes are not what they begin like.
pub const UNREADABLE: &str = "file-unreadable";

/// The refusal: it has more pixels than are read.
pub const TOO_MANY_PIXELS: &str = "file-too-many-pixels";

/// The refusal: [`MOST_OF_ONE`] are there.
pub const MANY: &str = "file-many";

/// The refusal: whoever adds it has no room left.
pub const NO_ROOM: &str = "file-no-room";

/// The refusal: the commons has no room left.
pub const COMMONS_FULL: &str = "file-commons-full";

/// The refusal: what is to be seen in it is said in too many signs.
pub const LONG: &str = "file-long";

/// The refusal: the store is away, and as much waits for it as may.
pub const STORE_AWAY: &str = "file-store-away";
