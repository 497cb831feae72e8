//! One bad event hurts one page: that one says so, kindly, and everything else answers.

use std::process::{Command, Output};

use domain::core::ids::WorkshopId;
use domain::notes::visibility::Visibility;
use domain::workshops::workshop::Act;
use poem::http::header;
use projections::notes::note::Note;
use projections::workshops::workshop::{self, Workshop};

use crate::both;
use crate::running::PROGRAM;
use crate::site::{Host, Seen};
use crate::torn::{add, positions, repair, tear, torn};

const UNAVAILABLE: &str = "Cette page est momentanément indisponible";

fn is_set_aside(seen: &Seen) {
    assert_eq!(seen.status, 503, "{}", seen.page);
    assert!(seen.says(UNAVAILABLE) && seen.says("ce qui a été écrit est gardé"), "{}", seen.page);
    assert!(seen.headers.contains_key(header::RETRY_AFTER));
}

async fn found(host: &Host, id: &WorkshopId) -> Workshop {
    workshop::find(&host.world.app.db, id).await.unwrap().unwrap()
}

async fn health(host: &Host) -> serde_json::Value {
    serde_json::from_str(&host.stranger().get("/sante").await.page).unwrap()
}

/// A note for everyone, by Léa, whose stream has just been torn; where.
async fn one_torn(host: &Host, id: &WorkshopId) -> (Note, i64) {
    let lea = host.world.guest(id, "Léa").await;
    let note = host.world.published(&lea, id, "Silence", Visibility::Everyone).await;
    let stream = note.note.as_str();
    let at = add(&host.world, "note", stream, "Withdrawn", torn(&host.world)).await;
    host.world.app.projector.catch_up().await.unwrap();
    (note, at)
}

/// The program, asked something about this commons.
fn sillage(host: &Host, asked: &[&str]) -> Output {
    let settings = &host.world.settings;
    let place = ["--database", &settings.database, "--keys", &settings.keys];
    Command::new(PROGRAM).args(asked).args(place).output().unwrap()
}

fn said_by(output: &Output) -> String {
    let both = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    String::from_utf8(both).unwrap()
}

