//! Refuses forms that come from another site.
//!
//! No token to put in pages: browsers say where a form comes from. On https they
//! send `Sec-Fetch-Site`; everywhere they send `Origin` with a POST. A request
//! that says neither is refused.

use poem::Request;
use poem::http::header;

use crate::shell::problem::Problem;
use crate::shell::state::Site;

pub(super) fn check(req: &Request, site: &Site) -> Result<(), Problem> {
    if let Some(header) = req.header("sec-fetch-site") {
        return if matches!(header, "same-origin" | "none") {
            Ok(())
        } else {
            Err(Problem::Foreign)
        };
    }
    let origin = req.header(header::ORIGIN).ok_or(Problem::Foreign)?;
    let host = req.header(header::HOST).unwrap_or_default();
    let same_host = origin.split_once("://").is_some_and(|(_, it)| it == host);
    if origin == site.hosting.public_url || same_host { Ok(()) } else { Err(Problem::Foreign) }
}

/// Whether a form says where it comes from, rightly or not.
pub(super) fn is_stated(req: &Request) -> bool {
    req.header("sec-fetch-site").is_some() || req.header(header::ORIGIN).is_some()
}
