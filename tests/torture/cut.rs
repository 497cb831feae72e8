//! The connection cut between a commit and its answer: the outcome is unknown, and the
//! same command is told again.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use app::App;
use app::engine::clock::Clock;
use app::engine::envelope::{CommandId, Envelope};
use domain::core::ids::PersonId;
use domain::people::person::{Command, Person};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::crowd::settings;
use crate::databases::{Engine, fresh};
use crate::rounds;

/// Between us and PostgreSQL: when armed, lets one COMMIT through, waits until it is
/// answered, and cuts the wire in place of passing the answer on.
async fn wire(server: String, armed: Arc<AtomicBool>, cut: Arc<AtomicU32>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move {
        while let Ok((near, _)) = listener.accept().await {
            let (server, armed, cut) = (server.clone(), armed.clone(), cut.clone());
            tokio::spawn(async move {
                let far = TcpStream::connect(server).await.unwrap();
                let (mut from_us, mut to_us) = near.into_split();
                let (mut from_server, mut to_server) = far.into_split();
                let doomed = Arc::new(AtomicBool::new(false));
                let seen = doomed.clone();
                let there = async move {
                    let mut bytes = vec![0; 65536];
                    while let Ok(count @ 1..) = from_us.read(&mut bytes).await {
                        let said = &bytes[..count];
                        let commits = said.windows(6).any(|word| word == b"COMMIT");
                        if commits && armed.swap(false, Ordering::SeqCst) {
                            seen.store(true, Ordering::SeqCst);
                        }
                        if to_server.write_all(said).await.is_err() {
                            return;
                        }
                    }
                };
                let back = async move {
                    let mut bytes = vec![0; 65536];
                    while let Ok(count @ 1..) = from_server.read(&mut bytes).await {
                        if doomed.load(Ordering::SeqCst) {
                            cut.fetch_add(1, Ordering::SeqCst);
                            return;
                        }
                        if to_us.write_all(&bytes[..count]).await.is_err() {
                            return;
                        }
                    }
                };
                tokio::select! { () = there => {} () = back => {} }
            });
        }
    });
    address
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_commit_whose_answer_is_lost_happens_once() {
    let Some(place) = fresh(Engine::Postgres).await else { return };
    let (head, tail) = place.commons.split_once('@').unwrap();
    let (server, database) = tail.split_once('/').unwrap();
    let (armed, cut) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU32::new(0)));
    let through = wire(server.to_owned(), armed.clone(), cut.clone()).await;
    let mut to = settings(&place);
    to.database = format!("{head}@{through}/{database}");
    let app = App::open(&to, Clock::default()).await.unwrap();
    let times = rounds(10, 300);
    for number in 0..times {
        let person: PersonId = format!("p{number}").parse().unwrap();
        let command = Command::Arrive { person: person.clone() };
        let key = CommandId::fresh();
        let envelope = || Envelope::from(&person, key.clone());
        armed.store(true, Ordering::SeqCst);
        let first = app.record::<Person>(person.as_str(), command.clone(), envelope()).await;
        let again = app.record::<Person>(person.as_str(), command, envelope()).await.unwrap();
        if let Ok(first) = first {
            assert_eq!(first, again, "the same answer");
        }
        let sql = "select count(*) from events where aggregate_id = $1";
        let asked = migrations::values![person.as_str()];
        assert_eq!(app.db.row(sql, asked).await.unwrap().unwrap().int(0), 1);
    }
    let cuts = cut.load(Ordering::SeqCst);
    assert!(cuts >= times / 2, "the wire was cut {cuts} times only");
    assert!(app.projector.verify().await.unwrap().is_empty());
    println!("wire cut between commit and answer, {cuts} times: every act once");
}
