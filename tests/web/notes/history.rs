//! Looking back: the history, comparing, undoing, blame, the film; and whatever odd
//! addresses people come with.

use app::engine::envelope::CommandId;
use domain::core::ids::PersonId;
use domain::notes::note::{Hiding, Reason};
use projections::notes::note::Note;

use crate::both;
use crate::site::{Guest, Host, Seen};
use crate::world::words;

const FIRST: &str = "## Défis\n\nLe tour de table prend du temps. Chacun parle.\n\n- Écouter.\n";

/// A note for everyone with three versions, and somebody with an account.
async fn scene(host: &Host) -> (Note, PersonId) {
    let note = host.world.public("lea", FIRST).await;
    let ahmed = host.world.account("Ahmed", false).await;
    let mut lea = host.known(&note.writer).await;
    host.world.clock.advance(40 * app::engine::clock::DAY);
    save(&mut lea, &note, "1", &FIRST.replace("du temps", "beaucoup de temps"), "Précision").await;
    host.world.clock.advance(40 * app::engine::clock::DAY);
    let mut other = host.known(&ahmed).await;
    save(
        &mut other,
        &note,
        "2",
        &format!("{}- Attendre.\n", FIRST.replace("du temps", "beaucoup de temps")),
        "",
    )
    .await;
    (host.world.note(&note.note).await, ahmed)
}

async fn save(who: &mut Guest<'_>, note: &Note, base: &str, body: &str, why: &str) -> Seen {
    let fields = [("base", base), ("title", "Accueil"), ("body", body), ("summary", why)];
    let saved = who.act(&format!("/notes/{}/modification", note.note), &fields).await;
    assert_eq!(saved.status, 303, "{}", saved.page);
    saved
}

