//! A PostgreSQL of one's own, to be killed, restarted, copied.

#![allow(dead_code, reason = "each crate's tests use their own part of it")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A server on loopback; stopped with the test that started it.
pub struct Cluster {
    pub data: PathBuf,
    pub port: u16,
    options: String,
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.ctl(&["-m", "immediate", "stop"]);
    }
}

/// Where the programs of the newest PostgreSQL are; `None` when there is none.
fn programs() -> Option<PathBuf> {
    let all = std::fs::read_dir("/usr/lib/postgresql").ok()?.flatten();
    all.map(|entry| entry.path().join("bin")).filter(|bin| bin.join("initdb").exists()).max()
}

/// PostgreSQL refuses to run as root.
fn as_postgres(program: &Path) -> Command {
    let is_root = Command::new("id").arg("-u").output().unwrap().stdout == b"0\n";
    let mut command = if is_root {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    command.stdout(Stdio::null()).stderr(Stdio::null()).stdin(Stdio::null());
    command
}

fn run(command: &mut Command) {
    let done = command.status().unwrap();
    assert!(done.success(), "{command:?}");
}

/// Lets PostgreSQL write there.
fn give(folder: &Path) {
    std::fs::create_dir_all(folder).unwrap();
    let _ = Command::new("chown").arg("postgres").arg(folder).stderr(Stdio::null()).status();
    run(Command::new("chmod").arg("0755").arg(folder));
}

impl Cluster {
    /// A new one in `folder`, started with more `-c` options. `None` where there is no
    /// PostgreSQL: `bin/test` installs one.
    pub fn new(folder: &Path, options: &str) -> Option<Self> {
        let bin = programs()?;
        give(folder);
        let data = folder.join("data");
        run(as_postgres(&bin.join("initdb"))
            .args(["-U", "sillage", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "-D"])
            .arg(&data));
        Some(Self::start(data, options))
    }

    /// One on data that is there already.
    pub fn start(data: PathBuf, options: &str) -> Self {
        let cluster = Self { data, port: crate::running::port(), options: options.to_owned() };
        cluster.up();
        cluster
    }

    /// A standby of this one, in `folder`, following it.
    pub fn standby(&self, folder: &Path, name: &str) -> Self {
        give(folder);
        let data = folder.join("data");
        let port = self.port.to_string();
        let bin = programs().unwrap();
        let from = format!("host=127.0.0.1 port={port} user=sillage application_name={name}");
        run(as_postgres(&bin.join("pg_basebackup"))
            .args(["-R", "-X", "stream", "-c", "fast", "-d", &from, "-D"])
            .arg(&data));
        Self::start(data, &self.options)
    }

    pub fn url(&self, database: &str) -> String {
        format!("postgres://sillage@127.0.0.1:{}/{database}", self.port)
    }

    pub fn up(&self) {
        let (port, folder) = (self.port, self.data.parent().unwrap().display());
        let options = format!(
            "-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=200 {}",
            self.options
        );
        let log = self.data.parent().unwrap().join("log");
        let log = log.to_string_lossy();
        assert!(self.ctl(&["-l", &log, "-o", &options, "-t", "60", "start"]), "{options}");
    }

    /// Ends it at once, as a crash would.
    pub fn crash(&self) {
        self.ctl(&["-m", "immediate", "stop"]);
    }

    /// Makes a standby the one that is written to.
    pub fn promote(&self) {
        assert!(self.ctl(&["promote"]));
    }

    fn ctl(&self, args: &[&str]) -> bool {
        let bin = programs().unwrap();
        let mut command = as_postgres(&bin.join("pg_ctl"));
        command.arg("-D").arg(&self.data).arg("-w").args(args);
        command.current_dir("/").status().unwrap().success()
    }
}
