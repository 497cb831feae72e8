//! People who go on whatever breaks, and remember what they were told was done.

use std::collections::{HashMap, HashSet};
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use app::engine::clock::Clock;
use app::engine::envelope::CommandId;
use app::notes::Words;
use app::workshops::Plan;
use app::{App, Settings};
use domain::notes::note::Door;
use domain::notes::visibility::Visibility;
use domain::workshops::workshop::Act;
use reqwest::redirect::Policy;
use tokio::task::JoinHandle;

use crate::databases::Place;

/// How many people.
pub const PEOPLE: usize = 12;

/// What they were told was done: idempotency keys, and the words of a note by key.
#[derive(Default)]
pub struct Ledger {
    acts: Mutex<Vec<String>>,
    /// Pages of trouble they saw that were not one of ours.
    odd: Mutex<Vec<String>>,
    /// Pages that said, in French, that it would come back.
    pub patient: AtomicUsize,
}

/// A crowd at work.
pub struct Crowd {
    pub ledger: Arc<Ledger>,
    stop: Arc<AtomicBool>,
    people: Vec<JoinHandle<()>>,
}

pub fn settings(place: &Place) -> Settings {
    Settings {
        database: place.commons.clone(),
        replica: None,
        keys: place.keys.clone(),
        files: app::files::Keeping::default(),
        smtp: None,
        mail_from: "Sillage <sillage@localhost>".to_owned(),
    }
}

/// Someone with a note and a session.
#[derive(Clone)]
struct Person {
    session: String,
    note: String,
}

/// The people of a crowd, prepared before anything breaks.
#[derive(Clone)]
pub struct People(Vec<Person>);

pub async fn people(place: &Place) -> People {
    let app = App::open(&settings(place), Clock::default()).await.unwrap();
    let key = CommandId::fresh;
    let marie =
        app.people().claim_account(None, "Marie", "m@exemple.org", "un sillage sur le lac").await;
    let marie = marie.unwrap();
    let plan = Plan { title: "Atelier".into(), places: 60, ..Plan::default() };
    let workshop = app.workshops().prepare_workshop(&marie, &plan, key()).await.unwrap();
    app.workshops().run_workshop(&workshop, &marie, Act::Open, key()).await.unwrap();
    let mut people = vec![];
    for number in 0..PEOPLE {
        let name = format!("Personne {number}");
        let person =
            app.workshops().enter_workshop(&workshop, None, &name, "fr", key()).await.unwrap();
        let title = format!("Note {number}");
        let words = Words { title, body: "Premier texte.".into(), summary: String::new() };
        let note =
            app.notes().draft(&person, Some((&workshop, Door::Tell)), &words, key()).await.unwrap();
        let found = projections::notes::note::find(&app.db, &note).await.unwrap().unwrap();
        app.notes().publish(&found, &person, Visibility::Everyone, false, key()).await.unwrap();
        let session = app.people().open_session(&person).await.unwrap();
        people.push(Person { session, note: note.to_string() });
    }
    People(people)
}

impl People {
    /// Somebody writes on one node, and reads it back on another.
    pub async fn writes_then_reads(&self, number: usize, nodes: &[String; 2]) {
        let Person { session, note } = &self.0[0];
        let http = reqwest::Client::builder().redirect(Policy::none()).build().unwrap();
        let text = format!("Texte numéro {number}.");
        let base = (number + 1).to_string();
        let key = CommandId::fresh();
        let fields =
            [("command_id", key.as_str()), ("base", &base), ("title", "Titre"), ("body", &text)];
        let written = http
            .post(format!("http://{}/notes/{note}/modification", nodes[0]))
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("cookie", format!("session={session}"))
            .body(serde_html_form::to_string(fields).unwrap());
        let written = written.send().await.unwrap();
        assert_eq!(written.status(), 303);
        let cookies = written.headers().get_all("set-cookie").iter();
        let seen = cookies.filter_map(|cookie| cookie.to_str().ok()?.split(';').next());
        let seen = seen.collect::<Vec<_>>().join("; ");
        let page = http
            .get(format!("http://{}/notes/{note}", nodes[1]))
            .header("cookie", format!("session={session}; {seen}"));
        let page = page.send().await.unwrap().text().await.unwrap();
        assert!(page.contains(&text), "{page}");
    }
}

/// Where the person of this number comes from.
fn address(number: usize) -> IpAddr {
    IpAddr::from([127, 0, 9, u8::try_from(number + 1).unwrap()])
}

