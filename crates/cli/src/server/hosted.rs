//! A built site from its folder, as a good static host serves it: what is packed beside a file goes
//! to those who can unpack it, hashed names are kept, the rest is asked for anew, and what is hidden
//! or outside of the folder is not there.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{Response, StatusCode, header};
use axum::middleware::{self, Next};
use percent_encoding::percent_decode_str;
use tower_http::services::ServeDir;

use super::{headers, plain};
use crate::site::{SAVED, policy};

/// The files of the site in this folder.
pub(crate) fn hosted(folder: &Path) -> Router {
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    let folder: Arc<Path> = folder.into();
    Router::new().fallback_service(files).layer(middleware::from_fn_with_state(folder, with_headers))
}

async fn with_headers(State(folder): State<Arc<Path>>, request: Request, next: Next) -> Response<Body> {
    let missing = || plain(StatusCode::NOT_FOUND, "there is no such file");
    let Some(name) = name_of(request.uri().path()).filter(|name| is_within(&folder, name)) else {
        return missing();
    };
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    let origin = host.filter(|host| is_plain(host)).map(|host| format!("http://{host}"));
    let mut response = next.run(request).await;
    let status = response.status();
    if status == StatusCode::NOT_FOUND {
        return missing();
    }
    let headers = response.headers_mut();
    headers::of_any_file(headers, &policy::header(&head_of_saved(&folder), origin.as_deref()));
    headers::set(headers, header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    headers::set(headers, header::CACHE_CONTROL, policy::cache_control(&name));
    if status == StatusCode::OK || status == StatusCode::PARTIAL_CONTENT {
        let file = if name.is_empty() || name.ends_with('/') { "index.html" } else { &name };
        headers::set(headers, header::CONTENT_TYPE, &headers::media_type(file));
    }
    response
}

/// Whether a host can stand in a policy as it is: a name or an address, and a port.
fn is_plain(host: &str) -> bool {
    host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte))
}

/// The beginning of the saved file, where it names its script and style. Read each time: the site may be
/// built anew while it is served.
fn head_of_saved(folder: &Path) -> String {
    const HEAD: u64 = 16 << 10;
    let mut bytes = Vec::new();
    // A site without it has nothing to name.
    let _ = File::open(folder.join(SAVED)).and_then(|file| file.take(HEAD).read_to_end(&mut bytes));
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The name of the file that a path asks for; none where a part of it is hidden or leads upwards.
fn name_of(path: &str) -> Option<String> {
    let name = percent_decode_str(path).decode_utf8().ok()?;
    let name = name.trim_start_matches('/');
    let hidden = name.split(['/', '\\']).any(|part| part.starts_with('.'));
    (!hidden).then(|| name.to_owned())
}

/// Whether what would be sent for a name stands in the folder: a link can lead anywhere.
fn is_within(folder: &Path, name: &str) -> bool {
    let Ok(root) = folder.canonicalize() else { return false };
    ["", ".br", ".gz"].iter().all(|packed| {
        let path: PathBuf = root.join(format!("{name}{packed}"));
        path.canonicalize().map_or(true, |path| path.starts_with(&root))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_or_above_has_no_name() {
        let check = |path: &str, expect: Option<&str>| assert_eq!(name_of(path).as_deref(), expect, "{path}");
        check("/", Some(""));
        check("/share/a%20b.html", Some("share/a b.html"));
        check("/.readout-site", None);
        check("/%2ehtaccess", None);
        check("/../Cargo.toml", None);
        check("/share/%2e%2e/%2e%2e/x", None);
        check("/share%5c..%5cx", None);
        check("/%ff", None);
    }
}
