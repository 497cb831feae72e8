//! What a form brought, whatever it brought.
//!
//! Fields are kept as they came, so that a page that must say no can show every
//! word again. Bytes that are not UTF-8 are shown as �, and [`Form::broken`] says
//! so; they are never dropped in silence.

use std::sync::Arc;

use app::envelope::CommandId;
use poem::{FromRequest, Request, RequestBody};

/// The most fields one form may have: forty items of a script, with a dozen fields each.
pub const FIELDS_MAX: usize = 500;

/// A file that came with a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// The name of its field.
    pub name: String,
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
}

impl<'a> FromRequest<'a> for Uploads {
    async fn from_request(req: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        Ok(req.data::<Self>().cloned().unwrap_or_default())
    }
}

/// The fields of a form, read once by [`crate::guard`] and shared by whoever has to show
/// them again. Cloning it copies no word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// Names and values, in order.
    pub fields: Arc<[(String, String)]>,
    /// Whether some bytes were not UTF-8.
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
        let fields: Vec<(String, String)> = serde_html_form::from_bytes(bytes).unwrap_or_default();
        let shows_mark = fields.iter().any(|(_, value)| value.contains('\u{fffd}'));
        let was_sent = bytes.windows(9).any(|window| window.eq_ignore_ascii_case(b"%EF%BF%BD"));
        Ok(Self { fields: fields.into(), broken: shows_mark && !was_sent })
    }

    /// Fields that were read already; as those of a form with files are.
    pub fn of(fields: Vec<(String, String)>) -> Self {
        let broken = fields.iter().any(|(_, value)| value.contains('\u{fffd}'));
        Self { fields: fields.into(), broken }
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
