//! Files are sent and removed while the store goes away and comes back, and the program is killed:
//! what was acknowledged is there, byte for byte; what was removed is nowhere; nothing is left over.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use app::engine::clock::{Clock, HOUR};
use app::engine::envelope::CommandId;
use app::files::Keeping;
use app::files::blobs::name_of;
use app::{App, Settings};
use domain::core::ids::{FileId, PersonId};
use rand::Rng as _;

use crate::crowd::settings;
use crate::databases::{Engine, Place, fresh};
use crate::objects::Server;
use crate::raw::{self, FORM, Head};
use crate::running::{Running, port};
use crate::{folder, rounds};

const PEOPLE: u8 = 4;

const PATIENCE: Duration = Duration::from_secs(30);

/// How many files one person sends before they rest: fewer than one may at once.
const MOST: usize = 40;

/// Somebody with a note and a session.
#[derive(Clone)]
struct Person {
    note: String,
    session: String,
    address: Ipv4Addr,
}

/// What one person was told: the bytes of each file that is there, and the files that are gone.
#[derive(Default)]
struct Told {
    there: BTreeMap<FileId, Vec<u8>>,
    gone: BTreeSet<FileId>,
    /// Removed perhaps: the answer did not come.
    unsure: BTreeSet<FileId>,
}

async fn people(app: &App) -> Vec<Person> {
    let mut people = vec![];
    for number in 0..PEOPLE {
        let person: PersonId = format!("personne-{number}").parse().unwrap();
        app.people().ensure_person(&person, "Léa", "fr").await.unwrap();
        let words = app::notes::Words {
            title: "Note".into(),
            body: "Un mot.".into(),
            summary: String::new(),
        };
        let note = app.notes().draft(&person, None, &words, CommandId::fresh()).await.unwrap();
        let session = app.people().open_session(&person).await.unwrap();
        let address = Ipv4Addr::new(127, 0, 8, number + 1);
        people.push(Person { note: note.to_string(), session, address });
    }
    people
}

impl Person {
    async fn posts(&self, to: SocketAddr, path: &str, kind: &str, body: &[u8]) -> raw::Answer {
        let head = Head::post(path, Some(&self.session), kind, body.len()).bytes();
        raw::ask(self.address, to, &[&head, body], PATIENCE).await
    }

    /// Sends a document until somebody says that it is kept: its id.
    async fn adds(&self, to: SocketAddr, bytes: &[u8], stop: &AtomicBool) -> Option<FileId> {
        let key = CommandId::fresh();
        let mut body = format!(
            "--cut\r\nContent-Disposition: form-data; name=\"command_id\"\r\n\r\n{}\r\n--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"plan.pdf\"\r\n\r\n",
            key.as_str()
        )
        .into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--cut--\r\n");
        let path = format!("/notes/{}/fichiers", self.note);
        loop {
            let answer = self.posts(to, &path, "multipart/form-data; boundary=cut", &body).await;
            match answer.status {
                303 => {
                    let id = answer.text.split("#f-").nth(1).unwrap();
                    return id.split(['\r', '\n']).next().unwrap().parse().ok();
                }
                // Nobody there, busy, or the store is away with too much waiting: it is sent again.
                0 | 500 | 503 if !stop.load(Ordering::SeqCst) => {
                    tokio::time::sleep(Duration::from_millis(30)).await;
                }
                0 | 500 | 503 => return None,
                other => panic!("a document was answered {other}: {}", answer.text),
            }
        }
    }

