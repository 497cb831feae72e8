//! What of a room is shown on a console, and in which order; names or numbers. It is all in
//! the address: two consoles side by side can show two things.

use std::collections::BTreeSet;

use domain::core::ids::{PersonId, WorkshopId};
use domain::notes::note::Door;
use maud::{Markup, html};
use migrations::{Db, DbError};
use projections::workshops::room::{self, Participant};

use super::Room;
use crate::shell::address;
use crate::shell::form::Form;

/// Who is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// The whole room.
    Everyone,
    /// Those who had published nothing before.
    First,
    /// Those who chose to read first.
    Observers,
}

const ALL: [(Who, &str); 3] =
    [(Who::Everyone, "tous"), (Who::First, "premieres"), (Who::Observers, "observent")];

/// What was asked of this console.
#[derive(Clone, Debug)]
pub struct Filter {
    /// Whether names are shown: a console may be seen over a shoulder.
    pub named: bool,
    pub who: Who,
    /// Whether people are in the order they came, and not those who may need something first.
    pub by_arrival: bool,
    /// Those who had published elsewhere, when that is asked.
    published: BTreeSet<PersonId>,
}

impl Filter {
    pub(super) async fn from_query(
        query: &Form,
        db: &Db,
        id: &WorkshopId,
    ) -> Result<Self, DbError> {
        let word = query.get("montrer");
        let who =
            ALL.iter().find(|(_, known)| *known == word).map_or(Who::Everyone, |(who, _)| *who);
        let published = match who {
            Who::First => room::published_elsewhere(db, id).await?.into_iter().collect(),
            Who::Everyone | Who::Observers => BTreeSet::new(),
        };
        let (named, by_arrival) = (query.get("noms") != "non", query.get("tri") == "arrivee");
        Ok(Self { named, who, by_arrival, published })
    }

    /// Whether `one` is shown.
    pub fn shows(&self, participant: &Participant) -> bool {
        match self.who {
            Who::Everyone => true,
            Who::First => !self.published.contains(&participant.person),
            Who::Observers => participant.door == Some(Door::Observe),
        }
    }

    /// Whether everyone is shown, need first.
    pub fn is_plain(&self) -> bool {
        self.who == Who::Everyone && !self.by_arrival
    }

    /// The same with names, or without.
    #[must_use]
    pub fn with_names(&self, named: bool) -> Self {
        Self { named, ..self.clone() }
    }

    /// The same, as an address says it.
    pub fn query(&self) -> String {
        let names = if self.named { "oui" } else { "non" };
        let sort = if self.by_arrival { "arrivee" } else { "besoin" };
        let who = ALL.iter().find(|(who, _)| *who == self.who).map_or("tous", |(_, word)| word);
        format!("noms={names}&montrer={who}&tri={sort}")
    }
}

/// The choices, as links: they work without scripts, and can be kept.
pub(super) fn choices(room: &Room) -> Markup {
    let voice = &room.visitor.voice;
    let link = |filter: Filter, here: bool, key: &str| {
        html! {
            li {
                a href={ (address::console(&room.workshop.workshop)) "?" (filter.query()) "#salle" }
                    aria-current=[here.then_some("true")] { (voice.say(key)) }
            }
        }
    };
    let now = &room.filter;
    html! {
        details open[!now.is_plain()] {
            summary { (voice.say("console-choose")) }
            p.small #filter-who { (voice.say("console-filter")) }
            ul.room-filters aria-labelledby="filter-who" {
                @for (who, word) in ALL {
                    (link(Filter { who, ..now.clone() }, now.who == who, &format!("console-show-{word}")))
                }
            }
            p.small #filter-sort { (voice.say("console-sort")) }
            ul.room-filters aria-labelledby="filter-sort" {
                @for by_arrival in [false, true] {
                    @let key = if by_arrival { "console-sort-arrival" } else { "console-sort-need" };
                    (link(Filter { by_arrival, ..now.clone() }, now.by_arrival == by_arrival, key))
                }
            }
        }
    }
}
