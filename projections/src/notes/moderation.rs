//! What was said of notes to those who look after the commons: reports, passages to erase, answers
//! to a hiding; and the public register of erasures.

use async_trait::async_trait;
use domain::core::ids::{ContentId, ErasureId, NoteId, PersonId, ReportId};
use domain::core::membership::FACILITATOR;
use domain::notes::moderation::Event;
use domain::notes::note;
use migrations::{Db, DbError, Row, Tx, values};

use crate::core::declare::{About, projection};
use crate::notes::note::visible_to;
use crate::{Projection, Recorded};

/// The most of each that one page lists.
pub const PAGE: i64 = 100;

/// Something somebody said is wrong with a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub note: NoteId,
    pub report: ReportId,
    /// Why, in one word.
    pub reason: String,
    /// When, in microseconds.
    pub at: i64,
    /// `waits`, or what became of it.
    pub outcome: String,
}

/// A passage that somebody asked to erase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasure {
    pub note: NoteId,
    pub erasure: ErasureId,
    pub by: PersonId,
    /// Why, in one word.
    pub reason: String,
    /// Where the passage is written until it is decided.
    pub passage: ContentId,
    /// When it was asked for, in microseconds.
    pub at: i64,
    /// `waits`, `sealed`, `dropped`, `undone` or `finished`.
    pub stage: String,
    /// Whoever agreed, once somebody did.
    pub agreed_by: Option<PersonId>,
    /// Since when it stands there, in microseconds.
    pub stage_at: i64,
}

/// What whoever wrote a hidden version answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HidingAnswer {
    pub note: NoteId,
    pub revision: i64,
    pub words: String,
    /// When, in microseconds.
    pub at: i64,
}

const REPORT: &str = "select note, report, reason, at, outcome from p_report ";

fn report(row: &Row) -> Result<Report, DbError> {
    let cells = row.cells();
    Ok(Report {
        note: cells.parsed()?,
        report: cells.parsed()?,
        reason: cells.text(),
        at: cells.int(),
        outcome: cells.text(),
    })
}

const ERASURE: &str = "select note, erasure, by_person, reason, content_id, at, stage, agreed_by,
        stage_at
    from p_erasure ";

fn erasure(row: &Row) -> Result<Erasure, DbError> {
    let cells = row.cells();
    Ok(Erasure {
        note: cells.parsed()?,
        erasure: cells.parsed()?,
        by: cells.parsed()?,
        reason: cells.text(),
        passage: cells.parsed()?,
        at: cells.int(),
        stage: cells.text(),
        agreed_by: cells.maybe(),
        stage_at: cells.int(),
    })
}

/// The reports `r` that wait for `$1`, who looks after the commons (`$2` = 1) or not, on notes `n`
/// that everyone reads or that are shared with a workshop they run (`$3`); never on their own.
const REPORTED: &str = "from p_report r join p_note n on n.note = r.note
     where r.outcome = 'waits' and n.visibility <> 'writer' and n.writer <> $1
       and not exists (select 1 from p_coauthor o where o.note = n.note and o.person = $1)
       and (($2 = 1 and n.everyone_from > 0)
            or exists (select 1 from p_audience g join p_membership s on s.group_id = g.group_id
                where g.object = n.note and s.person = $1 and s.role = $3))";

/// The reports that wait for `person`, who looks after the commons (`is_moderator`) or not, the
/// oldest first.
pub async fn reports_waiting(
    db: &Db,
    person: &PersonId,
    is_moderator: bool,
) -> Result<Vec<Report>, DbError> {
    let sql = format!(
        "select r.note, r.report, r.reason, r.at, r.outcome {REPORTED} order by r.at limit $4"
    );
    let values = values![person.as_str(), i64::from(is_moderator), FACILITATOR, PAGE];
    db.rows(&sql, values).await?.iter().map(report).collect()
}

/// Whether any does.
pub async fn any_waiting(db: &Db, person: &PersonId, is_moderator: bool) -> Result<bool, DbError> {
    let sql = format!("select 1 {REPORTED} limit 1");
    let values = values![person.as_str(), i64::from(is_moderator), FACILITATOR];
    Ok(db.row(&sql, values).await?.is_some())
}

/// What `person` reported, the last first.
pub async fn reports_of(db: &Db, person: &PersonId) -> Result<Vec<Report>, DbError> {
    let sql = format!("{REPORT} where by_person = $1 order by at desc limit $2");
    db.rows(&sql, values![person.as_str(), PAGE]).await?.iter().map(report).collect()
}

