//! A community of the demonstration: it lives elsewhere, and meets.

use chrono::DateTime;
use domain::core::ids::{CommunityId, PersonId};
use domain::groups::community::{Admission, Part, Spread};
use domain::groups::item::{ItemKind, Sheet, Source};
use domain::groups::mandate::{Task, Within};
use domain::groups::meeting::{Hours, Kind, Moment};
use projections::groups::community::{Community, find};
use projections::groups::meeting;

use super::AnyResult;
use crate::App;
use crate::access::Viewer;
use crate::engine::clock::{DAY, HOUR};
use crate::engine::envelope::CommandId;
use crate::groups::communities::Wording;
use crate::groups::items::{Place, read_lines};
use crate::groups::mandates::Agreement;
use crate::groups::meetings::Announcement;
use crate::groups::synthesis::Labels;

/// The hour at which it meets, in microseconds since midnight, UTC: the evening in Montréal.
const EVENING: i64 = 23 * HOUR + HOUR / 2;

/// What was said at the last meeting.
const SAID: &str = "a/ Se voir avant d'écrire change tout
- on n'ose plus garder pour soi ce qui a raté
b/ Un lieu où laisser les affiches d'une fois à l'autre
i/ Inviter les gens du marché à la prochaine
q/ Qui garde les clés l'été ?";

/// The words of a synthesis, in French.
struct French;

impl Labels for French {
    fn family(&self, family: &str) -> String {
        match family {
            "learnings" => "Apprentissages",
            "needs" => "Besoins et conseils",
            "solutions" => "Idées et pistes",
            "process" => "Comment ça se passe",
            "testimonies" => "Témoignages",
            _ => "Questions en suspens",
        }
        .to_owned()
    }

    fn kind(&self, kind: ItemKind) -> String {
        match kind {
            ItemKind::Learning => "APPRENTISSAGE",
            ItemKind::Need => "BESOIN",
            ItemKind::Idea => "IDÉE",
            ItemKind::Lead => "PISTE",
            ItemKind::Advice => "CONSEIL",
            ItemKind::Question => "QUESTION",
            ItemKind::Testimony => "TÉMOIGNAGE",
            ItemKind::Stage => "ÉTAPE",
            ItemKind::Tool => "OUTIL",
            ItemKind::Brake => "FREIN",
        }
        .to_owned()
    }

    fn title(&self, meeting: &str) -> String {
        format!("Synthèse : {meeting}")
    }

    fn sources(&self, address: &str) -> String {
        format!("[D'où vient chaque ligne]({address})")
    }
}

/// Begins it: the first of `people` looks after it, the others come in.
pub(super) async fn begin(app: &App, people: &[PersonId]) -> AnyResult<CommunityId> {
    let groups = app.groups();
    let by = &people[0];
    let about = Wording {
        line: "Cercle des berges".to_owned(),
        second: "cercle".to_owned(),
        body: "On s'occupe des berges, et on raconte ce qu'on apprend en le faisant.".to_owned(),
    };
    let doors = (Admission::OnRequest, Spread::Local);
    let id = groups.found(by, &about, doors, CommandId::fresh()).await?;
    let mandate = Wording {
        line: String::new(),
        second: "Se voir toutes les deux semaines\nUne note par saison".to_owned(),
        body: "Que personne n'ait à réapprendre seul ce qu'une autre berge sait déjà.".to_owned(),
    };
    let places = Wording {
        line: "La cabane du quai, ou chez Louise quand il gèle".to_owned(),
        second: String::new(),
        body: "La liste de courriels\nLe babillard de l'épicerie".to_owned(),
    };
    for (part, words) in [(Part::Mandate, &mandate), (Part::Places, &places)] {
        groups.describe(&id, by, (part, words), CommandId::fresh()).await?;
    }
    for person in &people[1..9] {
        groups.joined(&id, person, CommandId::fresh()).await?;
    }
    Ok(id)
}

