//! `/notes/{note}/auteurs`: who writes a note together, inviting somebody, leaving.
//! `/invitation/{token}` is the other side of the link.

use app::Failure;
use app::notes::coauthors::{For, Invitation};
use domain::core::ids::PersonId;
use maud::{Markup, html};
use poem::Response;
use poem::http::StatusCode;
use projections::notes::coauthor;
use projections::notes::note::{self, Note};

use crate::notes::rights::{Acts, Writes};
use crate::shell::address;
use crate::shell::extract::Anyone;
use crate::shell::form::Form;
use crate::shell::layout::{Kind, Page};
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::{self, Line};
use crate::shell::parts::said::{Said, go_saying};
use crate::shell::parts::{card, moment};
use crate::shell::problem::Problem;
use crate::shell::qr;
use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;
use app::access::Standing;

/// Who signs a note, every author by name.
pub(super) async fn names(visitor: &Visitor, note: &Note) -> Result<String, Problem> {
    let voice = &visitor.voice;
    if note.by_group || note.others == 0 {
        return Ok(card::signature(voice, note));
    }
    let others = coauthor::of_note(&visitor.site.app.db, &note.note).await?;
    let all = std::iter::once(&note.writer_name).chain(others.iter().map(|other| &other.name));
    // Whoever left the commons signs nothing.
    let names: Vec<String> = all.filter(|name| !name.is_empty()).cloned().collect();
    Ok(if names.is_empty() { card::author(voice, "") } else { voice.list(&names) })
}

/// A link that serves once, just made: it is shown this once.
pub(super) fn offered_link(voice: &Voice, link: &str, title: &str) -> Markup {
    html! {
        section.panel role="status" {
            h2 { (voice.say(title)) }
            p { (voice.say("coauthors-link-help")) }
            button.primary type="button" data-copy="link" data-copied=(voice.say("keep-copied")) hidden {
                (voice.say("keep-copy"))
            }
            p.phrase #link { (link) }
            div.small-qr { (qr::svg(link, &voice.say("coauthors-link-qr"))) }
        }
    }
}

/// Whoever writes for somebody invites nobody in their place, nor leaves for them.
pub(super) fn not_for_another(visitor: &Visitor) -> Result<(), Problem> {
    let is_scribe = visitor.viewer.someone.as_ref().is_some_and(|it| it.scribe.is_some());
    if is_scribe { Err(Problem::NotFound) } else { Ok(()) }
}

/// The page.
pub async fn show(Writes { visitor, note, .. }: Writes) -> Answer {
    not_for_another(&visitor)?;
    page(&visitor, &note, None, None).await
}

