//! Mandates: what somebody does for a community or a workshop, and the time they noted for it.

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::core::ids::{MandateId, PersonId, TimeId};
use domain::groups::mandate::{Event, Task, Terms, Within};
use migrations::{Db, DbError, Row, Tx, values};

use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};

/// The kinds of what a mandate is for, in one word.
const COMMUNITY: &str = "community";
const WORKSHOP: &str = "workshop";

/// A mandate, with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mandate {
    pub mandate: MandateId,
    pub within: Within,
    pub person: PersonId,
    /// The name they go by; empty once erased.
    pub name: String,
    pub task: Task,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
    /// How many hours were agreed upon; 0: nobody said.
    pub hours: i64,
    /// What is paid, in cents; `None`: it is a gift.
    pub amount: Option<i64>,
    /// What the community or the workshop is called; empty once erased.
    pub place: String,
    /// What it is, in words.
    pub title: String,
    /// Who pays.
    pub funder: String,
    pub ended: bool,
    /// All the time that was noted, in minutes.
    pub minutes: i64,
}

/// Time that was noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    pub time: TimeId,
    pub on: NaiveDate,
    pub minutes: i64,
}

/// Mandates `m`, with their words.
macro_rules! select_mandate {
    ($rest:expr) => {
        concat!(
            "select m.mandate, m.within_kind, m.within, m.person, coalesce(p.name, ''), m.task,
                    m.from_day, m.until_day, m.hours, m.amount, c.title, c.summary, m.ended,
                    m.minutes, coalesce(kc.title, wc.title, '')
             from p_mandate m
             join content c on c.content_id = m.content_id
             left join people p on p.person = m.person
             left join p_community k on k.community = m.within
             left join content kc on kc.content_id = k.about
             left join p_workshop w on w.workshop = m.within
             left join content wc on wc.content_id = w.content_id ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Mandate, DbError> {
    let cells = row.cells();
    Ok(Mandate {
        mandate: cells.parsed()?,
        within: match cells.str() {
            WORKSHOP => Within::Workshop(cells.parsed()?),
            _ => Within::Community(cells.parsed()?),
        },
        person: cells.parsed()?,
        name: cells.text(),
        task: cells.parsed()?,
        from: cells.parsed()?,
        until: cells.maybe(),
        hours: cells.int(),
        amount: Some(cells.int()).filter(|amount| *amount >= 0),
        title: cells.text(),
        funder: cells.text(),
        ended: cells.yes(),
        minutes: cells.int(),
        place: cells.text(),
    })
}

/// The mandate of this id.
pub async fn find(db: &Db, mandate: &MandateId) -> Result<Option<Mandate>, DbError> {
    let sql = select_mandate!("where m.mandate = $1");
    db.row(sql, values![mandate.as_str()]).await?.as_ref().map(read).transpose()
}

/// Those of a community or a workshop, the last given first: `most` after the first `skipped`.
pub async fn of_group(
    db: &Db,
    within: &Within,
    (skipped, most): (i64, i64),
) -> Result<Vec<Mandate>, DbError> {
    let sql =
        select_mandate!("where m.within = $1 order by m.at desc, m.mandate limit $2 offset $3");
    db.rows(sql, values![within.as_str(), most, skipped]).await?.iter().map(read).collect()
}

/// How many a community or a workshop has given, and how many minutes were noted for them all.
pub async fn totals(db: &Db, within: &Within) -> Result<(i64, i64), DbError> {
    let sql = "select count(*), coalesce(cast(sum(minutes) as {i64}), 0) from p_mandate
        where within = $1";
    let row = db.row(sql, values![within.as_str()]).await?;
    Ok(row.map_or((0, 0), |row| {
        let cells = row.cells();
        (cells.int(), cells.int())
    }))
}

/// Those that `person` holds, the last given first: `most` after the first `skipped`.
pub async fn of_person(
    db: &Db,
    person: &PersonId,
    (skipped, most): (i64, i64),
) -> Result<Vec<Mandate>, DbError> {
    let sql =
        select_mandate!("where m.person = $1 order by m.at desc, m.mandate limit $2 offset $3");
    db.rows(sql, values![person.as_str(), most, skipped]).await?.iter().map(read).collect()
}

/// The time noted for `mandate`, the last day first: `most` after the first `skipped`.
pub async fn times(
    db: &Db,
    mandate: &MandateId,
    (skipped, most): (i64, i64),
) -> Result<Vec<Time>, DbError> {
    let sql = "select time, on_day, minutes from p_mandate_time where mandate = $1
        order by on_day desc, time limit $2 offset $3";
    let rows = db.rows(sql, values![mandate.as_str(), most, skipped]).await?;
    rows.iter()
        .map(|row| {
            let cells = row.cells();
            Ok(Time { time: cells.parsed()?, on: cells.parsed()?, minutes: cells.int() })
        })
        .collect()
}

projection! {
    /// The projection of mandates.
    pub struct Mandates = "mandate" version 1;
    tables ["p_mandate", "p_mandate_time"] in "mandate.sql";
    hears Heard { Mandate }
}

#[async_trait]
impl Projection for Mandates {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        for (Heard::Mandate(event), recorded) in Heard::of(batch) {
            apply(tx, event, recorded.at).await?;
        }
        Ok(())
    }
}

async fn apply(tx: &mut Tx, event: &Event, at: i64) -> Result<(), DbError> {
    match event {
        Event::Given { mandate, within, person, terms, .. } => {
            let sql = "insert into p_mandate (mandate, within_kind, within, person, task,
                    from_day, until_day, hours, amount, content_id, ended, at, minutes)
                values ($1, $2, $3, $4, '', '', null, 0, -1, '', 0, $5, 0)
                on conflict (mandate) do nothing";
            let kind = match within {
                Within::Community(_) => COMMUNITY,
                Within::Workshop(_) => WORKSHOP,
            };
            let values = values![mandate.as_str(), kind, within.as_str(), person.as_str(), at];
            tx.exec(sql, values).await?;
            agree(tx, mandate, terms).await?;
        }
        Event::Changed { mandate, terms, .. } => agree(tx, mandate, terms).await?,
        Event::TimeNoted { mandate, time, on, minutes, .. } => {
            let sql = "insert into p_mandate_time (mandate, time, on_day, minutes)
                values ($1, $2, $3, $4) on conflict (mandate, time) do nothing";
            let minutes = i64::from(*minutes);
            let values = values![mandate.as_str(), time.as_str(), on.to_string(), minutes];
            tx.exec(sql, values).await?;
            add(tx, mandate, minutes).await?;
        }
        Event::TimeRemoved { mandate, time, .. } => {
            let sql = "select minutes from p_mandate_time where mandate = $1 and time = $2";
            let row = tx.row(sql, values![mandate.as_str(), time.as_str()]).await?;
            let minutes = row.map_or(0, |row| row.cells().int());
            let sql = "delete from p_mandate_time where mandate = $1 and time = $2";
            tx.exec(sql, values![mandate.as_str(), time.as_str()]).await?;
            add(tx, mandate, -minutes).await?;
        }
        Event::Ended { mandate, .. } | Event::Resumed { mandate, .. } => {
            let sql = "update p_mandate set ended = $2 where mandate = $1";
            let ended = matches!(event, Event::Ended { .. });
            tx.exec(sql, values![mandate.as_str(), ended]).await?;
        }
    }
    Ok(())
}

async fn agree(tx: &mut Tx, mandate: &MandateId, terms: &Terms) -> Result<(), DbError> {
    let sql = "update p_mandate set task = $2, from_day = $3, until_day = $4, hours = $5,
        amount = $6, content_id = $7 where mandate = $1";
    let values = values![
        mandate.as_str(),
        terms.task.word(),
        terms.from.to_string(),
        terms.until.map(|day| day.to_string()),
        i64::from(terms.hours.unwrap_or(0)),
        terms.amount.unwrap_or(-1),
        terms.content.as_str()
    ];
    tx.exec(sql, values).await?;
    Ok(())
}

async fn add(tx: &mut Tx, mandate: &MandateId, minutes: i64) -> Result<(), DbError> {
    let sql = "update p_mandate set minutes = minutes + $2 where mandate = $1";
    tx.exec(sql, values![mandate.as_str(), minutes]).await?;
    Ok(())
}
