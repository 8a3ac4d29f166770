//! The server, over real sockets on loopback.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Stdio};
use std::time::Duration;

use crate::folder::Folder;

/// A server that ends with the test.
struct Server {
    child: Child,
    address: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    /// Serves `documents/` with the stand-in for the app.
    fn start(folder: &Folder, port: u16) -> Self {
        Self::run(folder, &["serve", "documents", "--app", "app", "--port", &port.to_string()])
    }

    fn run(folder: &Folder, arguments: &[&str]) -> Self {
        let mut child =
            folder.program(arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let (_, rest) = line.split_once("http://").unwrap_or_else(|| panic!("no address in “{line}”"));
        let address = rest.split('/').next().unwrap().to_owned();
        Self { child, address }
    }

    /// A request, with further header lines; what answers it.
    fn ask(&self, path: &str, host: &str, headers: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        // Only so that a test of a broken program ends: what is waited for takes a fraction of it.
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\n{headers}Connection: close\r\n\r\n").unwrap();
        stream
    }

    /// The head and the body of the answer.
    fn get_with(&self, path: &str, host: &str, headers: &str) -> (String, String) {
        let mut answer = Vec::new();
        self.ask(path, host, headers).read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer);
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_ascii_lowercase(), body.to_owned())
    }

    fn get(&self, path: &str, host: &str) -> (String, String) {
        self.get_with(path, host, "")
    }

    /// The events of the preview: the data of each.
    fn events(&self) -> impl Iterator<Item = String> + use<> {
        let lines = BufReader::new(self.ask("/.readout/events", &self.address, "")).lines();
        lines.filter_map(|line| line.unwrap().strip_prefix("data: ").map(str::to_owned))
    }
}

#[test]
fn a_changed_document_is_told_to_open_pages_and_shown() {
    let folder = Folder::with_documents();
    let server = Server::start(&folder, 0);
    let mut events = server.events();
    let shown = events.next().unwrap();
    let (_, page) = server.get("/", &server.address);
    assert!(page.contains(&format!("src=\"./.readout/reload.js\" data-site=\"{shown}\"")), "{page}");
    let (head, script) = server.get("/.readout/reload.js", &server.address);
    assert!(head.contains("content-type: text/javascript") && script.contains("EventSource"), "{head}");

    let folder =
        folder.document("bridge.txt", "Ministers open a bridge\n\nThe ministers spoke on June 1, 2019.\n");
    let newer = events.next().unwrap();
    assert_ne!(newer, shown);
    assert!(server.get("/", &server.address).1.contains("Ministers open a bridge"));

    std::fs::remove_file(folder.path("documents/bridge.txt")).unwrap();
    assert_eq!(events.next().unwrap(), shown);
}

#[test]
fn a_bad_edit_is_told_and_the_rest_stays() {
    let folder = Folder::with_documents();
    let server = Server::start(&folder, 0);
    let mut events = server.events();
    events.next().unwrap();
    let folder = folder.document("harbour.md", b"---\ntitle: [\n---\n\0\xff");
    events.next().unwrap();
    let (head, page) = server.get("/", &server.address);
    assert!(head.starts_with("http/1.1 200") && page.contains("Trade minister returns"), "{page}");
    drop(folder);
}

