//! Communities: what each says of itself, how many are in it, who asks to come in. Who is in one
//! stands with the memberships of all groups (`people/membership.rs`).

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::core::ids::{CommunityId, ContentId, PersonId};
use domain::groups::community::{Admission, Event, Part, Spread};
use domain::groups::membership::Event as Step;
use migrations::{Db, DbError, Row, Tx, values};

mod people;

pub use self::people::{
    Member, Place, Request, all_of_person, any_waiting, longest_in, member_name, members, place_of,
    requests, requests_waiting, stewarded, stewards, waiting,
};

use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};

/// A community, with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Community {
    pub community: CommunityId,
    /// What it is called; empty once erased.
    pub name: String,
    /// What it calls itself.
    pub label: String,
    /// What it is about, in Markdown.
    pub about: String,
    /// What it is there for, in Markdown.
    pub mandate: String,
    /// What it would like to reach, one a line.
    pub goals: String,
    /// Where it meets, in a line.
    pub places: String,
    /// The tools it uses elsewhere, one a line.
    pub tools: String,
    pub admission: Admission,
    pub spread: Spread,
    /// The day its mandate is looked at again.
    pub review_on: Option<NaiveDate>,
    /// In microseconds.
    pub founded_at: i64,
    /// In microseconds; 0 while it goes on.
    pub ended_at: i64,
    /// How many are in it.
    pub members: i64,
}

impl Community {
    /// Whether it ended.
    pub fn has_ended(&self) -> bool {
        self.ended_at > 0
    }
}

/// Communities `g`, with their words.
macro_rules! select_community {
    ($rest:expr) => {
        concat!(
            "select g.community, a.title, a.summary, a.body, coalesce(m.body, ''),
                    coalesce(m.summary, ''), coalesce(o.title, ''), coalesce(o.body, ''),
                    g.admission, g.spread, g.review_on, g.founded_at, g.ended_at, g.members
             from p_community g
             join content a on a.content_id = g.about
             left join content m on m.content_id = g.mandate
             left join content o on o.content_id = g.places ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Community, DbError> {
    let cells = row.cells();
    Ok(Community {
        community: cells.parsed()?,
        name: cells.text(),
        label: cells.text(),
        about: cells.text(),
        mandate: cells.text(),
        goals: cells.text(),
        places: cells.text(),
        tools: cells.text(),
        admission: cells.parsed()?,
        spread: cells.parsed()?,
        review_on: cells.maybe(),
        founded_at: cells.int(),
        ended_at: cells.int(),
        members: cells.int(),
    })
}

/// The community of this id.
pub async fn find(db: &Db, community: &CommunityId) -> Result<Option<Community>, DbError> {
    let sql = select_community!("where g.community = $1");
    db.row(sql, values![community.as_str()]).await?.as_ref().map(read).transpose()
}

/// Those that anybody may know of and that go on, the newest first: `most` after the first
/// `skipped`.
pub async fn listed(db: &Db, (skipped, most): (i64, i64)) -> Result<Vec<Community>, DbError> {
    let sql = select_community!(
        "join (select * from (select i.community from p_community i
                   where i.admission = 'open' and i.ended_at = 0
                   order by i.founded_at desc, i.community desc limit $1) k
               union all
               select * from (select r.community from p_community r
                   where r.admission = 'on-request' and r.ended_at = 0
                   order by r.founded_at desc, r.community desc limit $1) l) listed
             on listed.community = g.community
         order by g.founded_at desc, g.community desc limit $2 offset $3"
    );
    let values = values![skipped.saturating_add(most), most, skipped];
    db.rows(sql, values).await?.iter().map(read).collect()
}

/// Those that `person` is in, the last they came into first, at most `limit`.
pub async fn of_person(db: &Db, person: &PersonId, limit: i64) -> Result<Vec<Community>, DbError> {
    let sql = select_community!(
        "join p_membership me on me.group_id = g.community
         where me.person = $1 and me.role = 'member'
         order by me.since desc, g.community limit $2"
    );
    db.rows(sql, values![person.as_str(), limit]).await?.iter().map(read).collect()
}

projection! {
    /// The projection of communities.
    pub struct Communities = "community" version 1;
    tables ["p_community", "p_join_request"] in "community.sql";
    hears Heard { Community, Membership }
}

#[async_trait]
impl Projection for Communities {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        for (event, recorded) in Heard::of(batch) {
            match event {
                Heard::Community(event) => apply(tx, event, recorded.at).await?,
                Heard::Membership(step) => follow(tx, step, recorded.at).await?,
            }
        }
        Ok(())
    }
}

