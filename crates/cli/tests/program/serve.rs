//! The server, over real sockets on loopback.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Stdio};

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
    fn start(folder: &Folder, port: u16) -> Self {
        let port = port.to_string();
        let arguments = ["serve", "documents", "--app", "app", "--port", &port];
        let mut child =
            folder.program(&arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let (_, rest) = line.split_once("http://").unwrap_or_else(|| panic!("no address in “{line}”"));
        let address = rest.split('/').next().unwrap().to_owned();
        Self { child, address }
    }

    /// The head and the body of the answer.
    fn get(&self, path: &str, host: &str) -> (String, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer);
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_ascii_lowercase(), body.to_owned())
    }
}

#[test]
fn the_site_is_served_with_its_headers() {
    let folder = Folder::with_documents();
    let server = Server::start(&folder, 0);
    let (head, body) = server.get("/", &server.address);
    assert!(head.starts_with("http/1.1 200"), "{head}");
    assert!(
        head.contains("content-security-policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'")
    );
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
