//! When a page cannot be shown: what to say, with which status.
//!
//! Refusals say what to do next and never blame. A form that could not be taken
//! because of us comes back with everything that was in it and one button.

use app::engine::event_store::LoadError;
use app::engine::execute::CommandError;
use app::notes::NoteError;
use app::people::identities::IdentityError;
use app::workshops::WorkshopError;
use app::workshops::items::ItemError;
use app::workshops::peer_review::ReviewError;
use app::workshops::synthesis::SynthesisError;
use maud::{Markup, html};
use migrations::DbError;
use poem::Response;
use poem::error::ResponseError;
use poem::http::{Method, StatusCode};

use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::parts;
use crate::shell::voice::Voice;

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// Nothing is here, or nothing this visitor may know of.
    #[error("nothing here")]
    NotFound,
    /// One has to be known first.
    #[error("sign in first")]
    SignIn,
    /// A rule said no; the key of the text that explains.
    #[error("refused: {0}")]
    Refused(String),
    /// A rule of the place says no to this person; the key of the text that explains.
    #[error("denied: {0}")]
    Denied(String),
    /// A form from another site.
    #[error("a form from elsewhere")]
    Foreign,
    /// More than fits in one go.
    #[error("too large")]
    TooLarge,
    /// More fields than any form of ours has.
    #[error("too many fields")]
    TooManyFields,
    /// A form whose parts cannot be told apart.
    #[error("an unreadable form")]
    Unreadable,
    /// A form that came too slowly.
    #[error("too slow")]
    TooSlow,
    /// Too many wrong tries.
    #[error("too many tries")]
    TooMany,
    /// The page does not do that.
    #[error("not that way")]
    Method,
    /// The same form was used for something else.
    #[error("the form was used before")]
    KeyReused,
    /// Too many people at once.
    #[error("busy")]
    Busy,
    /// What it is about cannot be read for now; all the rest can.
    #[error("set aside")]
    SetAside,
    /// What was just done is kept, and not shown yet.
    #[error("not shown yet")]
    Behind,
    /// The database does not answer.
    #[error("the database is away")]
    Away,
    /// It is our fault.
    #[error("broken")]
    Broken,
    /// Another page answers better than this one.
    #[error("another page instead")]
    Instead(Box<Response>),
}

impl Problem {
    /// `page` in place of the one that was asked for.
    pub fn instead(page: Response) -> Self {
        Self::Instead(Box::new(page))
    }

    /// The key of its title; its explanation is the same with `-help`.
    pub fn key(&self) -> &str {
        match self {
            Self::NotFound => "problem-not-found",
            Self::SignIn => "problem-sign-in",
            Self::Refused(key) | Self::Denied(key) => key,
            Self::Foreign => "problem-foreign",
            Self::TooLarge => "problem-too-large",
            Self::TooManyFields => "problem-too-many-fields",
            Self::Unreadable => "problem-unreadable",
            Self::TooSlow => "problem-too-slow",
            Self::TooMany => "problem-too-many",
            Self::Method => "problem-method",
            Self::KeyReused => "problem-key-reused",
            Self::Busy => "problem-busy",
            Self::SetAside => "problem-set-aside",
            Self::Behind => "problem-behind",
            Self::Away => "problem-away",
            Self::Broken | Self::Instead(_) => "problem-broken",
        }
    }

    /// Whether the same form, sent again a little later, may go through.
    pub fn is_passing(&self) -> bool {
        let waits = matches!(self, Self::SetAside | Self::Behind);
        waits || matches!(self, Self::Busy | Self::Away | Self::Broken | Self::KeyReused)
    }
}

impl ResponseError for Problem {
    fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Refused(_) | Self::KeyReused => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Foreign | Self::Denied(_) => StatusCode::FORBIDDEN,
            Self::TooLarge | Self::TooManyFields => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Busy | Self::SetAside | Self::Behind | Self::Away => {
                StatusCode::SERVICE_UNAVAILABLE
            }
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Instead(page) => page.status(),
        }
    }
}

impl From<DbError> for Problem {
    fn from(error: DbError) -> Self {
        tell(&error);
        if error.is_away() { Self::Away } else { Self::Broken }
    }
}

impl From<LoadError> for Problem {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::Torn(torn) => {
                tracing::error!(%torn, "cannot be read");
                Self::SetAside
            }
            LoadError::Db(error) => {
                tell(&*error);
                if error.is_away() { Self::Away } else { Self::Broken }
            }
        }
    }
}