async fn apply(tx: &mut Tx, event: &Event, at: i64) -> Result<(), DbError> {
    match event {
        Event::Founded { community, content, admission, spread, .. } => {
            let sql = "insert into p_community (community, about, admission, spread, founded_at,
                    ended_at, members) values ($1, $2, $3, $4, $5, 0, 0)
                on conflict (community) do nothing";
            let (about, admission, spread) = (content.as_str(), admission.word(), spread.word());
            tx.exec(sql, values![community.as_str(), about, admission, spread, at]).await?;
        }
        Event::Described { community, part, content, .. } => {
            describe(tx, community, *part, content).await?;
        }
        Event::ReviewSet { community, on, .. } => {
            let sql = "update p_community set review_on = $2 where community = $1";
            let on = on.map(|day| day.to_string());
            tx.exec(sql, values![community.as_str(), on.as_deref()]).await?;
        }
        Event::AdmissionSet { community, admission, .. } => {
            let sql = "update p_community set admission = $2 where community = $1";
            tx.exec(sql, values![community.as_str(), admission.word()]).await?;
        }
        Event::SpreadSet { community, spread, .. } => {
            let sql = "update p_community set spread = $2 where community = $1";
            tx.exec(sql, values![community.as_str(), spread.word()]).await?;
        }
        Event::Ended { community, .. } => {
            let sql = "update p_community set ended_at = $2 where community = $1";
            tx.exec(sql, values![community.as_str(), at]).await?;
        }
        Event::Reopened { community, .. } => {
            let sql = "update p_community set ended_at = 0 where community = $1";
            tx.exec(sql, values![community.as_str()]).await?;
        }
        // Who looks after it stands with the memberships.
        Event::StewardNamed { .. } | Event::StewardDismissed { .. } => {}
    }
    Ok(())
}

async fn describe(
    tx: &mut Tx,
    community: &CommunityId,
    part: Part,
    content: &ContentId,
) -> Result<(), DbError> {
    let sql = match part {
        Part::About => "update p_community set about = $2 where community = $1",
        Part::Mandate => "update p_community set mandate = $2 where community = $1",
        Part::Places => "update p_community set places = $2 where community = $1",
    };
    tx.exec(sql, values![community.as_str(), content.as_str()]).await?;
    Ok(())
}

async fn follow(tx: &mut Tx, step: &Step, at: i64) -> Result<(), DbError> {
    match step {
        Step::Asked { community, person, content } => {
            let sql = "insert into p_join_request (community, person, content_id, at)
                values ($1, $2, $3, $4)
                on conflict (community, person) do update set content_id = excluded.content_id";
            let content = content.as_ref().map(ContentId::as_str);
            tx.exec(sql, values![community.as_str(), person.as_str(), content, at]).await?;
        }
        Step::Withdrawn { community, person } | Step::Declined { community, person, .. } => {
            answered(tx, community, person).await?;
        }
        Step::Joined { community, person } | Step::Admitted { community, person, .. } => {
            answered(tx, community, person).await?;
            let sql = "update p_community set members = members + 1 where community = $1";
            tx.exec(sql, values![community.as_str()]).await?;
        }
        Step::Left { community, .. } | Step::Removed { community, .. } => {
            let sql = "update p_community set members = members - 1 where community = $1";
            tx.exec(sql, values![community.as_str()]).await?;
        }
    }
    Ok(())
}

/// Nobody waits for this answer any more.
async fn answered(tx: &mut Tx, community: &CommunityId, person: &PersonId) -> Result<(), DbError> {
    let sql = "delete from p_join_request where community = $1 and person = $2";
    tx.exec(sql, values![community.as_str(), person.as_str()]).await?;
    Ok(())
}
