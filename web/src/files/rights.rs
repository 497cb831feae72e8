//! Who may come to a file, or to the files of a note, a meeting or a workshop, as the first argument
//! of a handler says it.

use app::access::FileStanding;
use domain::files::file::Of;
use poem::http::{Method, header};
use poem::{FromRequest, Request, RequestBody};
use projections::files::file::File;

use crate::shell::handler::Rights;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// They see the files of what is at an address.
pub struct Lists {
    pub visitor: Visitor,
    pub of: Of,
    pub standing: FileStanding,
}

/// They see the file at an address.
pub struct SeesFile {
    pub visitor: Visitor,
    pub file: File,
    pub standing: FileStanding,
    /// What their browser says it has already (`If-None-Match`).
    pub has: String,
    /// Which bytes it asks for (`Range`).
    pub range: String,
}

async fn visitor(req: &Request, body: &mut RequestBody) -> poem::Result<Visitor> {
    let visitor = Visitor::from_request(req, body).await?;
    // Whoever sends something is asked who they are first.
    if req.method() == Method::POST {
        visitor.person()?;
    }
    Ok(visitor)
}

/// Whoever writes for somebody else sees their note, and not their files.
pub(super) fn not_for_another(visitor: &Visitor) -> Result<(), Problem> {
    let is_scribe = visitor.viewer.someone.as_ref().is_some_and(|it| it.scribe.is_some());
    if is_scribe { Err(Problem::NotFound) } else { Ok(()) }
}

impl<'a> FromRequest<'a> for Lists {
    async fn from_request(req: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        let visitor = visitor(req, body).await?;
        let of = if let Ok(note) = visitor.id("note") {
            Of::Note(note)
        } else if let Ok(meeting) = visitor.id("meeting") {
            Of::Meeting(meeting)
        } else {
            Of::Workshop(visitor.id("id")?)
        };
        not_for_another(&visitor)?;
        let standing = visitor.site.app.files_standing(&visitor.viewer, &of).await;
        let standing = standing.map_err(Problem::from)?.ok_or(Problem::NotFound)?;
        Ok(Self { visitor, of, standing })
    }
}

impl<'a> FromRequest<'a> for SeesFile {
    async fn from_request(req: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        let visitor = visitor(req, body).await?;
        not_for_another(&visitor)?;
        let id = visitor.id("file")?;
        let found = visitor.site.app.file_for(&visitor.viewer, &id).await;
        let (file, standing) = found.map_err(Problem::from)?.ok_or(Problem::NotFound)?;
        let header = |name| {
            let value = req.headers().get(name).and_then(|value| value.to_str().ok());
            value.unwrap_or_default().to_owned()
        };
        let (has, range) = (header(header::IF_NONE_MATCH), header(header::RANGE));
        Ok(Self { visitor, file, standing, has, range })
    }
}

impl Rights for Lists {}
impl Rights for SeesFile {}
