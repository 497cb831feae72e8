//! A running site, and someone who visits it with a browser's manners.

#![allow(dead_code, reason = "each crate's tests use their own part of it")]

use std::time::Duration;

use poem::endpoint::BoxEndpoint;
use poem::http::{StatusCode, header};
use poem::test::TestClient;
use poem::{EndpointExt as _, Response};
use web::shell::sse::Streams;
use web::shell::state::{Hosting, Site};

use crate::databases::Engine;
use crate::world::World;

/// A commons and its site.
pub struct Host {
    pub world: World,
    pub site: Site,
    client: TestClient<BoxEndpoint<'static, Response>>,
}

/// Someone on the site: their cookies, their language.
pub struct Guest<'h> {
    pub host: &'h Host,
    pub cookies: Vec<(String, String)>,
    pub language: &'static str,
    /// The address a proxy in front says they come from.
    pub from: Option<String>,
}

/// What a page answered.
pub struct Seen {
    pub status: StatusCode,
    pub place: String,
    pub page: String,
    pub headers: poem::http::HeaderMap,
}

impl Host {
    pub async fn on(engine: Engine) -> Option<Self> {
        Some(Self::of(World::on(engine).await?))
    }

    /// The site of a commons.
    pub fn of(world: World) -> Self {
        let hosting = Hosting {
            public_url: "http://localhost".to_owned(),
            source_url: String::new(),
            behind_proxy: false,
            metrics_token: None,
            devices: 100,
            zone: web::shell::hours::Zone::default(),
            fetcher: None,
        };
        Self::with(world, hosting)
    }

    /// The same, hosted in another way.
    pub fn with(world: World, hosting: Hosting) -> Self {
        let site = Site::new(world.app.clone(), hosting);
        let pages = web::shell::routes::site(site.clone(), Streams::default());
        let client = TestClient::new(pages.map_to_response().boxed());
        Self { world, site, client }
    }

    /// To ask with headers of one's own.
    pub fn client(&self) -> &TestClient<BoxEndpoint<'static, Response>> {
        &self.client
    }

    /// Someone nobody knows.
    pub fn stranger(&self) -> Guest<'_> {
        Guest { host: self, cookies: vec![], language: "fr", from: None }
    }

    /// The same site behind a proxy that says where visitors come from.
    pub fn behind_proxy(self) -> Self {
        let hosting = Hosting { behind_proxy: true, ..(*self.site.hosting).clone() };
        Self::with(self.world, hosting)
    }

    /// Someone nobody knows, at an address.
    pub fn stranger_at(&self, address: &str) -> Guest<'_> {
        Guest { from: Some(address.to_owned()), ..self.stranger() }
    }

    /// Someone with a session.
    pub async fn known(&self, person: &domain::core::ids::PersonId) -> Guest<'_> {
        let token = self.world.app.people().open_session(person).await.unwrap();
        let mut guest = self.stranger();
        guest.cookies.push(("session".to_owned(), token));
        guest
    }
}

