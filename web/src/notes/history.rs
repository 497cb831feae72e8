//! `…/historique`: who changed what, when, and why.

mod group;
mod lived;
mod sharing;
mod ticked;
mod timeline;

use lived::Lived;

use app::access::{self, Standing};
use domain::core::ids::NoteId;
use maud::{Markup, html};
use poem::http::StatusCode;
use projections::notes::history::{self, Filter, Kind, Revision};
use projections::notes::note::Note;
use strum::VariantArray as _;

use crate::notes::rights::Reads;
use crate::notes::show::page_about;
use crate::shell::address;
use crate::shell::layout::Page;
use crate::shell::page::Answer;
use crate::shell::parts::chart::{self, Bar};
use crate::shell::parts::table::Separator;
use crate::shell::parts::{card, moment};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::shell::voice::{Voice, start_of_months};
use group::Scene;

/// How many revisions a page of history has.
pub(super) const PAGE: i64 = 50;

/// From this many revisions on, those that only correct slips are left out unless asked for.
const MANY: i64 = 20;

/// How many of the last versions the list of people is drawn from.
const RECENT: i64 = PAGE;

/// Saves of one person this close, in microseconds, are shown together.
const CLOSE: i64 = 10 * 60 * 1_000_000;

/// How many months back one may ask "since when?" with one tap.
const MONTHS: usize = 12;

/// Saves shown together: one person, minutes apart, nobody in between. For display only.
pub(super) struct Group {
    pub revisions: Vec<Revision>,
}

impl Group {
    pub(super) fn newest(&self) -> &Revision {
        &self.revisions[0]
    }

    /// The newest, with what all of them changed.
    pub(super) fn whole(&self) -> Revision {
        let mut whole = self.newest().clone();
        for earlier in &self.revisions[1..] {
            whole.change += earlier.change;
            if earlier.kind != whole.kind {
                whole.kind = Kind::Edit;
            }
        }
        whole
    }

    /// The number before the first of them: what a comparison starts from.
    pub(super) fn before(&self) -> i64 {
        self.revisions.last().map_or(0, |it| it.revision - 1)
    }

    fn words(&self) -> (i64, i64) {
        let sum = |count: fn(&Revision) -> u32| {
            self.revisions.iter().map(|it| i64::from(count(it))).sum()
        };
        (sum(|it| it.change.added), sum(|it| it.change.removed))
    }
}

/// Puts saves together; `revisions` are the newest first.
pub(super) fn grouped(revisions: Vec<Revision>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for revision in revisions {
        let plain = |revision: &Revision| {
            matches!(revision.kind, Kind::Edit | Kind::Typo)
                && revision.summary.is_empty()
                && revision.name.is_empty()
                && revision.hidden == domain::notes::note::Hiding::default()
        };
        if let Some(last) = groups.last_mut() {
            let later = &last.revisions[last.revisions.len() - 1];
            let joins = plain(later)
                && plain(&revision)
                && later.by == revision.by
                && later.revision == revision.revision + 1
                && later.at - revision.at <= CLOSE;
            if joins {
                last.revisions.push(revision);
                continue;
            }
        }
        groups.push(Group { revisions: vec![revision] });
    }
    groups
}

/// The revisions someone may see, as they may see them.
pub(super) async fn seen(
    visitor: &Visitor,
    note: &Note,
    standing: Standing,
    before: i64,
    filter: &Filter,
    limit: i64,
) -> Result<Vec<Revision>, Problem> {
    let from = access::first_visible(standing);
    let db = &visitor.site.app.db;
    let found = history::filtered(db, &note.note, (from, before), filter, limit).await?;
    Ok(found.into_iter().map(|it| access::as_seen(note, standing, it)).collect())
}

