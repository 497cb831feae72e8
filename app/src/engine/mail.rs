//! Letters, through an SMTP server, when there is one.
//!
//! Every letter is cleaned here, at the one door, whatever the words in it: no name, title
//! or address can add a header, or keep the letter from leaving.

use std::sync::Arc;
use std::time::Duration;

use lettre::address::AddressError;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MessageBuilder, MultiPart, SinglePart};
use lettre::transport::smtp::response::Category;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// How long one letter may take in all, waiting for a connection included: far less than
/// the lease of whatever sends it.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// How many connections to the mail server one node holds at once. lettre's pool would
/// bound only those that rest, and would lend again one that [`PATIENCE`] cut in the middle
/// of a letter: here each letter has its own connection, closed after it.
pub const CONNECTIONS: usize = 4;

/// The longest subject, in signs: a line of a letter has 998 bytes at most (RFC 5322), and
/// nobody reads more than this.
const SUBJECT_MAX: usize = 150;

/// Why a letter did not leave. What it shows may be logged: never an address, which the
/// answers of mail servers often repeat.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// An address is not one.
    #[error("an address is not one")]
    Address(#[from] AddressError),
    /// The letter could not be put together.
    #[error("the letter could not be put together")]
    Letter(#[from] lettre::error::Error),
    /// The server did not take it.
    #[error("the mail server did not take the letter{}", answer(.0))]
    Smtp(#[from] lettre::transport::smtp::Error),
    /// The server took too long.
    #[error("the mail server did not answer in time")]
    Slow,
}

/// What a mail server answered, as a number.
fn answer(error: &lettre::transport::smtp::Error) -> String {
    error.status().map(|code| format!(": {code}")).unwrap_or_default()
}

impl MailError {
    /// Whether this letter will never leave, however often it is tried. A server that does
    /// not let us in (53x) says nothing of the letter.
    pub fn is_final(&self) -> bool {
        match self {
            Self::Address(_) | Self::Letter(_) => true,
            Self::Smtp(error) => {
                let about_us =
                    error.status().is_some_and(|code| code.category == Category::Unspecified3);
                error.is_permanent() && !about_us
            }
            Self::Slow => false,
        }
    }
}

/// A letter as it was written, before it is cleaned.
#[derive(Clone, Copy, Debug)]
pub struct Letter<'a> {
    /// The address it goes to.
    pub to: &'a str,
    /// What makes it this letter and no other, in hexadecimal: sent again under the same
    /// one, it is the same message to mail programs.
    pub id: &'a str,
    pub subject: &'a str,
    /// Its words, in plain text.
    pub text: &'a str,
    /// The same in HTML.
    pub html: &'a str,
    /// For letters of news: the address that stops them, with a `GET` that asks and a
    /// `POST` that does (RFC 8058).
    pub stop: Option<&'a str>,
}

/// A way out for letters.
#[derive(Clone)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    /// What stands after `@` in the ids of letters, and ends the name of the list.
    domain: String,
    places: Arc<Semaphore>,
}

impl Mailer {
    /// Through `smtp://host:port`, or `smtps://user:password@host`.
    pub(crate) fn open(address: &str, from: &str) -> Result<Self, MailError> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(address)?
            .timeout(Some(PATIENCE))
            .build();
        let from: Mailbox = from.parse()?;
        // The domain of our own address: every node of a commons has the same.
        let domain = domain(from.email.domain());
        Ok(Self { transport, from, domain, places: Arc::new(Semaphore::new(CONNECTIONS)) })
    }

    /// Whether the server is there and lets us in: asked before letters are taken.
    pub async fn is_there(&self) -> bool {
        let result = self.connected(self.transport.test_connection()).await;
        result.unwrap_or(false)
    }

    /// Sends a letter. Once this returns `Ok`, the server has accepted it.
    pub async fn send(&self, letter: Letter<'_>) -> Result<(), MailError> {
        let message = self.put_together(letter)?;
        self.connected(self.transport.send(message)).await?;
        Ok(())
    }

    /// Carries out `future` when a connection is free, for no longer than [`PATIENCE`].
    async fn connected<T>(
        &self,
        future: impl Future<Output = Result<T, lettre::transport::smtp::Error>>,
    ) -> Result<T, MailError> {
        let in_turn = async {
            let _place = self.places.acquire().await.map_err(|_| MailError::Slow)?;
            Ok(future.await?)
        };
        timeout(PATIENCE, in_turn).await.map_err(|_| MailError::Slow)?
    }

    fn put_together(&self, letter: Letter<'_>) -> Result<Message, MailError> {
        let to = letter.to.trim();
        if to.contains(char::is_control) {
            return Err(AddressError::InvalidInput.into());
        }
        let to = Mailbox::new(None, to.parse::<Address>()?);
        let mut head = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(subject(letter.subject))
            .message_id(Some(format!("<{}@{}>", letter.id, self.domain)))
            .date_now();
        // Asks for no automatic reply (RFC 3834).
        head = with(head, HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated");
        if let Some(stop) = letter.stop {
            let list = format!("Nouvelles <nouvelles.{}>", self.domain);
            head = with(head, HeaderName::new_from_ascii_str("List-Id"), &list);
            let stop = format!("<{stop}>");
            head = with(head, HeaderName::new_from_ascii_str("List-Unsubscribe"), &stop);
            let post = HeaderName::new_from_ascii_str("List-Unsubscribe-Post");
            head = with(head, post, "List-Unsubscribe=One-Click");
        }
        let plain = SinglePart::builder().header(ContentType::TEXT_PLAIN).body(body(letter.text));
        let html = SinglePart::builder().header(ContentType::TEXT_HTML).body(body(letter.html));
        Ok(head.multipart(MultiPart::alternative().singlepart(plain).singlepart(html))?)
    }
}

fn with(head: MessageBuilder, name: HeaderName, value: &str) -> MessageBuilder {
    head.raw_header(HeaderValue::new(name, one_line(value)))
}

/// What may stand in a header as a domain; lists on a machine alone are of `localhost`.
fn domain(text: &str) -> String {
    let plain = text.bytes().all(|sign| sign.is_ascii_alphanumeric() || b".-".contains(&sign));
    if plain && !text.is_empty() { text.to_lowercase() } else { "localhost".to_owned() }
}

/// Signs that turn the order of what follows, or show nothing: a subject made of them would
/// read as something else.
fn is_hidden(sign: char) -> bool {
    matches!(sign, '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// The value of a header: one line, without control signs.
fn one_line(text: &str) -> String {
    let breaks = |sign: char| sign.is_control() || matches!(sign, ' ' | '\u{2028}' | '\u{2029}');
    let seen: String = text.chars().filter(|sign| !is_hidden(*sign)).collect();
    let words: Vec<&str> = seen.split(breaks).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// A subject: one line, cut where nobody reads on.
fn subject(text: &str) -> String {
    let line = one_line(text);
    if line.chars().count() <= SUBJECT_MAX {
        return line;
    }
    let kept: String = line.chars().take(SUBJECT_MAX - 1).collect();
    format!("{}…", kept.trim_end())
}

/// The words of a letter: lines end as they should, and no control sign stays.
fn body(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    lines.chars().filter(|sign| !sign.is_control() || matches!(sign, '\n' | '\t')).collect()
}
