//! Frames of HTTP/2 (RFC 9113), by hand: a library would not say these.

const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

const HEADERS: u8 = 1;
const RESET: u8 = 3;
const SETTINGS: u8 = 4;
const PING: u8 = 6;
const CONTINUATION: u8 = 9;

const END_STREAM: u8 = 1;
const END_HEADERS: u8 = 4;

fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
    let stream = stream.to_be_bytes();
    [&length[1..], &[kind, flags], &stream[..], payload].concat()
}

/// A connection that begins well, with the window it gives each stream.
fn begun(window: u32) -> Vec<u8> {
    // 4: how much of a body may come before we say that we read it.
    let setting = [&[0, 4][..], &window.to_be_bytes()].concat();
    [PREFACE, &frame(SETTINGS, 0, 0, &setting)].concat()
}

/// A string of HPACK (RFC 7541), as it is.
fn literal(text: &str) -> Vec<u8> {
    let mut out = vec![];
    let length = text.len();
    if length < 127 {
        out.push(u8::try_from(length).unwrap());
    } else {
        out.push(127);
        let mut rest = length - 127;
        while rest >= 128 {
            out.push(u8::try_from(rest % 128).unwrap() | 128);
            rest /= 128;
        }
        out.push(u8::try_from(rest).unwrap());
    }
    out.extend(text.as_bytes());
    out
}

/// The fields of a request: those of the static table by their number.
fn fields(method: u8, path: &str, session: &str) -> Vec<u8> {
    // :method, :scheme http, :path, :authority, cookie.
    let cookie = literal(&format!("session={session}"));
    let origin = [&[0x00][..], &literal("sec-fetch-site"), &literal("same-origin")].concat();
    [
        &[0x80 | method, 0x86, 0x04][..],
        &literal(path),
        &[0x01],
        &literal("localhost"),
        &[0x0f, 0x11],
        &cookie,
        &origin,
    ]
    .concat()
}

const GET: u8 = 2;
const POST: u8 = 3;

fn ids(count: u32) -> impl Iterator<Item = u32> {
    (0..count).map(|number| number * 2 + 1)
}

/// Questions that are taken back as soon as they are asked.
pub fn resets(count: u32) -> Vec<u8> {
    let mut all = begun(65_535);
    for id in ids(count) {
        all.extend(frame(HEADERS, END_STREAM | END_HEADERS, id, &fields(GET, "/notes", "x")));
        all.extend(frame(RESET, 0, id, &8_u32.to_be_bytes()));
    }
    all
}

/// Calls that each ask for an echo.
pub fn pings(count: usize) -> Vec<u8> {
    [begun(65_535), frame(PING, 0, 0, &[0; 8]).repeat(count)].concat()
}

/// Settings that each ask to be acknowledged.
pub fn settings(count: usize) -> Vec<u8> {
    [begun(65_535), frame(SETTINGS, 0, 0, &[]).repeat(count)].concat()
}

/// A head that goes on and on.
pub fn continuations(count: usize) -> Vec<u8> {
    let more = [&[0x00][..], &literal("x-more"), &literal(&"x".repeat(1_000))].concat();
    let head = frame(HEADERS, END_STREAM, 1, &fields(GET, "/", "x"));
    [begun(65_535), head, frame(CONTINUATION, 0, 1, &more).repeat(count)].concat()
}

/// Questions whose answers are given no room.
pub fn unread(path: &str, session: &str, count: u32) -> Vec<u8> {
    let mut all = begun(0);
    for id in ids(count) {
        all.extend(frame(HEADERS, END_STREAM | END_HEADERS, id, &fields(GET, path, session)));
    }
    all
}

/// Forms that begin and never go on.
pub fn unended(path: &str, session: &str, count: u32) -> Vec<u8> {
    let mut all = begun(65_535);
    for id in ids(count) {
        all.extend(frame(HEADERS, END_HEADERS, id, &fields(POST, path, session)));
        all.extend(frame(0, 0, id, b"a=b&a=b&"));
    }
    all
}
