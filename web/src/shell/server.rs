//! Listens, and stops gracefully.
//!
//! Our own loop, because poem's has no time-out for headers, no limit on
//! connections, and spins when the system runs out of file descriptors. One way of
//! speaking HTTP: 1.1, which browsers speak to a site without TLS and proxies speak to
//! what is behind them. HTTP/2 would bring connections that ask nothing, for ever.

use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use poem::web::{LocalAddr, RemoteAddr};
use poem::{Endpoint, EndpointExt as _};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_io_timeout::TimeoutStream;
use tokio_util::sync::CancellationToken;

use crate::shell::per_address::{PerAddress, network};
use crate::shell::refusals;

/// Connections at once: a large room, its consoles and its projectors. Fewer where the
/// system lends fewer file descriptors.
const CONNECTIONS: u64 = 4096;

/// File descriptors left for the databases, the listener, the log.
const KEPT_DESCRIPTORS: u64 = 128;

/// How long someone may take to say what they want, from the moment they connect or were
/// last answered.
const HEADERS: Duration = Duration::from_secs(10);

/// The largest head of a request, in bytes: cookies of other sites of the same host, the
/// longest address a browser sends.
const HEAD: usize = 32 << 10;

/// How long an answer may wait for whoever asked to take some of it.
const STALLED: Duration = Duration::from_secs(30);

/// How long pages under way have to end once we are asked to stop.
const GRACE: Duration = Duration::from_secs(8);

/// How many connections there may be: what the system lends, once asked for more.
fn connections() -> usize {
    let lent = rlimit::increase_nofile_limit(CONNECTIONS + KEPT_DESCRIPTORS).unwrap_or(1024);
    let places = lent.saturating_sub(KEPT_DESCRIPTORS).clamp(64, CONNECTIONS);
    usize::try_from(places).unwrap_or(64)
}

/// Serves `pages` on `listener` until `stop` is cancelled. `behind_proxy`: every connection
/// is the proxy's, and none is counted by address here.
pub async fn run<E: Endpoint + 'static>(
    listener: TcpListener,
    pages: E,
    stop: CancellationToken,
    behind_proxy: bool,
) {
    let pages = Arc::new(pages.map_to_response());
    let places = Arc::new(Semaphore::new(connections()));
    let counts = PerAddress::default();
    let graceful = GracefulShutdown::new();
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(HEADERS).max_buf_size(HEAD);
    let Ok(address) = listener.local_addr() else { return };
    let local = LocalAddr(address.into());

    loop {
        let place = tokio::select! {
            place = Arc::clone(&places).acquire_owned() => place.expect("never closed"),
            () = stop.cancelled() => break,
        };
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = stop.cancelled() => break,
        };
        let Ok((stream, peer)) = accepted else {
            // Out of file descriptors, most likely: let some come back.
            tokio::time::sleep(Duration::from_millis(100)).await;
            continue;
        };
        let held = if behind_proxy { None } else { counts.hold(&network(peer.ip())) };
        if held.is_none() && !behind_proxy {
            refusals::record("connections");
            continue;
        }
        let _ = stream.set_nodelay(true);
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(STALLED));
        let (pages, local, remote) = (Arc::clone(&pages), local.clone(), RemoteAddr(peer.into()));
        let service =
            hyper::service::service_fn(move |req: hyper::Request<hyper::body::Incoming>| {
                let (pages, local, remote) = (Arc::clone(&pages), local.clone(), remote.clone());
                async move {
                    let scheme = poem::http::uri::Scheme::HTTP;
                    let response = pages.get_response((req, local, remote, scheme).into()).await;
                    Ok::<_, std::convert::Infallible>(hyper::Response::from(response))
                }
            });
        let connection = builder.serve_connection(TokioIo::new(Box::pin(stream)), service);
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // A phone that leaves in the middle of a page is no news.
            let _ = connection.await;
            drop((place, held));
        });
    }
    drop(listener);
    tokio::select! {
        () = graceful.shutdown() => {}
        () = tokio::time::sleep(GRACE) => tracing::warn!("some pages were still under way"),
    }
}
