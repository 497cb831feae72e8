//! Every table is told anew, again and again, while people work: those who are refused are
//! refused politely, what is erased is erased, and nothing is lost.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use app::App;
use app::engine::clock::Clock;
use app::engine::envelope::CommandId;

use crate::cluster::Cluster;
use crate::crowd::{self, Crowd, settings};
use crate::databases::{Engine, Place, fresh, fresh_in};
use crate::hostile::ground::{facilitator, note, workshop};
use crate::raw::{self, FORM, Head};
use crate::running::{PROGRAM, Running, port};
use crate::{folder, rounds};

/// Whoever erases.
const ANA: Ipv4Addr = Ipv4Addr::new(127, 0, 9, 202);

const PATIENCE: Duration = Duration::from_secs(30);

/// How often one address knocks: fewer times than a door lets somebody new try before it has
/// them wait for whoever runs the room, which is another answer than "full".
const KNOCKS_OF_ADDRESS: usize = 100;

/// Where the knock of this number, at this hand of the door, comes from.
fn late(hand: u8, times: usize) -> Ipv4Addr {
    let address = u8::try_from(times / KNOCKS_OF_ADDRESS % 250).unwrap();
    Ipv4Addr::new(127, 0, 10 + hand, 1 + address)
}

/// A workshop with no place left, and a note with a passage to erase for each round.
struct Scene {
    door: String,
    note: String,
    session: String,
}

fn passage(round: u32) -> String {
    format!("Passage numéro {round} à effacer.")
}

impl Scene {
    async fn prepare(place: &Place, passages: u32) -> Self {
        let app = App::open(&settings(place), Clock::default()).await.unwrap();
        let ana = facilitator(&app, "Ana").await;
        let (id, row) = workshop(&app, &ana, 1).await;
        let key = CommandId::fresh();
        let lea = app.workshops().enter_workshop(&id, None, "Léa", "fr", key).await.unwrap();
        let body: Vec<_> = (0..passages).map(passage).collect();
        let note = note(&app, &lea, &id, &format!("Début. {}", body.join(" "))).await;
        let session = app.people().open_session(&lea).await.unwrap();
        Self { door: format!("/a/{}", row.code), note, session }
    }

    /// Somebody new at the full door: what they were answered.
    async fn knocks(&self, from: Ipv4Addr, to: SocketAddr) -> raw::Answer {
        let form = format!("command_id={}&name=Tard", CommandId::fresh().as_str());
        let head = Head::post(&self.door, None, FORM, form.len()).bytes();
        raw::ask(from, to, &[&head, form.as_bytes()], PATIENCE).await
    }

    async fn erases(&self, to: SocketAddr, round: u32) -> raw::Answer {
        let (key, passage) = (CommandId::fresh(), passage(round));
        let fields = [
            ("command_id", key.as_str()),
            ("passage", &passage),
            ("reason", "personal"),
            ("action", "effacer"),
            ("compris", "1"),
        ];
        let form = serde_html_form::to_string(fields).unwrap();
        let path = format!("{}/effacement", self.note);
        let head = Head::post(&path, Some(&self.session), FORM, form.len()).bytes();
        raw::ask(ANA, to, &[&head, form.as_bytes()], PATIENCE).await
    }
}

/// Whoever knocks until it is over: how often, and what was not a polite refusal.
async fn knocking(
    hand: u8,
    scene: Arc<Scene>,
    to: SocketAddr,
    stop: Arc<AtomicBool>,
) -> (usize, Vec<String>) {
    let (mut times, mut odd) = (0, vec![]);
    while !stop.load(Ordering::SeqCst) {
        let answer = scene.knocks(late(hand, times), to).await;
        times += 1;
        if answer.status != 409 {
            odd.push(said(&answer));
        }
    }
    (times, odd)
}

