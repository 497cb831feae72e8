//! `…/comparer?de=1&a=3`: two versions, as they are read; also since a month, or since
//! one's last reading.

use app::Failure;
use std::collections::{BTreeMap, BTreeSet};

use app::access::{self, Standing};
use app::engine::blocking::aside;
use domain::notes::note::Change;
use domain::prose::authors::of_blocks;
use domain::prose::diff::page::{Comparison, compare};
use domain::prose::diff::{self, Piece, summary};
use maud::{Markup, html};
use projections::core::content::Content;
use projections::notes::blame;
use projections::notes::history::{self, Revision};
use projections::notes::note::Note;

use super::history::{hidden, none, seen_one, who};
use crate::notes::rights::Reads;
use crate::notes::show::page_about;
use crate::shell::address;
use crate::shell::markdown;
use crate::shell::page::Answer;
use crate::shell::parts::{self, card};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;

/// How the two versions are shown.
const VIEWS: [&str; 4] = ["rendu", "cote", "source", "avant-apres"];

/// Two versions and what is between them.
struct Between {
    old: Revision,
    new: Revision,
    before: Content,
    after: Content,
    comparison: Comparison,
    title: Vec<Piece>,
    change: Change,
    people: Vec<(domain::core::ids::PersonId, String, i64)>,
    /// Since when, in words, when that is what was asked.
    since: Option<String>,
    /// Whose each new block is, and when: those that changed between the two.
    authors: Vec<Option<String>>,
}

/// The two versions.
pub async fn show(Reads { visitor, note, standing, .. }: Reads) -> Answer {
    let (from, to) = numbers(&visitor, &note, standing).await?;
    let old = seen_one(&visitor, &note, standing, from).await?;
    let new = seen_one(&visitor, &note, standing, to).await?;
    let app = &visitor.site.app;
    let words = async |revision: &Revision| match app
        .notes()
        .words_for(&note, standing, revision.revision)
        .await
    {
        Ok(words) => Ok(Ok(words)),
        Err(Failure::Refused(app::notes::HIDDEN)) => Ok(Err(hidden(&visitor.voice, revision))),
        Err(error) => Err(Problem::from(error)),
    };
    let (before, after) = match (words(&old).await?, words(&new).await?) {
        (Ok(before), Ok(after)) => (before, after),
        (Err(why), _) | (_, Err(why)) => return Ok(cannot(&visitor, &note, &why)),
    };
    let people = history::people_between(&app.db, &note.note, from, to).await?;
    let (then, now) = (before.clone(), after.clone());
    let (comparison, title, change) = aside(move || {
        let comparison = compare(&then.body, &now.body);
        let body = summary::summary(&comparison);
        let change = summary::with_title(body, &then.title, &now.title);
        (comparison, diff::exact(&then.title, &now.title), change)
    })
    .await?;
    let authors = authors(&visitor, &note, standing, (from, to), &after).await?;
    let since = visitor.query.maybe("depuis").and_then(|since| asked_since(&visitor.voice, since));
    let between =
        Between { old, new, before, after, comparison, title, change, people, since, authors };
    let range = format!("{}?de={from}&a={to}", address::comparison(&note.note));
    let thanks = crate::notes::show::revision_thanks(&visitor, &note, &between.new, &range).await?;
    page(&visitor, &note, standing, &between, &thanks).await
}

/// Which two versions the address asks for, the older one first.
async fn numbers(
    visitor: &Visitor,
    note: &Note,
    standing: Standing,
) -> Result<(i64, i64), Problem> {
    let query = &visitor.query;
    let first = access::first_visible(standing);
    if let Some(since) = query.maybe("depuis") {
        let start = asked_start(&visitor.voice, since);
        let from = match start {
            Some(start) => {
                let db = &visitor.site.app.db;
                history::before(db, &note.note, start).await?.unwrap_or(first)
            }
            None if since == "debut" => first,
            None => return Err(none(visitor, note)),
        };
        return Ok((from.max(first), note.revision));
    }
    let number = |name: &str| query.number(name).ok_or_else(|| none(visitor, note));
    let (from, to) = (number("de")?, number("a")?);
    // Asked the wrong way round, it is still the same question.
    Ok((from.min(to), from.max(to)))
}

