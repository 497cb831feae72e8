//! What a form brought, whatever it brought.
//!
//! Fields are kept as they came, so that a page that must say no can show every
//! word again. Bytes that are not UTF-8 are shown as �, and [`Form::broken`] says
//! so; they are never dropped in silence.

use app::envelope::CommandId;
use poem::{FromRequest, Request, RequestBody};

/// The body of a form, read once by [`crate::guard`] and kept for whoever has to
/// show it again.
#[derive(Clone, Default)]
pub struct FormBytes(pub std::sync::Arc<[u8]>);

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
pub struct Uploads(pub std::sync::Arc<[Upload]>);

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

/// The fields of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// Names and values, in order.
    pub fields: Vec<(String, String)>,
    /// Whether some bytes were not UTF-8.
    pub broken: bool,
}

impl Form {
    /// Reads `application/x-www-form-urlencoded` bytes.
    pub fn read(bytes: &[u8]) -> Self {
        let fields: Vec<(String, String)> = serde_html_form::from_bytes(bytes).unwrap_or_default();
        let shows_mark = fields.iter().any(|(_, value)| value.contains('\u{fffd}'));
        let was_sent = bytes.windows(9).any(|window| window.eq_ignore_ascii_case(b"%EF%BF%BD"));
        Self { fields, broken: shows_mark && !was_sent }
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
        let bytes = req.extensions().get::<FormBytes>().cloned().unwrap_or_default();
        Ok(Self::read(&bytes.0))
    }
}

/// The query of an address, as leniently as a form.
pub fn query(req: &Request) -> Form {
    Form::read(req.uri().query().unwrap_or_default().as_bytes())
}
