//! One group of saves in the history, and what can be done with it.

use std::collections::BTreeMap;

use app::access::{self, Standing};
use maud::{Markup, html};
use projections::notes::history::Revision;
use projections::notes::note::Note;

use super::{Group, hidden, seen_change, who};
use crate::shell::address;
use crate::shell::parts::{field, moment, summary};
use crate::shell::visitor::Visitor;

/// What every row needs.
pub(super) struct Scene<'s> {
    pub(super) visitor: &'s Visitor,
    pub(super) note: &'s Note,
    pub(super) standing: Standing,
    pub(super) thanked: &'s [i64],
    /// Which boxes were ticked, by version, where that is all.
    pub(super) ticked: &'s BTreeMap<i64, String>,
    /// Whether there are two rows at least to compare.
    pub(super) compares: bool,
}

impl Scene<'_> {
    pub(super) fn group(&self, group: &Group, at: usize) -> Markup {
        let voice = &self.visitor.voice;
        let newest = &group.whole();
        let is_alone = group.revisions.len() == 1;
        let (added, removed) = group.words();
        let from = access::first_visible(self.standing);
        html! {
            li.revision id={ "v" (newest.revision) } {
                @if self.compares { (self.radios(newest.revision, at)) }
                div {
                    h2 {
                        a href=(seen_change(&self.note.note, group.before().max(from), newest.revision)) {
                            @if !newest.name.is_empty() { (newest.name) }
                            @else if let Some(boxes) = self.ticked.get(&newest.revision).filter(|_| is_alone) { (boxes) }
                            @else { (summary::why(voice, newest)) }
                        }
                    }
                    p.by {
                        (who(voice, newest)) " · "
                        (moment::short(voice, newest.at))
                        @if added > 0 || removed > 0 {
                            " · "
                            span.change {
                                @if added > 0 { span.more { "+" (voice.number(added)) } " " }
                                @if removed > 0 { span.less { "−" (voice.number(removed)) } " " }
                                (voice.say("history-words-unit"))
                            }
                        }
                    }
                    @let labels = summary::labels(voice, newest);
                    @if !labels.is_empty() || newest.thanks > 0 {
                        p.labels {
                            @for label in &labels { span.label { (label) } }
                            @if newest.thanks > 0 { span.label { (voice.count("history-thanks", newest.thanks)) } }
                        }
                    }
                    @if newest.hidden.text { p.small { (hidden(voice, newest)) } }
                    @if newest.hidden.author && !newest.by_name.is_empty() {
                        p.small { (voice.say("history-author-hidden-from-readers")) }
                    }
                    @if group.revisions.len() > 1 {
                        details {
                            summary { (voice.count("history-saves", i64::try_from(group.revisions.len()).unwrap_or(0))) }
                            ul.plain { @for revision in &group.revisions { li {
                                a href=(seen_change(&self.note.note, (revision.revision - 1).max(from), revision.revision)) {
                                    (voice.fill("history-n", &[("n", revision.revision.into())]))
                                }
                                ", " (moment::short(voice, revision.at))
                            } } }
                        }
                    }
                    (self.gestures(newest, from))
                }
            }
        }
    }

    fn radios(&self, number: i64, at: usize) -> Markup {
        let voice = &self.visitor.voice;
        let label = |key: &str| voice.fill(key, &[("n", number.into())]);
        html! {
            div.pick {
                label {
                    span aria-hidden="true" { (voice.say("history-from")) }
                    input type="radio" form="compare" name="de" value=(number) checked[at == 1]
                        aria-label=(label("history-from-n"));
                }
                label {
                    span aria-hidden="true" { (voice.say("history-to")) }
                    input type="radio" form="compare" name="a" value=(number) checked[at == 0]
                        aria-label=(label("history-to-n"));
                }
            }
        }
    }

    fn gestures(&self, revision: &Revision, from: i64) -> Markup {
        let (voice, number) = (&self.visitor.voice, revision.revision);
        let version = address::version(&self.note.note, number);
        let person = self.visitor.viewer.person();
        let revises = access::may_revise(self.note, self.standing) && person.is_some();
        let thanks = person.is_some_and(|person| person != revision.author())
            && self.note.is_shared()
            && !revision.hidden.author;
        let thanked = self.thanked.contains(&number);
        html! {
            div.row.small-row {
                @if thanks && thanked {
                    p.small.said-thanks { (voice.say("history-thanked")) }
                } @else if thanks {
                    (field::form(self.visitor, &address::version_thanks(&self.note.note, number), html! {
                        button type="submit" aria-label=(voice.fill("history-thank-n", &[("n", number.into())])) {
                            (voice.say("history-thank"))
                        }
                    }))
                }
                details.menu {
                    summary aria-label=(voice.fill("history-menu-n", &[("n", number.into())])) { (voice.say("history-menu")) }
                    ul.plain {
                        li { a href=(version) { (voice.say("history-see")) } }
                        @if number < self.note.revision {
                            li { a href={ (address::comparison(&self.note.note)) "?de=" (number) "&a=" (self.note.revision) } { (voice.say("version-compare")) } }
                        }
                        @if revises && number > from {
                            li { a href=(address::undoing(&self.note.note, number)) { (voice.say("undo-open")) } }
                        }
                        @if revises { li { a href={ (version) "#nommer" } { (voice.say("name-open")) } } }
                        @if access::may_moderate(self.note, self.standing) {
                            li { a href=(address::hiding(&self.note.note, number)) { (voice.say("hide-open")) } }
                        }
                    }
                }
            }
        }
    }
}
