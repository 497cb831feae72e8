//! `kill -9` at a random moment, under load, again and again.

use std::time::Duration;

use rand::Rng as _;

use crate::crowd::{self, Crowd};
use crate::databases::{Engine, fresh};
use crate::rounds;
use crate::running::{Running, port};

/// After this many rounds, a new commons: checking reads the whole log.
const RENEW: u32 = 25;

async fn killed_at_random(engine: Engine) {
    let (all, mut done, mut acts) = (rounds(20, 1000), 0, 0);
    while done < all {
        let Some(place) = fresh(engine).await else { return };
        let people = crowd::people(&place).await;
        let listen = format!("127.0.0.1:{}", port());
        let args = ["serve", "--listen", listen.as_str()];
        let mut serve = Running::start(&args, Some(&place));
        serve.says("Sillage :");
        let crowd = Crowd::begin(&people, &[format!("http://{listen}")]);
        for _ in 0..RENEW.min(all - done) {
            let moment = rand::rng().random_range(20..250);
            tokio::time::sleep(Duration::from_millis(moment)).await;
            let told = crowd.ledger.told();
            serve.kill();
            crowd.ledger.check(&place, &told).await;
            serve = Running::start(&args, Some(&place));
            serve.says("Sillage :");
            done += 1;
        }
        let ledger = crowd.end().await;
        assert!(serve.stop().success());
        let told = ledger.told();
        ledger.check(&place, &told).await;
        acts += told.len();
    }
    println!(
        "kill -9, {engine:?}: {done} times; {acts} acts acknowledged, 0 lost, 0 doubled, tables equal to the fold after each"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_nor_doubled_on_sqlite() {
    killed_at_random(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_nor_doubled_on_postgresql() {
    killed_at_random(Engine::Postgres).await;
}
