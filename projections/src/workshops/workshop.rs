//! Workshops, as those who run them list them and their door shows them.
//!
//! How events are applied is in `apply`, what changes while one runs in [`Live`].

mod apply;
mod live;

use domain::core::ids::{PersonId, WorkshopId};
use domain::workshops::script::Script;
use domain::workshops::workshop::{Role, Tone};
use migrations::{Db, DbError, Row, values};

pub use apply::Workshops;
pub use live::{Announcement, Live, Session, UnderWay};

/// Where a workshop is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::EnumString, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Stage {
    /// Planned: its door is not open yet.
    Prepared,
    /// People come in.
    Open,
    /// It is over.
    Closed,
}

impl Stage {
    /// The word in tables and texts.
    pub fn word(self) -> &'static str {
        self.into()
    }
}

/// A workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workshop {
    pub workshop: WorkshopId,
    pub facilitator: PersonId,
    /// The name they go by; empty once erased.
    pub facilitator_name: String,
    pub title: String,
    /// What it walks people through, as it was arranged.
    pub script: Script,
    /// How many may enter.
    pub places: i64,
    pub tone: Tone,
    /// When, as `2026-11-22`.
    pub on: Option<String>,
    /// Where it is in its life.
    pub stage: Stage,
    pub entered: i64,
    /// When it was first opened and last closed, in microseconds; 0: never.
    pub opened_at: i64,
    pub closed_at: i64,
    /// What was decided while it was prepared and run.
    pub live: Live,
    /// The position of the last event about it.
    pub position: i64,
    /// Its six-sign code, spoken aloud.
    pub code: String,
    /// The longer secret in the link and the QR code.
    pub link_secret: String,
    /// The secret of its projector page.
    pub screen_secret: String,
}

macro_rules! select_workshop {
    ($rest:literal) => {
        concat!(
            "select w.live, w.script, w.script_version, w.workshop, w.facilitator,
                    coalesce(p.name, ''), c.title, w.places, w.tone, w.on_date, w.stage, w.entered,
                    d.code, d.link_secret, d.screen_secret, w.opened_at, w.closed_at, w.position
             from p_workshop w
             join content c on c.content_id = w.content_id
             join workshop_doors d on d.workshop = w.workshop
             left join people p on p.person = w.facilitator ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Workshop, DbError> {
    let cells = row.cells();
    let live: Live = serde_json::from_str(&cells.text()).unwrap_or_default();
    let script = Script::of(&cells.text(), u32::try_from(cells.int()).unwrap_or(0));
    Ok(Workshop {
        script: match &live.items {
            Some(items) => script.arranged(items.clone()),
            None => script.clone(),
        },
        live,
        workshop: cells.parsed()?,
        facilitator: cells.parsed()?,
        facilitator_name: cells.text(),
        title: cells.text(),
        places: cells.int(),
        tone: cells.maybe().unwrap_or_default(),
        on: cells.maybe_text(),
        stage: cells.parsed()?,
        entered: cells.int(),
        code: cells.text(),
        link_secret: cells.text(),
        screen_secret: cells.text(),
        opened_at: cells.int(),
        closed_at: cells.int(),
        position: cells.int(),
    })
}

/// One workshop.
pub async fn find(db: &Db, workshop: &WorkshopId) -> Result<Option<Workshop>, DbError> {
    let row = db.row(select_workshop!("where w.workshop = $1"), values![workshop.as_str()]).await?;
    row.as_ref().map(read).transpose()
}

/// The workshop behind a code of six signs, already in capitals, or behind the
/// longer secret of its link.
pub async fn behind(db: &Db, code: &str) -> Result<Option<Workshop>, DbError> {
    let sql = select_workshop!("where d.code = $1 or d.link_secret = $1");
    let row = db.row(sql, values![code]).await?;
    row.as_ref().map(read).transpose()
}

/// The workshops that closed after `at`, in microseconds, and are closed still.
pub async fn closed_since(db: &Db, at: i64) -> Result<Vec<Workshop>, DbError> {
    let sql = select_workshop!(
        "where w.stage = 'closed' and w.closed_at > $1 order by w.closed_at, w.workshop"
    );
    db.rows(sql, values![at]).await?.iter().map(read).collect()
}

/// The workshops whose story anyone may read, the last one that ended first, at most `limit`.
pub async fn with_story(db: &Db, limit: i64) -> Result<Vec<Workshop>, DbError> {
    let sql = select_workshop!("where w.story = 1 order by w.closed_at desc, w.workshop limit $1");
    db.rows(sql, values![limit]).await?.iter().map(read).collect()
}

/// The workshops `person` prepared or holds a role in, the newest first.
pub async fn run_by(db: &Db, person: &PersonId) -> Result<Vec<Workshop>, DbError> {
    let sql = select_workshop!(
        "where w.facilitator = $1 or w.workshop in
            (select r.workshop from p_workshop_role r where r.person = $1)
         order by w.prepared_at desc, w.workshop"
    );
    let rows = db.rows(sql, values![person.as_str()]).await?;
    rows.iter().map(read).collect()
}

/// The workshops `person` runs that are not closed, those that are open first, then the newest; at
/// most `limit`.
pub async fn under_way_of(
    db: &Db,
    person: &PersonId,
    limit: i64,
) -> Result<Vec<Workshop>, DbError> {
    let sql = select_workshop!(
        "where w.stage <> 'closed' and (w.facilitator = $1 or w.workshop in
            (select r.workshop from p_workshop_role r where r.person = $1))
         order by case w.stage when 'open' then 0 else 1 end, w.prepared_at desc, w.workshop
         limit $2"
    );
    let rows = db.rows(sql, values![person.as_str(), limit]).await?;
    rows.iter().map(read).collect()
}

/// The workshops whose room `person` entered, the latest entered first, at most `limit`.
pub async fn entered_by(db: &Db, person: &PersonId, limit: i64) -> Result<Vec<Workshop>, DbError> {
    let sql = select_workshop!(
        "join (select o.workshop, o.entered_at from p_room o where o.person = $1
               order by o.entered_at desc, o.workshop limit $2) top on top.workshop = w.workshop
         order by top.entered_at desc, w.workshop"
    );
    let rows = db.rows(sql, values![person.as_str(), limit]).await?;
    rows.iter().map(read).collect()
}

/// Someone's role in a workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    pub person: PersonId,
    /// The name they go by; empty once erased.
    pub name: String,
    pub role: Role,
}

/// Who holds which role in `workshop`, in the order they took it.
pub async fn holders(db: &Db, workshop: &WorkshopId) -> Result<Vec<Holder>, DbError> {
    let sql = "select r.person, coalesce(p.name, ''), r.role
        from p_workshop_role r left join people p on p.person = r.person
        where r.workshop = $1 order by r.since, r.person, r.role";
    let rows = db.rows(sql, values![workshop.as_str()]).await?;
    let read = |row: &Row| {
        let cells = row.cells();
        Ok(Holder { person: cells.parsed()?, name: cells.text(), role: cells.parsed()? })
    };
    rows.iter().map(read).collect()
}
