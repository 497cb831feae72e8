//! Pages of a community of ten thousand beside those of one of ten.

use app::App;
use app::engine::clock::{Clock, HOUR};
use app::engine::envelope::CommandId;
use app::groups::communities::Wording;
use app::groups::meetings::Announcement;
use app::notes::Words;
use domain::core::ids::{CommunityId, PersonId};
use domain::groups::community::{Admission, Spread};
use domain::groups::meeting::{Hours, Kind};
use domain::notes::audience::Group;
use futures_util::future::try_join_all;
use poem::EndpointExt as _;
use web::shell::sse::Streams;
use web::shell::state::Site;

use crate::commons::asked;
use crate::data;
use crate::measure::{Outcome, ROUNDS, compare};
use crate::place::{Engine, Place};
use crate::report::Report;

/// The members of the large one, and of the small one.
const LARGE: usize = 10_000;
const SMALL: usize = 10;

/// A full page of members.
const FULL: usize = 60;

/// How many come in at once.
const AT_ONCE: usize = 100;

/// A community, with what is asked for in it.
struct Lived {
    community: CommunityId,
    note: String,
    meeting: String,
}

/// Every measure of this kind.
pub async fn all(place: &Place<'_>, report: &mut Report) -> Outcome<()> {
    let (name, address) = place.fresh().await?;
    let app = App::open(&place.settings(&address), Clock::default()).await?;
    let reader: PersonId = "reader".parse()?;
    app.people().ensure_person(&reader, "Lectrice", "fr").await?;
    let large = lived(&app, &reader, LARGE).await?;
    let small = lived(&app, &reader, SMALL).await?;
    let full = lived(&app, &reader, FULL).await?;
    if place.engine == Engine::Postgres {
        place.cluster.tool("psql", &name, &["-qc", "vacuum analyze", "-c", "checkpoint"])?;
    }
    let session = app.people().open_session(&reader).await?;
    let pages = web::shell::routes::site(Site::new(app, data::hosting()), Streams::default());
    let pages = pages.map_to_response();
    let of = |it: &Lived, rest: &str| format!("/communautes/{}{rest}", it.community);
    for (what, of_large, of_small) in [
        ("home", of(&large, ""), of(&small, "")),
        ("members", of(&large, "/membres"), of(&full, "/membres")),
        ("meetings", of(&large, "/rencontres"), of(&small, "/rencontres")),
        ("meeting", large.meeting.clone(), small.meeting.clone()),
        ("note shared with it", large.note.clone(), small.note.clone()),
        (
            "readers of that note",
            format!("{}/lecteurs", large.note),
            format!("{}/lecteurs", small.note),
        ),
    ] {
        let mut pairs = vec![];
        for _ in 0..ROUNDS {
            let one = asked(&pages, &session, &of_large).await?;
            pairs.push((one, asked(&pages, &session, &of_small).await?));
        }
        let beside = if what == "members" { FULL } else { SMALL };
        let what_for = format!("{what}, median; {LARGE} members beside {beside}");
        let row = format!("18.{} {what}", place.engine.word());
        report.add(&row, "≤ 1.3", "ms", compare(&pairs), &what_for)?;
    }
    drop(pages);
    place.erase(&address);
    Ok(())
}

/// A community of `members`, the reader among them, who shared a note with it and announced a
/// meeting.
async fn lived(app: &App, reader: &PersonId, members: usize) -> Outcome<Lived> {
    let groups = app.groups();
    let about = Wording { line: format!("Cercle de {members}"), ..Wording::default() };
    let doors = (Admission::Open, Spread::Mixed);
    let id = groups.found(reader, &about, doors, CommandId::fresh()).await?;
    let found = projections::groups::community::find(&app.db, &id).await?.ok_or("it is there")?;
    let people: Vec<PersonId> = (1..members)
        .map(|at| format!("member-{members}-{at}").parse())
        .collect::<Result<_, _>>()?;
    for some in people.chunks(AT_ONCE) {
        try_join_all(some.iter().map(|it| groups.join(&found, it, CommandId::fresh()))).await?;
    }
    let words = Words {
        title: "Une note".into(),
        body: "Ce que nous avons appris.".into(),
        ..Words::default()
    };
    let note = app.notes().draft(reader, None, &words, CommandId::fresh()).await?;
    let draft = projections::notes::note::find(&app.db, &note).await?.ok_or("it is there")?;
    let standing = app::access::Standing { writer: true, first: 1, ..Default::default() };
    let with = Group::Community(id.clone());
    app.notes().share(&draft, standing, (reader, with), CommandId::fresh()).await?;
    let starts_at = app.clock.now() + HOUR;
    let zone = "America/Montreal".parse()?;
    let announcement = Announcement {
        title: "Rencontre".into(),
        about: String::new(),
        place: String::new(),
        kind: Kind::Gathering,
        hours: vec![Hours { starts_at, ends_at: starts_at + HOUR, zone }],
        places: None,
    };
    let key = CommandId::fresh();
    let meeting = groups.announce_meeting(&found, reader, &announcement, key).await?;
    let (note, meeting) = (format!("/notes/{note}"), format!("/rencontres/{meeting}"));
    Ok(Lived { community: id, note, meeting })
}
