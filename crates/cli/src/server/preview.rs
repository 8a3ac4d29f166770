//! A site from memory that can be swapped for a newer one: open pages hear of it by server-sent
//! events and load themselves anew. The script that listens is a file of its own (the content
//! security policy allows no inline script) and is put into the page here and nowhere else.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{Response, StatusCode, Uri, header};
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use axum::routing::get;
use lol_html::element;
use lol_html::html_content::ContentType;
use tokio::sync::watch;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt as _};

use super::{headers, plain};
use crate::site::{self, PAGE, SAVED, policy};

/// Where the script and its events are: no file of a site has a hidden name.
const SCRIPT: &str = "/.readout/reload.js";
const EVENTS: &str = "/.readout/events";

/// What is shown, and who waits for the next.
#[derive(Debug, Clone)]
pub(crate) struct Preview(watch::Sender<Arc<Shown>>);

/// A site as it is shown.
#[derive(Debug)]
struct Shown {
    files: BTreeMap<String, Bytes>,
    /// Differs where the files do.
    fingerprint: String,
    /// The content security policy.
    policy: String,
}

impl Preview {
    /// A preview that shows these files.
    ///
    /// # Errors
    /// Where the page is no HTML.
    pub(crate) fn new(files: BTreeMap<String, Vec<u8>>) -> miette::Result<Self> {
        Ok(Self(watch::Sender::new(Arc::new(Shown::new(files)?))))
    }

    /// Shows other files from now on.
    ///
    /// # Errors
    /// Where the page is no HTML; then the former ones stay.
    pub(crate) fn show(&self, files: BTreeMap<String, Vec<u8>>) -> miette::Result<()> {
        self.0.send_replace(Arc::new(Shown::new(files)?));
        Ok(())
    }

    /// What it answers.
    pub(crate) fn routes(&self) -> Router {
        let script =
            || async { ([(header::CONTENT_TYPE, headers::media_type(SCRIPT))], include_str!("reload.js")) };
        let events = |State(preview): State<Self>| async move {
            Sse::new(preview.events()).keep_alive(KeepAlive::default())
        };
        let file =
            |State(preview): State<Self>, uri: Uri| async move { answer(&preview.0.borrow(), uri.path()) };
        Router::new()
            .route(SCRIPT, get(script))
            .route(EVENTS, get(events))
            .fallback(get(file))
            .with_state(self.clone())
    }

    /// The fingerprint of what is shown, now and whenever it changes.
    fn events(&self) -> impl Stream<Item = Result<Event, Infallible>> + use<> {
        WatchStream::new(self.0.subscribe())
            .map(|shown| Ok(Event::default().event("site").data(&shown.fingerprint)))
    }
}

impl Shown {
    fn new(mut files: BTreeMap<String, Vec<u8>>) -> miette::Result<Self> {
        let mut hasher = DefaultHasher::new();
        files.hash(&mut hasher);
        let fingerprint = format!("{:016x}", hasher.finish());
        let policy =
            policy::header(&String::from_utf8_lossy(files.get(SAVED).map_or(&[], Vec::as_slice)), None);
        if let Some(page) = files.get_mut(PAGE) {
            let script = format!(r#"<script src=".{SCRIPT}" data-site="{fingerprint}" defer></script>"#);
            let append = element!("head", |head| {
                head.append(&script, ContentType::Html);
                Ok(())
            });
            let text = String::from_utf8_lossy(page);
            *page = site::page::rewritten(&text, [append])?.into_bytes();
        }
        let files = files.into_iter().map(|(name, bytes)| (name, Bytes::from(bytes))).collect();
        Ok(Self { files, fingerprint, policy })
    }
}

/// The answer to a request for `path`.
fn answer(shown: &Shown, path: &str) -> Response<Body> {
    let name = match path.trim_start_matches('/') {
        "" => PAGE,
        name => name,
    };
    let Some(bytes) = shown.files.get(name) else {
        return plain(StatusCode::NOT_FOUND, "there is no such file");
    };
    let mut response = Response::new(Body::from(bytes.clone()));
    let headers = response.headers_mut();
    headers::of_any_file(headers, &shown.policy);
    headers::set(headers, header::CONTENT_TYPE, &headers::media_type(name));
    headers::set(headers, header::CACHE_CONTROL, "no-cache");
    if name != PAGE {
        // A sandboxed frame has no origin and may fetch the app's code; the page holds the
        // documents, and no other page may read those.
        headers::set(headers, header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::policy;

    fn files(page: &str) -> BTreeMap<String, Vec<u8>> {
        let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
        [file(PAGE, page), file("app-1.wasm", "x"), file("app-1.js", "x"), file("style/a.css", "x")].into()
    }

    #[test]
    fn files_are_served_with_their_headers() {
        let shown = Shown::new(files("<html><head></head></html>")).unwrap();
        let check = |path: &str, status: u16, kind: &str| {
            let response = answer(&shown, path);
            let header = |name| response.headers().get(name).map_or("", |value| value.to_str().unwrap());
            assert_eq!(response.status().as_u16(), status, "{path}");
            if status == 200 {
                assert!(header(header::CONTENT_TYPE).starts_with(kind), "{path}");
                assert_eq!(header(header::CACHE_CONTROL), "no-cache");
                assert_eq!(header(header::CONTENT_SECURITY_POLICY), policy::header("", None));
                assert_eq!(header(header::ACCESS_CONTROL_ALLOW_ORIGIN) == "*", kind != "text/html");
            }
        };
        check("/", 200, "text/html");
        check("/index.html", 200, "text/html");
        check("/app-1.wasm", 200, "application/wasm");
        check("/app-1.js", 200, "text/javascript");
        check("/style/a.css", 200, "text/css");
        check("/../Cargo.toml", 404, "");
        check("/missing", 404, "");
    }

    #[test]
    fn the_page_alone_gets_the_script_and_the_fingerprint_follows_the_files() {
        let page = "<html><head><title>A</title></head><body>é</body></html>";
        let (one, same, other) =
            [page, page, "<html><head></head></html>"].map(|page| Shown::new(files(page)).unwrap()).into();
        assert_eq!(one.fingerprint, same.fingerprint);
        assert_ne!(one.fingerprint, other.fingerprint);
        let text = String::from_utf8(one.files[PAGE].to_vec()).unwrap();
        let script = format!(
            "<script src=\"./.readout/reload.js\" data-site=\"{}\" defer></script></head>",
            one.fingerprint
        );
        assert!(text.contains(&script) && text.contains("<body>é</body>"), "{text}");
        assert_eq!(&one.files["app-1.js"][..], b"x");
    }
}