impl<E> From<CommandError<E>> for Problem
where
    E: std::error::Error + Into<&'static str>,
{
    fn from(error: CommandError<E>) -> Self {
        match error {
            CommandError::ByRule(reason) => {
                let aggregate = aggregate_word::<E>();
                Self::Refused(format!("{aggregate}-{}", Into::<&'static str>::into(reason)))
            }
            CommandError::KeyReused => Self::KeyReused,
            CommandError::Busy => Self::Busy,
            CommandError::SetAside => Self::SetAside,
            CommandError::Away(source) => {
                tell(&*source);
                Self::Away
            }
            CommandError::Broken(source) => {
                tell(&*source);
                Self::Broken
            }
        }
    }
}

/// The module an error type lives in: `domain::notes::note::Error` is `note`.
fn aggregate_word<E>() -> &'static str {
    let path = std::any::type_name::<E>();
    path.rsplit("::").nth(1).unwrap_or("problem")
}

impl From<NoteError> for Problem {
    fn from(error: NoteError) -> Self {
        match error {
            NoteError::Title(reason) => Self::Refused(format!("title-{}", word(reason))),
            NoteError::Body(reason) => Self::Refused(format!("body-{}", word(reason))),
            NoteError::Summary(reason) => Self::Refused(format!("summary-{}", word(reason))),
            NoteError::Empty => Self::Refused("note-empty".to_owned()),
            NoteError::NotAllowed | NoteError::NoSuchRevision => Self::NotFound,
            NoteError::Hidden => Self::Refused("note-hidden".to_owned()),
            NoteError::Busy => Self::Busy,
            NoteError::TooLate => Self::Refused("note-too-late".to_owned()),
            NoteError::Command(error) => error.into(),
            NoteError::Link(error) => error.into(),
            NoteError::Thanks(error) => error.into(),
            NoteError::Db(error) => error.into(),
        }
    }
}

impl From<WorkshopError> for Problem {
    fn from(error: WorkshopError) -> Self {
        match error {
            WorkshopError::Title(reason) => Self::Refused(format!("title-{}", word(reason))),
            WorkshopError::Name(reason) => Self::Refused(format!("name-{}", word(reason))),
            WorkshopError::Words(reason) => Self::Refused(format!("words-{}", word(reason))),
            WorkshopError::TooLate => Self::Refused("workshop-too-late".to_owned()),
            WorkshopError::Command(error) => error.into(),
            WorkshopError::Person(error) => plain(error),
            WorkshopError::Db(error) => error.into(),
        }
    }
}

impl From<ItemError> for Problem {
    fn from(error: ItemError) -> Self {
        match error {
            ItemError::Words(reason) => Self::Refused(format!("words-{}", word(reason))),
            ItemError::TooMany => Self::Refused("words-too-many".to_owned()),
            ItemError::PersonFull => Self::Refused("words-person-full".to_owned()),
            ItemError::WorkshopFull => Self::Refused("words-workshop-full".to_owned()),
            ItemError::Command(error) => error.into(),
            ItemError::Db(error) => error.into(),
        }
    }
}

impl From<ReviewError> for Problem {
    fn from(error: ReviewError) -> Self {
        match error {
            ReviewError::Words(reason) => Self::Refused(format!("words-{}", word(reason))),
            ReviewError::NoWorkshop => Self::NotFound,
            ReviewError::OneAtATime => Self::Refused("review-one-at-a-time".to_owned()),
            ReviewError::Enough => Self::Refused("review-enough".to_owned()),
            ReviewError::Command(error) => error.into(),
            ReviewError::Db(error) => error.into(),
        }
    }
}

impl From<SynthesisError> for Problem {
    fn from(error: SynthesisError) -> Self {
        match error {
            SynthesisError::NothingCaptured => Self::Refused("synthesis-nothing".to_owned()),
            SynthesisError::Note(error) => error.into(),
            SynthesisError::Workshop(error) => error.into(),
            SynthesisError::Db(error) => error.into(),
        }
    }
}

impl From<IdentityError> for Problem {
    fn from(error: IdentityError) -> Self {
        let refused = |key: &str| Self::Refused(key.to_owned());
        match error {
            IdentityError::Name(reason) => Self::Refused(format!("name-{}", word(reason))),
            IdentityError::Email => refused("account-email"),
            IdentityError::HasAccount => refused("account-has-one"),
            IdentityError::TooMany => Self::TooMany,
            IdentityError::Busy => Self::Busy,
            IdentityError::Password => refused("account-password-short"),
            IdentityError::Wrong => refused("account-wrong"),
            IdentityError::Command(error) => plain(error),
            IdentityError::Db(error) => error.into(),
        }
    }
}

/// An error of an aggregate that never says no.
pub fn plain<E: std::error::Error>(error: CommandError<E>) -> Problem {
    match error {
        CommandError::KeyReused => Problem::KeyReused,
        CommandError::Busy => Problem::Busy,
        CommandError::SetAside => Problem::SetAside,
        CommandError::Away(source) => {
            tell(&*source);
            Problem::Away
        }
        CommandError::ByRule(_) => Problem::Broken,
        CommandError::Broken(source) => {
            tell(&*source);
            Problem::Broken
        }
    }
}

fn word(reason: domain::prose::text::TextError) -> &'static str {
    reason.into()
}

/// Writes an error down once, with everything that caused it.
fn tell(error: &dyn std::error::Error) {
    let mut chain = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        chain = format!("{chain}: {cause}");
        source = cause.source();
    }
    tracing::error!(error = %chain, "a page could not be shown");
}

/// The page that explains; `sent` is the form that could not be taken, if any.
pub fn page(
    voice: &Voice,
    problem: &Problem,
    method: &Method,
    path: &str,
    sent: Option<&Form>,
) -> (String, Markup) {
    let title = voice.say(problem.key());
    let sent = sent.filter(|_| method == Method::POST);
    let again = sent.filter(|_| problem.is_passing());
    let content = html! {
        h1 { (title) }
        p.lead { (voice.say(&format!("{}-help", problem.key()))) }
        @if let Some(form) = again {
            form novalidate method="post" action=(path) {
                (parts::field::sent_again(voice, form, matches!(problem, Problem::KeyReused)))
                button.primary type="submit" { (voice.say("problem-again")) }
            }
        } @else {
            @match problem {
                Problem::SignIn => {
                    p { a.button.primary href=(address::sign_in()) { (voice.say("nav-sign-in")) } }
                    p { a href=(address::resume()) { (voice.say("join-resume")) } }
                }
                _ => { p { a.button href=(address::home()) { (voice.say("problem-home")) } } }
            }
            // Whatever was written can be copied from here.
            @if let Some(form) = sent { (parts::field::sent_words(voice, form)) }
        }
    };
    (title, content)
}
