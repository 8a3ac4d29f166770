//! Requests to the APIs of CMSs: JSON there, JSON back.

use std::sync::Mutex;
use std::time::Duration;

use reqwest::header::{CONTENT_TYPE, SET_COOKIE};
use reqwest::{Method, RequestBuilder};
use serde_json::Value;
use tokio::runtime::{Builder, Runtime};

/// A CMS answers in a second or two; a loaded machine may need more.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a CMS answered.
pub(crate) struct Answer {
    /// The body; a text that is no JSON, as it is.
    pub(crate) body: Value,
    /// What it asks the browser to keep: `name=value`.
    pub(crate) cookie: String,
}

/// A client without a memory of its own.
pub(crate) struct Client {
    client: reqwest::Client,
    /// Requests go out one by one: the tests wait for browsers, not for this.
    runtime: Mutex<Runtime>,
}

impl Client {
    pub(crate) fn new() -> Self {
        let runtime = Builder::new_current_thread().enable_all().build();
        // A connection each: nobody would notice that a server closes one between two requests.
        let client = reqwest::Client::builder().pool_max_idle_per_host(0).build();
        Self {
            client: client.expect("a client without settings for TLS needs nothing of the machine"),
            runtime: Mutex::new(runtime.expect("a runtime needs no more than this thread")),
        }
    }

    /// Asks, with what `with` adds to the request.
    ///
    /// # Errors
    /// Says what the CMS answered where that was no success.
    pub(crate) fn ask(
        &self,
        method: Method,
        address: &str,
        body: Option<&Value>,
        with: impl FnOnce(RequestBuilder) -> RequestBuilder,
    ) -> Result<Answer, String> {
        let mut request = self.client.request(method.clone(), address).timeout(PATIENCE);
        if let Some(body) = body {
            request = request.header(CONTENT_TYPE, "application/json").body(body.to_string());
        }
        let wrong = |error: reqwest::Error| format!("{method} {address}: {error}");
        let runtime = self.runtime.lock().map_err(|_| "a test broke while it waited for an answer")?;
        let (status, cookie, text) = runtime
            .block_on(async {
                let response = with(request).send().await?;
                let cookie = response.headers().get(SET_COOKIE).and_then(|cookie| cookie.to_str().ok());
                let cookie =
                    cookie.and_then(|cookie| cookie.split(';').next()).unwrap_or_default().to_owned();
                Ok((response.status(), cookie, response.text().await?))
            })
            .map_err(wrong)?;
        if !status.is_success() {
            return Err(format!("{method} {address}: {status}\n{text}"));
        }
        let body = serde_json::from_str(&text).unwrap_or(Value::String(text));
        Ok(Answer { body, cookie })
    }
}
