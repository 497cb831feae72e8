//! `/notes/{note}/conversations`: writing to those who write a note, and answering, without anybody
//! seeing an address. `/moi/conversations`: all those one has a part in.

use app::access::Standing;
use app::engine::envelope::CommandId;
use domain::core::ids::PersonId;
use domain::notes::conversation::Side;
use maud::{Markup, html};
use poem::http::StatusCode;
use projections::notes::conversation::{self, Conversation, Message};
use projections::notes::note::Note;

use crate::notes::coauthors::{names, not_for_another};
use crate::notes::rights::{Acts, Writes};
use crate::shell::address;
use crate::shell::extract::Known;
use crate::shell::form::Form;
use crate::shell::layout::{Kind, Page};
use crate::shell::limits::Counted;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::{self, Paste};
use crate::shell::parts::{card, message, moment};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;

/// How many conversations a list shows.
const MANY: i64 = 100;

/// What was sent and not taken, and the key of the text that says why.
struct Refused<'r> {
    words: &'r str,
    why: &'r str,
}

/// For an author, those about the note; for anybody else, theirs.
pub async fn show(Acts { visitor, person, note, standing, .. }: Acts) -> Answer {
    not_for_another(&visitor)?;
    if !standing.writer {
        return thread(&visitor, &note, (&person, &person), None).await;
    }
    not_with_minors(&visitor, &person).await?;
    let all = conversation::of_note(&visitor.site.app.db, &note.note, MANY).await?;
    let voice = &visitor.voice;
    let content = html! {
        p.over { a href=(address::note(&note.note)) { (note.title) } }
        h1 { (voice.say("conversations-title")) }
        p.lead { (voice.say("conversations-lead")) }
        @if all.is_empty() { p.empty { (voice.say("conversations-empty")) } }
        div.cards { @for found in &all { (of_author(voice, found, &person)) } }
    };
    Ok(Page::new(voice.say("conversations-title"), content).show(&visitor))
}

/// Those one has a part in.
pub async fn own(Known { visitor, person }: Known) -> Answer {
    not_for_another(&visitor)?;
    let all = conversation::of_person(&visitor.site.app.db, &person, MANY).await?;
    let voice = &visitor.voice;
    let content = html! {
        p.over { a href=(address::me()) { (voice.say("nav-me")) } }
        h1 { (voice.say("conversations-own")) }
        @if all.is_empty() { p.empty { (voice.say("conversations-own-empty")) } }
        div.cards {
            @for found in &all {
                @if found.reader == person {
                    article.card {
                        h2 dir="auto" { a href=(address::conversations(&found.note)) { (found.title) } }
                        (state(voice, found, Side::Reader))
                    }
                } @else {
                    article.card {
                        h2 dir="auto" { a href=(address::conversation(&found.note, &found.reader)) { (found.title) } }
                        p { (card::author(voice, &found.reader_name)) }
                        (state(voice, found, Side::Authors))
                    }
                }
            }
        }
    };
    Ok(Page::new(voice.say("conversations-own"), content).show(&visitor))
}

fn of_author(voice: &Voice, found: &Conversation, person: &PersonId) -> Markup {
    html! {
        article.card {
            h2 {
                a href=(address::conversation(&found.note, &found.reader)) { (card::author(voice, &found.reader_name)) }
            }
            (state(voice, found, Side::of(person, &found.reader)))
        }
    }
}

/// How many messages, since when, and whether it waits for `side`.
fn state(voice: &Voice, found: &Conversation, side: Side) -> Markup {
    html! {
        p.by {
            (voice.count("conversations-messages", found.messages)) " · " (moment::moment(voice, found.last_at))
            @if found.waits == side { " · " span.badge { (voice.say("conversations-waits")) } }
            @if found.ended { " · " (voice.say("conversations-over")) }
        }
    }
}

/// The conversation of the reader at the address, for an author or for that reader.
pub async fn with(Acts { visitor, person, note, standing, .. }: Acts) -> Answer {
    not_for_another(&visitor)?;
    let reader = reader(&visitor)?;
    if reader != person && !standing.writer {
        return Err(Problem::NotFound);
    }
    not_with_minors(&visitor, &person).await?;
    thread(&visitor, &note, (&reader, &person), None).await
}

/// `POST …/conversations`: a reader writes to the authors.
pub async fn write(Acts { visitor, person, note, standing, .. }: Acts, form: Form) -> Answer {
    send(&visitor, (&note, standing), (&person, &person), &form).await
}

/// `POST …/conversations/{person}`: an author answers.
pub async fn answer(Writes { visitor, person, note, standing, .. }: Writes, form: Form) -> Answer {
    let reader = reader(&visitor)?;
    send(&visitor, (&note, standing), (&reader, &person), &form).await
}

/// `POST …/conversations/{person}/suite`: nothing to answer, or no more messages.
pub async fn settle(Acts { visitor, person, note, standing, .. }: Acts, form: Form) -> Answer {
    not_for_another(&visitor)?;
    let reader = reader(&visitor)?;
    let (notes, who, key) = (visitor.site.app.notes(), (&reader, &person), form.command_id());
    let done = match form.get("suite") {
        "rien" => {
            let seen = form.number("vus").and_then(|seen| u32::try_from(seen).ok()).unwrap_or(0);
            notes.settle_conversation(&note, standing, (who.0, who.1, seen), key).await
        }
        "fin" => notes.end_conversation(&note, standing, who, key).await,
        _ => return Err(Problem::NotFound),
    };
    done?;
    Ok(go(&place(&note, who)))
}

/// Whoever is in a workshop with people under fourteen reads no message of somebody else.
async fn not_with_minors(visitor: &Visitor, person: &PersonId) -> Result<(), Problem> {
    if visitor.site.app.people().is_with_minors(person).await? {
        return Err(Problem::NotFound);
    }
    Ok(())
}

