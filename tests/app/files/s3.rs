//! The store by its address, on a server that speaks the protocol of S3. Where that is missing,
//! nothing is tried.

use app::files::Keeping;
use app::files::store::{Store, StoreError};
use app::{App, Settings};
use domain::files::file::Of;
use futures_util::TryStreamExt as _;

use super::{brought, document};
use crate::databases::Engine;
use crate::objects::Server;
use crate::world::World;
use app::engine::envelope::CommandId;

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