/// `link` was just made; `notice` says why something could not be done.
async fn page(visitor: &Visitor, note: &Note, link: Option<&str>, notice: Option<&str>) -> Answer {
    let voice = &visitor.voice;
    let others = coauthor::of_note(&visitor.site.app.db, &note.note).await?;
    let first = (&note.writer, &note.writer_name);
    let all: Vec<_> =
        std::iter::once(first).chain(others.iter().map(|it| (&it.person, &it.name))).collect();
    let content = html! {
        p.over { a href=(address::note(&note.note)) { (note.title) } }
        h1 { (voice.say("coauthors-title")) }
        p.lead { (voice.say("coauthors-lead")) }
        (field::notice("coauthors", notice))
        @if let Some(link) = link { (offered_link(voice, link, "coauthors-link")) }
        section aria-labelledby="who" {
            h2 #who { (voice.say("coauthors-who")) }
            ul.plain {
                @for (person, name) in &all {
                    @let name = card::author(voice, name);
                    li {
                        @if visitor.viewer.person() == Some(person) {
                            (voice.fill("coauthors-you", &[("name", name.into())]))
                        } @else { (name) }
                    }
                }
            }
        }
        (asking(visitor, note).await?)
        (field::form_in("panel", visitor, &address::coauthors(&note.note), html! {
            h2 { (voice.say("coauthors-invite")) }
            p { (voice.say("coauthors-invite-help")) }
            button.primary type="submit" { (voice.say("coauthors-invite-button")) }
        }))
        (waiting(visitor, note, For::Writing).await?)
        (opening(visitor, note))
        @if all.len() > 1 {
            // Two taps: nobody leaves by mistake.
            details.panel {
                summary { (voice.say("coauthors-leave")) }
                (field::form(visitor, &address::coauthor_left(&note.note), html! {
                    p { (voice.say("coauthors-leave-help")) }
                    button type="submit" { (voice.say("coauthors-leave-button")) }
                }))
            }
        } @else { p.small { (voice.say("coauthors-alone")) } }
    };
    let status = match notice {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    Ok(Page::new(voice.say("coauthors-title"), content).status(status).show(visitor))
}

/// The invitations that wait, each with a way to take it back.
pub(super) async fn waiting(visitor: &Visitor, note: &Note, what: For) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let mut all = visitor.site.app.notes().waiting_invitations(&note.note).await?;
    all.retain(|(_, of, _)| *of == what);
    Ok(html! {
        @if !all.is_empty() {
            section.panel aria-labelledby="waiting-title" {
                h2 #waiting-title { (voice.say("invitations-wait")) }
                @for (mark, _, until) in &all {
                    (field::form_in("row", visitor, &address::invitation_back(&note.note), html! {
                        input type="hidden" name="invitation" value=(mark);
                        span { (moment::told_day(voice, "invitation-until", &[], *until)) }
                        button.quiet type="submit" { (voice.say("invitation-back")) }
                    }))
                }
            }
        }
    })
}

/// `POST …/auteurs/invitation/retrait`: an invitation opens nothing any more.
pub async fn uninvite(Writes { visitor, note, standing, .. }: Writes, form: Form) -> Answer {
    not_for_another(&visitor)?;
    visitor.site.app.notes().uninvite(&note, standing, form.get("invitation")).await?;
    Ok(go(&address::coauthors(&note.note)))
}

/// Those who ask to write it, and the two answers.
async fn asking(visitor: &Visitor, note: &Note) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let all = coauthor::asking(&visitor.site.app.db, &note.note).await?;
    Ok(html! {
        @if !all.is_empty() {
            section.panel #asking aria-labelledby="asking-title" {
                h2 #asking-title { (voice.say("coauthors-asking")) }
                p { (voice.say("coauthors-asking-help")) }
                @for asker in &all {
                    @let name = card::author(voice, &asker.name);
                    (field::form_in("row", visitor, &address::authorship_answer(&note.note), html! {
                        input type="hidden" name="person" value=(asker.person);
                        button type="submit" name="answer" value="yes" {
                            (voice.fill("coauthors-grant", &[("name", name.into())]))
                        }
                        button.quiet type="submit" name="answer" value="no" { (voice.say("coauthors-decline")) }
                    }))
                }
            }
        }
    })
}

/// Whether its authors alone change it, and the other choice.
fn opening(visitor: &Visitor, note: &Note) -> Markup {
    let voice = &visitor.voice;
    let (is, open, button) = if note.closed {
        ("coauthors-is-closed", "1", "coauthors-open-button")
    } else {
        ("coauthors-is-open", "0", "coauthors-close-button")
    };
    field::form_in(
        "panel",
        visitor,
        &address::openness(&note.note),
        html! {
            h2 { (voice.say("coauthors-open")) }
            p { (voice.say(is)) }
            input type="hidden" name="open" value=(open);
            button type="submit" { (voice.say(button)) }
        },
    )
}

/// `POST …/ouverture`: open to whoever reads it with an account, or to its authors alone.
pub async fn set_open(Writes { visitor, person, note, .. }: Writes, form: Form) -> Answer {
    not_for_another(&visitor)?;
    let open = form.get("open") == "1";
    visitor.site.app.notes().set_open(&note, &person, open, form.command_id()).await?;
    Ok(go(&address::coauthors(&note.note)))
}

