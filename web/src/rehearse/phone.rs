//! One simulated phone.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use crate::shell::address;
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, header};

/// What a phone goes through, as the report tells it.
pub(super) const STEPS: [&str; 7] = [
    "entrée · entered",
    "début · beginning",
    "idée · idea",
    "brouillon · draft",
    "aperçu · look",
    "publiée · published",
    "merci · thanks",
];

/// How long a phone keeps trying one request.
const PATIENCE: Duration = Duration::from_secs(90);

pub(super) struct Phone {
    client: Client,
    url: String,
    origin: String,
    /// Names and values, as a browser keeps them.
    cookies: BTreeMap<String, String>,
    /// What its note is called, and the name it goes by.
    pub(super) title: String,
    /// How many of [`STEPS`] are done.
    pub(super) reached: usize,
    /// When the form of each was last sent, and answered, from the second on.
    pub(super) sent: Vec<(Instant, Instant)>,
    last_sent: Instant,
    /// How long each request took.
    pub(super) times: Vec<Duration>,
    /// How many requests were sent again.
    pub(super) again: usize,
}

/// A page, and the address it was found at.
struct Got {
    status: u16,
    place: String,
    page: String,
}

type Outcome<T> = Result<T, String>;

impl Phone {
    pub(super) fn new(url: &str, number: usize) -> Self {
        let client = Client::builder()
            .redirect(Policy::none())
            .timeout(Duration::from_secs(20))
            .build()
            .expect("a client without TLS needs nothing");
        let host = url.split('/').take(3).collect::<Vec<_>>().join("/");
        let mark = &app::engine::secrets::id()[..8];
        Self {
            client,
            url: url.to_owned(),
            origin: host,
            cookies: BTreeMap::new(),
            title: format!("Répétition {number} {mark}"),
            reached: 0,
            sent: vec![],
            last_sent: Instant::now(),
            times: vec![],
            again: 0,
        }
    }

    /// Walks the path. How many times its note is among what it wrote at the end.
    pub(super) async fn walk(&mut self) -> Outcome<usize> {
        let door = self.get(&self.url.clone()).await?;
        // Known by its name on the console that is watched.
        let name = self.title.clone();
        let target = self.url.split('?').next().unwrap_or_default().to_owned();
        let entered = self.post(&target, &door.page, &target, &[("name", &name)]).await?;
        let base = entered.place.trim_end_matches("/parcours").to_owned();
        self.done(1, &entered)?;

        let page = self.get(&format!("{base}/parcours/porte")).await?;
        let step = |word: &str| format!("{base}/parcours/{word}");
        let to = step("porte");
        let done = self.post(&to, &page.page, &to, &[("door", "tell")]).await?;
        self.done(2, &done)?;

        let (to, title) = (step("idee"), self.title.clone());
        let page = self.get(&to).await?;
        let done = self.post(&to, &page.page, &to, &[("idea", &title)]).await?;
        self.done(3, &done)?;

        let to = step("brouillon");
        let page = self.get(&to).await?;
        let text = format!("{title} : ce que nous avons appris, en trois phrases.");
        let revision = value(&page.page, "base").unwrap_or_default();
        let fields = [("title", title.as_str()), ("context", &text), ("base", &revision)];
        if let Some(keep) = between(&page.page, "data-autosave=\"", "\"") {
            let keep = format!("{}{keep}", self.origin);
            self.post(&keep, &page.page, &to, &fields).await?;
        }
        let done = self.post(&to, &page.page, &to, &fields).await?;
        self.done(4, &done)?;

        let to = step("apercu");
        let page = self.get(&to).await?;
        if !page.page.contains(&text) {
            return Err(format!("{title}: the preview does not hold the text"));
        }
        let done = self.post(&to, &page.page, &to, &[]).await?;
        self.done(5, &done)?;

        let to = step("publication");
        let page = self.get(&to).await?;
        let done = self.post(&to, &page.page, &to, &[("visibility", "workshop")]).await?;
        self.done(6, &done)?;

        let to = step("merci");
        let page = self.get(&to).await?;
        if let Some(note) = value(&page.page, "note") {
            let words = "Merci, je retiens ceci.";
            let fields = [("note", note.as_str()), ("words", words)];
            let done = self.post(&to, &page.page, &to, &fields).await?;
            self.done(7, &done)?;
        } else {
            self.reached = 7;
        }
        // Read by the group at its own address, and once among what they wrote.
        let mine = self.get(&format!("{}{}", self.origin, address::own_notes())).await?;
        Ok(mine.page.matches(&format!(">{title}</a></h2>")).count())
    }

