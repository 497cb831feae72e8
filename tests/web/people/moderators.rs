//! `/moderation` and `/veiller`: who looks after the whole commons.

use crate::both;
use crate::site::Host;

both! {
    async fn f3_a_moderator_asks_another_by_a_link_and_stops(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let omar = host.world.account("Omar", false).await;
        let (mut marie, mut other) = (host.known(&marie).await, host.known(&omar).await);
        assert_eq!(other.get("/moderation").await.status, 404);
        let page = marie.get("/moderation").await;
        assert!(page.says("Marie") && !page.says("Ne plus veiller"), "the last one stays: {}", page.page);
        let refused = marie.act("/moderation/fin", &[("person", "marie")]).await;
        assert!(refused.says("Il faut quelqu’un pour veiller"), "{}", refused.page);
        let page = marie.act("/moderation", &[]).await;
        let link = page.page.split("id=\"link\">").nth(1).and_then(|it| it.split('<').next()).unwrap();
        let path = link.split_once("/veiller/").map(|(_, token)| format!("/veiller/{token}")).unwrap();
        // Opening it changes nothing; its button does, once.
        assert_eq!(other.get(&path).await.status, 200);
        assert_eq!(other.get("/moderation").await.status, 404);
        assert_eq!(other.act(&path, &[]).await.status, 303);
        assert_eq!(other.get("/signalements").await.status, 200);
        assert_eq!(other.get(&path).await.status, 404, "it served");
        let page = marie.get("/moderation").await;
        assert!(page.says("Omar ne veille plus") && page.says("Ne plus veiller"), "{}", page.page);
        assert_eq!(marie.act("/moderation/fin", &[("person", "marie")]).await.place, "/moi");
        assert_eq!(marie.get("/moderation").await.status, 404);
        let page = other.get("/moi/donnees/gestes").await;
        assert!(page.says("Vous veillez sur le commun"), "{}", page.page);
    }

    async fn a_report_is_lit_for_those_who_look_after_the_note(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let note = host.world.public("lea", "Un texte à regarder.\n").await;
        let omar = host.world.account("Omar", false).await;
        let (mut hers, mut his) = (host.known(&marie).await, host.known(&omar).await);
        assert!(!hers.get("/notes").await.says("class=\"awaits\""));
        let report = format!("/notes/{}/signalement", note.note);
        assert_eq!(host.known(&omar).await.act(&report, &[("reason", "personal")]).await.status, 303);
        assert!(hers.get("/notes").await.says("class=\"awaits\""));
        assert!(hers.get("/moi").await.says("On vous signale une note"));
        // It is nobody else's, and never its author's.
        assert!(!his.get("/notes").await.says("class=\"awaits\""));
        assert!(!host.known(&note.writer).await.get("/notes").await.says("class=\"awaits\""));
        let page = hers.get("/signalements").await;
        let (key, report) = (page.field("note"), page.field("signalement"));
        let answer = [("note", key.as_str()), ("signalement", report.as_str()), ("suite", "changed")];
        assert_eq!(hers.act("/signalements", &answer).await.status, 303);
        assert!(!hers.get("/notes").await.says("class=\"awaits\""));
    }
}
