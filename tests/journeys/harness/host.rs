//! A static host of a site that `readout build` wrote, and the page of a newsroom that frames it. The host
//! knows nothing of Readout but what any host is told by the site itself; it can also get things wrong.
//!
//! Its paths begin with what is asked of it and with a number, which keeps what a service worker or a store
//! remembers of one journey from the next: `/hosted/7/readouts/index.html`.

use std::net::SocketAddr;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{Response, StatusCode, Uri, header};
use serde_json::json;

use super::way::{Fault, Sandbox};

/// The path that the site stands under.
const UNDER: &str = "readouts";

/// A host that runs until the tests end.
pub(crate) struct Host {
    port: u16,
    hosted: Arc<Hosted>,
}

impl Host {
    /// Hosts the site in a folder.
    ///
    /// # Errors
    /// Where there is no port, or no thread.
    pub(crate) fn open(site: &Path) -> std::io::Result<Self> {
        let listener = std::net::TcpListener::bind(("127.0.0.1", 0))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let hosted = Arc::new(Hosted { site: site.to_owned(), address, silent: AtomicBool::new(false) });
        let shared = Arc::clone(&hosted);
        std::thread::Builder::new().name("host".into()).spawn(move || {
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener)?;
                let answer =
                    |State(hosted): State<Arc<Hosted>>, uri: Uri| async move { hosted.answer(uri.path()) };
                axum::serve(listener, Router::new().fallback(answer).with_state(shared)).await
            })
        })?;
        Ok(Self { port: address.port(), hosted })
    }

    /// From now on it has nothing to give but its regret.
    pub(crate) fn fall_silent(&self) {
        self.hosted.silent.store(true, Ordering::Relaxed);
    }

    /// The site's address, for the journey of this number.
    pub(crate) fn site(&self, journey: usize) -> String {
        format!("http://127.0.0.1:{}/hosted/{journey}/{UNDER}/", self.port)
    }

    /// The site's address, with something wrong on the way.
    pub(crate) fn broken(&self, fault: Fault, journey: usize) -> String {
        format!("http://127.0.0.1:{}/{fault:?}/{journey}/{UNDER}/", self.port)
    }

    /// The address of a page, of another origin, that has the site in a frame. Its hash goes to the frame.
    pub(crate) fn framed(&self, sandbox: Sandbox, journey: usize) -> String {
        format!("http://localhost:{}/{sandbox:?}/{journey}/", self.port)
    }
}

struct Hosted {
    site: PathBuf,
    address: SocketAddr,
    silent: AtomicBool,
}

impl Hosted {
    fn answer(&self, path: &str) -> Response<Body> {
        if self.silent.load(Ordering::Relaxed) {
            return refusal(StatusCode::SERVICE_UNAVAILABLE, "the host is not there");
        }
        let mut parts = path.trim_start_matches('/').splitn(4, '/');
        let (what, journey) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        if let Some(sandbox) = Sandbox::ALL.into_iter().find(|sandbox| format!("{sandbox:?}") == what) {
            return page(&self.article(sandbox, journey));
        }
        let fault = Fault::ALL.into_iter().find(|fault| format!("{fault:?}") == what);
        match (parts.next(), parts.next()) {
            (Some(UNDER), Some(name)) => self.file(if name.is_empty() { "index.html" } else { name }, fault),
            _ => not_found(),
        }
    }

    /// A newsroom's article with the embed code's frame.
    fn article(&self, sandbox: Sandbox, journey: &str) -> String {
        let src = json!(format!("http://{}/hosted/{journey}/{UNDER}/", self.address));
        let words = sandbox.words();
        format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>An article</title><link rel=\"icon\" href=\"data:,\"><h1>An article</h1>\
             <iframe title=\"Readouts compared\" width=\"100%\" height=\"800\" sandbox=\"{words}\" \
             style=\"border:0;width:0;min-width:100%\" referrerpolicy=\"no-referrer\" \
             allow=\"clipboard-write; fullscreen\"></iframe>\
             <script>document.querySelector('iframe').src = {src} + location.hash</script>"
        )
    }

    fn file(&self, name: &str, fault: Option<Fault>) -> Response<Body> {
        let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        let Some(mut bytes) = inside.then(|| std::fs::read(self.site.join(name)).ok()).flatten() else {
            return not_found();
        };
        if let (Some(fault), "index.html") = (fault, name) {
            bytes = with_slot(&bytes, |slot| damage(slot, fault));
        }
        let mut response = Response::new(Body::from(bytes));
        let headers = response.headers_mut();
        let kind = mime_guess::from_path(name).first_or_octet_stream();
        headers.insert(header::CONTENT_TYPE, kind.to_string().parse().expect("a media type is plain ASCII"));
        if name != "index.html" {
            headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, header::HeaderValue::from_static("*"));
        }
        if let Some(policy) = fault.and_then(Fault::policy) {
            headers.insert(header::CONTENT_SECURITY_POLICY, header::HeaderValue::from_static(policy));
        }
        response
    }
}

/// A page with the text of its slot of documents changed.
fn with_slot(page: &[u8], change: impl FnOnce(&str) -> String) -> Vec<u8> {
    let page = std::str::from_utf8(page).expect("the page is UTF-8");
    let at = page.find("id=\"readout-bundle\"").expect("the page has a slot for the documents");
    let from = at + page[at..].find('>').expect("the slot's tag ends") + 1;
    let to = from + page[from..].find("</script>").expect("the slot ends");
    format!("{}{}{}", &page[..from], change(&page[from..to]), &page[to..]).into_bytes()
}

fn damage(slot: &str, fault: Fault) -> String {
    let middle = slot.len() / 2;
    match fault {
        Fault::NoDocuments => String::new(),
        Fault::CutShort => slot[..middle / 4 * 4].to_owned(),
        Fault::Changed => {
            let other = if slot.as_bytes()[middle] == b'A' { "B" } else { "A" };
            format!("{}{other}{}", &slot[..middle], &slot[middle + 1..])
        }
        Fault::WasmRefused | Fault::ScriptsRefused => slot.to_owned(),
    }
}

fn page(html: &str) -> Response<Body> {
    let mut response = Response::new(Body::from(html.to_owned()));
    let kind = header::HeaderValue::from_static("text/html; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}

fn not_found() -> Response<Body> {
    refusal(StatusCode::NOT_FOUND, "there is no such file")
}

fn refusal(status: StatusCode, reason: &'static str) -> Response<Body> {
    let mut response = Response::new(Body::from(reason));
    *response.status_mut() = status;
    response
}
