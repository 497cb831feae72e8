//! Leaving by command, and what the program says of people in its own lines: nothing.

use std::process::{Command, Stdio};

use app::engine::clock::Clock;
use app::engine::envelope::CommandId;
use app::notes::Words;
use app::{App, Settings};
use domain::core::ids::{NoteId, PersonId};
use domain::notes::visibility::Visibility;
use reqwest::redirect::Policy;

use crate::databases::{Engine, Place, fresh};
use crate::running::{PROGRAM, Running, port};

/// What nobody else in the commons has.
const ADDRESS: &str = "quetzalcoatl@exemple.org";
const NAME: &str = "Quetzalcoatl";
const WORDS: &str = "mirliflore";
const PASSWORD: &str = "un sillage de pamplemousse";

fn settings(place: &Place) -> Settings {
    Settings {
        database: place.commons.clone(),
        keys: place.keys.clone(),
        files: app::files::Keeping::default(),
        smtp: None,
        replica: None,
        mail_from: "Sillage <sillage@localhost>".to_owned(),
    }
}

/// A commons with one person and one note of theirs that everyone may read.
async fn commons(place: &Place) -> (App, PersonId, NoteId) {
    let app = App::open(&settings(place), Clock::default()).await.unwrap();
    let person = app.people().claim_account(None, NAME, ADDRESS, PASSWORD).await.unwrap();
    let words = Words { title: WORDS.into(), body: WORDS.into(), summary: String::new() };
    let note = app.notes().draft(&person, None, &words, CommandId::fresh()).await.unwrap();
    let found = projections::notes::note::find(&app.db, &note).await.unwrap().unwrap();
    let (whom, key) = (Visibility::Everyone, CommandId::fresh());
    app.notes().publish(&found, &person, whom, false, key).await.unwrap();
    (app, person, note)
}

/// Runs a command of the program on `place`: whether it did, and what it printed.
fn run(place: &Place, args: &[&str]) -> (bool, String) {
    let ended = Command::new(PROGRAM)
        .args(args)
        .env("DATABASE_URL", &place.commons)
        .env("KEYS_DATABASE_URL", &place.keys)
        .output()
        .unwrap();
    let (out, err) =
        (String::from_utf8_lossy(&ended.stdout), String::from_utf8_lossy(&ended.stderr));
    (ended.status.success(), format!("{out}{err}"))
}

async fn by_command(engine: Engine) {
    let Some(place) = fresh(engine).await else { return };
    let (_, person, note) = commons(&place).await;
    let (done, said) = run(&place, &["erasures"]);
    assert!(done && said.contains("Aucun effacement"), "{said}");
    // Somebody nobody knows, and a request that does not say where it comes from.
    let (done, said) = run(&place, &["erase", "personne@exemple.org", "--reference", "2026-7"]);
    assert!(!done && said.contains("nobody"), "{said}");
    let (done, said) = run(&place, &["erase", ADDRESS]);
    assert!(!done && said.contains("--reference"), "{said}");
    // Asked, undone, asked again and carried out.
    let (done, said) = run(&place, &["erase", ADDRESS, "--reference", "2026-7"]);
    assert!(done && said.contains("Will be erased on"), "{said}");
    let (done, said) = run(&place, &["erase", person.as_str(), "--reference", "2026-7", "--undo"]);
    assert!(done && said.contains("They stay"), "{said}");
    let (done, said) = run(&place, &["erase", ADDRESS, "--reference", "2026-8", "--now"]);
    assert!(done && said.contains("Erased") && !said.contains(ADDRESS), "{said}");
    let ledger = place.folder.join("ledger.jsonl");
    let (done, said) = run(&place, &["erasures", "--to", ledger.to_str().unwrap()]);
    assert!(done && said.contains("erasures:"), "{said}");
    let ledger = std::fs::read_to_string(ledger).unwrap();
    assert!(ledger.contains(person.as_str()), "{ledger}");
    for word in [NAME, ADDRESS, WORDS] {
        assert!(!ledger.contains(word), "{word} in the ledger");
    }
    let (done, said) = run(&place, &["erasures"]);
    assert!(done && said.contains(person.as_str()), "{said}");
    let (done, said) = run(&place, &["erasures", "--replay"]);
    assert!(done && said.contains("done again"), "{said}");
    // A copy from before is named; one made since is not.
    let copies = place.folder.join("copies");
    std::fs::create_dir_all(&copies).unwrap();
    let (old, new) = (copies.join("old.db"), copies.join("new.db"));
    std::fs::write(&new, "").unwrap();
    let file = std::fs::File::create(&old).unwrap();
    file.set_modified(std::time::UNIX_EPOCH + std::time::Duration::from_hours(24)).unwrap();
    let (done, said) = run(&place, &["erasures", "--copies", copies.to_str().unwrap()]);
    assert!(done && said.contains("old.db") && !said.contains("new.db"), "{said}");
    let app = App::open(&settings(&place), Clock::default()).await.unwrap();
    assert!(app.people().person_of_address(ADDRESS).await.unwrap().is_none());
    let found = projections::notes::note::find(&app.db, &note).await.unwrap();
    assert!(found.is_none_or(|note| !note.body.contains(WORDS)));
}

