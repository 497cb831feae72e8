//! Looking for notes: a slip is forgiven, what is found is marked.

use crate::both;
use crate::site::{Guest, Host};

both! {
    async fn d19_a_slip_is_forgiven_and_the_words_are_marked(host: Host) {
        host.world.public("lea", "# Contexte\n\nDès l’entrée, un **accueil** soigné. Un compte rendu suit.").await;
        let page = host.stranger().get("/recherche?q=acueil").await;
        assert!(page.says("Vouliez-vous dire") && page.says("href=\"/recherche?q=accueil\""), "{}", page.page);
        assert!(page.says("<mark>accueil</mark>") && page.says("Aucune note pour «\u{a0}acueil\u{a0}»"), "{}", page.page);
        let mut reader = Guest { language: "en", ..host.stranger() };
        let page = reader.get("/recherche?q=acceuil").await;
        assert!(page.says("Did you mean") && page.says("No note for “acceuil”"), "{}", page.page);
        for query in ["compte-rendu", "compte%20rendu", "l%27accueil", "l%E2%80%99accueil", "d%92accueil", "%E9gar%E9e%20%2B%20entr%E9e"] {
            let page = host.stranger().get(&format!("/recherche?q={query}")).await;
            let found = page.says("<mark>");
            assert!(found != query.starts_with("%E9gar") , "{query}: {}", page.page);
        }
        // The words of the query are shown as they are, and never as HTML.
        let page = host.stranger().get("/recherche?q=%3Cb%3Eacueil").await;
        assert!(page.says("&lt;b&gt;acueil") && page.says("<bdi>&lt;b&gt;accueil</bdi>"), "{}", page.page);
    }

    async fn what_one_may_not_read_is_never_meant(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let workshop = host.world.workshop(&marie, 9).await;
        host.world.draft(&marie, &workshop, "Quatrevaux").await;
        let page = host.stranger().get("/recherche?q=quatrevau").await;
        assert!(!page.page.to_lowercase().contains("quatrevaux"), "{}", page.page);
        let page = host.known(&marie).await.get("/recherche?q=quatrevo").await;
        assert!(!page.says("Vouliez-vous"), "{}", page.page);
        let page = host.known(&marie).await.get("/recherche?q=qatrevaux").await;
        assert!(page.says("Vouliez-vous dire") && page.says("<mark>Quatrevaux</mark>"), "{}", page.page);
    }

    async fn a_passage_is_cut_around_what_was_looked_for(host: Host) {
        let body = format!("{} un drozin rare {}", "avant ".repeat(90), "après ".repeat(90));
        host.world.public("lea", &body).await;
        let page = host.stranger().get("/recherche?q=drozin").await;
        let passage = page.page.split("<mark>drozin</mark>").next().unwrap().rsplit('>').next().unwrap().to_owned();
        assert!(passage.starts_with("… avant") && passage.len() < 100, "{passage}");
    }

    async fn a_query_that_cannot_be_read_is_told(host: Host) {
        for query in ["%ED%A0%BD", "accueil%C0%AF", "%FF%FE%00"] {
            let page = host.stranger().get(&format!("/recherche?q={query}")).await;
            assert!(page.says("Quelques signes n’ont pas pu être lus"), "{}", page.page);
        }
        assert!(!host.stranger().get("/recherche?q=%E9t%E9").await.says("Quelques signes"));
    }

    async fn the_passage_shows_what_was_found_wherever_it_is(host: Host) {
        let far = "mot ".repeat(40_000);
        let body = format!(
            "# Le drozin\n\nDu texte. {}\n\n## La brumelle des zoriflons\n\nUn **pla**vitou, un plavitou, un plavitou. {}\n\nUn plavitou d’ostavelle ici.\n\n{far}\n\nUn lointain filambol.",
            "avant ".repeat(90), "après ".repeat(90),
        );
        host.world.public("lea", &body).await;
        let cases: [(&str, &[&str]); 6] = [
            ("drozin", &["drozin"]), ("brumelle", &["brumelle"]), ("filambol", &["filambol"]),
            ("plavitou+ostavelle", &["plavitou", "ostavelle"]), ("zoriflon+plavitou", &["zoriflons", "plavitou"]), ("drozin+filambol", &["drozin"]),
        ];
        for (query, words) in cases {
            let page = host.stranger().get(&format!("/recherche?q={query}")).await;
            for word in words {
                assert!(page.says(&format!("<mark>{word}</mark>")), "{query}: {}", page.page);
            }
        }
        // A title that holds every word needs no passage of its own.
        let page = host.stranger().get("/recherche?q=mot").await;
        assert!(page.says("<mark>mot</mark>"));
    }
}

/// A note that says one word sixteen thousand times is no more work than another.
#[test]
fn a_word_said_without_end_costs_what_its_note_weighs() {
    let note = projections::notes::search::Found {
        note: "n1".parse().unwrap(),
        title: "Titre".into(),
        body: "thé ".repeat(100_000),
        writer_name: String::new(),
        by_group: false,
    };
    let begun = std::time::Instant::now();
    let shown = web::shell::parts::passage::of(&note, "thé absent").into_string();
    assert!(shown.starts_with("<mark>thé</mark> ") && shown.len() < 2_000, "{shown}");
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}
