//! `/notes/{note}/lecteurs`: who may read a note, in words for whoever reads it; for its authors,
//! choosing them, and who could read it on a day. `/lire/{token}` is the other side of its link.

use app::Failure;
use app::notes::audience::{Audience, ReadersAt, link_mark};
use app::notes::coauthors::For;
use domain::notes::audience::{EVERYONE, Group, LINK};
use fluent_bundle::FluentValue;
use maud::{Markup, html};
use poem::http::StatusCode;
use projections::notes::note::{Note, Reach};
use projections::people::membership::COUNTED;

use crate::notes::coauthors::{not_for_another, offered_link, waiting};
use crate::notes::rights::{Reads, Writes};
use crate::shell::address;
use crate::shell::extract::Anyone;
use crate::shell::form::Form;
use crate::shell::layout::{Kind, Page};
use crate::shell::page::{Answer, go};
use crate::shell::parts::icon::{self, Icon};
use crate::shell::parts::{card, field, moment};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;

/// The page: a sentence for whoever reads it, everything for its authors.
pub async fn show(Reads { visitor, note, standing, .. }: Reads) -> Answer {
    if standing.writer && not_for_another(&visitor).is_ok() {
        return page(&visitor, &note, None, None).await;
    }
    let voice = &visitor.voice;
    let title = voice.say("readers-title");
    let content = html! {
        p.over { a href=(address::note(&note.note)) { (note.title) } }
        h1 { (title) }
        p.lead { (sentence(voice, &note)) }
        p { (voice.say("readers-chosen-by")) }
    };
    Ok(Page::new(title, content).show(&visitor))
}

/// Who may read it, in a sentence.
fn sentence(voice: &Voice, note: &Note) -> String {
    voice.say(match note.reach() {
        Reach::Everyone => "readers-everyone",
        Reach::Link => "readers-link",
        Reach::Workshop => "readers-workshop",
        Reach::Community => "readers-community",
        Reach::Chosen => "readers-chosen",
        Reach::Authors if note.others > 0 => "readers-authors",
        Reach::Authors => "readers-writer",
    })
}

/// `invitation` was just made; `notice` says why something could not be done.
async fn page(
    visitor: &Visitor,
    note: &Note,
    invitation: Option<&str>,
    notice: Option<&str>,
) -> Answer {
    let (voice, app) = (&visitor.voice, &visitor.site.app);
    let now = app.notes().readers_at(note, app.clock.now()).await?;
    let secret = app.notes().link_of(note).await?;
    let title = voice.say("readers-title");
    let content = html! {
        p.over { a href=(address::note(&note.note)) { (note.title) } }
        h1 { (title) }
        p.lead { (sentence(voice, note)) }
        (field::notice("readers", notice))
        @if let Some(link) = invitation {
            (offered_link(voice, link, "readers-invitation"))
        }
        section aria-labelledby="now" {
            h2 #now { (voice.say("readers-now")) }
            (readers(visitor, note, &now, true))
        }
        (choose(visitor, note).await?)
        (field::form_in("panel", visitor, &address::reader_invitation(&note.note), html! {
            h2 { (voice.say("readers-invite")) }
            p { (voice.say("readers-invite-help")) }
            button type="submit" { (voice.say("readers-invite-button")) }
        }))
        (waiting(visitor, note, For::Reading).await?)
        (by_link(visitor, note, secret.as_deref()))
        (on_a_day(visitor, note).await?)
    };
    let status = match notice {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    Ok(Page::new(title, content).status(status).show(visitor))
}

/// Those who could read it, a line each; today (`now`) with a way to end it.
fn readers(visitor: &Visitor, note: &Note, at: &ReadersAt, now: bool) -> Markup {
    let voice = &visitor.voice;
    html! {
        ul.plain {
            li { (icon::draw(Icon::Pen)) (voice.fill("readers-of-author", &[
                ("name", card::author(voice, &note.writer_name).into()),
            ])) }
            @for other in &at.others {
                li { (icon::draw(Icon::Pen)) (voice.fill("readers-of-author", &[
                    ("name", card::author(voice, &other.name).into()),
                ])) }
            }
            @for group in &at.groups {
                li {
                    (of_group(voice, group))
                    " " span.small { (moment::told_day(voice, "readers-since", &[], group.reader.since)) }
                    @if now { (end(visitor, note, group)) }
                }
            }
        }
    }
}

/// What a group is, as its line says it.
fn of_group(voice: &Voice, group: &Audience) -> Markup {
    let reader = &group.reader;
    let (icon, text) = match reader.group.as_str() {
        EVERYONE => (Icon::World, voice.say("readers-of-everyone")),
        LINK => (Icon::Key, voice.say("readers-of-link")),
        _ if reader.is_community && reader.title.is_empty() => {
            (Icon::Group, voice.say("readers-of-hidden-community"))
        }
        _ if reader.is_community => {
            (Icon::Group, voice.fill("readers-of-community", &counted(voice, group)))
        }
        _ if reader.is_workshop => {
            (Icon::Group, voice.fill("readers-of-workshop", &counted(voice, group)))
        }
        _ => (Icon::Eye, card::author(voice, &reader.name)),
    };
    html! { (icon::draw(icon)) (text) }
}

/// The name of a group, and how many it counts; on a day of before, no more than are read.
fn counted<'a>(voice: &Voice, group: &'a Audience) -> [(&'static str, FluentValue<'a>); 3] {
    let count = if group.is_past && group.people > COUNTED {
        format!("{}\u{a0}+", voice.number(COUNTED))
    } else {
        voice.number(group.people)
    };
    [
        ("title", group.reader.title.as_str().into()),
        ("n", group.people.into()),
        ("count", count.into()),
    ]
}

