//! A commons of any size, the same for the same seed: for benches, and to see what a site is like
//! once many people live in it.
//!
//! Every event is decided by its aggregate and written by the event store, in one order; only
//! people's names, which are in no event, and the secret doors of workshops are put beside. What
//! is said is made of sentences that could be true (`words`).

mod words;

use std::collections::VecDeque;

use cqrs_es::DomainEvent as _;
use domain::core::event_sourced::Stream;
use domain::core::ids::{NoteId, PersonId, ReaderId, WorkshopId};
use domain::core::region::Region;
use domain::core::registry::note_of;
use domain::notes::audience::Group;
use domain::notes::details::{Details, Licence, Spoken, Status};
use domain::notes::note::{Command as OfNote, ContentRef, Note};
use domain::notes::reading::{Command as OfReading, ReaderKind, Reading};
use domain::notes::visibility::Visibility;
use domain::people::person::{Command as OfPerson, Person};
use domain::workshops::script::Script;
use domain::workshops::workshop::{Act, Command as OfWorkshop, Tone, Workshop};
use migrations::Value;
use migrations::value::Kind;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore as _, SeedableRng as _};
use strum::VariantArray as _;

use crate::App;
use crate::engine::clock::{HOUR, SECOND};
use crate::engine::envelope::{CommandId, Envelope, NewContent};
use crate::engine::event_store::entity::Chain;
use crate::engine::event_store::{Commit, Outcome, Waiting};
use crate::engine::execute::decide;
use crate::engine::secrets::hex;

/// Anything that stops it is worth reading whole.
type AnyResult<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// How many of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    pub people: u32,
    pub notes: u32,
    /// Workshops, each a group of people.
    pub groups: u32,
}

/// What was made.
#[derive(Clone, Debug)]
pub struct Generated {
    /// How many events.
    pub events: i64,
    /// Somebody with an account who is in [`GROUPS_OF_READER`] groups, or in all when there are fewer.
    pub reader: PersonId,
}

/// How many groups one of the people is in.
pub const GROUPS_OF_READER: u32 = 40;

/// How many commits wait for the disk at once: fewer than the writer takes.
const UNDER_WAY: usize = 400;

/// How many people are written down at once.
const PAGE: usize = 500;

/// The most people of one workshop.
const CROWD: u32 = 150;

/// When it all begins, in microseconds: the first of January 2025, UTC.
const BEGINNING: i64 = 1_735_689_600_000_000;

/// Over how long it happens: about twenty-two months.
const SPAN: i64 = 16_000 * HOUR;

/// The least time between two acts.
const STEP: i64 = SECOND;

/// Fills an empty commons: `size` of it, as `seed` says.
///
/// # Errors
/// When it is not empty, or the database says no.
pub async fn fill(app: &App, size: Size, seed: u64) -> AnyResult<Generated> {
    if app.projector.head().await? > 0 {
        return Err("this commons has events of its own: generate into a new one".into());
    }
    let acts = i64::from(size.people) * 2 + i64::from(size.notes) * 6 + i64::from(size.groups) * 60;
    let mut generator = Generator {
        app,
        chance: ChaCha8Rng::seed_from_u64(seed),
        at: BEGINNING,
        step: (SPAN / acts.max(1)).max(STEP),
        under_way: VecDeque::new(),
        events: 0,
    };
    let people = generator.people(size.people).await?;
    let groups = generator.groups(size.groups, &people).await?;
    for _ in 0..size.notes {
        generator.note(&people, &groups).await?;
    }
    generator.settle(0).await?;
    let reader = people.first().cloned().ok_or("a commons needs somebody")?;
    Ok(Generated { events: generator.events, reader })
}

/// A stream that is being written.
struct Written<A> {
    state: A,
    id: String,
    sequence: i64,
}

impl<A: Stream> Written<A> {
    fn new(id: &str) -> Self {
        Self { state: A::default(), id: id.to_owned(), sequence: 0 }
    }
}

struct Generator<'a> {
    app: &'a App,
    chance: ChaCha8Rng,
    /// The time it is there, in microseconds.
    at: i64,
    step: i64,
    under_way: VecDeque<Waiting>,
    events: i64,
}

