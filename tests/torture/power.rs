//! Power cuts: the disk as it was at some moment, mounted and started again.
//!
//! The data is on an ext4 file system in a file, itself on XFS, which copies that file
//! in one instant (`cp --reflink`): what had not been flushed is not in the copy.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use rand::Rng as _;

use crate::cluster::Cluster;
use crate::crowd::{self, Crowd};
use crate::databases::{Engine, Place, fresh_in};
use crate::running::{Running, port};
use crate::{folder, rounds};

fn run(program: &str, args: &[&str]) -> bool {
    let quiet =
        Command::new(program).args(args).stdout(Stdio::null()).stderr(Stdio::null()).status();
    quiet.is_ok_and(|done| done.success())
}

/// A file mounted as a disk; unmounted when it goes.
struct Disk {
    at: PathBuf,
}

impl Drop for Disk {
    fn drop(&mut self) {
        let at = self.at.to_string_lossy().into_owned();
        // A server that was just killed may still be letting go.
        for _ in 0..50 {
            if run("umount", &[&at]) {
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        run("umount", &["-l", &at]);
    }
}

impl Disk {
    fn mount(image: &Path, at: PathBuf) -> Option<Self> {
        std::fs::create_dir_all(&at).unwrap();
        let (image, there) = (image.to_string_lossy(), at.to_string_lossy().into_owned());
        run("mount", &["-o", "loop", &image, &there]).then_some(Self { at })
    }
}

/// The disk of a commons, and the one it lies on.
struct Machine {
    disk: Disk,
    image: PathBuf,
    below: Disk,
}

fn machine(name: &str) -> Option<Machine> {
    let home = folder(name);
    let file = home.join("below.img");
    let below = file.to_string_lossy().into_owned();
    let made = run("truncate", &["-s", "2G", &below])
        && run("mkfs.xfs", &["-q", "-m", "reflink=1", &below]);
    let below = Disk::mount(&file, home.join("below")).filter(|_| made)?;
    let image = below.at.join("disk.img");
    let path = image.to_string_lossy().into_owned();
    let made = run("truncate", &["-s", "512M", &path]) && run("mkfs.ext4", &["-q", &path]);
    let disk = Disk::mount(&image, home.join("disk")).filter(|_| made)?;
    Some(Machine { disk, image, below })
}

impl Machine {
    /// The disk as it is now, mounted elsewhere as after a power cut.
    fn cut(&self) -> Disk {
        let copy = self.below.at.join("crash.img");
        let _ = std::fs::remove_file(&copy);
        let (from, to) = (self.image.to_string_lossy(), copy.to_string_lossy().into_owned());
        assert!(run("cp", &["--reflink=always", &from, &to]));
        Disk::mount(&copy, self.below.at.join("crash")).expect("it mounts after a power cut")
    }
}

async fn power_cuts(engine: Engine) {
    let name = if engine == Engine::Sqlite { "power-sqlite" } else { "power-postgres" };
    let Some(machine) = machine(name) else {
        eprintln!("loop mounts are not permitted here: power cuts are not tried");
        return;
    };
    let all = rounds(3, 100);
    let (mut done, mut acts) = (0, 0);
    while done < all {
        let part = machine.disk.at.join(format!("part-{done}"));
        let cluster = match engine {
            Engine::Sqlite => None,
            Engine::Postgres => Cluster::new(&part, "-c min_wal_size=32MB -c max_wal_size=64MB"),
        };
        let server = cluster.as_ref().map(|cluster| cluster.url("postgres"));
        let Some(place) = fresh_in(engine, part.join("files"), server).await else { return };
        let people = crowd::people(&place).await;
        let listen = format!("127.0.0.1:{}", port());
        let mut serve = Running::start(&["serve", "--listen", &listen], Some(&place));
        serve.says("Sillage :");
        let crowd = Crowd::begin(&people, &[format!("http://{listen}")]);
        for _ in 0..25.min(all - done) {
            let moment = rand::rng().random_range(50..400);
            tokio::time::sleep(Duration::from_millis(moment)).await;
            let told = crowd.ledger.told();
            let disk = machine.cut();
            let there = disk.at.join(part.file_name().unwrap());
            let mut found = copied(&place, &machine, &disk);
            // Alive as long as the copy is looked at.
            let mut again = None;
            if engine == Engine::Postgres {
                let data = there.join("data");
                let _ = std::fs::remove_file(data.join("postmaster.pid"));
                let cluster = Cluster::start(data, "-c min_wal_size=32MB -c max_wal_size=64MB");
                let (_, database) = place.commons.rsplit_once('/').unwrap();
                found.commons = cluster.url(database);
                again = Some(cluster);
            }
            crowd.ledger.check(&found, &told).await;
            drop(again);
            done += 1;
        }
        let ledger = crowd.end().await;
        assert!(serve.stop().success());
        let told = ledger.told();
        ledger.check(&place, &told).await;
        acts += told.len();
        // Room for the next one.
        drop(cluster);
        let _ = std::fs::remove_dir_all(&part);
    }
    println!("power cut, {engine:?}: {done} images; {acts} acts acknowledged, 0 lost, 0 doubled");
}

/// The same place, on the copy of the disk.
fn copied(place: &Place, machine: &Machine, disk: &Disk) -> Place {
    let (from, to) = (machine.disk.at.to_string_lossy(), disk.at.to_string_lossy());
    let moved = |address: &str| address.replace(&*from, &to);
    Place { commons: moved(&place.commons), keys: moved(&place.keys), folder: PathBuf::new() }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_on_sqlite() {
    power_cuts(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_on_postgresql() {
    power_cuts(Engine::Postgres).await;
}