both! {
    async fn what_changed_since_a_month_and_who_did_it_is_two_taps_away(host: Host) {
        let (note, _) = scene(&host).await;
        let mut reader = host.stranger();
        let page = reader.get(&format!("/notes/{}", note.note)).await;
        assert!(page.says(&format!("/notes/{}/historique\"", note.note)), "the first tap");
        let history = reader.get(&format!("/notes/{}/historique", note.note)).await;
        assert!(history.says("3 versions") && history.says("Précision"));
        assert!(history.says("comparer?depuis=2026-12"), "the second one");
        let since = reader.get(&format!("/notes/{}/comparer?depuis=2026-12", note.note)).await;
        assert!(since.says("2 modifications. Par lea et Ahmed."), "{}", since.page);
        assert!(since.says("beaucoup de") && since.says("Attendre."));
        let none = reader.get(&format!("/notes/{}/comparer?depuis=2027-03", note.note)).await;
        assert!(none.says("Rien n’a changé depuis."));
    }

    async fn the_four_ways_to_compare_say_the_same(host: Host) {
        let (note, _) = scene(&host).await;
        let mut reader = host.stranger();
        for view in ["rendu", "cote", "source", "avant-apres"] {
            let page = reader.get(&format!("/notes/{}/comparer?de=1&a=3&vue={view}", note.note)).await;
            assert_eq!(page.status, 200);
            assert!(page.says("Un passage ajouté, un passage modifié."), "{view}: {}", page.page);
            assert!(page.says("Attendre."), "{view}");
        }
    }

    async fn words_that_only_moved_are_counted_as_new_nowhere(host: Host) {
        let one = "Chacun dit son prénom et ce qu'il aime, sans se presser.";
        let two = "La personne qui arrive choisit où elle veut s'asseoir dans la salle.";
        let note = host.world.public("lea", &format!("{one}\n\n{two}\n")).await;
        let mut lea = host.known(&note.writer).await;
        save(&mut lea, &note, "1", &format!("{two}\n\n{one} Vraiment.\n"), "").await;
        let compared = lea.get(&format!("/notes/{}/comparer?de=1&a=2", note.note)).await;
        assert!(compared.says("Un mot ajouté, aucun mot retiré."), "{}", compared.page);
    }

    async fn odd_addresses_are_answered_in_plain_words(host: Host) {
        let (note, _) = scene(&host).await;
        let other = host.world.public("omar", "Une seule version.\n").await;
        let mut reader = host.stranger();
        let at = |path: &str| format!("/notes/{}/{path}", note.note);
        // Unknown, or another note's.
        for path in ["versions/9", "versions/0", "versions/-1", "comparer?de=1&a=9", "comparer?de=1",
            "comparer?de=x&a=y", "comparer?depuis=hier", "film?v=99", "versions/99999999999999999999"] {
            let page = reader.get(&at(path)).await;
            assert_eq!(page.status, 404, "{path}");
        }
        let page = reader.get(&format!("/notes/{}/versions/3", other.note)).await;
        assert!(page.says("Cette version n’existe pas") && page.says("/historique"), "{}", page.page);
        // The wrong way round, or twice the same.
        let page = reader.get(&at("comparer?de=3&a=1")).await;
        assert!(page.says("Entre la version 1") && page.status == 200);
        assert!(reader.get(&at("comparer?de=2&a=2")).await.says("disent la même chose"));
        // Sentences that are not there; days before the note.
        assert_eq!(reader.get(&at("phrases/999")).await.status, 404);
        assert_eq!(reader.get(&at("coquille?phrase=999")).await.status, 200);
        let page = reader.get(&format!("/notes/{}?au=2020-01-01", note.note)).await;
        assert!(page.says("n’était pas encore partagée"), "{}", page.page);
        assert_eq!(reader.get(&format!("/notes/{}?au=demain", note.note)).await.status, 404);
    }

    async fn a_hidden_version_says_that_it_is_and_why(host: Host) {
        let (note, _) = scene(&host).await;
        let marie = host.world.account("Marie", true).await;
        let standing = app::access::Standing { account: true, moderator: true, first: 1, ..Default::default() };
        let parts = Hiding { text: true, summary: true, author: true };
        let wanted = (2, parts, Reason::Personal);
        host.world.app.notes().hide(&note, standing, &marie, wanted, CommandId::fresh()).await.unwrap();
        let mut reader = host.stranger();
        for path in ["versions/2", "comparer?de=1&a=2", "comparer?de=2&a=3", "film?v=2"] {
            let page = reader.get(&format!("/notes/{}/{path}", note.note)).await;
            assert!(page.says("des renseignements personnels"), "{path}: {}", page.page);
            assert!(!page.says("Précision"), "{path}");
        }
        let history = reader.get(&format!("/notes/{}/historique", note.note)).await;
        assert!(history.says("une personne dont le nom est masqué"));
        assert!(!history.says("Précision"));
        for feed in ["historique.atom", "historique.json"] {
            let told = reader.get(&format!("/notes/{}/{feed}", note.note)).await;
            assert!(told.status == 200 && !told.says("Précision"), "{feed}: {}", told.page);
        }
        let zip = reader.get(&format!("/notes/{}/export.zip", note.note)).await;
        assert_eq!(zip.status, 200);
        let mut seen = host.known(&marie).await;
        assert!(seen.get(&format!("/notes/{}/versions/2", note.note)).await.says("beaucoup de temps"));
    }

    async fn a_note_as_it_was_on_a_day(host: Host) {
        let (note, _) = scene(&host).await;
        let mut reader = host.stranger();
        let page = reader.get(&format!("/notes/{}?au=2026-11-25", note.note)).await;
        assert!(page.says("Telle qu’elle était le 25 novembre 2026."), "{}", page.page);
        assert!(page.says("prend du temps"));
        // Rights are today's.
        let mut lea = host.known(&note.writer).await;
        host.world.app.notes().take_back(&note, app::access::Standing { writer: true, ..Default::default() },
            &note.writer, CommandId::fresh()).await.ok();
        let hidden = host.world.note(&note.note).await;
        if !hidden.is_published() {
            assert_eq!(reader.get(&format!("/notes/{}?au=2026-11-25", note.note)).await.status, 404);
        }
        assert_eq!(lea.get(&format!("/notes/{}?au=2026-11-25", note.note)).await.status, 200);
    }

    async fn since_my_last_reading_is_a_strip_that_goes_away(host: Host) {
        let (note, ahmed) = scene(&host).await;
        let mut omar = host.known(&host.world.account("Omar", false).await).await;
        let address = format!("/notes/{}", note.note);
        assert!(!omar.get(&address).await.says("depuis votre lecture"), "never read");
        omar.act(&format!("{address}/lecture"), &[("version", "3")]).await;
        assert!(!omar.get(&address).await.says("depuis votre lecture"), "nothing changed");
        let mut editor = host.known(&ahmed).await;
        save(&mut editor, &note, "3", &note.body.replace("Écouter", "Bien écouter"), "").await;
        let page = omar.get(&address).await;
        assert!(page.says("Un passage a changé depuis votre lecture"), "{}", page.page);
        assert!(page.says("comparer?de=3&amp;a=4"));
        omar.act(&format!("{address}/lecture"), &[("retour", "1"), ("version", "4")]).await;
        assert!(!omar.get(&address).await.says("depuis votre lecture"));
        assert!(!editor.get(&address).await.says("depuis votre lecture"), "nor for those who never read it");
    }

    async fn who_wrote_this_sentence_and_thank_you_for_it(host: Host) {
        let (note, _) = scene(&host).await;
        let mut omar = host.known(&host.world.account("Omar", false).await).await;
        let address = format!("/notes/{}", note.note);
        let page = omar.get(&format!("{address}?vue=auteurs")).await;
        assert!(page.says("Ahmed") && page.says("lea") && !page.says("%"), "shares are words");
        let sentence = omar.get(&format!("{address}/phrases/4")).await;
        assert!(sentence.says("Attendre.") && sentence.says("Écrite par Ahmed"), "{}", sentence.page);
        let thanks = [("retour", "/notes/x/"), ("retour", address.as_str())];
        let thanked = omar.act(&format!("{address}/versions/3/remerciement"), &thanks).await;
        assert_eq!(thanked.status, 303);
        assert!(omar.get(&format!("{address}/historique")).await.says("un merci"));
        assert!(omar.get(&format!("{address}?vue=age")).await.status == 200);
    }

    async fn an_edit_is_undone_by_passages_and_the_page_says_what_cannot_be(host: Host) {
        let (note, ahmed) = scene(&host).await;
        let mut editor = host.known(&ahmed).await;
        let address = format!("/notes/{}", note.note);
        let page = editor.get(&format!("{address}/versions/2/annulation")).await;
        assert!(page.says("peut être annulé") && page.says("Annuler les passages cochés"), "{}", page.page);
        let undone = editor.act(&format!("{address}/versions/2/annulation"), &[("fragment", "0")]).await;
        assert_eq!(undone.status, 303);
        let page = editor.get(&undone.place).await;
        assert!(page.says("prend du temps") && page.says("Attendre."));
        assert!(page.says("Revenir au texte d’avant"));
        let again = editor.get(&format!("{address}/versions/2/annulation")).await;
        assert!(again.says("n’est déjà plus dans la note") && again.says("Aucun de ces passages"), "{}", again.page);
    }

    async fn a_visitor_mends_a_typo_and_the_writer_takes_it_in(host: Host) {
        let note = host.world.public("lea", "Le developement vient.\n").await;
        let address = format!("/notes/{}", note.note);
        let mut visitor = host.stranger();
        visitor.get(&address).await;
        assert!(visitor.get(&format!("{address}/coquille")).await.says("Le developement vient."));
        let form = visitor.get(&format!("{address}/coquille?phrase=0")).await;
        assert!(form.says("Le developement vient.</textarea>"), "{}", form.page);
        let fields = [("base", "1"), ("rang", "0"), ("text", "Le développement vient.")];
        let sent = visitor.act(&format!("{address}/coquille"), &fields).await;
        assert!(visitor.get(&sent.place).await.says("Merci ! ") || visitor.get(&sent.place).await.says("attend la personne"));
        let mut lea = host.known(&note.writer).await;
        let page = lea.get(&address).await;
        assert!(page.says("Une suggestion attend"), "{}", page.page);
        let place = page.page.split("/suggestions/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let one = format!("{address}/suggestions/{place}");
        assert!(lea.get(&one).await.says("Proposée par une personne de passage"));
        assert_eq!(visitor.get(&one).await.status, 404, "the writer's to answer");
        assert!(page.says(">Accepter</button>"), "one tap, from the note itself");
        let taken = lea.act(&one, &[("action", "accepter"), ("base", "1")]).await;
        assert_eq!(taken.status, 303);
        assert!(lea.get(&address).await.says("Le développement vient."));
        assert!(lea.get(&format!("{address}/historique")).await.says("Une personne de passage (suggestion acceptée par lea)"));
    }

    async fn feeds_and_archives_hold_every_version(host: Host) {
        let (note, _) = scene(&host).await;
        let mut reader = host.stranger();
        let atom = reader.get(&format!("/notes/{}/historique.atom", note.note)).await;
        assert!(atom.headers["content-type"].to_str().unwrap().starts_with("application/atom+xml"));
        let feed: atom_syndication::Feed = atom.page.parse().unwrap();
        assert_eq!(feed.entries.len(), 3);
        assert!(feed.entries[0].content.as_ref().unwrap().value.as_ref().unwrap().contains("<ins>"));
        let json = reader.get(&format!("/notes/{}/historique.json", note.note)).await;
        let told: serde_json::Value = serde_json::from_str(&json.page).unwrap();
        assert_eq!(told["revisions"].as_array().unwrap().len(), 3);
        assert_eq!(told["next"], serde_json::Value::Null);
        let bytes = reader.bytes(&format!("/notes/{}/export.zip", note.note)).await;
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut archive.by_name("version-00002.md").unwrap(), &mut text).unwrap();
        assert!(text.contains("beaucoup de temps"));
        let mut list = String::new();
        std::io::Read::read_to_string(&mut archive.by_name("historique.csv").unwrap(), &mut list).unwrap();
        assert_eq!(list.lines().count(), 4, "{list}");
    }

    async fn a_section_is_changed_alone(host: Host) {
        let note = host.world.public("lea", "## Un\n\nMots.\n\n## Deux\n\nAutres mots.\n").await;
        let mut lea = host.known(&note.writer).await;
        let address = format!("/notes/{}", note.note);
        assert!(lea.get(&address).await.says("/modifier?section=1"));
        let form = lea.get(&format!("{address}/modifier?section=1")).await;
        assert!(form.says("Autres mots.") && !form.says("Mots.\n\n## Deux"), "{}", form.page);
        let fields = [("base", "1"), ("section", "1"), ("body", "## Deux\r\n\r\nD'autres mots encore.")];
        assert_eq!(lea.act(&format!("{address}/modification"), &fields).await.status, 303);
        let now = host.world.note(&note.note).await;
        assert_eq!((now.title.as_str(), now.body.as_str()), ("Accueil", "## Un\n\nMots.\n\n## Deux\n\nD'autres mots encore.\n"));
    }

    async fn looking_first_saves_nothing_and_loses_nothing(host: Host) {
        let (note, _) = scene(&host).await;
        let mut lea = host.known(&note.writer).await;
        let address = format!("/notes/{}/modification", note.note);
        let body = format!("{}\n\nUne **idée** de plus.", note.body.trim_end());
        let fields = [("base", "3"), ("title", "Accueil"), ("body", body.as_str()), ("action", "apercu")];
        let page = lea.act(&address, &fields).await;
        assert!(page.status == 200 && page.says("<strong>idée</strong>"), "{}", page.page);
        assert!(page.says("Ce que vous changez") && page.says("Une **idée** de plus."));
        assert_eq!(host.world.note(&note.note).await.revision, 3);
        assert!(lea.get(&format!("/notes/{}/modifier", note.note)).await.says("Une **idée** de plus."));
    }

    async fn pasted_html_becomes_markdown_and_nothing_is_kept(host: Host) {
        let (_, ahmed) = scene(&host).await;
        let before = host.world.events().await;
        let mut editor = host.known(&ahmed).await;
        let html = "<h1>Titre</h1><p>Un <b>mot</b> et un <a href=\"javascript:x\">piège</a>.</p>";
        let told = editor.act("/collage", &[("html", html)]).await;
        assert_eq!(told.page, "## Titre\n\nUn **mot** et un piège.\n");
        assert_eq!(editor.act("/collage", &[("html", "<p> </p>")]).await.status, 422);
        assert_eq!(host.world.events().await, before);
    }
}

