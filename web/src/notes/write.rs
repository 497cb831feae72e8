//! `…/modifier`, `…/modification`: changing a note.

use app::Failure;
use app::access;
use app::engine::blocking::aside;
use app::notes::Words;
use app::notes::revise::Saved;
use domain::prose::diff::page::{Comparison, compare};
use domain::prose::section::sections;
use domain::prose::text::BODY_MAX;
use maud::{Markup, html};
use poem::IntoResponse as _;
use poem::http::StatusCode;
use projections::core::content::{Content, Unsaved};
use projections::notes::note::Note;

use super::boxes::{PARTS, body_of, split};
use crate::notes::rights::Revises;
use crate::shell::address;
use crate::shell::extract::Known;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::markdown;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::{Line, Paste};
use crate::shell::parts::{self, field, kept};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;

/// What the page of a form shows.
struct Shown<'s> {
    words: Words,
    /// The revision the words were written from.
    base: i64,
    /// What the page was told when something was last kept; -1 when nothing was.
    kept: i64,
    /// The section being changed alone, if one is.
    section: Option<usize>,
    notice: Option<&'s str>,
    /// What they would look like, and what they change.
    preview: Option<(Content, Markup, Comparison)>,
    status: StatusCode,
}

impl Shown<'_> {
    /// Keeps whole words the page shows again, unless another window of theirs keeps others.
    async fn keep(&mut self, visitor: &Visitor, note: &Note, words: &Words) -> Result<(), Problem> {
        let (app, texts) = (&visitor.site.app, (words.title.as_str(), words.body.as_str()));
        let seen = (self.kept >= 0).then_some(self.kept);
        let kept =
            app.notes().keep_unsaved(&note.note, visitor.person()?, self.base, texts, seen).await?;
        self.kept = kept.unwrap_or(self.kept);
        Ok(())
    }
}

/// The form.
pub async fn edit(Revises { visitor, note, standing, .. }: Revises) -> Answer {
    let app = &visitor.site.app;
    let voice = &visitor.voice;
    let found = app.notes().unsaved(&note.note, visitor.viewer.id()).await?;
    // Written from a text they may not read any more: it is shown on today's.
    let first = access::first_visible(standing);
    let found = found.map(|kept| {
        let base = if kept.base < first { note.revision } else { kept.base };
        Unsaved { base, ..kept }
    });
    // One section alone is small: it is not autosaved, and what was kept whole stays.
    let section = visitor.query.number("section").and_then(|at| usize::try_from(at).ok());
    let section = section.filter(|at| sections(&note.body).len() > *at && found.is_none());
    let moved = found.as_ref().is_some_and(|kept| kept.base < note.revision);
    let notice =
        found.as_ref().map(|_| voice.say(if moved { "edit-moved" } else { "state-found" }));
    let (base, kept) = found.as_ref().map_or((note.revision, 0), |it| (it.base, it.saved_at));
    let (title, body) = match (found, section) {
        (Some(unsaved), _) => (unsaved.title, unsaved.body),
        (None, Some(at)) => {
            let range = sections(&note.body)[at].range.clone();
            (note.title.clone(), note.body[range].to_owned())
        }
        (None, None) => (note.title.clone(), note.body.clone()),
    };
    let shown = Shown {
        words: Words { title, body, summary: String::new() },
        base,
        kept,
        section,
        notice: notice.as_deref(),
        preview: None,
        status: StatusCode::OK,
    };
    Ok(form_page(&visitor, &note, &shown))
}

