//! What bad input gets: a kind page, the right status, and nothing lost.

use domain::notes::visibility::Visibility;
use projections::core::content;
use projections::workshops::workshop;

use crate::both;
use crate::databases::Engine;
use crate::site::{Guest, Host};

/// An open room, and someone in it with a draft.
async fn writing(
    host: &Host,
) -> (String, domain::core::ids::PersonId, projections::notes::note::Note) {
    let marie = host.world.account("Marie", true).await;
    let id = host.world.workshop(&marie, 3).await;
    let lea = host.world.guest(&id, "Léa").await;
    let note = host.world.draft(&lea, &id, "Silence").await;
    let found = workshop::find(&host.world.app.db, &id).await.unwrap().unwrap();
    (format!("/a/{}", found.code), lea, note)
}

async fn enter(guest: &mut Guest<'_>, door: &str, name: &str) -> crate::site::Seen {
    guest.act(door, &[("name", name)]).await
}

both! {
    async fn a_wrong_code_says_what_to_check(host: Host) {
        for typed in ["ZZZZZZ", "abc", "%27%3B--", "ZZZ%C3%A9ZZ"] {
            let page = host.stranger().get(&format!("/a/{typed}")).await;
            assert_eq!(page.status, 404, "{typed}");
            assert!(page.says("il ne contient jamais") && page.says("name=\"code\""));
        }
        let page = host.stranger().get("/a?code=zzz-zzz").await;
        assert_eq!(page.place, "/a/ZZZZZZ");
    }

    async fn a_full_workshop_says_whom_to_ask(host: Host) {
        let (door, _, _) = writing(&host).await;
        for name in ["Omar", "Camille"] {
            assert_eq!(enter(&mut host.stranger(), &door, name).await.status, 303);
        }
        let page = enter(&mut host.stranger(), &door, "Sasha").await;
        assert_eq!(page.status, 409);
        assert!(page.says("Les 3 places sont prises") && page.says("Essayer encore"));
    }

    async fn a_closed_workshop_says_what_is_left_to_do(host: Host) {
        let (door, lea, _) = writing(&host).await;
        let marie = "marie".parse().unwrap();
        let id = workshop::run_by(&host.world.app.db, &marie).await.unwrap()[0].workshop.clone();
        let close = domain::workshops::workshop::Act::Close;
        let key = app::engine::envelope::CommandId::fresh();
        host.world.app.workshops().run_workshop(&id, &marie, close, key).await.unwrap();
        let page = host.stranger().get(&door).await;
        assert_eq!(page.status, 410);
        assert!(page.says("L’atelier est terminé") && page.says("/reprendre"));
        // Whoever comes all the same waits to be let in.
        let mut sasha = host.stranger();
        assert_eq!(enter(&mut sasha, &door, "Sasha").await.status, 303);
        let page = sasha.get(&door).await;
        assert!(page.status == 202 && page.says("vous voit et peut vous ajouter"));
        // Whoever was in can go on.
        let mut lea = host.known(&lea).await;
        assert_eq!(lea.get(&format!("{door}/parcours/brouillon")).await.status, 200);
    }

    async fn a_workshop_not_open_yet_opens_by_itself(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let plan = app::workshops::Plan {
            title: "Bientôt".into(), places: 5, tone: domain::workshops::workshop::Tone::Tu, ..app::workshops::Plan::default()
        };
        let key = app::engine::envelope::CommandId::fresh();
        let id = host.world.app.workshops().prepare_workshop(&marie, &plan, key).await.unwrap();
        let code = workshop::find(&host.world.app.db, &id).await.unwrap().unwrap().code;
        let page = host.stranger().get(&format!("/a/{code}")).await;
        assert_eq!(page.status, 200);
        assert!(page.says("http-equiv=\"refresh\"") && page.says("Laisse cette page ouverte"), "and says tu");
        assert_eq!(enter(&mut host.stranger(), &format!("/a/{code}"), "Léa").await.status, 409);
    }

    async fn a_name_taken_is_numbered_and_a_blank_one_is_asked_again(host: Host) {
        let (door, _, _) = writing(&host).await;
        let mut other = host.stranger();
        assert_eq!(enter(&mut other, &door, "léa").await.status, 303);
        assert!(other.get(&format!("{door}/parcours/porte")).await.says("léa 2"));
        let blank = enter(&mut host.stranger(), &door, "  \u{200b} ").await;
        assert_eq!(blank.status, 422);
        assert!(blank.says("Il manque un nom"));
        let long = "x".repeat(80);
        let page = enter(&mut host.stranger(), &door, &long).await;
        assert_eq!(page.status, 422);
        assert!(page.says(&long), "what was typed is still there");
    }

    async fn an_empty_draft_is_asked_for_three_words(host: Host) {
        let (door, lea, note) = writing(&host).await;
        let mut lea = host.known(&lea).await;
        lea.act(&format!("{door}/parcours/porte"), &[("door", "tell")]).await;
        let page = lea.act(&format!("{door}/parcours/idee"), &[("idea", "  ")]).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Écrivez même trois mots"));
        let empty = [("base", "1"), ("title", ""), ("body", " ")];
        let page = lea.act(&format!("{door}/parcours/brouillon"), &empty).await;
        assert_eq!(page.status, 422);
        assert_eq!(host.world.note(&note.note).await.revision, 1);
    }

    async fn two_megabytes_come_back_whole_with_a_word(host: Host) {
        let (door, lea, note) = writing(&host).await;
        let person = lea.clone();
        let mut lea = host.known(&lea).await;
        let text = format!("{}fin de la dernière phrase.", "été à Québec. ".repeat(130_000));
        assert!(text.len() > 2_000_000);
        let pasted = [("base", "1"), ("title", "Silence"), ("body", text.as_str())];
        let page = lea.act(&format!("{door}/parcours/brouillon"), &pasted).await;
        assert_eq!(page.status, 413);
        assert!(page.says("trop long pour une seule note") && page.says("fin de la dernière phrase."));
        let kept = content::unsaved(&host.world.app.db, note.note.as_str(), person.as_str()).await;
        assert_eq!(kept.unwrap().unwrap().body, text);
        // The same, pasted through the door "Transposer".
        lea.act(&format!("{door}/parcours/porte"), &[("door", "transpose")]).await;
        let page = lea.act(&format!("{door}/parcours/idee"), &[("text", &text)]).await;
        assert_eq!(page.status, 413);
        assert!(page.says("fin de la dernière phrase."));
    }

    async fn more_than_anyone_writes_is_refused_before_it_fills_memory(host: Host) {
        let (door, lea, _) = writing(&host).await;
        let mut lea = host.known(&lea).await;
        let page = lea.post_raw(&format!("{door}/parcours/brouillon"), vec![b'a'; 17 << 20]).await;
        assert_eq!(page.status, 413);
        assert!(page.says("resté sur votre appareil"));
        let page = lea.post_raw(&format!("{door}/main"), vec![b'a'; 100_000]).await;
        assert_eq!(page.status, 413);
    }

    async fn bytes_that_are_not_words_are_shown_and_the_rest_is_kept(host: Host) {
        let (door, lea, note) = writing(&host).await;
        let mut lea = host.known(&lea).await;
        let mut body = b"base=1&title=Silence&body=Avant%20".to_vec();
        body.extend_from_slice(b"%FF%FE%80%20apr%C3%A8s%20");
        body.extend_from_slice(&[0xC3, 0x28]);
        let page = lea.post_raw(&format!("{door}/parcours/brouillon"), body).await;
        assert_eq!(page.status, 400);
        assert!(page.says("Avant �") && page.says("après") && page.says("marqués �"));
        assert_eq!(host.world.note(&note.note).await.revision, 1);
    }

    async fn a_sentence_two_people_changed_is_chosen_and_neither_text_is_lost(host: Host) {
        let (_, lea, note) = writing(&host).await;
        let mut one = host.known(&lea).await;
        let mut two = host.known(&lea).await;
        let address = format!("/notes/{}/modification", note.note);
        let mine = |text: &'static str| [("base", "1"), ("title", "Silence"), ("body", text)];
        assert_eq!(one.act(&address, &mine("Nous avons appris à parler.")).await.status, 303);
        let sent = two.act(&address, &mine("Nous avons appris à écouter.")).await;
        assert_eq!(sent.status, 303);
        assert!(sent.place.contains("/variantes/"), "{}", sent.place);
        let page = two.get(&sent.place).await;
        assert!(page.says("Nous avons appris à écouter.") && page.says("Nous avons appris à parler."));
        assert!(!page.says("&lt;&lt;&lt;&lt;"));
        let settle = [("base", "2"), ("action", "garder"), ("choix-0", "actuelle"), ("choix-0-texte", "Parler, puis écouter.")];
        assert_eq!(two.act(&sent.place, &settle).await.status, 303);
        let now = host.world.note(&note.note).await;
        assert_eq!((now.revision, now.body.as_str()), (3, "Parler, puis écouter.\n"));
        assert!(two.get(&sent.place).await.says("a déjà trouvé sa place"));
    }

    async fn what_is_autosaved_while_someone_else_saves_meets_their_text(host: Host) {
        let (_, lea, note) = writing(&host).await;
        let mut one = host.known(&lea).await;
        let mut two = host.known(&lea).await;
        let address = format!("/notes/{}", note.note);
        let first = [("base", "1"), ("title", "Silence"), ("body", "Le texte de l’une.")];
        assert_eq!(one.act(&format!("{address}/modification"), &first).await.status, 303);
        let typing = [("base", "1"), ("title", "Silence"), ("body", "Le texte de l’autre.")];
        assert_eq!(two.act(&format!("{address}/brouillon"), &typing).await.status, 200);
        let page = two.get(&format!("{address}/modifier")).await;
        assert!(page.says("Le texte de l’autre.") && page.says("La note a changé entre-temps"));
        assert_eq!(page.field("base"), "1", "they are put together from the text it was written from");
        let again = [("base", "1"), ("title", "Silence"), ("body", "Le texte de l’autre.")];
        let saved = two.act(&format!("{address}/modification"), &again).await;
        let page = two.get(&saved.place).await;
        assert!(page.says("Le texte de l’une.") && page.says("Le texte de l’autre."));
    }

    async fn two_windows_on_one_draft_do_not_erase_each_other(host: Host) {
        let (_, lea, note) = writing(&host).await;
        let person = lea.clone();
        let mut lea = host.known(&lea).await;
        let address = format!("/notes/{}/brouillon", note.note);
        let keep = |kept: &str, text: &str| {
            [("base".to_owned(), "1".to_owned()), ("kept".into(), kept.into()),
             ("title".into(), "Silence".into()), ("body".into(), text.into())]
        };
        let mut send = async |kept: &str, text: &str| {
            let fields = keep(kept, text);
            let fields: Vec<(&str, &str)> =
                fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            lea.act(&address, &fields).await
        };
        let first = send("0", "Fenêtre une.").await;
        assert_eq!(first.status, 200);
        assert_eq!(send("0", "Fenêtre deux.").await.status, 409, "it does not know of the first");
        assert_eq!(send(&first.page, "Fenêtre une, suite.").await.status, 200);
        let kept = content::unsaved(&host.world.app.db, note.note.as_str(), person.as_str()).await;
        assert_eq!(kept.unwrap().unwrap().body, "Fenêtre une, suite.");
    }

    async fn the_same_thanks_with_other_words_are_not_lost(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let id = host.world.workshop(&marie, 9).await;
        let lea = host.world.guest(&id, "Léa").await;
        let note = host.world.published(&lea, &id, "Silence", Visibility::Workshop).await;
        let mut thankful = host.known(&marie).await;
        let address = format!("/notes/{}/remerciements", note.note);
        let send = |words: &'static str| [("command_id", "0123456789abcdef0123"), ("words", words)];
        assert_eq!(thankful.post(&address, &send("Merci.")).await.status, 303);
        assert_eq!(thankful.post(&address, &send("Merci.")).await.status, 303);
        let page = thankful.post(&address, &send("Merci, et voici pourquoi.")).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Merci, et voici pourquoi."));
    }

    async fn a_lost_session_is_asked_who_it_was(host: Host) {
        let (door, _, note) = writing(&host).await;
        let mut nobody = host.stranger();
        let words = [("base", "1"), ("title", "Silence"), ("body", "Des mots à garder.")];
        let page = nobody.act(&format!("/notes/{}/modification", note.note), &words).await;
        assert_eq!(page.status, 401);
        assert!(page.says("/reprendre") && page.says("Des mots à garder."), "the words are on the page");
        assert_eq!(nobody.get(&format!("{door}/parcours/brouillon")).await.place, door);
        let words = [("base", "1"), ("title", "Silence"), ("context", "Un mardi à garder.")];
        let page = nobody.act(&format!("{door}/parcours/brouillon"), &words).await;
        assert_eq!(page.status, 401);
        assert!(page.says("Un mardi à garder.") && page.says("/reprendre"));
    }

    async fn a_double_post_with_other_words_loses_neither(host: Host) {
        let (_, lea, note) = writing(&host).await;
        let mut lea = host.known(&lea).await;
        let address = format!("/notes/{}/modification", note.note);
        let send = |text: &'static str| {
            [("command_id", "0123456789abcdef0123"), ("base", "1"), ("title", "Silence"), ("body", text)]
        };
        assert_eq!(lea.post(&address, &send("Premier texte.")).await.status, 303);
        assert_eq!(lea.post(&address, &send("Premier texte.")).await.status, 303, "the same again");
        let page = lea.post(&address, &send("Second texte.")).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Second texte.") && page.says("déjà été envoyé"));
        assert_ne!(page.field("command_id"), "0123456789abcdef0123");
        assert_eq!(host.world.note(&note.note).await.revision, 2);
    }

    async fn an_unknown_address_is_said_kindly_in_both_languages(host: Host) {
        for address in ["/nulle-part", "/notes/..%2f..", "/notes/%00", "/notes/%FF%FE", "/ateliers/x/console", "/statique/x.css"] {
            let page = host.stranger().get(address).await;
            assert_eq!(page.status, 404, "{address}");
            assert!(page.says("Il n’y a rien à cette adresse"), "{address}");
        }
        assert_eq!(host.stranger().get("/notes//").await.place, "/notes");
        let mut english = host.stranger();
        english.language = "en-CA";
        assert!(english.get("/nulle-part").await.says("There is nothing at this address"));
    }

    async fn unknown_versions_and_odd_pairs_are_not_there(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let id = host.world.workshop(&marie, 9).await;
        let lea = host.world.guest(&id, "Léa").await;
        let note = host.world.published(&lea, &id, "Silence", Visibility::Everyone).await;
        let mut guest = host.stranger();
        for rest in ["versions/2", "versions/0", "versions/x", "comparer", "comparer?de=1&a=9"] {
            let page = guest.get(&format!("/notes/{}/{rest}", note.note)).await;
            assert_eq!(page.status, 404, "{rest}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_away_keeps_the_form_and_takes_it_when_it_is_back() {
    let Some(cut) = crate::cut::Cut::on(Engine::Postgres).await else { return };
    let (_, lea, note) = writing(&cut.host).await;
    let mut lea = cut.host.known(&lea).await;
    let address = format!("/notes/{}/modification", note.note);
    let words = [
        ("command_id", "0123456789abcdef0123"),
        ("base", "1"),
        ("title", "Silence"),
        ("body", "Des mots qui comptent,\nsur deux lignes."),
    ];
    cut.away();
    let page = lea.post(&address, &words).await;
    assert_eq!(page.status, 503);
    assert!(page.headers.contains_key("retry-after"));
    assert!(page.says("Le site fait une pause") && page.says("Des mots qui comptent,"));
    assert_eq!(page.field("command_id"), "0123456789abcdef0123", "the same form, the same key");
    cut.back();
    let mut tries = 0;
    while lea.post(&address, &words).await.status != 303 {
        tries += 1;
        assert!(tries < 10, "it never came back");
    }
    assert_eq!(lea.post(&address, &words).await.status, 303);
    assert_eq!(cut.host.world.note(&note.note).await.revision, 2, "once");
}

/// What a form holds besides words is never shown as words.
#[test]
fn every_field_that_we_fill_in_is_known() {
    fn gather(folder: &std::path::Path, told: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                gather(&path, told);
            } else {
                told.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    // Words of people, sent again by a form of ours.
    let words = ["name", "words", "passage", "phrase", "demande"];
    let mut source = String::new();
    gather(std::path::Path::new("src"), &mut source);
    gather(std::path::Path::new("assets/script"), &mut source);
    let mut found = 0;
    for before in ["type=\"hidden\" name=\"", "put(form, \""] {
        for part in source.split(before).skip(1) {
            let name = part.split('"').next().unwrap();
            found += 1;
            let is_known = web::shell::parts::field::OURS.contains(&name) || words.contains(&name);
            assert!(is_known, "{name} would be shown as words");
        }
    }
    assert!(found > 40);
}
