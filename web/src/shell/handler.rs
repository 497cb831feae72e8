//! A page or a form's answer: a plain function whose first argument says who may come.
//!
//! `shell::routes` takes nothing else. A function that does not begin with something that is
//! [`Rights`] does not compile into its table, so that no page is open to everybody because
//! somebody forgot to ask.

use std::future::Future;
use std::marker::PhantomData;

use poem::{Endpoint, FromRequest, Request, RequestBody, Response};

use crate::shell::page::Answer;

/// Whoever asks, when they may: read from the request before the handler runs. What one may not
/// see does not exist, so most of them answer "not found" to the others.
pub trait Rights: for<'a> FromRequest<'a> + Send {}

/// A function that can be a page: its arguments are read from the request, in order, and the
/// first is [`Rights`].
///
/// ```
/// use web::shell::{extract::Anyone, form::Form, handler::page, page::{Answer, go}};
///
/// async fn open(_: Anyone, _: Form) -> Answer {
///     Ok(go("/"))
/// }
/// page(open);
/// ```
///
/// Without them, it does not compile:
///
/// ```compile_fail
/// use web::shell::{form::Form, handler::page, page::{Answer, go}};
///
/// async fn open(_: Form) -> Answer {
///     Ok(go("/"))
/// }
/// page(open);
/// ```
pub trait Handler<Arguments>: Send + Sync + 'static {
    /// Its answer to one request.
    fn answer(
        &self,
        req: &Request,
        body: &mut RequestBody,
    ) -> impl Future<Output = poem::Result<Response>> + Send;
}

macro_rules! handler {
    ($($argument:ident),*) => {
        impl<F, Answered, Who, $($argument,)*> Handler<(Who, $($argument,)*)> for F
        where
            F: Fn(Who, $($argument),*) -> Answered + Send + Sync + 'static,
            Answered: Future<Output = Answer> + Send,
            Who: Rights,
            $($argument: for<'a> FromRequest<'a> + Send,)*
        {
            #[allow(non_snake_case, reason = "an argument is called as its type is")]
            async fn answer(
                &self,
                req: &Request,
                body: &mut RequestBody,
            ) -> poem::Result<Response> {
                let who = Who::from_request(req, body).await?;
                $(let $argument = $argument::from_request(req, body).await?;)*
                Ok(self(who, $($argument),*).await?)
            }
        }
    };
}

handler!();
handler!(First);
handler!(First, Second);

/// A handler, as the router wants it.
pub struct Page<H, Arguments>(H, PhantomData<fn(Arguments)>);

/// What the router is given for `handler`.
pub fn page<H: Handler<Arguments>, Arguments>(handler: H) -> Page<H, Arguments> {
    Page(handler, PhantomData)
}

impl<H: Handler<Arguments>, Arguments: 'static> Endpoint for Page<H, Arguments> {
    type Output = Response;

    async fn call(&self, req: Request) -> poem::Result<Response> {
        let (req, mut body) = req.split();
        self.0.answer(&req, &mut body).await
    }
}
