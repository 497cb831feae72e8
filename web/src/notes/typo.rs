//! `…/coquille` and `…/suggestions/{id}`: mending one sentence, and answering what others
//! propose.

use app::access::{self, Standing};
use app::engine::blocking::aside;
use app::notes::Words;
use app::notes::revise::{Saved, current};
use app::notes::suggest::{Corrected, Proposer, Suggested};
use domain::core::ids::SuggestionId;
use domain::prose::authors::sentences_with_words;
use domain::prose::diff::page::compare;
use domain::prose::diff::tokens;
use maud::{Markup, html};
use projections::notes::note::Note;
use projections::notes::suggestion;

use crate::notes::rights::{Acts, Reads};
use crate::notes::show::{page_about, reader};
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::limits::Counted;
use crate::shell::markdown::fragment;
use crate::shell::page::{Answer, go};
use crate::shell::parts::pager::Pager;
use crate::shell::parts::settle::{self, Sides};
use crate::shell::parts::{self, card, field, moment};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// The most sentences one page lists; the others are corrected from the whole text.
const LISTED: usize = 2000;

/// Which sentence, then the sentence itself.
pub async fn show(Reads { visitor, note, standing, .. }: Reads) -> Answer {
    if !access::may_suggest(&note, standing) {
        return Err(Problem::NotFound);
    }
    let voice = &visitor.voice;
    let address = address::note(&note.note);
    let words = tokens(&note.body);
    let sentences: Vec<String> =
        sentences_with_words(&words).into_iter().map(|run| words[run].concat()).collect();
    let chosen = visitor.query.number("phrase").and_then(|at| usize::try_from(at).ok());
    let chosen = chosen.and_then(|at| sentences.get(at).map(|text| (at, text)));
    let content = html! {
        p.over { a href=(address) { (note.title) } }
        h1 { (voice.say("typo-title")) }
        @match chosen {
            Some((at, text)) => { (sentence_form(&visitor, &note, standing, at, text, None)) }
            None => {
                p.lead { (voice.say("typo-which")) }
                ol.sentences {
                    @for (at, text) in sentences.iter().enumerate().take(LISTED) {
                        li { a href={ (address::typo(&note.note)) "?phrase=" (at) } { (fragment(text, 400)) } }
                    }
                }
            }
        }
    };
    Ok(page_about(voice, &note, voice.say("typo-title"), content).show(&visitor))
}

fn sentence_form(
    visitor: &Visitor,
    note: &Note,
    standing: Standing,
    at: usize,
    text: &str,
    notice: Option<&str>,
) -> Markup {
    let voice = &visitor.voice;
    let help = if standing.owns() { "typo-help-own" } else { "typo-help" };
    html! {
        (field::notice("typo", notice))
        (field::form(visitor, &address::typo(&note.note), html! {
            input type="hidden" name="base" value=(note.revision);
            input type="hidden" name="rang" value=(at);
            (field::area("text", &voice.say("typo-label"), Some(&voice.say(help)), text.trim(), 5))
            button.primary type="submit" { (voice.say(if standing.owns() { "typo-save" } else { "typo-button" })) }
        }))
        p.promise { (voice.say("edit-promise")) }
    }
}