/// The erasures that wait for a second person, on notes that `person` may read, the oldest first.
pub async fn erasures_waiting(db: &Db, person: &PersonId) -> Result<Vec<Erasure>, DbError> {
    let sql = concat!(
        "select r.note, r.erasure, r.by_person, r.reason, r.content_id, r.at, r.stage,
                r.agreed_by, r.stage_at
         from p_erasure r join p_note n on n.note = r.note
         where r.stage = 'waits' and n.visibility <> 'writer' and ",
        visible_to!(),
        " order by r.stage_at limit $2"
    );
    db.rows(sql, values![person.as_str(), PAGE]).await?.iter().map(erasure).collect()
}

/// The erasures that wait since before `at`, the oldest first.
pub async fn erasures_waiting_since(db: &Db, at: i64) -> Result<Vec<Erasure>, DbError> {
    let sql =
        format!("{ERASURE} where stage = 'waits' and stage_at <= $1 order by stage_at limit $2");
    db.rows(&sql, values![at, PAGE]).await?.iter().map(erasure).collect()
}

/// The erasures that are kept sealed since before `at`, the oldest first.
pub async fn erasures_sealed(db: &Db, at: i64) -> Result<Vec<Erasure>, DbError> {
    let sql =
        format!("{ERASURE} where stage = 'sealed' and stage_at <= $1 order by stage_at limit $2");
    db.rows(&sql, values![at, PAGE]).await?.iter().map(erasure).collect()
}

/// Those of `note` that can be decided or undone still, the last first.
pub async fn erasures_of(db: &Db, note: &NoteId) -> Result<Vec<Erasure>, DbError> {
    let sql = format!(
        "{ERASURE} where note = $1 and stage in ('waits', 'sealed') order by at desc limit $2"
    );
    db.rows(&sql, values![note.as_str(), PAGE]).await?.iter().map(erasure).collect()
}

/// One erasure.
pub async fn find(db: &Db, note: &NoteId, id: &ErasureId) -> Result<Option<Erasure>, DbError> {
    let sql = format!("{ERASURE} where note = $1 and erasure = $2");
    let row = db.row(&sql, values![note.as_str(), id.as_str()]).await?;
    row.as_ref().map(erasure).transpose()
}

/// The register: what was erased, or put back, the last first, before `before` (microseconds).
pub async fn register(db: &Db, before: i64) -> Result<Vec<Erasure>, DbError> {
    let sql = format!(
        "{ERASURE} where stage_at < $1 and stage <> 'waits' and stage <> 'dropped'
         order by stage_at desc, note desc, erasure desc limit $2"
    );
    db.rows(&sql, values![before, PAGE]).await?.iter().map(erasure).collect()
}

/// A version that is hidden, in a note of somebody's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    pub note: NoteId,
    pub revision: i64,
    /// Why, in one word.
    pub reason: String,
    /// When, in microseconds.
    pub at: i64,
}

/// The versions that are hidden in the notes `person` wrote, the last first.
pub async fn hidden_of(db: &Db, person: &PersonId) -> Result<Vec<Hidden>, DbError> {
    let sql = "select h.note, h.revision, h.reason, h.at from p_note n
        join p_hidden h on h.note = n.note
        join p_history r on r.note = h.note and r.revision = h.revision
        where n.writer = $1 and r.by_person = $1 order by h.at desc limit $2";
    db.rows(sql, values![person.as_str(), PAGE])
        .await?
        .iter()
        .map(|row| {
            let cells = row.cells();
            Ok(Hidden {
                note: cells.parsed()?,
                revision: cells.int(),
                reason: cells.text(),
                at: cells.int(),
            })
        })
        .collect()
}

/// What those whose version of `note` is hidden answered.
pub async fn answers(db: &Db, note: &NoteId) -> Result<Vec<HidingAnswer>, DbError> {
    let sql = "select a.note, a.revision, c.body, a.at from p_hiding_answer a
        join content c on c.content_id = a.content_id
        where a.note = $1 order by a.revision";
    db.rows(sql, values![note.as_str()])
        .await?
        .iter()
        .map(|row| {
            let cells = row.cells();
            let (note, revision, words) = (cells.parsed()?, cells.int(), cells.text());
            Ok(HidingAnswer { note, revision, words, at: cells.int() })
        })
        .collect()
}

projection! {
    /// The projection of moderation.
    pub struct Moderations = "moderation" version 1;
    tables ["p_report", "p_erasure", "p_hiding_answer", "p_hidden"] in "moderation.sql";
    hears Heard { Moderation, Note }
}

#[async_trait]
impl Projection for Moderations {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        for (heard, recorded) in Heard::of(batch) {
            match heard {
                Heard::Moderation(event) => apply(tx, event, recorded.at).await?,
                Heard::Note(event) => hide(tx, event, recorded.at).await?,
            }
        }
        Ok(())
    }
}

