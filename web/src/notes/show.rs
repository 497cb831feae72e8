//! `/notes/{note}`: reading a note, and the light acts around it.

use app::access::{self, Standing};
use domain::core::ids::ReaderId;
use domain::files::file::Of;
use domain::notes::visibility::Visibility;
use maud::{Markup, html};
use projections::notes::history::Revision;
use projections::notes::note::Note;
use projections::notes::reception::{self, Figures, Thanks};
use projections::notes::wake;
use projections::workshops::{room, workshop};

use crate::files::section::of_known;
use crate::notes::publish::{act_of, in_progress};
use crate::notes::rights::Reads;
use crate::shell::address;
use crate::shell::layout::Page;
use crate::shell::markdown::{self, Pencil};
use crate::shell::page::Answer;
use crate::shell::parts::field::Line;
use crate::shell::parts::icon::{self, Icon};
use crate::shell::parts::{card, counters, details, field, moment, wake as drawn};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;

/// How much of a note is told where its address is sent.
const DESCRIPTION: usize = 160;

/// The note: as it is now, as it was on a day, or with its authors.
pub async fn show(Reads { visitor, note, standing, .. }: Reads) -> Answer {
    if let Some(day) = visitor.query.maybe("au") {
        return as_of(&visitor, &note, standing, day).await;
    }
    match visitor.query.get("vue") {
        "auteurs" => crate::notes::authors::show(&visitor, &note, standing, false).await,
        "age" => crate::notes::authors::show(&visitor, &note, standing, true).await,
        _ => now(&visitor, &note, standing).await,
    }
}

/// The note as it was at the end of a day; who may read it is what it is today.
async fn as_of(visitor: &Visitor, note: &Note, standing: Standing, day: &str) -> Answer {
    let Some(end) = visitor.voice.zone.start_of_day(day, 1) else { return Err(Problem::NotFound) };
    let db = &visitor.site.app.db;
    let first = access::first_visible(standing);
    let found = projections::notes::history::before(db, &note.note, end).await?;
    let Some(revision) = found.filter(|revision| *revision >= first) else {
        return Err(Problem::Refused("note-not-yet".to_owned()));
    };
    let found = crate::notes::history::seen_one(visitor, note, standing, revision).await?;
    let on = visitor.voice.day(end - 1);
    crate::notes::version::page(visitor, note, standing, &found, Some(&on)).await
}

