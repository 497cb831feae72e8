//! What a revision changed, in one sentence.

use domain::notes::note::Change;
use projections::notes::history::{Kind, Revision};

use crate::shell::voice::Voice;

/// What changed: `2 paragraphes ajoutés, 1 déplacé`. Empty when nothing did.
pub fn change(voice: &Voice, change: &Change) -> String {
    let parts = [
        ("change-blocks-added", change.blocks_added),
        ("change-blocks-removed", change.blocks_removed),
        ("change-blocks-changed", change.blocks_changed),
        ("change-words", change.words),
        ("change-joined", change.joined),
        ("change-split", change.split),
        ("change-moved", change.moved),
        ("change-levels", change.levels),
        ("change-headed", change.headed),
        ("change-unheaded", change.unheaded),
        ("change-links", change.links),
        ("change-images", change.images),
        ("change-link-titles", change.link_titles),
        ("change-checked", change.checked),
        ("change-unchecked", change.unchecked),
        ("change-formatted", change.formatted),
        ("change-sources", change.sources),
        ("change-typos", change.typos),
    ];
    let counted = parts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| voice.count(key, i64::from(count)));
    let title = (change.titles > 0).then(|| voice.say("change-title"));
    title.into_iter().chain(counted).collect::<Vec<_>>().join(", ")
}

/// [`change`], never empty: what no paragraph shows is said too.
pub fn change_or_source(voice: &Voice, what: &Change) -> String {
    // Of the source alone, how many blocks says nothing more.
    let told = change(voice, &Change { sources: 0, ..*what });
    let told = if told.is_empty() { told } else { change(voice, what) };
    match (told.is_empty(), what.added + what.removed) {
        (false, _) => told,
        (true, 0) => voice.say("change-source"),
        // Of the words that came or left, none is in the text (as older events tell it).
        (true, _) => voice.say("change-title"),
    }
}

/// Why a revision was made: in the words of whoever made it, or in ours.
pub fn why(voice: &Voice, one: &Revision) -> String {
    if one.hidden.summary && one.summary.is_empty() {
        return voice.say("history-summary-hidden");
    }
    let ours = match one.kind {
        Kind::Draft => voice.say("history-first"),
        Kind::Restore => voice.tell("history-restores", &[("n", one.of.into())]),
        Kind::Undo => voice.tell("history-undoes", &[("n", one.of.into())]),
        Kind::Merge => voice.tell("history-merges", &[("n", one.of.into())]),
        Kind::Suggestion => voice.say("history-suggestion"),
        Kind::Typo | Kind::Edit => change_or_source(voice, &one.change),
    };
    match (one.summary.as_str(), ours.as_str()) {
        ("", _) => capital(&ours),
        (summary, _) => summary.to_owned(),
    }
}

/// A sentence begins with a capital.
pub fn capital(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

/// The labels of a revision: what kind of change it is, at a glance.
pub fn labels(voice: &Voice, one: &Revision) -> Vec<String> {
    let mut told = vec![];
    let kind: &'static str = one.kind.into();
    if !matches!(one.kind, Kind::Draft | Kind::Edit | Kind::Typo) {
        told.push(voice.say(&format!("label-{kind}")));
    }
    if one.kind == Kind::Typo || one.change.is_only_typos() {
        told.push(voice.say("label-typo"));
    }
    if one.change.moved > 0 {
        told.push(voice.say("label-moved"));
    }
    if one.change.formatted > 0 && one.change.added + one.change.removed == 0 {
        told.push(voice.say("label-formatted"));
    }
    told
}
