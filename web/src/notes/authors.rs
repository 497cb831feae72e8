//! `…?vue=auteurs`, `…?vue=age` and `…/phrases/{n}`: who wrote this, sentence by sentence.

use std::collections::{BTreeMap, HashMap};

use app::access::{self, Standing};
use app::engine::blocking::aside;
use domain::core::ids::PersonId;
use domain::prose::authors::{Line, ancestor, lines, main_revision, sentences_with_words};
use domain::prose::blame::Blame;
use domain::prose::diff::{is_word, tokens};
use maud::{Markup, html};
use projections::notes::history::Revision;
use projections::notes::note::Note;
use projections::notes::{blame, history};

use super::history::{seen_change, seen_one, who};
use crate::notes::rights::Reads;
use crate::notes::show::page_about;
use crate::shell::address;
use crate::shell::page::Answer;
use crate::shell::parts::card;
use crate::shell::parts::diff::block;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;

/// People with a mark of their own; the others share one.
const MARKS: usize = 6;

/// The most sentences one page shows with their authors: a note of thirty thousand words.
const SENTENCES: usize = 3000;

/// How many states of one sentence its card shows.
const STATES: usize = 20;

/// The revisions words come from, as this visitor may know them. What was written before
/// they could read the note is told as the first version they may see.
struct Origins {
    revisions: BTreeMap<i64, Revision>,
    first: i64,
}

impl Origins {
    async fn of(
        visitor: &Visitor,
        note: &Note,
        standing: Standing,
        blame: &Blame,
    ) -> Result<Self, Problem> {
        let first = access::first_visible(standing);
        let moderator = access::may_moderate(note, standing);
        let mut numbers: Vec<i64> =
            blame.spans().iter().map(|(origin, _)| origin.revision.max(first)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let found = history::several(&visitor.site.app.db, &note.note, &numbers).await?;
        let masked = |it: Revision| if moderator { it } else { it.masked() };
        let revisions = found.into_iter().map(|it| (it.revision, masked(it))).collect();
        Ok(Self { revisions, first })
    }

    fn get(&self, revision: i64) -> Option<&Revision> {
        self.revisions.get(&revision.max(self.first))
    }

    /// Whoever wrote it, unless their name is hidden.
    fn author(&self, revision: i64) -> Option<&PersonId> {
        self.get(revision).filter(|it| !it.hidden.author).map(Revision::author)
    }
}

/// The note with its authors, or with its ages.
pub(super) async fn show(
    visitor: &Visitor,
    note: &Note,
    standing: Standing,
    by_age: bool,
) -> Answer {
    let app = &visitor.site.app;
    let blame = blame::of(&app.db, &note.note, note.revision).await?.unwrap_or_default();
    let origins = Origins::of(visitor, note, standing, &blame).await?;
    let (body, known) = (note.body.clone(), blame.clone());
    let (lines, is_cut, shares) = aside(move || {
        let (lines, is_cut) = lines(&body, &known, SENTENCES);
        (lines, is_cut, known.shares(&body))
    })
    .await?;
    let voice = &visitor.voice;
    let address = address::note(&note.note);
    let people = order(&lines, &origins);
    let mark = |revision: i64| {
        if by_age {
            return age(note, &origins, revision);
        }
        let place = origins.author(revision).and_then(|it| people.iter().position(|p| p == it));
        place
            .filter(|place| *place < MARKS)
            .map_or("who-other".to_owned(), |at| format!("who-{at}"))
    };
    let content = html! {
        p.over { a href=(address) { (note.title) } }
        h1 { (voice.say("note-authors")) }
        nav.tabs aria-label=(voice.say("authors-views")) {
            a href={ (address) "?vue=auteurs" } aria-current=[(!by_age).then_some("page")] { (voice.say("authors-by-person")) }
            a href={ (address) "?vue=age" } aria-current=[by_age.then_some("page")] { (voice.say("authors-by-age")) }
        }
        p { (voice.say("authors-help")) }
        @if by_age { (ages(voice)) } @else { (legend(voice, &people, &origins, &of_people(&shares, &origins))) }
        article.note.authors {
            h2 { (note.title) }
            @for line in &lines {
                (block(line.shape, &html! {
                    @for sentence in &line.sentences {
                        a.sentence.(mark(sentence.revision)) href=(address::sentence(&note.note, sentence.number)) {
                            @for (text, _) in &sentence.runs { (text) }
                            @if let Some(found) = origins.get(sentence.revision) {
                                span.unseen { " (" (who(voice, found)) ") " }
                            }
                        }
                    }
                }))
            }
            @if is_cut { p.notice { (voice.say("authors-cut")) } }
        }
    };
    Ok(page_about(voice, note, voice.say("note-authors"), content).show(visitor))
}

/// The authors, in the order in which their words are read: never by how many.
fn order(words: &[Line], origins: &Origins) -> Vec<PersonId> {
    let mut people: Vec<PersonId> = Vec::new();
    for sentence in words.iter().flat_map(|line| &line.sentences) {
        if let Some(person) = origins.author(sentence.revision)
            && !people.contains(person)
        {
            people.push(person.clone());
        }
    }
    people
}

/// How many words of the text come from each author; those whose name is hidden aside.
fn of_people(hash_map: &HashMap<i64, usize>, origins: &Origins) -> BTreeMap<PersonId, usize> {
    let mut shares = BTreeMap::new();
    for (revision, count) in hash_map {
        if let Some(person) = origins.author(*revision) {
            *shares.entry(person.clone()).or_default() += count;
        }
    }
    shares
}

fn legend(
    voice: &Voice,
    people: &[PersonId],
    origins: &Origins,
    shares: &BTreeMap<PersonId, usize>,
) -> Markup {
    let total: usize = shares.values().sum();
    let name = |person: &PersonId| {
        let mut known = origins.revisions.values();
        let revision = known.find(|it| it.author() == person && !it.hidden.author);
        card::author(voice, revision.map_or("", |it| it.author_name()))
    };
    html! {
        ul.legend {
            @for (at, person) in people.iter().enumerate() {
                @let class = if at < MARKS { format!("who-{at}") } else { "who-other".to_owned() };
                li {
                    span.sentence.(class) { (name(person)) } ", "
                    (voice.say(share(shares.get(person).copied().unwrap_or(0), total)))
                }
            }
        }
    }
}

/// A share, in words: never a number to rank people by.
fn share(part: usize, total: usize) -> &'static str {
    match (part * 20).checked_div(total).unwrap_or(0) {
        18.. => "share-almost-all",
        11..18 => "share-most",
        8..11 => "share-half",
        4..8 => "share-some",
        1..4 => "share-few",
        0 => "share-touch",
    }
}

