//! Listening, saying where, and stopping.

use std::net::SocketAddr;
use std::time::Duration;
use web::shell::address;

use app::App;
use app::demo::Demo;
use app::engine::budget::KEEPING;
use app::notes::fetch::Fetcher;
use projections::workshops::workshop;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use web::shell::sse::Streams;
use web::shell::state::{Hosting, Site};
use web::shell::{qr, routes, server};
use web::workshops::after::newsletter::letter::send_due;
use web::workshops::console::screen::join_link;

use super::{Outcome, Reach, lan};

/// How many new devices of one address are told apart at once, and again within the hour: a
/// school, a library, a hall on one wifi.
const DEVICES: u32 = 300;

/// A place to be reached at.
pub struct Listen {
    listener: TcpListener,
    /// The address we listen on.
    pub address: SocketAddr,
    /// The address people type, without a final slash.
    pub public_url: String,
}

impl Listen {
    /// Takes the address; `on_lan` tells phones the address of this machine.
    pub async fn bind(
        socket_addr: SocketAddr,
        public: Option<String>,
        on_lan: bool,
    ) -> Outcome<Self> {
        let listener = TcpListener::bind(socket_addr).await.map_err(|error| {
            format!("{socket_addr} : {error}. Essayez --listen avec un autre port.")
        })?;
        let address = listener.local_addr()?;
        let port = address.port();
        let guessed =
            || match lan::address().filter(|_| on_lan && socket_addr.ip().is_unspecified()) {
                Some(lan) => format!("http://{lan}:{port}"),
                None if socket_addr.ip().is_unspecified() || socket_addr.ip().is_loopback() => {
                    format!("http://localhost:{port}")
                }
                None => format!("http://{address}"),
            };
        let public_url = public.unwrap_or_else(guessed).trim_end_matches('/').to_owned();
        Ok(Self { listener, address, public_url })
    }
}

/// The site, hosted as asked.
pub fn site(app: App, listen: &Listen, reach: &Reach) -> Site {
    let fetcher = if reach.no_fetch { None } else { Some(Fetcher::public()) };
    let hosting = Hosting {
        public_url: listen.public_url.clone(),
        source_url: reach.source_url.clone(),
        behind_proxy: reach.behind_proxy,
        metrics_token: reach.metrics_token.clone().filter(|token| !token.is_empty()),
        devices: DEVICES,
        zone: reach.timezone,
        fetcher,
    };
    Site::new(app, hosting)
}

/// The three links of a demonstration, and the QR code of the first.
pub async fn tell_demo(site: &Site, listen: &Listen, demo: &Demo) -> Outcome<()> {
    let found = workshop::find(&site.app.db, &demo.workshop).await?;
    let found = found.ok_or("the demonstration has a workshop")?;
    let join = join_link(&listen.public_url, &found);
    let local = format!("http://localhost:{}", listen.address.port());
    let visit = |token: &str, back: &str| format!("{local}{}?retour={back}", address::visit(token));
    let console = visit(&demo.facilitator, &address::console(&demo.workshop));
    let editor = visit(&demo.editor, &address::history(&demo.note));
    println!("\n{}", qr::terminal(&join));
    println!("  Participant·e · Newcomer      {join}");
    println!("                                (code {})", found.code);
    println!("  Animateur·trice · Facilitator {console}");
    println!("  Éditeur·trice · Editor        {editor}");
    println!("\n  Le site · The site : {local} (écoute sur · listening on {})", listen.address);
    println!(
        "  Un téléphone sur le même wifi peut scanner le code · A phone on the same wifi can scan the code."
    );
    println!("  Ctrl+C pour arrêter ; rien ne sera gardé · Ctrl+C to stop; nothing is kept.\n");
    Ok(())
}

/// Hears SIGTERM and Ctrl+C from now on: whoever is told that the site is there may ask
/// it to stop at once.
pub fn until_asked() -> Outcome<Streams> {
    let streams = Streams::default();
    let mut term = signal(SignalKind::terminate())?;
    let token = streams.0.clone();
    tokio::spawn(async move {
        tokio::select! {
            _ = term.recv() => {}
            _ = tokio::signal::ctrl_c() => {}
        }
        // Streams end first, so that they do not keep the server open.
        token.cancel();
    });
    Ok(streams)
}

/// The hour, as long as the clock of the wall and one that is never put forward agree.
#[derive(Default)]
struct Hours(Option<(i64, std::time::Instant)>);

impl Hours {
    /// `now`, in microseconds, if as much time has passed by both clocks since it was last
    /// asked, give or take an hour; never the first time.
    fn agreed(&mut self, now: i64) -> Option<i64> {
        let (then, began) = self.0.replace((now, std::time::Instant::now()))?;
        let passed = i64::try_from(began.elapsed().as_micros()).unwrap_or(i64::MAX);
        ((now - then) - passed).abs().le(&app::engine::clock::HOUR).then_some(now)
    }
}

/// Serves until it is asked to stop, then lets pages under way end.
pub async fn until_stopped(site: Site, listen: Listen, streams: Streams) -> Outcome<()> {
    let stop = streams.0.clone();
    let (limits, app, post) = (site.limits.clone(), site.app.clone(), site.clone());
    tokio::spawn(async move {
        let mut hours = Hours::default();
        for minute in 0_u64.. {
            tokio::time::sleep(Duration::from_mins(1)).await;
            limits.forget_old();
            post.doors.forget_old();
            // What waits for the store of files goes there as soon as it answers.
            let files = post.app.clone();
            tokio::spawn(async move {
                if let Err(error) = files.files().tidy().await {
                    tracing::warn!(%error, "files could not be put in their store yet");
                }
            });
            if minute.is_multiple_of(60)
                && let Some(now) = hours.agreed(app.clock.now())
            {
                // Another node may have done it this hour.
                match app.spend(KEEPING, "").await {
                    Ok(false) => {}
                    Ok(true) => {
                        if let Err(error) = app.exchange().keep_times(now).await {
                            tracing::warn!(%error, "what is past could not be forgotten");
                        }
                    }
                    Err(error) => tracing::warn!(%error, "what is past could not be forgotten"),
                }
            }
            if minute.is_multiple_of(60) {
                let post = post.clone();
                tokio::spawn(async move {
                    if let Err(error) = send_due(&post).await {
                        tracing::warn!(?error, "letters that are due could not leave");
                    }
                });
            }
        }
    });
    let behind_proxy = site.hosting.behind_proxy;
    server::run(listen.listener, routes::site(site, streams), stop, behind_proxy).await;
    println!("Arrêté, tout est enregistré · Stopped, everything is saved.");
    Ok(())
}
