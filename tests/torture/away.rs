//! PostgreSQL restarted under load, and gone for a while.

use std::time::Duration;

use crate::cluster::Cluster;
use crate::crowd::{self, Crowd};
use crate::databases::{Engine, fresh_in};
use crate::running::{Running, port};
use crate::{folder, rounds};

/// PostgreSQL crashes `times` times under a crowd, and stays away `seconds`.
async fn gone(times: u32, seconds: u64) {
    let place = folder("away");
    let Some(cluster) = Cluster::new(&place, "") else { return };
    let server = Some(cluster.url("postgres"));
    let place = fresh_in(Engine::Postgres, place.join("keys"), server).await.unwrap();
    let people = crowd::people(&place).await;
    let listen = format!("127.0.0.1:{}", port());
    let mut serve = Running::start(&["serve", "--listen", &listen], Some(&place));
    serve.says("Sillage :");
    let crowd = Crowd::begin(&people, &[format!("http://{listen}")]);
    for _ in 0..times {
        tokio::time::sleep(Duration::from_millis(400)).await;
        cluster.crash();
        tokio::time::sleep(Duration::from_secs(seconds)).await;
        cluster.up();
        // It comes back by itself.
        let before = crowd.ledger.told().len();
        let again = async {
            while crowd.ledger.told().len() <= before {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(10), again).await.expect("within ten seconds");
    }
    let ledger = crowd.end().await;
    assert!(serve.stop().success());
    let told = ledger.told();
    ledger.check(&place, &told).await;
    let pages = ledger.patient.load(std::sync::atomic::Ordering::SeqCst);
    println!(
        "PostgreSQL crashed {times} times, {seconds} s each: {} acts acknowledged, 0 lost, 0 doubled; {pages} pages asked for patience",
        told.len()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restart_of_postgresql_is_a_short_wait() {
    gone(rounds(2, 20), 0).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgresql_gone_for_a_while_is_a_longer_one() {
    gone(1, u64::from(rounds(3, 30))).await;
}