/// How old words are, among those of the note: four shades.
fn age(note: &Note, origins: &Origins, revision: i64) -> String {
    let at = |number: i64| origins.get(number).map_or(note.modified_at, |it| it.at);
    let oldest = origins.revisions.values().map(|it| it.at).min().unwrap_or(0);
    let span = (note.modified_at - oldest).max(1);
    let shade = (note.modified_at - at(revision)).clamp(0, span - 1) * 4 / span;
    format!("age-{shade}")
}

fn ages(voice: &Voice) -> Markup {
    html! {
        ul.legend {
            @for shade in 0..4 {
                li { span.sentence.(format!("age-{shade}")) { (voice.say(&format!("age-{shade}"))) } }
            }
        }
    }
}

/// One sentence: who, when, by which edit, and how it became what it is.
pub async fn of_sentence(Reads { visitor, note, standing, .. }: Reads) -> Answer {
    let number: usize = visitor.id("number")?;
    let app = &visitor.site.app;
    let blame = blame::of(&app.db, &note.note, note.revision).await?.unwrap_or_default();
    let words = tokens(&note.body);
    let run = sentences_with_words(&words).into_iter().nth(number).ok_or(Problem::NotFound)?;
    let origins = blame.each();
    if run.end > origins.len() {
        return Err(Problem::NotFound);
    }
    let first = access::first_visible(standing);
    let main = main_revision(&words, &origins, &run).max(first);
    let said_by = words[run.clone()].iter().zip(&origins[run.clone()]);
    let mut touched: Vec<i64> = said_by
        .filter(|(word, _)| is_word(word))
        .map(|(_, origin)| origin)
        .flat_map(|origin| [origin.revision, origin.corrected])
        .filter(|revision| *revision > 0)
        .map(|revision| revision.max(first))
        .collect();
    touched.sort_unstable();
    touched.dedup();
    let written = seen_one(&visitor, &note, standing, main).await?;
    let mut texts = Vec::new();
    for revision in touched.iter().rev().take(STATES) {
        let made = seen_one(&visitor, &note, standing, *revision).await?;
        // A hidden text is not shown here either.
        let Ok(text) = app.notes().words_for(&note, standing, *revision).await else { continue };
        texts.push((made, text.body));
    }
    let (body, place) = (note.body.clone(), run.clone());
    let states: Vec<(Revision, String)> = aside(move || {
        let words = tokens(&body);
        let state = |(made, text): (Revision, String)| {
            let older = tokens(&text);
            let result = older[ancestor(&words, &place, &older)].concat();
            (made, result)
        };
        texts.into_iter().map(state).collect()
    })
    .await?;
    let voice = &visitor.voice;
    let address = address::note(&note.note);
    let here = address::sentence(&note.note, number);
    let birth = touched.first().copied().unwrap_or(main);
    let by_others = |(made, _): &&(Revision, String)| made.author() != written.author();
    let others: Vec<String> =
        states.iter().filter(by_others).map(|(made, _)| who(voice, made)).collect();
    let content = html! {
        p.over { a href={ (address) "?vue=auteurs" } { (voice.say("note-authors")) } }
        h1 { (voice.say("sentence-title")) }
        blockquote.sentence-said { (crate::shell::markdown::fragment(&words[run.clone()].concat(), 2000)) }
        p.lead {
            (voice.fill("sentence-written", &[
                ("who", who(voice, &written).into()), ("when", voice.day(written.at).into()), ("n", main.into()),
            ]))
            @if !others.is_empty() { " " (voice.fill("sentence-touched", &[("names", voice.list(&unique(others)).into())])) }
        }
        div.row {
            a.button href=(seen_change(&note.note, (main - 1).max(first), main)) { (voice.say("sentence-change")) }
            (crate::notes::show::revision_thanks(&visitor, &note, &written, &here).await?)
            a.button href={ (address::film(&note.note)) "?v=" (birth) } { (voice.say("sentence-birth")) }
        }
        section aria-labelledby="states" {
            h2 #states { (voice.say("sentence-history")) }
            ol.states {
                @for (made, text) in &states {
                    li {
                        p.by { (voice.fill("history-n", &[("n", made.revision.into())])) ", " (who(voice, made)) ", " (voice.day(made.at)) }
                        @if text.trim().is_empty() { p.empty { (voice.say("sentence-elsewhere")) } }
                        @else { p { (crate::shell::markdown::fragment(text, 2000)) } }
                    }
                }
            }
        }
        p { a href={ (address::typo(&note.note)) "?phrase=" (number) } { (voice.say("typo-open")) } }
    };
    Ok(page_about(voice, &note, voice.say("sentence-title"), content).show(&visitor))
}

/// Names, each once, in order.
fn unique(names: Vec<String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for name in names {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found
}
