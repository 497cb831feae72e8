//! Whoever leaves is nowhere any more: in no row, no file, no export, after a rebuild. Older copies
//! are in `replay.rs`.

use std::path::{Path, PathBuf};

use app::access::{Standing, Viewer};
use app::engine::clock::DAY;
use app::engine::envelope::CommandId;
use app::exchange::departure::{DELAY, Kept};
use app::groups::items::{Change, Place, read_lines};
use app::groups::synthesis::Labels;
use app::notes::reading::Reader;
use app::workshops::participation::Sketch;
use app::{App, Settings};
use domain::core::ids::{NoteId, PersonId};
use domain::groups::item::{ItemKind, Sheet, Source};
use domain::notes::reading::ReaderKind;
use domain::notes::visibility::Visibility;
use domain::people::person::Asker;
use domain::workshops::participation::{Act, Consent, HandReason};
use projections::groups::item;
use projections::notes::reception;
use projections::people::trace;
use projections::workshops::workshop;

use crate::both;
use crate::world::{World, words};

const WRITER: Standing = Standing {
    writer: true,
    in_room: true,
    account: true,
    moderator: false,
    team: false,
    first: 1,
};
const MEMBER: Standing = Standing {
    writer: false,
    in_room: true,
    account: true,
    moderator: false,
    team: false,
    first: 1,
};

/// She was here, and left something of everything.
pub(super) struct Zephyrine {
    pub(super) person: PersonId,
    /// A word that is in her name, in her address and in all she wrote, and nowhere else on this
    /// machine: one server may hold several commons.
    pub(super) word: String,
    pub(super) name: String,
    /// What she wrote.
    note: NoteId,
    /// What somebody else wrote, and she changed.
    other: NoteId,
}

pub(super) async fn lived(world: &World) -> Zephyrine {
    let app = &world.app;
    let marie = world.account("Marie", true).await;
    let room = world.workshop(&marie, 12).await;
    let key = CommandId::fresh;
    let word = format!("escarboucle{}", key().as_str().split_at(20).1);
    let (name, email) = (format!("Zéphyrine {word}"), format!("{word}@exemple.org"));
    let person = world.guest(&room, &name).await;
    let password = format!("une {word} bleue");
    app.people().claim_account(Some(&person), &name, &email, &password).await.unwrap();
    app.people().open_session(&person).await.unwrap();
    assert_eq!(app.people().person_of_address(&email).await.unwrap(), Some(person.clone()));
    app.people().ask_sign_in_code(&email, false).await.unwrap();
    let title = format!("Mon {word}");
    let note = world.published(&person, &room, &title, Visibility::Everyone).await;
    let text = words(&format!("Des {word}"), &format!("Une {word} se taille lentement.\n"));
    app.notes().revise(&note, WRITER, &person, 1, &text, key()).await.unwrap();
    // Somebody corrects it, and their version holds her words too.
    let now = world.note(&note.note).await;
    let text = words(&format!("Des {word}"), &format!("Une {word} se taille très lentement.\n"));
    app.notes().revise(&now, MEMBER, &marie, now.revision, &text, key()).await.unwrap();
    app.notes().thank(&now, &marie, Some(room.clone()), "Merci, la pierre !", key()).await.unwrap();
    let draft = format!("Encore une {word}…");
    app.notes().keep_unsaved(&note.note, &person, 1, ("Titre", &draft), None).await.unwrap();
    // In a note of somebody else: a change, a proposal, thanks, a reading, a like.
    let other = world.published(&marie, &room, "Le granit", Visibility::Everyone).await;
    let text = words("Le granit", "Nous avons appris à attendre, ensemble.");
    app.notes().revise(&other, MEMBER, &person, 1, &text, key()).await.unwrap();
    let other = world.note(&other.note).await;
    let said = format!("Comme une {word}");
    app.notes().thank(&other, &person, Some(room.clone()), &said, key()).await.unwrap();
    let id = app.notes().reader_of(&person, &other.note).await.unwrap();
    let reader = Reader { id, kind: ReaderKind::Account };
    app.notes().read(&other, &reader, (1, true), key()).await.unwrap();
    app.notes().like(&other, &reader, true, key()).await.unwrap();
    // A message to whoever wrote it, and one about hers.
    let message = format!("D'où vient cette {word} ?");
    app.notes().send_message(&other, MEMBER, (&person, &person), &message, key()).await.unwrap();
    // In the room: an introduction, an agreement, a hand, a line that quotes her.
    let workshops = app.workshops();
    workshops.consent(&room, &person, (Consent::Quote, true), key()).await.unwrap();
    let hand = Act::RaiseHand(HandReason::Words);
    workshops.take_part((&room, &person), &person, hand, key()).await.unwrap();
    let region = format!("Vallée des {word}");
    let sketch = Sketch { region, ..Sketch::default() };
    workshops.sketch(&room, &person, &sketch, key()).await.unwrap();
    let lines = read_lines(&format!("Une {word} de plus"), ItemKind::Learning, false);
    let sheet = Sheet::from(&room);
    let place = Place { sheet: &sheet, under: None, source: Source::Said };
    world.app.groups().capture(&person, &place, &lines, &key()).await.unwrap();
    let goodbye = format!("Adieu {word}");
    workshops.say_farewell(&room, &person, (&goodbye, None), key()).await.unwrap();
    Zephyrine { person, word, name, note: note.note, other: other.note }
}

