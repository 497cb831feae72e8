//! Pages that are costly to make.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use super::clients::Hostile;
use super::payloads::{NESTED, each};
use crate::raw::Head;

/// What shows a note, its versions, and what is between them.
const VIEWS: [&str; 17] = [
    "",
    "?vue=auteurs",
    "?vue=age",
    "/comparer?de=1&a=2",
    "/comparer?de=1&a=2&vue=cote",
    "/comparer?de=1&a=2&vue=source",
    "/comparer?de=2&a=3&vue=avant-apres",
    "/historique",
    "/historique.atom",
    "/historique.json",
    "/export.zip",
    "/film",
    "/modifier",
    "/coquille",
    "/phrases/0",
    "/versions/2",
    "/versions/2/annulation",
];

fn note(body: &str, more: &str) -> Vec<u8> {
    let key = app::engine::envelope::CommandId::fresh();
    format!("command_id={}&base=1&title=T{more}&body={body}", key.as_str()).into_bytes()
}

/// Text that nests: saved, then shown in every way there is.
pub async fn nested(hostile: &Hostile) {
    let guest = hostile.guest();
    let session = Some(guest.session.as_str());
    let body = note(hostile.one::<String>(&NESTED), "");
    hostile.post(&format!("{}/modification", guest.note), session, &body).await;
    hostile
        .at_once(VIEWS.len(), async |at| {
            // Its writer sees more than others do.
            let session = if hostile.turn().is_multiple_of(3) { None } else { session };
            hostile.get(&format!("{}{}", guest.note, VIEWS[at]), session).await;
        })
        .await;
}

/// The same, only looked at before it is saved.
pub async fn previewed(hostile: &Hostile) {
    let guest = hostile.guest();
    let path = format!("{}/modification", guest.note);
    hostile
        .at_once(NESTED.len(), async |at| {
            let body = note(&NESTED[at], "&action=apercu");
            hostile.post(&path, Some(&guest.session), &body).await;
        })
        .await;
}

/// As much as is kept of what is not saved, and more than a note holds.
pub async fn autosaved(hostile: &Hostile) {
    let guest = hostile.guest();
    let long = ["mot+", "a%0A", ">", "[", "%C3%A9"].map(|word| word.repeat((3 << 20) / word.len()));
    let body = note(hostile.one::<String>(&long), "&saved_at=0&kept=0");
    for path in ["/brouillon", "/modification"] {
        hostile.post(&format!("{}{path}", guest.note), Some(&guest.session), &body).await;
    }
}

/// Questions as long as an address may be, and longer.
pub async fn search(hostile: &Hostile) {
    let words = each(9_000, |number| format!("m{number}+"));
    let asked = [
        words,
        "a+".repeat(30_000),
        "\"".repeat(60_000),
        "(a+OR+".repeat(10_000),
        "a*+-b+".repeat(10_000),
        "%CC%81".repeat(10_000),
        "é".repeat(30_000),
        "x".repeat(200_000),
    ];
    hostile
        .at_once(asked.len() * 2, async |at| {
            hostile.get(&format!("/recherche?q={}", asked[at % asked.len()]), None).await;
        })
        .await;
}

/// Addresses with a hundred thousand parameters, and with as many as fit.
pub async fn queries(hostile: &Hostile) {
    let note = &hostile.guest().note;
    for path in ["/", "/notes", "/sante", "/a", "/connexion", note.as_str()] {
        for count in [15_000, 30_000, 100_000] {
            let word = if count == 15_000 { "b=c&" } else { "b&" };
            hostile.get(&format!("{path}?{}", word.repeat(count)), None).await;
        }
    }
}

/// Streams of a projector, begun and left.
pub async fn streams(hostile: &Hostile) {
    let head = Head::get(&hostile.ground.screen).bytes();
    for _ in 0..3 {
        hostile
            .at_once(20, async |at| {
                let Some(mut stream) = hostile.connect().await else { return };
                let _ = stream.write_all(&head).await;
                let mut bytes = [0; 12];
                // Some do not even listen to the first word.
                let heard = at % 2 == 0 && stream.read_exact(&mut bytes).await.is_ok();
                let told = std::str::from_utf8(&bytes[9..]).ok();
                let status = told.filter(|_| heard).and_then(|told| told.parse().ok());
                hostile.answered(status.unwrap_or(0));
            })
            .await;
    }
}
