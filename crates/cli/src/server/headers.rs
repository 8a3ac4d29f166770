//! The headers of a site: the same where it is previewed and where it is hosted.

use axum::http::{HeaderMap, HeaderName, header};

/// Sets a header to a value of plain ASCII.
pub(super) fn set(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    headers.insert(name, value.parse().expect("the value is plain ASCII"));
}

/// What every answer with a file of a site says, whatever the file; `policy` is the site's.
pub(super) fn of_any_file(headers: &mut HeaderMap, policy: &str) {
    set(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(headers, header::CONTENT_SECURITY_POLICY, policy);
}

/// The media type of a file, by its name.
pub(super) fn media_type(name: &str) -> String {
    let kind = mime_guess::from_path(name).first_or_octet_stream();
    match kind.type_() {
        mime_guess::mime::TEXT => format!("{kind}; charset=utf-8"),
        _ => kind.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_their_types() {
        let check = |name: &str, expect: &str| assert_eq!(media_type(name), expect, "{name}");
        check("index.html", "text/html; charset=utf-8");
        check("app-1.wasm", "application/wasm");
        check("app-1.js", "text/javascript; charset=utf-8");
        check("style/a.css", "text/css; charset=utf-8");
        check("manifest.webmanifest", "application/manifest+json");
        check("card.png", "image/png");
        check("unknown", "application/octet-stream");
    }
}