async fn now(visitor: &Visitor, note: &Note, standing: Standing) -> Answer {
    let app = &visitor.site.app;
    let figures = reception::of(&app.db, &note.note).await?;
    let thanks = reception::thanks(&app.db, &note.note).await?;
    let reader = reader(visitor, note).await?;
    let likes = match &reader {
        Some(reader) => reception::likes(&app.db, &note.note, reader.as_str()).await?,
        None => false,
    };
    let room = path_of(visitor, note).await?;
    let voice = &visitor.voice;
    let address = address::note(&note.note);
    let others = note.is_shared() && !standing.writer;
    let revises = access::may_revise(note, standing);
    let address_of_parts = (revises && !note.body.is_empty())
        .then(|| format!("{}?section=", address::editor(&note.note)));
    let pencil = Pencil { address: address_of_parts, label: voice.say("edit-section") };
    let count = note.revision - access::first_visible(standing) + 1;
    let body = markdown::page(&note.body, pencil).await?;
    let names = crate::notes::coauthors::names(visitor, note).await?;
    let is_group = standing.writer || standing.in_room || standing.team;
    let wake =
        wake::of_note(&app.db, &note.note, is_group, (app.clock.now(), drawn::PARTS)).await?;
    let unsaved = match visitor.viewer.person() {
        Some(person) if standing.owns() => {
            app.notes().unsaved(&note.note, person.as_str()).await?.is_some()
        }
        Some(_) | None => false,
    };
    let files = app.files_of_note(note, standing).await?;
    let content = html! {
      div.note-page {
        @if unsaved {
            p.banner {
                (voice.say("note-unsaved")) " "
                a href=(address::editor(&note.note)) { (voice.say("note-unsaved-open")) }
            }
        }
        (crate::notes::banner::show(visitor, note, standing).await?)
        (crate::notes::erasure::banner(visitor, note, standing).await?)
        (crate::notes::banner::since(visitor, note, standing, reader.as_ref()).await?)
        article.note data-reading=[others.then(|| address::reading(&note.note))]
            data-key=(visitor.command_id()) data-version=(note.revision) {
            header {
                h1 dir="auto" lang=[details::lang(note)] { (note.title) }
                (byline(visitor, note, &names))
                (details::line(voice, note))
                (crate::notes::banner::meeting(visitor, note).await?)
                (crate::notes::banner::communities(visitor, note).await?)
                p.by {
                    a href=(address::history(&note.note)) { (voice.count("note-history-count", count)) }
                    " · " a href={ (address) "?vue=auteurs" } { (voice.say("note-authors")) }
                    @if standing.writer && visitor.viewer.someone.as_ref().is_some_and(|it| it.scribe.is_none()) {
                        " · " a href=(address::coauthors(&note.note)) { (voice.say("coauthors-title")) }
                        @if note.is_shared() { " · " a href=(address::conversations(&note.note)) { (voice.say("conversations-title")) } }
                    }
                }
            }
            div.prose lang=[details::lang(note)] { (body.html) }
        }
        (of_known(visitor, &Of::Note(note.note.clone()), files, &note.body).await?)
        (contents(voice, &body.headings))
        div {
            @if note.is_shared() { (reception(visitor, note, figures, likes, others)) }
            // A draft asks one thing: who will read it.
            @else if access::may_publish(standing) { (publication(visitor, note)) }
            (thank(visitor, note, &thanks, others))
            (crate::notes::typo::waiting(visitor, note, standing).await?)
            @if let Some(path) = &room { p { a.button.primary href=(path) { (voice.say("wall-back")) } } }
        }
        aside.note-margin aria-label=(voice.say("note-margin")) {
            (thanked(voice, &thanks))
            (crate::notes::link::section(visitor, note, standing).await?)
            @if note.is_shared() && !wake.marks.is_empty() {
                section aria-labelledby="wake-title" {
                    h2 #wake-title { (voice.say("note-wake")) }
                    (drawn::show(voice, &wake))
                }
            }
        }
        div {
        nav.tools aria-label=(voice.say("note-tools")) {
            @if revises {
                a.button href=(address::editor(&note.note)) { (icon::draw(Icon::Pen)) (voice.say("note-edit")) }
            }
            @if access::may_suggest(note, standing) {
                a.button href=(address::typo(&note.note)) { (icon::draw(Icon::Check)) (voice.say("typo-open")) }
            }
            a.button href=(address::history(&note.note)) { (icon::draw(Icon::Clock)) (voice.say("note-history")) }
            @if access::may_describe(standing) {
                a.button href=(address::details(&note.note)) { (voice.say("details-title")) }
            }
            a.button href=(address::film(&note.note)) { (voice.say("note-film")) }
            @if others && note.is_published() { a.button.quiet href=(address::note_report(&note.note)) { (voice.say("report-note-open")) } }
        }
        (crate::notes::coauthors::request(visitor, note, standing).await?)
        @if others && !standing.owns() && visitor.viewer.someone.as_ref().is_some_and(|it| it.scribe.is_none()) {
            p { a href=(address::conversations(&note.note)) { (voice.say("conversation-title")) } }
        }
        @if access::may_publish(standing) && note.is_shared() { (publication(visitor, note)) }
        @if access::may_take_back(note, standing, app.clock.now()) {
            (field::form(visitor, &address::taking_back(&note.note), html! {
                p.small {
                    (voice.say("note-take-back-help"))
                    @if note.chosen > 0 || note.by_link { " " (voice.say("note-take-back-shared")) }
                }
                button.quiet type="submit" { (voice.say("done-take-back")) }
            }))
        }
        }
      }
    };
    let mut page = Page::new(note.title.clone(), content);
    if is_public(note) {
        page = page.article(markdown::excerpt(&note.body, DESCRIPTION));
    }
    Ok(page.show(visitor))
}