/// Mends it, or proposes to.
pub async fn act(Reads { visitor, note, standing, .. }: Reads, form: Form) -> Answer {
    if !access::may_suggest(&note, standing) {
        return Err(Problem::NotFound);
    }
    let app = &visitor.site.app;
    let by = if let Some(person) = visitor.viewer.person() {
        Proposer::Person(person.clone())
    } else {
        if !visitor.site.limits.allow(Counted::Suggestion, &visitor.address) {
            return Err(Problem::TooMany);
        }
        // A device without its cookie proposes all the same: its form is all we know of it.
        let known = reader(&visitor, &note).await?;
        let form = form.command_id();
        Proposer::Reader(known.unwrap_or_else(|| app.notes().reader_on(form.as_str(), &note.note)))
    };
    let base = form.number("base").unwrap_or(note.revision);
    let old = app.notes().words_for(&note, standing, base).await?;
    let at = form.number("rang").and_then(|at| usize::try_from(at).ok());
    let body = at.and_then(|at| with(&old.body, at, form.get("text"))).ok_or(Problem::NotFound)?;
    let words = Words { title: old.title, body, summary: String::new() };
    let corrected =
        app.notes().correct(&note, standing, &by, base, &words, form.command_id()).await?;
    Ok(match corrected {
        Corrected::Saved(
            saved @ (Saved::Unchanged | Saved::Written(_) | Saved::Merged(_) | Saved::Aside(_)),
        ) => super::write::after(&note, &saved),
        Corrected::Proposed(_) => go(&format!("{}?propose=1", address::note(&note.note))),
    })
}

/// `body` with its sentence number `at` replaced; the spaces around it stay.
fn with(body: &str, at: usize, text: &str) -> Option<String> {
    let words = tokens(body);
    let run = sentences_with_words(&words).into_iter().nth(at)?;
    let old = words[run.clone()].concat();
    let lead = &old[..old.len() - old.trim_start().len()];
    let tail = &old[old.trim_end().len()..];
    let text = text.replace("\r\n", "\n");
    let (before, after) = (words[..run.start].concat(), words[run.end..].concat());
    Some(format!("{before}{lead}{}{tail}{after}", text.trim()))
}

/// What waits for an answer: the authors of the note see it all; others see what they
/// proposed themselves, and at most that something waits.
pub(super) async fn waiting(
    visitor: &Visitor,
    note: &Note,
    standing: Standing,
) -> Result<Markup, Problem> {
    let app = &visitor.site.app;
    let pager = Pager::from_query(visitor, "suggestions", suggestion::PAGE);
    let person = visitor.viewer.person();
    let found = app.notes().suggestions(note, standing, person, pager.skipped()).await?;
    let voice = &visitor.voice;
    let address = address::note(&note.note);
    let mut list = Vec::with_capacity(found.suggestions.len());
    for suggestion in &found.suggestions {
        list.push((
            suggestion,
            app.notes().first_change(note, suggestion).await?.map(|line| fragment(&line, 160)),
        ));
    }
    let all = usize::try_from(found.count).unwrap_or(0);
    let waits = voice.count("suggestions-waiting", found.count);
    Ok(html! {
        @if !found.own.is_empty() {
            section.panel aria-labelledby="own-suggestions" {
                h2 #own-suggestions { (voice.say("suggestions-own")) }
                ul.plain {
                    @for suggestion in &found.own {
                        li { a href=(address::suggestion(&note.note, &suggestion.suggestion)) {
                            (moment::sentence(voice, "suggestion-own", &[], suggestion.at))
                        } }
                    }
                }
            }
        }
        @if list.is_empty() && found.count > 0 && pager.page == 1 {
            p.small { (waits) }
        } @else if found.count > 0 {
            section.panel aria-labelledby="suggestions" {
                h2 #suggestions { (voice.count("suggestions-title", found.count)) }
                ul.plain {
                    @for (suggestion, change) in &list {
                        li {
                            a href=(address::suggestion(&note.note, &suggestion.suggestion)) {
                                (moment::sentence(voice, "suggestion-from", &[("name", proposer(visitor, suggestion).into())], suggestion.at))
                            }
                            @if let Some(text) = change { br; q { (text) } }
                            (field::form(visitor, &address::suggestion(&note.note, &suggestion.suggestion), html! {
                                input type="hidden" name="base" value=(note.revision);
                                button type="submit" name="action" value="accepter" { (voice.say("suggestion-accept")) }
                            }))
                        }
                    }
                }
                (pager.links(voice, &format!("{address}?suggestions="), pager.has_more(all)))
            }
        }
    })
}

fn proposer(visitor: &Visitor, suggestion: &suggestion::Suggestion) -> String {
    match &suggestion.by {
        Some(_) => card::author(&visitor.voice, &suggestion.by_name),
        None => visitor.voice.say("suggestion-visitor"),
    }
}

