//! The history of a note with ten thousand versions, beside short ones: what it costs
//! must not grow with how much there is to look back on.

use std::time::Instant;

use app::App;
use app::access::Standing;
use app::engine::clock::Clock;
use app::engine::envelope::CommandId;
use app::notes::Words;
use domain::core::ids::{NoteId, PersonId};
use domain::notes::visibility::Visibility;
use poem::{Endpoint, EndpointExt as _, Request};
use web::shell::sse::Streams;
use web::shell::state::Site;

use crate::measure::{Outcome, ROUNDS, compare, median};
use crate::place::Place;
use crate::report::Report;
use crate::{data, texts};

/// How many versions the long one has.
const MANY: i64 = 10_000;

/// And the short one: a full page of history, so that both show as many rows.
const FEW: i64 = 50;

/// And the shortest, beside the last page of the long one: ten rows each.
const TEN: i64 = 10;

/// How many times each page is asked for in a round.
const ASKED: usize = 40;

/// Every measure of this kind.
pub async fn all(place: &Place<'_>, report: &mut Report) -> Outcome<()> {
    let (_, address) = place.fresh().await?;
    let app = App::open(&place.settings(&address), Clock::default()).await?;
    let marie = data::facilitator(&app).await?;
    let short = written(&app, &marie, FEW).await?;
    let ten = written(&app, &marie, TEN).await?;
    let long = written(&app, &marie, MANY).await?;
    let pages =
        web::shell::routes::site(Site::new(app.clone(), data::hosting()), Streams::default());
    let pages = pages.map_to_response();
    let middle = MANY / 2;
    let first = || "historique".to_owned();
    for (name, target, path, other, reference) in [
        ("history page", "≤ 1.2", first(), (&short, FEW), first()),
        (
            "last history page",
            "≤ 1.2",
            format!("historique?avant={}", TEN + 1),
            (&ten, TEN),
            first(),
        ),
        (
            "one version",
            "≤ 1.2",
            format!("versions/{middle}"),
            (&short, FEW),
            "versions/25".to_owned(),
        ),
        (
            "two versions",
            "—",
            format!("comparer?de={middle}&a={}", middle + 1),
            (&short, FEW),
            "comparer?de=25&a=26".to_owned(),
        ),
    ] {
        let (note, versions) = other;
        let mut pairs = vec![];
        for _ in 0..ROUNDS {
            let mine = asked(&pages, &format!("/notes/{long}/{path}")).await?;
            pairs.push((mine, asked(&pages, &format!("/notes/{note}/{reference}")).await?));
        }
        let what = format!("{name} of a note with {MANY} versions, median; with {versions}");
        let row = format!("10.{} {name}", place.engine.word());
        report.add(&row, target, "ms", compare(&pairs), &what)?;
    }
    drop(app);
    place.erase(&address);
    Ok(())
}

/// A note for everyone with so many versions.
async fn written(app: &App, by: &PersonId, versions: i64) -> Outcome<NoteId> {
    let mut body = texts::note(2_000, 7);
    let words = |body: &str| Words {
        title: "Une note".to_owned(),
        body: body.to_owned(),
        summary: String::new(),
    };
    let id = app.notes().draft(by, None, &words(&body), CommandId::fresh()).await?;
    let note = projections::notes::note::find(&app.db, &id).await?.ok_or("the note is there")?;
    app.notes().publish(&note, by, Visibility::Everyone, false, CommandId::fresh()).await?;
    let standing = Standing { writer: true, ..Standing::default() };
    let (mut base, mut seed) = (1, 0);
    while base < versions {
        // Each is an edit of the first text: the note stays as long as it was.
        seed += 1;
        body = texts::edited(&texts::note(2_000, 7), seed);
        let saved = app
            .notes()
            .revise(&note, standing, by, base, &words(&body), CommandId::fresh())
            .await?;
        if saved != app::notes::revise::Saved::Unchanged {
            base += 1;
        }
    }
    Ok(id)
}

/// How long a page takes, in milliseconds, the middle of many times.
async fn asked<E: Endpoint<Output = poem::Response>>(pages: &E, path: &str) -> Outcome<f64> {
    let mut times = Vec::with_capacity(ASKED);
    for _ in 0..ASKED {
        let request = Request::builder().uri_str(path).header("host", "localhost").finish();
        let begun = Instant::now();
        let response = pages.get_response(request).await;
        let status = response.status();
        let read = response.into_body().into_vec().await?;
        times.push(begun.elapsed().as_secs_f64() * 1000.0);
        if !status.is_success() || read.is_empty() {
            return Err(format!("{path} answered {status}").into());
        }
    }
    Ok(median(&mut times))
}
