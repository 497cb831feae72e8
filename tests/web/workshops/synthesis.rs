//! The real workshop, replayed: its note keeper captures every line of it by HTTP, and the
//! synthesis that is generated says the same thing as the one people wrote.

use app::notes::bring;
use domain::prose::diff::page::{Fate, Mark, compare};
use projections::groups::item;
use projections::notes::note;
use projections::workshops::workshop;

use crate::both;
use crate::site::{Guest, Host};
use crate::workshops::room::{come_in, open, write_and_publish, writing};

/// The whole synthesis of a real workshop, when it is beside the project.
const REAL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/atelier-1-synthese.txt");

/// A shorter one, of our own, in the same shape.
const OURS: &str = include_str!("../../app/notes/synthesis.txt");

fn texts() -> Vec<String> {
    let mut texts = vec![OURS.to_owned()];
    match std::fs::read_to_string(REAL) {
        Ok(real) => texts.push(real),
        Err(_) => eprintln!("the real synthesis is not here: only ours is tried"),
    }
    texts
}

/// A line as a note keeper hears it: how deep, of which kind, which words.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Said {
    depth: usize,
    kind: &'static str,
    words: String,
}

/// The kind a heading announces, and what is left of it once the announcement is taken off.
fn headed(line: &str, questions: bool) -> Option<(&'static str, &str)> {
    let announced = [
        ("APPRENTISSAGE - ", "learning"),
        ("IDÉE - ", "idea"),
        ("PISTE - ", "lead"),
        ("CONSEIL - ", "advice"),
    ];
    for (label, kind) in announced {
        if let Some(rest) = line.strip_prefix(label) {
            return Some((kind, rest));
        }
    }
    if line.starts_with("Besoin ") || line.contains(" : Besoin ") {
        return Some(("need", line));
    }
    let opens = questions && !line.starts_with(['•', 'Q']);
    opens.then_some(("question", line))
}

/// What of the text was said in the room, and what is the furniture of its page.
fn heard(text: &str) -> (Vec<Said>, Vec<String>) {
    let (mut said, mut furniture): (Vec<Said>, Vec<String>) = (vec![], vec![]);
    let last_bullet = text.lines().rfind(|line| line.trim_start().starts_with('•'));
    let (mut questions, mut over) = (false, false);
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let words = line.trim();
        questions |= words.starts_with("Questions en suspen");
        if over {
            furniture.push(words.to_owned());
        } else if let Some((kind, rest)) = headed(words, questions) {
            said.push(Said { depth: 0, kind, words: rest.trim().to_owned() });
        } else if let Some(rest) = words.strip_prefix('•') {
            let depth = if line.starts_with("    ") { 2 } else { 1 };
            let kind = said.last().map_or("learning", |last| last.kind);
            said.push(Said { depth, kind, words: rest.trim().to_owned() });
            over = Some(line) == last_bullet;
        } else if said.is_empty()
            || words.starts_with("Synthèse des ")
            || words.starts_with("Questions en")
        {
            furniture.push(words.to_owned());
        } else {
            let kind = said.last().map_or("learning", |last| last.kind);
            said.push(Said { depth: 1, kind, words: words.to_owned() });
        }
    }
    (said, furniture)
}

/// Types one line as one types it: its kind, a dash for each step down, Enter.
async fn capture(keeper: &mut Guest<'_>, sheet: &str, line: &Said) {
    let dashes = ["", "- ", "  - "][line.depth];
    let words = format!("{dashes}{}", line.words);
    let seen = keeper.act(sheet, &[("kind", line.kind), ("words", &words)]).await;
    assert_eq!(seen.status, 303, "{line:?}\n{}", seen.page);
}

