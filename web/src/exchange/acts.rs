//! `/moi/donnees/gestes`: everything one did here, in words, by day, the last day first.

use std::collections::HashMap;

use app::exchange::own_data::{OwnAct, PAGE};
use domain::core::ids::NoteId;
use maud::{Markup, html};
use projections::core::content::Content;

use crate::shell::address;
use crate::shell::extract::Known;
use crate::shell::layout::Page;
use crate::shell::page::Answer;
use crate::shell::parts::moment;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;

/// How much of a text stands under what was done with it, in signs.
const EXCERPT: usize = 280;

/// The page.
pub async fn show(Known { visitor, person }: Known) -> Answer {
    let before = visitor.query.get("avant").parse().unwrap_or(i64::MAX);
    let acts = visitor.site.app.exchange().acts(&person, before).await?;
    let titles = titles(&visitor, &acts).await?;
    let voice = &visitor.voice;
    let more = i64::try_from(acts.len()).is_ok_and(|count| count == PAGE);
    let next = acts.last().filter(|_| more).map(|act| act.position);
    let content = html! {
        p.over { a href=(address::own_data()) { (voice.say("own-title")) } }
        h1 { (voice.say("own-acts-title")) }
        @if acts.is_empty() { p.empty { (voice.say("own-acts-empty")) } }
        @if !acts.is_empty() { (moment::whose(voice)) }
        @for day in acts.chunk_by(|act, next| voice.day(act.at) == voice.day(next.at)) {
            h2 { (moment::day(voice, day[0].at)) }
            ul.plain { @for act in day { li { (line(voice, act, &titles)) } } }
        }
        @if let Some(next) = next {
            p { a.button href={ (address::own_acts()) "?avant=" (next) } { (voice.say("own-more")) } }
        }
    };
    Ok(Page::new(voice.say("own-acts-title"), content).show(&visitor))
}

/// The titles of the notes that these acts are about, of those `visitor` may read.
async fn titles(visitor: &Visitor, acts: &[OwnAct]) -> Result<HashMap<NoteId, String>, Problem> {
    let mut found = HashMap::new();
    for note in acts.iter().filter_map(|act| act.note.as_ref()) {
        if !found.contains_key(note)
            && let Some((shown, _)) = visitor.site.app.note_for(&visitor.viewer, note).await?
        {
            found.insert(note.clone(), shown.title);
        }
    }
    Ok(found)
}

/// What happened, in one sentence: what they did, or what was done for them.
pub(super) fn sentence(voice: &Voice, act: &OwnAct) -> String {
    let (kind, event) = (act.kind, kebab(&act.event));
    if act.is_theirs {
        voice.say(&format!("act-{kind}-{event}"))
    } else {
        voice.say(&format!("act-{kind}-{event}-for-me"))
    }
}

/// `DoorChosen` as texts have it: `door-chosen`.
fn kebab(name: &str) -> String {
    let mut text = String::with_capacity(name.len() + 4);
    for sign in name.chars() {
        if sign.is_ascii_uppercase() && !text.is_empty() {
            text.push('-');
        }
        text.push(sign.to_ascii_lowercase());
    }
    text
}

fn line(voice: &Voice, act: &OwnAct, titles: &HashMap<NoteId, String>) -> Markup {
    let note = act.note.as_ref().filter(|note| titles.contains_key(note));
    html! {
        (voice.hour(act.at)) " · " (sentence(voice, act))
        @if let Some(note) = note { " " a href=(address::note(note)) { (titles[note]) } }
        @if let Some(words) = act.words.as_ref().filter(|words| **words != Content::default()) {
            blockquote.small { (excerpt(words)) }
        }
    }
}

fn excerpt(words: &Content) -> String {
    let parts = [&words.title, &words.body, &words.summary];
    let said: Vec<&str> =
        parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    let text = said.join(" · ");
    let short: String = text.chars().take(EXCERPT).collect();
    if short.len() < text.len() { format!("{short}…") } else { short }
}