/// What it lived since: its meetings, one of them told, the next ones, and a mandate.
pub(super) async fn live(app: &App, id: &CommunityId, people: &[PersonId]) -> AnyResult<()> {
    let groups = app.groups();
    let community = find(&app.db, id).await?.ok_or("the community was just begun")?;
    let evening = app.clock.now() / DAY * DAY + EVENING;
    let hours = |days: i64, lasts: i64| -> AnyResult<Hours> {
        let starts_at = evening + days * DAY;
        let zone = "America/Montreal".parse()?;
        Ok(Hours { starts_at, ends_at: starts_at + lasts, zone })
    };
    let every_two_weeks: AnyResult<Vec<Hours>> =
        (-4..2).map(|at| hours(at * 14 - 6, 2 * HOUR)).collect();
    let first = announce(
        app,
        (&community, &people[0]),
        ("Rencontre du cercle", "On regarde ce qui a poussé depuis la dernière fois."),
        Kind::Gathering,
        every_two_weeks?,
    )
    .await?;
    tell_last(app, &people[2], &first).await?;
    let retreat = announce(
        app,
        (&community, &people[4]),
        ("Deux jours pour écrire au bord de l'eau", "Chacun apporte une note commencée."),
        Kind::Retreat,
        vec![hours(30, DAY + 3 * HOUR)?],
    )
    .await?;
    for (person, aim) in
        [(4, "Finir la note sur les saules"), (5, "En commencer une"), (7, "Relire les autres")]
    {
        let person = &people[person];
        groups.come_to_meeting(&retreat, person, true, CommandId::fresh()).await?;
        groups.say_aim(&retreat, person, (Moment::Start, aim), CommandId::fresh()).await?;
    }
    let day = |at: i64| DateTime::from_timestamp_micros(at).map(|at| at.date_naive());
    let today = app.clock.now();
    let from = day(today - 60 * DAY).ok_or("a day that can be counted")?;
    let agreement = Agreement {
        task: Task::Capture,
        from,
        until: None,
        hours: Some(24),
        amount: Some(72_000),
        title: "Prendre des notes aux rencontres".to_owned(),
        funder: "Fonds des lacs".to_owned(),
    };
    let within = Within::Community(id.clone());
    let mandate = groups
        .give_mandate(&within, &people[0], (&people[2], &agreement), CommandId::fresh())
        .await?;
    for (days, minutes) in [(48, 120), (34, 90), (20, 120), (6, 150)] {
        let on = day(today - days * DAY).ok_or("a day that can be counted")?;
        groups.note_time(&mandate, &people[2], (on, minutes), CommandId::fresh()).await?;
    }
    Ok(())
}

async fn announce(
    app: &App,
    (community, by): (&Community, &PersonId),
    (title, about): (&str, &str),
    kind: Kind,
    hours: Vec<Hours>,
) -> AnyResult<meeting::Meeting> {
    let announcement = Announcement {
        title: title.to_owned(),
        about: about.to_owned(),
        place: "La cabane du quai".to_owned(),
        kind,
        hours,
        places: None,
    };
    let groups = app.groups();
    let id = groups.announce_meeting(community, by, &announcement, CommandId::fresh()).await?;
    Ok(meeting::find(&app.db, &id).await?.ok_or("the meeting was just announced")?)
}

/// The last meeting of a series that is over, told in a note by whoever kept its notes.
async fn tell_last(app: &App, by: &PersonId, first: &meeting::Meeting) -> AnyResult<()> {
    let now = app.clock.now();
    let held = meeting::held(&app.db, &first.community, now, (0, 1)).await?;
    let Some(last) = held.into_iter().next() else { return Ok(()) };
    let groups = app.groups();
    groups.come_to_meeting(&last, by, true, CommandId::fresh()).await?;
    let sheet = Sheet::Meeting(last.meeting.clone());
    let place = Place { sheet: &sheet, under: None, source: Source::Said };
    let lines = read_lines(SAID, ItemKind::Learning, false);
    groups.capture_for_room(by, &place, &lines, &CommandId::fresh()).await?;
    let viewer = Viewer { someone: app.people().someone(by).await?, links: vec![] };
    let sources = format!("/rencontres/{}/sources", last.meeting);
    let key = CommandId::fresh();
    groups.synthesise_meeting(&last, &viewer, &French, &sources, key).await?;
    Ok(())
}