/// Whether anyone may read a note: only then is anything said of it elsewhere.
fn is_public(note: &Note) -> bool {
    note.visibility == Visibility::Everyone
}

/// A page about a note, its versions or its authors.
pub(crate) fn page_about(voice: &Voice, note: &Note, title: String, content: Markup) -> Page {
    let page = Page::new(title, content);
    if !is_public(note) {
        return page;
    }
    page.about(voice.fill("about-note-past", &[("title", note.title.as_str().into())]))
}

/// A button that says thank you for one revision, where that can be said; once it was said,
/// the page says so.
pub(crate) async fn revision_thanks(
    visitor: &Visitor,
    note: &Note,
    revision: &Revision,
    back: &str,
) -> Result<Markup, Problem> {
    let (voice, person) = (&visitor.voice, visitor.viewer.person());
    let can = note.is_shared()
        && !revision.hidden.author
        && person.is_some_and(|person| person != revision.author());
    let db = &visitor.site.app.db;
    let thanked =
        projections::notes::history::thanked_by(db, &note.note, visitor.viewer.id()).await?;
    Ok(html! {
        @if can && thanked.contains(&revision.revision) {
            p.said-thanks { (icon::draw(Icon::Thanks)) (voice.say("history-thanked")) }
        } @else if can {
            (field::form(visitor, &address::version_thanks(&note.note, revision.revision), html! {
                input type="hidden" name="retour" value=(back);
                button type="submit" { (icon::draw(Icon::Thanks)) (voice.say("sentence-thank")) }
            }))
        }
        @if can && revision.thanks > 0 { span.small { (voice.count("history-thanks", revision.thanks)) } }
    })
}

/// The path this visitor came from, if they walk it in the note's workshop.
async fn path_of(visitor: &Visitor, note: &Note) -> Result<Option<String>, Problem> {
    let (Some(person), Some(id)) = (visitor.viewer.person(), &note.workshop) else {
        return Ok(None);
    };
    let db = &visitor.site.app.db;
    if room::find(db, id, person).await?.is_none() {
        return Ok(None);
    }
    let found = workshop::find(db, id).await?;
    Ok(found.map(|workshop| address::path(&workshop.code)))
}

/// Who this visitor is as a reader of `note`; nobody without a session nor a
/// device cookie.
pub(crate) async fn reader(visitor: &Visitor, note: &Note) -> Result<Option<ReaderId>, Problem> {
    let app = &visitor.site.app;
    if let Some(person) = visitor.viewer.person() {
        return Ok(Some(app.notes().reader_of(person, &note.note).await?));
    }
    Ok(visitor.device.as_ref().map(|secret| app.notes().reader_on(secret, &note.note)))
}

fn byline(visitor: &Visitor, note: &Note, names: &str) -> Markup {
    let voice = &visitor.voice;
    html! {
        p.by {
            (voice.fill("note-by", &[("name", names.into())]))
            @if note.is_published() {
                " · " (moment::day(voice, note.published_at))
                @if note.modified_at > note.published_at {
                    " · " (moment::sentence(voice, "note-modified", &[], note.modified_at))
                }
            }
            " · " a href=(address::readers(&note.note)) { (card::badge(voice, note)) }
        }
    }
}

fn reception(
    visitor: &Visitor,
    note: &Note,
    figures: Figures,
    likes: bool,
    others: bool,
) -> Markup {
    let voice = &visitor.voice;
    let device = visitor.offered_device();
    let device = html! {
        @if let Some(device) = &device { input type="hidden" name="appareil" value=(device); }
    };
    html! {
        section.reception aria-label=(voice.say("figures-label")) {
            p #figures { (icon::draw(Icon::Eye)) (counters::sentence(voice, figures)) }
            @if others {
                div.row {
                    (field::form(visitor, &address::reading(&note.note), html! {
                        (device)
                        input type="hidden" name="retour" value="1";
                        input type="hidden" name="version" value=(note.revision);
                        button type="submit" { (icon::draw(Icon::Check)) (voice.say("note-read")) }
                    }))
                    @let liking = if likes { address::unlike(&note.note) } else { address::like(&note.note) };
                    (field::form(visitor, &liking, html! {
                        (device)
                        @if likes {
                            button.on type="submit" aria-pressed="true" {
                                (icon::draw(Icon::Heart)) (voice.say("note-liked"))
                            }
                        } @else {
                            button type="submit" aria-pressed="false" {
                                (icon::draw(Icon::Heart)) (voice.say("note-like"))
                            }
                        }
                    }))
                }
            }
        }
    }
}

