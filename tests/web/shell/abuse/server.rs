//! Connections that say nothing, say it slowly, or are too many.

use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio_util::sync::CancellationToken;
use web::shell::per_address::MOST;

use crate::databases::Engine;
use crate::site::Host;

/// The site, listening; ends with the test.
async fn listening(host: &Host) -> (std::net::SocketAddr, CancellationToken) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let pages = web::shell::routes::site(host.site.clone(), web::shell::sse::Streams::default());
    let stop = CancellationToken::new();
    tokio::spawn(web::shell::server::run(listener, pages, stop.clone(), false));
    (address, stop)
}

/// A connection from another address of this machine.
async fn from(source: &str, to: std::net::SocketAddr) -> std::io::Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    socket.bind(format!("{source}:0").parse().unwrap())?;
    socket.connect(to).await
}

async fn asks(mut stream: TcpStream, request: &str) -> String {
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = vec![];
    let read = stream.read_to_end(&mut answer);
    let _ = tokio::time::timeout(Duration::from_secs(30), read).await;
    String::from_utf8_lossy(&answer).into_owned()
}

const ALIVE: &str = "GET /sante?vie HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn h8_one_address_does_not_hold_every_connection() {
    let host = Host::on(Engine::Sqlite).await.unwrap();
    let (address, stop) = listening(&host).await;
    let mut held = vec![];
    for _ in 0..MOST + 100 {
        let mut stream = from("127.0.1.1", address).await.unwrap();
        let _ = stream.write_all(b"POST /langue HTTP/1.1\r\nHost: x\r\nContent-").await;
        held.push(stream);
    }
    let answer = asks(from("127.0.1.2", address).await.unwrap(), ALIVE).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    // Beyond its share, a connection is closed at once.
    let last = held.last_mut().unwrap();
    let mut byte = [0];
    let read = tokio::time::timeout(Duration::from_secs(5), last.read(&mut byte)).await;
    assert!(matches!(read, Ok(Ok(0) | Err(_))), "{read:?}");
    stop.cancel();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn h8_whoever_says_nothing_is_left_after_ten_seconds() {
    let host = Host::on(Engine::Sqlite).await.unwrap();
    let (address, stop) = listening(&host).await;
    let said = ["", "P", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\nA: "];
    let waiting = said.map(|said| async move {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(said.as_bytes()).await.unwrap();
        let mut answer = vec![];
        let ended = stream.read_to_end(&mut answer);
        tokio::time::timeout(Duration::from_secs(25), ended).await.is_ok()
    });
    let ended = futures_util::future::join_all(waiting).await;
    assert_eq!(ended, [true; 4], "each was let go");
    stop.cancel();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn h8_a_body_nobody_sends_holds_no_place() {
    let host = Host::on(Engine::Sqlite).await.unwrap();
    let marie = host.world.member("Marie").await;
    let session = host.world.app.people().open_session(&marie).await.unwrap();
    let (address, stop) = listening(&host).await;
    let mut held = vec![];
    for at in 0..64 {
        let mut stream = from(&format!("127.0.2.{}", at + 1), address).await.unwrap();
        let head = "POST /collage HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nContent-Length: 5000000\r\n\r\na";
        stream.write_all(head.as_bytes()).await.unwrap();
        held.push(stream);
    }
    let body = format!("html={}", "a".repeat(300_000));
    let request = format!(
        "POST /collage HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nCookie: session={session}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n{body}",
        body.len()
    );
    let answer = asks(from("127.0.3.1", address).await.unwrap(), &request).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{}", answer.lines().next().unwrap_or_default());
    stop.cancel();
}
