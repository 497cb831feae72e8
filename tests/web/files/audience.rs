//! Whoever sees what a file goes with sees the file, and nobody else does.

use app::engine::clock::DAY;

use super::{added, document, picture, sent};
use crate::both;
use crate::groups::community::{begun, shared, written};
use crate::groups::meetings::announced;
use crate::site::Host;

both! {
    async fn f6b_a_file_is_seen_by_those_who_read_its_note(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let (mut hers, mut his, mut stranger) = (host.known(&lea).await, host.known(&omar).await, host.stranger());
        let note = written(&mut hers, "Le lac").await;
        let list = format!("{note}/fichiers");
        let file = added(&mut hers, &list, ("lac.png", &picture()), ("Le lac gelé", "nobody")).await;
        let all = [file.clone(), format!("{file}/taille/480"), format!("{file}/fiche"), list.clone()];
        for at in &all {
            assert_eq!(hers.get(at).await.status, 200, "{at}");
            for other in [&mut his, &mut stranger] {
                assert_eq!(other.get(at).await.status, 404, "{at}: the note is hers alone");
            }
        }
        let fields = [("visibility", "everyone")];
        assert_eq!(hers.act(&format!("{note}/publication"), &fields).await.status, 303);
        for at in &all {
            for other in [&mut his, &mut stranger] {
                assert_eq!(other.get(at).await.status, 200, "{at}");
            }
        }
        // Shown on the page, with its words; others add nothing, say nothing of it, remove nothing.
        let page = stranger.get(&note).await;
        assert!(page.says("Le lac gelé") && page.says(&format!("{file}/taille/480")), "{}", page.page);
        assert!(!his.get(&list).await.says("type=\"file\""));
        assert_eq!(sent(&mut his, &list, ("x.pdf", &document("x")), ("", "nobody")).await.status, 404);
        for act in ["fiche", "retrait", "opposition/suite"] {
            assert_eq!(his.act(&format!("{file}/{act}"), &[("description", "x")]).await.status, 404, "{act}");
        }
        assert_eq!(stranger.act(&format!("{file}/opposition"), &[]).await.status, 401);
        // Removed, it is nowhere, at once.
        assert_eq!(hers.act(&format!("{file}/retrait"), &[]).await.status, 303);
        for at in &all[..3] {
            assert_eq!(hers.get(at).await.status, 404, "{at}");
        }
        assert!(!stranger.get(&note).await.says(&file));
        assert_eq!(hers.act(&format!("{file}/retrait"), &[]).await.status, 404);
    }

    async fn a4a_photos_of_a_meeting_are_seen_by_its_community(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let zoe = host.world.account("Zoe", false).await;
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let mut another = host.known(&zoe).await;
        let community = begun(&mut hers, "Cercle", "open").await;
        his.act(&format!("{community}/entree"), &[]).await;
        let meeting = announced(&host, &mut hers, &community, DAY, &[]).await;
        let list = format!("{meeting}/fichiers");
        // Any member adds one; whoever added it, and those who look after the community, remove it.
        let file = added(&mut his, &list, ("tableau.png", &picture()), ("Le tableau", "nobody")).await;
        for guest in [&mut hers, &mut his] {
            assert!(guest.get(&meeting).await.says("Le tableau"));
            assert_eq!(guest.get(&file).await.status, 200);
        }
        for at in [&file, &list, &format!("{file}/fiche")] {
            assert_eq!(another.get(at).await.status, 404, "{at}");
            assert_eq!(host.stranger().get(at).await.status, 404, "{at}");
        }
        // Whoever leaves keeps what they added, to see it and to remove it; the rest is gone for them.
        let other = added(&mut hers, &list, ("mur.png", &picture()), ("Le mur", "nobody")).await;
        assert_eq!(his.act(&format!("{community}/depart"), &[]).await.status, 303);
        assert_eq!(his.get(&file).await.status, 200);
        assert_eq!(his.get(&other).await.status, 404);
        assert_eq!(his.get(&list).await.status, 404);
        assert_eq!(his.act(&format!("{file}/retrait"), &[]).await.status, 303);
        assert_eq!(hers.get(&file).await.status, 404);
        // A community that ended keeps what it has, and adds nothing.
        let kept = added(&mut hers, &list, ("plan.pdf", &document("plan")), ("", "nobody")).await;
        hers.act(&format!("{community}/fin"), &[("compris", "1")]).await;
        assert_eq!(hers.get(&kept).await.status, 200);
        let seen = sent(&mut hers, &list, ("x.pdf", &document("x")), ("", "nobody")).await;
        assert!(seen.status == 404 || seen.status == 303, "{}", seen.page);
    }

    async fn f6b_documents_of_a_workshop_are_seen_by_those_in_it(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let room = host.world.workshop(&marie, 9).await;
        let lea = host.world.guest(&room, "Léa").await;
        let (mut hers, mut theirs) = (host.known(&marie).await, host.known(&lea).await);
        let list = format!("/ateliers/{room}/fichiers");
        let file = added(&mut hers, &list, ("diapos.pdf", &document("diapos")), ("Les diapos", "nobody")).await;
        assert_eq!(theirs.bytes(&file).await, document("diapos"));
        assert!(theirs.get(&list).await.says("diapos.pdf"));
        assert_eq!(sent(&mut theirs, &list, ("x.pdf", &document("x")), ("", "nobody")).await.status, 404);
        let zoe = host.world.account("Zoe", false).await;
        for other in [&mut host.known(&zoe).await, &mut host.stranger()] {
            for at in [&file, &list] {
                assert_eq!(other.get(at).await.status, 404, "{at}");
            }
        }
    }

    async fn f6b_a_file_of_a_note_shared_with_a_community_goes_no_further(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let community = begun(&mut hers, "Cercle", "open").await;
        let note = written(&mut hers, "Le lac").await;
        let file = added(&mut hers, &format!("{note}/fichiers"), ("lac.png", &picture()), ("", "nobody")).await;
        shared(&mut hers, &note, &community).await;
        assert_eq!(his.get(&file).await.status, 404);
        his.act(&format!("{community}/entree"), &[]).await;
        assert_eq!(his.get(&file).await.status, 200);
        assert_eq!(host.stranger().get(&file).await.status, 404);
    }
}