/// Labels that say nothing.
struct Plain;

impl Labels for Plain {
    fn family(&self, family: &str) -> String {
        family.to_owned()
    }

    fn kind(&self, _: ItemKind) -> String {
        String::new()
    }

    fn title(&self, workshop: &str) -> String {
        workshop.to_owned()
    }

    fn sources(&self, address: &str) -> String {
        address.to_owned()
    }
}

pub(super) fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

/// The files under `path` that hold `word`; `seen` counts those that were read.
fn look(path: &Path, word: &str, seen: &mut usize) -> Vec<PathBuf> {
    if path.is_dir() {
        let entries = std::fs::read_dir(path).unwrap();
        return entries.flat_map(|entry| look(&entry.unwrap().path(), word, seen)).collect();
    }
    let Ok(bytes) = std::fs::read(path) else { return vec![] };
    *seen += 1;
    if holds(&bytes, word) { vec![path.to_owned()] } else { vec![] }
}

/// Every file of the databases of `settings`: tables, indexes, statistics, write-ahead log.
pub(super) async fn look_everywhere(app: &App, settings: &Settings, word: &str) {
    let mut seen = 0;
    if app.db.is_postgres() {
        let sql = "select current_setting('data_directory'),
            (select oid::text from pg_database where datname = current_database())";
        let row = app.db.row(sql, &[]).await.unwrap().unwrap();
        let home = PathBuf::from(row.text(0));
        let mut found = look(&home.join("base").join(row.text(1)), word, &mut seen);
        found.extend(look(&home.join("pg_wal"), word, &mut seen));
        let sql = "select relfilenode::text, relname::text from pg_class";
        let tables = app.db.rows(sql, &[]).await.unwrap();
        let named = |path: &PathBuf| {
            let file = path.file_name().unwrap().to_string_lossy().into_owned();
            let table = tables.iter().find(|row| row.text(0) == file).map(|row| row.text(1));
            (file, table)
        };
        assert!(found.is_empty(), "{:?} hold it", found.iter().map(named).collect::<Vec<_>>());
        assert!(seen > 100, "its files can be read");
    } else {
        for address in [&settings.database, &settings.keys] {
            let found = look(Path::new(address).parent().unwrap(), word, &mut seen);
            assert!(found.is_empty(), "{found:?} hold it");
        }
        assert!(seen >= 2);
    }
    let file =
        std::env::temp_dir().join(format!("sillage-leaving-{}.jsonl", CommandId::fresh().as_str()));
    app.export(&file, |_, _| {}).await.unwrap();
    let export = std::fs::read(&file).unwrap();
    std::fs::remove_file(&file).unwrap();
    assert!(!holds(&export, word), "the export holds it");
}

/// Asks for it, and waits until it can no longer be undone.
pub(super) async fn leave(world: &World, person: &PersonId, kept: &Kept) {
    let exchange = world.app.exchange();
    let asked = (Asker::Person, "");
    let due = exchange.ask_to_leave(person, kept, asked, CommandId::fresh()).await.unwrap();
    assert_eq!(due, world.clock.now() + DELAY);
    assert_eq!(exchange.carry_out_departures(world.clock.now()).await.unwrap(), 0, "not yet");
    world.clock.advance(DELAY + DAY);
    assert_eq!(exchange.carry_out_departures(world.clock.now()).await.unwrap(), 1);
    assert_eq!(exchange.carry_out_departures(world.clock.now()).await.unwrap(), 0, "once");
}