/// What a page says, in a line.
fn said(answer: &raw::Answer) -> String {
    let title = answer.text.split("<h1>").nth(1).and_then(|rest| rest.split('<').next());
    format!("{} {}", answer.status, title.unwrap_or(&answer.text))
}

/// One rebuild, as a host asks for it.
async fn rebuild(place: &Place) {
    let told = tokio::process::Command::new(PROGRAM)
        .arg("rebuild")
        .env("DATABASE_URL", &place.commons)
        .env("KEYS_DATABASE_URL", &place.keys)
        .output()
        .await
        .unwrap();
    assert!(told.status.success(), "rebuild: {}", String::from_utf8_lossy(&told.stderr));
}

async fn rebuilt(place: &Place, name: &str) {
    let times = rounds(4, 40);
    // One before, one during and one after each rebuild.
    let scene = Arc::new(Scene::prepare(place, 3 * times).await);
    let people = crowd::people(place).await;
    let to: SocketAddr = format!("127.0.0.1:{}", port()).parse().unwrap();
    let listen = to.to_string();
    let mut serve = Running::start(&["serve", "--listen", &listen], Some(place));
    serve.says("Sillage :");
    let crowd = Crowd::begin(&people, &[format!("http://{listen}")]);
    let stop = Arc::new(AtomicBool::new(false));
    let at_the_door: Vec<_> =
        (0..2).map(|hand| tokio::spawn(knocking(hand, scene.clone(), to, stop.clone()))).collect();

    let (mut erased, mut odd) = (0, vec![]);
    let mut erase = async |odd: &mut Vec<String>| {
        let answer = scene.erases(to, erased).await;
        erased += 1;
        let is_done = answer.status == 303 && answer.text.contains("/effacement/");
        if !is_done {
            odd.push(format!("erasure: {}", said(&answer)));
        }
    };
    for _ in 0..times {
        erase(&mut odd).await;
        tokio::join!(rebuild(place), erase(&mut odd));
        erase(&mut odd).await;
    }
    stop.store(true, Ordering::SeqCst);
    let mut knocks = 0;
    for one in at_the_door {
        let (times, seen) = one.await.unwrap();
        knocks += times;
        odd.extend(seen.into_iter().map(|seen| format!("at the door: {seen}")));
    }
    // What was erased is read nowhere.
    let shown = Head { session: Some(&scene.session), ..Head::get(&scene.note) }.bytes();
    let shown = raw::ask(ANA, to, &[&shown], PATIENCE).await;
    if shown.status != 200 {
        odd.push(format!("the note: {}", said(&shown)));
    }
    if shown.text.contains("Passage numéro") {
        odd.push("the note still shows what was to be erased".to_owned());
    }
    let health = raw::ask(ANA, to, &[&Head::get("/sante").bytes()], PATIENCE).await.text;
    let ledger = crowd.end().await;
    assert!(serve.stop().success());
    let told = ledger.told();
    println!(
        "rebuild: {name} {times} times under load: {knocks} knocks at a full door, {erased} erasures asked for, {} answers that were not what they should be, honest acts {}",
        odd.len(),
        told.len()
    );
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for one in &odd {
        *kinds.entry(one).or_default() += 1;
    }
    assert!(odd.is_empty(), "{kinds:?}");
    assert!(health.contains("\"degraded\":false"), "{health}");
    ledger.check(place, &told).await;
    println!("rebuild: {name}: lost 0, tables equal to the log");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tables_are_told_anew_under_load_on_sqlite() {
    rebuilt(&fresh(Engine::Sqlite).await.unwrap(), "sqlite").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tables_are_told_anew_under_load_on_postgresql() {
    let home = folder("rebuild");
    let Some(cluster) = Cluster::new(&home, "") else {
        println!("no PostgreSQL here: rebuilding under load is not tried on it");
        return;
    };
    let server = Some(cluster.url("postgres"));
    let place = fresh_in(Engine::Postgres, home.join("keys"), server).await.unwrap();
    rebuilt(&place, "postgresql").await;
}
