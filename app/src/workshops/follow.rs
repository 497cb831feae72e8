//! News of their note for those who asked for them: two, seven and thirty days later,
//! each in the words that fit what the person really did.

use domain::core::ids::{PersonId, WorkshopId};
use domain::workshops::participation::{Consent, Participation};
use migrations::{DbError, values};
use projections::notes::{note, reception};
use projections::workshops::room;
use projections::workshops::workshop::Workshop;

use crate::Failure;
use crate::engine::clock::DAY;
use crate::engine::envelope::CommandId;
use crate::workshops::Workshops;

/// When news are sent, after the end.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr, strum::VariantArray,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Letter {
    /// Two days later.
    TwoDays,
    /// Seven days later.
    SevenDays,
    /// Thirty days later.
    ThirtyDays,
}

impl Letter {
    /// The word in tables and texts.
    pub fn word(self) -> &'static str {
        self.into()
    }

    /// How long after the end of a workshop a letter may still leave by itself.
    pub const LONGEST: i64 = 33 * DAY;

    /// How late a letter may leave by itself: news of another week are no news.
    const LATEST: i64 = 3 * DAY;

    /// Whether it leaves by itself at `now`, for a workshop that ended at `end`.
    pub fn is_due(self, end: i64, now: i64) -> bool {
        (self.due(end)..self.due(end) + Self::LATEST).contains(&now)
    }

    /// When it is due after `end`; both in microseconds.
    pub fn due(self, end: i64) -> i64 {
        end + DAY
            * match self {
                Self::TwoDays => 2,
                Self::SevenDays => 7,
                Self::ThirtyDays => 30,
            }
    }
}

/// What someone really did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Did {
    /// They published a note: its title, how many readers and answers it has had.
    Published { note: Box<note::Note>, readers: i64, thanks: i64 },
    /// They began one, and keep it.
    Draft,
    /// They read.
    Observed,
}

/// Somebody who asked for news.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    pub person: PersonId,
    /// The name they go by.
    pub name: String,
    /// The language they read, as a code.
    pub language: String,
    /// Where to write, if they said.
    pub email: Option<String>,
    /// Whether they proved that it is theirs.
    pub proved: bool,
    pub did: Did,
    /// Which letters are over for them: accepted by the mail server, or given up.
    pub settled: Vec<Letter>,
}

impl Recipient {
    /// The address news may go to: one they proved is theirs. A title may be for a group,
    /// and anybody can type anybody's address.
    pub fn proved_address(&self) -> Option<&str> {
        self.email.as_deref().filter(|_| self.proved)
    }

    /// Whether they left an address and have not proved it yet.
    pub fn waits_for_proof(&self) -> bool {
        self.email.is_some() && !self.proved
    }
}

impl Workshops<'_> {
    /// Those who asked for news of `workshop`, and agree still.
    pub async fn recipients(&self, workshop: &Workshop) -> Result<Vec<Recipient>, DbError> {
        let id = &workshop.workshop;
        let mut found = vec![];
        for new in room::present(&self.db, id).await?.into_iter().filter(|it| it.news) {
            let sql = "select coalesce(email, login), email_proved, language from people
                where person = $1";
            let row = self.primary.row(sql, values![new.person.as_str()]).await?;
            let (email, proved, language) = row.map_or_else(Default::default, |row| {
                let cells = row.cells();
                (cells.maybe_text(), cells.yes(), cells.text())
            });
            let settled = self.settled_letters(id, &new.person).await?;
            let did = match &new.note {
                Some(note) => self.did(note).await?,
                None => Did::Observed,
            };
            found.push(Recipient {
                person: new.remembered.person,
                name: new.name,
                language,
                email,
                proved,
                did,
                settled,
            });
        }
        Ok(found)
    }

    /// Whether `person` agrees to news of `workshop` still.
    pub async fn wants_news(
        &self,
        workshop: &WorkshopId,
        person: &PersonId,
    ) -> Result<bool, DbError> {
        Ok(room::find(&self.db, workshop, person).await?.is_some_and(|it| it.news))
    }

    async fn did(&self, id: &domain::core::ids::NoteId) -> Result<Did, DbError> {
        let Some(note) = note::find(&self.db, id).await? else { return Ok(Did::Observed) };
        if !note.is_published() {
            return Ok(Did::Draft);
        }
        let figures = reception::of(&self.db, id).await?;
        Ok(Did::Published { readers: figures.readers, thanks: note.thanks, note: Box::new(note) })
    }

    /// The mark of the link with which someone stops news, without signing in.
    pub fn stop_mark(&self, workshop: &WorkshopId, person: &PersonId) -> String {
        self.secrets.mark("news", &[workshop.as_str(), person.as_str()])
    }

    /// Stops news for whoever holds the link. `false` when the mark is not the one.
    ///
    /// The key of the command comes from where the person's stream stands: told twice at
    /// once it is one command, sent again later it has nothing left to do, and whoever
    /// asked for news again meanwhile can still stop them.
    pub async fn stop_news(
        &self,
        workshop: &WorkshopId,
        person: &PersonId,
        mark: &str,
    ) -> Result<bool, Failure> {
        if self.stop_mark(workshop, person) != mark {
            return Ok(false);
        }
        let stream = format!("{workshop}.{person}");
        let (_, sequence) = self.events.load::<Participation>(&stream).await?;
        let words = [workshop.as_str(), person.as_str(), &sequence.to_string()];
        let key = CommandId::given(&self.secrets.mark("stop", &words))
            .expect("a mark is long enough for a key");
        self.consent(workshop, person, (Consent::News, false), key).await?;
        Ok(true)
    }

    /// When `workshop` ended, or now for one that has not.
    pub fn end_of(&self, workshop: &Workshop) -> i64 {
        if workshop.closed_at > 0 { workshop.closed_at } else { self.clock.now() }
    }
}