/// A month or a day, as one says it.
fn asked_since(voice: &Voice, since: &str) -> Option<String> {
    asked_start(voice, since).map(|start| voice.day(start))
}

/// When a month (`2026-03`) or a day begins.
fn asked_start(voice: &Voice, since: &str) -> Option<i64> {
    let zone = voice.zone;
    zone.start_of_day(&format!("{since}-01"), 0).or_else(|| zone.start_of_day(since, 0))
}

/// For each block of the newer text: who changed it between the two versions, and when.
async fn authors(
    visitor: &Visitor,
    note: &Note,
    standing: Standing,
    (from, to): (i64, i64),
    after: &Content,
) -> Result<Vec<Option<String>>, Problem> {
    let db = &visitor.site.app.db;
    let Some(blame) = blame::of(db, &note.note, to).await? else { return Ok(vec![]) };
    let body = after.body.clone();
    let blocks = aside(move || of_blocks(&body, &blame)).await?;
    let mut numbers: Vec<i64> = blocks.iter().flatten().copied().collect();
    // What only left is in no word of now: of one edit, it is that one's.
    let alone = (to == from + 1).then_some(to);
    numbers.extend(alone);
    numbers.retain(|revision| *revision > from && *revision <= to);
    numbers.sort_unstable();
    numbers.dedup();
    let moderator = access::may_moderate(note, standing);
    let masked = |it: Revision| if moderator { it } else { it.masked() };
    let known: BTreeMap<i64, Revision> = history::several(db, &note.note, &numbers)
        .await?
        .into_iter()
        .map(|it| (it.revision, masked(it)))
        .collect();
    let voice = &visitor.voice;
    let result = |revisions: &BTreeSet<i64>| {
        let last = revisions.iter().rev().chain(&alone).find_map(|revision| known.get(revision))?;
        Some(format!("{}, {}", card::author(voice, last.author_name()), voice.day(last.at)))
    };
    Ok(blocks.iter().map(result).collect())
}

/// One of the two is hidden: the page says so, and where to go.
fn cannot(visitor: &Visitor, note: &Note, why: &str) -> poem::Response {
    let voice = &visitor.voice;
    let content = html! {
        h1 { (voice.say("compare-title")) }
        p.notice { (why) }
        p { a.button href=(address::history(&note.note)) { (voice.say("history-title")) } }
    };
    page_about(voice, note, voice.say("compare-title"), content).show(visitor)
}

async fn page(
    visitor: &Visitor,
    note: &Note,
    standing: Standing,
    between: &Between,
    thanks: &Markup,
) -> Answer {
    let voice = &visitor.voice;
    let address = address::note(&note.note);
    let (old, new) = (&between.old, &between.new);
    let view = visitor.query.get("vue");
    let view = if VIEWS.contains(&view) { view } else { VIEWS[0] };
    let range =
        format!("{}?de={}&a={}", address::comparison(&note.note), old.revision, new.revision);
    let is_one = new.revision == old.revision + 1;
    let same = old.revision == new.revision
        || between.before == between.after
        || (between.before.title == between.after.title
            && between.before.body == between.after.body);
    let content = html! {
        p.over { a href=(address::history(&note.note)) { (voice.say("history-title")) } " · " a href=(address) { (note.title) } }
        h1 {
            @match &between.since {
                Some(since) => { (voice.fill("compare-since", &[("day", since.as_str().into())])) }
                None => { (voice.say("compare-title")) }
            }
        }
        (sentence(voice, between, same))
        @if !same {
            nav.tabs aria-label=(voice.say("compare-views")) {
                @for name in VIEWS {
                    a href={ (range) "&vue=" (name) } aria-current=[(name == view).then_some("page")] {
                        (voice.say(&format!("compare-view-{name}")))
                    }
                }
            }
        }
        (title(voice, between))
        (body(voice, between, view).await?)
        nav.tools aria-label=(voice.say("version-around")) {
            a.button href=(address::version(&note.note, old.revision)) { (voice.fill("compare-see", &[("n", old.revision.into())])) }
            @if old.revision != new.revision { a.button href=(address::version(&note.note, new.revision)) { (voice.fill("compare-see", &[("n", new.revision.into())])) } }
            @if is_one && access::may_revise(note, standing) && visitor.viewer.person().is_some() {
                a.button href=(address::undoing(&note.note, new.revision)) { (voice.say("undo-open")) }
            }
        }
        @if is_one { (thanks) }
    };
    let page = page_about(voice, note, voice.say("compare-title"), content);
    Ok(page.edition().show(visitor))
}

