//! Whoever can be recognised decides: nobody is shown before they were asked, and one word puts a
//! picture away.

use super::{added, picture};
use crate::both;
use crate::groups::community::written;
use crate::site::Host;

both! {
    async fn f6b_what_nobody_agreed_to_yet_is_seen_by_those_who_keep_it_alone(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let note = written(&mut hers, "Le lac").await;
        hers.act(&format!("{note}/publication"), &[("visibility", "everyone")]).await;
        let list = format!("{note}/fichiers");
        // Nobody said: it is as if they were still to be asked.
        let file = added(&mut hers, &list, ("nous.png", &picture()), ("Nous deux", "")).await;
        assert!(hers.get(&list).await.says("À l’écart"));
        assert_eq!(hers.get(&file).await.status, 200);
        for at in [&file, &format!("{file}/fiche"), &format!("{file}/taille/480")] {
            assert_eq!(his.get(at).await.status, 404, "{at}");
        }
        assert!(!his.get(&list).await.says("Nous deux") && !his.get(&note).await.says("Nous deux"));
        let fields = [("description", "Nous deux au quai"), ("faces", "agreed")];
        assert_eq!(hers.act(&format!("{file}/fiche"), &fields).await.status, 303);
        assert!(his.get(&note).await.says("Nous deux au quai"));
        assert_eq!(his.get(&file).await.status, 200);
    }

    async fn f6b_whoever_is_in_it_has_it_put_away_at_once(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let (ana, zoe) = (host.world.account("Ana", true).await, host.world.account("Zoe", false).await);
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let (mut keeper, mut another) = (host.known(&ana).await, host.known(&zoe).await);
        let note = written(&mut hers, "Le lac").await;
        hers.act(&format!("{note}/publication"), &[("visibility", "everyone")]).await;
        let list = format!("{note}/fichiers");
        let file = added(&mut hers, &list, ("nous.png", &picture()), ("Nous tous", "agreed")).await;
        let page = format!("{file}/fiche");
        assert!(his.get(&page).await.says("Vous y êtes et n’êtes pas d’accord"));
        assert_eq!(his.act(&format!("{file}/opposition"), &[]).await.status, 303);
        // Others see it no more; those who keep it know that somebody asked, not who.
        assert_eq!(another.get(&file).await.status, 404);
        assert_eq!(host.stranger().get(&file).await.status, 404);
        let seen = hers.get(&page).await;
        assert!(seen.says("quelqu’un s’y reconnaît") && !seen.says("Omar"), "{}", seen.page);
        // Whoever wrote the note does not show it again by themselves; they may remove it.
        assert!(!seen.says("Montrer de nouveau"));
        assert_eq!(hers.act(&format!("{file}/opposition/suite"), &[]).await.status, 404);
        assert!(keeper.get(&page).await.says("Montrer de nouveau"));
        // Whoever asked sees that they did, and may agree after all.
        assert!(his.get(&page).await.says("Finalement, je suis d’accord"));
        assert_eq!(his.act(&format!("{file}/opposition/retrait"), &[]).await.status, 303);
        assert_eq!(another.get(&file).await.status, 200);
        his.act(&format!("{file}/opposition"), &[]).await;
        assert_eq!(keeper.act(&format!("{file}/opposition/suite"), &[]).await.status, 303);
        assert_eq!(another.get(&file).await.status, 200);
    }
}
