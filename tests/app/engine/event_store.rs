use std::collections::HashSet;

use app::App;
use app::engine::envelope::CommandId;
use cqrs_es::CqrsFramework;
use cqrs_es::persist::PersistedEventStore;
use domain::people::person::{Command, Person};
use postgres_es::PostgresEventRepository;

use crate::both;
use crate::databases::Engine;
use crate::world::World;

/// Positions and streams, in log order.
async fn log(app: &App) -> Vec<(i64, String, i64)> {
    let sql =
        "select position, aggregate_type, aggregate_id, sequence from events order by position";
    let rows = app.db.rows(sql, &[]).await.unwrap();
    let stream = |row: &migrations::Row| format!("{}/{}", row.text(1), row.text(2));
    rows.iter().map(|row| (row.int(0), stream(row), row.int(3))).collect()
}

fn assert_whole(log: &[(i64, String, i64)]) {
    let mut heads: std::collections::HashMap<&str, i64> = std::collections::HashMap::new();
    for (at, (position, stream, sequence)) in log.iter().enumerate() {
        assert_eq!(*position, i64::try_from(at).unwrap() + 1, "positions have no gap");
        let head = heads.entry(stream).or_insert(0);
        assert_eq!(*sequence, *head + 1, "{stream} is in order");
        *head = *sequence;
    }
}

both! {
    async fn sixteen_writers_leave_no_gap_and_a_reader_misses_nothing(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 200).await;
        let begun = world.events().await;
        let app = world.app.clone();
        // A reader that tails the log while it is written.
        let reader = tokio::spawn(async move {
            let (mut seen, mut tail) = (HashSet::new(), begun);
            while seen.len() < 16 * 5 {
                let sql = "select position from events where position > $1 order by position limit 50";
                for row in app.db.rows(sql, migrations::values![tail]).await.unwrap() {
                    assert_eq!(row.int(0), tail + 1, "the reader passed over an event");
                    tail = row.int(0);
                    seen.insert(tail);
                }
                tokio::task::yield_now().await;
            }
        });
        let mut writers = vec![];
        for writer in 0..16 {
            let (app, workshop) = (world.app.clone(), workshop.clone());
            writers.push(tokio::spawn(async move {
                for number in 0..5 {
                    let person = format!("p{writer}-{number}").parse().unwrap();
                    let step = domain::workshops::script::Step::Look;
                    app.workshops().complete_step(&workshop, &person, step, CommandId::fresh()).await.unwrap();
                }
            }));
        }
        for writer in writers {
            writer.await.unwrap();
        }
        tokio::time::timeout(std::time::Duration::from_secs(20), reader).await.unwrap().unwrap();
        assert_whole(&log(&world.app).await);
    }
}

#[tokio::test]
async fn what_the_writer_asks_of_the_log_is_found_by_its_keys() {
    let world = World::on(Engine::Sqlite).await.unwrap();
    for (table, asked) in app::engine::event_store::ASKED {
        let sql = asked.replace("{keys}", "(select 'a' as c0, 'b' as c1, 0 as c2) as k");
        let plan = world.app.db.rows(&format!("explain query plan {sql}"), &[]).await.unwrap();
        let told: String = plan.iter().map(|row| row.text(3) + "\n").collect();
        assert!(told.contains("SEARCH") && !told.contains(&format!("SCAN {table}")), "{told}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_nodes_on_one_postgresql_share_one_order_and_one_memory() {
    let Some(world) = World::on(Engine::Postgres).await else { return };
    let other = App::open(&world.settings, world.clock.clone()).await.unwrap();
    let marie = world.member("Marie").await;
    let workshop = world.workshop(&marie, 60).await;
    let mut entering = vec![];
    for number in 0..30 {
        let app = if number % 2 == 0 { world.app.clone() } else { other.clone() };
        let workshop = workshop.clone();
        entering.push(tokio::spawn(async move {
            let name = format!("Personne {number}");
            app.workshops()
                .enter_workshop(&workshop, None, &name, "fr", CommandId::fresh())
                .await
                .unwrap()
        }));
    }
    for one in entering {
        one.await.unwrap();
    }
    assert_whole(&log(&world.app).await);
    let last = world.events().await;
    for node in [&world.app, &other] {
        assert!(node.projector.wait_for(last).await);
        let room = projections::workshops::room::since(&node.db, &workshop, 0).await.unwrap();
        assert_eq!(room.len(), 30);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stock_cqrs_es_program_can_read_and_write_our_log() {
    let Some(world) = World::on(Engine::Postgres).await else { return };
    let marie = world.member("Marie").await;
    let before = world.events().await;
    let migrations::db::Engine::Pg(pg) = world.app.db.engine() else { unreachable!() };
    let repository = PostgresEventRepository::new(pg.pool().clone());
    let store = PersistedEventStore::<_, Person>::new_event_store(repository);
    let stock = CqrsFramework::new(store, vec![], ());
    let command = Command::BecomeFacilitator { person: marie.clone() };
    stock.execute(marie.as_str(), command).await.unwrap();
    assert_eq!(world.events().await, before + 1, "it knew that Marie had arrived");
    assert_whole(&log(&world.app).await);
    // And our own writer goes on after it.
    world.member("Omar").await;
    assert_whole(&log(&world.app).await);
}
