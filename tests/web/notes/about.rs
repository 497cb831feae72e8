//! What a public page says of itself where its address is found or sent.

use domain::notes::visibility::Visibility;

use crate::both;
use crate::site::{Host, Seen};
use crate::workshops::room::open;

/// The content of a `meta` of the head.
fn meta<'p>(page: &'p Seen, name: &str) -> Option<&'p str> {
    let head = page.page.split("</head>").next()?;
    let tag = head.split("<meta ").find(|tag| tag.contains(&format!("=\"{name}\"")))?;
    tag.split("content=\"").nth(1)?.split('"').next()
}

const ALL: [&str; 7] =
    ["description", "og:title", "og:description", "og:type", "og:url", "og:locale", "og:site_name"];

both! {
    async fn every_public_page_says_what_it_is(host: Host) {
        let (workshop, _) = open(&host, 5).await;
        let join = format!("/a/{}", workshop.code);
        let mut told = std::collections::BTreeSet::new();
        for address in [
            "/", "/notes", "/recherche", "/ce-qui-est-enregistre", "/code-source", "/a",
            "/definitions", "/compte", "/reprendre", "/connexion", &join,
        ] {
            for language in ["fr", "en"] {
                let mut stranger = host.stranger();
                stranger.language = language;
                let seen = stranger.get(address).await;
                for name in ALL {
                    assert!(meta(&seen, name).is_some_and(|said| !said.is_empty()), "{address} {name}");
                }
                let locale = if language == "fr" { "fr_CA" } else { "en_CA" };
                assert_eq!(meta(&seen, "og:locale"), Some(locale));
                assert_eq!(meta(&seen, "og:type"), Some("website"));
                assert_eq!(meta(&seen, "og:url"), Some(format!("http://localhost{address}").as_str()));
                assert!(told.insert(meta(&seen, "description").unwrap().to_owned()), "{address} says the same as another");
            }
        }
        // A page that is not there is not described.
        assert_eq!(meta(&host.stranger().get("/nulle-part").await, "description"), None);
        assert_eq!(meta(&host.stranger().get("/a/zzzzzz").await, "og:title"), None);
    }

    async fn a_note_says_its_first_words_only_when_anyone_may_read_it(host: Host) {
        let world = &host.world;
        let writer = world.account("Writer", false).await;
        let facilitator = world.account("Facilitator", true).await;
        let workshop = world.workshop(&facilitator, 5).await;
        let public = world.published(&writer, &workshop, "L'eau \"claire\" & <vive>", Visibility::Everyone).await;
        let group = world.published(&writer, &workshop, "Entre nous", Visibility::Workshop).await;
        let draft = world.draft(&writer, &workshop, "Rien encore").await;

        let mut stranger = host.stranger();
        let seen = stranger.get(&format!("/notes/{}", public.note)).await;
        assert_eq!(meta(&seen, "og:type"), Some("article"));
        assert_eq!(meta(&seen, "og:title"), Some("L’eau &quot;claire&quot; &amp; &lt;vive&gt;"));
        assert!(meta(&seen, "description").is_some_and(|said| !said.contains('<')), "{}", seen.page);
        for past in ["/historique", "?vue=auteurs", "/film", "/versions/1", "/comparer?de=1&a=1", "/coquille"] {
            let seen = stranger.get(&format!("/notes/{}{past}", public.note)).await;
            assert!(meta(&seen, "description").is_some_and(|said| said.contains("L’eau")), "{past}");
        }
        // Whoever may read the others learns nothing more from their head.
        let mut writer = host.known(&writer).await;
        for one in [&group, &draft] {
            for past in ["", "/historique", "?vue=auteurs", "/film", "/versions/1"] {
                let seen = writer.get(&format!("/notes/{}{past}", one.note)).await;
                assert_eq!(seen.status, 200, "{past}");
                assert!(meta(&seen, "description").is_some_and(|said| said.starts_with("Un commun où des communautés")), "{past}");
                for name in &ALL[1..] {
                    assert_eq!(meta(&seen, name), None, "{past} {name}");
                }
            }
        }
        for address in ["/moi", "/moi/compte", "/role/secret", "/animer/secret", "/visite/secret"] {
            assert_eq!(meta(&writer.get(address).await, "og:url"), None, "{address}");
        }
    }

    async fn a_day_is_written_in_words(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let mut facilitator = host.known(&marie).await;
        let plan = [("title", "En décembre"), ("places", "2"), ("tone", "vous"), ("on", "2026-12-01")];
        let made = facilitator.act("/ateliers", &plan).await;
        assert_eq!(made.status, 303, "{}", made.page);
        for (language, words) in [("fr", "1er décembre 2026"), ("en", "December 1, 2026")] {
            facilitator.language = language;
            for address in ["/ateliers", &made.place] {
                let page = facilitator.get(address).await;
                let time = format!("<time datetime=\"2026-12-01\">{words}</time>");
                assert!(page.says(&time), "{address}: {}", page.page);
            }
        }
    }
}
