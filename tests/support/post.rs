//! A mail server that keeps what it is given: enough of SMTP (RFC 5321) to be one.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// The letters it was given, whole, in the order they came.
#[derive(Clone, Default)]
pub struct Post {
    letters: Arc<Mutex<Vec<String>>>,
}

impl Post {
    /// Opens one on this machine; its address, as `smtp://…`.
    pub async fn open() -> (Self, String) {
        let post = Self::default();
        let door = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("smtp://{}", door.local_addr().unwrap());
        let kept = post.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = door.accept().await {
                tokio::spawn(kept.clone().serve(stream));
            }
        });
        (post, address)
    }

    /// What came so far.
    pub fn letters(&self) -> Vec<String> {
        self.letters.lock().unwrap().clone()
    }

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
                "QUIT" => b"221 bye\r\n",
                _ => b"250 ok\r\n",
            };
            write.write_all(answer).await.ok()?;
        }
        Some(())
    }
}