/// Words without what differs by typography alone.
fn bare(text: &str) -> String {
    let plain = text.replace(['’', '\u{a0}', '\u{202f}'], " ").replace('\'', " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

both! {
    /// A line alone after one that has others under it does not read as under it.
    async fn a_line_alone_stands_on_its_own(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let id = host.world.workshop(&marie, 20).await;
        let mut keeper = host.known(&marie).await;
        let sheet = format!("/ateliers/{id}/releve");
        for (depth, words) in [(0, "Le thé"), (0, "Le pain"), (1, "chaud"), (0, "Le sel")] {
            let line = Said { depth, kind: "learning", words: words.to_owned() };
            capture(&mut keeper, &sheet, &line).await;
        }
        keeper.act(&format!("/ateliers/{id}/synthese"), &[]).await;
        let found = workshop::find(&host.world.app.db, &id).await.unwrap().unwrap();
        let note = note::find(&host.world.app.db, &found.live.synthesis.unwrap()).await.unwrap().unwrap();
        let lines: Vec<&str> = note.body.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(lines[1], "- Le thé");
        assert!(lines[2].starts_with("### ") && lines[2].ends_with("Le pain"), "{}", note.body);
        assert_eq!(lines[3], "- chaud");
        assert!(lines[4].starts_with("### ") && lines[4].ends_with("Le sel"), "{}", note.body);
    }

    async fn a_real_workshop_gives_the_synthesis_people_wrote(host: Host) {
        for text in texts() {
            let marie = host.world.account("Marie", true).await;
            let id = host.world.workshop(&marie, 20).await;
            let mut keeper = host.known(&marie).await;
            let sheet = format!("/ateliers/{id}/releve");
            let (said, furniture) = heard(&text);
            for line in &said {
                capture(&mut keeper, &sheet, line).await;
            }
            let made = keeper.act(&format!("/ateliers/{id}/synthese"), &[]).await;
            assert!(made.place.starts_with("/notes/"), "{}", made.page);
            let found = workshop::find(&host.world.app.db, &id).await.unwrap().unwrap();
            let synthesis = found.live.synthesis.unwrap();
            let body = note::find(&host.world.app.db, &synthesis).await.unwrap().unwrap().body;
            holds_every_line(&body, &said);
            only_furniture_differs(&text, &body, &furniture);
            each_line_resolves(&host, &mut keeper, &id, &said).await;
        }
    }
}

/// Every line is there once, in its family, in order, at its depth.
fn holds_every_line(body: &str, said: &[Said]) {
    let families: [(&str, &[&str]); 4] = [
        ("## Apprentissages", &["learning"]),
        ("## Besoins et conseils", &["need", "advice"]),
        ("## Idées et pistes", &["idea", "lead"]),
        ("## Questions en suspens", &["question"]),
    ];
    for (heading, kinds) in families {
        let expected: Vec<&Said> = said.iter().filter(|one| kinds.contains(&one.kind)).collect();
        if expected.is_empty() {
            continue;
        }
        let section = body.split(heading).nth(1).unwrap_or_else(|| panic!("{heading}\n{body}"));
        let section = section.split("\n## ").next().unwrap().split("\n---").next().unwrap();
        let lines: Vec<&str> = section.lines().filter(|line| !line.trim().is_empty()).collect();
        assert_eq!(lines.len(), expected.len(), "{heading}");
        for (line, one) in lines.iter().zip(expected) {
            let mark = ["### ", "- ", "  - "][one.depth];
            assert!(line.starts_with(mark), "{line} is not at depth {}", one.depth);
            let told = bare(&line.replace('\\', ""));
            assert!(told.ends_with(&bare(&one.words)), "{line} instead of {one:?}");
        }
    }
}

/// Beside the text people wrote, what comes or goes is furniture: headings of families and
/// labels on our side, the page's own lines on theirs.
fn only_furniture_differs(text: &str, body: &str, furniture: &[String]) {
    let theirs = bring::transpose(text);
    let gone: Vec<String> = furniture.iter().map(|line| bare(line)).collect();
    let ours = [
        "apprentissages",
        "besoins et conseils",
        "idées et pistes",
        "questions en suspens",
        "d où vient chaque ligne",
        "besoin",
        "question",
        "apprentissage",
        "idée",
        "piste",
        "conseil",
    ];
    let compared = compare(&theirs.body, body);
    assert!(compared.is_full);
    for row in &compared.rows {
        let words = |mark: &Mark| -> String {
            let pieces = row.pieces.iter().filter(|piece| piece.mark == *mark);
            bare(&pieces.map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" "))
        };
        let (came, left) = (words(&Mark::Added), words(&Mark::Removed));
        let came = came.trim_matches(|sign: char| !sign.is_alphanumeric()).to_owned();
        let left = left.trim_matches(|sign: char| !sign.is_alphanumeric()).to_owned();
        // They wrote "suspend" in a heading that is ours.
        if (left.as_str(), came.as_str()) == ("suspend", "suspens") {
            continue;
        }
        assert!(came.is_empty() || ours.contains(&came.as_str()), "came: {came:?} in {row:?}");
        let known = gone.iter().any(|line| line.contains(&left));
        assert!(left.is_empty() || known, "left: {left:?} in {row:?}");
        assert!(!matches!(row.fate, Fate::Left(_) | Fate::Arrived(_)), "moved: {row:?}");
        // A word is corrected in a heading of ours at most.
        let corrected = row.pieces.iter().any(|piece| matches!(piece.mark, Mark::Corrected(_)));
        let text: String = row.pieces.iter().map(|piece| piece.text.as_str()).collect();
        assert!(!corrected || ours.contains(&bare(&text).as_str()), "{row:?}");
    }
}

/// Each line of the sheet has its place on the page that says where it comes from.
async fn each_line_resolves(
    host: &Host,
    keeper: &mut Guest<'_>,
    id: &domain::core::ids::WorkshopId,
    said: &[Said],
) {
    let items = item::of_workshop(&host.world.app.db, id).await.unwrap();
    assert_eq!(items.len(), said.len());
    let page = keeper.get(&format!("/ateliers/{id}/sources")).await;
    for item in &items {
        assert!(page.says(&format!("id=\"s-{}\"", item.item)), "{}", item.words);
    }
    assert!(page.page.matches("noté par Marie").count() == said.len());
}

/// Somebody with a role in the workshop.
pub(super) async fn with_role<'h>(
    host: &'h Host,
    id: &domain::core::ids::WorkshopId,
    role: domain::workshops::workshop::Role,
    name: &str,
) -> Guest<'h> {
    let token = host.world.app.workshops().role_link(id, role).await.unwrap();
    let mut guest = host.stranger();
    let taken = guest.act(&format!("/role/{token}"), &[("name", name)]).await;
    assert_eq!(taken.status, 303, "{}", taken.page);
    guest
}

