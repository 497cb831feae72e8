//! A server of objects that speaks the protocol of S3: a real process (`s3s-fs`), which `bin/test`
//! installs.

#![allow(dead_code, reason = "each crate's tests use their own part of it")]

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A server of objects with a bucket called `sillage`; ended with the test.
pub struct Server {
    process: Child,
    /// Where its buckets are.
    pub folder: PathBuf,
    port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn started(folder: &Path, port: u16) -> Option<Child> {
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
    pub async fn begin(folder: PathBuf) -> Option<Self> {
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

    pub fn stop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    pub async fn go_on(&mut self) {
        self.process = started(&self.folder, self.port).unwrap();
        self.answers().await;
    }

    /// Where it is, for whoever has this secret (`secret` opens it).
    pub fn address(&self, secret: &str) -> String {
        format!(
            "s3://sillage/commun?endpoint=http://127.0.0.1:{}&region=ca-central-1&access_key_id=cle&secret_access_key={secret}",
            self.port
        )
    }
}
