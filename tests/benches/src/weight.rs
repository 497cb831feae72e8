//! The same pages in a commons of ten thousand notes and in one of a hundred: what a page
//! costs must not grow with what the commons weighs.

use std::time::Instant;

use app::App;
use app::engine::clock::Clock;
use migrations::Db;
use poem::{Endpoint, EndpointExt as _, Request};
use web::shell::sse::Streams;
use web::shell::state::Site;

use crate::data;
use crate::measure::{Outcome, ROUNDS, compare, median};
use crate::place::Place;
use crate::report::Report;

/// How many notes the large one has, and the small one.
const MANY: i64 = 10_000;
const FEW: i64 = 100;

/// How many times each page is asked for in a round.
const ASKED: usize = 60;

/// A commons of so many notes, and somebody who is signed in to it.
struct Commons<E> {
    pages: E,
    session: String,
    address: String,
    _app: App,
}

/// Every measure of this kind.
pub async fn all(place: &Place<'_>, report: &mut Report) -> Outcome<()> {
    let large = commons(place, MANY).await?;
    let small = commons(place, FEW).await?;
    for (name, path, signed) in [
        ("home", "/", false),
        ("home, signed in", "/", true),
        ("list of notes", "/notes", false),
        ("list of notes, signed in", "/notes", true),
        ("note", "/notes/n42", false),
        ("note, signed in", "/notes/n42", true),
        ("choice of a note to link", "/notes/n42/liens", true),
        ("history", "/notes/n42/historique", true),
        ("search for a rare word", "/recherche?q=42", true),
        ("search for a word of every note", "/recherche?q=quelques", true),
        ("my page", "/moi", true),
    ] {
        let mut pairs = vec![];
        for _ in 0..ROUNDS {
            let mine = asked(&large, path, signed).await?;
            pairs.push((mine, asked(&small, path, signed).await?));
        }
        let what = format!("{name}, in a commons of {MANY} notes, median; of {FEW}");
        let row = format!("11.{} {name}", place.engine.word());
        report.add(&row, "≤ 1.3", "ms", compare(&pairs), &what)?;
    }
    for address in [large.address.clone(), small.address.clone()] {
        place.erase(&address);
    }
    Ok(())
}

async fn commons(
    place: &Place<'_>,
    notes: i64,
) -> Outcome<Commons<impl Endpoint<Output = poem::Response>>> {
    let (_, address) = place.fresh().await?;
    let settings = place.settings(&address);
    drop(App::open_with(&settings, Clock::default(), vec![]).await?);
    data::fill(&Db::open(&address).await?, notes * 50, notes).await?;
    let app = App::open(&settings, Clock::default()).await?;
    let marie = data::facilitator(&app).await?;
    let session = app.people().open_session(&marie).await?;
    let pages =
        web::shell::routes::site(Site::new(app.clone(), data::hosting()), Streams::default());
    Ok(Commons { pages: pages.map_to_response(), session, address, _app: app })
}

/// How long a page takes, in milliseconds, the middle of many times.
async fn asked<E: Endpoint<Output = poem::Response>>(
    commons: &Commons<E>,
    path: &str,
    signed: bool,
) -> Outcome<f64> {
    let mut times = Vec::with_capacity(ASKED);
    for _ in 0..ASKED {
        let mut request = Request::builder().uri_str(path).header("host", "localhost");
        if signed {
            request = request.header("cookie", format!("session={}", commons.session));
        }
        let begun = Instant::now();
        let response = commons.pages.get_response(request.finish()).await;
        let status = response.status();
        let read = response.into_body().into_vec().await?;
        times.push(begun.elapsed().as_secs_f64() * 1000.0);
        if !status.is_success() || read.is_empty() {
            return Err(format!("{path} answered {status}").into());
        }
    }
    Ok(median(&mut times))
}