/// What is in the note, when it has several parts: each can be gone to.
fn contents(voice: &Voice, headings: &[String]) -> Markup {
    html! {
        @if headings.len() > 1 {
            nav.contents aria-labelledby="contents-title" {
                h2 #contents-title { (voice.say("note-contents")) }
                ol { @for (at, words) in headings.iter().enumerate() {
                    li { a dir="auto" href={ "#" (markdown::part(at)) } { (words) } }
                } }
            }
        }
    }
}

fn thanked(voice: &Voice, thanks: &[Thanks]) -> Markup {
    html! {
        @if !thanks.is_empty() {
            section aria-labelledby="thanks-title" {
                h2 #thanks-title { (voice.say("thanks-title")) }
                ul.thanks {
                    @for thank in thanks {
                        li { (icon::draw(Icon::Thanks)) q { (thank.words) } " — " (card::author(voice, &thank.by_name)) }
                    }
                }
            }
        }
    }
}

/// The way to say thank you, for those who have not.
fn thank(visitor: &Visitor, note: &Note, thanks: &[Thanks], others: bool) -> Markup {
    let voice = &visitor.voice;
    let person = visitor.viewer.person();
    let given = thanks.iter().any(|it| Some(&it.by) == person);
    html! {
        @if others && person.is_some() && !given {
            (field::form_in("panel", visitor, &address::note_thanks(&note.note), html! {
                label for="words" { (voice.say("thank-words")) }
                p.help #words-help { (voice.say(seen_by(note))) }
                input #words type="text" name="words" value=(voice.say("thank-ready")) required
                    autocomplete="off" aria-describedby="words-help";
                button type="submit" { (voice.say("thank-button")) }
            }))
        }
    }
}

/// Who reads a thank you that is said of a note, in one sentence.
pub(crate) fn seen_by(note: &Note) -> &'static str {
    if is_public(note) { "thank-seen-by-everyone" } else { "thank-seen-by-readers" }
}

/// One line about a note, for those it is offered to: what was said of it while it was
/// private stays so.
pub(crate) fn offered(voice: &Voice, words: &str) -> Markup {
    let (label, help) = (voice.say("publish-summary"), voice.say("publish-summary-help"));
    Line { optional: true, help: Some(&help), ..Line::new("summary", &label, words) }.show()
}

/// For those it belongs to: who reads it.
fn publication(visitor: &Visitor, note: &Note) -> Markup {
    let voice = &visitor.voice;
    // The nearest circle first; whom it is published for already is no choice.
    let stands = note.is_published().then_some(note.visibility);
    let mut choices = vec![Visibility::Everyone];
    if note.workshop.is_some() {
        choices.insert(0, Visibility::Workshop);
    }
    choices.retain(|choice| Some(*choice) != stands);
    html! {
        @if !choices.is_empty() {
            (field::form_in("panel", visitor, &address::publication(&note.note), html! {
                h2 #publication { (voice.say("publish-title")) }
                @if !note.is_shared() && note.others == 0 && note.door.is_some() == note.workshop.is_some() {
                    p.small { (voice.say("new-alone")) }
                }
                @if note.wall { input type="hidden" name="wall" value="1"; }
                @if stands.is_none() { (in_progress(voice, Some(note))) }
                div.row {
                    @for choice in choices {
                        button.primary[stands.is_none()] type="submit" name="visibility" value=(choice.word()) {
                            (voice.say(act_of(choice, stands)))
                        }
                    }
                    a.button href=(address::readers(&note.note)) { (voice.say("readers-choose")) }
                }
                @if note.visibility != Visibility::Everyone {
                    details { summary { (voice.say("publish-summary-open")) } (offered(voice, "")) }
                }
            }))
        }
    }
}