/// The way to end what a group may read; what was published is narrowed where it was.
fn end(visitor: &Visitor, note: &Note, group: &Audience) -> Markup {
    let voice = &visitor.voice;
    html! {
        @match group.reader.as_group(note) {
            Some(with) => (field::form_in("row", visitor, &address::reader_out(&note.note), html! {
                input type="hidden" name="with" value=(with);
                button.quiet type="submit" { (voice.say("readers-end")) }
            })),
            None => {
                " " a href={ (address::note(&note.note)) "#publication" } { (voice.say("readers-change")) }
            }
        }
    }
}

/// People and workshops to share it with.
async fn choose(visitor: &Visitor, note: &Note) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let app = &visitor.site.app;
    let proposed = app.notes().proposed_readers(note, visitor.person()?).await?;
    if proposed.people.is_empty()
        && proposed.workshops.is_empty()
        && proposed.communities.is_empty()
    {
        return Ok(html! {});
    }
    let choice = |with: &Group, text: &str| {
        html! {
            label.check {
                input type="checkbox" name="with" value=(with);
                span dir="auto" { (text) }
            }
        }
    };
    Ok(field::form_in(
        "panel",
        visitor,
        &address::readers(&note.note),
        html! {
            h2 { (voice.say("readers-choose")) }
            p { (voice.say("readers-choose-help")) }
            @if !proposed.people.is_empty() {
                fieldset.choices {
                    legend { (voice.say("readers-people")) }
                    @for (person, name) in &proposed.people { (choice(&Group::Person(person.clone()), name)) }
                }
            }
            @if !proposed.communities.is_empty() {
                fieldset.choices {
                    legend { (voice.say("readers-communities")) }
                    @for (community, name) in &proposed.communities { (choice(&Group::Community(community.clone()), name)) }
                }
            }
            @if !proposed.workshops.is_empty() {
                fieldset.choices {
                    legend { (voice.say("readers-workshops")) }
                    @for (workshop, title) in &proposed.workshops { (choice(&Group::Workshop(workshop.clone()), title)) }
                }
            }
            button.primary type="submit" { (voice.say("readers-share")) }
        },
    ))
}

/// The link that lets whoever has it read.
fn by_link(visitor: &Visitor, note: &Note, secret: Option<&str>) -> Markup {
    let voice = &visitor.voice;
    let action = address::reader_link(&note.note);
    let link = secret.map(|secret| {
        format!("{}{}", visitor.site.hosting.public_url, address::reading_link(secret))
    });
    let seen = secret.map(link_mark).unwrap_or_default();
    html! {
        section.panel aria-labelledby="by-link" {
            h2 #by-link { (voice.say("readers-by-link")) }
            p { (voice.say("readers-by-link-help")) }
            @if let Some(link) = &link {
                p.phrase #reading-link { (link) }
                button type="button" data-copy="reading-link" data-copied=(voice.say("keep-copied")) hidden {
                    (voice.say("keep-copy"))
                }
                (field::form(visitor, &action, html! {
                    input type="hidden" name="seen" value=(seen);
                    p.small { (voice.say("readers-link-change-help")) }
                    button.quiet type="submit" { (voice.say("readers-link-change")) }
                }))
            } @else {
                (field::form(visitor, &action, html! {
                    button type="submit" { (voice.say("readers-link-button")) }
                }))
            }
        }
    }
}

