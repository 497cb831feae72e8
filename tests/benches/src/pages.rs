//! Pages of a commons of ten thousand notes, beside a constant page of the same size
//! from the same server; and the data of a page beside bare rusqlite.

use std::time::Instant;

use app::App;
use app::engine::clock::Clock;
use app::engine::envelope::CommandId;
use migrations::Db;
use poem::{EndpointExt as _, IntoResponse as _, Route, endpoint::make_sync};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use web::shell::sse::Streams;
use web::shell::state::Site;

use crate::data;
use crate::measure::{Outcome, ROUNDS, compare, per_second};
use crate::place::{Engine, Place};
use crate::report::Report;

/// How many notes.
const NOTES: i64 = 10_000;

/// Every measure of this kind.
pub async fn all(place: &Place<'_>, report: &mut Report) -> Outcome<()> {
    let (_, address) = place.fresh().await?;
    let settings = place.settings(&address);
    drop(App::open_with(&settings, Clock::default(), vec![]).await?);
    data::fill(&Db::open(&address).await?, NOTES * 50, NOTES).await?;
    let app = App::open(&settings, Clock::default()).await?;
    let marie = data::facilitator(&app).await?;
    let workshop = data::workshop(&app, &marie).await?;
    for number in 0..30 {
        let name = format!("Personne {number}");
        app.workshops().enter_workshop(&workshop, None, &name, "fr", CommandId::fresh()).await?;
    }
    let code = projections::workshops::workshop::find(&app.db, &workshop)
        .await?
        .ok_or("it is there")?
        .code;
    let session = app.people().open_session(&marie).await?;
    if place.engine == Engine::Sqlite {
        point_read(&app, &address, report).await?;
    }
    let stop = CancellationToken::new();
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let site = format!("http://{}", listener.local_addr()?);
    let pages =
        web::shell::routes::site(Site::new(app.clone(), data::hosting()), Streams::default());
    tokio::spawn(web::shell::server::run(listener, pages, stop.clone(), false));
    for (name, path) in [
        ("note", "/notes/n42".to_owned()),
        ("join", format!("/a/{code}")),
        ("console", format!("/ateliers/{workshop}/console")),
    ] {
        let page = get(&reqwest::Client::new(), &format!("{site}{path}"), &session).await?;
        let size = page.len();
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let constant = format!("http://{}", listener.local_addr()?);
        let same =
            Route::new().at("/", make_sync(move |_| poem::web::Html(page.clone()).into_response()));
        tokio::spawn(web::shell::server::run(listener, same.boxed(), stop.clone(), false));
        let mut pairs = vec![];
        for _ in 0..ROUNDS {
            let mine = asked(format!("{site}{path}"), session.clone()).await;
            pairs.push((mine, asked(format!("{constant}/"), session.clone()).await));
        }
        let what = format!(
            "{name} page, requests/s, 16 connections, client on the same cores; constant page of {size} bytes"
        );
        let row = format!("5.{} {name} page", place.engine.word());
        report.add(&row, "≥ 0.25", "/s", compare(&pairs), &what)?;
    }
    stop.cancel();
    place.erase(&address);
    Ok(())
}

async fn get(client: &reqwest::Client, url: &str, session: &str) -> Outcome<String> {
    let answer = client.get(url).header("cookie", format!("session={session}")).send().await?;
    Ok(answer.error_for_status()?.text().await?)
}

async fn asked(url: String, session: String) -> f64 {
    let client = reqwest::Client::new();
    per_second(16, move |_| {
        let (client, url, session) = (client.clone(), url.clone(), session.clone());
        async move {
            get(&client, &url, &session).await.expect("the page answers");
        }
    })
    .await
}

/// The note of a page and its figures: the facade beside bare rusqlite, the same
/// statements.
async fn point_read(app: &App, address: &str, report: &mut Report) -> Outcome<()> {
    const READS: i64 = 20_000;
    let note = "select n.note, n.writer, coalesce(p.name, ''), n.workshop, n.door, n.content_id,
            c.title, c.body, n.revision, n.words, n.visibility, n.wall,
            n.published_at, n.modified_at, coalesce(t.thanks, 0), n.everyone_from,
            n.by_group, n.closed, n.chosen, n.communities, n.by_link, n.status, n.language, n.licence, n.region,
            (select count(*) from p_coauthor co where co.note = n.note)
        from p_note n join content c on c.content_id = n.content_id
        left join people p on p.person = n.writer
        left join p_reception t on t.note = n.note where n.note = ?1";
    let figures =
        "select readers, reads, likes, likes_guests, thanks from p_reception where note = ?1";
    let names = projections::names();
    let (note, figures) = (names.resolve(note), names.resolve(figures));
    let bare = rusqlite::Connection::open(address)?;
    let mut pairs = vec![];
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        for number in 0..READS {
            let id = format!("n{}", number % NOTES).parse()?;
            let found = projections::notes::note::find(&app.db, &id).await?;
            let counted = projections::notes::reception::of(&app.db, &id).await?;
            std::hint::black_box((found, counted));
        }
        let mine = f64::from(20_000) / begun.elapsed().as_secs_f64();
        let begun = Instant::now();
        for number in 0..READS {
            let id = format!("n{}", number % NOTES);
            for (sql, texts) in [(&note, 8), (&figures, 0)] {
                let mut statement = bare.prepare_cached(sql)?;
                let columns = statement.column_count();
                let mut rows = statement.query([&id])?;
                // A note nobody has read has no figures.
                let Some(row) = rows.next()? else { continue };
                for column in 0..columns {
                    if column < texts {
                        std::hint::black_box(row.get::<_, Option<String>>(column)?);
                    } else {
                        std::hint::black_box(row.get_ref(column)?);
                    }
                }
            }
        }
        pairs.push((mine, f64::from(20_000) / begun.elapsed().as_secs_f64()));
    }
    let what = "a note and its figures, one caller; bare rusqlite, the same statements";
    report.add("4.SQLite point read", "≥ 0.7", "/s", compare(&pairs), what)
}