fn form_page(visitor: &Visitor, note: &Note, shown: &Shown<'_>) -> poem::Response {
    let voice = &visitor.voice;
    let address = address::note(&note.note);
    let title = voice.say("draft-title-label");
    let summary = voice.say("edit-summary");
    let help = voice.say("edit-summary-help");
    let summary = Line {
        optional: true,
        help: Some(&help),
        ..Line::new("summary", &summary, &shown.words.summary)
    };
    let parts = split(&shown.words.body).filter(|_| shown.section.is_none());
    let guided = visitor.query.get("facon") == "guidee" && parts.is_some();
    let alone = shown.section.is_some();
    // Others read it as it was until it is saved: that is said.
    let (kept, save) = if note.is_shared() {
        ("state-kept-unpublished", "edit-publish")
    } else {
        ("state-kept", "edit-save")
    };
    let content = html! {
        p.over { a href=(address) { (note.title) } }
        h1 { (voice.say(if alone { "edit-section-title" } else { "edit-title" })) }
        (field::notice("edit", shown.notice))
        (kept::found(visitor))
        @if let Some((words, prose, comparison)) = &shown.preview { (preview(voice, words, prose, comparison)) }
        form #texte novalidate method="post" action=(address::revision(&note.note))
            data-autosave=[(!alone).then(|| address::unsaved(&note.note))]
            data-kept=(address) data-place=[shown.section] data-who=(visitor.mark()) data-seen=(shown.kept) {
            (field::key(visitor))
            input type="hidden" name="base" value=(shown.base);
            input type="hidden" name="kept" value=(shown.kept);
            @if let Some(at) = shown.section {
                input type="hidden" name="section" value=(at);
            } @else {
                (Line { optional: true, ..Line::new("title", &title, &shown.words.title) }.show())
            }
            @match parts.filter(|_| guided) {
                Some(parts) => {
                    @for (name, text) in PARTS.iter().zip(&parts) {
                        (field::area(name, &voice.say(&format!("draft-{name}")),
                            Some(&voice.say(&format!("draft-{name}-help"))), text, 6))
                    }
                    p { a href={ (address::editor(&note.note)) "?facon=libre" } { (voice.say("edit-free")) } }
                }
                None => {
                    (surface(voice))
                    (toolbar(voice))
                    (field::area("body", &voice.say("draft-body"), Some(&voice.say("edit-body-help")), &shown.words.body, 18))
                    @if split(&shown.words.body).is_some() && !alone {
                        p { a href={ (address::editor(&note.note)) "?facon=guidee" } { (voice.say("edit-guided")) } }
                    }
                }
            }
            (summary.show())
            button.primary type="submit" { (voice.say(save)) }
            button type="submit" name="action" value="apercu" { (voice.say("edit-preview")) }
            a.button.quiet href=(address) { (voice.say("edit-cancel")) }
        }
        p.promise { (voice.say("edit-promise")) }
        p.small {
            a href=(address::note_files(&note.note)) target="_blank" rel="noopener" { (voice.say("files-apart")) }
        }
        (link_sheet(voice))
        (kept::state_of(visitor, &format!("{}?retour={}", address::sign_in(), address::editor(&note.note)), kept))
    };
    Page::new(voice.say("edit-title"), content).edition().status(shown.status).show(visitor)
}

/// The page where the text is written as it will be read, over the plain field; both need scripts,
/// and stay hidden without.
pub(super) fn surface(voice: &Voice) -> Markup {
    let button = |what: &'static str, name: &'static str, sign: &str| {
        html! {
            button type="button" data-do=(what) { strong aria-hidden="true" { (sign) } span { (voice.say(name)) } }
        }
    };
    html! {
        div #surface hidden {
            div.surface-bar role="toolbar" aria-label=(voice.say("toolbar-label")) {
                (button("bold", "toolbar-bold", "B"))
                (button("heading", "toolbar-heading", "T"))
                (button("list", "toolbar-list", "•"))
                (button("numbers", "toolbar-numbers", "1."))
                (button("link", "toolbar-link", "↗"))
                (button("quote", "toolbar-quote", "»"))
            }
            div.surface-page {}
        }
        button.quiet #surface-turn type="button" hidden data-plain=(voice.say("surface-plain")) data-seen=(voice.say("surface-seen")) {}
    }
}

/// Where a link leads, asked by the page.
pub(super) fn link_sheet(voice: &Voice) -> Markup {
    html! {
        dialog #surface-link aria-labelledby="surface-link-label" {
            form method="dialog" {
                label #surface-link-label for="surface-to" { (voice.say("surface-link")) }
                input #surface-to type="text" inputmode="url" autocomplete="off" placeholder="https://";
                button.primary value="oui" { (voice.say("surface-link-add")) }
                button value="" formnovalidate { (voice.say("edit-cancel")) }
            }
        }
    }
}

/// Buttons that write Markdown; they need scripts, and stay hidden without.
pub(super) fn toolbar(voice: &Voice) -> Markup {
    let button = |name: &'static str, sign: &str| html! { span { (voice.say(name)) } span aria-hidden="true" { (sign) } };
    html! {
        markdown-toolbar for="body" hidden role="toolbar" aria-label=(voice.say("toolbar-label")) {
            md-bold { (button("toolbar-bold", "B")) }
            md-header level="2" { (button("toolbar-heading", "T")) }
            md-unordered-list { (button("toolbar-list", "•")) }
            md-link { (button("toolbar-link", "↗")) }
            md-quote { (button("toolbar-quote", "»")) }
        }
    }
}

fn preview(voice: &Voice, words: &Content, prose: &Markup, comparison: &Comparison) -> Markup {
    html! {
        p.notice role="status" { (voice.say("edit-not-yet")) }
        section.paper aria-label=(voice.say("edit-preview")) {
            h2 { (words.title) }
            div.prose { (prose) }
        }
        button.primary type="submit" form="texte" { (voice.say("edit-save")) }
        details.panel open {
            summary { (voice.say("edit-changes")) }
            (parts::diff::show(voice, comparison))
        }
    }
}