/// One revision as someone may see it.
pub(super) async fn seen_one(
    visitor: &Visitor,
    note: &Note,
    standing: Standing,
    number: i64,
) -> Result<Revision, Problem> {
    if !access::may_see_revision(standing, number) {
        return Err(none(visitor, note));
    }
    let found = history::find(&visitor.site.app.db, &note.note, number).await?;
    let found = found.ok_or_else(|| none(visitor, note))?;
    Ok(access::as_seen(note, standing, found))
}

/// There is no such version, or none this visitor may know of: the history is where to go.
pub(super) fn none(visitor: &Visitor, note: &Note) -> Problem {
    let voice = &visitor.voice;
    let content = html! {
        h1 { (voice.say("version-none")) }
        p.lead { (voice.say("version-none-help")) }
        p { a.button.primary href=(address::history(&note.note)) { (voice.say("history-title")) } }
    };
    let page = Page::new(voice.say("version-none"), content);
    Problem::instead(page.status(StatusCode::NOT_FOUND).show(visitor))
}

/// What a form of the page asks for.
fn filter(visitor: &Visitor, count: i64) -> Filter {
    let query = &visitor.query;
    let is_filtered = query.maybe("filtre").is_some();
    Filter {
        person: query.get("qui").parse().ok(),
        since: visitor.voice.zone.start_of_day(query.get("du"), 0),
        until: visitor.voice.zone.start_of_day(query.get("au"), 1),
        kind: query.get("sorte").parse().ok(),
        named: query.maybe("nommees").is_some(),
        without_typos: if is_filtered { query.maybe("sans").is_some() } else { count > MANY },
    }
}

/// The revisions, the newest first.
pub async fn show(Reads { visitor, note, standing, .. }: Reads) -> Answer {
    let app = &visitor.site.app;
    let before = visitor.query.number("avant").unwrap_or(i64::MAX);
    let from = access::first_visible(standing);
    // The same table gives the list and its length, so that they never differ.
    let count = (history::last(&app.db, &note.note).await? - from + 1).max(0);
    let filter = filter(&visitor, count);
    let revisions = seen(&visitor, &note, standing, before, &filter, PAGE).await?;
    let oldest = revisions.last().map_or(0, |it| it.revision);
    let is_full = i64::try_from(revisions.len()).unwrap_or(0) == PAGE;
    // Names to choose from: those of the last versions, however many there were before.
    let recent = (from - 1).max(note.revision - RECENT);
    let people = history::people_between(&app.db, &note.note, recent, note.revision).await?;
    let person = visitor.viewer.id();
    let thanked = history::thanked_by(&app.db, &note.note, person).await?;
    let first = history::find(&app.db, &note.note, from).await?.map_or(0, |it| it.at);

    let voice = &visitor.voice;
    let address = address::note(&note.note);
    let groups = grouped(revisions);
    let ticked = ticked::of(&visitor, (&note, standing), &groups, from).await?;
    let lived = Lived::around(&visitor, &note, standing, (&groups, before)).await?;
    // Comparing two versions is a mode one enters: until then one tap a row says what changed.
    let can_compare = groups.len() > 1;
    let compares = can_compare && visitor.query.maybe("comparer").is_some();
    let (visitor, thanked, ticked) = (&visitor, &thanked, &ticked);
    let scene = Scene { visitor, note: &note, standing, thanked, ticked, compares };
    let content = html! {
        p.over { a href=(address) { (note.title) } }
        h1 { (voice.say("history-title")) }
        p.lead { (voice.count("history-lead", count)) }
        (moment::whose(voice))
        (super::moderate::withdrawals(visitor, &note, standing).await?)
        @if count > 1 { (since(voice, &note.note, first, app.clock.now())) }
        @if groups.len() > 1 { (timeline::show(voice, &groups, first, app.clock.now())) }
        @if groups.len() > 1 {
            details {
                summary { (voice.say("history-chart")) }
                (chart::show(voice, &bars(voice, &note.note, &groups, from)))
            }
        }
        @if count > 1 { (filters(voice, visitor, &filter, &people)) }
        @if filter.without_typos {
            p.small { (voice.say("history-without-typos")) " "
                a href={ (address::history(&note.note)) "?filtre=1" } { (voice.say("history-with-typos")) } }
        }
        @if groups.is_empty() { p.empty { (voice.say("history-nothing")) } }
        @if can_compare && !compares {
            p { a.button href=(comparing(visitor, &note.note)) { (voice.say("history-compare-two")) } }
        }
        // The bar belongs to the list: it stays in sight while one chooses in it.
        div {
            ol.revisions { @for (at, group) in groups.iter().enumerate() {
                (lived.before(visitor, &groups, at))
                (scene.group(group, at))
            } }
            @if scene.compares {
                form #compare.sticky novalidate method="get" action=(address::comparison(&note.note)) {
                    button.primary type="submit" { (voice.say("history-compare")) }
                    a.button.quiet href=(address::history(&note.note)) { (voice.say("edit-cancel")) }
                }
            }
        }
        (sharing::show(visitor, &note, standing).await?)
        @if is_full && oldest > from {
            p { a.button href=(older(visitor, &note.note, oldest)) { (voice.say("history-older")) } }
        }
        nav.tools aria-label=(voice.say("history-more")) {
            a href={ (address) "?vue=auteurs" } { (voice.say("note-authors")) }
            a href=(address::film(&note.note)) { (voice.say("note-film")) }
        }
        form.row.as-of novalidate method="get" action=(address) {
            label for="jour" { (voice.say("history-as-of")) }
            input #jour type="date" name="au" required;
            button type="submit" { (voice.say("history-as-of-button")) }
        }
        details {
            summary { (voice.say("history-machines")) }
            nav.tools aria-label=(voice.say("history-machines")) {
            a href=(address::history_atom(&note.note)) { (voice.say("history-atom")) }
            a href=(address::history_json(&note.note)) { (voice.say("history-json")) }
            a href={ (address::archive(&note.note)) (Separator::named(voice, '?')) } { (voice.say("history-zip")) }
            @if app::exchange::erasure::may_erase(&note, standing) {
                a href=(address::erasure(&note.note)) { (voice.say("erase-title")) }
            }
            @if access::may_moderate(&note, standing) {
                a href=(address::moderation(&note.note)) { (voice.say("withdraw-title")) }
            }
            }
        }
    };
    Ok(page_about(voice, &note, voice.say("history-title"), content).edition().show(visitor))
}