both! {
    async fn a_torn_note_answers_kindly_and_everyone_else_goes_on(host: Host) {
        let marie = host.world.account("marie", true).await;
        let id = host.world.workshop(&marie, 9).await;
        let omar = host.world.guest(&id, "Omar").await;
        let other = host.world.published(&omar, &id, "Bruit", Visibility::Everyone).await;
        let (note, at) = one_torn(&host, &id).await;
        let address = format!("/notes/{}", note.note);
        let mut lea = host.known(&note.writer).await;
        is_set_aside(&lea.get(&address).await);
        is_set_aside(&host.stranger().get(&address).await);
        is_set_aside(&host.stranger().get(&format!("{address}/historique")).await);
        // What was being written comes back whole.
        let words = "Un matin, la neige nous a retenus au moulin.";
        let sent = lea.act(&format!("{address}/modification"), &[("title", "Silence"), ("body", words)]).await;
        is_set_aside(&sent);
        assert!(sent.says(words), "{}", sent.page);

        assert_eq!(host.stranger().get(&format!("/notes/{}", other.note)).await.status, 200);
        let code = found(&host, &id).await.code;
        let mut zoe = host.stranger();
        assert_eq!(zoe.get(&format!("/a/{code}")).await.status, 200);
        let entered = zoe.act(&format!("/a/{code}"), &[("name", "Zoé")]).await;
        assert_eq!(entered.place, format!("/a/{code}/parcours"), "{}", entered.page);
        let first = zoe.get(&entered.place).await;
        assert_eq!(first.status, 303);
        assert_eq!(zoe.get(&first.place).await.status, 200, "{}", first.place);

        let told = health(&host).await;
        assert_eq!((&told["ready"], &told["degraded"]), (&true.into(), &true.into()));
        let one = &told["set_aside"][0];
        assert_eq!(one["stream"], format!("note/{}", note.note));
        assert_eq!(one["position"], at);
        assert!(!one["reason"].as_str().unwrap().is_empty());
        assert!(one["advice"].as_str().unwrap().contains("sillage retry"), "{one}");
        assert_eq!(told["failures"].as_array().unwrap().len(), 0);
        web::shell::metrics::gather();
        let figures = host.stranger().get("/metrics").await.page;
        assert!(figures.lines().any(|line| line.starts_with("sillage_streams_set_aside ")), "{figures}");
    }

    async fn whoever_may_not_read_a_torn_note_is_not_told_that_it_is_there(host: Host) {
        let marie = host.world.account("marie", true).await;
        let id = host.world.workshop(&marie, 9).await;
        let lea = host.world.guest(&id, "Léa").await;
        let draft = host.world.draft(&lea, &id, "Silence").await;
        add(&host.world, "note", draft.note.as_str(), "Withdrawn", torn(&host.world)).await;
        host.world.app.projector.catch_up().await.unwrap();
        let address = format!("/notes/{}", draft.note);
        is_set_aside(&host.known(&lea).await.get(&address).await);
        assert_eq!(host.stranger().get(&address).await.status, 404);
    }

    async fn a_torn_workshop_shuts_its_own_door_without_circles(host: Host) {
        let marie = host.world.account("marie", true).await;
        let (id, other) = (host.world.workshop(&marie, 9).await, host.world.workshop(&marie, 9).await);
        let lea = host.world.guest(&id, "Léa").await;
        add(&host.world, "workshop", id.as_str(), "Closed", torn(&host.world)).await;
        host.world.app.projector.catch_up().await.unwrap();
        let code = found(&host, &id).await.code;
        let (mut known, mut stranger) = (host.known(&lea).await, host.stranger());
        for page in [format!("/a/{code}"), format!("/a/{code}/parcours"), format!("/a/{code}/parcours/porte")] {
            is_set_aside(&known.get(&page).await);
        }
        is_set_aside(&stranger.act(&format!("/a/{code}"), &[("name", "Zoé")]).await);
        let mut marie = host.known(&marie).await;
        is_set_aside(&marie.get(&format!("/ateliers/{id}/console")).await);
        assert_eq!(known.get(&format!("/ateliers/{id}")).await.status, 404, "she does not run it");
        assert_eq!(marie.get(&format!("/ateliers/{other}/console")).await.status, 200);
        let code = found(&host, &other).await.code;
        assert_eq!(stranger.act(&format!("/a/{code}"), &[("name", "Zoé")]).await.status, 303);
    }

    async fn a_report_says_that_acts_may_be_missing(host: Host) {
        let marie = host.world.account("marie", true).await;
        let id = host.world.workshop(&marie, 9).await;
        let (note, at) = one_torn(&host, &id).await;
        host.world.app.workshops().run_workshop(&id, &marie, Act::Close, app::engine::envelope::CommandId::fresh()).await.unwrap();
        let told = "Certains gestes ne peuvent pas être lus en ce moment";
        let mut marie = host.known(&marie).await;
        let pages = ["bilan", "bilan.csv", "bilan.json"].map(|file| format!("/ateliers/{id}/{file}"));
        for page in pages.iter().chain([&"/ateliers/comparer".to_owned()]) {
            let seen = marie.get(page).await;
            assert!(seen.status == 200 && seen.says(told), "{page} {}", seen.page);
        }
        let withdrawn = format!(r#"{{"Withdrawn":{{"note":"{}","by":"{}"}}}}"#, note.note, note.writer);
        repair(&host.world, at, &withdrawn).await;
        host.world.app.projector.retry_streams(&mut |_, _, _| {}).await.unwrap();
        for page in &pages {
            assert!(!marie.get(page).await.says(told), "{page}");
        }
    }

    async fn whoever_came_in_while_the_room_stands_still_is_told_so_and_not_sent_in_circles(host: Host) {
        let marie = host.world.account("marie", true).await;
        let id = host.world.workshop(&marie, 9).await;
        let code = found(&host, &id).await.code;
        let app = &host.world.app;
        app.db.exec("update projections set status = 'stalled' where name = 'room'", &[]).await.unwrap();
        app.projector.catch_up().await.unwrap();
        let mut zoe = host.stranger();
        // A door is a door to whoever has not come in.
        assert_eq!(zoe.get(&format!("/a/{code}")).await.status, 200);
        let entered = zoe.act(&format!("/a/{code}"), &[("name", "Zoé")]).await;
        assert_eq!(entered.place, format!("/a/{code}/parcours"));
        for page in [entered.place.clone(), format!("/a/{code}/parcours/porte"), format!("/a/{code}")] {
            let seen = zoe.get(&page).await;
            assert_eq!(seen.status, 503, "{page} {}", seen.place);
            assert!(seen.says("Ce que vous avez fait est gardé") || seen.says("Ce que tu as fait est gardé"), "{}", seen.page);
            assert!(seen.headers.contains_key(header::RETRY_AFTER) && seen.says("data-refresh"));
        }
        let sent = zoe.act(&format!("/a/{code}/parcours/idee"), &[("title", "Le moulin")]).await;
        assert!(sent.status == 503 && sent.says("Le moulin"), "{}", sent.page);
        let omar = host.world.account("omar", false).await;
        let mut omar = host.known(&omar).await;
        assert_eq!(omar.get(&format!("/a/{code}/parcours")).await.place, format!("/a/{code}"));
        app.projector.retry(None).await.unwrap();
        app.projector.catch_up().await.unwrap();
        assert_eq!(zoe.get(&entered.place).await.status, 303);
    }

    async fn one_command_tries_again_and_one_leaves_out_for_all(host: Host) {
        let marie = host.world.account("marie", true).await;
        let id = host.world.workshop(&marie, 9).await;
        let (note, at) = one_torn(&host, &id).await;
        let stream = format!("note/{}", note.note);
        let address = format!("/notes/{}", note.note);
        let vain = sillage(&host, &["retry"]);
        assert!(!vain.status.success() && said_by(&vain).contains(&format!("sillage skip {stream}")), "{}", said_by(&vain));
        let checked = sillage(&host, &["verify"]);
        let named = format!("the event at {at} ({stream} #4): ");
        assert!(!checked.status.success() && said_by(&checked).contains(&named), "{}", said_by(&checked));
        let odd = sillage(&host, &["skip", "note/autre", "--reason", "essai"]);
        assert!(!odd.status.success() && said_by(&odd).contains("no stream note/autre"), "{}", said_by(&odd));
        let odd = sillage(&host, &["skip", "room", "--reason", "essai"]);
        assert!(!odd.status.success() && said_by(&odd).contains("POSITION"), "{}", said_by(&odd));
        let left = sillage(&host, &["skip", &stream, "--reason", "disque"]);
        assert!(left.status.success() && said_by(&left).contains(&named), "{}", said_by(&left));
        host.world.app.projector.catch_up().await.unwrap();
        assert_eq!(host.stranger().get(&address).await.status, 200, "as it was before");
        assert!(sillage(&host, &["verify"]).status.success());

        // One that was torn on the disk, then repaired.
        let at = positions(&host.world, "note", note.note.as_str()).await[1];
        let said = tear(&host.world, at).await;
        assert!(sillage(&host, &["rebuild"]).status.success());
        host.world.app.projector.catch_up().await.unwrap();
        assert_eq!(host.stranger().get(&address).await.status, 404, "a draft, as far as can be read");
        is_set_aside(&host.known(&note.writer).await.get(&address).await);
        repair(&host.world, at, &said).await;
        let back = sillage(&host, &["retry"]);
        assert!(back.status.success() && said_by(&back).contains(&stream), "{}", said_by(&back));
        host.world.app.projector.catch_up().await.unwrap();
        assert_eq!(host.stranger().get(&address).await.status, 200);
        assert_eq!(health(&host).await["degraded"], false);
    }
}
