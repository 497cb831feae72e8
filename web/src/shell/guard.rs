//! What stands around every page: limits, origin, errors, headers, compression.
//!
//! One endpoint wraps the whole site, so that nothing is skipped when a page
//! fails: the order is written here, top to bottom, and nowhere else.

mod address;
mod admission;
mod body;
mod followed;
mod headers;
mod origin;
mod trace;
pub mod work;

use std::sync::atomic::Ordering;
use std::time::Instant;

use app::engine::envelope::{self, Origin};
use maud::html;
use poem::http::{Method, StatusCode, header};
use poem::{Endpoint, FromRequest as _, IntoResponse as _, Request, RequestBody, Response};
use tracing::Instrument as _;

use crate::shell::address::{is_at, pattern};
use crate::shell::form::{Form, Uploads};
use crate::shell::layout;
use crate::shell::limits::Counted;
use crate::shell::page::{go, is_ours};
use crate::shell::parts::kept;
use crate::shell::problem::{self, Problem};
use crate::shell::refusals;
use crate::shell::state::Site;
use crate::shell::visitor::{self, Behind, Visitor, Whose, language};
use crate::shell::voice::Voice;

/// The site with everything that protects it.
pub struct Guarded<E> {
    pub pages: E,
    pub site: Site,
}

/// What is needed to explain a problem once the request is gone.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about one request")]
struct Facts {
    voice: Voice,
    method: Method,
    path: String,
    gzip: bool,
    wants_page: bool,
    by_script: bool,
    /// Whether a session came along.
    known: bool,
    /// Where whoever signs in goes on.
    back: String,
    whose: Whose,
    form: Option<Form>,
}

impl Facts {
    /// When the device says this was done: scripts put it in the form, in milliseconds.
    fn occurred_at(&self) -> Option<i64> {
        self.form.as_ref()?.number("occurred_at")?.checked_mul(1000)
    }
}

impl<E: Endpoint> Endpoint for Guarded<E> {
    type Output = Response;

    async fn call(&self, mut req: Request) -> poem::Result<Response> {
        let mut facts = Facts {
            voice: self.site.voice(language(&req, &self.site)),
            method: req.method().clone(),
            path: req.uri().path().to_owned(),
            gzip: headers::takes_gzip(&req),
            wants_page: !req.header(header::ACCEPT).unwrap_or_default().contains("json"),
            by_script: followed::is_by_script(&req),
            known: visitor::has_session(&req, &self.site),
            back: back(&req, &self.site),
            whose: Whose::default(),
            form: None,
        };
        req.extensions_mut().insert(self.site.clone());
        req.extensions_mut().insert(facts.whose.clone());
        let trace = trace::fresh();
        let span = tracing::info_span!("request", method = %facts.method, trace_id = %trace);
        let begun = Instant::now();
        let answer = async {
            if let Some(repaired) =
                address::repaired(&facts.path).filter(|_| facts.method == Method::GET)
            {
                return go(&address::with_query(
                    if is_ours(&repaired) { &repaired } else { "/" },
                    req.uri(),
                ));
            }
            let Some(_held) = self.site.in_flight.hold(&visitor::address(&req, &self.site)) else {
                refusals::record("requests");
                return self.explain(&facts, &Problem::Busy);
            };
            if let Err(problem) = self.check(&mut req, &mut facts).await {
                return self.explain(&facts, &problem);
            }
            self.wait_for_seen(&mut req).await;
            let (correlation, occurred_at) = (trace.clone(), facts.occurred_at());
            let origin = Origin { correlation, occurred_at, ..Origin::default() };
            let reached = origin.reached.clone();
            let mut answer = match envelope::from_request(origin, self.pages.call(req)).await {
                Ok(output) => output.into_response(),
                Err(error) => self.explain_error(&facts, error),
            };
            let reached = reached.load(Ordering::SeqCst);
            if reached > 0 {
                visitor::has_seen(&self.site, &mut answer, reached);
            }
            answer
        };
        let answer = work::held_by(answer).instrument(span.clone()).await;
        let answer = if facts.by_script { followed::for_script(answer) } else { answer };
        trace::answered(&span, &facts.method, answer.status(), begun.elapsed());
        Ok(headers::finish(answer, facts.gzip, (&trace, self.site.is_secure())).await)
    }
}

/// Where whoever signs in goes on: the page that was asked for, or the one whose form was sent.
fn back(req: &Request, site: &Site) -> String {
    let own = req.uri().path_and_query().map_or("/", |it| it.as_str());
    if req.method() == Method::GET {
        return own.to_owned();
    }
    let from = req.header(header::REFERER).unwrap_or_default();
    from.strip_prefix(&site.hosting.public_url).filter(|it| is_ours(it)).unwrap_or("/").to_owned()
}

/// Addresses that show nobody what they did.
fn is_for_machines(path: &str) -> bool {
    is_at(path, pattern::asset) || matches!(path, pattern::health | pattern::metrics)
}

impl<E: Endpoint> Guarded<E> {
    /// A page shows what its reader did before, on this node or another; after a while
    /// it is shown without, and says so.
    async fn wait_for_seen(&self, req: &mut Request) {
        let seen = visitor::seen(req, &self.site);
        if seen == 0 || is_for_machines(req.uri().path()) {
            return;
        }
        // If the database is away, the page itself will say it.
        if !self.site.app.projector.wait_for_seen(seen).await.unwrap_or(true) {
            req.extensions_mut().insert(Behind);
        }
    }