/// Texts made to be hard: each page of the history answers, and stays a page.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hard_texts_are_compared_like_any_other() {
    let host = Host::on(crate::databases::Engine::Sqlite).await.unwrap();
    let note = host.world.public("lea", FIRST).await;
    let texts = [
        "mot ".repeat(128 * 1024),
        "a\n".repeat(50_000),
        "b\n".repeat(50_000),
        format!("**{} [jamais ](fermé\n\n```\n", "*_".repeat(2000)),
        "שלום עולם. مرحبا بالعالم.\n\nÉe\u{301}\u{327}e\u{301} a\u{300}\u{301}\u{302}.\n"
            .to_owned(),
        format!("{}\n", "> ".repeat(5000)),
        format!("{}\n", "- a\n".repeat(20_000)),
    ];
    let standing = app::access::Standing { writer: true, ..Default::default() };
    for (at, text) in texts.iter().enumerate() {
        let base = i64::try_from(at).unwrap() + 1;
        let saved = host
            .world
            .app
            .notes()
            .revise(
                &note,
                standing,
                &note.writer,
                base,
                &words("Accueil", text),
                CommandId::fresh(),
            )
            .await
            .unwrap();
        assert_eq!(saved, app::notes::revise::Saved::Written(base + 1));
        host.world.app.projector.catch_up().await.unwrap();
    }
    let mut lea = host.known(&note.writer).await;
    let last = texts.len() + 1;
    for number in 1..last {
        for path in [
            format!("comparer?de={number}&a={}", number + 1),
            format!("comparer?de={number}&a={last}&vue=cote"),
            format!("versions/{}/annulation", number + 1),
            format!("film?v={number}"),
        ] {
            let page = lea.get(&format!("/notes/{}/{path}", note.note)).await;
            assert_eq!(page.status, 200, "{path}");
            assert!(page.page.len() < 8_000_000, "{path} has {} bytes", page.page.len());
        }
    }
    for path in ["", "?vue=auteurs", "?vue=age", "/coquille", "/historique", "/phrases/0"] {
        let page = lea.get(&format!("/notes/{}{path}", note.note)).await;
        assert_eq!(page.status, 200, "{path}");
    }
}
