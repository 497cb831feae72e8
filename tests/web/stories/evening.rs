//! A whole evening, over HTTP, against the program itself: twelve participants, a
//! facilitator, a note keeper, one address, a clock that runs fast, and everything that
//! goes wrong in a room: two come late, one reloads in the middle of a sentence, one has no
//! network for a while, one keeps their note, one has no phone, and the server is killed.

use std::collections::HashMap;
use std::time::Duration;

use app::engine::envelope::CommandId;
use app::workshops::Plan;
use app::{App, Settings};
use domain::notes::visibility::Visibility;
use domain::workshops::script::Script;
use domain::workshops::workshop::{Act, Role};
use projections::groups::item;
use projections::notes::note;
use projections::workshops::{room, workshop};
use reqwest::{Client, header};

use crate::databases::{Engine, Place, fresh};
use crate::running::{Running, port};

/// A browser, or what is left of one: cookies, and patience.
struct Phone {
    client: Client,
    origin: String,
    cookies: HashMap<String, String>,
    /// The last words the site said it had.
    acknowledged: Option<String>,
}

impl Phone {
    fn new(origin: &str) -> Self {
        let policy = reqwest::redirect::Policy::none();
        let client = Client::builder().redirect(policy).build().unwrap();
        Self { client, origin: origin.to_owned(), cookies: HashMap::new(), acknowledged: None }
    }

    fn with_session(origin: &str, token: &str) -> Self {
        let mut phone = Self::new(origin);
        phone.cookies.insert("session".to_owned(), token.to_owned());
        phone
    }

