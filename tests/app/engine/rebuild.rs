//! Rebuilds beside the tables that answer, and projections that stopped.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use app::App;
use app::engine::projector::edition::Status;
use app::engine::projector::recovery::RecoveryError;
use async_trait::async_trait;
use domain::core::registry::KINDS;
use domain::notes::visibility::Visibility;
use migrations::{DbError, Tx, values};
use projections::core::declare::About;
use projections::{Projection, Recorded};

use crate::both;
use crate::world::World;

/// Counts events, in a table whose name and meaning change with its version; it
/// refuses or panics where it is told to.
#[derive(Default)]
pub(crate) struct Count {
    pub(crate) version: i64,
    pub(crate) readable: bool,
    pub(crate) worth: i64,
    pub(crate) refuses: Arc<AtomicI64>,
    pub(crate) panics: bool,
    pub(crate) slow: Arc<AtomicBool>,
    /// The kinds it learns from, when they are not all of them.
    pub(crate) only: Option<&'static [&'static str]>,
}

#[async_trait]
impl Projection for Count {
    fn about(&self) -> About {
        About {
            name: "count",
            version: self.version,
            readable: if self.readable { &[1] } else { &[] },
            tables: &["p_count"],
            schema: if self.version == 1 {
                "create table p_count (one {i64} not null primary key, n {i64} not null) {strict};"
            } else {
                "create table p_count (one {i64} not null primary key, n {i64} not null) {strict};
                 create index p_count_n on p_count (n);"
            },
            subscribes_to: self.only.unwrap_or(KINDS),
        }
    }
    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        while self.slow.load(Ordering::SeqCst) {
            tokio::task::yield_now().await;
        }
        let poison = self.refuses.load(Ordering::SeqCst);
        if batch.iter().any(|event| event.position == poison) {
            assert!(!self.panics, "as told");
            return Err(DbError::Broken("as told".into()));
        }
        let sql = "insert into p_count (one, n) values (1, $1)
             on conflict (one) do update set n = p_count.n + excluded.n";
        let n = self.worth * i64::try_from(batch.len()).unwrap();
        tx.exec(sql, values![n]).await?;
        Ok(())
    }
}

pub(crate) async fn open(world: &World, count: Count) -> App {
    let mut all = projections::all();
    all.push(Box::new(count));
    App::open_with(&world.settings, world.clock.clone(), all).await.unwrap()
}

/// What the tables that answer pages of `app` say.
async fn counted(app: &App) -> i64 {
    app.db.row("select n from p_count", &[]).await.unwrap().unwrap().int(0)
}

pub(crate) async fn status(app: &App, edition: i64) -> Option<Status> {
    let all = app.projector.checkpoints().await.unwrap();
    all.iter().find(|one| one.name == "count" && one.edition == edition).map(|one| one.status)
}

