//! It is done; one note to thank; four words to come back with.

use app::Failure;
use app::access;
use domain::prose::text::TextError;
use domain::workshops::script::Step;
use maud::{Markup, html};
use poem::http::StatusCode;
use projections::notes::note;

use super::{Panel, Walk, dictate, farewell};
use crate::notes::show::seen_by;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::markdown;
use crate::shell::page::{Answer, go};
use crate::shell::parts::icon::{self, Icon};
use crate::shell::parts::said::{Said, go_saying};
use crate::shell::parts::{card, field, moment};
use crate::shell::problem::Problem;
use crate::shell::voice::Voice;
use crate::workshops::path::preview;

pub(super) async fn panel(walk: &Walk) -> Result<Option<Panel>, Problem> {
    panel_with(walk, None).await.map(Some)
}

async fn panel_with(walk: &Walk, refused: Option<(&str, &str)>) -> Result<Panel, Problem> {
    let voice = &walk.visitor.voice;
    let db = &walk.visitor.site.app.db;
    let waiting = note::to_thank(db, &walk.workshop.workshop, walk.person()).await?;
    let title = match &walk.note {
        Some(note) if note.is_published() => voice.say("done-title"),
        Some(_) => voice.say("done-kept-title"),
        None => voice.say("done-read-title"),
    };
    let content = html! {
        @if walk.visitor.query.maybe("merci").is_some() {
            p.banner role="status" { (voice.say("thank-sent")) }
        }
        (published(walk).await?)
        (waiting_note(walk, waiting.as_ref(), refused))
        (preview::invitation(walk).await?)
        @if walk.workshop.script.after(Step::Thank).is_some() {
            p { a.button.primary href=(walk.after(Step::Thank)) { (voice.say("path-continue")) } }
        } @else {
            (keep_place(walk).await?)
            p { a.button.primary href=(walk.end()) { (voice.say("path-finish")) } }
        }
    };
    Ok(Panel::new(title, content))
}

/// What became of their own note.
async fn published(walk: &Walk) -> Result<Markup, Problem> {
    let voice = &walk.visitor.voice;
    let app = &walk.visitor.site.app;
    let Some(note) = &walk.note else { return Ok(html! {}) };
    if !note.is_published() {
        return Ok(html! {
            p.lead { (voice.say("done-kept")) }
            p { a href=(address::note(&note.note)) { (voice.say("done-see")) } }
        });
    }
    let all = note::count_of_workshop(&app.db, &walk.workshop.workshop).await?;
    let standing = app.standing(&walk.visitor.viewer, note).await?;
    let back = access::may_take_back(note, standing, app.clock.now());
    Ok(html! {
        p.lead.joy { (icon::draw(Icon::Check)) (voice.count("done-nth", all)) }
        p { a href=(address::note(&note.note)) { (voice.say("done-see")) } }
        @if back {
            (field::form(&walk.visitor, &address::taking_back(&note.note), html! {
                input type="hidden" name="retour" value=(walk.address(Step::Publish));
                button.quiet type="submit" { (voice.say("done-take-back")) }
            }))
        }
    })
}

fn waiting_note(
    walk: &Walk,
    waiting: Option<&note::Note>,
    refused: Option<(&str, &str)>,
) -> Markup {
    let voice = &walk.visitor.voice;
    let ready = voice.say("thank-ready");
    let (notice, words) = refused.map_or((None, ready.as_str()), |(why, words)| (Some(why), words));
    let Some(note) = waiting else {
        return html! { p.empty { (voice.say("thank-nobody")) } };
    };
    html! {
        section.panel aria-labelledby="thank-title" {
            h2 #thank-title { (voice.say("thank-title")) }
            @if note.thanks == 0 { p { (voice.say("thank-first")) } }
            article.card {
                (card::title(card::Under::Section, &address::note(&note.note), &note.title))
                p dir="auto" { (markdown::excerpt(&note.body, 280)) }
                p.by { (card::signature(voice, note)) }
            }
            (field::form(&walk.visitor, &walk.address(Step::Thank), html! {
                input type="hidden" name="note" value=(note.note);
                (field::notice("words", notice))
                label for="words" { (voice.say("thank-words")) }
                p.help #words-help { (voice.say(seen_by(note))) }
                div.starters data-fill="words" hidden {
                    @for at in 1..=3 {
                        button type="button" { (voice.say(&format!("thank-starter-{at}"))) }
                    }
                }
                input #words type="text" name="words" value=(words) required autocomplete="off" aria-describedby="words-help";
                button.primary type="submit" { (voice.say("thank-button")) }
            }))
        }
    }
}

