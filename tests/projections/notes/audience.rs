use domain::core::ids::WorkshopId;
use domain::core::registry::Fact;
use domain::notes::audience::{EVERYONE, Group, LINK};
use domain::notes::note::{Door, Event};
use domain::notes::visibility::Visibility;
use domain::workshops::script::Script;
use domain::workshops::workshop::{Event as W, Role, Tone};
use migrations::values;
use projections::notes::audience::{first_of, of_note_at, opened_to};
use projections::notes::note;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

use crate::both;
use crate::memory::{Memory, a_note, person, published, withdrawn};

fn shared(note: &str, by: &str, with: Group, revision: i64) -> Fact {
    Fact::Note(Event::Shared { note: a_note(note), by: person(by), with, revision })
}

fn unshared(note: &str, by: &str, with: Group) -> Fact {
    Fact::Note(Event::Unshared { note: a_note(note), by: person(by), with })
}

/// What `who` is shown of the newest notes, by their ids.
async fn newest(memory: &Memory, who: &str) -> Vec<String> {
    let mut shown = note::newest(&memory.db, who, 50).await.unwrap();
    shown.sort_by(|a, b| a.note.cmp(&b.note));
    shown.into_iter().map(|it| it.note.to_string()).collect()
}

async fn first(memory: &Memory, note: &str, workshop: Option<&WorkshopId>, who: &str) -> i64 {
    opened_to(&memory.db, &a_note(note), workshop, &person(who)).await.unwrap().first
}

