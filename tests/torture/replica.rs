//! A streaming replica: pages read it, and it takes over.

use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;

use migrations::Db;
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};

use crate::cluster::Cluster;
use crate::crowd::{self, Crowd};
use crate::databases::{Engine, Place, fresh_in};
use crate::running::{Running, port};
use crate::{folder, rounds};

/// One address for whichever server is written to, as a virtual address would be.
async fn address_of(server: Arc<AtomicU16>) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((mut near, _)) = listener.accept().await {
            let to = server.load(Ordering::SeqCst);
            tokio::spawn(async move {
                if let Ok(mut far) = TcpStream::connect(("127.0.0.1", to)).await {
                    let _ = copy_bidirectional(&mut near, &mut far).await;
                }
            });
        }
    });
    port
}

fn on_port(place: &Place, port: u16) -> String {
    let (_, database) = place.commons.rsplit_once('/').unwrap();
    format!("postgres://sillage@127.0.0.1:{port}/{database}")
}

async fn reads_replica(listen: &str) -> bool {
    let told = reqwest::get(format!("http://{listen}/sante")).await.unwrap();
    let told: serde_json::Value = serde_json::from_str(&told.text().await.unwrap()).unwrap();
    told["replica"] == true
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_replica_that_takes_over_has_everything_that_was_acknowledged() {
    let times = rounds(1, 5);
    for time in 0..times {
        let home = folder(&format!("replica-{time}"));
        let Some(primary) = Cluster::new(&home.join("one"), "") else { return };
        let server = Some(primary.url("postgres"));
        let mut place = fresh_in(Engine::Postgres, home.join("keys"), server).await.unwrap();
        let people = crowd::people(&place).await;
        let standby = primary.standby(&home.join("two"), "two");
        let admin = Db::open(&primary.url("postgres")).await.unwrap();
        admin.exec("alter system set synchronous_standby_names = '*'", &[]).await.unwrap();
        admin.rows("select pg_reload_conf()", &[]).await.unwrap();

        let server = Arc::new(AtomicU16::new(primary.port));
        let virtual_port = address_of(server.clone()).await;
        let read = on_port(&place, standby.port);
        place.commons = on_port(&place, virtual_port);
        let listen = format!("127.0.0.1:{}", port());
        let args = ["serve", "--listen", &listen, "--replica", &read];
        let mut serve = Running::start(&args, Some(&place));
        serve.says("Sillage :");
        let crowd = Crowd::begin(&people, &[format!("http://{listen}")]);
        tokio::time::sleep(Duration::from_secs(2)).await;
        assert!(reads_replica(&listen).await, "pages read the replica");
        primary.crash();
        standby.promote();
        server.store(standby.port, Ordering::SeqCst);
        let before = crowd.ledger.told().len();
        let again = async {
            while crowd.ledger.told().len() < before + crowd::PEOPLE {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(15), again).await.expect("it goes on by itself");
        let ledger = crowd.end().await;
        assert!(serve.stop().success());
        let told = ledger.told();
        ledger.check(&place, &told).await;
        println!(
            "primary killed, replica promoted: {} acts acknowledged, 0 lost, 0 doubled",
            told.len()
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_read_from_a_slow_replica_shows_what_its_reader_just_did() {
    let home = folder("slow-replica");
    let Some(primary) = Cluster::new(&home.join("one"), "-c recovery_min_apply_delay=400ms") else {
        return;
    };
    let server = Some(primary.url("postgres"));
    let place = fresh_in(Engine::Postgres, home.join("keys"), server).await.unwrap();
    let people = crowd::people(&place).await;
    let standby = primary.standby(&home.join("two"), "two");
    let read = on_port(&place, standby.port);
    let listens = [port(), port()].map(|port| format!("127.0.0.1:{port}"));
    let nodes = listens.each_ref().map(|listen| {
        let args = ["serve", "--listen", listen, "--replica", &read];
        let node = Running::start(&args, Some(&place));
        node.says("Sillage :");
        node
    });
    for listen in &listens {
        while !reads_replica(listen).await {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
    // Written on one node, read on the other.
    for number in 0..5 {
        people.writes_then_reads(number, &listens).await;
    }
    assert!(reads_replica(&listens[1]).await, "it was the replica that answered");
    drop(nodes);
}