    /// Everything that can be refused before the page is asked, the cheapest first: nothing
    /// is read of a form nobody takes, or that another site sends.
    async fn check(&self, req: &mut Request, facts: &mut Facts) -> Result<(), Problem> {
        let method = req.method();
        if ![Method::GET, Method::HEAD, Method::POST].contains(method) {
            refusals::record("method");
            return Err(Problem::Method);
        }
        if method == Method::POST {
            self.take_form(req, facts).await?;
        }
        if admission::is_costly(&facts.path) {
            work::text(0).await?;
        }
        Ok(())
    }

    async fn take_form(&self, req: &mut Request, facts: &mut Facts) -> Result<(), Problem> {
        match admission::takes_form(&facts.path) {
            admission::Known::Taken => {}
            admission::Known::Otherwise => return Err(Problem::Method),
            admission::Known::Nothing => return Err(Problem::NotFound),
        }
        let anywhere = admission::is_from_anywhere(&facts.path);
        let from = if anywhere { Ok(()) } else { origin::check(req, &self.site) };
        if from.is_err() && origin::is_stated(req) {
            refusals::record("foreign");
            return Err(Problem::Foreign);
        }
        let known = Visitor::from_request(req, &mut RequestBody::default()).await;
        let known = known.is_ok_and(|visitor| {
            let known = visitor.viewer.someone.is_some();
            // The page that answers need not look them up again.
            req.extensions_mut().insert(visitor);
            known
        });
        // What does not say where it comes from is read as far as it can be shown again.
        let largest =
            if from.is_ok() { admission::largest(&facts.path, known) } else { admission::SMALL };
        let of_file = admission::is_of_file(&facts.path);
        let too_large = |problem| match problem {
            Problem::TooLarge if of_file => Problem::FileTooLarge,
            other => other,
        };
        let bytes = body::read(req, largest).await.map_err(too_large)?;
        let content_type = req.content_type().unwrap_or_default().to_owned();
        let mut size = bytes.len();
        let form = if content_type.starts_with("multipart/form-data") {
            let (form, files) = body::split(bytes, &content_type).await?;
            let of_files: usize = files.iter().map(|file| file.bytes.len()).sum();
            work::long_text(size.saturating_sub(of_files)).await?;
            // Files have a room of their own (`app::files`).
            if of_file {
                size = size.saturating_sub(of_files);
            }
            req.extensions_mut().insert(Uploads(files.into()));
            form
        } else {
            work::long_text(size).await?;
            Form::read(&bytes).map_err(|_| {
                refusals::record("too-many-fields");
                Problem::TooManyFields
            })?
        };
        facts.form = Some(form.clone());
        let is_broken = form.broken && !admission::shows_again(&facts.path);
        req.extensions_mut().insert(form);
        from.inspect_err(|_| refusals::record("foreign"))?;
        if is_broken {
            return Err(Problem::Refused("form-broken".to_owned()));
        }
        self.keep_within(req, size)
    }

    /// What one person, and one address, may have us keep in a day. An unsaved text takes the
    /// place of the one before it, and is not counted.
    fn keep_within(&self, req: &Request, size: usize) -> Result<(), Problem> {
        let Some(visitor) = req.data::<Visitor>() else { return Ok(()) };
        let limits = &self.site.limits;
        let person = visitor.viewer.id();
        let kilobytes = u32::try_from(size / 1024).unwrap_or(u32::MAX);
        let is_unsaved = is_at(req.uri().path(), pattern::unsaved);
        let within = (person.is_empty() || limits.allow(Counted::Form, person))
            && (is_unsaved
                || ((person.is_empty()
                    || limits.allow_many(Counted::KeptByPerson, person, kilobytes))
                    && limits.allow_many(Counted::KeptByAddress, &visitor.address, kilobytes)));
        if within { Ok(()) } else { Err(Problem::TooMany) }
    }

    fn explain_error(&self, facts: &Facts, error: poem::Error) -> Response {
        let error = match error.downcast::<Problem>() {
            Ok(Problem::Instead(page)) => return *page,
            Ok(problem) => return self.explain(facts, &problem),
            Err(error) => error,
        };
        let problem = match error.status() {
            // An address that cannot be read leads nowhere either.
            StatusCode::NOT_FOUND | StatusCode::BAD_REQUEST => Problem::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Problem::Method,
            _ => {
                tracing::error!(%error, "a page failed");
                Problem::Broken
            }
        };
        self.explain(facts, &problem)
    }

    fn explain(&self, facts: &Facts, problem: &Problem) -> Response {
        use poem::error::ResponseError as _;
        let (title, content) = problem::page(
            &facts.voice,
            problem,
            (&facts.method, &facts.path, &facts.back),
            facts.form.as_ref(),
        );
        let (whose, sent) = (facts.whose.mark(), facts.method == Method::POST);
        let content = html! { (content) (kept::left(&facts.voice, whose, kept::Left::Here)) };
        let page =
            layout::bare(&self.site, &facts.voice, (&title, whose, sent, facts.known), &content);
        let mut response =
            if facts.wants_page { page.into_response() } else { title.into_response() };
        response.set_status(problem.status());
        if problem.is_passing() {
            let soon = header::HeaderValue::from_static("5");
            response.headers_mut().insert(header::RETRY_AFTER, soon);
        }
        response
    }
}