/// The way to ask its authors to write it too, or what became of that.
pub(super) async fn request(
    visitor: &Visitor,
    note: &Note,
    standing: Standing,
) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    // Whoever writes for somebody asks nothing in their place.
    let known = visitor.viewer.someone.as_ref().filter(|it| it.scribe.is_none());
    let Some(person) = known.map(|it| &it.person).filter(|_| !standing.owns()) else {
        return Ok(html! {});
    };
    let request = coauthor::request(&visitor.site.app.db, &note.note, person).await?;
    Ok(html! {
        @match request {
            Some(true) => p.small { (voice.say("ask-to-write-waits")) },
            Some(false) => p.small { (voice.say("ask-to-write-declined")) },
            None => details {
                summary { (voice.say("ask-to-write")) }
                p { (voice.say("ask-to-write-help")) }
                (field::form(visitor, &address::authorship_request(&note.note), html! {
                    button type="submit" { (voice.say("ask-to-write-button")) }
                }))
            },
        }
    })
}

/// `POST …/auteurs/demande`: a reader asks to write it too.
pub async fn ask(Acts { visitor, person, note, standing, .. }: Acts, form: Form) -> Answer {
    not_for_another(&visitor)?;
    let notes = visitor.site.app.notes();
    notes.ask_authorship(&note, standing, &person, form.command_id()).await?;
    Ok(go_saying(&address::note(&note.note), Said::Asked))
}

/// `POST …/auteurs/reponse`: an author answers somebody who asked.
pub async fn answer(Writes { visitor, person, note, .. }: Writes, form: Form) -> Answer {
    not_for_another(&visitor)?;
    let asker: PersonId = form.get("person").parse().map_err(|_| Problem::NotFound)?;
    let grants = form.get("answer") == "yes";
    let notes = visitor.site.app.notes();
    match notes.answer_authorship(&note, &person, (&asker, grants), form.command_id()).await {
        Ok(_) => Ok(go(&address::coauthors(&note.note))),
        Err(error) => match Problem::from(error) {
            Problem::Refused(key) => {
                let notice = visitor.voice.say(&key);
                page(&visitor, &note, None, Some(&notice)).await
            }
            other => Err(other),
        },
    }
}

