//! Listens, and stops gracefully.
//!
//! Our own loop, because poem's has no time-out for headers, no limit on
//! connections, and spins when the system runs out of file descriptors.

use std::sync::Arc;
use std::time::Duration;

use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::GracefulShutdown;
use poem::web::{LocalAddr, RemoteAddr};
use poem::{Endpoint, EndpointExt as _};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

/// Connections at once: a large room, its consoles and its projectors.
const CONNECTIONS: usize = 4096;

/// How long someone may take to say what they want.
const HEADERS: Duration = Duration::from_secs(10);

/// How long pages under way have to end once we are asked to stop.
const GRACE: Duration = Duration::from_secs(8);

/// Serves `pages` on `listener` until `stop` is cancelled.
pub async fn run<E: Endpoint + 'static>(listener: TcpListener, pages: E, stop: CancellationToken) {
    let pages = Arc::new(pages.map_to_response());
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let graceful = GracefulShutdown::new();
    let mut builder = auto::Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEADERS).max_buf_size(64 << 10);
    builder.http2().timer(TokioTimer::new()).max_concurrent_streams(100);
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
        let _ = stream.set_nodelay(true);
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
        let connection = builder.serve_connection_with_upgrades(TokioIo::new(stream), service);
        let connection = graceful.watch(connection.into_owned());
        tokio::spawn(async move {
            // A phone that leaves in the middle of a page is no news.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    tokio::select! {
        () = graceful.shutdown() => {}
        () = tokio::time::sleep(GRACE) => tracing::warn!("some pages were still under way"),
    }
}
