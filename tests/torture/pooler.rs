//! Behind PgBouncer in transaction mode, where no session outlives a transaction.

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::crowd::{self, Crowd};
use crate::databases::{Engine, Place, fresh};
use crate::running::{Running, port};
use crate::{folder, rounds};

struct Pooler(Child);

impl Drop for Pooler {
    fn drop(&mut self) {
        // It was started through `runuser`, which passes the signal on.
        let pid = self.0.id().to_string();
        let _ = Command::new("kill").args(["-TERM", &pid]).status();
        let _ = self.0.wait();
    }
}

/// PgBouncer in front of the server at `server` (`host:port`), with six connections.
fn pooler(server: &str) -> Option<(Pooler, u16)> {
    let home = folder("pooler");
    let (host, server_port) = server.split_once(':')?;
    let listen = port();
    let config = format!(
        "[databases]\n* = host={host} port={server_port}\n[pgbouncer]\n\
         listen_addr = 127.0.0.1\nlisten_port = {listen}\nauth_type = trust\n\
         auth_file = {home}/users\npool_mode = transaction\ndefault_pool_size = 6\n\
         max_client_conn = 100\nunix_socket_dir =\nlogfile = {home}/log\n\
         ignore_startup_parameters = extra_float_digits\n",
        home = home.display()
    );
    std::fs::write(home.join("pgbouncer.ini"), config).unwrap();
    std::fs::write(home.join("users"), "\"sillage\" \"\"\n").unwrap();
    let _ = Command::new("chown").args(["-R", "postgres"]).arg(&home).status();
    let started = Command::new("runuser")
        .args(["-u", "postgres", "--", "pgbouncer"])
        .arg(home.join("pgbouncer.ini"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    Some((Pooler(started.ok()?), listen))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_nodes_work_behind_a_pooler_in_transaction_mode() {
    let Some(place) = fresh(Engine::Postgres).await else { return };
    let (head, tail) = place.commons.split_once('@').unwrap();
    let (server, database) = tail.split_once('/').unwrap();
    let Some((_pooler, listen)) = pooler(server) else {
        eprintln!("no pgbouncer here: bin/test installs it");
        return;
    };
    while tokio::net::TcpStream::connect(("127.0.0.1", listen)).await.is_err() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let people = crowd::people(&place).await;
    let pooled = Place {
        commons: format!("{head}@127.0.0.1:{listen}/{database}?pgbouncer=true"),
        keys: place.keys.clone(),
        folder: place.folder.join("pooled"),
    };
    let listens = [port(), port()].map(|port| format!("127.0.0.1:{port}"));
    let nodes = listens.each_ref().map(|listen| {
        let node = Running::start(&["serve", "--listen", listen], Some(&pooled));
        node.says("Sillage :");
        node
    });
    let crowd = Crowd::begin(&people, &listens.each_ref().map(|listen| format!("http://{listen}")));
    tokio::time::sleep(Duration::from_secs(u64::from(rounds(3, 60)))).await;
    let ledger = crowd.end().await;
    for mut node in nodes {
        assert!(node.stop().success());
    }
    let told = ledger.told();
    ledger.check(&place, &told).await;
    ledger.check(&pooled, &told).await;
    assert_eq!(ledger.patient.load(std::sync::atomic::Ordering::SeqCst), 0, "nobody had to wait");
    println!("PgBouncer, transaction mode, two nodes: {} acts, all of them once", told.len());
}