#[tokio::test(flavor = "multi_thread")]
async fn d1_somebody_who_cannot_sign_in_is_erased_by_command_on_sqlite() {
    by_command(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn d1_somebody_who_cannot_sign_in_is_erased_by_command_on_postgresql() {
    by_command(Engine::Postgres).await;
}

/// What one does and gets wrong, with the log at its most talkative.
#[tokio::test(flavor = "multi_thread")]
async fn no_line_of_the_log_holds_a_name_an_address_or_words() {
    let place = fresh(Engine::Sqlite).await.unwrap();
    let (note, session) = {
        let (app, person, note) = commons(&place).await;
        (note, app.people().open_session(&person).await.unwrap())
    };
    let lines = place.folder.join("log");
    let log = std::fs::File::create(&lines).unwrap();
    let listen = format!("127.0.0.1:{}", port());
    let mut serve = Command::new(PROGRAM);
    serve.args(["serve", "--listen", &listen]).stdout(Stdio::piped()).stderr(log);
    serve.env("DATABASE_URL", &place.commons).env("KEYS_DATABASE_URL", &place.keys);
    serve.env("RUST_LOG", "debug");
    let mut serve = Running::spawned(serve);
    serve.says("Sillage :");
    let http = reqwest::Client::builder().redirect(Policy::none()).build().unwrap();
    let post = async |path: &str, fields: &[(&str, &str)]| {
        let request = http
            .post(format!("http://{listen}{path}"))
            .header("sec-fetch-site", "same-origin")
            .header("cookie", format!("session={session}"))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(serde_html_form::to_string(fields).unwrap());
        request.send().await.unwrap().status().as_u16()
    };
    let key = CommandId::fresh();
    let key = ("command_id", key.as_str());
    let address = format!("/notes/{note}/modification");
    let words = [key, ("base", "1"), ("title", NAME), ("body", WORDS)];
    assert_eq!(post(&address, &words).await, 303, "it is kept");
    // A base nobody gave, a page that is not there, a search, an odd form.
    post(&address, &[key, ("base", WORDS), ("title", NAME), ("body", WORDS)]).await;
    post(&format!("/{WORDS}"), &[key, ("name", NAME)]).await;
    let found = http.get(format!("http://{listen}/recherche?q={WORDS}")).send().await.unwrap();
    assert_eq!(found.status(), 200);
    // Signing in, which ends the session of before.
    let wrong = [key, ("email", ADDRESS), ("password", WORDS)];
    assert_eq!(post("/connexion", &wrong).await, 422);
    let right = [key, ("email", ADDRESS), ("password", PASSWORD)];
    assert_eq!(post("/connexion", &right).await, 303);
    // Outside of any account, the same mistakes.
    let stranger = http.get(format!("http://{listen}/{WORDS}?q={NAME}")).send().await.unwrap();
    assert_eq!(stranger.status(), 404);
    assert!(serve.stop().success());
    let log = std::fs::read_to_string(&lines).unwrap();
    assert!(log.lines().count() > 3, "it says something: {log}");
    for word in [NAME, ADDRESS, WORDS, PASSWORD, "pamplemousse"] {
        let held = log.lines().find(|line| line.to_lowercase().contains(&word.to_lowercase()));
        assert!(held.is_none(), "{word:?} in {held:?}");
    }
}
