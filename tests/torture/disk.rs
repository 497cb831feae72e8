//! A disk that is full: nothing is promised that is not written, pages are read all the
//! same, and it goes on by itself once there is room.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::Ordering;
use std::time::Duration;

use crate::crowd::{self, Crowd};
use crate::databases::{Engine, fresh_in};
use crate::running::{Running, port};
use crate::{folder, rounds};

/// A small file system in memory; gone with the test.
struct Small(PathBuf);

impl Drop for Small {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

impl Small {
    fn new(at: &Path) -> Option<Self> {
        std::fs::create_dir_all(at).unwrap();
        let mount = ["-t", "tmpfs", "-o", "size=24m", "tmpfs"];
        let done = Command::new("mount").args(mount).arg(at).status();
        done.is_ok_and(|done| done.success()).then(|| Self(at.to_owned()))
    }

    /// Leaves no room but a few pages.
    fn fill(&self) {
        let out = format!("of={}", self.0.join("ballast").display());
        let _ = Command::new("dd").args(["if=/dev/zero", &out, "bs=4k", "status=none"]).output();
    }

    fn empty(&self) {
        std::fs::remove_file(self.0.join("ballast")).unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_is_a_wait_and_not_a_loss() {
    let home = folder("disk");
    let Some(small) = Small::new(&home.join("small")) else {
        eprintln!("no tmpfs may be mounted here: a full disk is not tried");
        return;
    };
    let place = fresh_in(Engine::Sqlite, small.0.join("data"), None).await.unwrap();
    let people = crowd::people(&place).await;
    let listen = format!("127.0.0.1:{}", port());
    let mut serve = Running::start(&["serve", "--listen", &listen], Some(&place));
    serve.says("Sillage :");
    let crowd = Crowd::begin(&people, &[format!("http://{listen}")]);
    let times = rounds(1, 10);
    for _ in 0..times {
        tokio::time::sleep(Duration::from_millis(300)).await;
        small.fill();
        // Everyone is asked for patience, and pages can be read.
        let patient = || crowd.ledger.patient.load(Ordering::SeqCst);
        let before = patient();
        let asked = async {
            while patient() < before + crowd::PEOPLE {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(Duration::from_mins(1), asked).await.expect("it says so");
        let page = reqwest::get(format!("http://{listen}/notes")).await.unwrap();
        assert_eq!(page.status(), 200, "reading goes on");
        small.empty();
        let before = crowd.ledger.told().len();
        let again = async {
            while crowd.ledger.told().len() < before + crowd::PEOPLE {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(30), again).await.expect("it goes on by itself");
    }
    let ledger = crowd.end().await;
    assert!(serve.stop().success());
    let told = ledger.told();
    ledger.check(&place, &told).await;
    println!("disk full {times} times: {} acts acknowledged, 0 lost, 0 doubled", told.len());
}
