//! When a page cannot be shown: what to say, with which status.
//!
//! Refusals say what to do next and never blame. A form that could not be taken
//! because of us comes back with everything that was in it and one button.

use app::Failure;
use app::engine::event_store::LoadError;
use maud::{Markup, html};
use migrations::DbError;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
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
    /// A file that is larger than any that is kept.
    #[error("too large a file")]
    FileTooLarge,
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
            Self::FileTooLarge => app::files::TOO_LARGE,
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
            Self::TooLarge | Self::FileTooLarge | Self::TooManyFields => {
                StatusCode::PAYLOAD_TOO_LARGE
            }
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

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        if let Some(key) = failure.key() {
            return Self::Refused(key);
        }
        match failure {
            Failure::KeyReused => Self::KeyReused,
            Failure::TooMany => Self::TooMany,
            Failure::Busy => Self::Busy,
            Failure::SetAside => Self::SetAside,
            Failure::Away(source) => {
                log(&*source);
                Self::Away
            }
            Failure::Broken(source) => {
                log(&*source);
                Self::Broken
            }
            Failure::NotFound | Failure::Words(..) | Failure::Rule(_) | Failure::Refused(_) => {
                Self::NotFound
            }
        }
    }
}

impl From<DbError> for Problem {
    fn from(error: DbError) -> Self {
        Failure::from(error).into()
    }
}

impl From<LoadError> for Problem {
    fn from(error: LoadError) -> Self {
        if let LoadError::Torn(torn) = &error {
            tracing::error!(%torn, "cannot be read");
        }
        Failure::from(error).into()
    }
}

/// Writes an error down once, with everything that caused it.
fn log(error: &dyn std::error::Error) {
    let mut chain = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        chain = format!("{chain}: {cause}");
        source = cause.source();
    }
    tracing::error!(error = %chain, "a page could not be shown");
}

/// The page that explains; `sent` is the form that could not be taken, if any, and `back` where
/// whoever signs in goes on.
pub fn page(
    voice: &Voice,
    problem: &Problem,
    (method, path, back): (&Method, &str, &str),
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
                    // Back to the page one asked for, or to that of the form.
                    @let back = utf8_percent_encode(back, NON_ALPHANUMERIC);
                    p { a.button.primary href={ (address::sign_in()) "?retour=" (back) } { (voice.say("nav-sign-in")) } }
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