fn reader(visitor: &Visitor) -> Result<PersonId, Problem> {
    visitor.part("person").parse().map_err(|_| Problem::NotFound)
}

/// Where `by` reads the conversation of `reader`.
fn place(note: &Note, (reader, by): (&PersonId, &PersonId)) -> String {
    if by == reader {
        address::conversations(&note.note)
    } else {
        address::conversation(&note.note, reader)
    }
}

async fn send(
    visitor: &Visitor,
    (note, standing): (&Note, Standing),
    who: (&PersonId, &PersonId),
    form: &Form,
) -> Answer {
    not_for_another(visitor)?;
    if !visitor.site.limits.allow(Counted::Message, who.1.as_str()) {
        return Err(Problem::TooMany);
    }
    let (words, key): (_, CommandId) = (form.get("message"), form.command_id());
    match visitor.site.app.notes().send_message(note, standing, who, words, key).await {
        Ok(_) => Ok(go(&format!("{}#derniers", place(note, who)))),
        Err(error) => match Problem::from(error) {
            Problem::Refused(why) => {
                thread(visitor, note, who, Some(Refused { words, why: &why })).await
            }
            other => Err(other),
        },
    }
}

/// A conversation, and what one may do of it.
async fn thread(
    visitor: &Visitor,
    note: &Note,
    (reader, by): (&PersonId, &PersonId),
    refused: Option<Refused<'_>>,
) -> Answer {
    let app = &visitor.site.app;
    let found = conversation::find(&app.db, &note.note, reader).await?;
    let side = Side::of(by, reader);
    let possible = app.notes().may_converse(note, reader).await?;
    if found.is_none() && (!possible || side != Side::Reader) {
        return closed(visitor, note, side);
    }
    let ended = found.as_ref().is_some_and(|found| found.ended);
    let may_write = possible && !(ended && side == Side::Reader);
    let messages = match &found {
        Some(_) => conversation::messages(&app.db, &note.note, reader).await?,
        None => vec![],
    };
    let voice = &visitor.voice;
    let title = match (&found, side) {
        (Some(found), Side::Authors | Side::Nobody) => {
            let name = card::author(voice, &found.reader_name);
            voice.fill("conversation-with", &[("name", name.into())])
        }
        _ => voice.say("conversation-title"),
    };
    let who = names(visitor, note).await?;
    let (words, why) = refused.map_or(("", None), |it| (it.words, Some(voice.say(it.why))));
    let status = if why.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let waits = found.as_ref().is_some_and(|found| found.waits == side);
    let content = html! {
        p.over { a href=(address::note(&note.note)) { (note.title) } }
        h1 { (title) }
        @if side == Side::Reader { p.lead { (voice.fill("conversation-lead", &[("who", who.into())])) } }
        @else { p.lead { (voice.say("conversation-lead-authors")) } }
        @if !messages.is_empty() {
            section.cards aria-label=(voice.say("conversation-messages")) {
                @let last = messages.len() - 1;
                @for (at, sent) in messages.iter().enumerate() {
                    (one_message(voice, note, (sent, by, reader), at == last))
                }
            }
        }
        @if ended { p.notice { (voice.say(if side == Side::Reader { "conversation-over" } else { "conversation-over-authors" })) } }
        @if !possible { p.notice { (voice.say("conversation-nobody")) } }
        @if may_write {
            (field::form_in("panel", visitor, &place(note, (reader, by)), html! {
                (field::notice("message-notice", why.as_deref()))
                (field::area_for(Paste::Words, ("message", &voice.say("conversation-message"), None), words, 5))
                button.primary type="submit" { (voice.say("conversation-send")) }
            }))
        }
        // It was sent, and there is no field any more: the words are not lost.
        @else if let Some(why) = &why {
            (field::notice("message-notice", Some(why)))
            p.panel dir="auto" { (words) }
        }
        @if waits {
            (field::form(visitor, &address::conversation_settled(&note.note, reader), html! {
                input type="hidden" name="vus" value=(messages.len());
                button.quiet type="submit" name="suite" value="rien" { (voice.say("conversation-settle")) }
            }))
        }
        @if side == Side::Authors && !ended {
            details {
                summary { (voice.say("conversation-end")) }
                (field::form(visitor, &address::conversation_settled(&note.note, reader), html! {
                    p { (voice.say("conversation-end-help")) }
                    button type="submit" name="suite" value="fin" { (voice.say("conversation-end-button")) }
                }))
            }
        }
    };
    Ok(Page::new(title, content).kind(Kind::Step).status(status).show(visitor))
}

/// Nobody can be written to here.
fn closed(visitor: &Visitor, note: &Note, side: Side) -> Answer {
    if side != Side::Reader {
        return Err(Problem::NotFound);
    }
    let voice = &visitor.voice;
    let content = html! {
        p.over { a href=(address::note(&note.note)) { (note.title) } }
        h1 { (voice.say("conversation-title")) }
        p.empty { (voice.say("conversation-nobody")) }
    };
    Ok(Page::new(voice.say("conversation-title"), content).kind(Kind::Step).show(visitor))
}

/// A message. To the reader, an author of a note that a group signs has no name.
fn one_message(
    voice: &Voice,
    note: &Note,
    (sent, by, reader): (&Message, &PersonId, &PersonId),
    is_last: bool,
) -> Markup {
    let name = if sent.by == *by {
        None
    } else if note.by_group && by == reader && sent.by != *reader {
        Some(voice.say("conversation-an-author"))
    } else {
        Some(card::author(voice, &sent.name))
    };
    let id = is_last.then_some("derniers");
    message::show(voice, id, name.as_deref(), sent.at, &sent.words)
}
