//! How a store of objects is reached: with the client and the certificates of the rest of the
//! program.

use std::error::Error as _;
use std::time::Duration;

use async_trait::async_trait;
use http_body_util::BodyExt as _;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector as Tcp;
use hyper_util::rt::TokioExecutor;
use object_store::ClientOptions;
use object_store::client::{
    HttpClient, HttpConnector, HttpError, HttpErrorKind, HttpRequest, HttpRequestBody,
    HttpResponse, HttpResponseBody, HttpService,
};

use crate::engine::tls;

/// How long one waits for the store to take a connection, and for it to begin to answer once it has
/// what was sent.
const CONNECTS: Duration = Duration::from_secs(3);
const ANSWERS: Duration = Duration::from_secs(8);

/// Makes clients.
#[derive(Debug)]
pub(super) struct Connector;

impl HttpConnector for Connector {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        let mut tcp = Tcp::new();
        tcp.enforce_http(false);
        tcp.set_connect_timeout(Some(CONNECTS));
        let connector = HttpsConnectorBuilder::new()
            .with_tls_config(tls::client())
            .https_or_http()
            .enable_http1()
            .wrap_connector(tcp);
        Ok(HttpClient::new(Hyper(Client::builder(TokioExecutor::new()).build(connector))))
    }
}

/// A client. Cloning it is cheap.
#[derive(Debug)]
struct Hyper(Client<HttpsConnector<Tcp>, HttpRequestBody>);

#[async_trait]
impl HttpService for Hyper {
    async fn call(&self, req: HttpRequest) -> Result<HttpResponse, HttpError> {
        let sending =
            super::patience(req.body().content_length() as u64).saturating_sub(super::PATIENCE);
        let answer = tokio::time::timeout(ANSWERS + sending, self.0.request(req)).await;
        let answer = answer
            .map_err(|late| HttpError::new(HttpErrorKind::Timeout, late))?
            .map_err(|error| HttpError::new(kind_of(&error), error))?;
        let (parts, body) = answer.into_parts();
        let body = body.map_err(|error| HttpError::new(HttpErrorKind::Interrupted, error));
        Ok(HttpResponse::from_parts(parts, HttpResponseBody::new(body)))
    }
}

/// What went wrong, as far as trying again goes.
fn kind_of(error: &hyper_util::client::legacy::Error) -> HttpErrorKind {
    if error.is_connect() {
        return HttpErrorKind::Connect;
    }
    match error.source().and_then(|source| source.downcast_ref::<hyper::Error>()) {
        Some(it) if it.is_timeout() => HttpErrorKind::Timeout,
        Some(it) if it.is_closed() || it.is_incomplete_message() || it.is_canceled() => {
            HttpErrorKind::Request
        }
        Some(_) | None => HttpErrorKind::Interrupted,
    }
}