/// `POST …/auteurs`: a link that serves once, shown once.
pub async fn invite(Writes { visitor, person, note, standing, .. }: Writes, form: Form) -> Answer {
    not_for_another(&visitor)?;
    let (notes, key) = (visitor.site.app.notes(), form.command_id());
    match notes.invite(&note, standing, &person, For::Writing, &key).await {
        Ok(token) => {
            let link =
                format!("{}{}", visitor.site.hosting.public_url, address::invitation(&token));
            page(&visitor, &note, Some(&link), None).await
        }
        Err(Failure::Refused(key)) => {
            let notice = visitor.voice.say(key);
            page(&visitor, &note, None, Some(&notice)).await
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST …/auteurs/depart`.
pub async fn leave(Writes { visitor, person, note, .. }: Writes, form: Form) -> Answer {
    not_for_another(&visitor)?;
    match visitor.site.app.notes().leave(&note.note, &person, form.command_id()).await {
        Ok(_) => Ok(go(&format!("{}?note-quittee=1", address::me()))),
        Err(error) => match Problem::from(error) {
            Problem::Refused(key) => {
                let notice = visitor.voice.say(&key);
                page(&visitor, &note, None, Some(&notice)).await
            }
            other => Err(other),
        },
    }
}

/// `/invitation/{token}`: what it is to, and a button.
pub async fn offered(Anyone(visitor): Anyone) -> Answer {
    // Whoever took it already has nothing to take: it leads to the note.
    if let (Some((note, ..)), Some(person)) =
        (host_of(&visitor, visitor.part("token")).await?, visitor.viewer.person())
        && coauthor::writes(&visitor.site.app.db, &note, person).await?
    {
        return Ok(go(&address::note(&note.note)));
    }
    let mut page = take_page(&visitor, None).await?;
    visitor.give_phone(&mut page);
    Ok(page)
}

/// The note an invitation is to, and the name of whoever made it, while they are one of its authors.
async fn host_of(visitor: &Visitor, token: &str) -> Result<Option<(Note, String, For)>, Problem> {
    let app = &visitor.site.app;
    let invitation = app.notes().invitation(token, visitor.viewer.person()).await?;
    let Some(Invitation { note: id, by, what }) = invitation else { return Ok(None) };
    let Some(note) = note::find(&app.db, &id).await? else { return Ok(None) };
    if note.writer == by {
        let name = note.writer_name.clone();
        return Ok(Some((note, name, what)));
    }
    let others = coauthor::of_note(&app.db, &id).await?;
    Ok(others.into_iter().find(|it| it.person == by).map(|it| (note, it.name, what)))
}

async fn take_page(visitor: &Visitor, refused: Option<(&str, &str)>) -> Answer {
    let (voice, token) = (&visitor.voice, visitor.part("token"));
    let Some((note, host, what)) = host_of(visitor, token).await? else {
        let content = html! {
            h1 { (voice.say("invitation-gone")) }
            p.lead { (voice.say("invitation-gone-help")) }
        };
        let page = Page::new(voice.say("invitation-gone"), content).kind(Kind::Step);
        return Ok(page.status(StatusCode::GONE).show(visitor));
    };
    // What it is called is for those who may read it already.
    let readable = visitor.site.app.note_for(&visitor.viewer, &note.note).await?;
    let known = visitor.viewer.someone.as_ref().map(|it| it.name.clone());
    let label = voice.say("join-name");
    let (notice, name) = refused.map_or((None, ""), |(notice, name)| (Some(notice), name));
    let line = Line { notice, fill: "nickname", ..Line::new("name", &label, name) };
    let (title, lead) = match what {
        For::Writing => ("coauthors-title", "invitation-lead"),
        For::Reading => ("invitation-reading-title", "invitation-reading-lead"),
    };
    let content = html! {
        h1 { (voice.say(title)) }
        p.lead { (voice.fill(lead, &[("name", card::author(voice, &host).into())])) }
        @if let Some((note, _)) = &readable {
            p { (voice.fill("invitation-note", &[("title", note.title.as_str().into())])) }
        }
        (field::form(visitor, &address::invitation(token), html! {
            @if let Some(name) = &known {
                p { (voice.fill("join-as", &[("name", name.as_str().into())])) }
            } @else {
                (line.show())
            }
            button.primary type="submit" { (voice.say("invitation-take")) }
        }))
        @if known.is_none() {
            @let back = address::invitation(token);
            p { a href={ (address::sign_in()) "?retour=" (back) } { (voice.say("join-account")) } }
            p { a href=(address::resume()) { (voice.say("join-resume")) } }
        }
    };
    let status = if notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = Page::new(voice.say(title), content).kind(Kind::Step);
    Ok(page.status(status).show(visitor))
}

/// `POST /invitation/{token}`: they write it too.
pub async fn take(Anyone(visitor): Anyone, form: Form) -> Answer {
    let (token, person) = (visitor.part("token"), visitor.viewer.person());
    let (language, name) = (visitor.voice.language.code(), form.get("name"));
    let app = &visitor.site.app;
    let mut given = Response::default();
    let key = form.command_id().bound_to(&visitor.give_phone(&mut given));
    match app.notes().take_invitation(token, person, (name, language), key).await {
        Ok(Some((note, taken))) => {
            let mut response = go(&address::note(&note));
            if person.is_none() {
                visitor.sign_in(&taken, &mut response).await?;
            }
            Ok(response)
        }
        Ok(None) => take_page(&visitor, None).await,
        Err(Failure::Words("name", reason)) => {
            let notice = visitor.voice.say(&format!("name-{}", <&str>::from(reason)));
            take_page(&visitor, Some((&notice, name))).await
        }
        Err(error) => Err(error.into()),
    }
}
