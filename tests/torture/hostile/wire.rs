//! What hurts before it is a request at all: half words, lies, silence.

use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::clients::Hostile;
use super::frames;
use super::payloads::each;
use crate::raw::{FORM, Head};

/// How often the slow say a little more.
const SLOWLY: Duration = Duration::from_millis(150);

/// How long those who say nothing stay.
const STAY: Duration = Duration::from_secs(3);

/// The beginning of a request whose head goes on.
fn opened(path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n")
}

/// Cookies: one that is huge, thousands that are small.
pub async fn cookies(hostile: &Hostile) {
    let session = &hostile.guest().session;
    let heads = [
        format!("cookie: session={}\r\n", "x".repeat(60_000)),
        format!("cookie: {}session={session}\r\n", "a=b; ".repeat(10_000)),
        format!("cookie: appareil={}.{}\r\n", "y".repeat(30_000), "z".repeat(30_000)),
        "cookie: a=b\r\n".repeat(4_000),
        format!("cookie: vu={}\r\n", "9".repeat(20_000)),
        format!("cookie: langue={}\r\n", ";".repeat(50_000)),
    ];
    hostile
        .at_once(heads.len() * 3, async |at| {
            let head = format!("{}{}\r\n", opened("/notes"), heads[at % heads.len()]);
            hostile.says(&[head.as_bytes()]).await;
        })
        .await;
}

/// Headers: huge, thousands, of a kind that is read in parts.
pub async fn headers(hostile: &Hostile) {
    let heads = [
        format!("x-long: {}\r\n", "x".repeat(1 << 20)),
        format!("x-long: {}\r\n", "x".repeat(60_000)),
        each(5_000, |number| format!("x-{number}: a\r\n")),
        "x: a\r\n".repeat(99),
        format!("accept-encoding: {}gzip\r\n", "a;q=0,".repeat(10_000)),
        format!("accept-language: {}fr\r\n", "en;q=0.1,".repeat(7_000)),
        format!("if-none-match: {}\r\n", "\"a\",".repeat(15_000)),
        format!("x-forwarded-for: {}\r\n", "1.2.3.4,".repeat(8_000)),
        format!("last-event-id: {}\r\n", "9".repeat(60_000)),
        format!(" folded: a\r\n{}", " b\r\n".repeat(1_000)),
        "a\0b: c\r\n".to_owned(),
    ];
    hostile
        .at_once(heads.len() * 2, async |at| {
            let head = format!("{}{}\r\n", opened("/notes"), heads[at % heads.len()]);
            hostile.says(&[head.as_bytes()]).await;
        })
        .await;
}

/// Says `begun`, then `more` again and again, at most `times`, until it is cut off.
async fn goes_on(hostile: &Hostile, begun: &[u8], more: &[u8], times: usize, pause: Duration) {
    let Some(mut stream) = hostile.connect().await else { return };
    let mut said = stream.write_all(begun).await.is_ok();
    for _ in 0..times {
        said = said && stream.write_all(more).await.is_ok();
        if !said {
            break;
        }
        if !pause.is_zero() {
            tokio::time::sleep(pause).await;
        }
    }
    listens(hostile, stream).await;
}

/// The status that comes, if one does.
async fn listens(hostile: &Hostile, mut stream: TcpStream) {
    let mut bytes = [0; 12];
    let heard = tokio::time::timeout(SLOWLY, stream.read_exact(&mut bytes)).await;
    let heard = heard.is_ok_and(|read| read.is_ok());
    let told = std::str::from_utf8(&bytes[9..]).ok().filter(|_| heard);
    hostile.answered(told.and_then(|told| told.parse().ok()).unwrap_or(0));
}

