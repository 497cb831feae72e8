//! Thirty phones on one poor wifi: what the path weighs, compressed.

use poem::http::header;

use crate::databases::Engine;
use crate::site::{Guest, Host};

/// The join page, with everything it asks for.
const JOIN: usize = 14 * 1024;
/// The whole path, the first time.
const PATH: usize = 40 * 1024;
/// What one step adds once the rest is kept by the browser.
const STEP: usize = 4 * 1024;

async fn weigh(guest: &mut Guest<'_>, host: &Host, address: &str) -> usize {
    let client = poem::test::TestClient::new(web::shell::routes::site(
        host.site.clone(),
        web::shell::sse::Streams::default(),
    ));
    let cookies: Vec<String> =
        guest.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let request = client
        .get(address)
        .header(header::HOST, "localhost")
        .header(header::ACCEPT_ENCODING, "gzip")
        .header(header::ACCEPT_LANGUAGE, "fr")
        .header(header::COOKIE, cookies.join("; "));
    let response = request.send().await.0;
    assert_eq!(response.status(), 200, "{address}");
    assert_eq!(response.header(header::CONTENT_ENCODING), Some("gzip"), "{address}");
    let head: usize =
        response.headers().iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
    head + response.into_body().into_bytes().await.unwrap().len()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_door_and_the_path_are_light() {
    let host = Host::on(Engine::Sqlite).await.unwrap();
    let marie = host.world.account("Marie", true).await;
    let id = host.world.workshop(&marie, 9).await;
    let found =
        projections::workshops::workshop::find(&host.world.app.db, &id).await.unwrap().unwrap();
    let door = format!("/a/{}", found.code);
    let mut lea = host.stranger();
    let assets = host.site.assets.clone();
    let mut join = weigh(&mut lea, &host, &door).await;
    for asset in [&assets.style, &assets.script, &assets.icon] {
        join += weigh(&mut lea, &host, &asset.address()).await;
    }
    assert!(join <= JOIN, "the door weighs {join} bytes");

    lea.act(&door, &[("name", "Léa")]).await;
    let step = |word: &str| format!("{door}/parcours/{word}");
    let mut path = join;
    lea.act(&step("porte"), &[("door", "tell")]).await;
    lea.act(&step("idee"), &[("idea", "Le silence")]).await;
    let text = "Attendre dix secondes de plus change tout. ".repeat(8);
    let draft = [("base", "1"), ("title", "Le silence"), ("learnt", text.as_str())];
    lea.act(&step("brouillon"), &draft).await;
    for word in ["porte", "idee", "brouillon", "apercu", "publication", "merci"] {
        let weight = weigh(&mut lea, &host, &step(word)).await;
        assert!(weight <= STEP, "{word} weighs {weight} bytes");
        path += weight;
    }
    assert!(path <= PATH, "the path weighs {path} bytes");
    println!("join page {join} bytes, whole path {path} bytes, compressed");
}
