//! Databases for the benches: a PostgreSQL of their own, and SQLite files.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use app::Settings;
use migrations::Db;

use crate::measure::Outcome;

/// Which engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// PostgreSQL, `synchronous_commit=on`.
    Postgres,
    /// SQLite, `synchronous=FULL`.
    Sqlite,
}

impl Engine {
    /// As the report says it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Postgres => "PostgreSQL",
            Self::Sqlite => "SQLite",
        }
    }
}

/// A server on loopback; stopped and erased at the end.
pub struct Postgres {
    folder: PathBuf,
    bin: PathBuf,
    /// Where it listens.
    pub port: u16,
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let _ = self.control(&["-m", "fast", "stop"]);
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn as_postgres(program: &Path) -> Command {
    let mut command = Command::new("runuser");
    command.args(["-u", "postgres", "--"]).arg(program);
    command.stdout(Stdio::null()).stderr(Stdio::null()).stdin(Stdio::null()).current_dir("/");
    command
}

impl Postgres {
    /// Starts one with the settings it comes with, but room for connections.
    pub fn start() -> Outcome<Self> {
        let all = std::fs::read_dir("/usr/lib/postgresql")?.flatten();
        let bin = all.map(|entry| entry.path().join("bin")).max().ok_or("no PostgreSQL here")?;
        let folder = std::env::temp_dir().join(format!("sillage-bench-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        Command::new("chown").arg("postgres").arg(&folder).status()?;
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let data = folder.join("data");
        as_postgres(&bin.join("initdb"))
            .args(["-U", "sillage", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "-D"])
            .arg(&data)
            .status()?;
        let started = Self { folder, bin, port };
        let home = started.folder.display().to_string();
        let options = format!(
            "-p {port} -k {home} -c listen_addresses=127.0.0.1 -c max_connections=200 \
             -c shared_buffers=512MB -c max_wal_size=4GB"
        );
        started.control(&["-l", &format!("{home}/log"), "-o", &options, "start"])?;
        Ok(started)
    }

    fn control(&self, args: &[&str]) -> Outcome<()> {
        let mut command = as_postgres(&self.bin.join("pg_ctl"));
        command.arg("-D").arg(self.folder.join("data")).arg("-w").args(args).status()?;
        Ok(())
    }

    /// A program of PostgreSQL, pointed at `database`; what it printed.
    pub fn tool(&self, program: &str, database: &str, args: &[&str]) -> Outcome<String> {
        let mut command = Command::new(self.bin.join(program));
        let port = self.port.to_string();
        command.args(["-h", "127.0.0.1", "-U", "sillage", "-p", &port]).args(args).arg(database);
        let done = command.output()?;
        if !done.status.success() {
            return Err(String::from_utf8_lossy(&done.stderr).into_owned().into());
        }
        Ok(String::from_utf8_lossy(&done.stdout).into_owned())
    }

    /// A file for a tool to read, gone with the server.
    pub fn file(&self, name: &str, text: &str) -> Outcome<String> {
        let path = self.folder.join(name);
        std::fs::write(&path, text)?;
        Ok(path.to_string_lossy().into_owned())
    }

    /// The address of `database`.
    pub fn url(&self, database: &str) -> String {
        format!("postgres://sillage@127.0.0.1:{}/{database}", self.port)
    }
}

/// An engine to be measured on.
pub struct Place<'c> {
    /// Which.
    pub engine: Engine,
    /// The server.
    pub cluster: &'c Postgres,
}

impl Place<'_> {
    /// A new, empty database: its name and its address.
    pub async fn fresh(&self) -> Outcome<(String, String)> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("bench_{}", NEXT.fetch_add(1, Ordering::SeqCst));
        let address = match self.engine {
            Engine::Postgres => {
                let admin = Db::open(&self.cluster.url("postgres")).await?;
                admin.exec(&format!("create database {name}"), &[]).await?;
                self.cluster.url(&name)
            }
            Engine::Sqlite => {
                let folder = std::env::temp_dir();
                let file = format!("sillage-bench-{}-{name}.db", std::process::id());
                folder.join(file).to_string_lossy().into_owned()
            }
        };
        Ok((name, address))
    }

    /// How to open a commons there.
    pub fn settings(&self, address: &str) -> Settings {
        Settings {
            database: address.to_owned(),
            replica: None,
            keys: match self.engine {
                Engine::Postgres => address.to_owned(),
                Engine::Sqlite => format!("{address}.keys"),
            },
            files: app::files::Keeping::default(),
            smtp: None,
            mail_from: "Sillage <sillage@localhost>".to_owned(),
        }
    }

    /// Erases a SQLite file that is not needed any more.
    pub fn erase(&self, address: &str) {
        if self.engine == Engine::Sqlite {
            for end in ["", "-wal", "-shm", ".keys", ".keys-wal", ".keys-shm"] {
                let _ = std::fs::remove_file(format!("{address}{end}"));
            }
        }
    }
}
