//! Two nodes on one PostgreSQL: one killed, one frozen.

use std::time::Duration;

use crate::crowd::{self, Crowd};
use crate::databases::{Engine, fresh};
use crate::rounds;
use crate::running::{Running, port};

fn node(place: &crate::databases::Place, listen: &str) -> Running {
    let node = Running::start(&["serve", "--listen", listen], Some(place));
    node.says("Sillage :");
    node
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_node_that_is_killed_is_taken_over() {
    let Some(place) = fresh(Engine::Postgres).await else { return };
    let people = crowd::people(&place).await;
    let listens = [port(), port()].map(|port| format!("127.0.0.1:{port}"));
    let mut nodes = listens.each_ref().map(|listen| node(&place, listen));
    let addresses = listens.each_ref().map(|listen| format!("http://{listen}"));
    let crowd = Crowd::begin(&people, &addresses);
    let times = rounds(4, 60);
    for time in 0..times {
        let which = usize::from(time % 2 == 1);
        tokio::time::sleep(Duration::from_millis(300)).await;
        nodes[which].kill();
        // The other one carries everybody meanwhile.
        let before = crowd.ledger.told().len();
        while crowd.ledger.told().len() < before + 10 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        nodes[which] = node(&place, &listens[which]);
    }
    let ledger = crowd.end().await;
    for mut node in nodes {
        assert!(node.stop().success());
    }
    let told = ledger.told();
    ledger.check(&place, &told).await;
    println!(
        "two nodes, one killed {times} times: {} acts acknowledged, 0 lost, 0 doubled",
        told.len()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_node_that_is_frozen_lets_go_and_does_no_harm_when_it_wakes() {
    let Some(place) = fresh(Engine::Postgres).await else { return };
    let people = crowd::people(&place).await;
    let listens = [port(), port()].map(|port| format!("127.0.0.1:{port}"));
    let nodes = listens.each_ref().map(|listen| node(&place, listen));
    let addresses = listens.each_ref().map(|listen| format!("http://{listen}"));
    let times = rounds(1, 12);
    let crowd = Crowd::begin(&people, &addresses);
    for time in 0..times {
        let frozen = &nodes[usize::from(time % 2 == 1)];
        tokio::time::sleep(Duration::from_millis(300)).await;
        frozen.signal("STOP");
        // Longer than PostgreSQL lets a transaction sleep (5 s): what the frozen node
        // held is let go, and the other one goes on.
        let before = crowd.ledger.told().len();
        tokio::time::sleep(Duration::from_secs(7)).await;
        let after = crowd.ledger.told().len();
        frozen.signal("CONT");
        assert!(after > before, "the other node went on");
    }
    let ledger = crowd.end().await;
    for mut node in nodes {
        assert!(node.stop().success());
    }
    let told = ledger.told();
    ledger.check(&place, &told).await;
    println!(
        "two nodes, one frozen 7 s, {times} times: {} acts acknowledged, 0 lost, 0 doubled",
        told.len()
    );
}
