//! HTTP by hand, from an address of one's choice: a library is too polite to say half a
//! word, to lie about a length, or to ask and never listen.

#![allow(dead_code, reason = "each crate's tests use their own part of it")]

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};

/// How much of an answer is kept: enough for its head and for a short page.
const KEPT: usize = 64 << 10;

/// What came back.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// 0 when nothing that looks like HTTP came.
    pub status: u16,
    /// Head and body, as they came, up to [`KEPT`] bytes.
    pub text: String,
}

impl Answer {
    fn read(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let told = text.strip_prefix("HTTP/1.").and_then(|rest| rest.get(2..5));
        let status = told.and_then(|told| told.parse().ok()).unwrap_or(0);
        Self { status, text }
    }

    /// The value of a cookie it sets.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let set = format!("set-cookie: {name}=");
        let after = self.text.split(&set).nth(1)?;
        Some(after.split(';').next()?.to_owned())
    }
}

/// A connection that comes from `from`: every address of 127.0.0.0/8 is this machine's.
pub async fn connect(from: Ipv4Addr, to: SocketAddr) -> io::Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    socket.bind(SocketAddr::new(from.into(), 0))?;
    let stream = socket.connect(to).await?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

/// Says `parts` one after the other while listening, and tells what came until the other
/// side hung up or `patience` ran out. A server that answers before it has read everything
/// is heard all the same.
pub async fn converse(stream: TcpStream, parts: &[&[u8]], patience: Duration) -> Answer {
    let (mut read, mut write) = stream.into_split();
    let says = async {
        for part in parts {
            if write.write_all(part).await.is_err() {
                break;
            }
        }
        // Kept open: whoever hangs up first is not answered.
        write
    };
    let mut kept = Vec::new();
    let hears = async {
        let mut bytes = vec![0; 16 << 10];
        while let Ok(count @ 1..) = read.read(&mut bytes).await {
            let room = KEPT - kept.len();
            kept.extend_from_slice(&bytes[..count.min(room)]);
        }
    };
    let both = async {
        tokio::pin!(says, hears);
        tokio::select! {
            () = &mut hears => {}
            _write = &mut says => hears.await,
        }
    };
    let _ = tokio::time::timeout(patience, both).await;
    Answer::read(&kept)
}

/// One request on a connection of its own.
pub async fn ask(from: Ipv4Addr, to: SocketAddr, parts: &[&[u8]], patience: Duration) -> Answer {
    match tokio::time::timeout(patience, connect(from, to)).await {
        Ok(Ok(stream)) => converse(stream, parts, patience).await,
        _ => Answer::default(),
    }
}

/// The head of a request that ends with its connection.
#[derive(Clone, Copy, Debug)]
pub struct Head<'h> {
    pub method: &'h str,
    pub path: &'h str,
    pub session: Option<&'h str>,
    /// Whether it says, as a browser does, that it comes from a page of the same site.
    pub origin: bool,
    /// The kind and the length of its body.
    pub body: Option<(&'h str, usize)>,
}

/// What a browser says of a form.
pub const FORM: &str = "application/x-www-form-urlencoded";

impl<'h> Head<'h> {
    pub fn get(path: &'h str) -> Self {
        Self { method: "GET", path, session: None, origin: false, body: None }
    }

    /// A form of the site itself.
    pub fn post(path: &'h str, session: Option<&'h str>, kind: &'h str, length: usize) -> Self {
        Self { method: "POST", path, session, origin: true, body: Some((kind, length)) }
    }

    pub fn bytes(&self) -> Vec<u8> {
        let Self { method, path, session, origin, body } = self;
        let mut head = format!("{method} {path} HTTP/1.1\r\nhost: localhost\r\n");
        head.push_str("connection: close\r\naccept: text/html\r\n");
        if let Some(session) = session {
            head.push_str(&format!("cookie: session={session}\r\n"));
        }
        if *origin {
            head.push_str("sec-fetch-site: same-origin\r\n");
        }
        if let Some((kind, length)) = body {
            head.push_str(&format!("content-type: {kind}\r\ncontent-length: {length}\r\n"));
        }
        head.push_str("\r\n");
        head.into_bytes()
    }
}
