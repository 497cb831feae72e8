//! S7b: a page of the web is read for whoever writes about it, and nobody is reached through us.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};

use app::notes::fetch::{Fetcher, NotRead, Page, is_public, reference};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// A site on this machine: what it answers by path, and what it was asked.
struct Web {
    at: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

/// How a path answers.
#[derive(Clone)]
enum Answers {
    /// Status line, headers, body.
    With(&'static str, String, Vec<u8>),
    /// Bytes without end, as fast as they are read.
    Endlessly,
    /// Nothing, ever.
    Never,
}

fn html(body: &str) -> Answers {
    Answers::With(
        "200 OK",
        "content-type: text/html; charset=utf-8".into(),
        body.as_bytes().to_vec(),
    )
}

fn to(place: &str) -> Answers {
    Answers::With("302 Found", format!("location: {place}"), vec![])
}

async fn web(paths: Vec<(&'static str, Answers)>) -> Web {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = listener.local_addr().unwrap();
    let asked = Arc::new(Mutex::new(vec![]));
    let (paths, heard): (BTreeMap<_, _>, _) = (paths.into_iter().collect(), asked.clone());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(answer(stream, paths.clone(), heard.clone()));
        }
    });
    Web { at, asked }
}

async fn answer(
    mut stream: TcpStream,
    paths: BTreeMap<&'static str, Answers>,
    heard: Arc<Mutex<Vec<String>>>,
) {
    let mut request = vec![0; 8192];
    let read = stream.read(&mut request).await.unwrap_or(0);
    let request = String::from_utf8_lossy(&request[..read]).into_owned();
    let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
    heard.lock().unwrap().push(path.clone());
    let missing = Answers::With("404 Not Found", "content-type: text/html".into(), vec![]);
    match paths.get(path.as_str()).cloned().unwrap_or(missing) {
        Answers::With(status, headers, body) => {
            let head = format!(
                "HTTP/1.1 {status}\r\n{headers}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
                body.len()
            );
            let _ = stream.write_all(head.as_bytes()).await;
            let _ = stream.write_all(&body).await;
        }
        Answers::Endlessly => {
            let head = "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n<title>Sans fin, bientôt</title>";
            let _ = stream.write_all(head.as_bytes()).await;
            while stream.write_all("€".repeat(2000).as_bytes()).await.is_ok() {}
        }
        Answers::Never => std::future::pending().await,
    }
}

impl Web {
    async fn read(&self, path: &str) -> Result<Page, NotRead> {
        let one = |address: IpAddr| address == IpAddr::V4(Ipv4Addr::LOCALHOST);
        Fetcher::only(one).read(&format!("http://{}{path}", self.at)).await
    }
}

const PAGE: &str = r#"<!doctype html><html><head><title>Le  tour de&nbsp;table</title>
    <meta property="og:site_name" content="Communs &amp; cie"><meta name="description" content="Une façon de commencer.">
    <link rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/deed.fr"></head>
    <body><svg><title>Un dessin</title></svg><p>Texte</p></body></html>"#;

#[tokio::test]
async fn s7b_a_page_says_its_title_its_site_and_its_licence() {
    let site = web(vec![("/page", html(PAGE)), ("/ici", to("/page"))]).await;
    let page = site.read("/ici").await.unwrap();
    assert_eq!(page.title, "Le tour de table");
    assert_eq!((page.site.as_str(), page.licence.as_str()), ("Communs & cie", "CC BY-SA 4.0"));
    assert_eq!(page.about, "Une façon de commencer.");
    assert_eq!(page.address, format!("http://{}/page", site.at), "where it is in the end");
    let robots = site.asked.lock().unwrap().iter().filter(|it| *it == "/robots.txt").count();
    assert_eq!(robots, 1, "a site is asked once what may be read of it");
    let text = reference("Pour nos rencontres.", &page.address, Some(&page));
    assert!(
        text.starts_with("Pour nos rencontres.\n\n> Le tour de table\n>\n> <http://127.0.0.1:"),
        "{text}"
    );
    assert!(text.contains("Communs & cie · CC BY-SA 4.0"), "{text}");
    assert_eq!(
        reference(" Pourquoi ", "https://exemple.org", None),
        "Pourquoi\n\n<https://exemple.org>\n"
    );
}

