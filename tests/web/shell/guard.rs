//! Headers, origins, cookies: what stands around every page.

use poem::http::header;
use web::shell::routes::TABLE;

use crate::databases::Engine;
use crate::site::Host;

#[tokio::test]
async fn every_page_and_every_refusal_has_its_headers() {
    let host = Host::on(Engine::Sqlite).await.unwrap();
    for address in ["/", "/nulle-part", "/connexion", "/sante", "/moi"] {
        let page = host.stranger().get(address).await;
        let header = |name: &str| page.headers.get(name).unwrap().to_str().unwrap().to_owned();
        let policy = header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'") && !policy.contains("unsafe"),
            "{address}"
        );
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("cache-control"), "private, no-store");
        assert!(
            !page.says("<style") && !page.says(" style=") && !page.says("onclick"),
            "{address}"
        );
        assert!(
            !page.page.contains("src=\"http") && !page.page.contains("href=\"http"),
            "{address}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_from_elsewhere_is_refused_on_every_route() {
    let host = Host::on(Engine::Sqlite).await.unwrap();
    // One address a mail program posts to by itself, without saying where from (RFC 8058).
    let is_one_tap = |route: &str| route.starts_with("/nouvelles/");
    let routes = TABLE.iter().filter(|(method, route)| *method == "post" && !is_one_tap(route));
    for (_, route) in routes {
        let address = route.replace(['{', '}'], "");
        let client = poem::test::TestClient::new(web::shell::routes::site(
            host.site.clone(),
            web::shell::sse::Streams::default(),
        ));
        let from = |name: &'static str, value: &'static str| {
            client.post(&address).header(header::HOST, "localhost").header(name, value)
        };
        for request in [
            from("origin", "https://ailleurs.example"),
            from("origin", "null"),
            from("origin", "http://localhost.ailleurs.example"),
            from("sec-fetch-site", "cross-site"),
            from("sec-fetch-site", "same-site"),
            from("accept", "text/html"),
        ] {
            let response = request.send().await.0;
            assert_eq!(response.status(), 403, "{route}");
        }
    }
}

#[tokio::test]
async fn a_link_to_elsewhere_is_not_followed_after_choosing_a_language() {
    let host = Host::on(Engine::Sqlite).await.unwrap();
    for elsewhere in [
        "//ailleurs.example",
        "https://ailleurs.example",
        "/\\ailleurs.example",
        "/\t/ailleurs.example",
        "",
    ] {
        let fields = [("langue", "en"), ("retour", elsewhere)];
        assert_eq!(host.stranger().act("/langue", &fields).await.place, "/");
    }
    let mut visitor = host.stranger();
    assert_eq!(
        visitor.act("/langue", &[("langue", "en"), ("retour", "/notes")]).await.place,
        "/notes"
    );
    assert!(visitor.get("/").await.says("<html lang=\"en\">"));
}

#[tokio::test]
async fn cookies_are_bound_to_the_host_when_the_site_is_on_https() {
    let world = crate::world::World::on(Engine::Sqlite).await.unwrap();
    let hosting = web::shell::state::Hosting {
        public_url: "https://commun.example".to_owned(),
        source_url: String::new(),
        behind_proxy: true,
        metrics_token: None,
        devices: 5,
        zone: web::shell::hours::Zone::default(),
        fetcher: None,
    };
    let site = web::shell::state::Site::new(world.app.clone(), hosting);
    let client = poem::test::TestClient::new(web::shell::routes::site(
        site,
        web::shell::sse::Streams::default(),
    ));
    let request = client
        .post("/langue")
        .header("origin", "https://commun.example")
        .content_type("application/x-www-form-urlencoded")
        .body("langue=en&retour=/");
    let response = request.send().await.0;
    let cookie = response.headers()["set-cookie"].to_str().unwrap().to_owned();
    assert!(cookie.starts_with("__Host-langue=en; Path=/; HttpOnly; SameSite=Lax"), "{cookie}");
    assert!(cookie.ends_with("; Secure"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_changes_when_what_it_allows_does() {
    let host = Host::on(Engine::Sqlite).await.unwrap();
    let marie = host.world.account("Marie", true).await;
    let id = host.world.workshop(&marie, 9).await;
    let lea = host.world.guest(&id, "Léa").await;
    let mut guest = host.known(&lea).await;
    let old = guest.cookies.clone();
    let account =
        [("name", "Léa"), ("email", "lea@exemple.org"), ("password", "un sillage sur le lac")];
    assert_eq!(guest.act("/compte", &account).await.status, 303);
    assert_ne!(guest.cookies, old);
    let mut thief = host.stranger();
    thief.cookies = old;
    assert_eq!(thief.get("/moi").await.status, 401, "the old token is dead");
    assert_eq!(guest.get("/moi").await.status, 200);
    let signed_in = guest.cookies.clone();
    guest.act("/deconnexion", &[]).await;
    thief.cookies = signed_in;
    assert_eq!(thief.get("/moi").await.status, 401);
}