    /// Asks until it is answered: the same request, under the same key.
    async fn ask(&mut self, path: &str, form: Option<&[(&str, &str)]>) -> (u16, String, String) {
        for _ in 0..600 {
            let url = format!("{}{path}", self.origin);
            let cookies: Vec<String> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            let request = match form {
                Some(form) => self
                    .client
                    .post(&url)
                    .header(header::ORIGIN, &self.origin)
                    .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                    .body(serde_html_form::to_string(form).unwrap()),
                None => self.client.get(&url),
            };
            let request = request
                .header(header::COOKIE, cookies.join("; "))
                .header(header::ACCEPT_LANGUAGE, "fr");
            if let Ok(answer) = request.send().await
                && answer.status().as_u16() != 503
            {
                for set in answer.headers().get_all(header::SET_COOKIE) {
                    let pair = set.to_str().unwrap().split(';').next().unwrap();
                    let (name, value) = pair.split_once('=').unwrap();
                    self.cookies.insert(name.to_owned(), value.to_owned());
                }
                let status = answer.status().as_u16();
                let place = answer.headers().get(header::LOCATION);
                let place = place.map_or("", |place| place.to_str().unwrap()).to_owned();
                if let Ok(page) = answer.text().await {
                    return (status, place, page);
                }
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{path} was never answered");
    }

    async fn get(&mut self, path: &str) -> String {
        self.ask(path, None).await.2
    }

    /// Sends a form and goes where it leads.
    async fn act(&mut self, path: &str, fields: &[(&str, &str)]) -> String {
        let key = CommandId::fresh();
        let form = [&[("command_id", key.as_str())], fields].concat();
        let (status, place, page) = self.ask(path, Some(&form)).await;
        assert!(status == 303 || status == 200, "{path}: {status}\n{page}");
        place
    }

    /// From the door to a draft with words the site said it had.
    async fn write(&mut self, path: &str, name: &str, words: &str) {
        let step = |word: &str| format!("{path}/parcours/{word}");
        self.act(&step("tour-de-table"), &[("region", "Estrie"), ("reason", name)]).await;
        self.act(&step("lecture"), &[]).await;
        self.act(&step("porte"), &[("door", "tell")]).await;
        let idea = format!("Idée de {name}");
        self.act(&step("idee"), &[("idea", &idea)]).await;
        let draft = self.get(&step("brouillon")).await;
        let keep = between(&draft, "data-autosave=\"", "\"");
        let fields = [("base", "1"), ("title", idea.as_str()), ("context", words)];
        self.act(&keep, &fields).await;
        self.acknowledged = Some(words.to_owned());
    }

    /// From a draft to a note, read by whoever was chosen.
    async fn publish(&mut self, path: &str, name: &str, words: &str, visibility: &str) {
        let step = |word: &str| format!("{path}/parcours/{word}");
        let idea = format!("Idée de {name}");
        let fields = [("base", "1"), ("title", idea.as_str()), ("context", words)];
        self.act(&step("brouillon"), &fields).await;
        self.acknowledged = Some(words.to_owned());
        self.act(&step("apercu"), &[]).await;
        self.act(&step("publication"), &[("visibility", visibility)]).await;
    }
}

fn between(page: &str, before: &str, after: &str) -> String {
    let rest = page.split(before).nth(1).unwrap_or_else(|| panic!("{before} in\n{page}"));
    rest.split(after).next().unwrap().to_owned()
}

/// The workshop, its facilitator's session, the link of its note keeper.
async fn prepared(settings: &Settings) -> (workshop::Workshop, String, String) {
    let app = App::open(settings, app::engine::clock::Clock::default()).await.unwrap();
    let marie = app
        .people()
        .claim_account(None, "Marie", "m@exemple.org", "un sillage sur le lac")
        .await
        .unwrap();
    let script = Script::newest("premiere-note-75").unwrap().reference();
    let plan = Plan { title: "Soirée".into(), places: 20, script, ..Plan::default() };
    let key = CommandId::fresh;
    let id = app.workshops().prepare_workshop(&marie, &plan, key()).await.unwrap();
    app.workshops().run_workshop(&id, &marie, Act::Open, key()).await.unwrap();
    let link = app.workshops().role_link(&id, Role::Notes).await.unwrap();
    let found = workshop::find(&app.db, &id).await.unwrap().unwrap();
    (found, app.people().open_session(&marie).await.unwrap(), link)
}

const LINES: [(&str, &str); 6] = [
    ("learning", "Attendre change tout"),
    ("learning", "- dix secondes suffisent"),
    ("need", "Besoin de moins d'outils"),
    ("idea", "Une note par semaine"),
    ("advice", "Commencer petit"),
    ("question", "Qui relit ?"),
];

async fn an_evening(engine: Engine) {
    let Some(place) = fresh(engine).await else { return };
    let settings = settings(&place);
    let (workshop, session, link) = prepared(&settings).await;
    let origin = format!("http://127.0.0.1:{}", port());
    let args = ["serve", "--listen", origin.trim_start_matches("http://")];
    let mut server = Running::start(&args, Some(&place));
    server.says("Sillage :");
    let path = format!("/a/{}", workshop.code);
    let base = format!("/ateliers/{}", workshop.workshop);

    let mut keeper = Phone::new(&origin);
    keeper.act(&format!("/role/{link}"), &[("name", "Omar")]).await;
    let mut marie = Phone::with_session(&origin, &session);

    // Nine come in on time and write; the server is killed while they do.
    let names: Vec<String> = (1..=9).map(|number| format!("Personne {number}")).collect();
    let mut phones: Vec<Phone> = vec![];
    for (at, name) in names.iter().enumerate() {
        let mut phone = Phone::new(&origin);
        phone.act(&path, &[("name", name)]).await;
        phone.write(&path, name, &format!("Mots acquis de {name}.")).await;
        phones.push(phone);
        if at == 5 {
            server.kill();
            server = Running::start(&args, Some(&place));
            server.says("Sillage :");
        }
    }
    for (kind, words) in LINES {
        keeper.act(&format!("{base}/releve"), &[("kind", kind), ("words", words)]).await;
    }
    // One reloads in the middle of a sentence: what was acknowledged is there.
    let again = phones[2].get(&format!("{path}/parcours/brouillon")).await;
    assert!(again.contains("Mots acquis de Personne 3."));
    // One has no phone: Marie-from-the-next-chair writes, the note is Lucie's.
    phones[0].act(&format!("{path}/scribe"), &[("name", "Lucie")]).await;
    phones[0].write(&path, "Lucie", "Lucie raconte.").await;
    phones[0].publish(&path, "Lucie", "Lucie raconte.", "workshop").await;
    phones[0].act(&format!("{path}/scribe/fin"), &[]).await;
    // One comes late, while the door is open.
    let mut late = Phone::new(&origin);
    late.act(&path, &[("name", "En Retard")]).await;
    late.write(&path, "En Retard", "J'arrive.").await;
    late.publish(&path, "En Retard", "J'arrive.", "workshop").await;

    // Eight publish, one keeps it; one of the eight was without network: everything it kept
    // is sent when it is back, in order, twice over.
    for (at, name) in names.iter().enumerate() {
        let words = format!("Mots acquis de {name}.");
        let visibility = ["workshop", "everyone", "workshop"][at % 3];
        match at {
            4 => offline(&mut phones[at], &path, name, &words).await,
            6 => phones[at].publish(&path, name, &words, "writer").await,
            _ => phones[at].publish(&path, name, &words, visibility).await,
        }
    }

    // The end, and the last one, who is let in with their own time.
    marie.act(&format!("{base}/cloture/fin"), &[("present", "13")]).await;
    let mut last = Phone::new(&origin);
    last.act(&path, &[("name", "Toute Dernière")]).await;
    let console = marie.get(&format!("{base}/console")).await;
    let who = between(&console, "/admission/", "\"");
    marie.act(&format!("{base}/admission/{who}"), &[]).await;
    last.write(&path, "Toute Dernière", "Enfin.").await;
    last.publish(&path, "Toute Dernière", "Enfin.", "workshop").await;
    let synthesis = keeper.act(&format!("{base}/synthese"), &[]).await;
    keeper.act(&format!("{synthesis}/publication"), &[("visibility", "workshop")]).await;
    assert!(server.stop().success());
    what_is_left(&settings, &workshop, &synthesis, phones).await;
}

/// Sends what a phone kept, in order, under keys of its own, twice.
async fn offline(phone: &mut Phone, path: &str, name: &str, words: &str) {
    let idea = format!("Idée de {name}");
    let keys: Vec<CommandId> = (0..3).map(|_| CommandId::fresh()).collect();
    let draft = [("base", "1"), ("title", idea.as_str()), ("context", words)];
    let kept: [(&str, &[(&str, &str)]); 3] =
        [("brouillon", &draft), ("apercu", &[]), ("publication", &[("visibility", "workshop")])];
    for _ in 0..2 {
        for ((word, fields), key) in kept.iter().zip(&keys) {
            let form = [&[("command_id", key.as_str())], *fields].concat();
            let (status, _, page) =
                phone.ask(&format!("{path}/parcours/{word}"), Some(&form)).await;
            assert_eq!(status, 303, "{word}\n{page}");
        }
    }
    phone.acknowledged = Some(words.to_owned());
}

pub fn settings(place: &Place) -> Settings {
    Settings {
        database: place.commons.clone(),
        keys: place.keys.clone(),
        files: app::files::Keeping::default(),
        smtp: None,
        replica: None,
        mail_from: "Sillage <sillage@localhost>".to_owned(),
    }
}

async fn what_is_left(
    settings: &Settings,
    found: &workshop::Workshop,
    synthesis: &str,
    phones: Vec<Phone>,
) {
    let app = App::open(settings, app::engine::clock::Clock::default()).await.unwrap();
    let people = room::present(&app.db, &found.workshop).await.unwrap();
    let mut drafts = vec![];
    for one in &people {
        drafts.push(note::find(&app.db, one.note.as_ref().unwrap()).await.unwrap().unwrap());
    }
    assert_eq!(drafts.len(), 12, "nine, Lucie, one late, one last");
    let published = drafts.iter().filter(|note| note.is_published()).count();
    assert_eq!(published, 11, "all but the one who keeps it");
    let by = |name: &str| drafts.iter().find(|note| note.writer_name == name).unwrap();
    assert_eq!(by("Personne 2").visibility, Visibility::Everyone);
    assert_eq!(by("Personne 5").visibility, Visibility::Workshop);
    assert_eq!(by("Personne 7").visibility, Visibility::Writer);
    assert!(by("Lucie").body.contains("Lucie raconte."));
    // No acknowledged word is lost.
    for phone in phones {
        let words = phone.acknowledged.unwrap();
        assert!(drafts.iter().any(|note| note.body.contains(&words)), "{words}");
    }
    let id = synthesis.trim_start_matches("/notes/").parse().unwrap();
    let told = note::find(&app.db, &id).await.unwrap().unwrap();
    assert!(told.is_published());
    for (_, words) in LINES {
        let words = words.trim_start_matches("- ");
        assert_eq!(told.body.matches(words).count(), 1, "{words} in\n{}", told.body);
    }
    assert_eq!(item::of_workshop(&app.db, &found.workshop).await.unwrap().len(), LINES.len());
    // The whole trail, without a hole.
    let sql = "select count(*), max(position), count(distinct position) from events";
    let row = app.db.row(sql, &[]).await.unwrap().unwrap();
    assert!(row.int(0) == row.int(1) && row.int(1) == row.int(2));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_whole_evening_loses_nothing_on_sqlite() {
    an_evening(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_whole_evening_loses_nothing_on_postgresql() {
    an_evening(Engine::Postgres).await;
}