both! {
    async fn a_synthesis_belongs_to_the_whole_team_whoever_began_it(host: Host) {
        use domain::workshops::workshop::Role;
        let (workshop, marie) = open(&host, 9).await;
        let id = &workshop.workshop;
        let mut lea = come_in(&host, &workshop, "Léa").await;
        let mut omar = with_role(&host, id, Role::Notes, "Omar").await;
        let mut zoe = with_role(&host, id, Role::Notes, "Zoé").await;
        let mut helper = with_role(&host, id, Role::Help, "Ahmed").await;
        let mut marie = host.known(&marie).await;
        let (sheet, make) = (format!("/ateliers/{id}/releve"), format!("/ateliers/{id}/synthese"));
        omar.act(&sheet, &[("kind", "learning"), ("words", "Attendre aide")]).await;
        let note = omar.act(&make, &[]).await.place;

        // Before it is published: the team, all of it, and nobody else.
        for address in [note.clone(), format!("{note}/modifier"), format!("{note}/versions/1")] {
            for guest in [&mut omar, &mut zoe, &mut marie] {
                assert_eq!(guest.get(&address).await.status, 200, "{address}");
            }
            for guest in [&mut lea, &mut helper, &mut host.stranger()] {
                assert_eq!(guest.get(&address).await.status, 404, "{address}");
            }
        }
        let publication = format!("{note}/publication");
        let offer = [("visibility", "workshop")];
        assert_eq!(lea.act(&publication, &offer).await.status, 404);

        // The facilitator edits it, adds a line and brings it up to date.
        let page = marie.get(&format!("{note}/modifier")).await;
        let known: domain::core::ids::NoteId = note.rsplit('/').next().unwrap().parse().unwrap();
        let body = host.world.note(&known).await.body;
        let fields = [("base", &*page.field("base")), ("title", "Notre synthèse"), ("body", &body)];
        let saved = marie.act(&format!("{note}/modification"), &fields).await;
        assert_eq!(saved.status, 303, "{}", saved.page);
        marie.act(&sheet, &[("kind", "idea"), ("words", "Un calendrier commun")]).await;
        let made = marie.act(&make, &[]).await.place;
        assert!(made.starts_with(&note) && !made.contains("variantes"), "{made}");

        // She publishes it; a second note keeper still brings it up to date, from its first text.
        assert_eq!(marie.act(&publication, &offer).await.place, format!("{note}?dit=published"));
        zoe.act(&sheet, &[("kind", "need"), ("words", "Du temps")]).await;
        let made = zoe.act(&make, &[]).await;
        assert!(made.status == 303 && made.place.starts_with(&note), "{}", made.page);
        assert!(!made.place.contains("variantes"), "{}", made.place);
        assert_eq!(zoe.get(&format!("{note}/versions/1")).await.status, 200);
        let page = lea.get(&note).await;
        assert_eq!(page.status, 200);
        for words in ["Notre synthèse", "Un calendrier commun", "Du temps"] {
            assert!(page.says(words), "{words}: {}", page.page);
        }
        // What was written before the publication stays the team's.
        assert_eq!(lea.get(&format!("{note}/versions/1")).await.status, 404);
        assert_eq!(lea.act(&publication, &[("visibility", "everyone")]).await.status, 422);
    }

    async fn a_draft_of_a_participant_stays_their_own_whoever_keeps_the_notes(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        let id = &workshop.workshop;
        let mut omar = with_role(&host, id, domain::workshops::workshop::Role::Notes, "Omar").await;
        let mut lea = writing(&host, &workshop, "Léa", "Phrase-canari").await;
        let here = projections::workshops::room::present(&host.world.app.db, id).await.unwrap();
        let note = here.iter().find(|one| one.name == "Léa").unwrap().note.clone().unwrap();
        let mut marie = host.known(&marie).await;
        marie.act(&format!("/ateliers/{id}/releve"), &[("words", "Une ligne")]).await;
        marie.act(&format!("/ateliers/{id}/synthese"), &[]).await;
        for guest in [&mut omar, &mut marie] {
            assert_eq!(guest.get(&format!("/notes/{note}")).await.status, 404);
            let offer = [("visibility", "workshop")];
            assert_eq!(guest.act(&format!("/notes/{note}/publication"), &offer).await.status, 404);
        }
        write_and_publish(&mut lea, &workshop, "Phrase-canari").await;
        assert_eq!(omar.get(&format!("/notes/{note}/versions/1")).await.status, 404);
        let offer = [("visibility", "everyone")];
        assert_eq!(omar.act(&format!("/notes/{note}/publication"), &offer).await.status, 422);
    }
}
