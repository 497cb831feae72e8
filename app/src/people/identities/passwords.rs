//! Passwords: Argon2id (RFC 9106), one computation for all accounts of one address.
//!
//! The salt is made from the address and the key of the site, so that however many accounts
//! somebody began with an address, trying a password costs the same as for none: the time of
//! an answer says nothing. Two accounts have the same salt only if they share an address.

use argon2::{Argon2, PasswordHasher as _, PasswordVerifier as _};
use migrations::DbError;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use super::{PASSWORD_MAX, PASSWORD_MIN};
use crate::Failure;
use crate::people::People;

/// Hashing takes 19 MiB each: this many at once.
static HASHING: Semaphore = Semaphore::const_new(2);

/// How many may wait to hash; beyond, they are asked to come back.
static WAITING: Semaphore = Semaphore::const_new(64);

/// What an account whose hash has this salt is compared with when there is none; no password
/// opens it.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$\
                      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Whether a password may be one.
pub(super) fn fits(password: &str) -> bool {
    password.chars().count() >= PASSWORD_MIN && password.len() <= PASSWORD_MAX
}

impl People<'_> {
    fn salt(&self, login: &str) -> [u8; 16] {
        let derived = self.secrets.derive("password", &[login]);
        derived[..16].try_into().expect("sixteen of thirty-two bytes")
    }

    /// The hash of a password of whoever signs in as `login`.
    ///
    /// # Errors
    /// [`PASSWORD`](crate::people::identities::PASSWORD) when it does not fit.
    pub(super) async fn hashed(&self, login: &str, password: &str) -> Result<String, Failure> {
        if !fits(password) {
            return Err(Failure::Refused(crate::people::identities::PASSWORD));
        }
        let (salt, password) = (self.salt(login), password.to_owned());
        aside(move || with_salt(&password, &salt)).await?.ok_or_else(|| broken("no hash").into())
    }

    /// Which of `kept` a password opens: the place of the first. Two computations, whatever
    /// is in the list.
    pub(super) async fn opened(
        &self,
        login: &str,
        password: &str,
        kept: Vec<Option<String>>,
    ) -> Result<Option<usize>, Failure> {
        if password.len() > PASSWORD_MAX {
            return Ok(None);
        }
        let (salt, password) = (self.salt(login), password.to_owned());
        aside(move || {
            let made = with_salt(&password, &salt);
            let same = |hash: &Option<String>| hash.is_some() && *hash == made;
            // Hashed before salts were made from addresses, or under a former address.
            let same_salt = |hash: &str| {
                let salt_of = |hash: &str| hash.split('$').nth(4).map(str::to_owned);
                made.as_deref().is_some_and(|made| salt_of(made) == salt_of(hash))
            };
            let other =
                kept.iter().position(|hash| hash.as_deref().is_some_and(|hash| !same_salt(hash)));
            let against =
                other.and_then(|at| kept[at].clone()).unwrap_or_else(|| NOBODY.to_owned());
            let verified =
                Argon2::default().verify_password(password.as_bytes(), against.as_str()).is_ok();
            kept.iter().position(same).or(other.filter(|_| verified))
        })
        .await
    }
}

fn with_salt(password: &str, salt: &[u8]) -> Option<String> {
    let hash = Argon2::default().hash_password_with_salt(password.as_bytes(), salt);
    hash.ok().map(|hash| hash.to_string())
}

async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
    let _waiting = WAITING.try_acquire().map_err(|_| Failure::Busy)?;
    let place = HASHING.acquire().await.map_err(broken)?;
    // The work keeps its place to its end, even when whoever asked has left.
    let placed = move || {
        let done = work();
        drop(place);
        done
    };
    Ok(spawn_blocking(placed).await.map_err(broken)?)
}

fn broken(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> DbError {
    DbError::Broken(error.into())
}
