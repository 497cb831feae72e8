//! One hostile client: an address, a list of kinds of attack, one after the other.

use std::future::Future;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use tokio::net::TcpStream;

use super::ground::{Ground, Guest};
use super::tally::Tally;
use super::{forms, guesses, pages, wire};
use crate::raw::{self, Answer, FORM, Head};

/// The longest one kind goes on before the next; whatever is not answered then is left in
/// the middle, as people leave.
const GO: Duration = Duration::from_secs(4);

/// What one kind does.
type Kind = for<'h> fn(&'h Hostile) -> Pin<Box<dyn Future<Output = ()> + Send + 'h>>;

macro_rules! kinds {
    ($($name:literal => $module:ident::$function:ident,)*) => {
        /// Every kind of attack, those that ask for the most memory first.
        const KINDS: &[(&str, Kind)] = &[$(($name, |hostile| {
            Box::pin($module::$function(hostile))
        })),*];
    };
}

kinds! {
    "16-mb-of-fields" => forms::heavy_fields,
    "pictures" => forms::pictures,
    "tiny-fields" => forms::tiny_fields,
    "parts" => forms::parts,
    "marks" => forms::marks,
    "nested-saved" => pages::nested,
    "slow-readers" => wire::slow_readers,
    "http2" => wire::http2,
    "endless-chunks" => wire::endless_chunks,
    "nested-previewed" => pages::previewed,
    "autosaved" => pages::autosaved,
    "accounts" => guesses::accounts,
    "collage" => forms::collage,
    "pipelined" => wire::pipelined,
    "search" => pages::search,
    "queries" => pages::queries,
    "streams" => pages::streams,
    "codes" => guesses::codes,
    "sign-in" => guesses::sign_in,
    "four-words" => guesses::four_words,
    "suggestions" => guesses::suggestions,
    "door" => guesses::door,
    "gestures" => guesses::gestures,
    "cookies" => wire::cookies,
    "headers" => wire::headers,
    "endless-headers" => wire::endless_headers,
    "methods" => wire::methods,
    "half-preface" => wire::half_preface,
    "lying-lengths" => wire::lying_lengths,
    "slow-bodies" => wire::slow_bodies,
    "silent" => wire::silent,
}

/// See the module.
pub struct Hostile {
    number: usize,
    pub to: SocketAddr,
    pub ground: Arc<Ground>,
    tally: Arc<Tally>,
    kind: &'static str,
    /// How often this client has begun something: so that each time it is something else.
    turn: AtomicUsize,
}

/// The kinds that are tried: all, or those whose name holds what `SILLAGE_HOSTILE` says.
fn chosen() -> Vec<&'static (&'static str, Kind)> {
    let only = std::env::var("SILLAGE_HOSTILE").unwrap_or_default();
    let is_asked = |name: &str| only.split(',').any(|word| name.contains(word));
    KINDS.iter().filter(|(name, _)| is_asked(name)).collect()
}

/// One client, until `stop` is set.
pub async fn attack(
    number: usize,
    to: SocketAddr,
    ground: Arc<Ground>,
    tally: Arc<Tally>,
    stop: Arc<AtomicBool>,
    begun: Instant,
) {
    let kinds = chosen();
    assert!(!kinds.is_empty(), "SILLAGE_HOSTILE names no kind");
    let turn = AtomicUsize::new(number / kinds.len());
    let mut hostile = Hostile { number, to, ground, tally, kind: "", turn };
    // Half of them each do something else; the others do the same thing at the same time,
    // which is where a bound of each kind is met.
    let together = number % 4 >= 2;
    let mut at = number;
    while !stop.load(Ordering::SeqCst) {
        if together {
            at = usize::try_from(begun.elapsed().as_secs() / GO.as_secs()).unwrap_or(0);
        }
        let (name, kind) = *kinds[at % kinds.len()];
        hostile.kind = name;
        hostile.turn.fetch_add(1, Ordering::SeqCst);
        hostile.tally.begins(name);
        let _ = tokio::time::timeout(GO, kind(&hostile)).await;
        hostile.tally.ends(name);
        at += 1;
    }
}

impl Hostile {
    /// Where it comes from. Half of them have one address and meet what is counted by
    /// address; the others have a new one each time.
    pub fn from(&self) -> Ipv4Addr {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        if self.number.is_multiple_of(2) {
            let last = u8::try_from(self.number % 250 + 1).unwrap_or(1);
            return Ipv4Addr::new(127, 0, 1, last);
        }
        let [_, _, high, low] = NEXT.fetch_add(1, Ordering::SeqCst).to_be_bytes();
        Ipv4Addr::new(127, 1, high, low.max(1))
    }

    pub fn turn(&self) -> usize {
        self.turn.load(Ordering::SeqCst)
    }

    /// One of `several`, another one each time.
    pub fn one<'a, T>(&self, several: &'a [T]) -> &'a T {
        &several[(self.turn() + self.number) % several.len()]
    }

    /// The guest it passes for.
    pub fn guest(&self) -> &Guest {
        &self.ground.guests[self.number % self.ground.guests.len()]
    }

    pub fn answered(&self, status: u16) {
        self.tally.answered(self.kind, status);
    }

    pub async fn connect(&self) -> Option<TcpStream> {
        let connected = raw::connect(self.from(), self.to).await.ok();
        if connected.is_none() {
            self.answered(0);
        }
        connected
    }

    /// Says `parts` and listens.
    pub async fn says(&self, parts: &[&[u8]]) -> Answer {
        let answer = raw::ask(self.from(), self.to, parts, GO).await;
        self.answered(answer.status);
        answer
    }

    pub async fn get(&self, path: &str, session: Option<&str>) -> Answer {
        self.says(&[&Head { session, ..Head::get(path) }.bytes()]).await
    }

    pub async fn post(&self, path: &str, session: Option<&str>, body: &[u8]) -> Answer {
        let head = Head::post(path, session, FORM, body.len());
        self.says(&[&head.bytes(), body]).await
    }

    /// `number` of the same at once.
    pub async fn at_once<F, G>(&self, number: usize, one: F)
    where
        F: Fn(usize) -> G,
        G: Future<Output = ()>,
    {
        join_all((0..number).map(one)).await;
    }
}