#[tokio::test]
async fn s7b_what_leads_inside_is_never_asked() {
    let inside = web(vec![("/secret", html("<title>Secret</title>"))]).await;
    let other = format!("http://127.0.0.2:{}/secret", inside.at.port());
    let site =
        web(vec![("/dehors", to(&other)), ("/nom", to("http://localhost.localdomain:1/"))]).await;
    // An address in figures that is not allowed, asked at once or after a redirect.
    assert_eq!(site.read("/dehors").await, Err(NotRead::Private));
    let public = Fetcher::public();
    for address in [
        format!("http://{}/secret", inside.at),
        "http://127.0.0.1/".into(),
        "http://[::1]/".into(),
        "http://[::ffff:127.0.0.1]/".into(),
        "http://2130706433/".into(),
        "http://0x7f.1/".into(),
        "http://10.0.0.1/".into(),
        "http://169.254.169.254/latest/meta-data".into(),
        // A name that is this machine's, and a port that is not the web's.
        "http://localhost/".into(),
        "https://exemple.org:6379/".into(),
    ] {
        assert_eq!(public.read(&address).await, Err(NotRead::Private), "{address}");
    }
    for address in
        ["ftp://exemple.org/", "http://moi@exemple.org/", "file:///etc/passwd", "pas une adresse"]
    {
        assert_eq!(public.read(address).await, Err(NotRead::Wrong), "{address}");
    }
    assert!(
        inside.asked.lock().unwrap().is_empty(),
        "nothing inside was asked: not even its robots.txt"
    );
}

#[tokio::test]
async fn s7b_a_page_has_so_much_time_and_so_many_bytes() {
    let paths = vec![
        ("/sans-fin", Answers::Endlessly),
        ("/jamais", Answers::Never),
        ("/tourne", to("/tourne")),
        ("/image", Answers::With("200 OK", "content-type: image/png".into(), vec![0; 99])),
        ("/absente", Answers::With("404 Not Found", "content-type: text/html".into(), vec![])),
        ("/nulle-part", Answers::With("302 Found", "x: y".into(), vec![])),
    ];
    let site = web(paths).await;
    let (endless, never) = tokio::join!(site.read("/sans-fin"), site.read("/jamais"));
    assert_eq!(endless.unwrap().title, "Sans fin, bientôt", "its beginning was enough");
    assert_eq!(never, Err(NotRead::Slow));
    assert_eq!(site.read("/tourne").await, Err(NotRead::Turning));
    assert_eq!(site.read("/image").await, Err(NotRead::NoPage));
    assert_eq!(site.read("/absente").await, Err(NotRead::Away));
    assert_eq!(site.read("/nulle-part").await, Err(NotRead::Away));
    let bare = web(vec![("/x", html("<p>Rien</p>"))]).await;
    let page = bare.read("/x").await.unwrap();
    assert_eq!(
        (page.title.as_str(), page.site.as_str(), page.licence.as_str()),
        ("", "127.0.0.1", "")
    );
}

#[tokio::test]
async fn s7b_a_site_that_asks_not_to_be_read_is_not() {
    let robots = |text: &str| {
        Answers::With("200 OK", "content-type: text/plain".into(), text.as_bytes().to_vec())
    };
    let site = web(vec![
        ("/robots.txt", robots("User-agent: *\nDisallow: /prive\n")),
        ("/prive", html(PAGE)),
        ("/public", html(PAGE)),
    ]);
    let site = site.await;
    assert_eq!(site.read("/prive").await, Err(NotRead::Unwelcome));
    assert!(site.read("/public").await.is_ok());
    assert!(!site.asked.lock().unwrap().contains(&"/prive".to_owned()));
    let broken =
        Answers::With("503 Service Unavailable", "content-type: text/plain".into(), vec![]);
    let away = web(vec![("/robots.txt", broken), ("/public", html(PAGE))]).await;
    assert_eq!(away.read("/public").await, Err(NotRead::Unwelcome), "it cannot say yes");
}

#[test]
fn addresses_kept_for_something_else_are_not_public() {
    let inside = [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.9.9.9",
        "169.254.1.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "ff02::1",
        "2001:db8::1",
        "2001::1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "3fff::1",
    ];
    for address in inside {
        assert!(!is_public(address.parse().unwrap()), "{address}");
    }
    for address in [
        "1.1.1.1",
        "172.15.0.1",
        "172.32.0.1",
        "100.63.0.1",
        "192.0.1.1",
        "2606:4700::1111",
        "2001:4860::8888",
        "::ffff:8.8.8.8",
    ] {
        assert!(is_public(address.parse().unwrap()), "{address}");
    }
}
