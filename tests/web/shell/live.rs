//! Server-sent events: what a console that comes back is told.

use std::time::Duration;

use futures_util::StreamExt as _;
use poem::http::header;
use proptest::prelude::*;
use web::shell::sse::{Message, block};

use crate::both;
use crate::site::Host;

/// Reads the blocks of a stream as a browser does: `(id, event, data)`.
fn parse(text: &str) -> Vec<(String, String, String)> {
    let mut told = vec![];
    let (mut id, mut event, mut data) = (String::new(), String::new(), String::new());
    for line in text.split(['\r', '\n']) {
        match line.split_once(": ") {
            Some(("id", value)) => value.clone_into(&mut id),
            Some(("event", value)) => value.clone_into(&mut event),
            Some(("data", value)) => value.clone_into(&mut data),
            _ if line.is_empty() && !event.is_empty() => {
                told.push((id.clone(), std::mem::take(&mut event), std::mem::take(&mut data)));
            }
            _ => {}
        }
    }
    told
}

proptest! {
    /// Whatever people write, one message is one event of our own making.
    #[test]
    fn nothing_people_write_begins_an_event(data in "(\\PC|\r|\n|event: |id: ){0,60}") {
        let told = parse(&block(7, &Message { event: "row", data: data.clone() }));
        prop_assert_eq!(told.len(), 1);
        prop_assert_eq!(&told[0].0, "7");
        prop_assert_eq!(&told[0].1, "row");
        prop_assert_eq!(&told[0].2, &data.replace(['\r', '\n'], " "));
    }
}

both! {
    async fn test_04_a_console_that_comes_back_is_sent_the_rows_it_missed_and_no_other(host: Host) {
        let world = &host.world;
        let marie = world.account("Marie", true).await;
        let id = world.workshop(&marie, 9).await;
        world.guest(&id, "Léa").await;
        let seen = *world.app.projector.reached().borrow();
        world.guest(&id, "Omar").await;
        let token = world.app.people().open_session(&marie).await.unwrap();
        let client = poem::test::TestClient::new(web::shell::routes::site(
            host.site.clone(),
            web::shell::sse::Streams::default(),
        ));
        let request = client
            .get(format!("/ateliers/{id}/direct"))
            .header(header::HOST, "localhost")
            .header(header::COOKIE, format!("session={token}"))
            .header("last-event-id", seen.to_string());
        let response = request.send().await.0;
        let mut stream = response.into_body().into_bytes_stream();
        let mut text = String::new();
        let mut until = async |rows: usize| {
            while parse(&text).iter().filter(|(_, event, _)| event == "row").count() < rows {
                let next = tokio::time::timeout(Duration::from_secs(10), stream.next()).await;
                text.push_str(std::str::from_utf8(&next.unwrap().unwrap().unwrap()).unwrap());
            }
            parse(&text)
        };
        let told = until(1).await;
        assert!(told[0].2.contains("Omar") && !told[0].2.contains("Léa"), "{told:?}");
        // And what happens while it listens.
        world.guest(&id, "Camille").await;
        let told = until(2).await;
        let rows: Vec<_> = told.iter().filter(|(_, event, _)| event == "row").collect();
        assert!(rows[1].2.contains("Camille"));
        let ids: Vec<i64> = told.iter().map(|(id, _, _)| id.parse().unwrap()).collect();
        assert!(ids.is_sorted() && ids[0] > seen);
        // A session that ends takes its stream with it.
        world.app.people().close_session(&token).await.unwrap();
        world.guest(&id, "Sasha").await;
        let end = tokio::time::timeout(Duration::from_secs(10), async {
            while stream.next().await.is_some() {}
        });
        end.await.unwrap();
        assert!(!text.contains("Sasha"));
    }
}

both! {
    async fn no_stream_ever_holds_a_draft_nor_the_wall_a_name(host: Host) {
        use domain::workshops::workshop::{Act, Scene};
        use strum::VariantArray as _;
        let marie = host.world.account("Marie", true).await;
        let id = host.world.workshop(&marie, 9).await;
        let found = projections::workshops::workshop::find(&host.world.app.db, &id).await.unwrap().unwrap();
        let lea = host.world.guest(&id, "Prénom-Canari").await;
        host.world.draft(&lea, &id, "Brouillon-Canari").await;
        let token = host.world.app.people().open_session(&marie).await.unwrap();
        let console = first_words(&host, &format!("/ateliers/{id}/direct?depuis=0"), &token).await;
        assert!(console.contains("Prénom-Canari") && !console.contains("Brouillon-Canari"));
        for scene in Scene::VARIANTS {
            let key = app::engine::envelope::CommandId::fresh();
            host.world.app.workshops().run_workshop(&id, &marie, Act::Show(*scene), key).await.unwrap();
            let stream = format!("/a/{}/ecran/direct?cle={}", found.code, found.screen_secret);
            let wall = first_words(&host, &stream, "").await;
            assert!(wall.contains("event: band"), "{wall}");
            assert!(!wall.contains("Canari"), "{scene:?}: {wall}");
        }
    }
}

both! {
    async fn a_stream_asked_once_says_what_is_new_and_ends(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let id = host.world.workshop(&marie, 9).await;
        host.world.guest(&id, "Léa").await;
        let token = host.world.app.people().open_session(&marie).await.unwrap();
        let asked = host.client().get(format!("/ateliers/{id}/direct?depuis=0&coup=1"));
        let answer = asked.header("cookie", format!("session={token}")).send().await.0;
        // The whole of it: it ends by itself.
        let told = answer.into_body().into_string().await.unwrap();
        assert!(told.contains("event: row") && told.contains("Léa") && told.contains("event: hands"));
        let page = host.client().get(format!("/ateliers/{id}/console"));
        let page = page.header("cookie", format!("session={token}")).send().await.0;
        let page = page.into_body().into_string().await.unwrap();
        assert_eq!(page.matches("role=\"status\"").count(), 1, "one region is read aloud");
    }
}

/// What a stream says first.
async fn first_words(host: &Host, address: &str, session: &str) -> String {
    use futures_util::StreamExt as _;
    let asked = host.client().get(address).header("cookie", format!("session={session}"));
    let mut body = asked.send().await.0.into_body().into_bytes_stream();
    let first = body.next().await.unwrap().unwrap();
    String::from_utf8(first.to_vec()).unwrap()
}