    /// A gesture is done when the site sends us further.
    fn done(&mut self, step: usize, got: &Got) -> Outcome<()> {
        if got.status != 303 {
            return Err(format!("{}: {} answered {}", self.title, got.place, got.status));
        }
        self.reached = step;
        if step > 1 {
            self.sent.push((self.last_sent, Instant::now()));
        }
        Ok(())
    }

    async fn get(&mut self, url: &str) -> Outcome<Got> {
        let got = self.patiently(|client| client.get(url), url).await?;
        if got.status == 200 { Ok(got) } else { Err(format!("GET {url}: {}", got.status)) }
    }

    /// Sends a form found on `page`: its key, and `fields`.
    async fn post(
        &mut self,
        url: &str,
        page: &str,
        action: &str,
        fields: &[(&str, &str)],
    ) -> Outcome<Got> {
        // The key of the form that leads to `action`, when the page has several.
        let path = action.strip_prefix(&self.origin).unwrap_or(action);
        let form = page.split(&format!("action=\"{path}\"")).nth(1).unwrap_or(page);
        let key = value(form, "command_id").unwrap_or_else(app::engine::secrets::id);
        let mut form: Vec<(&str, &str)> = vec![("command_id", &key)];
        form.extend_from_slice(fields);
        let body = serde_html_form::to_string(&form).map_err(|error| error.to_string())?;
        let origin = self.origin.clone();
        self.last_sent = Instant::now();
        self.patiently(
            |client| {
                client
                    .post(url)
                    .header(header::ORIGIN, &origin)
                    .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                    .body(body.clone())
            },
            url,
        )
        .await
    }

    /// Sends a request until it is answered by something else than "later".
    async fn patiently(
        &mut self,
        request: impl Fn(&Client) -> RequestBuilder,
        url: &str,
    ) -> Outcome<Got> {
        let began = Instant::now();
        let mut pause = Duration::from_millis(200);
        loop {
            let sent = Instant::now();
            let cookies = self.cookies.iter().map(|(name, value)| format!("{name}={value}"));
            let made = request(&self.client)
                .header(header::COOKIE, cookies.collect::<Vec<_>>().join("; "))
                .header(header::ACCEPT_LANGUAGE, "fr");
            let got = match made.send().await {
                Ok(response) => self.take(response, url).await,
                Err(error) => Err(error),
            };
            match got {
                Ok(got) if !matches!(got.status, 429 | 502 | 503) => {
                    self.times.push(sent.elapsed());
                    return Ok(got);
                }
                _ if began.elapsed() > PATIENCE => return Err(format!("{url}: no answer")),
                _ => {
                    self.again += 1;
                    tokio::time::sleep(pause).await;
                    pause = (pause * 2).min(Duration::from_secs(3));
                }
            }
        }
    }

    async fn take(
        &mut self,
        response: reqwest::Response,
        url: &str,
    ) -> Result<Got, reqwest::Error> {
        let status = response.status().as_u16();
        let header = |name: header::HeaderName| {
            response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
        };
        let place = match header(header::LOCATION) {
            Some(path) if path.starts_with('/') => format!("{}{path}", self.origin),
            Some(place) => place,
            None => url.to_owned(),
        };
        let given: Vec<String> = response
            .headers()
            .get_all(header::SET_COOKIE)
            .iter()
            .filter_map(|cookie| Some(cookie.to_str().ok()?.split(';').next()?.to_owned()))
            .collect();
        let page = response.text().await?;
        for (name, value) in given.iter().filter_map(|pair| pair.split_once('=')) {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        Ok(Got { status, place, page })
    }
}

/// The value of the first field called `name`.
fn value(page: &str, name: &str) -> Option<String> {
    let after = page.split(&format!("name=\"{name}\"")).nth(1)?;
    let tag = after.split('>').next()?;
    between(tag, "value=\"", "\"")
}

fn between(text: &str, before: &str, after: &str) -> Option<String> {
    text.split(before).nth(1)?.split(after).next().map(str::to_owned)
}
