//! Pasting, and the boxes one pastes in.

use projections::notes::note;
use projections::workshops::workshop;

use crate::both;
use crate::site::{Guest, Host};

/// Somebody without an account, at the draft step of a workshop.
async fn at_the_draft<'h>(host: &'h Host, door_asked: &str) -> (Guest<'h>, String) {
    let marie = host.world.account("Marie", true).await;
    let id = host.world.workshop(&marie, 20).await;
    let found = workshop::find(&host.world.app.db, &id).await.unwrap().unwrap();
    let door = format!("/a/{}", found.code);
    let mut lea = host.stranger();
    lea.act(&door, &[("name", "Léa")]).await;
    lea.act(&format!("{door}/parcours/porte"), &[("door", door_asked)]).await;
    if door_asked == "tell" {
        lea.act(&format!("{door}/parcours/idee"), &[("idea", "Une idée")]).await;
    }
    (lea, door)
}

both! {
    /// C30: what one box leaves open stays in it.
    async fn three_boxes_stay_three_boxes(host: Host) {
        let (mut lea, door) = at_the_draft(&host, "tell").await;
        let draft = format!("{door}/parcours/brouillon");
        for (context, done, learnt) in [
            ("Voici :\r\n```\r\nbrumelle = 1", "Fait.", "Appris."),
            ("~~~~\r\nbrumelle", "<!-- Fait.", "Appris."),
            ("## Autre\r\n\r\nbrumelle", "- Fait.\r\n\r\n  encore", "Appris.\r\n\r\n### Fin"),
            ("> brumelle\r\nencore", "===\r\nFait.", "---\r\nAppris."),
            ("[brumelle]:", "    Fait.", "Appris.\r\n==="),
            ("```\r\n## Contexte\r\nbrumelle\r\n```", "1. Fait.", "`Appris."),
            ("brumelle\r\n```", "```\r\nFait.", "~~~\r\nAppris."),
        ] {
            let page = lea.get(&draft).await;
            let base = page.field("base");
            let sent = [("base", base.as_str()), ("title", "Une idée"), ("context", context), ("done", done), ("learnt", learnt)];
            assert_eq!(lea.act(&draft, &sent).await.status, 303);
            let look = lea.get(&format!("{door}/parcours/apercu")).await;
            for heading in ["Contexte", "Ce que ça change"] {
                assert!(look.says(&format!("<h2>{heading}</h2>")), "{heading}: {}", look.page);
            }
            assert!(look.page.contains("on a fait</h2>"), "{}", look.page);
            let page = lea.get(&draft).await;
            let written = |name: &str| {
                let (_, area) = page.page.split_once(&format!("<textarea id=\"{name}\"")).expect(name);
                let area = area.split_once('>').unwrap().1.split_once("</textarea>").unwrap().0;
                area.trim().replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
            };
            for (name, words) in [("context", context), ("done", done), ("learnt", learnt)] {
                let words = words.replace("\r\n", "\n");
                assert!(written(name).starts_with(words.trim()), "{name}: {}", written(name));
                assert!(written(name).len() <= words.trim().len() + 5, "{name}: {}", written(name));
            }
        }
    }

    /// C01: whoever came in without an account pastes a page of a word processor.
    async fn a_large_paste_is_taken(host: Host) {
        let (mut lea, _) = at_the_draft(&host, "tell").await;
        let style = "p.MsoNormal{margin:0cm;font-size:12.0pt}".repeat(1_500);
        let html = format!("<html><head><style>{style}</style></head><body><p class=MsoNormal>La brumelle est <b>posée</b> sur la table.</p></body></html>");
        let told = lea.act("/collage", &[("html", &html)]).await;
        assert_eq!((told.status.as_u16(), told.page.as_str()), (200, "La brumelle est **posée** sur la table.\n"));
        let told = lea.act("/collage", &[("html", &html), ("as", "words")]).await;
        assert_eq!(told.page, "La brumelle est posée sur la table.\n");
    }

    /// Plain lists, where Markdown is written; and a plain text that comes beside Markdown.
    async fn plain_items_are_read_where_markdown_is_written(host: Host) {
        let (mut lea, _) = at_the_draft(&host, "tell").await;
        let told = lea.act("/collage", &[("text", "◦ Lait\r\n☑ 5 * 4")]).await;
        assert_eq!((told.status.as_u16(), told.page.as_str()), (200, "- Lait\n- [x] 5 \\* 4"));
        let told = lea.act("/collage", &[("text", "Un **mot**")]).await;
        assert_eq!(told.page, "Un **mot**");
        let told = lea.act("/collage", &[("text", "Un **mot**"), ("as", "whole")]).await;
        assert_eq!(told.page, "Un \\*\\*mot\\*\\*");
        let nobody = host.stranger().act("/collage", &[("text", "◦ Lait")]).await;
        assert_ne!(nobody.status.as_u16(), 200);
    }

    /// What a script pasted in the field of an existing text is Markdown; what was typed there is
    /// not.
    async fn an_existing_text_keeps_what_was_pasted(host: Host) {
        for (markdown, shown) in [("1", "La brumelle est <strong>posée</strong>."), ("", "La brumelle est **posée**.")] {
            let (mut lea, door) = at_the_draft(&host, "transpose").await;
            let sent = [("text", "La brumelle est **posée**."), ("markdown", markdown)];
            lea.act(&format!("{door}/parcours/idee"), &sent).await;
            let look = lea.get(&format!("{door}/parcours/apercu")).await;
            assert!(look.says(shown), "{}", look.page);
        }
        assert!(note::newest(&host.world.app.db, "", 9).await.unwrap().is_empty());
    }
}
