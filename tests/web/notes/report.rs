//! Moderation is nobody's whim: what is reported is heard back, what is hidden is answered, what is
//! erased is decided by two and told in a register.

use app::exchange::erasure::SEALED;
use domain::notes::note::{Hiding, Reason};

use crate::both;
use crate::site::{Guest, Host, Seen};
use crate::world::World;

/// Where a page leads.
fn link<'s>(page: &'s Seen, part: &str) -> &'s str {
    let found = page
        .page
        .split("href=\"")
        .find(|rest| rest.split('"').next().is_some_and(|it| it.contains(part)));
    found.and_then(|rest| rest.split('"').next()).unwrap_or_default()
}

/// Sends a form, and goes where it leads.
async fn send(guest: &mut Guest<'_>, address: &str, fields: &[(&str, &str)]) -> Seen {
    let seen = guest.act(address, fields).await;
    if seen.place.is_empty() {
        return seen;
    }
    let place = seen.place.clone();
    let page = guest.get(&place).await;
    Seen { place, ..page }
}

both! {
    async fn a_text_is_reported_in_two_taps_and_whoever_did_hears_back(world: World) {
        let host = Host::of(world);
        let world = &host.world;
        let note = world.public("lea", "Une phrase.\n").await;
        let (omar, marie) = (world.account("Omar", false).await, world.account("Marie", true).await);
        let (mut reader, mut steward) = (host.known(&omar).await, host.known(&marie).await);
        let page = reader.get(&format!("/notes/{}", note.note)).await;
        let report = link(&page, "/signalement").to_owned();
        assert!(!report.is_empty(), "the first tap is on the note");
        let sent = send(&mut reader, &report, &[("reason", "harmful")]).await;
        assert!(sent.says("paraîtra dans votre coin"), "{}", sent.page);
        assert!(reader.get("/moi/signalements").await.says("quelqu’un va regarder"));
        // Whoever wrote it does not learn who said so.
        let mut writer = host.known(&note.writer).await;
        assert!(!writer.get(&format!("/notes/{}", note.note)).await.says("Omar"));
        let waiting = steward.get("/signalements").await;
        assert!(waiting.says("Accueil") && !waiting.says("Omar"), "{}", waiting.page);
        let fields = [
            ("note", waiting.field("note")), ("signalement", waiting.field("signalement")),
            ("suite", "stays".to_owned()),
        ];
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        send(&mut steward, "/signalements", &fields).await;
        assert!(!steward.get("/signalements").await.says("Accueil"));
        assert!(reader.get("/moi/signalements").await.says("Le texte reste comme il est"));
        // A stranger is thanked too, and promised nothing.
        let mut stranger = host.stranger();
        let sent = send(&mut stranger, &report, &[("reason", "personal")]).await;
        assert!(sent.says("Quelqu’un va regarder"), "{}", sent.page);
    }

    async fn whoever_is_hidden_is_told_why_and_answers(world: World) {
        let host = Host::of(world);
        let world = &host.world;
        let note = world.public("lea", "Une phrase.\n").await;
        let marie = world.account("Marie", true).await;
        let moderator = app::access::Standing { moderator: true, account: true, first: 1, ..Default::default() };
        let parts = Hiding { text: false, summary: true, author: false };
        let key = app::engine::envelope::CommandId::fresh();
        world.app.notes().hide(&note, moderator, &marie, (1, parts, Reason::Harmful), key).await.unwrap();
        let mut writer = host.known(&note.writer).await;
        let page = writer.get("/moi").await;
        assert!(page.says("est masquée depuis le"), "{}", page.page);
        let version = format!("/notes/{}/versions/1", note.note);
        let answer = send(&mut writer, &format!("{version}/reponse"), &[("reponse", "Je voulais bien faire.")]).await;
        assert!(answer.says("Votre réponse est partie"), "{}", answer.page);
        let mut steward = host.known(&marie).await;
        assert!(steward.get(&format!("{version}/masquage")).await.says("Je voulais bien faire."));
        // Shown again, there is nothing to answer.
        send(&mut steward, &format!("{version}/masquage"), &[("reason", "harmful")]).await;
        assert!(!writer.get("/moi").await.says("est masquée depuis le"));
        let late = send(&mut writer, &format!("{version}/reponse"), &[("reponse", "Encore.")]).await;
        assert_eq!(late.status, 404);
    }

    async fn an_erasure_is_read_agreed_by_two_put_back_and_told_without_its_words(world: World) {
        let host = Host::of(world);
        let world = &host.world;
        let note = world.public("lea", "Merci à Zéphyrine pour l'accueil.\n").await;
        let (marie, omar) = (world.account("Marie", true).await, world.account("Omar", true).await);
        let (mut first, mut second) = (host.known(&marie).await, host.known(&omar).await);
        let address = format!("/notes/{}/effacement", note.note);
        let look = send(&mut first, &address, &[("passage", "Zéphyrine"), ("action", "chercher")]).await;
        assert!(look.says("<del>Zéphyrine</del>") && look.says("Une deuxième personne"), "{}", look.page);
        let unread = [("passage", "Zéphyrine"), ("action", "effacer"), ("reason", "personal")];
        let unread = send(&mut first, &address, &unread).await;
        assert!(unread.says("Cochez d’abord la case"), "{}", unread.page);
        let sure = [("passage", "Zéphyrine"), ("action", "effacer"), ("reason", "personal"), ("compris", "1")];
        let asked = send(&mut first, &address, &sure).await;
        assert!(asked.says("attend une deuxième personne"), "{}", asked.page);
        let mut stranger = host.stranger();
        let here = format!("/notes/{}", note.note);
        assert!(stranger.get(&here).await.says("Zéphyrine"), "it waits");
        assert!(second.get("/signalements").await.says("demande d’effacer un passage"));
        let page = second.get(&here).await;
        let decide = link(&page, "/effacement/").to_owned();
        let alone = send(&mut first, &format!("{decide}/accord"), &[]).await;
        assert!(alone.status == 422 && alone.says("deuxième personne"), "{}", alone.page);
        let agreed = send(&mut second, &format!("{decide}/accord"), &[]).await;
        assert!(agreed.says("Il peut encore revenir jusqu’au"), "{}", agreed.page);
        assert!(!stranger.get(&here).await.says("Zéphyrine"));
        let register = stranger.get("/registre").await;
        assert!(register.says("un passage effacé") && register.says("par deux personnes"), "{}", register.page);
        for secret in ["Zéphyrine", "Accueil", "Marie", "Omar"] {
            assert!(!register.says(secret), "{secret}");
        }
        send(&mut second, &format!("{decide}/retour"), &[]).await;
        assert!(stranger.get(&here).await.says("Zéphyrine"));
        assert!(stranger.get("/registre").await.says("un passage remis"));
        // Whoever wrote it decides alone, and after seven days nothing can be put back.
        let mut writer = host.known(&note.writer).await;
        let done = send(&mut writer, &address, &sure).await;
        assert!(done.says("Il peut encore revenir jusqu’au"), "{}", done.page);
        world.clock.advance(SEALED);
        world.app.exchange().finish_erasures(world.clock.now()).await.unwrap();
        let page = writer.get(&done.place).await;
        assert!(page.says("effacé pour de bon"), "{} {}", done.place, page.page);
    }
}
