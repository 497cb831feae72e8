//! The program itself, as its own process.

#![allow(dead_code, reason = "each crate's tests use their own part of it")]

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use crate::databases::Place;

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_sillage");

/// A running program; killed with the test that started it.
pub struct Running {
    pub child: Child,
    lines: mpsc::Receiver<String>,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Running {
    pub fn start(args: &[&str], place: Option<&Place>) -> Self {
        let mut command = Command::new(PROGRAM);
        command.args(args).stdout(Stdio::piped()).stderr(Stdio::null());
        for variable in ["DATABASE_URL", "KEYS_DATABASE_URL", "PUBLIC_URL", "LISTEN"] {
            command.env_remove(variable);
        }
        if let Some(place) = place {
            command.env("DATABASE_URL", &place.commons).env("KEYS_DATABASE_URL", &place.keys);
        }
        Self::spawned(command)
    }

    /// A command of one's own, whose lines are read.
    pub fn spawned(mut command: Command) -> Self {
        let mut child = command.spawn().unwrap();
        let (send, lines) = mpsc::channel();
        let output = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                if send.send(line).is_err() {
                    return;
                }
            }
        });
        Self { child, lines }
    }

    /// The first line that holds `text`.
    pub fn says(&self, text: &str) -> String {
        loop {
            let line = self.lines.recv_timeout(Duration::from_mins(1));
            let line = line.unwrap_or_else(|_| panic!("it never said {text:?}"));
            if line.contains(text) {
                return line;
            }
        }
    }

    /// Ends it as a power cut would, as far as the program can tell.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Sends it a signal, such as `STOP`.
    pub fn signal(&self, name: &str) {
        let pid = self.child.id().to_string();
        let sent = Command::new("kill").args([&format!("-{name}"), &pid]).status().unwrap();
        assert!(sent.success());
    }

    pub fn stop(&mut self) -> std::process::ExitStatus {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
        self.child.wait().unwrap()
    }
}

/// A port nobody listens on, for a program that must come back to it.
pub fn port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}
