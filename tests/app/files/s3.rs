//! The store by its address, on a server that speaks the protocol of S3: a real process, which
//! `bin/test` installs. Where it is missing, nothing is tried.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use app::files::Keeping;
use app::files::store::{Store, StoreError};
use app::{App, Settings};
use domain::files::file::Of;
use futures_util::TryStreamExt as _;

use super::{brought, document};
use crate::databases::Engine;
use crate::world::World;
use app::engine::envelope::CommandId;

/// A server of objects with a bucket called `sillage`; ended with the test.
struct Server {
    process: Child,
    folder: PathBuf,
    port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn started(folder: &std::path::Path, port: u16) -> Option<Child> {
    Command::new("s3s-fs")
        .args(["--host", "127.0.0.1", "--port", &port.to_string()])
        .args(["--access-key", "cle", "--secret-key", "secret"])
        .arg(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .ok()
}

impl Server {
    async fn begin(folder: PathBuf) -> Option<Self> {
        std::fs::create_dir_all(folder.join("sillage")).unwrap();
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = free.local_addr().unwrap().port();
        drop(free);
        let server = Self { process: started(&folder, port)?, folder, port };
        server.answers().await;
        Some(server)
    }

    async fn answers(&self) {
        let since = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            assert!(
                since.elapsed() < Duration::from_secs(10),
                "the server of objects is not there"
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    fn stop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    async fn go_on(&mut self) {
        self.process = started(&self.folder, self.port).unwrap();
        self.answers().await;
    }

    fn address(&self, secret: &str) -> String {
        format!(
            "s3://sillage/commun?endpoint=http://127.0.0.1:{}&region=ca-central-1&access_key_id=cle&secret_access_key={secret}",
            self.port
        )
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f6b_objects_are_put_read_and_removed_by_address() {
    let world = World::on(Engine::Sqlite).await.unwrap();
    let home = super::folder(&world).with_file_name("s3");
    let Some(server) = Server::begin(home).await else {
        println!("no server of objects here: the store by address is not tried");
        return;
    };
    let store = Store::open(&server.address("secret")).unwrap();
    let hash = app::files::blobs::name_of(b"bonjour");
    assert!(matches!(store.whole(&hash).await, Err(StoreError::Missing)));
    store.put(&hash, b"bonjour".to_vec()).await.unwrap();
    assert_eq!(store.whole(&hash).await.unwrap(), b"bonjour");
    let part: Vec<_> =
        store.get(&hash, Some(3..7)).await.unwrap().into_stream().try_collect().await.unwrap();
    assert_eq!(part.concat(), b"jour");
    store.delete(&hash).await.unwrap();
    store.delete(&hash).await.unwrap();
    assert!(matches!(store.whole(&hash).await, Err(StoreError::Missing)));
    // Somebody else's key opens nothing.
    let closed = Store::open(&server.address("autre")).unwrap();
    assert!(matches!(closed.put(&hash, vec![1]).await, Err(StoreError::Away(_))));
    // Addresses that are none say so when the commons is opened.
    assert!(Store::open("s3://sillage?endpoint=x&inconnu=1").is_err());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f6b_two_nodes_share_a_store_that_goes_away_and_comes_back() {
    let world = World::on(Engine::Sqlite).await.unwrap();
    let home = super::folder(&world).with_file_name("s3");
    let Some(mut server) = Server::begin(home).await else {
        println!("no server of objects here: a store that goes away is not tried");
        return;
    };
    let files = Keeping { address: Some(server.address("secret")), ..Keeping::default() };
    let settings = Settings { files, ..world.settings.clone() };
    let node = async || App::open(&settings, world.clock.clone()).await.unwrap();
    let (one, other) = (node().await, node().await);
    let note = world.public("lea", "Bonjour.").await;
    let (of, lea) = (Of::Note(note.note.clone()), note.writer.clone());
    let add = async |words: &str| {
        one.files().add_file(&of, &lea, brought(document(words)), CommandId::fresh()).await.unwrap()
    };
    let read = async |app: &App, id| {
        let served = app.files().size_of(&id, 0).await.unwrap().unwrap();
        let pieces: Result<Vec<_>, _> = match app.files().bytes(&served.hash, None).await {
            Ok(flow) => flow.try_collect().await,
            Err(error) => return Err(error.to_string()),
        };
        pieces.map(|pieces| pieces.concat()).map_err(|error| error.to_string())
    };
    let before = add("avant").await;
    assert_eq!(read(&other, before.clone()).await.unwrap(), document("avant"));
    server.stop();
    let meanwhile = add("pendant").await;
    assert_eq!(read(&other, meanwhile.clone()).await.unwrap(), document("pendant"));
    assert!(read(&other, before.clone()).await.is_err(), "and is not said to be gone");
    server.go_on().await;
    other.files().tidy().await.unwrap();
    assert_eq!(one.files().waiting_count().await.unwrap(), 0);
    for (id, words) in [(before, "avant"), (meanwhile, "pendant")] {
        assert_eq!(read(&other, id).await.unwrap(), document(words));
    }
    assert_eq!(one.files().verify().await.unwrap().count, 2);
}