/// Whether `words` are one of the beginnings that the page proposes (`<family>-starter-<n>`), and
/// nothing after it: a sentence that nobody wrote is not published.
pub(super) fn is_only_begun(voice: &Voice, words: &str, family: &str, count: usize) -> bool {
    let bare = |text: &str| {
        let text = text.trim().trim_end_matches(['…', '.']).trim_end();
        text.replace('’', "'").to_lowercase()
    };
    let starter = |at: usize| bare(&voice.say(&format!("{family}-starter-{at}")));
    (1..=count).any(|at| starter(at) == bare(words))
}

pub(super) async fn keep_place(walk: &Walk) -> Result<Markup, Problem> {
    let voice = &walk.visitor.voice;
    // Four words are for whoever they open, not for the hand that writes.
    if dictate::writes_for_another(walk) {
        return Ok(html! {});
    }
    let phrase = walk.visitor.site.app.people().resume_phrase(walk.person()).await?;
    Ok(html! {
        section.panel aria-labelledby="keep-title" {
            h2 #keep-title { (voice.say("keep-title")) }
            p { (voice.say("keep-help")) }
            p.phrase #phrase { (phrase) }
            button type="button" data-copy="phrase" data-copied=(voice.say("keep-copied")) hidden {
                (voice.say("keep-copy"))
            }
            @if !walk.visitor.viewer.has_account() && !walk.workshop.live.details.minors {
                p { a href=(address::claim()) { (voice.say("keep-account")) } }
            }
        }
        @if let Some(next) = walk.workshop.live.conclusion.next_at {
            p {
                (moment::sentence(voice, "next-session", &[], next)) " "
                a href=(address::calendar(&walk.workshop.code)) { (voice.say("next-session-add")) }
            }
        }
        @if !walk.workshop.script.has(Step::Farewell) { (news(walk)) }
        p { a.button href=(address::wall(&walk.workshop.code)) { (voice.say("keep-wall")) } }
    })
}

/// Whether they want news of their note, where no other step asks it.
fn news(walk: &Walk) -> Markup {
    let voice = &walk.visitor.voice;
    if walk.workshop.live.details.minors {
        return html! {};
    }
    html! {
        (field::form_in("row", &walk.visitor, &address::news(&walk.workshop.code), html! {
            label.check {
                input type="checkbox" name="news" value="1" checked[walk.participant.news];
                span { (voice.say(farewell::news_label(walk))) }
            }
            button type="submit" { (voice.say("consent-news-button")) }
        }))
    }
}

/// `POST /a/{code}/suivi`: whether they want news of their note.
pub async fn keep_news(walk: Walk, form: Form) -> Answer {
    farewell::keep_news(&walk, &form).await?;
    Ok(go_saying(&walk.address(Step::Thank), Said::Kept))
}

pub(super) async fn act(walk: Walk, form: &Form) -> Answer {
    let app = walk.visitor.site.app.clone();
    let id = form.get("note").parse().map_err(|_| Problem::NotFound)?;
    let found = app.note_for(&walk.visitor.viewer, &id).await?;
    let (note, _) = found.ok_or(Problem::NotFound)?;
    let workshop = Some(walk.workshop.workshop.clone());
    let words = form.get("words");
    if is_only_begun(&walk.visitor.voice, words, "thank", 3) {
        let notice = walk.visitor.voice.say("thank-only-begun");
        let mut panel = panel_with(&walk, Some((notice.as_str(), words))).await?;
        panel.status = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(walk.page(Step::Thank, panel));
    }
    match app.notes().thank(&note, walk.person(), workshop, words, form.command_id()).await {
        Ok(_) => Ok(go(&format!("{}?merci=1", walk.address(Step::Thank)))),
        Err(Failure::Words("summary", reason)) => {
            let key = match reason {
                TextError::Blank => "thank-blank",
                TextError::TooLong => "summary-too-long",
            };
            let notice = walk.visitor.voice.say(key);
            let refused = Some((notice.as_str(), words));
            let mut panel = panel_with(&walk, refused).await?;
            panel.status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(walk.page(Step::Thank, panel))
        }
        Err(error) => Err(error.into()),
    }
}
