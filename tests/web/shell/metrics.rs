//! Figures, traces: what those who watch over a node can see, and others cannot.

use poem::http::header;
use web::shell::state::Hosting;

use crate::both;
use crate::databases::Engine;
use crate::site::Host;

both! {
    async fn figures_say_where_everything_is(host: Host) {
        web::shell::metrics::gather();
        app::demo::fill(&host.world.app).await.unwrap();
        let seen = host.stranger().get("/metrics").await;
        let events = host.world.events().await;
        for line in [
            format!("sillage_log_position {events}"),
            "sillage_writer_queue 0".to_owned(),
            "sillage_projection_lag{projection=\"room\",version=\"7\",edition=\"1\"} 0".to_owned(),
        ] {
            assert!(seen.page.lines().any(|told| told == line), "{line}\n{}", seen.page);
        }
        for name in [
            "sillage_append_seconds_bucket",
            "sillage_append_size_bucket",
            "sillage_projection_seconds_bucket",
            "sillage_http_seconds_bucket",
            "sillage_connections{state=\"open\"}",
        ] {
            assert!(seen.page.contains(name), "{name}\n{}", seen.page);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn figures_are_for_those_who_hold_the_token() {
    let mut host = Host::on(Engine::Sqlite).await.unwrap();
    let forwarded = host.client().get("/metrics").header("x-forwarded-for", "203.0.113.9");
    assert_eq!(host.stranger().send(forwarded).await.status, 404, "a proxy stands in front");

    let hosting = Hosting { metrics_token: Some("jeton".into()), ..(*host.site.hosting).clone() };
    host = Host::with(host.world, hosting);
    assert_eq!(host.stranger().get("/metrics").await.status, 404);
    for (given, status) in [("Bearer autre", 404), ("Bearer jeton", 200), ("jeton", 404)] {
        let asked = host.client().get("/metrics").header(header::AUTHORIZATION, given);
        assert_eq!(host.stranger().send(asked).await.status, status, "{given}");
    }
}

both! {
    async fn a_request_has_one_number_from_its_answer_to_its_events(host: Host) {
        let marie = host.world.member("Marie").await;
        let workshop = host.world.workshop(&marie, 9).await;
        let code = projections::workshops::workshop::find(&host.world.app.db, &workshop).await.unwrap().unwrap().code;
        let mut lea = host.stranger();
        let a_while_ago = host.world.clock.now() / 1000 - 90_000;
        let entered = lea
            .act(&format!("/a/{code}"), &[("name", "Léa"), ("occurred_at", &a_while_ago.to_string())])
            .await;
        let number = entered.headers["x-request-id"].to_str().unwrap().to_owned();
        assert_eq!(number.len(), 32);
        let sql = "select metadata from events order by position desc limit 1";
        let row = host.world.app.db.row(sql, &[]).await.unwrap().unwrap();
        let told: serde_json::Value = serde_json::from_str(&row.text(0)).unwrap();
        assert_eq!(told["correlation"], number);
        assert_eq!(told["occurred_at"], (a_while_ago * 1000).to_string());
        // Nobody chooses their number, through a proxy we trust either: it passes on what a
        // visitor sent (L8).
        let chosen = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        for behind_proxy in [false, true] {
            let hosting = Hosting { behind_proxy, ..(*host.site.hosting).clone() };
            let site = web::shell::state::Site::new(host.world.app.clone(), hosting);
            let pages = web::shell::routes::site(site, web::shell::sse::Streams::default());
            let client = poem::test::TestClient::new(pages);
            let seen = client.get("/").header("traceparent", chosen).send().await.0;
            assert_ne!(seen.headers()["x-request-id"], "0af7651916cd43dd8448eb211c80319c");
        }
    }

    async fn l2_strangers_learn_only_whether_the_site_is_well(host: Host) {
        let hosting = Hosting { public_url: "https://commun.example".into(), ..(*host.site.hosting).clone() };
        let host = Host::with(host.world, hosting);
        let seen = host.stranger().get("/sante").await;
        assert_eq!(seen.page, r#"{"degraded":false,"live":true,"ready":true}"#);
        assert_eq!(host.stranger().get("/metrics").await.status, 404, "L3");
    }

    async fn health_says_alive_ready_and_what_is_wrong(host: Host) {
        let seen = host.stranger().get("/sante?vie").await;
        assert_eq!(seen.page, r#"{"live":true}"#);
        let told: serde_json::Value = serde_json::from_str(&host.stranger().get("/sante").await.page).unwrap();
        assert_eq!(told["degraded"], false);
        assert_eq!(told["projections"][0]["percent"], 100);
        let app = &host.world.app;
        app.db.exec("update projections set status = 'stalled' where name = 'search'", &[]).await.unwrap();
        let sql = "insert into projection_failures (name, version, position, error, at)
            select name, version, position + 1, 'as told', 0 from projections where name = 'search'";
        app.db.exec(sql, &[]).await.unwrap();
        let told: serde_json::Value = serde_json::from_str(&host.stranger().get("/sante").await.page).unwrap();
        assert_eq!(told["degraded"], true);
        assert_eq!(told["failures"][0]["projection"], "search");
        assert!(told["failures"][0]["advice"].as_str().unwrap().contains("sillage retry search"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_that_cannot_wait_any_longer_says_that_nothing_is_lost() {
    let Some(host) = Host::on(Engine::Postgres).await else { return };
    let omar = host.world.account("Omar", false).await;
    let marie = host.world.member("Marie").await;
    let workshop = host.world.workshop(&marie, 9).await;
    let lea = host.world.guest(&workshop, "Léa").await;
    let everyone = domain::notes::visibility::Visibility::Everyone;
    let note = host.world.published(&lea, &workshop, "Silence", everyone).await;
    let address = format!("/notes/{}", note.note);
    let mut reader = host.known(&omar).await;
    // Somebody holds the checkpoints: tables stand still, the log goes on.
    let mut held = host.world.app.db.begin().await.unwrap();
    held.rows("select name from projections for update", &[]).await.unwrap();
    let walk = async {
        let liked = reader.act(&format!("{address}/appreciation"), &[]).await;
        assert_eq!(liked.status, 303);
        reader.get(&address).await
    };
    // PostgreSQL ends a transaction that sleeps for five seconds: this one does not.
    let hold = async {
        loop {
            held.rows("select 1", &[]).await.unwrap();
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        }
    };
    let seen = tokio::select! { seen = walk => seen, () = hold => unreachable!() };
    assert_eq!(seen.status, 200);
    assert!(seen.says("Ce que vous venez de faire est enregistré"), "{}", seen.page);
    held.rollback().await.unwrap();
    let seen = reader.get(&address).await;
    assert!(!seen.says("Ce que vous venez de faire est enregistré"));
}