/// A head that has no end, fast and slowly; and a line that has none.
pub async fn endless_headers(hostile: &Hostile) {
    let begun = opened("/");
    let line = "x-more: again\r\n".repeat(100);
    hostile
        .at_once(24, async |at| match at % 3 {
            0 => goes_on(hostile, begun.as_bytes(), line.as_bytes(), 2_000, Duration::ZERO).await,
            1 => goes_on(hostile, begun.as_bytes(), b"x: y\r\n", 18, SLOWLY).await,
            _ => goes_on(hostile, b"GET /", &[b'a'; 1_000], 4_000, Duration::ZERO).await,
        })
        .await;
}

/// Methods that nobody has, and addresses that are none.
pub async fn methods(hostile: &Hostile) {
    let long = "M".repeat(60_000);
    let methods = ["TRACE", "CONNECT", "FOO", "PUT", "DELETE", "OPTIONS", "get", "", long.as_str()];
    let path = "/../".repeat(10_000);
    let paths = ["/", "*", "http://ailleurs.example/", "/%00", "/notes/%ff", "//", path.as_str()];
    hostile
        .at_once(methods.len() * paths.len(), async |at| {
            let (method, path) = (methods[at % methods.len()], paths[at / methods.len()]);
            let head = Head { method, ..Head::get(path) }.bytes();
            hostile.says(&[&head]).await;
        })
        .await;
}

/// The first words of HTTP/2, or some of them, and then nothing.
pub async fn half_preface(hostile: &Hostile) {
    let begun: [&[u8]; 5] =
        [b"P", b"PRI", b"PRI * HTTP/2.0", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"\x16\x03\x01"];
    hostile
        .at_once(40, async |at| {
            let Some(mut stream) = hostile.connect().await else { return };
            let _ = stream.write_all(begun[at % begun.len()]).await;
            tokio::time::sleep(STAY).await;
            listens(hostile, stream).await;
        })
        .await;
}

/// HTTP/2 used against itself.
pub async fn http2(hostile: &Hostile) {
    let session = &hostile.guest().session;
    let floods = [
        frames::resets(3_000),
        frames::pings(20_000),
        frames::settings(20_000),
        frames::continuations(2_000),
        frames::unread("/", session, 100),
        frames::unread(&format!("{}/export.zip", hostile.guest().note), session, 100),
        frames::unread(&hostile.ground.screen, session, 100),
        frames::unended("/nulle-part/modification", session, 100),
    ];
    hostile
        .at_once(floods.len(), async |at| {
            let Some(mut stream) = hostile.connect().await else { return };
            let _ = stream.write_all(&floods[at]).await;
            tokio::time::sleep(STAY).await;
            hostile.answered(0);
            drop(stream);
        })
        .await;
}

/// The head of a form in pieces.
fn chunked(path: &str, session: Option<&str>, more: &str) -> Vec<u8> {
    let session = session.map_or(String::new(), |session| format!("cookie: session={session}\r\n"));
    format!(
        "POST {path} HTTP/1.1\r\nhost: localhost\r\nsec-fetch-site: same-origin\r\n{session}\
         content-type: {FORM}\r\ntransfer-encoding: chunked\r\n{more}\r\n"
    )
    .into_bytes()
}

/// Forms in pieces that never end: large ones, one byte at a time, and pieces with long
/// remarks.
pub async fn endless_chunks(hostile: &Hostile) {
    let guest = hostile.guest();
    let path = format!("{}/modification", guest.note);
    let large = format!("10000\r\n{}\r\n", "a=b&".repeat(1 << 14)).into_bytes();
    let remark = format!("1;{}\r\na\r\n", "x".repeat(10_000)).into_bytes();
    hostile
        .at_once(20, async |at| {
            let session = (at % 5 != 0).then_some(guest.session.as_str());
            let head = chunked(&path, session, "");
            match at % 4 {
                0 => goes_on(hostile, &head, &large, 400, Duration::ZERO).await,
                1 => goes_on(hostile, &head, b"1\r\na\r\n", 20_000, Duration::ZERO).await,
                2 => goes_on(hostile, &head, b"1\r\na\r\n", 18, SLOWLY).await,
                _ => goes_on(hostile, &head, &remark, 1_000, Duration::ZERO).await,
            }
        })
        .await;
}

