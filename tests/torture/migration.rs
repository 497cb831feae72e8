//! A first start, killed at a random moment; then an older program.

use std::time::Duration;

use app::App;
use app::engine::clock::Clock;
use rand::Rng as _;

use crate::crowd::settings;
use crate::databases::{Engine, fresh};
use crate::rounds;
use crate::running::{Running, port};

async fn interrupted(engine: Engine) {
    let all = rounds(5, 50);
    for _ in 0..all {
        let Some(place) = fresh(engine).await else { return };
        let listen = format!("127.0.0.1:{}", port());
        let args = ["serve", "--listen", listen.as_str()];
        for _ in 0..3 {
            let mut serve = Running::start(&args, Some(&place));
            let moment = rand::rng().random_range(1..120);
            tokio::time::sleep(Duration::from_millis(moment)).await;
            serve.kill();
        }
        // Told again, it ends; and what comes out is a commons.
        let mut serve = Running::start(&args, Some(&place));
        serve.says("Sillage :");
        assert!(serve.stop().success());
        let app = App::open(&settings(&place), Clock::default()).await.unwrap();
        app.people()
            .claim_account(None, "Marie", "m@exemple.org", "un sillage sur le lac")
            .await
            .unwrap();
        assert!(app.projector.verify().await.unwrap().is_empty());
    }
    println!("migration killed, {engine:?}: {all} commons, 3 times each, all whole");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_migration_that_is_killed_ends_the_next_time_on_sqlite() {
    interrupted(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_migration_that_is_killed_ends_the_next_time_on_postgresql() {
    interrupted(Engine::Postgres).await;
}
