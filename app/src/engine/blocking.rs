//! Work that would hold others up is done aside, on threads made for it, and only so much
//! of it at once: the same threads begin and commit what SQLite writes.

use migrations::DbError;
use tokio::sync::Semaphore;

/// How many long works are done at once: a few, so that threads and memory stay for pages.
const AT_ONCE: usize = 2;

static PLACES: Semaphore = Semaphore::const_new(AT_ONCE);

/// Does `work` aside, once there is a place. Those who wait hold nothing but their place in
/// the queue, which is no longer than the requests the site takes at once.
///
/// # Errors
/// [`DbError::Broken`] when it panicked.
pub async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, DbError> {
    let broken = |error: Box<dyn std::error::Error + Send + Sync>| DbError::Broken(error);
    let place = PLACES.acquire().await.map_err(|error| broken(Box::new(error)))?;
    // The work keeps its place to its end, even when whoever asked has left.
    let placed = move || {
        let done = work();
        drop(place);
        done
    };
    tokio::task::spawn_blocking(placed).await.map_err(|error| broken(Box::new(error)))
}