/// The words a form holds; a section is put back in its place in the text it came from.
async fn words_of(
    visitor: &Visitor,
    note: &Note,
    standing: access::Standing,
    base: i64,
    form: &Form,
) -> Result<Words, Problem> {
    let summary = form.get("summary").to_owned();
    let section = form.number("section").and_then(|at| usize::try_from(at).ok());
    let Some(section) = section else {
        let (title, body) = (form.get("title").to_owned(), body_of(visitor, form));
        return Ok(Words { title, body, summary });
    };
    let old = visitor.site.app.notes().words_for(note, standing, base).await?;
    let new = form.get("body").replace("\r\n", "\n");
    let body =
        domain::prose::section::replace(&old.body, section, &new).ok_or(Problem::NotFound)?;
    Ok(Words { title: old.title, body, summary })
}

/// Saves, or shows what it would look like.
pub async fn save(Revises { visitor, person, note, standing, .. }: Revises, form: Form) -> Answer {
    kept::refuse_other(&form, &visitor.mark())?;
    let base = form.number("base").unwrap_or(note.revision);
    let words = words_of(&visitor, &note, standing, base, &form).await?;
    let app = visitor.site.app.clone();
    let section = form.number("section").and_then(|at| usize::try_from(at).ok());
    let typed = match section {
        Some(_) => Words { body: form.get("body").to_owned(), ..words.clone() },
        None => words.clone(),
    };
    let mut shown = Shown {
        words: typed,
        base,
        kept: form.number("kept").unwrap_or(-1),
        section,
        notice: None,
        preview: None,
        status: StatusCode::OK,
    };
    if form.broken {
        let notice = visitor.voice.say("form-broken");
        shown.notice = Some(&notice);
        shown.status = StatusCode::BAD_REQUEST;
        return Ok(form_page(&visitor, &note, &shown));
    }
    if form.get("action") == "apercu" {
        let old = app.notes().words_for(&note, standing, base).await?;
        let new =
            Content { title: words.title.clone(), body: words.body.clone(), ..Content::default() };
        let (before, after) = (old.body, new.body.clone());
        let prose = markdown::rendered(&new.body).await?;
        shown.preview = Some((new, prose, aside(move || compare(&before, &after)).await?));
        if section.is_none() {
            shown.keep(&visitor, &note, &words).await?;
        }
        return Ok(form_page(&visitor, &note, &shown));
    }
    // A section alone is put back in the text it came from, whatever was sent since.
    let sent = if section.is_some() { vec![] } else { kept::sendings(&form) };
    let key = form.command_id();
    match app.notes().revise_from((&note, standing), &person, (base, &sent), &words, key).await {
        Ok(saved) => {
            // A section alone leaves what another window keeps of the whole text.
            if section.is_none() {
                let saved = (words.title.as_str(), words.body.as_str());
                app.notes().forget_unsaved(&note.note, &person, form.number("kept"), saved).await?;
            }
            Ok(after(&note, &saved))
        }
        Err(error) => {
            let too_long = matches!(error, Failure::Words("body", _));
            let reason = match Problem::from(error) {
                Problem::Refused(reason) => reason,
                other => return Err(other),
            };
            if section.is_none() {
                shown.keep(&visitor, &note, &words).await?;
            }
            shown.status = if too_long {
                StatusCode::PAYLOAD_TOO_LARGE
            } else {
                StatusCode::UNPROCESSABLE_ENTITY
            };
            let notice = visitor.voice.say(&reason);
            shown.notice = Some(&notice);
            Ok(form_page(&visitor, &note, &shown))
        }
    }
}

/// Where a save leads: the note, which says what happened, or the text kept aside.
pub(crate) fn after(note: &Note, saved: &Saved) -> poem::Response {
    let address = address::note(&note.note);
    go(&match saved {
        Saved::Unchanged => format!("{address}?inchange=1"),
        Saved::Written(revision) => format!("{address}?enregistre={revision}"),
        Saved::Merged(revision) => format!("{address}?fusion={revision}"),
        Saved::Aside(variant) => address::variant(&note.note, variant),
    })
}

/// `POST /collage`: rich text from a clipboard (`html`), as Markdown, or as words alone
/// (`as=words`); or plain text (`text`), its items as those of Markdown, or the whole of it
/// (`as=whole`). Nothing is kept.
pub async fn paste(_: Known, form: Form) -> Answer {
    let text = form.get("text").to_owned();
    let result = if text.is_empty() {
        let is_words = form.get("as") == Paste::Words.as_str();
        let html = form.get("html").to_owned();
        let convert =
            if is_words { app::notes::paste::to_words } else { app::notes::paste::to_markdown };
        aside(move || convert(&html)).await?
    } else {
        let convert = if form.get("as") == "whole" {
            app::notes::bring::in_markdown
        } else {
            app::notes::bring::with_items
        };
        aside(move || (text.len() <= BODY_MAX).then(|| convert(&text))).await?
    };
    let result = result.ok_or(Problem::Refused("paste-nothing".to_owned()))?;
    Ok(result.with_content_type("text/plain; charset=utf-8").into_response())
}