/// One suggestion, and the two answers.
pub async fn suggested(Reads { visitor, note, standing, .. }: Reads) -> Answer {
    let suggestion_id: SuggestionId = visitor.id("suggestion")?;
    let app = &visitor.site.app;
    let head = current(&note);
    let found = app
        .notes()
        .suggested(&note, standing, visitor.viewer.person(), &suggestion_id, &head)
        .await?;
    let found = found.ok_or(Problem::NotFound)?;
    let Suggested { suggestion: found, words, joined, answers } = found;
    let voice = &visitor.voice;
    let address = address::note(&note.note);
    let (now, then) = (note.body.clone(), settle::proposed(&joined));
    let comparison = aside(move || compare(&now, &then)).await?;
    let who = proposer(&visitor, &found);
    let sides = Sides {
        head: voice.say("settle-current"),
        mine: voice.fill("settle-proposed", &[("name", who.as_str().into())]),
    };
    let content = html! {
        p.over { a href=(address) { (note.title) } }
        h1 { (voice.say("suggestion-title")) }
        p.lead { (moment::sentence(voice, "suggestion-lead", &[("name", who.as_str().into())], found.at)) }
        (parts::diff::show(voice, &comparison))
        @if found.answer == "waiting" && !answers {
            p.notice { (voice.say("suggestion-own-waits")) }
        } @else if found.answer == "waiting" {
            (field::form(&visitor, &address::suggestion(&note.note, &suggestion_id), html! {
                input type="hidden" name="base" value=(note.revision);
                (settle::fields(voice, &joined, &head, &words, &sides))
                button.primary type="submit" name="action" value="accepter" { (voice.say("suggestion-accept")) }
                button type="submit" name="action" value="laisser" { (voice.say("suggestion-decline")) }
            }))
        } @else {
            p.notice { (voice.say(&format!("suggestion-{}", found.answer))) }
        }
    };
    Ok(Page::new(voice.say("suggestion-title"), content).edition().show(&visitor))
}

/// Accepts or leaves it out.
pub async fn answer(Acts { visitor, person, note, standing, .. }: Acts, form: Form) -> Answer {
    let suggestion_id: SuggestionId = visitor.id("suggestion")?;
    let app = &visitor.site.app;
    let address = address::note(&note.note);
    if form.get("action") == "laisser" {
        app.notes().decline(&note, standing, &person, &suggestion_id, form.command_id()).await?;
        return Ok(go(&address));
    }
    // What was chosen was chosen between the sentences that were shown, whatever was saved
    // since.
    let base = form.number("base").unwrap_or(note.revision);
    let shown = app.notes().words_for(&note, standing, base).await?;
    let found =
        app.notes().suggested(&note, standing, Some(&person), &suggestion_id, &shown).await?;
    let found = found.filter(|found| found.answers).ok_or(Problem::NotFound)?;
    let (words, joined) = (found.words, found.joined);
    let asks = joined.title.is_none() || joined.body.text().is_none();
    // The button of the note's own page chooses nothing: the sentences are shown first.
    if asks
        && !form
            .fields
            .iter()
            .any(|(name, _)| name.starts_with("choix-") || name.starts_with("titre"))
    {
        return Ok(go(&address::suggestion(&note.note, &suggestion_id)));
    }
    let settled = asks.then(|| {
        let (title, body) = settle::settled(&joined, &shown, &words, &form);
        Words { title, body, summary: String::new() }
    });
    let settled = settled.as_ref().map(|words| (base, words));
    let accepted = app
        .notes()
        .accept(&note, standing, &person, &suggestion_id, settled, form.command_id())
        .await?;
    Ok(match accepted {
        Some(saved) => super::write::after(&note, &saved),
        // The note has moved on, in the same sentence: what was written is shown, to be copied.
        None => return Err(Problem::Refused("settle-again".to_owned())),
    })
}
