//! A mail server that keeps what it is given: enough of SMTP (RFC 5321) to be one.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

/// The letters it was given, whole, in the order they came.
#[derive(Clone, Default)]
pub struct Post {
    letters: Arc<Mutex<Vec<String>>>,
    /// How many connections are open, and how many were at most.
    open: Arc<Mutex<(usize, usize)>>,
    /// Told once it goes away for good.
    gone: Arc<Notify>,
}

/// What it answers to an address such as `no550-lea@exemple.org`: that code, and the address
/// again, as mail servers do.
fn refusal(line: &str) -> Option<String> {
    let address = line.split('<').nth(1)?.split('>').next()?;
    let code = address.strip_prefix("no")?.get(..3)?;
    Some(format!("{code} <{address}>: not today\r\n"))
}

impl Post {
    /// Opens one on this machine; its address, as `smtp://…`.
    pub async fn open() -> (Self, String) {
        let post = Self::default();
        let door = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("smtp://{}", door.local_addr().unwrap());
        let kept = post.clone();
        tokio::spawn(async move {
            loop {
                let came = tokio::select! {
                    biased;
                    () = kept.gone.notified() => break,
                    came = door.accept() => came,
                };
                let Ok((stream, _)) = came else { break };
                let post = kept.clone();
                tokio::spawn(async move {
                    post.count(true);
                    if post.clone().serve(stream).await.is_none() {
                        post.count(false);
                    }
                });
            }
        });
        (post, address)
    }

    /// What came so far.
    pub fn letters(&self) -> Vec<String> {
        self.letters.lock().unwrap().clone()
    }

    /// The most connections there were at once.
    pub fn most_at_once(&self) -> usize {
        self.open.lock().unwrap().1
    }

    fn count(&self, came: bool) {
        let mut open = self.open.lock().unwrap();
        open.0 = if came { open.0 + 1 } else { open.0 - 1 };
        open.1 = open.1.max(open.0);
    }

    /// Speaks with one client; `Some` when it said goodbye, and is counted out.
    async fn serve(self, stream: TcpStream) -> Option<()> {
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        write.write_all(b"220 post\r\n").await.ok()?;
        while let Some(line) = lines.next_line().await.ok()? {
            let verb = line.get(..4).unwrap_or_default().to_uppercase();
            let answer: &[u8] = match verb.as_str() {
                "DATA" => {
                    write.write_all(b"354 go on\r\n").await.ok()?;
                    let mut letter = String::new();
                    while let Some(line) = lines.next_line().await.ok()?.filter(|line| line != ".")
                    {
                        letter.push_str(&line);
                        letter.push('\n');
                    }
                    self.letters.lock().unwrap().push(letter);
                    b"250 kept\r\n"
                }
                "RCPT" => {
                    if line.contains("<gone-") {
                        self.gone.notify_one();
                        return None;
                    }
                    if line.contains("<slow-") {
                        tokio::time::sleep(Duration::from_millis(50)).await;
                    }
                    let refused = refusal(&line);
                    let answer = refused.as_deref().unwrap_or("250 ok\r\n");
                    write.write_all(answer.as_bytes()).await.ok()?;
                    continue;
                }
                // Whoever says goodbye waits for no more: the connection counts as closed.
                "QUIT" => {
                    self.count(false);
                    write.write_all(b"221 bye\r\n").await.ok()?;
                    return Some(());
                }
                _ => b"250 ok\r\n",
            };
            write.write_all(answer).await.ok()?;
        }
        None
    }
}