/// Who could read it on a day that was asked for.
async fn on_a_day(visitor: &Visitor, note: &Note) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let chosen = visitor.query.maybe("jour");
    let end = chosen.and_then(|day| voice.zone.start_of_day(day, 1));
    let found = match end {
        Some(end) => Some((end, visitor.site.app.notes().readers_at(note, end - 1).await?)),
        None => None,
    };
    let label = voice.say("readers-day");
    let line = field::Line {
        kind: "date",
        ..field::Line::new("jour", &label, chosen.unwrap_or_default())
    };
    Ok(html! {
        section.panel #on-a-day aria-labelledby="day" {
            h2 #day { (voice.say("readers-day-title")) }
            form method="get" action={ (address::readers(&note.note)) "#on-a-day" } {
                (line.show())
                button type="submit" { (voice.say("readers-day-button")) }
            }
            @if let Some((end, at)) = &found {
                h3 { (voice.fill("readers-on", &[("day", voice.day(end - 1).into())])) }
                (readers(visitor, note, at, false))
            } @else if chosen.is_some() {
                p.notice role="alert" { (voice.say("readers-no-such-day")) }
            }
        }
    })
}

/// What was refused is said on the page; anything else is a page of its own.
async fn or_said(visitor: &Visitor, note: &Note, error: Failure) -> Answer {
    match Problem::from(error) {
        Problem::Refused(key) => {
            let notice = visitor.voice.say(&key);
            page(visitor, note, None, Some(&notice)).await
        }
        other => Err(other),
    }
}

/// `POST …/lecteurs`: those who were ticked may read it.
pub async fn share(Writes { visitor, person, note, standing, .. }: Writes, form: Form) -> Answer {
    not_for_another(&visitor)?;
    let chosen: Result<Vec<Group>, _> = form.all("with").map(str::parse).collect();
    let chosen = chosen.map_err(|_| Problem::NotFound)?;
    if chosen.is_empty() {
        let notice = visitor.voice.say("readers-nobody");
        return page(&visitor, &note, None, Some(&notice)).await;
    }
    for with in chosen {
        let key = form.command_id().then(&with.to_string());
        let shared = visitor.site.app.notes().share(&note, standing, (&person, with), key).await;
        if let Err(error) = shared {
            return or_said(&visitor, &note, error).await;
        }
    }
    Ok(go(&address::readers(&note.note)))
}

/// `POST …/lecteurs/retrait`: a group may read it no more.
pub async fn unshare(Writes { visitor, person, note, standing, .. }: Writes, form: Form) -> Answer {
    not_for_another(&visitor)?;
    let with: Group = form.get("with").parse().map_err(|_| Problem::NotFound)?;
    let notes = visitor.site.app.notes();
    notes.unshare(&note, standing, (&person, with), form.command_id()).await?;
    Ok(go(&address::readers(&note.note)))
}

/// `POST …/lecteurs/lien`: a link, or another one in its place.
pub async fn link(Writes { visitor, person, note, standing, .. }: Writes, form: Form) -> Answer {
    not_for_another(&visitor)?;
    let who = (&person, form.get("seen"));
    match visitor.site.app.notes().make_link(&note, standing, who, form.command_id()).await {
        Ok(()) => Ok(go(&format!("{}#by-link", address::readers(&note.note)))),
        Err(error) => or_said(&visitor, &note, error).await,
    }
}

/// `POST …/lecteurs/invitation`: a link that serves once, shown once, to read it.
pub async fn invite(Writes { visitor, person, note, standing, .. }: Writes, form: Form) -> Answer {
    not_for_another(&visitor)?;
    let (notes, key) = (visitor.site.app.notes(), form.command_id());
    match notes.invite(&note, standing, &person, For::Reading, &key).await {
        Ok(token) => {
            let link =
                format!("{}{}", visitor.site.hosting.public_url, address::invitation(&token));
            page(&visitor, &note, Some(&link), None).await
        }
        Err(error) => or_said(&visitor, &note, error).await,
    }
}

/// `/lire/{token}`: the note, on this device from now on, while the link is good.
pub async fn open(Anyone(visitor): Anyone) -> Answer {
    let secret = visitor.part("token");
    if let Some(note) = visitor.site.app.notes().note_of_link(secret).await? {
        let mut response = go(&address::note(&note));
        visitor.hold_link(secret, &mut response);
        return Ok(response);
    }
    let voice = &visitor.voice;
    let title = voice.say("reading-link-gone");
    let content = html! {
        h1 { (title) }
        p.lead { (voice.say("reading-link-gone-help")) }
    };
    Ok(Page::new(title, content).kind(Kind::Step).status(StatusCode::GONE).show(&visitor))
}