both! {
    /// Everyone a note was shared with reads it again when its author stays.
    async fn whoever_stays_finds_every_reader_again(world: World) {
        let lea = world.account("Lea", false).await;
        let words = words("Deux", "Un mot.");
        let id = world.app.notes().draft(&lea, None, &words, CommandId::fresh()).await.unwrap();
        for reader in ["omar", "zoe"] {
            let with = domain::notes::audience::Group::Person(reader.parse().unwrap());
            let command = domain::notes::note::Command::Share { by: lea.clone(), with };
            let envelope = app::engine::envelope::Envelope::from(&lea, CommandId::fresh());
            world.app.execute::<domain::notes::note::Note>(id.as_str(), command, envelope).await.unwrap();
        }
        assert_eq!(world.note(&id).await.chosen, 2);
        let exchange = world.app.exchange();
        let asker = (Asker::Person, "");
        exchange.ask_to_leave(&lea, &Kept::Nothing, asker, CommandId::fresh()).await.unwrap();
        assert_eq!(world.note(&id).await.chosen, 0);
        exchange.stay(&lea, CommandId::fresh()).await.unwrap();
        assert_eq!(world.note(&id).await.chosen, 2);
    }
}

both! {
    async fn h3_whoever_leaves_is_in_no_byte_of_the_commons(world: World) {
        let her = lived(&world).await;
        leave(&world, &her.person, &Kept::Nothing).await;
        look_everywhere(&world.app, &world.settings, &her.word).await;
        // What others wrote is there: their thanks, their note, and her change in it, unsigned.
        let other = world.note(&her.other).await;
        assert_eq!(other.body, "Nous avons appris à attendre, ensemble.\n");
        assert!(world.app.exchange().held(&her.person).await.unwrap().is_empty());
        assert!(trace::count(&world.app.db, &her.person).await.unwrap() > 5, "the log stays");
        let reception = reception::of(&world.app.db, &her.other).await.unwrap();
        assert_eq!((reception.likes, reception.thanks), (1, 1), "totals stay");
        assert_eq!(world.app.projector.verify().await.unwrap(), [""; 0], "tables are the fold of the log");
        world.app.projector.rebuild(&mut |_, _, _| {}).await.unwrap();
        assert_eq!(world.note(&her.note).await.body, "");
        world.app.exchange().erase_person(&her.person).await.unwrap();
        look_everywhere(&world.app, &world.settings, &her.word).await;
    }

    async fn the_other_phone_of_whoever_leaves_goes_too(world: World) {
        let marie = world.account("Marie", true).await;
        let room = world.workshop(&marie, 9).await;
        let (first, second) = (world.guest(&room, "Zoé").await, world.guest(&room, "Zoé bis").await);
        let merge = domain::workshops::workshop::Act::Merge(second.clone(), first.clone());
        let key = CommandId::fresh;
        world.app.workshops().run_workshop(&room, &marie, merge, key()).await.unwrap();
        leave(&world, &first, &Kept::Nothing).await;
        let rows = world.app.db.rows("select name from people", &[]).await.unwrap();
        assert_eq!(rows.iter().map(|row| row.text(0)).collect::<Vec<_>>(), ["Marie"]);
    }

    async fn asked_again_what_was_chosen_first_stands(world: World) {
        let her = lived(&world).await;
        let (exchange, asked) = (world.app.exchange(), (Asker::Person, ""));
        exchange.ask_to_leave(&her.person, &Kept::Everything, asked, CommandId::fresh()).await.unwrap();
        exchange.ask_to_leave(&her.person, &Kept::Nothing, asked, CommandId::fresh()).await.unwrap();
        assert!(world.note(&her.note).await.is_published(), "nothing was taken back that would not come back");
        exchange.stay(&her.person, CommandId::fresh()).await.unwrap();
        assert_eq!(world.note(&her.note).await.writer_name, her.name);
    }

    async fn texts_that_stay_are_unsigned(world: World) {
        let her = lived(&world).await;
        leave(&world, &her.person, &Kept::Everything).await;
        let note = world.note(&her.note).await;
        assert_eq!(note.title, format!("Des {}", her.word));
        assert_eq!(note.writer_name, "");
        assert!(note.is_published());
        let drafts = world.app.db.rows("select 1 from drafts", &[]).await.unwrap();
        assert!(drafts.is_empty(), "what was never saved stays nowhere");
    }

    async fn seven_days_to_stay_after_all(world: World) {
        let her = lived(&world).await;
        let exchange = world.app.exchange();
        let chosen = Kept::Notes([her.other.clone()].into());
        let asked = (Asker::Person, "");
        exchange.ask_to_leave(&her.person, &chosen, asked, CommandId::fresh()).await.unwrap();
        let note = world.note(&her.note).await;
        assert_eq!((note.is_published(), note.writer_name.as_str()), (false, ""), "gone at once");
        world.clock.advance(DELAY - DAY);
        exchange.stay(&her.person, CommandId::fresh()).await.unwrap();
        let note = world.note(&her.note).await;
        assert_eq!((note.visibility, note.writer_name.as_str()), (Visibility::Everyone, her.name.as_str()));
        world.clock.advance(2 * DELAY);
        assert_eq!(exchange.carry_out_departures(world.clock.now()).await.unwrap(), 0);
        assert!(exchange.departure(&her.person).await.unwrap().is_none());
    }

    async fn s1d_readings_forgotten_leave_the_totals(world: World) {
        let her = lived(&world).await;
        let exchange = world.app.exchange();
        let (readings, _) = exchange.readings(&her.person, "").await.unwrap();
        assert_eq!(readings.iter().map(|it| &it.note).collect::<Vec<_>>(), [&her.other]);
        let before = reception::of(&world.app.db, &her.other).await.unwrap();
        exchange.erase_readings(&her.person, CommandId::fresh()).await.unwrap();
        assert!(exchange.readings(&her.person, "").await.unwrap().0.is_empty());
        let after = reception::of(&world.app.db, &her.other).await.unwrap();
        assert_eq!(after, before, "the author's numbers stay");
    }

    async fn a_synthesis_signs_with_the_name_one_has_now(world: World) {
        let key = CommandId::fresh;
        let marie = world.account("Marie", true).await;
        let lea = world.account("Lea", false).await;
        let workshops = world.app.workshops();
        let viewer = Viewer { someone: world.app.people().someone(&marie).await.unwrap(), links: vec![] };
        // Quoted in two rooms; and in each the facilitator quotes a namesake by hand.
        let mut notes = vec![];
        for _ in 0..2 {
            let room = world.workshop(&marie, 9).await;
            workshops.enter_workshop(&room, Some(&lea), "Lea", "fr", key()).await.unwrap();
            workshops.consent(&room, &lea, (Consent::Quote, true), key()).await.unwrap();
            let lines = read_lines("L'attente change tout", ItemKind::Learning, false);
            let other = read_lines("Un vers de Hugo — Lea", ItemKind::Idea, false);
            let sheet = Sheet::from(&room);
            let place = Place { sheet: &sheet, under: None, source: Source::Said };
            world.app.groups().capture(&marie, &place, &lines, &key()).await.unwrap();
            world.app.groups().capture(&marie, &place, &other, &key()).await.unwrap();
            let line = item::of_workshop(&world.app.db, &room).await.unwrap().remove(0);
            let change = Change::SaidBy(Some(lea.clone()));
            world.app.groups().change_item(&marie, &line, change, key()).await.unwrap();
            let found = workshop::find(&world.app.db, &room).await.unwrap().unwrap();
            notes.push(workshops.synthesise(&found, &viewer, &Plain, key()).await.unwrap().note);
        }
        let says = async |note: &NoteId| world.note(note).await.body;
        world.app.people().set_display_name(&lea, "Leo").await.unwrap();
        for note in &notes {
            let body = says(note).await;
            assert!(body.contains("tout — Leo") && body.contains("Hugo — Lea"), "{body}");
        }
        let everywhere = async |words: &str| {
            let sql = "select body from content where body like $1";
            let values = migrations::values![format!("%{words}%")];
            world.app.db.rows(sql, values).await.unwrap().len()
        };
        assert_eq!(everywhere("tout — Lea").await, 0, "in no version");
        world.app.exchange().withdraw_name(&lea, key()).await.unwrap();
        for note in &notes {
            assert!(says(note).await.contains("L'attente change tout\n"), "{}", says(note).await);
        }
        assert_eq!(everywhere("— Leo").await, 0);
    }

    async fn a_name_taken_away_is_nowhere(world: World) {
        let her = lived(&world).await;
        world.app.exchange().withdraw_name(&her.person, CommandId::fresh()).await.unwrap();
        assert_eq!(world.note(&her.note).await.writer_name, "");
        assert_eq!(world.note(&her.note).await.title, format!("Des {}", her.word), "texts stay");
        let rows = world.app.db.rows("select name from people", &[]).await.unwrap();
        assert!(rows.iter().all(|row| !row.text(0).contains(&her.word)));
    }
}
