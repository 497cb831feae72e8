//! Lists and pages in a large commons beside a small one, for somebody who is in forty groups of
//! each.

use std::time::Instant;

use app::App;
use app::engine::clock::Clock;
use app::engine::envelope::CommandId;
use app::generate::{Size, fill};
use app::notes::Words;
use domain::core::ids::PersonId;
use poem::http::StatusCode;
use poem::{Endpoint, EndpointExt as _, Request, Response};
use web::shell::sse::Streams;
use web::shell::state::Site;

use crate::data;
use crate::measure::{Outcome, ROUNDS, compare, median};
use crate::place::{Engine, Place};
use crate::report::Report;

/// The large one; `SILLAGE_BENCH_NOTES` gives another number of notes, and people and groups in
/// the same proportion.
const LARGE: Size = Size { people: 50_000, notes: 120_000, groups: 500 };

/// The small one.
const SMALL: Size = Size { people: 100, notes: 100, groups: 40 };

/// How many times each page is asked for in a round.
const ASKED: usize = 30;

/// Every measure of this kind.
pub async fn all(place: &Place<'_>, report: &mut Report) -> Outcome<()> {
    let large = large();
    let (mut commons, mut addresses) = (vec![], vec![]);
    for size in [large, SMALL] {
        let (name, address) = place.fresh().await?;
        let settings = place.settings(&address);
        let empty = App::open_with(&settings, Clock::default(), vec![]).await?;
        let reader = fill(&empty, size, 1).await?.reader;
        drop(empty);
        let app = App::open(&settings, Clock::default()).await?;
        if place.engine == Engine::Postgres {
            place.cluster.tool("psql", &name, &["-qc", "vacuum analyze", "-c", "checkpoint"])?;
        }
        // As many drafts are listed in both.
        for number in 0..5 {
            let text = words("Un brouillon", &format!("Le brouillon {number}."));
            app.notes().draft(&reader, None, &text, CommandId::fresh()).await?;
        }
        let session = app.people().open_session(&reader).await?;
        let note = a_note(&app, &reader).await?;
        let site = Site::new(app, data::hosting());
        let pages = web::shell::routes::site(site, Streams::default()).map_to_response();
        commons.push((pages, session, note));
        addresses.push(address);
    }
    for (name, path) in [
        ("home", "/"),
        ("notes", "/notes"),
        // A word of most notes, so that both pages show as many.
        ("search", "/recherche?q=personne"),
        ("own", "/moi"),
        ("new note", "/notes/nouvelle"),
        ("note page", "/notes/:note"),
        ("history", "/notes/:note/historique"),
    ] {
        let mut pairs = vec![];
        for _ in 0..ROUNDS {
            let mut spent = [0.0; 2];
            for ((pages, session, note), spent) in commons.iter().zip(&mut spent) {
                *spent = asked(pages, session, &path.replace(":note", note)).await?;
            }
            pairs.push((spent[0], spent[1]));
        }
        let what = format!(
            "{name}, median; {} notes, {} people, {} groups beside {} notes, a reader in 40 groups of each",
            large.notes, large.people, large.groups, SMALL.notes
        );
        let row = format!("17.{} {name}", place.engine.word());
        report.add(&row, "≤ 1.3", "ms", compare(&pairs), &what)?;
    }
    drop(commons);
    for address in &addresses {
        place.erase(address);
    }
    Ok(())
}

fn large() -> Size {
    let asked = std::env::var("SILLAGE_BENCH_NOTES").ok();
    let Some(notes) = asked.and_then(|text| text.parse::<u32>().ok()) else { return LARGE };
    let of = |most: u32| (u64::from(most) * u64::from(notes) / u64::from(LARGE.notes)).max(40);
    let [people, groups] =
        [LARGE.people, LARGE.groups].map(|most| u32::try_from(of(most)).unwrap_or(most));
    Size { people, notes, groups }
}

fn words(title: &str, body: &str) -> Words {
    Words { title: title.to_owned(), body: body.to_owned(), ..Words::default() }
}

/// The newest note that they may read.
async fn a_note(app: &App, reader: &PersonId) -> Outcome<String> {
    let found = projections::notes::note::newest(&app.db, reader.as_str(), 1).await?;
    Ok(found.first().ok_or("there are notes")?.note.to_string())
}

/// Milliseconds for one page, the median of [`ASKED`].
pub(crate) async fn asked(
    pages: &impl Endpoint<Output = Response>,
    session: &str,
    path: &str,
) -> Outcome<f64> {
    let mut times = vec![];
    for _ in 0..ASKED {
        let request = Request::builder()
            .uri_str(path)
            .header("cookie", format!("session={session}"))
            .header("host", "localhost")
            .header("accept", "text/html")
            .finish();
        let begun = Instant::now();
        let answer = pages.get_response(request).await;
        let status = answer.status();
        std::hint::black_box(answer.into_body().into_vec().await?);
        times.push(begun.elapsed().as_secs_f64() * 1000.0);
        if status != StatusCode::OK {
            return Err(format!("{path}: {status}").into());
        }
    }
    Ok(median(&mut times))
}