fn title(voice: &Voice, between: &Between) -> Markup {
    let (then, now) = (&between.before.title, &between.after.title);
    let is_other = diff::words(then, now).iter().any(Piece::is_change);
    html! {
        // To the letter: another apostrophe is seen too.
        h2 { (parts::diff::typed(voice, &between.title)) }
        @if then != now && !is_other {
            p.said {
                (voice.say(if spelled(then) == spelled(now) { "compare-title-typed" } else { "compare-title-variants" }))
            }
        }
    }
}

/// A title in which all apostrophes are one, and all spaces.
fn spelled(title: &str) -> String {
    let plain = |sign: char| match sign {
        '’' | '‘' | 'ʼ' => '\'',
        _ if sign.is_whitespace() => ' ',
        _ => sign,
    };
    title.chars().map(plain).collect()
}

/// What happened, in words.
fn sentence(voice: &Voice, between: &Between, same: bool) -> Markup {
    let side = |revision: &Revision| {
        let args = [
            ("n", revision.revision.into()),
            ("who", who(voice, revision).into()),
            ("when", voice.day(revision.at).into()),
        ];
        voice.fill("compare-side", &args)
    };
    let (old, new) = (&between.old, &between.new);
    let edits = new.revision - old.revision;
    let names: Vec<String> =
        between.people.iter().map(|(_, name, _)| card::author(voice, name)).collect();
    let change = parts::summary::change_or_source(voice, &between.change);
    html! {
        p.lead.small[between.since.is_some()] {
            (voice.fill("compare-between", &[("old", side(old).into()), ("new", side(new).into())]))
        }
        @if same && between.since.is_some() {
            p { (voice.say("compare-since-nothing")) }
        } @else if same {
            p { (voice.say("compare-same")) }
        } @else {
            p.who-did {
                strong {
                    (voice.count("compare-edits", edits)) " "
                    @if !names.is_empty() { (voice.fill("compare-people", &[("names", voice.list(&names).into())])) }
                }
            }
            p {
                strong { (parts::summary::capital(&change)) "." } " "
                (parts::summary::capital(&voice.count("compare-added", i64::from(between.change.added)))) ", "
                (voice.count("compare-removed", i64::from(between.change.removed))) "."
            }
        }
    }
}

async fn body(voice: &Voice, between: &Between, view: &str) -> Result<Markup, Problem> {
    Ok(match view {
        "cote" => parts::diff::sides(voice, &between.comparison),
        "source" => {
            let pieces = diff::exact(&between.before.body, &between.after.body);
            html! {
                (parts::diff::legend(voice, &pieces))
                pre.source { (parts::diff::typed(voice, &pieces)) }
            }
        }
        "avant-apres" => html! {
            section aria-label=(voice.say("compare-before")) {
                h2 { (voice.fill("compare-of", &[("n", between.old.revision.into()), ("when", voice.day(between.old.at).into())])) }
                div.paper.prose { (markdown::rendered(&between.before.body).await?) }
            }
            section aria-label=(voice.say("compare-after")) {
                h2 { (voice.fill("compare-of", &[("n", between.new.revision.into()), ("when", voice.day(between.new.at).into())])) }
                div.paper.prose { (markdown::rendered(&between.after.body).await?) }
            }
        },
        _ => parts::diff::signed(voice, &between.comparison, &between.authors),
    })
}
