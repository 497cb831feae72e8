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
    let result = change(voice, &Change { sources: 0, ..*what });
    let result = if result.is_empty() { result } else { change(voice, what) };
    match (result.is_empty(), what.added + what.removed) {
        (false, _) => result,
        (true, 0) => voice.say("change-source"),
        // Of the words that came or left, none is in the text (as older events tell it).
        (true, _) => voice.say("change-title"),
    }
}

/// Why a revision was made: in the words of whoever made it, or in ours.
pub fn why(voice: &Voice, revision: &Revision) -> String {
    if revision.hidden.summary && revision.summary.is_empty() {
        return voice.say("history-summary-hidden");
    }
    let ours = match revision.kind {
        Kind::Draft => voice.say("history-first"),
        Kind::Restore => voice.fill("history-restores", &[("n", revision.of.into())]),
        Kind::Undo => voice.fill("history-undoes", &[("n", revision.of.into())]),
        Kind::Merge => voice.fill("history-merges", &[("n", revision.of.into())]),
        Kind::Suggestion => voice.say("history-suggestion"),
        Kind::Typo | Kind::Edit => change_or_source(voice, &revision.change),
    };
    match (revision.summary.as_str(), ours.as_str()) {
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
pub fn labels(voice: &Voice, revision: &Revision) -> Vec<String> {
    let mut found = vec![];
    let kind: &'static str = revision.kind.into();
    if !matches!(revision.kind, Kind::Draft | Kind::Edit | Kind::Typo) {
        found.push(voice.say(&format!("label-{kind}")));
    }
    if revision.kind == Kind::Typo || revision.change.is_only_typos() {
        found.push(voice.say("label-typo"));
    }
    if revision.change.moved > 0 {
        found.push(voice.say("label-moved"));
    }
    if revision.change.formatted > 0 && revision.change.added + revision.change.removed == 0 {
        found.push(voice.say("label-formatted"));
    }
    found
}
