//! Sixty-four hostile clients at once, while honest people go on working: the server stays
//! small, says that it lives, and loses nothing.
//!
//! `SILLAGE_HOSTILE=pictures,collage` tries only the kinds of attack whose name holds one of
//! these words; each kind then says what it was answered.

mod clients;
mod forms;
mod frames;
pub mod ground;
mod guesses;
mod pages;
mod payloads;
mod tally;
mod watch;
mod wire;

use std::net::{Ipv4Addr, SocketAddr};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use tokio::runtime::Runtime;

use crate::cluster::Cluster;
use crate::crowd::{self, Crowd};
use crate::databases::{Engine, Place, fresh, fresh_in};
use crate::raw::{self, FORM, Head};
use crate::running::{Running, port};
use crate::{folder, is_long, rounds};
use ground::Ground;
use tally::Tally;
use watch::{Life, MORE, Memory, resident};

/// How many attack.
const CLIENTS: usize = 64;

/// How long it may take to say that it lives, whatever is done to it.
const LIVES: Duration = Duration::from_secs(1);

/// How long it has, once left alone, to be well again.
const RECOVERS: Duration = Duration::from_secs(30);

/// Someone honest who comes when it is over.
const NEWCOMER: Ipv4Addr = Ipv4Addr::new(127, 0, 9, 250);

/// Threads for the attackers, which give way to everything else on this machine: in life
/// they have machines of their own, and here it is the server that is measured.
fn elsewhere() -> Runtime {
    let gives_way = || {
        let thread = std::fs::read_link("/proc/thread-self").unwrap_or_default();
        let id = thread.file_name().unwrap_or_default();
        let mut renice = Command::new("renice");
        renice.args(["-n", "5", "-p"]).arg(id).stdout(Stdio::null()).stderr(Stdio::null());
        let _ = renice.status();
    };
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.worker_threads(2).enable_all().on_thread_start(gives_way).build().unwrap()
}

/// The last net under the machine: the server can never take all of it. It bounds what the
/// server asks for, used or not: one that asks for this much at once ends before any of it
/// is resident, and the test says that it is gone.
fn bound(pid: u32) {
    let args = ["--as=8589934592", "--pid", &pid.to_string()];
    let bound = Command::new("prlimit").args(args).status();
    if !bound.is_ok_and(|done| done.success()) {
        eprintln!("no prlimit here: nothing but the test itself ends a server that grows");
    }
}

/// Whether it is ready, whole, and lets somebody in; what is wrong otherwise.
async fn is_well(to: SocketAddr, ground: &Ground) -> Result<(), String> {
    let ask = async |head: Head<'_>, body: &[u8]| {
        raw::ask(NEWCOMER, to, &[&head.bytes(), body], Duration::from_secs(10)).await
    };
    let health = ask(Head::get("/sante"), b"").await.text;
    if !health.contains("\"ready\":true") || !health.contains("\"degraded\":false") {
        return Err(format!("/sante: {health}"));
    }
    let key = app::engine::envelope::CommandId::fresh();
    let form = format!("command_id={}&name=Nouvelle", key.as_str());
    let entered = ask(Head::post(&ground.quiet, None, FORM, form.len()), form.as_bytes()).await;
    let Some(session) = entered.cookie("session") else {
        return Err(format!("a newcomer is not let in: {}", entered.text));
    };
    let path = format!("{}/parcours/porte", ground.quiet);
    let step = ask(Head { session: Some(&session), ..Head::get(&path) }, b"").await;
    if step.status == 200 { Ok(()) } else { Err(format!("the first step: {}", step.text)) }
}

