//! A letter of news to one person, in their language, with their own facts; and sending
//! those that are due.

use app::workshops::follow::{Did, Letter, Recipient};
use domain::ids::PersonId;
use maud::html;
use projections::workshop::{self, Workshop};
use strum::VariantArray as _;

use crate::problem::Problem;
use crate::site::Site;
use crate::voice::{Language, Voice};

/// What kind of people someone is among.
pub(super) fn segment(did: &Did) -> &'static str {
    match did {
        Did::Published { .. } => "published",
        Did::Draft => "draft",
        Did::Observed => "observed",
    }
}

/// A letter to one person: its subject, and its paragraphs.
pub(super) fn compose(
    site: &Site,
    workshop: &Workshop,
    which: Letter,
    one: &Recipient,
) -> (String, Vec<String>) {
    let language = Language::from_header(&one.language);
    let voice = Voice::new(site.texts.clone(), language).in_tone(workshop.tone);
    let url = &site.hosting.public_url;
    let word = which.word();
    let subject =
        voice.tell(&format!("letter-{word}-subject"), &[("title", workshop.title.as_str().into())]);
    let mut told = vec![
        voice.tell("letter-hello", &[("name", one.name.as_str().into())]),
        voice.tell(&format!("letter-{word}-{}", segment(&one.did)), &facts(&one.did)),
    ];
    told.push(match &one.did {
        Did::Published { note, .. } => format!("{url}/notes/{}", note.note),
        Did::Draft | Did::Observed => format!("{url}/a/{}/parcours", workshop.code),
    });
    if let Some(next) = workshop.live.conclusion.next_at {
        told.push(voice.tell("next-session", &[("when", voice.moment(next).into())]));
    }
    let link = stop(site, workshop, &one.person);
    told.push(voice.tell("letter-stop", &[("link", link.into())]));
    (subject, told)
}

fn facts(did: &Did) -> Vec<(&'static str, fluent_bundle::FluentValue<'static>)> {
    match did {
        Did::Published { note, readers, thanks } => vec![
            ("title", note.title.clone().into()),
            ("readers", (*readers).into()),
            ("thanks", (*thanks).into()),
        ],
        Did::Draft | Did::Observed => vec![],
    }
}

/// How to stop: a link that works without signing in.
fn stop(site: &Site, workshop: &Workshop, person: &PersonId) -> String {
    let mark = site.app.stop_mark(&workshop.workshop, person);
    format!("{}/nouvelles/{}/{person}/{mark}", site.hosting.public_url, workshop.workshop)
}

/// Sends one letter of a workshop to those who have not had it; how many left. By itself,
/// a letter goes to addresses that were proved alone: a title may be for a group.
pub(super) async fn send_all(
    site: &Site,
    workshop: &Workshop,
    (which, by_itself): (Letter, bool),
) -> Result<usize, Problem> {
    let app = &site.app;
    let Some(mailer) = &app.mailer else { return Ok(0) };
    if !mailer.is_there().await {
        return Err(Problem::Refused("mail-away".to_owned()));
    }
    let mut sent = 0;
    for one in app.recipients(workshop).await? {
        let Some(email) = one.email.clone() else { continue };
        if by_itself && !one.proved {
            continue;
        }
        if !app.take_letter(&workshop.workshop, &one.person, which).await? {
            continue;
        }
        // Whoever stopped them meanwhile gets no more.
        match app.wants_news(&workshop.workshop, &one.person).await {
            Ok(true) => {}
            Ok(false) => continue,
            Err(error) => {
                app.put_letter_back(&workshop.workshop, &one.person, which).await?;
                return Err(error.into());
            }
        }
        let (subject, told) = compose(site, workshop, which, &one);
        let page = html! { @for line in &told { p { (line) } } };
        let stop = stop(site, workshop, &one.person);
        let left = mailer
            .send_news(&email, &subject, (told.join("\n\n"), page.into_string()), &stop)
            .await;
        match left {
            Ok(()) => sent += 1,
            Err(error) => {
                tracing::error!(%error, "a letter of news did not leave");
                if error.may_leave_later() {
                    app.put_letter_back(&workshop.workshop, &one.person, which).await?;
                }
            }
        }
    }
    Ok(sent)
}

/// Sends every letter that is due and not sent. Several nodes may do so at once: each
/// letter is taken by one of them.
pub async fn send_due(site: &Site) -> Result<usize, Problem> {
    if site.app.mailer.is_none() {
        return Ok(0);
    }
    let now = site.app.clock.now();
    let mut sent = 0;
    for workshop in workshop::closed_since(&site.app.db, now - Letter::LONGEST).await? {
        for which in Letter::VARIANTS {
            if which.is_due(workshop.closed_at, now) && !workshop.live.details.rehearsal {
                sent += send_all(site, &workshop, (*which, true)).await?;
            }
        }
    }
    Ok(sent)
}