    async fn works(self, to: SocketAddr, stop: Arc<AtomicBool>) -> Told {
        let mut told = Told::default();
        for _ in 0..MOST {
            if stop.load(Ordering::SeqCst) {
                break;
            }
            // Some are the same as somebody else's.
            let (kind, size) = {
                let mut rng = rand::rng();
                (rng.random_range(0..12_u32), rng.random_range(1_000..60_000_usize))
            };
            let mut bytes = format!("%PDF-1.4 {kind}").into_bytes();
            bytes.resize(if kind < 4 { 5_000 } else { size }, b'x');
            let Some(id) = self.adds(to, &bytes, &stop).await else { break };
            told.there.insert(id, bytes);
            let oldest = told.there.keys().next().cloned().filter(|_| told.there.len() > 3);
            if let Some(id) = oldest.filter(|_| kind % 3 == 0) {
                let form = format!("command_id={}", CommandId::fresh().as_str());
                let path = format!("/fichiers/{id}/retrait");
                let answer = self.posts(to, &path, FORM, form.as_bytes()).await;
                told.there.remove(&id);
                if answer.status == 303 { &mut told.gone } else { &mut told.unsure }.insert(id);
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        told
    }
}

/// How many objects a folder holds, however deep.
fn objects(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if path.is_dir() {
            found.extend(objects(&path));
        } else if name.len() == 64 {
            found.insert(name);
        }
    }
    found
}

async fn tortured(place: Place, name: &str, mut server: Option<Server>, bucket: PathBuf) {
    let address = server.as_ref().map(|server| server.address("secret"));
    let files = Keeping { address, ..Keeping::default() };
    let settings = Settings { files, ..settings(&place) };
    let app = App::open(&settings, Clock::default()).await.unwrap();
    let people = people(&app).await;
    let to: SocketAddr = format!("127.0.0.1:{}", port()).parse().unwrap();
    let listen = to.to_string();
    let mut args = vec!["serve", "--listen", &listen];
    let address = settings.files.address.clone().unwrap_or_default();
    if !address.is_empty() {
        args.extend(["--files", &address]);
    }
    let mut serve = Running::start(&args, Some(&place));
    serve.says("Sillage :");
    let stop = Arc::new(AtomicBool::new(false));
    let work = |person: &Person| tokio::spawn(person.clone().works(to, stop.clone()));
    let working: Vec<_> = people.iter().map(work).collect();
    let (mut kills, mut cuts) = (0, 0);
    for _ in 0..rounds(4, 60) {
        let moment = rand::rng().random_range(100..500);
        tokio::time::sleep(Duration::from_millis(moment)).await;
        if let Some(server) = &mut server {
            server.stop();
            tokio::time::sleep(Duration::from_millis(moment)).await;
            server.go_on().await;
            cuts += 1;
        }
        serve.kill();
        serve = Running::start(&args, Some(&place));
        serve.says("Sillage :");
        kills += 1;
    }
    stop.store(true, Ordering::SeqCst);
    let mut told = Told::default();
    for one in working {
        let Told { there, gone, unsure } = one.await.unwrap();
        told.there.extend(there);
        told.gone.extend(gone);
        told.unsure.extend(unsure);
    }
    assert!(serve.stop().success());
    // Two hours later, what waited is in the store, and what nobody has is not.
    let later = Clock::set_at(app.clock.now() + 2 * HOUR);
    let app = App::open(&settings, later).await.unwrap();
    while app.files().tidy().await.unwrap() > 0 {}
    assert_eq!(app.files().waiting_count().await.unwrap(), 0);
    for (id, bytes) in &told.there {
        let served = app.files().size_of(id, 0).await.unwrap();
        assert_eq!(served.expect("acknowledged").hash, name_of(bytes), "{id}");
    }
    for id in &told.gone {
        assert!(app.files().size_of(id, 0).await.unwrap().is_none(), "{id} was removed");
    }
    let checked = app.files().verify().await.unwrap();
    assert_eq!(checked.wrong, [""; 0]);
    let sql = "select distinct hash from file_parts";
    let rows = app.db.rows(sql, &[]).await.unwrap();
    let had: BTreeSet<String> = rows.iter().map(|row| row.cells().text()).collect();
    assert_eq!(objects(&bucket), had, "nothing is missing, nothing is left over");
    let sql = "select cast(f.length - (select coalesce(sum(g.length), 0) from files g) as {i64})
        from files_total f where f.one = 1";
    let off = app.db.row(sql, &[]).await.unwrap().unwrap();
    assert_eq!(off.cells().int(), 0, "the room that is counted is the room that is taken");
    println!(
        "store: {name}: {} files there, {} removed, {} perhaps; {kills} kills, {cuts} times away; 0 lost, 0 left over",
        told.there.len(),
        told.gone.len(),
        told.unsure.len()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_file_is_lost_nor_left_over_in_a_folder() {
    let place = fresh(Engine::Sqlite).await.unwrap();
    let bucket = Path::new(&place.commons).with_file_name("fichiers");
    tortured(place, "sqlite, a folder", None, bucket).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_file_is_lost_nor_left_over_in_a_store_that_comes_and_goes() {
    let Some(server) = Server::begin(folder("objects")).await else {
        println!("no server of objects here: a store that comes and goes is not tried");
        return;
    };
    let bucket = server.folder.join("sillage");
    let Some(place) = fresh(Engine::Postgres).await else { return };
    tortured(place, "postgresql, a server of objects", Some(server), bucket).await;
}
