//! S7a, S7b: a note made from an address: its page is read when that is asked, and whoever spoke of
//! it already is named.

use app::notes::fetch::Fetcher;
use poem::http::StatusCode;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use web::shell::state::Hosting;

use crate::both;
use crate::site::Host;
use crate::world::World;

const NEW: &str = "/notes/nouvelle";

/// A page on this machine, at any path but `robots.txt`; where it is.
async fn page() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = [0; 4096];
            let read = stream.read(&mut request).await.unwrap_or(0);
            let robots = String::from_utf8_lossy(&request[..read]).contains("robots.txt");
            let (status, body) = if robots {
                ("404 Not Found", "")
            } else {
                (
                    "200 OK",
                    "<title>Une chaise vide</title><meta property=og:site_name content='Les communs'>",
                )
            };
            let head = format!(
                "HTTP/1.1 {status}\r\ncontent-type: text/html\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
                body.len()
            );
            let _ = stream.write_all(head.as_bytes()).await;
        }
    });
    format!("http://{at}/texte")
}

/// A site that may read pages of this machine.
fn reading(world: World) -> Host {
    let host = Host::of(world);
    let fetcher = Some(Fetcher::only(|address| address.is_loopback()));
    let hosting = Hosting { fetcher, ..(*host.site.hosting).clone() };
    Host::with(host.world, hosting)
}

both! {
    async fn s7b_a_note_is_made_from_an_address_and_duplicates_are_told(world: World) {
        let host = reading(world);
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let mut hers = host.known(&lea).await;
        let to = page().await;
        assert!(hers.get(&format!("{NEW}?facon=reference")).await.says("Chercher son titre"));
        let why = ("text", "Pour nos rencontres.");
        let asked = [("facon", "reference"), ("address", to.as_str()), why, ("action", "lire")];
        let read = hers.act(NEW, &asked).await;
        assert!(read.status == 200 && read.says("Une chaise vide") && read.says("Les communs"), "{}", read.page);
        assert!(read.says("Pour nos rencontres.") && read.says("sous quelle licence"), "{}", read.page);
        assert_eq!(read.field("source_title"), "Une chaise vide");
        let kept = [
            ("facon", "reference"), ("address", to.as_str()), why, ("title", ""), ("source_address", to.as_str()),
            ("source_title", "Une chaise vide"), ("source_site", "Les communs"), ("source_licence", ""),
        ];
        let kept = hers.act(NEW, &kept).await;
        assert_eq!(kept.status, 303, "{}", kept.page);
        let note = kept.place.split('?').next().unwrap().to_owned();
        let seen = hers.get(&note).await;
        assert!(seen.says("Une chaise vide</h1>") && seen.says("Les communs") && seen.says(&to), "{}", seen.page);
        // Nobody hears of a draft that is not theirs.
        let mut his = host.known(&omar).await;
        let again = [("facon", "reference"), ("address", to.as_str()), ("text", "Moi aussi.")];
        assert_eq!(his.act(NEW, &again).await.status, 303);
        hers.act(&format!("{note}/publication"), &[("visibility", "everyone")]).await;
        let zoe = host.world.account("Zoe", false).await;
        let mut third = host.known(&zoe).await;
        let told = third.act(NEW, &again).await;
        assert_eq!(told.status, StatusCode::CONFLICT, "{}", told.page);
        assert!(told.says("parle déjà de cette page") && told.says(&note) && told.says("Moi aussi."), "{}", told.page);
        let sure = [again.as_slice(), &[("source_same", "1")]].concat();
        assert_eq!(third.act(NEW, &sure).await.status, 303);
    }

    async fn s7b_what_could_not_be_read_loses_nothing(world: World) {
        let host = reading(world);
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        let asked = |address| [("facon", "reference"), ("address", address), ("text", "Pourquoi."), ("action", "lire")];
        // A port where nobody answers, a network that is not ours to reach.
        for (address, said) in [("http://127.0.0.1:9/", "n’a pas répondu"), ("http://10.0.0.1/x", "réseau privé")] {
            let seen = hers.act(NEW, &asked(address)).await;
            assert_eq!(seen.status, 422, "{}", seen.page);
            assert!(seen.says(said) && seen.says("Pourquoi.") && seen.says(address), "{}", seen.page);
        }
        let kept = [("facon", "reference"), ("address", "http://127.0.0.1:9/"), ("text", "Pourquoi.")];
        assert_eq!(hers.act(NEW, &kept).await.status, 303, "it is kept all the same");
    }

    async fn s7b_an_operator_may_say_that_nothing_is_read(world: World) {
        let host = Host::of(world);
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        assert!(!hers.get(&format!("{NEW}?facon=reference")).await.says("Chercher son titre"));
        let asked = [("facon", "reference"), ("address", "https://exemple.org"), ("text", "Oui."), ("action", "lire")];
        let seen = hers.act(NEW, &asked).await;
        assert!(seen.status == 422 && seen.says("ne va lire aucune page") && seen.says("Oui."), "{}", seen.page);
    }
}
