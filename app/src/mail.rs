//! Letters, through an SMTP server, when there is one.

use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};

/// Why a letter did not leave.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// An address is not one.
    #[error("an address is not one")]
    Address(#[from] lettre::address::AddressError),
    /// The letter could not be put together.
    #[error("the letter could not be put together")]
    Letter(#[from] lettre::error::Error),
    /// The server did not take it.
    #[error("the mail server did not take the letter")]
    Smtp(#[from] lettre::transport::smtp::Error),
}

/// Where one stops a kind of letters (RFC 2369).
#[derive(Clone)]
struct ListUnsubscribe(String);

impl Header for ListUnsubscribe {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }

    fn parse(written: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(written.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}

impl MailError {
    /// Whether the letter surely did not leave, and may leave later: the server was not
    /// there, or said "not now". Anything else might have left already.
    pub fn may_leave_later(&self) -> bool {
        let Self::Smtp(error) = self else { return false };
        let mut source = std::error::Error::source(error);
        while let Some(cause) = source {
            let io = cause.downcast_ref::<std::io::Error>();
            if io.is_some_and(|io| io.kind() == std::io::ErrorKind::ConnectionRefused) {
                return true;
            }
            source = cause.source();
        }
        error.is_transient() || error.is_tls()
    }
}

/// A way out for letters.
#[derive(Clone)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Mailer {
    /// Through `smtp://host:port`, or `smtps://user:password@host`.
    pub(crate) fn open(address: &str, from: &str) -> Result<Self, MailError> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(address)?.build();
        Ok(Self { transport, from: from.parse()? })
    }

    /// Whether the server is there and lets us in: asked before letters are taken.
    pub async fn is_there(&self) -> bool {
        self.transport.test_connection().await.unwrap_or(false)
    }

    /// Sends a letter in plain text and in HTML.
    pub async fn send(
        &self,
        to: &str,
        subject: &str,
        text: String,
        html: String,
    ) -> Result<(), MailError> {
        self.leave(to, subject, (text, html), None).await
    }

    /// The same for a letter one may stop at the address `stop`, which mail programs show.
    pub async fn send_news(
        &self,
        to: &str,
        subject: &str,
        words: (String, String),
        stop: &str,
    ) -> Result<(), MailError> {
        self.leave(to, subject, words, Some(stop)).await
    }

    async fn leave(
        &self,
        to: &str,
        subject: &str,
        (text, html): (String, String),
        stop: Option<&str>,
    ) -> Result<(), MailError> {
        let html = SinglePart::builder().header(ContentType::TEXT_HTML).body(html);
        let plain = SinglePart::builder().header(ContentType::TEXT_PLAIN).body(text);
        let mut letter =
            Message::builder().from(self.from.clone()).to(to.trim().parse()?).subject(subject);
        if let Some(stop) = stop {
            letter = letter.header(ListUnsubscribe(format!("<{stop}>")));
        }
        let letter =
            letter.multipart(MultiPart::alternative().singlepart(plain).singlepart(html))?;
        self.transport.send(letter).await?;
        Ok(())
    }
}
