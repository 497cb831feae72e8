//! The secrets of one commons, made once and shared by its nodes.
//!
//! Everything derived from them is an HMAC-SHA256 under a key named for its use,
//! so that a value made for one purpose is worth nothing for another.

use hmac::{Hmac, Mac as _};
use migrations::{Db, DbError, values};
use rand::Rng as _;
use sha2::{Digest as _, Sha256};

type HmacSha256 = Hmac<Sha256>;

/// The key of this commons.
pub struct Secrets {
    site: Vec<u8>,
}

impl Secrets {
    /// Reads it, or makes it when the commons is new. Two nodes that start
    /// together end with the same one.
    pub(crate) async fn load(db: &Db) -> Result<Self, DbError> {
        let sql = "insert into secrets (name, value) values ('site', $1)
            on conflict (name) do nothing";
        db.exec(sql, values![token()]).await?;
        let row = db.row("select value from secrets where name = 'site'", &[]).await?;
        Ok(Self { site: row.map(|row| row.cells().text()).unwrap_or_default().into_bytes() })
    }

    /// 32 bytes that stand for `words` under `purpose`.
    pub fn derive(&self, purpose: &str, words: &[&str]) -> [u8; 32] {
        keyed(&self.site, &[&[purpose], words].concat())
    }

    /// The same, in hexadecimal.
    pub fn mark(&self, purpose: &str, words: &[&str]) -> String {
        hex(&self.derive(purpose, words))
    }
}

/// HMAC-SHA256 of `words`, each preceded by its length so that no two lists meet.
pub(crate) fn keyed(key: &[u8], words: &[&str]) -> [u8; 32] {
    let mut mac = HmacSha256::new_from_slice(key).expect("HMAC takes keys of any length");
    for word in words {
        mac.update(&(word.len() as u64).to_be_bytes());
        mac.update(word.as_bytes());
    }
    mac.finalize().into_bytes().into()
}

/// Bytes in lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

/// A fresh secret of 256 bits, in hexadecimal.
pub fn token() -> String {
    hex(&rand::rng().random::<[u8; 32]>())
}

/// A fresh id of 128 bits, in hexadecimal.
pub fn id() -> String {
    hex(&rand::rng().random::<[u8; 16]>())
}

/// What is kept of a secret someone else holds.
pub fn hash(secret: &str) -> String {
    hash_bytes(secret.as_bytes())
}

/// The same, of bytes.
pub fn hash_bytes(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}