/// The same page, with the same filters, where two versions are chosen.
fn comparing(visitor: &Visitor, note: &NoteId) -> String {
    let kept = visitor.query.fields.iter().filter(|(name, _)| name != "comparer");
    let kept = kept.map(|(name, value)| (&**name, &**value)).chain([("comparer", "1")]);
    let query = serde_html_form::to_string(kept.collect::<Vec<(&str, &str)>>()).unwrap_or_default();
    format!("{}?{query}", address::history(note))
}

/// The next page, with the same filters.
fn older(visitor: &Visitor, note: &NoteId, oldest: i64) -> String {
    let kept = visitor.query.fields.iter().filter(|(name, _)| name != "avant");
    let kept: Vec<(&str, &str)> = kept.map(|(name, value)| (&**name, &**value)).collect();
    let query = serde_html_form::to_string(kept).unwrap_or_default();
    format!("{}?avant={oldest}&{query}", address::history(note))
}

/// "What changed since…": one tap a month, back to the first version.
fn since(voice: &Voice, note: &NoteId, first: i64, now: i64) -> Markup {
    let months = start_of_months(voice, now, MONTHS);
    // The month of the first version has a name too: whoever looks for it finds it.
    let birth = months.iter().find(|(_, _, start)| *start <= first).map(|(_, name, _)| name);
    html! {
        nav.since aria-label=(voice.say("since-label")) {
            p { (voice.say("since-label")) }
            ul {
                @for (word, name, start) in &months {
                    @if *start > first { li { a href={ (address::comparison(note)) "?depuis=" (word) } { (name) } } }
                }
                li { a href={ (address::comparison(note)) "?depuis=debut" } {
                    @if let Some(name) = birth { (name) ", " }
                    (voice.say("since-beginning"))
                } }
            }
        }
    }
}