pub(crate) async fn until(what: impl AsyncFn() -> bool) {
    let wait = async {
        while !what().await {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(30), wait).await.unwrap();
}

both! {
    async fn pages_read_the_old_version_until_the_new_one_has_caught_up(world: World) {
        app::demo::fill(&world.app).await.unwrap();
        let old = open(&world, Count { version: 1, worth: 1, ..Count::default() }).await;
        let all = world.events().await;
        assert_eq!(counted(&old).await, all);
        let slow = Arc::new(AtomicBool::new(true));
        let new = Count { version: 2, worth: 10, readable: true, slow: slow.clone(), ..Count::default() };
        // It opens at once, and answers from the old tables.
        let new = open(&world, new).await;
        assert_eq!(counted(&new).await, all);
        assert_eq!(status(&new, 1).await, Some(Status::Building));
        let health = new.health().await.unwrap();
        assert!(health.is_degraded());
        let building = health.projections.iter().find(|one| one.status == Status::Building);
        assert_eq!(health.percent(building.unwrap()), 0);
        slow.store(false, Ordering::SeqCst);
        until(async || counted(&new).await == 10 * all).await;
        assert_eq!(status(&new, 1).await, Some(Status::Live));
        // The program before it goes on with its own.
        world.member("Omar").await;
        until(async || counted(&old).await == world.events().await).await;
        until(async || counted(&new).await == 10 * world.events().await).await;
    }

    /// On the usual way as when it is told alone.
    async fn a_projection_is_told_only_what_it_learns_from(world: World) {
        app::demo::fill(&world.app).await.unwrap();
        let of_notes = async || {
            let sql = "select count(*) from events where aggregate_type = 'note'";
            world.app.db.row(sql, &[]).await.unwrap().unwrap().int(0)
        };
        let count = Count { version: 1, worth: 1, only: Some(&["note"]), ..Count::default() };
        let app = open(&world, count).await;
        assert_eq!(counted(&app).await, of_notes().await);
        let before = of_notes().await;
        world.public("lea", "mots").await;
        until(async || counted(&app).await > before).await;
        assert_eq!(counted(&app).await, of_notes().await);
        assert!(of_notes().await < world.events().await);
    }

    async fn a_rebuild_that_was_killed_goes_on_where_it_was(world: World) {
        app::demo::fill(&world.app).await.unwrap();
        let refuses = Arc::new(AtomicI64::new(20));
        let count = || Count { version: 1, worth: 1, refuses: refuses.clone(), ..Count::default() };
        refuses.store(0, Ordering::SeqCst);
        let app = open(&world, count()).await;
        // It stops half-way; the old tables go on answering, and learning.
        refuses.store(20, Ordering::SeqCst);
        let stopped = app.projector.rebuild(&mut |_, _, _| {}).await.unwrap_err();
        assert!(format!("{stopped:?}").contains("cannot apply"), "{stopped:?}");
        assert_eq!(status(&app, 2).await, Some(Status::Halted));
        refuses.store(0, Ordering::SeqCst);
        world.member("Omar").await;
        until(async || counted(&app).await == world.events().await).await;
        let mut first = None;
        app.projector.rebuild(&mut |name, position, _| {
            if name == "count" && first.is_none() {
                first = Some(position);
            }
        }).await.unwrap();
        assert_eq!(first, Some(19), "it goes on, it does not begin again");
        assert_eq!(status(&app, 2).await, Some(Status::Live));
        assert_eq!(status(&app, 1).await, Some(Status::Retired));
        until(async || counted(&app).await == world.events().await).await;
        // And again, a minute later: the tables of the first edition are dropped, now that
        // no node can be reading them.
        world.clock.advance(61_000_000);
        app.projector.rebuild(&mut |_, _, _| {}).await.unwrap();
        assert_eq!(status(&app, 1).await, None);
        assert_eq!(status(&app, 3).await, Some(Status::Live));
        assert_eq!(app.projector.verify().await.unwrap(), [""; 0]);
    }

    async fn the_site_goes_on_while_everything_is_rebuilt(world: World) {
        app::demo::fill(&world.app).await.unwrap();
        let marie = world.account("marie", true).await;
        let workshop = world.workshop(&marie, 90).await;
        let app = world.app.clone();
        let rebuilding = tokio::spawn(async move {
            for _ in 0..3 {
                app.projector.rebuild(&mut |_, _, _| {}).await.unwrap();
            }
        });
        let mut number = 0;
        while !rebuilding.is_finished() || number < 5 {
            number += 1;
            let lea = world.guest(&workshop, &format!("Léa {number}")).await;
            let title = format!("Note {number}");
            // Read back through the tables, at once, every time.
            let note = world.published(&lea, &workshop, &title, Visibility::Everyone).await;
            assert_eq!(note.title, title);
        }
        rebuilding.await.unwrap();
        assert_eq!(world.app.projector.verify().await.unwrap(), [""; 0]);
    }

    async fn a_projection_that_panics_stops_alone_and_is_mended(world: World) {
        app::demo::fill(&world.app).await.unwrap();
        let refuses = Arc::new(AtomicI64::new(0));
        let count = Count { version: 1, worth: 1, panics: true, refuses: refuses.clone(), ..Count::default() };
        let app = open(&world, count).await;
        let before = world.events().await;
        refuses.store(before + 2, Ordering::SeqCst);
        world.member("Omar").await;
        let marie = world.member("Marie").await;
        until(async || status(&app, 1).await == Some(Status::Stalled)).await;
        // Its own figures stand still just before; everything else goes on.
        assert_eq!(counted(&app).await, before + 1);
        world.workshop(&marie, 9).await;
        let failures = app.projector.failures().await.unwrap();
        assert_eq!((failures[0].name.as_str(), failures[0].position), ("count", before + 2));
        assert!(failures[0].error.contains("panicked") && failures[0].advice.contains("sillage skip"));
        assert!(app.health().await.unwrap().is_degraded());

        // Tried again in vain, it stops again at the same place.
        assert_eq!(app.projector.retry(Some("count")).await.unwrap(), 1);
        app.projector.catch_up().await.unwrap();
        until(async || status(&app, 1).await == Some(Status::Stalled)).await;
        // Only the event it is stopped at can be skipped.
        let elsewhere = app.projector.skip("count", before + 1, "essai").await;
        assert!(matches!(elsewhere, Err(RecoveryError::Elsewhere { stopped, .. }) if stopped == before + 2));
        let unknown = app.projector.skip("note", before + 2, "essai").await;
        assert!(matches!(unknown, Err(RecoveryError::NotStopped(_))));
        app.projector.skip("count", before + 2, "essai").await.unwrap();
        until(async || counted(&app).await == world.events().await - 1).await;
        assert_eq!(app.projector.failures().await.unwrap(), []);
        // A rebuild and a check leave the same event out.
        assert_eq!(app.projector.verify().await.unwrap(), [""; 0]);
        app.projector.rebuild(&mut |_, _, _| {}).await.unwrap();
        assert_eq!(counted(&app).await, world.events().await - 1);
    }

    async fn a_commons_that_cannot_open_can_be_mended(world: World) {
        app::demo::fill(&world.app).await.unwrap();
        let refuses = Arc::new(AtomicI64::new(20));
        let all = || {
            let mut all = projections::all();
            let count = Count { version: 1, worth: 1, refuses: refuses.clone(), ..Count::default() };
            all.push(Box::new(count));
            all
        };
        // A new projection halts on its first build, and nothing answers in its place.
        assert!(App::open_with(&world.settings, world.clock.clone(), all()).await.is_err());
        let closed = App::open_for_repair(&world.settings, world.clock.clone(), all()).await.unwrap();
        assert_eq!(closed.projector.failures().await.unwrap()[0].position, 20);
        closed.projector.skip("count", 20, "essai").await.unwrap();
        drop(closed);
        let app = App::open_with(&world.settings, world.clock.clone(), all()).await.unwrap();
        assert_eq!(counted(&app).await, world.events().await - 1);
    }

    async fn a_projection_is_mended_by_a_retry(world: World) {
        app::demo::fill(&world.app).await.unwrap();
        let refuses = Arc::new(AtomicI64::new(0));
        let count = Count { version: 1, worth: 1, refuses: refuses.clone(), ..Count::default() };
        let app = open(&world, count).await;
        refuses.store(world.events().await + 1, Ordering::SeqCst);
        world.member("Omar").await;
        until(async || status(&app, 1).await == Some(Status::Stalled)).await;
        refuses.store(0, Ordering::SeqCst);
        app.projector.retry(None).await.unwrap();
        until(async || counted(&app).await == world.events().await).await;
    }
}
