//! F16: the sheet of a meeting, kept by several, and the note that is made of it.

use app::engine::clock::DAY;

use super::community::begun;
use super::meetings::announced;
use crate::both;
use crate::site::Host;

both! {
    async fn a_synthesis_is_its_community_s_whoever_began_it(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let community = begun(&mut hers, "Cercle", "open").await;
        his.act(&format!("{community}/entree"), &[]).await;
        let meeting = announced(&host, &mut hers, &community, DAY, &[]).await;
        his.act(&format!("{meeting}/releve"), &[("words", "a/ Avant le départ"), ("kind", "learning")]).await;
        let note = his.act(&format!("{meeting}/synthese"), &[]).await.place;
        // Sent again under the same key, and begun by another: one note.
        let note = note.split('?').next().unwrap().to_owned();
        hers.act(&format!("{meeting}/releve"), &[("words", "a/ Après le départ"), ("kind", "learning")]).await;
        let removal = [("person", omar.as_str())];
        hers.act(&format!("{community}/membres/retrait"), &removal).await;
        let again = hers.act(&format!("{meeting}/synthese"), &[]).await;
        assert!(again.status == 303 && again.place.starts_with(&note), "{} {}", again.status, again.place);
        assert!(hers.get(&note).await.says("Après le départ"));
        // Whoever began it and is in it no more reads nothing of what was said since.
        assert_eq!(his.get(&note).await.status, 404);
        assert_eq!(his.get(&format!("{note}/historique")).await.status, 404);
        let fields = [("visibility", "everyone")];
        assert_eq!(his.act(&format!("{note}/publication"), &fields).await.status, 404);
    }

    async fn two_lines_put_together_crosswise_are_not_lost(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        let community = begun(&mut hers, "Cercle", "open").await;
        let meeting = announced(&host, &mut hers, &community, DAY, &[]).await;
        let sheet = format!("{meeting}/releve");
        hers.act(&sheet, &[("words", "a/ La première\na/ La seconde"), ("kind", "learning")]).await;
        let page = hers.get(&sheet).await;
        let of = |words: &str| -> String {
            let before = page.page[..page.page.find(&format!(">{words}<")).unwrap()].rfind("/releve/").unwrap();
            page.page[before + 8..].split('"').next().unwrap().to_owned()
        };
        let (first, second) = (of("La première"), of("La seconde"));
        assert_eq!(hers.act(&format!("{sheet}/{first}/fusion"), &[("into", &second)]).await.status, 303);
        let seen = hers.act(&format!("{sheet}/{second}/fusion"), &[("into", &first)]).await;
        assert!(seen.status == 422 && seen.says("n’existe plus"), "{}", seen.page);
        assert!(hers.get(&sheet).await.says("La seconde"));
        // A page that was open since loses nobody's words.
        let address = format!("{sheet}/{second}");
        let fields = [("words", "Autrement"), ("shown", "La seconde"), ("asked", "learning"), ("kind", "learning")];
        assert_eq!(hers.act(&address, &fields).await.status, 303);
        let stale = [("words", "La seconde"), ("shown", "La seconde"), ("asked", "learning"), ("kind", "idea")];
        assert_eq!(hers.act(&address, &stale).await.status, 303);
        assert!(hers.get(&sheet).await.says("Autrement"), "what was not touched stays as it was said since");
        let both = [("words", "Tout autrement"), ("shown", "La seconde"), ("asked", "idea"), ("kind", "idea")];
        let seen = hers.act(&address, &both).await;
        assert!(seen.status == 422 && seen.says("a changé pendant") && seen.says("Tout autrement"), "{}", seen.page);
    }
}
