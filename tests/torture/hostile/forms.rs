//! Forms that are small to send and large to read.

use super::clients::Hostile;
use super::payloads::{
    MARKS, MARKS_SMALL, MULTIPART, PARTS, PICTURES, TINY_1MB, TINY_16MB, with_file,
};
use crate::raw::{FORM, Head};

/// How many pictures one guest sends at once.
const AT_ONCE: usize = 24;

/// A megabyte of fields, from whoever and wherever.
pub async fn tiny_fields(hostile: &Hostile) {
    let note = format!("{}/modification", hostile.guest().note);
    let paths = [note.as_str(), "/nulle-part", "/nulle-part/modification", "/collage"];
    let body = TINY_1MB.as_slice();
    hostile
        .at_once(12, async |at| {
            let session = at.is_multiple_of(3).then_some(hostile.guest().session.as_str());
            let path = paths[at % paths.len()];
            let head = Head { origin: at % 2 == 0, ..Head::post(path, session, FORM, body.len()) };
            hostile.says(&[&head.bytes(), body]).await;
        })
        .await;
}

/// The most a guest may send, all of it fields.
pub async fn heavy_fields(hostile: &Hostile) {
    let guest = hostile.guest();
    let paths = [
        format!("{}/modification", guest.note),
        format!("{}/brouillon", guest.note),
        format!("{}/parcours/brouillon", hostile.ground.flooded),
        "/nulle-part/modification".to_owned(),
    ];
    let body = TINY_16MB.as_slice();
    hostile
        .at_once(4, async |at| {
            let session = Some(guest.session.as_str());
            let head = Head { origin: at < 3, ..Head::post(&paths[at], session, FORM, body.len()) };
            hostile.says(&[&head.bytes(), body]).await;
        })
        .await;
}

/// Forms in parts: too many, too long, one in another, without a boundary.
pub async fn parts(hostile: &Hostile) {
    let guest = hostile.guest();
    let path = format!("{}/matiere", hostile.ground.flooded);
    hostile
        .at_once(PARTS.len(), async |at| {
            let (kind, body) = &PARTS[at];
            let is_stranger = (hostile.turn() + at).is_multiple_of(4);
            let session = (!is_stranger).then_some(guest.session.as_str());
            let head = Head::post(&path, session, kind, body.len());
            hostile.says(&[&head.bytes(), body]).await;
        })
        .await;
}

/// Comes in as somebody new and sends one picture, many times at once.
pub async fn pictures(hostile: &Hostile) {
    let door = &hostile.ground.pictures;
    let key = app::engine::envelope::CommandId::fresh();
    let enter = format!("command_id={}&name=Photo", key.as_str());
    let entered = hostile.post(door, None, enter.as_bytes()).await;
    let known = entered.cookie("session");
    // The room is full in the end: then as somebody who is in the other one.
    let (door, session) = match &known {
        Some(session) => (door, session.as_str()),
        None => (&hostile.ground.flooded, hostile.guest().session.as_str()),
    };
    hostile.post(&format!("{door}/parcours/porte"), Some(session), b"door=transpose").await;
    let (_, picture) = hostile.one(&PICTURES);
    let body = with_file("photo", picture);
    let path = format!("{door}/matiere");
    let head = Head::post(&path, Some(session), MULTIPART, body.len()).bytes();
    hostile
        .at_once(AT_ONCE, async |_| {
            hostile.says(&[&head, &body]).await;
        })
        .await;
}

/// A letter with two and a half million accents, in whatever is counted in letters.
pub async fn marks(hostile: &Hostile) {
    let guest = hostile.guest();
    let session = Some(guest.session.as_str());
    hostile.post(&format!("{}/modification", guest.note), session, &MARKS).await;
    hostile.post(&format!("{}/brouillon", guest.note), session, &MARKS).await;
    hostile.post(&hostile.ground.flooded, None, &MARKS_SMALL).await;
    hostile.post("/compte", None, &MARKS_SMALL).await;
}

/// What is pasted: tags in tags.
pub async fn collage(hostile: &Hostile) {
    let session = Some(hostile.guest().session.as_str());
    let deep = |tag: &str, times: usize| format!("html={}", tag.repeat(times));
    let bodies = [
        deep("<div>", 13_000),
        deep("<div>", 100_000),
        deep("<b><i>", 10_000),
        deep("<ul><li>", 8_000),
        deep("<table><tr><td>", 4_000),
        deep("<a href='x'>", 5_000),
        deep("<blockquote>", 5_400),
        deep("<!--", 16_000),
        deep("%26amp;", 9_000),
    ];
    hostile
        .at_once(bodies.len(), async |at| {
            hostile.post("/collage", session, bodies[at].as_bytes()).await;
        })
        .await;
}
