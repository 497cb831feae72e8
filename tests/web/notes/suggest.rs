//! What is proposed to a note: its authors see it, answer it, and know whose it is. Nobody
//! else does.

use app::Failure;
use app::access::Standing;
use app::engine::envelope::CommandId;
use app::notes::suggest::{Corrected, Proposer};
use domain::core::ids::{PersonId, SuggestionId};
use projections::notes::note::Note;

use crate::both;
use crate::site::{Guest, Host};
use crate::world::{MEMBER, World, words};

const FIRST: &str = "Il faut du temps.\n";
pub(crate) async fn propose(
    world: &World,
    note: &Note,
    by: &Proposer,
    body: &str,
) -> Result<SuggestionId, Failure> {
    let text = words("Accueil", body);
    let standing = match by {
        Proposer::Person(_) => MEMBER,
        Proposer::Reader(_) => Standing { first: 1, ..Standing::default() },
    };
    let corrected = world
        .app
        .notes()
        .correct(note, standing, by, note.revision, &text, CommandId::fresh())
        .await?;
    let Corrected::Proposed(id) = corrected else { panic!("{corrected:?}") };
    Ok(id)
}

async fn known<'h>(host: &'h Host, name: &str, facilitator: bool) -> (Guest<'h>, PersonId) {
    let person = host.world.account(name, facilitator).await;
    (host.known(&person).await, person)
}

both! {
    async fn a_suggestion_is_seen_answered_and_named_to_the_authors_alone(host: Host) {
        let note = host.world.public("lea", FIRST).await;
        let mut lea = host.known(&note.writer).await;
        let (mut omar, omar_id) = known(&host, "Canari", false).await;
        let (mut zoe, _) = known(&host, "Zoe", false).await;
        let (mut marie, _) = known(&host, "Marie", true).await;
        let (mut paul, paul_id) = known(&host, "Paul", false).await;
        let proposed = "Il faut du temps, et la phrase-secrète.\n";
        let by = Proposer::Person(omar_id);
        let id = propose(&host.world, &note, &by, proposed).await.unwrap();
        let address = format!("/notes/{}", note.note);
        let one = format!("{address}/suggestions/{id}");

        let page = lea.get(&address).await;
        assert!(page.says("Canari") && page.says("phrase-secrète"), "{}", page.page);
        assert!(lea.get(&one).await.says("name=\"action\""));
        // Whoever proposed it sees it, and answers nothing.
        assert!(omar.get(&address).await.says(&one));
        let page = omar.get(&one).await;
        assert!(page.says("phrase-secrète") && !page.says("name=\"action\""), "{}", page.page);
        assert_eq!(omar.act(&one, &[("action", "laisser")]).await.status, 404);

        let pages = [
            "", "/historique", "/historique.atom", "/historique.json", "/coquille", "/film",
            "/versions/1", "?vue=auteurs", "/modifier",
        ];
        let mut stranger = host.stranger();
        for (who, guest) in [("member", &mut zoe), ("moderator", &mut marie), ("nobody", &mut stranger)] {
            for page in pages {
                let seen = guest.get(&format!("{address}{page}")).await;
                for secret in ["Canari", "phrase-secrète", "/suggestions/"] {
                    assert!(!seen.says(secret), "{who} sees {secret} at {page}: {}", seen.page);
                }
            }
            assert!(!guest.get("/moi").await.says("Canari"));
            assert_eq!(guest.get(&one).await.status, 404, "{who}");
            for action in ["accepter", "laisser"] {
                let seen = guest.act(&one, &[("action", action), ("base", "1")]).await;
                assert!(seen.status == 404 || seen.status == 401, "{who} {action}: {}", seen.status);
            }
        }
        // Whoever may edit knows that something waits; a passer-by does not.
        assert!(zoe.get(&address).await.says("attend une réponse"));
        assert!(!stranger.get(&address).await.says("attend une réponse"));

        // Who signed a revision is an author too; who only hid one is not.
        let edited = words("Accueil", "Il faut du temps et du silence.\n");
        host.world.app.notes().revise(&note, MEMBER, &paul_id, 1, &edited, CommandId::fresh()).await.unwrap();
        assert!(paul.get(&one).await.says("phrase-secrète"));
        let hide = [("text", "1"), ("reason", "harmful")];
        let hidden = marie.act(&format!("{address}/versions/2/masquage"), &hide).await;
        assert_eq!(hidden.status, 303, "{}", hidden.page);
        assert_eq!(marie.get(&one).await.status, 404);
        assert_eq!(paul.act(&one, &[("action", "laisser")]).await.status, 303);
        assert!(omar.get(&one).await.says("pas été retenue"));
    }

    async fn one_reader_and_all_visitors_together_leave_places_to_others(host: Host) {
        let world = &host.world;
        let note = world.public("lea", FIRST).await;
        let omar = Proposer::Person(world.account("Omar", false).await);
        let body = |number: usize| format!("Il faut du temps, dit {number}.\n");
        for number in 0..10 {
            propose(world, &note, &omar, &body(number)).await.unwrap();
        }
        let refused = propose(world, &note, &omar, &body(10)).await.unwrap_err();
        assert!(refused.to_string().contains("of one person"), "{refused}");
        // Each form of a visitor is somebody else: they are counted together.
        let visitor = || Proposer::Reader(world.app.notes().reader_on(CommandId::fresh().as_str(), &note.note));
        let mut last = None;
        for number in 20..40 {
            last = Some(propose(world, &note, &visitor(), &body(number)).await.unwrap());
        }
        let refused = propose(world, &note, &visitor(), &body(40)).await.unwrap_err();
        assert!(refused.to_string().contains("of visitors"), "{refused}");
        let zoe = Proposer::Person(world.account("Zoe", false).await);
        propose(world, &note, &zoe, &body(50)).await.unwrap();

        // A page lists twenty of them, and one that is answered gives its place back.
        let mut lea = host.known(&note.writer).await;
        let address = format!("/notes/{}", note.note);
        let count = |page: &str| page.matches("value=\"accepter\"").count();
        let first = lea.get(&address).await;
        assert_eq!((count(&first.page), first.says("31 suggestions")), (20, true), "{}", first.page);
        assert_eq!(count(&lea.get(&format!("{address}?suggestions=2")).await.page), 11);
        let one = format!("{address}/suggestions/{}", last.unwrap());
        assert_eq!(lea.act(&one, &[("action", "laisser")]).await.status, 303);
        propose(world, &note, &visitor(), &body(41)).await.unwrap();
        // What is refused is shown again.
        let sent = [("base", "1"), ("rang", "0"), ("text", "Il faut la phrase-gardée.")];
        let seen = host.stranger().act(&format!("{address}/coquille"), &sent).await;
        assert_eq!(seen.status, 422);
        assert!(seen.says("phrase-gardée") && seen.says("de passage"), "{}", seen.page);
    }
}