impl Guest<'_> {
    pub async fn get(&mut self, address: &str) -> Seen {
        let request = self.host.client.get(address);
        self.send(request).await
    }

    /// What is at an address, byte for byte.
    pub async fn bytes(&mut self, address: &str) -> Vec<u8> {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = self.host.client.get(address).header(header::COOKIE, cookies.join("; "));
        request.send().await.0.into_body().into_vec().await.unwrap()
    }

    /// Sends a form as a browser would: fields, and where the page came from.
    pub async fn post(&mut self, address: &str, fields: &[(&str, &str)]) -> Seen {
        let body = serde_html_form::to_string(fields).unwrap();
        self.post_raw(address, body.into_bytes()).await
    }

    /// Sends a form with a file in it.
    pub async fn upload(&mut self, address: &str, field: &str, bytes: &[u8]) -> Seen {
        self.send_parts(address, &[(field, bytes)], "f").await
    }

    /// Sends a form with words, and a file of text called `file` in the field `photo`.
    pub async fn upload_called(
        &mut self,
        address: &str,
        file: &str,
        fields: &[(&str, &str)],
    ) -> Seen {
        let parts: Vec<(&str, &[u8])> =
            fields.iter().map(|(name, value)| (*name, value.as_bytes())).collect();
        self.send_parts(address, &parts, file).await
    }

    /// Sends a form with a file, the last field, and words.
    pub async fn upload_with(&mut self, address: &str, fields: &[(&str, &str)]) -> Seen {
        let parts: Vec<(&str, &[u8])> =
            fields.iter().map(|(name, value)| (*name, value.as_bytes())).collect();
        self.send_parts(address, &parts, "f").await
    }

    /// Sends a form with a file, the last field, and bytes.
    pub async fn send_files(&mut self, address: &str, parts: &[(&str, &[u8])]) -> Seen {
        self.send_parts(address, parts, "f").await
    }

    /// Sends a form with words and a file of this name, the last field.
    pub async fn send_called(
        &mut self,
        address: &str,
        file: &str,
        parts: &[(&str, &[u8])],
    ) -> Seen {
        self.send_parts(address, parts, file).await
    }

    async fn send_parts(&mut self, address: &str, parts: &[(&str, &[u8])], file: &str) -> Seen {
        let mut body = Vec::new();
        for (at, (field, bytes)) in parts.iter().enumerate() {
            let is_file = at + 1 == parts.len();
            let file = if is_file { format!("; filename=\"{file}\"") } else { String::new() };
            let head =
                format!("--cut\r\nContent-Disposition: form-data; name=\"{field}\"{file}\r\n\r\n");
            body.extend([head.as_bytes(), bytes, b"\r\n"].concat());
        }
        body.extend_from_slice(b"--cut--\r\n");
        let request = self
            .host
            .client
            .post(address)
            .header(header::ORIGIN, "http://localhost")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=cut")
            .body(body);
        self.send(request).await
    }

    pub async fn post_raw(&mut self, address: &str, body: Vec<u8>) -> Seen {
        let request = self
            .host
            .client
            .post(address)
            .header(header::ORIGIN, "http://localhost")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(body);
        self.send(request).await
    }

    /// Sends a form under a key of its own.
    pub async fn act(&mut self, address: &str, fields: &[(&str, &str)]) -> Seen {
        let key = app::engine::envelope::CommandId::fresh();
        let mut all = vec![("command_id", key.as_str())];
        all.extend_from_slice(fields);
        self.post(address, &all).await
    }

    pub async fn send<E: poem::Endpoint>(
        &mut self,
        request: poem::test::TestRequestBuilder<'_, E>,
    ) -> Seen {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = request
            .header(header::ACCEPT, "text/html,*/*")
            .header(header::ACCEPT_LANGUAGE, self.language)
            .header(header::HOST, "localhost")
            .header(header::COOKIE, cookies.join("; "));
        let request = match &self.from {
            Some(address) => request.header("x-forwarded-for", address),
            None => request,
        };
        let answered = tokio::time::timeout(Duration::from_secs(30), request.send()).await;
        let response = answered.expect("the page answers").0;
        let headers = response.headers().clone();
        for set in headers.get_all(header::SET_COOKIE) {
            let pair = set.to_str().unwrap().split(';').next().unwrap().to_owned();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.retain(|(known, _)| known != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
        let place = response.header(header::LOCATION).unwrap_or_default().to_owned();
        let status = response.status();
        // A stream never ends: its head is enough.
        let is_stream = response.content_type().is_some_and(|kind| kind.contains("event-stream"));
        let page = if is_stream {
            String::new()
        } else {
            response.into_body().into_string().await.unwrap_or_default()
        };
        Seen { status, place, page, headers }
    }
}

impl Seen {
    /// The value of the first field of this name.
    pub fn field(&self, name: &str) -> String {
        let after = self.page.split(&format!("name=\"{name}\"")).nth(1).unwrap_or_default();
        let tag = after.split('>').next().unwrap_or_default();
        tag.split("value=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .unwrap_or_default()
            .to_owned()
    }

    pub fn says(&self, text: &str) -> bool {
        self.page.contains(text)
    }
}
