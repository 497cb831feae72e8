//! `/ateliers/{id}/tour-de-table`: where people come from, what interests them, and who
//! might work with whom; for those who run the room, to be said aloud.

use std::collections::{BTreeMap, BTreeSet};

use domain::workshops::pairing;
use maud::{Markup, html};
use projections::core::content::{self, Content};
use projections::workshops::room::{self, Participant};

use crate::shell::address;
use crate::shell::layout::{Kind, Page};
use crate::shell::page::Answer;
use crate::shell::parts::card;
use crate::shell::voice::Voice;
use crate::workshops::rights::Helps;

/// How often the page comes back, in seconds.
const REFRESH: u32 = 15;

/// The page.
pub async fn show(Helps { visitor, workshop, .. }: Helps) -> Answer {
    let db = &visitor.site.app.db;
    let mut contents: Vec<(Participant, Content)> = Vec::new();
    for participant in room::present(db, &workshop.workshop).await? {
        if let Some(id) = &participant.sketch {
            let words = content::find(db, id).await?;
            // Whoever left every field blank introduced nobody.
            if [&words.title, &words.body, &words.summary].iter().all(|it| it.trim().is_empty()) {
                continue;
            }
            contents.push((participant, words));
        }
    }
    let voice = &visitor.voice;
    let content = html! {
        p.over { a href=(address::console(&workshop.workshop)) { (voice.say("console-title")) } }
        h1 { (voice.say("step-round")) }
        p.lead { (voice.count("round-told", i64::try_from(contents.len()).unwrap_or(0))) }
        @if contents.is_empty() {
            p.empty { (voice.say("round-nobody")) }
        } @else {
            (counts(voice, "round-regions", contents.iter().map(|(_, content)| content.title.clone())))
            (counts(voice, "round-tags", contents.iter().flat_map(|(_, content)| interests(content))))
            (counts(voice, "round-organisations", contents.iter().map(|(_, content)| content.summary.clone())))
            (pairs(voice, &contents))
        }
    };
    let page = Page::new(voice.say("step-round"), content).kind(Kind::Live).refresh(REFRESH);
    Ok(page.show(&visitor))
}

/// What interests someone: the lines after the first, which is what brings them.
fn interests(content: &Content) -> Vec<String> {
    content.body.lines().skip(1).map(str::to_owned).collect()
}

/// Words and how many people said each, the commonest first.
fn counts(voice: &Voice, title: &str, words: impl Iterator<Item = String>) -> Markup {
    let mut counted: BTreeMap<String, i64> = BTreeMap::new();
    for word in words.map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()) {
        *counted.entry(word).or_default() += 1;
    }
    let mut counted: Vec<(String, i64)> = counted.into_iter().collect();
    counted.sort_by_key(|(_, count)| -count);
    html! {
        @if !counted.is_empty() {
            section aria-labelledby=(title) {
                h2 id=(title) { (voice.say(title)) }
                ul.band {
                    @for (word, count) in &counted { li { (word) " " strong { (voice.number(*count)) } } }
                }
            }
        }
    }
}

fn pairs(voice: &Voice, words: &[(Participant, Content)]) -> Markup {
    // A region shared is something in common too.
    let tags: Vec<BTreeSet<String>> = words
        .iter()
        .map(|(_, word)| interests(word).into_iter().chain([word.title.clone()]).collect())
        .map(|tags: BTreeSet<String>| tags.into_iter().filter(|tag| !tag.is_empty()).collect())
        .collect();
    let groups = pairing::groups(&tags);
    let names = |people: &[usize]| {
        let name = |at: &usize| card::author(voice, &words[*at].0.name);
        voice.list(&people.iter().map(name).collect::<Vec<_>>())
    };
    html! {
        @if words.len() > 1 {
            section aria-labelledby="pairs" {
                h2 #pairs { (voice.say("round-pairs")) }
                p.small { (voice.say("round-pairs-help")) }
                ul.plain {
                    @for group in &groups {
                        li {
                            strong { (names(&group.people)) }
                            @if !group.common.is_empty() {
                                " · " (group.common.iter().cloned().collect::<Vec<_>>().join(", "))
                            }
                        }
                    }
                }
            }
        }
    }
}
