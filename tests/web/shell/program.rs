//! The program itself: started, killed, stopped.

use std::process::Command;
use std::time::Duration;

use app::engine::clock::Clock;
use app::{App, Settings};

use crate::databases::{Engine, fresh};
use crate::running::{PROGRAM, Running, port};

#[test]
fn the_demonstration_prints_three_links_and_stops_when_asked() {
    let mut demo = Running::start(&["demo", "--listen", "127.0.0.1:0"], None);
    assert!(demo.says("Newcomer").contains("/a/"));
    assert!(demo.says("Facilitator").contains("/visite/"));
    assert!(demo.says("Editor").contains("/historique"));
    demo.says("Ctrl+C");
    assert!(demo.stop().success());
    demo.says("Arrêté");
}

#[test]
fn a_rehearsal_does_not_walk_into_a_workshop_of_real_people() {
    let demo = Running::start(&["demo", "--listen", "127.0.0.1:0"], None);
    let line = demo.says("Newcomer");
    let door = line.split_whitespace().last().unwrap();
    let args = ["rehearse", "--participants", "2", "--url", door];
    let told = Command::new(PROGRAM).args(args).output().unwrap();
    let text = String::from_utf8(told.stderr).unwrap();
    assert!(
        !told.status.success() && text.contains("vrai atelier") && text.contains("Répéter"),
        "{text}"
    );
    let nowhere = format!("{}/rien", door.rsplit_once("/a/").unwrap().0);
    let told = Command::new(PROGRAM).args(["rehearse", "--url", &nowhere]).output().unwrap();
    let text = String::from_utf8(told.stderr).unwrap();
    assert!(!told.status.success() && text.contains("pas l’adresse d’un atelier ouvert"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_start_prints_a_link_for_the_first_facilitator() {
    let place = fresh(Engine::Sqlite).await.unwrap();
    let listen = format!("127.0.0.1:{}", port());
    let serve = Running::start(&["serve", "--listen", &listen], Some(&place));
    let link = serve.says("/animer/").trim().to_owned();
    let page = reqwest::get(&link).await.unwrap();
    assert_eq!(page.status(), 200);
    assert!(page.text().await.unwrap().contains("name=\"password\""));
}

#[test]
fn help_can_be_read_in_both_languages() {
    let told = Command::new(PROGRAM).arg("--help").output().unwrap();
    let text = String::from_utf8(told.stdout).unwrap();
    for word in ["demo", "serve", "rebuild", "rehearse", "Démonstration", "Serves the site"] {
        assert!(text.contains(word), "{word}");
    }
    let told = Command::new(PROGRAM).arg("--version").output().unwrap();
    assert!(String::from_utf8(told.stdout).unwrap().starts_with("sillage 0."));
}

/// Thirty phones; the server is killed twice in the middle, and comes back.
async fn killed_in_the_middle(engine: Engine) {
    let Some(place) = fresh(engine).await else { return };
    let settings = Settings {
        database: place.commons.clone(),
        keys: place.keys.clone(),
        files: app::files::Keeping::default(),
        smtp: None,
        replica: None,
        mail_from: "Sillage <sillage@localhost>".to_owned(),
    };
    let url = {
        let app = App::open(&settings, Clock::default()).await.unwrap();
        let marie = app
            .people()
            .claim_account(None, "Marie", "m@exemple.org", "un sillage sur le lac")
            .await
            .unwrap();
        let plan = app::workshops::Plan {
            title: "Répétition".into(),
            places: 60,
            tone: domain::workshops::workshop::Tone::Vous,
            ..app::workshops::Plan::default()
        };
        let key = app::engine::envelope::CommandId::fresh;
        let id = app.workshops().prepare_workshop(&marie, &plan, key()).await.unwrap();
        let open = domain::workshops::workshop::Act::Open;
        app.workshops().run_workshop(&id, &marie, open, key()).await.unwrap();
        let found = projections::workshops::workshop::find(&app.db, &id).await.unwrap().unwrap();
        format!("/a/{}", found.code)
    };
    let listen = format!("127.0.0.1:{}", port());
    let args = ["serve", "--listen", listen.as_str()];
    let mut serve = Running::start(&args, Some(&place));
    serve.says("Sillage :");
    let address = format!("http://{listen}{url}");
    let rehearsal = tokio::spawn(async move { web::rehearse::run(&address, 30).await });
    for pause in [700, 900] {
        tokio::time::sleep(Duration::from_millis(pause)).await;
        serve.child.kill().unwrap();
        serve.child.wait().unwrap();
        serve = Running::start(&args, Some(&place));
        serve.says("Sillage :");
    }
    let told = rehearsal.await.unwrap();
    println!("{told}");
    assert_eq!(told.lost(), 0, "every acknowledged publication is there, once\n{told}");
    assert!(serve.stop().success());

    // What the tables say is what the log says.
    let app = App::open(&settings, Clock::default()).await.unwrap();
    let live = app.projector.dump().await.unwrap();
    app.projector.rebuild(&mut |_, _, _| {}).await.unwrap();
    assert_eq!(app.projector.dump().await.unwrap(), live);
    let sql = "select count(*), max(position), count(distinct position) from events";
    let row = app.db.row(sql, &[]).await.unwrap().unwrap();
    assert!(row.int(0) == row.int(1) && row.int(1) == row.int(2), "positions have no gap");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_when_the_server_is_killed_on_sqlite() {
    killed_in_the_middle(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_when_the_server_is_killed_on_postgresql() {
    killed_in_the_middle(Engine::Postgres).await;
}
