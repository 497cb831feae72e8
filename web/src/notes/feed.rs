//! `…/historique.atom`, `…/historique.json`: the history for other programs.

use app::Failure;
use app::access::{self, Standing};
use app::engine::blocking::aside;
use atom_syndication::{Content as AtomContent, Entry, Feed, FixedDateTime, Link, Person, Text};
use domain::prose::diff::page::compare;
use poem::http::header;
use poem::{IntoResponse as _, Response};
use projections::notes::history::{Filter, Revision};
use projections::notes::note::Note;

use super::history::{PAGE, seen, seen_change, who};
use crate::notes::rights::Reads;
use crate::shell::address;
use crate::shell::page::Answer;
use crate::shell::parts::{self, summary};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;

/// How many changes a feed holds: each is compared anew.
const ENTRIES: i64 = 20;

fn answer(kind: &'static str, bytes: impl Into<Vec<u8>>) -> Response {
    let mut response = bytes.into().into_response();
    let kind = header::HeaderValue::from_static(kind);
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}

/// What a revision changed, as HTML; nothing when one of the two texts is hidden.
async fn changes(
    visitor: &Visitor,
    note: &Note,
    standing: Standing,
    revision: &Revision,
) -> Result<String, Problem> {
    let app = &visitor.site.app;
    let first = access::first_visible(standing);
    let words = async |number: i64| match app.notes().words_for(note, standing, number).await {
        Ok(words) => Ok(Some(words.body)),
        Err(Failure::Refused(app::notes::HIDDEN)) => Ok(None),
        Err(error) => Err(Problem::from(error)),
    };
    let after = words(revision.revision).await?;
    let before = if revision.revision > first {
        words(revision.revision - 1).await?
    } else {
        Some(String::new())
    };
    let (Some(before), Some(after)) = (before, after) else { return Ok(String::new()) };
    let comparison = aside(move || compare(&before, &after)).await?;
    Ok(parts::diff::show(&visitor.voice, &comparison).into_string())
}

/// The last changes, for a reader of feeds.
pub async fn atom(Reads { visitor, note, standing, .. }: Reads) -> Answer {
    let revisions = seen(&visitor, &note, standing, i64::MAX, &Filter::default(), ENTRIES).await?;
    let voice = &visitor.voice;
    let origin = visitor.site.hosting.public_url.clone();
    let address = address::note(&note.note);
    let link = |path: &str, rel: &str| Link {
        href: format!("{origin}{path}"),
        rel: rel.to_owned(),
        ..Link::default()
    };
    let mut entries = Vec::with_capacity(revisions.len());
    for revision in &revisions {
        let first = access::first_visible(standing);
        let change = seen_change(&note.note, (revision.revision - 1).max(first), revision.revision);
        let why = if revision.name.is_empty() {
            summary::why(voice, revision)
        } else {
            revision.name.clone()
        };
        entries.push(Entry {
            title: Text::plain(format!(
                "{} — {why}",
                voice.fill("history-n", &[("n", revision.revision.into())])
            )),
            id: format!("{origin}{}", address::version(&note.note, revision.revision)),
            updated: moment(voice, revision.at),
            authors: vec![Person { name: who(voice, revision), ..Person::default() }],
            links: vec![link(&change, "alternate")],
            content: Some(AtomContent {
                content_type: Some("html".to_owned()),
                value: Some(changes(&visitor, &note, standing, revision).await?),
                ..AtomContent::default()
            }),
            ..Entry::default()
        });
    }
    let feed = Feed {
        title: Text::plain(format!("{} — {}", note.title, voice.say("history-title"))),
        id: format!("{origin}{address}"),
        updated: moment(voice, note.modified_at),
        lang: Some(voice.language.code().to_owned()),
        links: vec![
            link(&address::history_atom(&note.note), "self"),
            link(&address::history(&note.note), "alternate"),
        ],
        entries,
        ..Feed::default()
    };
    Ok(answer("application/atom+xml; charset=utf-8", readable_by_all(&feed.to_string())))
}

/// A document of XML 1.0 without the signs it may not hold, which stop every reader: texts
/// kept before they were cleaned at the door may have some.
fn readable_by_all(document: &str) -> String {
    let is_sign = |sign: &char| {
        let code = u32::from(*sign);
        let is_nothing = code & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&code);
        !is_nothing && (!sign.is_control() || matches!(sign, '\t' | '\n' | '\r'))
    };
    document.chars().filter(is_sign).collect()
}

fn moment(voice: &Voice, micros: i64) -> FixedDateTime {
    voice.zone.machine_time(micros).parse().unwrap_or_default()
}

/// The last changes, for a program.
pub async fn json(Reads { visitor, note, standing, .. }: Reads) -> Answer {
    let before = visitor.query.number("avant").unwrap_or(i64::MAX);
    let revisions = seen(&visitor, &note, standing, before, &Filter::default(), PAGE).await?;
    let voice = &visitor.voice;
    let address = address::note(&note.note);
    let first = access::first_visible(standing);
    let oldest = revisions.last().map_or(first, |it| it.revision);
    let values: Vec<serde_json::Value> = revisions
        .iter()
        .map(|revision| {
            let kind: &'static str = revision.kind.into();
            serde_json::json!({
                "revision": revision.revision,
                "at": voice.zone.machine_time(revision.at),
                "by": who(voice, revision),
                "kind": kind,
                "summary": summary::why(voice, revision),
                "name": revision.name,
                "added": revision.change.added,
                "removed": revision.change.removed,
                "thanks": revision.thanks,
                "hidden": revision.hidden,
                "address": address::version(&note.note, revision.revision),
            })
        })
        .collect();
    let next =
        (oldest > first).then(|| format!("{}?avant={oldest}", address::history_json(&note.note)));
    let values = serde_json::json!({
        "note": address,
        "title": note.title,
        "revisions": values,
        "next": next,
    });
    Ok(answer("application/json", values.to_string()))
}

#[cfg(test)]
mod tests {
    use super::readable_by_all;

    #[test]
    fn no_sign_that_xml_refuses_is_left() {
        let odd = "<a>\u{ffff}Re\u{0}l\u{b}e\u{1b}v\u{85}é\u{fdd0} \u{1ffff}\t\n😀\u{fffd}</a>";
        assert_eq!(readable_by_all(odd), "<a>Relevé \t\n😀\u{fffd}</a>");
    }
}
