//! A fresh database of each kind for each test.

#![allow(dead_code, reason = "each crate's tests use their own part of it")]

use std::path::PathBuf;

use migrations::Db;

#[path = "statements.rs"]
mod statements;

/// Which engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// Where a test keeps its data; gone with it.
pub struct Place {
    pub commons: String,
    pub keys: String,
    pub folder: PathBuf,
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A name nobody else has.
fn unique() -> String {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::SeqCst);
    let crate_name = env!("CARGO_PKG_NAME").replace('-', "_");
    format!("{crate_name}_{}_{number}", std::process::id())
}

/// A place of its own on `engine`. `None` for PostgreSQL when no server is given:
/// `bin/test` always gives one.
pub async fn fresh(engine: Engine) -> Option<Place> {
    let folder = std::env::temp_dir().join(format!("sillage-test-{}", unique()));
    fresh_in(engine, folder, std::env::var("TEST_DATABASE_URL").ok()).await
}

/// The same, in a folder and on a server of one's own.
pub async fn fresh_in(engine: Engine, folder: PathBuf, server: Option<String>) -> Option<Place> {
    statements::collect();
    let name = unique();
    std::fs::create_dir_all(&folder).unwrap();
    let file = |file: &str| folder.join(file).to_string_lossy().into_owned();
    let keys = file("keys.db");
    let commons = match engine {
        Engine::Sqlite => file("sillage.db"),
        Engine::Postgres => {
            let Some(server) = server else {
                eprintln!("no TEST_DATABASE_URL: run bin/test for the tests on PostgreSQL");
                return None;
            };
            let admin = Db::open(&server).await.unwrap();
            admin.exec(&format!("create database {name}"), &[]).await.unwrap();
            let (base, _) = server.rsplit_once('/').unwrap();
            format!("{base}/{name}")
        }
    };
    Some(Place { commons, keys, folder })
}

/// Writes each test once and runs it on both databases.
#[macro_export]
macro_rules! both {
    ($($(#[$meta:meta])* async fn $name:ident($arg:ident: $kind:ty) $body:block)*) => {$(
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            $(#[$meta])*
            async fn told($arg: $kind) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                told(<$kind>::on($crate::databases::Engine::Sqlite).await.unwrap()).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                let Some(world) = <$kind>::on($crate::databases::Engine::Postgres).await else {
                    return;
                };
                told(world).await;
            }
        }
    )*};
}