impl Generator<'_> {
    /// A number below `count`, which is not 0.
    fn below(&mut self, count: u32) -> u32 {
        self.chance.next_u32() % count
    }

    fn one<'t, T>(&mut self, of: &'t [T]) -> &'t T {
        let at = self.below(u32::try_from(of.len()).unwrap_or(u32::MAX));
        &of[at as usize]
    }

    /// Whether it happens, `times` in a hundred.
    fn happens(&mut self, times: u32) -> bool {
        self.below(100) < times
    }

    fn id<I: std::str::FromStr<Err: std::fmt::Debug>>(&mut self) -> I {
        self.key().parse().expect("hexadecimal is an identifier")
    }

    fn key(&mut self) -> String {
        let mut bytes = [0; 16];
        self.chance.fill_bytes(&mut bytes);
        hex(&bytes)
    }

    fn words(&mut self, title: &str, body: &str) -> (NewContent, ContentRef) {
        let id: domain::core::ids::ContentId = self.id();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let reference = ContentRef {
            id: id.clone(),
            words: count(domain::prose::text::words(body)),
            bytes: count(body.len()),
            commit: self.app.secrets.mark("commit", &[title, body]),
        };
        let (title, body) = (title.to_owned(), body.to_owned());
        (NewContent { id, title, body, summary: String::new() }, reference)
    }

    /// Decides `command`, and hands what was decided to the event store.
    async fn act<A: Stream>(
        &mut self,
        on: &mut Written<A>,
        command: A::Command,
        actor: &str,
        content: Option<NewContent>,
    ) -> AnyResult<()> {
        let decided = decide(&mut on.state, command).await;
        let decided = decided.map_err(|error| format!("{} {}: {error}", A::TYPE, on.id))?;
        if decided.is_empty() {
            return Ok(());
        }
        self.at += self.step;
        let key = CommandId::given(&self.key()).ok_or("thirty-two signs are a key")?;
        let person: PersonId = actor.parse().map_err(|_| "an actor has an id")?;
        let envelope = Envelope::from(&person, key.clone());
        let count = i64::try_from(decided.len())?;
        let mut events = vec![];
        for event in &decided {
            let payload = serde_json::to_string(event)?;
            events.push((event.event_type(), event.event_version(), payload));
        }
        let commit = Commit {
            aggregate_type: A::TYPE,
            aggregate_id: on.id.clone(),
            expected: on.sequence,
            events,
            metadata: envelope.metadata(self.at),
            actor: actor.to_owned(),
            command_id: key,
            request_hash: String::new(),
            about: note_of(A::TYPE, &on.id).map(str::to_owned),
            contents: content.into_iter().collect(),
            rewrites: vec![],
            at: self.at,
            chain: Chain::default(),
        };
        on.sequence += count;
        self.events += count;
        self.settle(UNDER_WAY).await?;
        self.under_way.push_back(self.app.events.hand_over(commit)?);
        Ok(())
    }

    /// Waits until no more than `most` commits are under way.
    async fn settle(&mut self, most: usize) -> AnyResult<()> {
        while self.under_way.len() > most {
            let Some(first) = self.under_way.pop_front() else { break };
            match first.outcome().await? {
                Outcome::Done(_) => {}
                other => return Err(format!("a commit was not written: {other:?}").into()),
            }
        }
        Ok(())
    }

    async fn people(&mut self, count: u32) -> AnyResult<Vec<PersonId>> {
        let (mut people, mut rows) = (vec![], vec![]);
        for number in 0..count {
            let person: PersonId = self.id();
            let name = words::name(number, self.chance.next_u32());
            let account = number == 0 || self.happens(60);
            let mut stream = Written::<Person>::new(person.as_str());
            let arrive = OfPerson::Arrive { person: person.clone() };
            self.act(&mut stream, arrive, person.as_str(), None).await?;
            if account {
                let claim = OfPerson::ClaimAccount { person: person.clone() };
                self.act(&mut stream, claim, person.as_str(), None).await?;
            }
            rows.push(vec![
                person.as_str().into(),
                name.into(),
                "fr".into(),
                i64::from(account).into(),
                self.at.into(),
                0.into(),
                0.into(),
            ]);
            people.push(person);
            if rows.len() == PAGE {
                self.write_down(std::mem::take(&mut rows)).await?;
            }
        }
        self.write_down(rows).await?;
        Ok(people)
    }

    /// Their names: what no event holds.
    async fn write_down(&self, rows: Vec<Vec<Value>>) -> AnyResult<()> {
        let sql = "insert into people (person, name, language, account, created_at,
                email_proved, facilitator) {rows}";
        let mut kinds = vec![Kind::Text; 3];
        kinds.extend([Kind::Int; 4]);
        let mut tx = self.app.primary.begin().await?;
        tx.many(sql, &kinds, rows).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn groups(&mut self, count: u32, people: &[PersonId]) -> AnyResult<Vec<Room>> {
        let mut groups = vec![];
        let many = u32::try_from(people.len()).unwrap_or(u32::MAX);
        let size = (many.saturating_mul(2) / count.max(1)).clamp(3, CROWD);
        for number in 0..count {
            let workshop: WorkshopId = self.id();
            let by = self.one(people).clone();
            self.app.workshops().make_door(&workshop).await?;
            let title = words::workshop(self.chance.next_u32());
            let (content, reference) = self.words(&title, "");
            let mut stream = Written::<Workshop>::new(workshop.as_str());
            let prepare = OfWorkshop::Prepare {
                workshop: workshop.clone(),
                by: by.clone(),
                content: reference.id,
                script: Script::express().reference(),
                places: CROWD + 10,
                tone: Tone::Vous,
                on: None,
            };
            self.act(&mut stream, prepare, by.as_str(), Some(content)).await?;
            let run = |act| OfWorkshop::Run { by: by.clone(), act };
            self.act(&mut stream, run(Act::Open), by.as_str(), None).await?;
            let mut members = vec![];
            if number < GROUPS_OF_READER {
                members.extend(people.first().cloned());
            }
            for _ in 0..size {
                members.push(self.one(people).clone());
            }
            for member in &members {
                let enter = OfWorkshop::Enter { person: member.clone() };
                self.act(&mut stream, enter, member.as_str(), None).await?;
            }
            self.act(&mut stream, run(Act::Close), by.as_str(), None).await?;
            groups.push(Room { workshop, members });
        }
        Ok(groups)
    }

    /// A note, whom it is for, what is said of it, and some who read it.
    async fn note(&mut self, people: &[PersonId], groups: &[Room]) -> AnyResult<()> {
        let of_group = !groups.is_empty() && self.happens(70);
        let group = of_group.then(|| self.one(groups).clone());
        let by = match &group {
            Some(group) => self.one(&group.members).clone(),
            None => self.one(people).clone(),
        };
        let note: NoteId = self.id();
        let region = *self.one(Region::VARIANTS);
        let (title, body) = words::note(&mut self.chance, region.name());
        let (content, reference) = self.words(&title, &body);
        let mut stream = Written::<Note>::new(note.as_str());
        let draft = OfNote::Draft {
            note: note.clone(),
            by: by.clone(),
            workshop: group.as_ref().map(|group| group.workshop.clone()),
            door: None,
            content: reference,
        };
        self.act(&mut stream, draft, by.as_str(), Some(content)).await?;
        let everyone = self.happens(if of_group { 60 } else { 85 });
        if everyone || (of_group && self.happens(75)) {
            let publish = OfNote::Publish {
                by: by.clone(),
                team: false,
                visibility: if everyone { Visibility::Everyone } else { Visibility::Workshop },
                wall: false,
                group: false,
                summary: None,
            };
            self.act(&mut stream, publish, by.as_str(), None).await?;
        }
        if self.happens(8) {
            let with = Group::Person(self.one(people).clone());
            let share = OfNote::Share { by: by.clone(), with };
            self.act(&mut stream, share, by.as_str(), None).await?;
        }
        if self.happens(30) {
            let details = Details {
                status: Some(*self.one(Status::VARIANTS)),
                language: Some(Spoken::Fr),
                licence: Some(Licence::PROPOSED),
                region: Some(region),
            };
            let describe = OfNote::Describe { by: by.clone(), details };
            self.act(&mut stream, describe, by.as_str(), None).await?;
        }
        if everyone {
            for _ in 0..self.below(4) {
                self.reading(&note).await?;
            }
        }
        Ok(())
    }

    async fn reading(&mut self, note: &NoteId) -> AnyResult<()> {
        let reader: ReaderId = self.id();
        let mut stream = Written::<Reading>::new(&format!("{note}.{reader}"));
        let (kind, window) = (ReaderKind::Device, self.at / (1800 * SECOND));
        let open = OfReading::Open {
            note: note.clone(),
            reader: reader.clone(),
            kind,
            window,
            revision: 1,
        };
        self.act(&mut stream, open, reader.as_str(), None).await?;
        if self.happens(40) {
            let like = OfReading::Like { note: note.clone(), reader: reader.clone(), kind };
            self.act(&mut stream, like, reader.as_str(), None).await?;
        }
        Ok(())
    }
}

/// A workshop and who is in it.
#[derive(Clone)]
struct Room {
    workshop: WorkshopId,
    members: Vec<PersonId>,
}