both! {
    async fn m9_a_note_of_a_community_says_so(memory: Memory) {
        let mut memory = memory;
        let content = memory.content("c-n1", "Un", "mots").await;
        let drafted = Event::Drafted {
            note: a_note("n1"), by: person("lea"), workshop: None, door: None, content, closed: true,
        };
        let community = || Group::Community("g1".parse().unwrap());
        let stories = [
            (vec![Fact::Note(drafted), shared("n1", "lea", Group::Person(person("omar")), 1)], note::Reach::Chosen, 1),
            (vec![shared("n1", "lea", community(), 1)], note::Reach::Community, 2),
            (vec![unshared("n1", "lea", community())], note::Reach::Chosen, 1),
        ];
        for (story, reach, chosen) in stories {
            memory.apply(story).await;
            let found = note::find(&memory.db, &a_note("n1")).await.unwrap().unwrap();
            assert_eq!((found.reach(), found.chosen), (reach, chosen));
        }
        memory.apply(vec![shared("n1", "lea", community(), 1), withdrawn("n1", "lea")]).await;
        let found = note::find(&memory.db, &a_note("n1")).await.unwrap().unwrap();
        assert_eq!((found.reach(), found.communities), (note::Reach::Authors, 0));
    }

    async fn m9_each_group_reads_from_the_text_it_was_shared(memory: Memory) {
        let mut memory = memory;
        let content = memory.content("c-n1", "Un", "mots").await;
        let drafted = Event::Drafted {
            note: a_note("n1"), by: person("lea"), workshop: None, door: None, content, closed: true,
        };
        let revised = memory.revised("n1", "lea", 2, "deux").await;
        memory.apply(vec![Fact::Note(drafted), revised]).await;
        assert_eq!(first(&memory, "n1", None, "omar").await, 0);
        memory.apply(vec![shared("n1", "lea", Group::Person(person("omar")), 2)]).await;
        let story = memory.revised("n1", "lea", 3, "trois").await;
        memory.apply(vec![story, shared("n1", "lea", Group::Link, 3)]).await;
        assert_eq!(first(&memory, "n1", None, "omar").await, 2);
        assert_eq!(first(&memory, "n1", None, "marie").await, 0, "a link makes nobody a member");
        assert_eq!(first_of(&memory.db, &a_note("n1"), LINK).await.unwrap(), 3);
        assert_eq!((newest(&memory, "omar").await, newest(&memory, "marie").await), (vec!["n1".to_owned()], vec![]));
        let found = note::find(&memory.db, &a_note("n1")).await.unwrap().unwrap();
        assert_eq!((found.chosen, found.by_link, found.reach()), (1, true, note::Reach::Link));
        // Ended, it is gone from lists; and who could read it is remembered by day.
        memory.apply(vec![unshared("n1", "lea", Group::Person(person("omar")))]).await;
        assert!(newest(&memory, "omar").await.is_empty());
        let groups = async |second: i64| -> Vec<String> {
            let at = of_note_at(&memory.db, &a_note("n1"), second * 1_000_000).await.unwrap();
            at.into_iter().map(|reader| reader.group).collect()
        };
        assert_eq!(groups(2).await, Vec::<String>::new());
        assert_eq!(groups(3).await, ["omar"]);
        assert_eq!(groups(5).await, ["omar", LINK]);
        assert_eq!(groups(6).await, [LINK]);
        // Shared again, from the text as it is then.
        memory.apply(vec![shared("n1", "lea", Group::Person(person("omar")), 3)]).await;
        assert_eq!(first(&memory, "n1", None, "omar").await, 3);
        let mine = note::shared_with(&memory.db, &person("omar"), 9).await.unwrap();
        assert_eq!(mine.len(), 1);
        // Private again, nobody reads it, nor what it was.
        memory.apply(vec![withdrawn("n1", "lea")]).await;
        assert_eq!(first(&memory, "n1", None, "omar").await, 0);
        let found = note::find(&memory.db, &a_note("n1")).await.unwrap().unwrap();
        assert_eq!((found.chosen, found.by_link, found.reach()), (0, false, note::Reach::Authors));
    }

    async fn m9_a_workshop_it_was_not_written_in_reads_it_while_one_is_in(memory: Memory) {
        let mut memory = memory;
        let room = memory.room().await;
        memory.apply(room).await;
        let content = memory.content("c-n1", "Un", "mots").await;
        let drafted = Event::Drafted {
            note: a_note("n1"), by: person("lea"), workshop: None, door: None, content, closed: true,
        };
        let with = Group::Workshop(crate::memory::workshop());
        memory.apply(vec![Fact::Note(drafted), shared("n1", "lea", with, 1)]).await;
        assert_eq!((newest(&memory, "omar").await.len(), newest(&memory, "marie").await.len()), (0, 1));
        memory.apply(vec![crate::memory::entered("omar")]).await;
        assert_eq!(newest(&memory, "omar").await, ["n1"]);
        let out = W::SentOut { workshop: crate::memory::workshop(), by: person("marie"), person: person("omar") };
        memory.apply(vec![Fact::Workshop(out)]).await;
        assert!(newest(&memory, "omar").await.is_empty());
        assert_eq!(first(&memory, "n1", None, "omar").await, 0);
    }

    /// Among many groups with many notes, the newest are the newest: what is not read of a group
    /// could not be among them.
    async fn the_newest_of_many_groups_are_the_newest(memory: Memory) {
        let mut memory = memory;
        let mut facts = vec![];
        for at in 0..60 {
            let content = memory.content(&format!("c-n{at}"), "Un", "mots").await;
            let (note, workshop) = (format!("n{at:02}"), format!("w{}", at % 4));
            facts.push(Fact::Note(Event::Drafted {
                note: a_note(&note), by: person("lea"), workshop: Some(workshop.parse().unwrap()),
                door: Some(Door::Tell), content, closed: true,
            }));
            // One group wrote long ago, one keeps writing.
            facts.push(published(&note, "lea", Visibility::Workshop, 1));
        }
        for group in 0..4 {
            facts.push(Fact::Workshop(W::Entered { workshop: format!("w{group}").parse().unwrap(), person: person("omar") }));
        }
        memory.apply(facts).await;
        let shown = note::newest(&memory.db, "omar", 7).await.unwrap();
        let shown: Vec<_> = shown.iter().map(|it| it.note.to_string()).collect();
        assert_eq!(shown, ["n59", "n58", "n57", "n56", "n55", "n54", "n53"]);
    }

    /// Nobody reads more, nor less, than by the condition there was before audiences: over random
    /// stories of three notes, two workshops and five people.
    async fn m8_old_events_open_what_they_opened(memory: Memory) {
        let mut memory = memory;
        for name in ["zoe", "noe"] {
            let sql = "insert into people (person, name, email, password_hash, resume_hash, language,
                email_proved, account, facilitator, created_at)
                values ($1, $1, null, null, $1, 'fr', 0, 0, 0, 0)";
            memory.db.exec(sql, values![name]).await.unwrap();
        }
        let mut runner = TestRunner::deterministic();
        let acts = prop::collection::vec((0..10_usize, 0..3_usize, 0..2_usize, 0..5_usize), 60);
        let mut read = 0;
        for round in 0..8 {
            let acts = acts.new_tree(&mut runner).unwrap().current();
            let mut story = Story::new(round);
            for act in acts {
                let fact = story.tell(&memory, act).await;
                memory.apply(fact.into_iter().collect()).await;
            }
            for who in PEOPLE {
                let (mut before, after) = (vec![], newest(&memory, who).await);
                for at in 0..3 {
                    let note = story.note(at);
                    let Some(found) = note::find(&memory.db, &a_note(&note)).await.unwrap() else { continue };
                    let (reads, first_before) = story.before(&memory, at, who).await;
                    let opened = opened_to(&memory.db, &found.note, found.workshop.as_ref(), &person(who)).await.unwrap();
                    assert_eq!(opened.first, first_before, "{who} {note} {:?}", story.told);
                    if (reads || found.writer == person(who)) && found.is_published() {
                        before.push(note);
                    }
                    read += usize::from(reads);
                }
                let after: Vec<_> = after.into_iter().filter(|note| note.starts_with(&format!("r{round}"))).collect();
                assert_eq!(after, before, "{who} {:?}", story.told);
            }
        }
        assert!(read > 50, "the stories open something: {read}");
    }
}

const PEOPLE: [&str; 5] = ["lea", "omar", "marie", "zoe", "noe"];

