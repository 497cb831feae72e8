//! A console that is watched: when each step of each phone is first shown on its stream.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use reqwest::{Client, header};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

/// How long the stream is still read once every phone has ended.
const AFTER: Duration = Duration::from_secs(5);

/// Where a console is, and a session that may look at it.
#[derive(Clone, Debug)]
pub struct Console {
    /// The address of its stream.
    pub url: String,
    /// The cookie of a session.
    pub cookie: String,
}

/// By name, when each number of steps done was first shown.
type Shown = HashMap<String, Vec<Instant>>;

/// A stream being read.
pub(super) struct Watched {
    task: JoinHandle<Shown>,
    stop: CancellationToken,
}

/// Begins to read.
pub(super) fn follow(console: Console) -> Watched {
    let stop = CancellationToken::new();
    let task = tokio::spawn(read(console, stop.clone()));
    Watched { task, stop }
}

impl Watched {
    /// What was shown, once what is on its way has come.
    pub(super) async fn end(self) -> Shown {
        tokio::time::sleep(AFTER).await;
        self.stop.cancel();
        self.task.await.unwrap_or_default()
    }
}

async fn read(console: Console, stop: CancellationToken) -> Shown {
    let mut shown = Shown::new();
    let client = Client::builder().build().expect("a client without TLS needs nothing");
    let result = client.get(&console.url).header(header::COOKIE, &console.cookie).send().await;
    let Ok(mut answer) = result else { return shown };
    let mut text: Vec<u8> = Vec::new();
    loop {
        let chunk = tokio::select! {
            chunk = answer.chunk() => chunk,
            () = stop.cancelled() => return shown,
        };
        let Ok(Some(chunk)) = chunk else { return shown };
        text.extend_from_slice(&chunk);
        while let Some(end) = text.windows(2).position(|pair| pair == b"\n\n") {
            let block: Vec<u8> = text.drain(..end + 2).collect();
            learn(&mut shown, &String::from_utf8_lossy(&block));
        }
    }
}

/// Takes in one block of the stream, when it is a row.
fn learn(shown: &mut Shown, block: &str) {
    if !block.contains("event: row") {
        return;
    }
    let name = block.split("<th scope=\"row\">").nth(1).and_then(|rest| rest.split('>').nth(1));
    let Some(name) = name.and_then(|rest| rest.split('<').next()) else { return };
    let done = block.matches("<td class=\"done\">").count();
    let times = shown.entry(name.to_owned()).or_default();
    // Two steps told together were shown at the same moment.
    times.resize(times.len().max(done), Instant::now());
}
