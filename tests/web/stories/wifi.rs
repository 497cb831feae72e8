//! One poor wifi, in user space: what goes through it takes its time, shares a narrow way,
//! and is cut now and then, often after it was delivered and before it was answered.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use app::App;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Mutex;

use crate::databases::{Engine, fresh};
use crate::running::{Running, port};
use crate::stories::evening::settings;

/// How many phones.
const PHONES: usize = 30;

/// One way; there and back is 300 ms.
const DELAY: Duration = Duration::from_millis(150);

/// Bytes a second, for everyone. Pages travel uncompressed here, four times what a browser
/// asks for: 4 Mbit/s stands for 1.
const RATE: u64 = 500_000;

/// One chunk in so many ends its connection: 5 %.
const CUT: u32 = 20;

/// The narrow way everyone shares: when it is free again.
type Way = Arc<Mutex<Instant>>;

/// Waits for one's turn on the way, for `bytes`.
async fn pass(way: &Way, bytes: usize) {
    let takes = Duration::from_nanos(bytes as u64 * 1_000_000_000 / RATE);
    let until = {
        let mut free = way.lock().await;
        *free = (*free).max(Instant::now()) + takes;
        *free
    };
    tokio::time::sleep_until((until + DELAY).into()).await;
}

/// Carries bytes one way until one side ends, or the wifi does.
async fn carry(
    mut from: tokio::net::tcp::OwnedReadHalf,
    mut to: tokio::net::tcp::OwnedWriteHalf,
    way: Way,
    count: Arc<AtomicU32>,
) {
    let mut bytes = vec![0; 16 * 1024];
    while let Ok(read) = from.read(&mut bytes).await {
        if read == 0 {
            return;
        }
        pass(&way, read).await;
        // Every twentieth chunk is the last of its connection, on whichever side it is.
        let is_cut = (count.fetch_add(1, Ordering::SeqCst) + 1).is_multiple_of(CUT);
        if is_cut || to.write_all(&bytes[..read]).await.is_err() {
            return;
        }
    }
}

/// A wifi in front of `server`: its address, and how many chunks went through it.
async fn wifi(server: String) -> (String, Arc<AtomicU32>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let count = Arc::new(AtomicU32::new(0));
    let (way, chunks): (Way, _) = (Arc::new(Mutex::new(Instant::now())), Arc::clone(&count));
    tokio::spawn(async move {
        while let Ok((near, _)) = listener.accept().await {
            let (server, way, count) = (server.clone(), Arc::clone(&way), Arc::clone(&chunks));
            tokio::spawn(async move {
                let Ok(far) = TcpStream::connect(server).await else { return };
                let ((near_in, near_out), (far_in, far_out)) =
                    (near.into_split(), far.into_split());
                // One way cut is both ways cut.
                tokio::select! {
                    () = carry(near_in, far_out, Arc::clone(&way), Arc::clone(&count)) => {}
                    () = carry(far_in, near_out, way, count) => {}
                }
            });
        }
    });
    (address, count)
}

async fn thirty_phones(engine: Engine) {
    let Some(place) = fresh(engine).await else { return };
    let url = {
        let app = App::open(&settings(&place), app::engine::clock::Clock::default()).await.unwrap();
        let marie = app
            .people()
            .claim_account(None, "Marie", "m@exemple.org", "un sillage sur le lac")
            .await
            .unwrap();
        let plan = app::workshops::Plan {
            title: "Salle".into(),
            places: 60,
            ..app::workshops::Plan::default()
        };
        let key = app::engine::envelope::CommandId::fresh;
        let id = app.workshops().prepare_workshop(&marie, &plan, key()).await.unwrap();
        app.workshops()
            .run_workshop(&id, &marie, domain::workshops::workshop::Act::Open, key())
            .await
            .unwrap();
        let found = projections::workshops::workshop::find(&app.db, &id).await.unwrap().unwrap();
        format!("/a/{}", found.code)
    };
    let listen = format!("127.0.0.1:{}", port());
    let serve = Running::start(&["serve", "--listen", &listen], Some(&place));
    serve.says("Sillage :");
    let (address, chunks) = wifi(listen).await;
    let told = web::rehearse::run(&format!("http://{address}{url}"), PHONES).await;
    println!("{told}");
    assert_eq!(told.lost(), 0, "{told}");
    let cut = chunks.load(Ordering::SeqCst) / CUT;
    assert!(cut >= 3, "the wifi was cut {cut} times only");
    drop(serve);
    // Once each, in the log itself.
    let app = App::open(&settings(&place), app::engine::clock::Clock::default()).await.unwrap();
    let sql = "select count(*) from events where event_type = 'Drafted'";
    let drafted = app.db.row(sql, &[]).await.unwrap().unwrap().int(0);
    assert_eq!(drafted, i64::try_from(PHONES).unwrap());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn test_01_thirty_phones_on_a_poor_wifi_lose_nothing_on_sqlite() {
    thirty_phones(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn test_01_thirty_phones_on_a_poor_wifi_lose_nothing_on_postgresql() {
    thirty_phones(Engine::Postgres).await;
}
