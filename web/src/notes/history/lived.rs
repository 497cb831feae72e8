//! What those who share a note lived between its versions: a meeting of a community, its workshop.
//! Each stands in the list where it was: what is under it was written before.

use app::access::Standing;
use domain::core::ids::PersonId;
use maud::{Markup, html};
use projections::groups::meeting;
use projections::notes::audience;
use projections::notes::note::Note;
use projections::workshops::workshop;

use super::Group;
use crate::shell::address;
use crate::shell::parts::moment;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// How many communities of a note are looked at, and how many meetings of each.
const COMMUNITIES: i64 = 8;
const MEETINGS: i64 = 30;

/// Something that was lived.
struct Moment {
    /// When it ended, in microseconds.
    at: i64,
    /// When it was, as it is told.
    on: i64,
    title: String,
    /// Its page.
    address: String,
    /// `atelier` or `rencontre`, as the key of its text.
    key: &'static str,
}

/// What was lived around the versions of a page of a history, the last first.
pub(super) struct Lived(Vec<Moment>);

impl Lived {
    /// What this reader may know of: the meetings of communities that they are in and the note is
    /// shared with, and its workshop, for those who were in it.
    pub(super) async fn around(
        visitor: &Visitor,
        note: &Note,
        standing: Standing,
        (groups, before): (&[Group], i64),
    ) -> Result<Self, Problem> {
        let mut moments = vec![];
        let db = &visitor.site.app.db;
        let now = visitor.site.app.clock.now();
        // Up to now, when the page begins with the last version.
        let newest = groups.first().filter(|_| before != i64::MAX).map_or(now, |it| it.newest().at);
        let (from, until) = (groups.last().map_or(now, |it| it.newest().at), newest);
        let Some(person) = visitor.viewer.person() else { return Ok(Self(moments)) };
        if note.communities > 0 {
            moments = met(visitor, note, person, (from, until)).await?;
        }
        if let Some(id) = note.workshop.as_ref().filter(|_| standing.in_room)
            && let Some(found) = workshop::find(db, id).await?
            && found.closed_at > from
            && found.closed_at <= until
        {
            moments.push(Moment {
                at: found.closed_at,
                on: found.opened_at,
                address: address::path(&found.code),
                title: found.title,
                key: "history-lived-workshop",
            });
        }
        moments.sort_by_key(|it| std::cmp::Reverse(it.at));
        Ok(Self(moments))
    }

    /// What was lived just before the group of saves at this place, the newest of which is the first:
    /// after it, and before the one that follows it.
    pub(super) fn before(&self, visitor: &Visitor, groups: &[Group], at: usize) -> Markup {
        let voice = &visitor.voice;
        let newer = at.checked_sub(1).and_then(|at| groups[at].revisions.last());
        let until = newer.map_or(i64::MAX, |it| it.at);
        let from = groups[at].newest().at;
        html! {
            @for it in self.0.iter().filter(|it| it.at > from && it.at <= until) {
                li.lived {
                    (voice.say(it.key)) " "
                    a dir="auto" href=(it.address) { (it.title) } ", "
                    (moment::day(voice, it.on))
                }
            }
        }
    }
}

/// The meetings that those who share a note held.
async fn met(
    visitor: &Visitor,
    note: &Note,
    person: &PersonId,
    (from, until): (i64, i64),
) -> Result<Vec<Moment>, Problem> {
    let db = &visitor.site.app.db;
    let mut moments = vec![];
    for community in audience::own_communities(db, &note.note, person, COMMUNITIES).await? {
        for it in meeting::held_between(db, &community, (from, until), MEETINGS).await? {
            moments.push(Moment {
                at: it.ends_at,
                on: it.starts_at,
                address: address::meeting(&it.meeting),
                title: it.title,
                key: "history-lived-meeting",
            });
        }
    }
    Ok(moments)
}