impl Crowd {
    /// Sets them to work on `nodes`; each goes to the next one when its own is away.
    pub fn begin(people: &People, nodes: &[String]) -> Self {
        let (ledger, stop) = (Arc::new(Ledger::default()), Arc::new(AtomicBool::new(false)));
        let people = people.0.iter().enumerate().map(|(number, person)| {
            let others = people.0.iter().map(|other| other.note.clone());
            let others: Vec<_> = others.filter(|note| *note != person.note).collect();
            let mut walker = Walker {
                person: person.clone(),
                others,
                nodes: nodes.to_vec(),
                at: number,
                ledger: ledger.clone(),
                http: reqwest::Client::builder()
                    .redirect(Policy::none())
                    .timeout(Duration::from_secs(45))
                    // Each from an address of their own, which nobody hostile has.
                    .local_address(address(number))
                    .build()
                    .unwrap(),
                revision: 1,
                liked: HashMap::new(),
            };
            let stop = stop.clone();
            tokio::spawn(async move {
                let mut turn = number;
                while !stop.load(Ordering::SeqCst) {
                    walker.gesture(turn).await;
                    turn += 1;
                }
            })
        });
        let people = people.collect();
        Self { ledger, stop, people }
    }

    /// Lets each end what they are doing.
    pub async fn end(self) -> Arc<Ledger> {
        self.stop.store(true, Ordering::SeqCst);
        for one in self.people {
            let ended = tokio::time::timeout(Duration::from_mins(2), one).await;
            ended.expect("everyone is answered in the end").unwrap();
        }
        self.ledger
    }
}

struct Walker {
    person: Person,
    others: Vec<String>,
    nodes: Vec<String>,
    at: usize,
    ledger: Arc<Ledger>,
    http: reqwest::Client,
    revision: i64,
    liked: HashMap<String, bool>,
}

impl Walker {
    /// One gesture, told again under its key until it is answered.
    async fn gesture(&mut self, turn: usize) {
        let key = CommandId::fresh().as_str().to_owned();
        if turn.is_multiple_of(3) {
            let address = format!("/notes/{}/modification", self.person.note);
            let body = format!("Texte {} de {}.", self.revision, key);
            let base = self.revision.to_string();
            let fields = [
                ("command_id", key.as_str()),
                ("base", &base),
                ("title", "Titre"),
                ("body", &body),
            ];
            self.until_done(&address, &fields).await;
            self.revision += 1;
            self.ledger.acts.lock().unwrap().push(key);
        } else {
            let note = self.others[turn % self.others.len()].clone();
            let likes = self.liked.get(&note).copied().unwrap_or(false);
            let end = if likes { "/retrait" } else { "" };
            let address = format!("/notes/{note}/appreciation{end}");
            self.until_done(&address, &[("command_id", &key)]).await;
            self.liked.insert(note, !likes);
            self.ledger.acts.lock().unwrap().push(format!("{key}:like"));
        }
    }

    async fn until_done(&mut self, address: &str, fields: &[(&str, &str)]) {
        let body = serde_html_form::to_string(fields).unwrap();
        loop {
            let node = &self.nodes[self.at % self.nodes.len()];
            let asked = self
                .http
                .post(format!("{node}{address}"))
                .header("sec-fetch-site", "same-origin")
                .header("content-type", "application/x-www-form-urlencoded")
                .header("cookie", format!("session={}", self.person.session))
                .body(body.clone());
            match asked.send().await {
                Ok(answer) if answer.status().as_u16() == 303 => return,
                Ok(answer) => self.look(answer).await,
                // Nobody there, or gone in the middle: the next one, with the same key.
                Err(_) => self.at += 1,
            }
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
    }

    /// A page of trouble says in French what to do, and keeps what was sent.
    async fn look(&mut self, answer: reqwest::Response) {
        let status = answer.status().as_u16();
        let Ok(page) = answer.text().await else { return };
        let ours = status == 503 && page.contains("lang=\"fr\"") && page.contains("command_id");
        if ours {
            self.ledger.patient.fetch_add(1, Ordering::SeqCst);
            self.at += 1;
        } else {
            self.ledger.odd.lock().unwrap().push(format!("{status} {page}"));
        }
    }
}

impl Ledger {
    /// What they were told was done until now.
    pub fn told(&self) -> Vec<String> {
        self.acts.lock().unwrap().clone()
    }

    /// Everything in `told` is in the log once, nothing is there twice, the tables say
    /// what the log says, and nobody saw a page that was not for them.
    pub async fn check(&self, place: &Place, told: &[String]) {
        let app = App::open(&settings(place), Clock::default()).await.unwrap();
        let rows = app.db.rows("select metadata, event_type from events", &[]).await.unwrap();
        // One command brings each kind of event once, whatever happened.
        let (mut found, mut kinds) = (HashSet::new(), HashSet::new());
        for row in &rows {
            let metadata: HashMap<String, String> = serde_json::from_str(&row.text(0)).unwrap();
            let key = metadata["command_id"].clone();
            assert!(kinds.insert((key.clone(), row.text(1))), "{key} was carried out twice");
            found.insert(key);
        }
        for key in told {
            assert!(found.contains(key), "{key}: told it was done, and it is not there");
        }
        app.seal().await.unwrap();
        let (mut wrong, _) = app.verify_seals(None).await.unwrap();
        wrong.extend(app.projector.verify().await.unwrap());
        assert!(wrong.is_empty(), "{wrong:?}");
        let odd = self.odd.lock().unwrap();
        assert!(odd.is_empty(), "{}", odd[0]);
    }
}