/// Lengths that are not, two lengths, a length beside pieces.
pub async fn lying_lengths(hostile: &Hostile) {
    let guest = hostile.guest();
    let path = format!("{}/modification", guest.note);
    let long = Head::post(&path, Some(&guest.session), FORM, 16 << 20).bytes();
    let lies = ["-1", "18446744073709551615", "9999999999999999999999", "5, 6", "0x10", "+5", ""];
    let two = "content-length: 6\r\n";
    hostile
        .at_once(24, async |at| match at % 4 {
            // The rest of sixteen megabytes never comes.
            0 => goes_on(hostile, &long, b"a=b&", 18, SLOWLY).await,
            1 => {
                let head = chunked(&path, Some(&guest.session), two);
                hostile.says(&[&head, b"0\r\n\r\nGET /sante HTTP/1.1\r\nhost: a\r\n\r\n"]).await;
            }
            2 => {
                let head = Head::post(&path, None, FORM, 5).bytes();
                let two = String::from_utf8(head).unwrap().replacen("\r\n\r\n", "\r\n", 1);
                let two = format!("{two}content-length: 6\r\n\r\nabcdefghij");
                hostile.says(&[two.as_bytes()]).await;
            }
            _ => {
                let lie = lies[at / 4 % lies.len()];
                let head = format!(
                    "POST /langue HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\
                     content-type: {FORM}\r\ncontent-length: {lie}\r\n\r\nlangue=en"
                );
                hostile.says(&[head.as_bytes()]).await;
            }
        })
        .await;
}

/// Large forms, a few bytes at a time: as many at once as large forms have places.
pub async fn slow_bodies(hostile: &Hostile) {
    let guest = hostile.guest();
    let path = format!("{}/brouillon", guest.note);
    let known = Head::post(&path, Some(&guest.session), FORM, 8 << 20).bytes();
    let small = Head::post("/connexion", None, FORM, 60_000).bytes();
    hostile
        .at_once(24, async |at| {
            let head = if at % 3 == 0 { &small } else { &known };
            goes_on(hostile, head, b"a=", 20, SLOWLY).await;
        })
        .await;
}

/// Ask for what is long, again and again, and never read.
pub async fn slow_readers(hostile: &Hostile) {
    let guest = hostile.guest();
    let paths = ["", "/export.zip", "/historique.atom", "/film"];
    let session = Some(guest.session.as_str());
    hostile
        .at_once(24, async |at| {
            let path = match at % 5 {
                4 => "/".to_owned(),
                other => format!("{}{}", guest.note, paths[other]),
            };
            let head = Head { session, ..Head::get(&path) }.bytes();
            let head = String::from_utf8(head).unwrap().replace("connection: close\r\n", "");
            // As many as the system takes before it makes us wait.
            goes_on(hostile, b"", head.repeat(10).as_bytes(), 10, SLOWLY).await;
        })
        .await;
}

/// Connect and say nothing.
pub async fn silent(hostile: &Hostile) {
    hostile
        .at_once(100, async |_| {
            let Some(stream) = hostile.connect().await else { return };
            tokio::time::sleep(STAY).await;
            hostile.answered(0);
            drop(stream);
        })
        .await;
}

/// A thousand questions in one breath.
pub async fn pipelined(hostile: &Hostile) {
    let head = "GET /notes HTTP/1.1\r\nhost: localhost\r\n\r\n".repeat(1_000);
    let form = "POST /langue HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9\r\n\r\nlangue=en";
    let forms = form.repeat(1_000);
    hostile
        .at_once(6, async |at| {
            let said = if at % 2 == 0 { &head } else { &forms };
            hostile.says(&[said.as_bytes()]).await;
        })
        .await;
}