fn bars(voice: &Voice, note: &NoteId, groups: &[Group], from: i64) -> Vec<Bar> {
    let bar = |group: &Group| {
        let (added, removed) = group.words();
        let newest = group.newest();
        let label = voice.fill(
            "chart-bar",
            &[
                ("n", newest.revision.into()),
                ("who", card::author(voice, newest.author_name()).into()),
                ("when", voice.day(newest.at).into()),
            ],
        );
        let name = newest.name.clone();
        let compare = seen_change(note, group.before().max(from), newest.revision);
        Bar { added, removed, label, address: compare, name }
    };
    groups.iter().rev().map(bar).collect()
}

/// The page that shows what changed between two revisions; a first one is shown whole.
pub(super) fn seen_change(note: &NoteId, from: i64, to: i64) -> String {
    if from < 1 || from == to {
        return address::version(note, to);
    }
    format!("{}?de={from}&a={to}", address::comparison(note))
}

fn filters(
    voice: &Voice,
    visitor: &Visitor,
    filter: &Filter,
    people: &[(domain::core::ids::PersonId, String, i64)],
) -> Markup {
    let query = &visitor.query;
    html! {
        details.panel open[query.maybe("filtre").is_some()] {
            summary { (voice.say("filter-title")) }
            form.filters novalidate method="get" {
                input type="hidden" name="filtre" value="1";
                div.field {
                    label for="qui" { (voice.say("filter-who")) }
                    select #qui name="qui" {
                        option value="" { (voice.say("filter-anyone")) }
                        @for (person, name, _) in people {
                            option value=(person) selected[filter.person.as_ref() == Some(person)] {
                                (card::author(voice, name))
                            }
                        }
                    }
                }
                div.field {
                    label for="sorte" { (voice.say("filter-kind")) }
                    select #sorte name="sorte" {
                        option value="" { (voice.say("filter-any")) }
                        @for kind in Kind::VARIANTS {
                            @let word: &'static str = kind.into();
                            option value=(word) selected[filter.kind == Some(*kind)] {
                                (voice.say(&format!("label-{word}")))
                            }
                        }
                    }
                }
                div.field { label for="du" { (voice.say("filter-from")) }
                    input #du type="date" name="du" value=(query.get("du")); }
                div.field { label for="au" { (voice.say("filter-to")) }
                    input #au type="date" name="au" value=(query.get("au")); }
                label.check { input type="checkbox" name="sans" checked[filter.without_typos];
                    span { (voice.say("filter-typos")) } }
                label.check { input type="checkbox" name="nommees" checked[filter.named];
                    span { (voice.say("filter-named")) } }
                button type="submit" { (voice.say("filter-button")) }
            }
        }
    }
}

/// Who made a revision, and whose words they are.
pub(super) fn who(voice: &Voice, revision: &Revision) -> String {
    if revision.hidden.author && revision.by_name.is_empty() {
        return voice.say("history-author-hidden");
    }
    let by = card::author(voice, &revision.by_name);
    match (revision.kind, &revision.from) {
        (Kind::Suggestion, Some(_)) => {
            let from = card::author(voice, &revision.from_name);
            voice.fill("history-suggested", &[("from", from.into()), ("by", by.into())])
        }
        (Kind::Suggestion, None) => voice.fill("history-suggested-visitor", &[("by", by.into())]),
        _ => by,
    }
}

/// What stands for a hidden text.
pub(super) fn hidden(voice: &Voice, revision: &Revision) -> String {
    let reason = voice.say(&format!("reason-{}", revision.hidden_reason));
    voice.fill("history-text-hidden", &[("reason", reason.into())])
}