#[test]
fn a_built_site_is_served_as_a_static_host_would() {
    let folder =
        Folder::with_documents().file("app/app-b8da5fc216a8b3f.js", "plain").file("outside.js", "no");
    folder.ok(&["build", "documents", "--app", "app", "--out", "site"]);
    let folder = folder
        .file("site/app-b8da5fc216a8b3f.js.br", "as brotli")
        .file("site/app-b8da5fc216a8b3f.js.gz", "as gzip")
        .file("site/share/talks.html", "<!doctype html>")
        .file("site/.htaccess", "hidden");
    #[cfg(unix)]
    std::os::unix::fs::symlink("../outside.js", folder.path("site/link.js")).unwrap();
    let server = Server::run(&folder, &["serve", "site", "--port", "0"]);
    let check = |path: &str, headers: &str, status: u16, parts: &[&str], text: &str| {
        let (head, body) = server.get_with(path, &server.address, headers);
        assert!(head.starts_with(&format!("http/1.1 {status}")), "{path}: {head}");
        for part in parts {
            assert!(head.contains(part), "{path}: no {part} in {head}");
        }
        assert!(body.contains(text), "{path}: {body}");
        head
    };
    let policy = "content-security-policy: default-src 'none'; script-src 'self'";
    let everywhere = [policy, "access-control-allow-origin: *", "x-content-type-options: nosniff"];
    let html = ["content-type: text/html; charset=utf-8", "cache-control: no-cache"];
    check("/", "", 200, &[&everywhere[..], &html].concat(), "Trade minister returns from the harbour");
    check("/share/talks.html", "", 200, &html, "<!doctype html>");
    let code = "/app-b8da5fc216a8b3f.js";
    let kept = [
        "content-type: text/javascript; charset=utf-8",
        "cache-control: public, max-age=31536000, immutable",
    ];
    let head = check(code, "", 200, &[&everywhere[..], &kept].concat(), "plain");
    assert!(!head.contains("content-encoding"), "{head}");
    let packed = |encoding| [&kept[..], &["vary: accept-encoding", encoding]].concat();
    check(code, "Accept-Encoding: gzip, br\r\n", 200, &packed("content-encoding: br"), "as brotli");
    check(code, "Accept-Encoding: gzip\r\n", 200, &packed("content-encoding: gzip"), "as gzip");
    check("/app-1.wasm", "", 200, &["content-type: application/wasm", "cache-control: no-cache"], "\0asm");
    // The saved file lies on the host, too, and its script and style stand in it.
    let (head, saved) = server.get("/explorer.html", &server.address);
    for directive in ["script-src", "style-src"] {
        let (_, rest) = saved.split_once(&format!("{directive} 'sha256-")).unwrap();
        let hash = rest.split_once('\'').unwrap().0.to_ascii_lowercase();
        assert!(head.contains(&format!("{directive} 'self' 'sha256-{hash}'")), "{head}");
    }
    for path in ["/.readout-site", "/%2ehtaccess", "/../outside.js", "/%2e%2e/outside.js", "/nothing.js"] {
        check(path, "", 404, &[], "there is no such file");
    }
    #[cfg(unix)]
    check("/link.js", "", 404, &[], "there is no such file");
    assert!(!server.get("/", &server.address).1.contains("/.readout/"), "a built site does not reload");
    assert!(server.get("/", "readout.example").0.starts_with("http/1.1 421"));
}

#[test]
fn the_site_is_served_with_its_headers() {
    let folder = Folder::with_documents();
    let server = Server::start(&folder, 0);
    let (head, body) = server.get("/", &server.address);
    assert!(head.starts_with("http/1.1 200"), "{head}");
    assert!(head.contains("content-security-policy: default-src 'none'; script-src 'self' 'sha256-"));
    assert!(head.contains("cache-control: no-cache") && head.contains("content-type: text/html"), "{head}");
    assert!(body.contains("Trade minister returns from the harbour"), "{body}");
    let (head, body) = server.get("/app-1.wasm?v=1", &server.address);
    assert!(head.contains("content-type: application/wasm"), "{head}");
    assert!(body.starts_with("\0asm"));
    assert!(server.get("/no-such-file", &server.address).0.starts_with("http/1.1 404"));
    assert!(server.get("/../documents/island.txt", &server.address).0.starts_with("http/1.1 404"));
    assert!(server.get("/", "readout.example").0.starts_with("http/1.1 421"));
}

#[test]
fn a_taken_port_gives_way_to_the_next_free_one() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    if port == u16::MAX {
        return; // No port comes after it.
    }
    let folder = Folder::with_documents();
    let server = Server::start(&folder, port);
    let got: u16 = server.address.rsplit(':').next().unwrap().parse().unwrap();
    assert!(got > port, "{got} after {port}");
    assert!(server.get("/", &server.address).0.starts_with("http/1.1 200"));
}