async fn apply(tx: &mut Tx, event: &Event, at: i64) -> Result<(), DbError> {
    match event {
        Event::Reported { note, report, by, reason } => {
            let sql = "insert into p_report
                    (note, report, by_person, reason, at, outcome, closed_at)
                values ($1, $2, $3, $4, $5, 'waits', 0) on conflict (note, report) do nothing";
            let by = by.as_ref().map_or("", PersonId::as_str);
            tx.exec(sql, values![note.as_str(), report.as_str(), by, reason.word(), at]).await?;
        }
        Event::ReportAnswered { note, report, outcome, .. } => {
            let sql = "update p_report set outcome = $3, closed_at = $4
                where note = $1 and report = $2";
            tx.exec(sql, values![note.as_str(), report.as_str(), outcome.word(), at]).await?;
        }
        Event::ErasureProposed { note, erasure, by, reason, passage } => {
            let sql = "insert into p_erasure (note, erasure, by_person, reason, content_id, at,
                    stage, agreed_by, stage_at)
                values ($1, $2, $3, $4, $5, $6, 'waits', '', $6)
                on conflict (note, erasure) do nothing";
            let (by, passage) = (by.as_str(), passage.as_str());
            let values = values![note.as_str(), erasure.as_str(), by, reason.word(), passage, at];
            tx.exec(sql, values).await?;
        }
        Event::ErasureAgreed { note, erasure, by } => {
            let sql = "update p_erasure set stage = 'sealed', agreed_by = $3, stage_at = $4
                where note = $1 and erasure = $2";
            tx.exec(sql, values![note.as_str(), erasure.as_str(), by.as_str(), at]).await?;
        }
        Event::ErasureDropped { note, erasure, .. } => {
            stage(tx, (note, erasure), "dropped", at).await?;
        }
        Event::ErasureUndone { note, erasure, .. } => {
            stage(tx, (note, erasure), "undone", at).await?;
        }
        Event::ErasureFinished { note, erasure } => {
            stage(tx, (note, erasure), "finished", at).await?;
        }
        Event::HidingAnswered { note, revision, by, content } => {
            let sql = "insert into p_hiding_answer (note, revision, by_person, content_id, at)
                values ($1, $2, $3, $4, $5) on conflict (note, revision) do update
                    set by_person = excluded.by_person, content_id = excluded.content_id,
                        at = excluded.at";
            let (by, content) = (by.as_str(), content.as_str());
            tx.exec(sql, values![note.as_str(), *revision, by, content, at]).await?;
        }
    }
    Ok(())
}

async fn hide(tx: &mut Tx, event: &note::Event, at: i64) -> Result<(), DbError> {
    use note::Event as N;
    match event {
        N::RevisionHidden { note, revision, reason, .. } => {
            let sql = "insert into p_hidden (note, revision, reason, at) values ($1, $2, $3, $4)
                on conflict (note, revision) do update
                    set reason = excluded.reason, at = excluded.at";
            tx.exec(sql, values![note.as_str(), *revision, reason.word(), at]).await?;
        }
        N::RevisionShown { note, revision, .. } => {
            let sql = "delete from p_hidden where note = $1 and revision = $2";
            tx.exec(sql, values![note.as_str(), *revision]).await?;
        }
        N::Drafted { .. }
        | N::Revised { .. }
        | N::Published { .. }
        | N::Withdrawn { .. }
        | N::VariantParked { .. }
        | N::VariantSettled { .. }
        | N::SuggestionMade { .. }
        | N::SuggestionAccepted { .. }
        | N::SuggestionDeclined { .. }
        | N::RevisionNamed { .. }
        | N::RevisionUnnamed { .. }
        | N::PassageErased { .. }
        | N::PassageRestored { .. }
        | N::AuthorJoined { .. }
        | N::Shared { .. }
        | N::Unshared { .. }
        | N::Opened { .. }
        | N::Closed { .. }
        | N::Described { .. }
        | N::AuthorshipAsked { .. }
        | N::AuthorshipDeclined { .. }
        | N::AuthorLeft { .. } => {}
    }
    Ok(())
}

async fn stage(
    tx: &mut Tx,
    (note, erasure): (&NoteId, &ErasureId),
    stage: &str,
    at: i64,
) -> Result<(), DbError> {
    let sql = "update p_erasure set stage = $3, stage_at = $4 where note = $1 and erasure = $2";
    tx.exec(sql, values![note.as_str(), erasure.as_str(), stage, at]).await?;
    Ok(())
}