/// How long it took to be well, once it is.
async fn recovers(to: SocketAddr, ground: &Ground) -> Duration {
    let begun = Instant::now();
    loop {
        match is_well(to, ground).await {
            Ok(()) => return begun.elapsed(),
            Err(wrong) => assert!(begun.elapsed() < RECOVERS, "not well again: {wrong}"),
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

async fn attacked(place: &Place, name: &str) {
    for made in [&payloads::TINY_1MB, &payloads::TINY_16MB, &payloads::MARKS] {
        LazyLock::force(made);
    }
    LazyLock::force(&payloads::MARKS_SMALL);
    LazyLock::force(&payloads::NESTED);
    LazyLock::force(&payloads::PARTS);
    LazyLock::force(&payloads::PICTURES);
    let people = crowd::people(place).await;
    let ground = Arc::new(Ground::prepare(place).await);
    let to: SocketAddr = format!("127.0.0.1:{}", port()).parse().unwrap();
    let listen = to.to_string();
    let mut serve = Running::start(&["serve", "--listen", &listen], Some(place));
    serve.says("Sillage :");
    let pid = serve.child.id();
    bound(pid);
    let crowd = Crowd::begin(&people, &[format!("http://{listen}")]);
    // Measured once everything that serves honest people is there.
    while crowd.ledger.told().len() < crowd::PEOPLE * 10 {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }

    let seconds = u64::from(rounds(12, 60));
    let (tally, stop) = (Arc::new(Tally::default()), Arc::new(AtomicBool::new(false)));
    let told = crowd.ledger.told().len();
    let memory = Memory::watch(pid, &tally, stop.clone());
    let life = Life::watch(to);
    let (attackers, begun) = (elsewhere(), Instant::now());
    let clients: Vec<_> = (0..CLIENTS)
        .map(|number| {
            let (ground, tally, stop) = (ground.clone(), tally.clone(), stop.clone());
            attackers.spawn(clients::attack(number, to, ground, tally, stop, begun))
        })
        .collect();
    while !stop.load(Ordering::SeqCst) && begun.elapsed() < Duration::from_secs(seconds) {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let lasted = begun.elapsed();
    stop.store(true, Ordering::SeqCst);
    for client in clients {
        client.await.unwrap();
    }
    attackers.shutdown_background();
    let lived = life.end();
    let meanwhile = crowd.ledger.told().len() - told;
    let before = memory.before;
    let culprits = memory.culprits.lock().unwrap().clone().unwrap_or_default();
    // What was left in the middle may still be worked at: it counts too.
    tokio::time::sleep(Duration::from_secs(2)).await;
    let peak = memory.end();
    let figures = format!(
        "hostile: {name} {} s, {CLIENTS} clients, {}, RSS {}/{}/{} MiB, vie {}/{} ms ({} asked, {} missed)",
        lasted.as_secs(),
        tally.summary(),
        before >> 10,
        peak >> 10,
        resident(pid) >> 10,
        lived.p95.as_millis(),
        lived.slowest.as_millis(),
        lived.asked,
        lived.missed,
    );
    if std::env::var("SILLAGE_HOSTILE").is_ok() {
        println!("{figures}\n{}", tally.by_kind());
    }
    let ended = serve.child.try_wait().unwrap();
    assert!(ended.is_none(), "the server is gone ({ended:?}); {figures}; {culprits}");
    let well = recovers(to, &ground).await;
    let ledger = crowd.end().await;
    let rests = resident(pid) >> 10;
    assert!(serve.stop().success());
    let told = ledger.told();
    ledger.check(place, &told).await;
    println!(
        "{figures}, then {rests} MiB, well after {} ms, honest acts {} ({meanwhile} meanwhile), lost 0",
        well.as_millis(),
        told.len(),
    );
    assert!(peak <= before + MORE, "{} MiB more; {culprits}", (peak - before) >> 10);
    if is_long() {
        assert_eq!(lived.missed, 0, "it did not say that it lives");
        assert!(lived.slowest <= LIVES, "it said so after {:?}", lived.slowest);
        assert!(meanwhile >= crowd::PEOPLE, "honest people could not work: {meanwhile} acts");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hostile_clients_take_neither_the_memory_nor_the_time_of_others_on_sqlite() {
    attacked(&fresh(Engine::Sqlite).await.unwrap(), "sqlite").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hostile_clients_take_neither_the_memory_nor_the_time_of_others_on_postgresql() {
    let home = folder("hostile");
    let Some(cluster) = Cluster::new(&home, "") else {
        println!("no PostgreSQL here: hostile clients are not tried on it");
        return;
    };
    let server = Some(cluster.url("postgres"));
    let place = fresh_in(Engine::Postgres, home.join("keys"), server).await.unwrap();
    attacked(&place, "postgresql").await;
}
