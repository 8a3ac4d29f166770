//! Answers requests for the files of a site, from memory, with the headers that a good host sets.

use std::collections::BTreeMap;
use std::io;
use std::net::{IpAddr, TcpListener};
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Response, StatusCode, Uri, header};
use axum::routing::get;

use crate::site::PAGE;

/// The policy of a hosted site: its own files, wasm, no inline script, and it may be framed.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
    worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

/// What the server knows.
#[derive(Debug)]
struct Served {
    files: BTreeMap<String, Bytes>,
    /// Whether it listens to this machine alone.
    local: bool,
}

/// Serves files by name, until the program is stopped.
///
/// # Errors
/// Where the operating system ends it.
pub(crate) fn run(listener: TcpListener, files: BTreeMap<String, Vec<u8>>) -> io::Result<()> {
    let files = files.into_iter().map(|(name, bytes)| (name, Bytes::from(bytes))).collect();
    let served = Served { files, local: listener.local_addr()?.ip().is_loopback() };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let answer = |State(served): State<Arc<Served>>, uri: Uri, headers: HeaderMap| async move {
            answer(&served, uri.path(), headers.get(header::HOST).and_then(|host| host.to_str().ok()))
        };
        axum::serve(listener, Router::new().fallback(get(answer)).with_state(Arc::new(served))).await
    })
}

/// The answer to a request for `path`.
fn answer(served: &Served, path: &str, host: Option<&str>) -> Response<Body> {
    // A page elsewhere could give its own name this machine's address and then read what is here.
    if served.local && !host.is_some_and(names_this_machine) {
        return plain(StatusCode::MISDIRECTED_REQUEST, "open it by the address that was printed");
    }
    let name = match path.trim_start_matches('/') {
        "" => PAGE,
        name => name,
    };
    let Some(bytes) = served.files.get(name) else {
        return plain(StatusCode::NOT_FOUND, "there is no such file");
    };
    let kind = mime_guess::from_path(name).first_or_octet_stream();
    let kind = match kind.type_() {
        mime_guess::mime::TEXT => format!("{kind}; charset=utf-8"),
        _ => kind.to_string(),
    };
    let mut response = Response::new(Body::from(bytes.clone()));
    let headers = response.headers_mut();
    let mut set = |name, value: &str| {
        headers.insert(name, value.parse().expect("the value is plain ASCII"));
    };
    set(header::CONTENT_TYPE, &kind);
    set(header::CACHE_CONTROL, "no-cache");
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
    if name != PAGE {
        // A sandboxed frame has no origin and may fetch the app's code; the page holds the
        // documents, and no other page may read those.
        set(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }
    response
}

fn plain(status: StatusCode, words: &'static str) -> Response<Body> {
    let mut response = Response::new(Body::from(words));
    *response.status_mut() = status;
    response
}

/// Whether the host of a request is this machine by a name that no one else can give it.
fn names_this_machine(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    let address = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    name.eq_ignore_ascii_case("localhost") || address.is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn served() -> Served {
        let file = |name: &str| (name.to_owned(), Bytes::from_static(b"x"));
        let files = ["index.html", "app-1.wasm", "app-1.js", "style/a.css"].map(file).into();
        Served { files, local: true }
    }

    #[test]
    fn files_have_their_types() {
        let check = |path: &str, status: u16, kind: &str| {
            let response = answer(&served(), path, Some("127.0.0.1:8080"));
            let header = |name| response.headers().get(name).map_or("", |value| value.to_str().unwrap());
            assert_eq!((response.status().as_u16(), header(header::CONTENT_TYPE)), (status, kind), "{path}");
            if status == 200 {
                assert_eq!(header(header::CACHE_CONTROL), "no-cache");
                assert_eq!(header(header::CONTENT_SECURITY_POLICY), CONTENT_SECURITY_POLICY);
                assert_eq!(header(header::ACCESS_CONTROL_ALLOW_ORIGIN) == "*", !kind.contains("html"));
            }
        };
        check("/", 200, "text/html; charset=utf-8");
        check("/index.html", 200, "text/html; charset=utf-8");
        check("/app-1.wasm", 200, "application/wasm");
        check("/app-1.js", 200, "text/javascript; charset=utf-8");
        check("/style/a.css", 200, "text/css; charset=utf-8");
        check("/../Cargo.toml", 404, "");
        check("/missing", 404, "");
    }

    #[test]
    fn other_hosts_names_are_refused() {
        let check = |host: Option<&str>, status: u16| {
            assert_eq!(answer(&served(), "/", host).status().as_u16(), status, "{host:?}");
        };
        check(Some("127.0.0.1:8080"), 200);
        check(Some("localhost"), 200);
        check(Some("[::1]:8080"), 200);
        check(Some("readout.example:8080"), 421);
        check(Some("127.0.0.1.readout.example"), 421);
        check(None, 421);
    }
}
