//! What a form brought, whatever it brought: the one door of text.
//!
//! Here bytes become words, and nowhere else (`tests/house.rs`): fields, parts of a form
//! with files, questions of an address, files of text are all read and cleaned by
//! `domain::prose::text`. Words are then kept, so that a page that must say no can show every one
//! again. What cannot be read is shown as �, and [`Form::broken`] says so; it is never
//! dropped in silence.

use std::sync::Arc;

use app::engine::envelope::CommandId;
use domain::prose::text::{self, Unreadable};
use percent_encoding::percent_decode;
use poem::{FromRequest, Request, RequestBody};

/// The most fields one form may have: forty items of a script, with a dozen fields each.
pub const FIELDS_MAX: usize = 500;

/// A file that came with a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// The name of its field.
    pub name: String,
    /// What it is called on the device it comes from.
    pub called: String,
    /// Whether it is called as files of Markdown are.
    pub is_markdown: bool,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The files that came with a form.
#[derive(Clone, Default)]
pub struct Uploads(pub Arc<[Upload]>);

impl Uploads {
    /// The file of the field `name`, if one came.
    pub fn get(&self, name: &str) -> Option<&Upload> {
        self.0.iter().find(|file| file.name == name)
    }

    /// The text of the file of the field `name`, if one came.
    ///
    /// # Errors
    /// [`Unreadable`]: it must be saved again as UTF-8, or is no text.
    pub fn text(&self, name: &str) -> Option<Result<String, Unreadable>> {
        self.get(name).map(|file| text::decode(&file.bytes))
    }

    /// Whether the file of the field `name` is called as files of Markdown are.
    pub fn is_markdown(&self, name: &str) -> bool {
        self.get(name).is_some_and(|file| file.is_markdown)
    }

    /// Whether the file of the field `name` is one of Word, a PDF or such: no text to read here.
    pub fn is_document(&self, name: &str) -> bool {
        self.get(name).is_some_and(|file| text::is_document(&file.bytes))
    }
}

impl<'a> FromRequest<'a> for Uploads {
    async fn from_request(req: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        Ok(req.data::<Self>().cloned().unwrap_or_default())
    }
}

/// The fields of a form, read once by [`crate::shell::guard`] and shared by whoever has to show
/// them again. Cloning it copies no word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// Names and values, in order.
    pub fields: Arc<[(String, String)]>,
    /// Whether some bytes could not be read.
    pub broken: bool,
}

/// More fields than [`FIELDS_MAX`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many fields")]
pub struct TooManyFields;

impl Form {
    /// Reads `application/x-www-form-urlencoded` bytes.
    ///
    /// # Errors
    /// [`TooManyFields`], said before anything is decoded: until then, a form costs no more
    /// memory than its bytes, and after that a small multiple of them.
    pub fn read(bytes: &[u8]) -> Result<Self, TooManyFields> {
        if bytes.split(|byte| *byte == b'&').count() > FIELDS_MAX {
            return Err(TooManyFields);
        }
        let parts = bytes.split(|byte| *byte == b'&').filter(|part| !part.is_empty());
        Ok(Self::of_bytes(parts.map(|part| {
            let at = part.iter().position(|byte| *byte == b'=').unwrap_or(part.len());
            (unescaped(&part[..at]), unescaped(part.get(at + 1..).unwrap_or_default()))
        })))
    }

    /// Names and values that were sent, one by one.
    pub fn of_bytes(parts: impl Iterator<Item = (Vec<u8>, Vec<u8>)>) -> Self {
        let mut broken = false;
        let mut read = |bytes: &[u8]| {
            text::decode_field(bytes).unwrap_or_else(|_| {
                broken = true;
                text::clean(&String::from_utf8_lossy(bytes)).into_owned()
            })
        };
        let fields = parts.map(|(name, value)| (read(&name), read(&value))).collect();
        Self { fields, broken }
    }

    /// A form of ours, filled in before anybody has typed.
    pub fn of(fields: Vec<(String, String)>) -> Self {
        Self { fields: fields.into(), broken: false }
    }

    /// The value of `name`, empty if it did not come.
    pub fn get(&self, name: &str) -> &str {
        self.maybe(name).unwrap_or_default()
    }

    /// The value of `name`, if it came.
    pub fn maybe(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Every value of `name`.
    pub fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.fields.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// A whole number, if that is what came.
    pub fn number(&self, name: &str) -> Option<i64> {
        self.get(name).trim().parse().ok()
    }

    /// The idempotency key of the form; a fresh one when the form has none (it was
    /// not one of ours), so that the gesture is still carried out once.
    pub fn command_id(&self) -> CommandId {
        CommandId::given(self.get("command_id")).unwrap_or_else(CommandId::fresh)
    }
}

impl<'a> FromRequest<'a> for Form {
    async fn from_request(req: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        Ok(req.data::<Self>().cloned().unwrap_or_default())
    }
}

/// The query of an address, as leniently as a form.
pub fn query(req: &Request) -> Form {
    // An address with so many parts is not one of ours: it says nothing.
    Form::read(req.uri().query().unwrap_or_default().as_bytes()).unwrap_or_default()
}

/// What `%20` and `+` stand for.
fn unescaped(part: &[u8]) -> Vec<u8> {
    let spaced: Vec<u8> = part.iter().map(|&byte| if byte == b'+' { b' ' } else { byte }).collect();
    percent_decode(&spaced).collect()
}
