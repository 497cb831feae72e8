//! Forms made to cost: fields, bytes, origins, routes, methods.

use poem::http::{Method, header};
use proptest::prelude::*;

use crate::both;
use crate::databases::Engine;
use crate::site::Host;
use crate::workshops::room::{come_in, open, step};

/// A page of ours, at most, in bytes, besides what was sent.
const PAGE: usize = 24 * 1024;

/// How many bytes of page one byte of form may make: a sign of HTML is written as six.
const BYTES_OF_PAGE: usize = 7;

async fn post_without_origin(host: &Host, address: &str, body: Vec<u8>) -> (u16, usize) {
    let form = "application/x-www-form-urlencoded";
    let request = host.client().post(address).header(header::CONTENT_TYPE, form).body(body);
    let response = request.send().await.0;
    let status = response.status().as_u16();
    (status, response.into_body().into_bytes().await.unwrap().len())
}

both! {
    async fn h4_a_megabyte_of_tiny_fields_costs_no_more_than_a_page(host: Host) {
        let body = "a=b&".repeat(262_000).into_bytes();
        let (status, size) = post_without_origin(&host, "/x/brouillon", body.clone()).await;
        assert!(status == 404 && size < PAGE, "{status}, {size} bytes");
        let (status, size) = post_without_origin(&host, "/notes/n1/brouillon", body.clone()).await;
        assert!([403, 413].contains(&status) && size < PAGE, "{status}, {size} bytes");
        let (workshop, _) = open(&host, 9).await;
        let mut lea = come_in(&host, &workshop, "Léa").await;
        let page = lea.post_raw(&step(&workshop, "brouillon"), body).await;
        assert_eq!(page.status, 413);
        assert!(page.page.len() < PAGE && page.says("trop de champs"), "{} bytes", page.page.len());
    }

    async fn h4_a_refusal_shows_twenty_fields_at_most(host: Host) {
        let (workshop, _) = open(&host, 9).await;
        let fields: Vec<(String, String)> =
            (0..400).map(|at| (format!("f{at}"), format!("mot {at}"))).collect();
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let page = host.stranger().act(&step(&workshop, "brouillon"), &fields).await;
        assert_eq!(page.status, 401);
        assert_eq!(page.page.matches("<textarea").count(), 20);
    }

    async fn h4_parts_of_a_form_with_files_are_counted(host: Host) {
        let (workshop, _) = open(&host, 9).await;
        let mut lea = come_in(&host, &workshop, "Léa").await;
        let parts = vec![("a", "b"); 2_000];
        let page = lea.upload_with(&format!("/a/{}/matiere", workshop.code), &parts).await;
        assert!(page.status == 413 && page.page.len() < PAGE, "{}", page.status);
    }

    async fn h6_a_title_of_millions_of_marks_weighs_what_a_title_weighs(host: Host) {
        let (workshop, _) = open(&host, 9).await;
        let mut lea = come_in(&host, &workshop, "Léa").await;
        lea.act(&step(&workshop, "porte"), &[("door", "tell")]).await;
        let heavy = format!("a{}", "\u{301}".repeat(300_000));
        lea.act(&step(&workshop, "idee"), &[("idea", &heavy)]).await;
        lea.act(&step(&workshop, "publication"), &[("visibility", "everyone")]).await;
        let page = host.stranger().get("/").await;
        assert!(page.says("/notes/") && page.page.len() < PAGE, "{} bytes", page.page.len());
    }
}

#[tokio::test]
async fn other_methods_than_three_are_refused() {
    let host = Host::on(Engine::Sqlite).await.unwrap();
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "FOO"] {
        let method: Method = method.parse().unwrap();
        let pages =
            web::shell::routes::site(host.site.clone(), web::shell::sse::Streams::default());
        let request =
            poem::Request::builder().method(method.clone()).uri("/notes".parse().unwrap());
        let response = poem::Endpoint::get_response(&pages, request.finish()).await;
        assert_eq!(response.status(), 405, "{method}");
    }
}

#[tokio::test]
async fn l11_an_address_is_never_sent_back_as_one_of_elsewhere() {
    let host = Host::on(Engine::Sqlite).await.unwrap();
    let pages = web::shell::routes::site(host.site.clone(), web::shell::sse::Streams::default());
    for path in ["/%5Cevil.example/", "//evil.example/", "/notes//"] {
        let request = poem::Request::builder().uri(path.parse().unwrap()).finish();
        let response = poem::Endpoint::get_response(&pages, request).await;
        let place = response.header(header::LOCATION).unwrap_or("/").to_owned();
        assert!(
            place.starts_with('/') && !place.starts_with("//") && !place.contains('\\'),
            "{place}"
        );
    }
}

#[tokio::test]
async fn l1_a_site_on_https_stays_there() {
    let host = Host::on(Engine::Sqlite).await.unwrap();
    let name = "strict-transport-security";
    assert!(!host.stranger().get("/").await.headers.contains_key(name));
    let public_url = "https://commun.example".to_owned();
    let hosting = web::shell::state::Hosting { public_url, ..(*host.site.hosting).clone() };
    let host = Host::with(host.world, hosting);
    assert!(host.stranger().get("/").await.headers.contains_key(name));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever a form of N bytes holds, the page that answers weighs at most
    /// [`BYTES_OF_PAGE`]·N bytes more than a page of ours.
    #[test]
    fn h4_any_form_makes_a_page_in_proportion(
        body in prop::collection::vec(prop::sample::select(b"a=&;%+\"<0123456789\xff\n".to_vec()), 0..60_000),
        route in prop::sample::select(vec!["/compte", "/connexion", "/langue", "/notes/n1/modification",
            "/a/ABCDEFGH/parcours/brouillon", "/a/ABCDEFGH", "/collage", "/ateliers", "/nulle/part"]),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let host = Host::on(Engine::Sqlite).await.unwrap();
            let size = body.len();
            let page = host.stranger().post_raw(route, body).await;
            let most = PAGE + BYTES_OF_PAGE * size;
            assert!(page.page.len() <= most, "{route}: {} for {size}", page.page.len());
        });
    }
}