/// What a note was before audiences: how far it goes, and from which revision.
#[derive(Clone, Copy)]
struct Before {
    revision: i64,
    visibility: Visibility,
    public_from: i64,
    everyone_from: i64,
    workshop: Option<usize>,
}

/// A random story, and what it opens by the rules of before.
struct Story {
    round: usize,
    notes: [Option<Before>; 3],
    told: Vec<String>,
}

impl Story {
    fn new(round: usize) -> Self {
        Self { round, notes: [None; 3], told: vec![] }
    }

    fn note(&self, at: usize) -> String {
        format!("r{}n{at}", self.round)
    }

    fn workshop(&self, at: usize) -> WorkshopId {
        format!("r{}w{at}", self.round).parse().unwrap()
    }

    async fn tell(&mut self, memory: &Memory, (act, note, workshop, who): (usize, usize, usize, usize)) -> Option<Fact> {
        let (id, room, who) = (self.note(note), self.workshop(workshop), person(PEOPLE[who]));
        let stands = self.notes[note];
        let fact = match (act, stands) {
            (0, _) => Fact::Workshop(W::Entered { workshop: room, person: who }),
            (1, _) => Fact::Workshop(W::SentOut { workshop: room, by: person("marie"), person: who }),
            (2, _) => Fact::Workshop(W::BroughtBack { workshop: room, by: person("marie"), person: who }),
            (3, _) => Fact::Workshop(W::Admitted { workshop: room, by: person("marie"), person: who }),
            (4, _) => Fact::Workshop(W::RoleTaken { workshop: room, person: who, role: Role::Notes }),
            (5, _) => Fact::Workshop(W::RoleEnded { workshop: room, by: person("marie"), person: who, role: Role::Notes }),
            (6, None) if workshop == 0 => {
                let content = memory.content(&format!("c-{room}"), "Atelier", "").await.id;
                let script = Script::express().reference();
                Fact::Workshop(W::Prepared { workshop: room, by: who, content, script, places: 9, tone: Tone::Vous, on: None })
            }
            (_, None) => {
                let content = memory.content(&format!("c-{id}"), "Un", "mots").await;
                let home = (act != 9).then_some(workshop);
                self.notes[note] = Some(Before {
                    revision: 1, visibility: Visibility::Writer, public_from: 0, everyone_from: 0, workshop: home,
                });
                Fact::Note(Event::Drafted {
                    note: a_note(&id), by: who, workshop: home.map(|_| room), door: None, content, closed: false,
                })
            }
            (6, Some(mut before)) => {
                before.revision += 1;
                self.notes[note] = Some(before);
                memory.revised(&id, who.as_str(), before.revision, "plus").await
            }
            (7, Some(mut before)) => {
                (before.visibility, before.public_from, before.everyone_from) = (Visibility::Writer, 0, 0);
                self.notes[note] = Some(before);
                withdrawn(&id, "lea")
            }
            (_, Some(mut before)) => {
                let far = if act == 8 && before.workshop.is_some() { Visibility::Workshop } else { Visibility::Everyone };
                if before.visibility == Visibility::Writer {
                    before.public_from = before.revision;
                }
                match far {
                    Visibility::Everyone if before.everyone_from == 0 => before.everyone_from = before.revision,
                    Visibility::Everyone => {}
                    Visibility::Workshop | Visibility::Writer => before.everyone_from = 0,
                }
                before.visibility = far;
                self.notes[note] = Some(before);
                published(&id, "lea", far, before.revision)
            }
        };
        self.told.push(format!("{fact:?}"));
        Some(fact)
    }

    /// Whether `who` read note `at` by the rules of before without having written it, and from
    /// which revision.
    async fn before(&self, memory: &Memory, at: usize, who: &str) -> (bool, i64) {
        let Some(note) = self.notes[at] else { return (false, 0) };
        let mut in_room = false;
        if let Some(workshop) = note.workshop {
            let sql = "select 1 where
                exists (select 1 from p_room m where m.workshop = $1 and m.person = $2
                    and not exists (select 1 from p_room_out x
                                    where x.workshop = m.workshop and x.person = m.person))
                or exists (select 1 from p_workshop f where f.workshop = $1 and f.facilitator = $2)
                or exists (select 1 from p_workshop_role h where h.workshop = $1 and h.person = $2)";
            let room = self.workshop(workshop);
            in_room = memory.db.row(sql, values![room.as_str(), who]).await.unwrap().is_some();
        }
        let reads = match note.visibility {
            Visibility::Everyone => true,
            Visibility::Workshop => in_room,
            Visibility::Writer => false,
        };
        let first = if in_room { note.public_from } else { note.everyone_from };
        (reads, if reads { first } else { 0 })
    }
}

#[test]
fn no_id_is_called_as_the_groups_without_a_list() {
    // Ids are drawn at random: 32 hexadecimal signs, of which neither word is made.
    for word in [EVERYONE, LINK] {
        assert!(word.len() < 32 && word.bytes().any(|sign| !sign.is_ascii_hexdigit()));
    }
}
