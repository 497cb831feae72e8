//! The pages, one file for each.

use domain::core::ids::NoteId;
use poem::http::header;
use poem::{IntoResponse as _, Response};
use projections::notes::note::Note;

use app::access::Standing;

use crate::shell::guard::work;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// What a handler answers.
pub type Answer = Result<Response, Problem>;

/// Sends the browser to another page, which it asks for with GET.
pub fn go(address: &str) -> Response {
    let location = address.parse().unwrap_or(header::HeaderValue::from_static("/"));
    let mut response = poem::http::StatusCode::SEE_OTHER.into_response();
    response.headers_mut().insert(header::LOCATION, location);
    response
}

/// Whether a path someone sent leads to this site: browsers read `//`, `/\\` and
/// control signs as ways to another one.
pub(crate) fn is_ours(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && !path.chars().any(char::is_control)
}

/// Nothing that could be shown of a stream that is set aside is whole.
pub(crate) fn unless_set_aside(visitor: &Visitor, kind: &str, id: &str) -> Result<(), Problem> {
    let is_set_aside = visitor.site.app.projector.lists().has(kind, id);
    if is_set_aside { Err(Problem::SetAside) } else { Ok(()) }
}

/// The note at an address, if this visitor may read it.
pub(crate) async fn readable(visitor: &Visitor, id: &str) -> Result<(Note, Standing), Problem> {
    let id: NoteId = id.parse().map_err(|_| Problem::NotFound)?;
    let found = visitor.site.app.note_for(&visitor.viewer, &id).await?;
    let found = found.ok_or(Problem::NotFound)?;
    // Whatever the page does with a long text costs many times its size.
    work::long_text(found.0.body.len()).await?;
    // Only to those who may know that it is there.
    unless_set_aside(visitor, "note", id.as_str())?;
    Ok(found)
}
