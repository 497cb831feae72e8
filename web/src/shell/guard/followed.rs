//! Forms that a script sends (`reach.js`): it goes to the next page by itself, so that a page
//! with words on it is only left once the site has them.

use poem::http::{HeaderName, StatusCode, header};
use poem::{Request, Response};

/// The header with which a script says that it sends a form.
const ASKED: &str = "sillage-form";

/// The header that says where to go on.
const NEXT: HeaderName = HeaderName::from_static("sillage-next");

/// Whether a script sends this form.
pub(super) fn is_by_script(req: &Request) -> bool {
    req.headers().contains_key(ASKED)
}

/// What a script is answered: where the next page is, which is not asked twice.
pub(super) fn for_script(mut answer: Response) -> Response {
    if !answer.status().is_redirection() {
        return answer;
    }
    let Some(next) = answer.headers_mut().remove(header::LOCATION) else { return answer };
    answer.headers_mut().insert(NEXT, next);
    answer.set_status(StatusCode::NO_CONTENT);
    answer
}
