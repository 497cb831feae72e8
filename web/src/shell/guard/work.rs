//! How much work is in flight: what a request holds until it is answered.
//!
//! Long texts and costly pages share eight places, in proportion to their size; bytes of large
//! forms share 48 MiB; archives have places of their own. Whoever finds none waits ten seconds,
//! in a queue that is bounded too; then a page says so, with the form as it was sent.
//! (Passwords and pictures have theirs in `app`, kept to the end of the work even when whoever
//! asked has left.)

use std::cell::RefCell;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::{Semaphore, SemaphorePermit};

use crate::shell::problem::Problem;
use crate::shell::refusals;

/// Places for texts and costly pages; one of 32 KiB takes one, the longest takes them all.
const TEXT_PLACES: u32 = 8;

/// How much text one place is worth, in bytes.
const TEXT_OF_A_PLACE: usize = 32 * 1024;

/// How much of large forms is held at once, in KiB: two files of the largest, or two dozen long
/// texts.
const FORM_KILOBYTES: usize = 48 * 1024;

/// How many may wait for a place.
const QUEUE: usize = 256;

/// How long one waits for a place.
const PATIENCE: Duration = Duration::from_secs(10);

static TEXTS: Semaphore = Semaphore::const_new(TEXT_PLACES as usize);
static FORMS: Semaphore = Semaphore::const_new(FORM_KILOBYTES);
static WAITING: AtomicUsize = AtomicUsize::new(0);

/// What one request holds.
#[derive(Default)]
struct Held {
    texts: Option<SemaphorePermit<'static>>,
    forms: Option<SemaphorePermit<'static>>,
}

tokio::task_local! {
    static HELD: RefCell<Held>;
}

/// Runs a request; what it takes below is given back when it ends.
pub(super) async fn held_by<F: Future>(request: F) -> F::Output {
    HELD.scope(RefCell::default(), request).await
}

/// One more in the queue, as long as it lasts.
struct Waiting;

impl Waiting {
    fn enter() -> Option<Self> {
        let others = WAITING.fetch_add(1, Ordering::SeqCst);
        let waiting = Self;
        (others < QUEUE).then_some(waiting)
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        WAITING.fetch_sub(1, Ordering::SeqCst);
    }
}

async fn take(
    places: &'static Semaphore,
    count: u32,
    kind: &'static str,
) -> Result<SemaphorePermit<'static>, Problem> {
    if let Ok(permit) = places.try_acquire_many(count) {
        return Ok(permit);
    }
    let busy = || {
        refusals::record(kind);
        Problem::Busy
    };
    let _waiting = Waiting::enter().ok_or_else(busy)?;
    let waited = tokio::time::timeout(PATIENCE, places.acquire_many(count)).await;
    waited.ok().and_then(Result::ok).ok_or_else(busy)
}

/// Takes places for a text of `size` bytes. A request that has fewer gives them back first:
/// nobody waits while holding what others wait for.
///
/// # Errors
/// [`Problem::Busy`] when none came free in time.
pub async fn text(size: usize) -> Result<(), Problem> {
    let places = u32::try_from(size.div_ceil(TEXT_OF_A_PLACE)).unwrap_or(TEXT_PLACES);
    let places = places.clamp(1, TEXT_PLACES);
    let has = |held: &RefCell<Held>| {
        let mut held = held.borrow_mut();
        let enough = held.texts.as_ref().is_some_and(|it| it.num_permits() >= places as usize);
        if !enough {
            held.texts = None;
        }
        enough
    };
    // Outside of a request (a test, a stream) nothing is held.
    if HELD.try_with(has).unwrap_or(true) {
        return Ok(());
    }
    let permit = take(&TEXTS, places, "busy-texts").await?;
    let _ = HELD.try_with(|held| held.borrow_mut().texts = Some(permit));
    Ok(())
}

/// [`text`], for a text that is long enough to matter.
///
/// # Errors
/// The same.
pub async fn long_text(size: usize) -> Result<(), Problem> {
    if size < TEXT_OF_A_PLACE { Ok(()) } else { text(size).await }
}

/// Holds `kilobytes` more of a form, as they come: whoever sends slowly holds only what
/// they have sent.
///
/// # Errors
/// [`Problem::Busy`] when too much is held by others.
pub(super) async fn form(kilobytes: u32) -> Result<(), Problem> {
    let permit = take(&FORMS, kilobytes, "busy-forms").await?;
    let _ = HELD.try_with(|held| {
        let forms = &mut held.borrow_mut().forms;
        match forms {
            Some(known) => known.merge(permit),
            None => *forms = Some(permit),
        }
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{
        HELD, SemaphorePermit, TEXT_OF_A_PLACE, TEXT_PLACES, TEXTS, held_by, long_text, text,
    };

    fn held() -> usize {
        HELD.with(|held| held.borrow().texts.as_ref().map_or(0, SemaphorePermit::num_permits))
    }

    /// One test, since the places are those of the whole program.
    #[tokio::test]
    async fn m7_places_go_by_size_and_come_back() {
        let all = TEXT_PLACES as usize;
        held_by(async {
            long_text(100).await.unwrap();
            assert_eq!(held(), 0, "a short text needs none");
            text(0).await.unwrap();
            assert_eq!(held(), 1);
            // What needs more gives back what it has, and takes it all.
            text(100 * TEXT_OF_A_PLACE).await.unwrap();
            assert_eq!((held(), TEXTS.available_permits()), (all, 0));
            text(TEXT_OF_A_PLACE).await.unwrap();
            assert_eq!(held(), all, "never twice");
            assert!(TEXTS.try_acquire().is_err(), "somebody else waits");
        })
        .await;
        assert_eq!(TEXTS.available_permits(), all);
    }
}
