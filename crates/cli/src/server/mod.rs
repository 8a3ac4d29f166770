//! Answers requests on this machine: the preview of a folder of documents, from memory and kept up
//! to date (`preview`), or a built site as a good static host would (`hosted`). What both say in
//! their headers is in `headers`. Nothing here prepares or watches anything.

mod headers;
mod hosted;
mod preview;

use std::io;
use std::net::{IpAddr, TcpListener};

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{Response, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::IntoResponse as _;

pub(crate) use hosted::hosted;
pub(crate) use preview::Preview;

/// Serves until the program is stopped.
///
/// # Errors
/// Where the operating system ends it.
pub(crate) fn run(listener: TcpListener, routes: Router) -> io::Result<()> {
    let routes = match listener.local_addr()?.ip().is_loopback() {
        true => routes.layer(middleware::from_fn(this_machine_alone)),
        false => routes,
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        axum::serve(tokio::net::TcpListener::from_std(listener)?, routes).await
    })
}

/// A page elsewhere could give its own name this machine's address and then read what is here.
async fn this_machine_alone(request: Request, next: Next) -> Response<Body> {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    if host.is_some_and(names_this_machine) {
        next.run(request).await
    } else {
        plain(StatusCode::MISDIRECTED_REQUEST, "open it by the address that was printed")
    }
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

fn plain(status: StatusCode, words: &'static str) -> Response<Body> {
    (status, words).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_hosts_names_are_refused() {
        let check = |host: &str, ours: bool| assert_eq!(names_this_machine(host), ours, "{host}");
        check("127.0.0.1:8080", true);
        check("localhost", true);
        check("[::1]:8080", true);
        check("readout.example:8080", false);
        check("127.0.0.1.readout.example", false);
        check("", false);
    }
}
