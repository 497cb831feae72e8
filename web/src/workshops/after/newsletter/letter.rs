//! A letter of news to one person, in their language, with their own facts; and sending
//! those that are due.

use app::engine::mail;
use app::workshops::follow::{Did, Letter, Recipient};
use app::workshops::outbox::{MOST_IN_A_RUN, Slip};
use domain::core::ids::PersonId;
use maud::{Markup, html};
use projections::workshops::workshop::{self, Workshop};
use strum::VariantArray as _;

use crate::shell::address;
use crate::shell::parts::moment;
use crate::shell::problem::Problem;
use crate::shell::state::Site;
use crate::shell::voice::Language;

/// What kind of people someone is among.
pub(super) fn segment(did: &Did) -> &'static str {
    match did {
        Did::Published { .. } => "published",
        Did::Draft => "draft",
        Did::Observed => "observed",
    }
}

/// A paragraph of a letter, for both ways of reading it.
pub(super) struct Paragraph {
    text: String,
    html: Markup,
}

impl From<String> for Paragraph {
    fn from(text: String) -> Self {
        let html = html! { (text) };
        Self { text, html }
    }
}

/// The words of a letter alone.
pub(super) fn plain(words: &[Paragraph]) -> String {
    let words: Vec<&str> = words.iter().map(|it| it.text.as_str()).collect();
    words.join("\n\n")
}

/// A letter to one person: its subject, and its paragraphs.
pub(super) fn compose(
    site: &Site,
    workshop: &Workshop,
    which: Letter,
    recipient: &Recipient,
) -> (String, Vec<Paragraph>) {
    let language = Language::from_header(&recipient.language);
    let voice = site.voice(language).in_tone(workshop.tone);
    let url = &site.hosting.public_url;
    let word = which.word();
    let subject =
        voice.fill(&format!("letter-{word}-subject"), &[("title", workshop.title.as_str().into())]);
    let mut found = vec![
        voice.fill("letter-hello", &[("name", recipient.name.as_str().into())]).into(),
        voice
            .fill(&format!("letter-{word}-{}", segment(&recipient.did)), &facts(&recipient.did))
            .into(),
    ];
    let address = match &recipient.did {
        Did::Published { note, .. } => format!("{url}{}", address::note(&note.note)),
        Did::Draft | Did::Observed => format!("{url}{}", address::path(&workshop.code)),
    };
    found.push(Paragraph::from(address));
    if which == Letter::ThirtyDays && matches!(recipient.did, Did::Published { .. }) {
        // What the letter proposes has a page.
        let address = format!("{url}{}", address::new_note());
        found.push(voice.fill("letter-thirty-days-write", &[("link", address.into())]).into());
    }
    if let Some(next) = workshop.live.conclusion.next_at {
        found.push(Paragraph {
            text: voice.fill("next-session", &[("when", voice.moment(next).into())]),
            html: moment::sentence(&voice, "next-session", &[], next),
        });
    }
    let link = stop(site, workshop, &recipient.person);
    found.push(voice.fill("letter-stop", &[("link", link.into())]).into());
    (subject, found)
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
    let mark = site.app.workshops().stop_mark(&workshop.workshop, person);
    format!(
        "{}{}",
        site.hosting.public_url,
        address::news_stopped(&workshop.workshop, person, mark)
    )
}

/// Sends one letter of a workshop to those who have not had it, at addresses they proved
/// are theirs; how many left. `most` is how many may still be tried in this run.
pub(super) async fn send_all(
    site: &Site,
    workshop: &Workshop,
    (which, most): (Letter, &mut usize),
) -> Result<usize, Problem> {
    let app = &site.app;
    let Some(mailer) = &app.mailer else { return Ok(0) };
    if !mailer.is_there().await {
        return Err(Problem::Refused("mail-away".to_owned()));
    }
    let mut sent = 0;
    for recipient in app.workshops().recipients(workshop).await? {
        if *most == 0 {
            break;
        }
        let Some(to) = recipient.proved_address().filter(|_| !recipient.settled.contains(&which))
        else {
            continue;
        };
        let slip = Slip { workshop: &workshop.workshop, person: &recipient.person, letter: which };
        let Some(lease) = app.workshops().take_letter(slip).await? else { continue };
        // Whoever stopped them meanwhile gets no more.
        if !app.workshops().wants_news(&workshop.workshop, &recipient.person).await? {
            app.workshops().put_letter_back(slip, lease).await?;
            continue;
        }
        *most -= 1;
        let (subject, paragraphs) = compose(site, workshop, which, &recipient);
        let html = html! { @for paragraph in &paragraphs { p { (paragraph.html) } } }.into_string();
        let (text, stop) = (plain(&paragraphs), stop(site, workshop, &recipient.person));
        let (id, subject) = (&app.workshops().letter_id(slip), &subject);
        let letter = mail::Letter { to, id, subject, text: &text, html: &html, stop: Some(&stop) };
        match mailer.send(letter).await {
            Ok(()) => {
                app.workshops().letter_left(slip).await?;
                sent += 1;
            }
            Err(error) => {
                let (kind, tries) = (which.word(), lease.tries);
                tracing::warn!(%error, kind, tries, "a letter of news did not leave");
                app.workshops().letter_stayed(slip, lease, error.is_final()).await?;
                // One letter that fails stops no other; a server that has gone stops them all,
                // untried.
                if !error.is_final() && !mailer.is_there().await {
                    break;
                }
            }
        }
    }
    Ok(sent)
}

/// Sends the letters that are due and have not left, [`MOST_IN_A_RUN`] at most. Several
/// nodes may do so at once: each letter is taken by one of them.
pub async fn send_due(site: &Site) -> Result<usize, Problem> {
    send_due_up_to(site, MOST_IN_A_RUN).await
}

/// The same, `most` letters at most.
pub async fn send_due_up_to(site: &Site, mut most: usize) -> Result<usize, Problem> {
    if site.app.mailer.is_none() {
        return Ok(0);
    }
    let now = site.app.clock.now();
    let mut sent = 0;
    for workshop in workshop::closed_since(&site.app.db, now - Letter::LONGEST).await? {
        for which in Letter::VARIANTS {
            if which.is_due(workshop.closed_at, now) && !workshop.live.details.rehearsal {
                sent += send_all(site, &workshop, (*which, &mut most)).await?;
            }
        }
    }
    Ok(sent)
}
