//! The headers of a site: the same where it is previewed and where it is hosted.

use axum::http::{HeaderMap, HeaderName, header};

/// The policy of a hosted site: its own files, wasm, no inline script, and it may be framed.
pub(crate) const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
    worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

/// A file whose name changes with its bytes may be kept for ever; any other is asked for anew.
const KEPT: &str = "public, max-age=31536000, immutable";
const ASKED_ANEW: &str = "no-cache";

/// Hexadecimal digits in a row that make a name a hashed one. The shortest that builders write is 8,
/// but 8 digits are a date.
const DIGITS: usize = 12;

/// Sets a header to a value of plain ASCII.
pub(super) fn set(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    headers.insert(name, value.parse().expect("the value is plain ASCII"));
}

/// What every answer with a file of a site says, whatever the file.
pub(super) fn of_any_file(headers: &mut HeaderMap) {
    set(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(headers, header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
}

/// The media type of a file, by its name.
pub(super) fn media_type(name: &str) -> String {
    let kind = mime_guess::from_path(name).first_or_octet_stream();
    match kind.type_() {
        mime_guess::mime::TEXT => format!("{kind}; charset=utf-8"),
        _ => kind.to_string(),
    }
}

/// How long a file may be kept, by its name.
pub(crate) fn cache(name: &str) -> &'static str {
    let file = name.rsplit('/').next().unwrap_or(name);
    let hashed = file.split(|c: char| !c.is_ascii_alphanumeric()).any(|part| {
        part.len() >= DIGITS && part.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'a'..=b'f'))
    });
    if hashed && !file.ends_with(".html") { KEPT } else { ASKED_ANEW }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept() {
        let check = |name: &str, kept: bool| assert_eq!(cache(name) == KEPT, kept, "{name}");
        check("app-b8da5fc216a8b3f_bg.wasm", true);
        check("base-1e7fad9e559f8e07.css", true);
        check("assets/boot-c31c0e841c970cf1.js", true);
        check("index.html", false);
        check("sw.js", false);
        check("1e7fad9e559f8e07/theme.css", false);
        check("talks-20171122.json", false);
        check("share/1e7fad9e559f8e07.html", false);
        check("", false);
    }

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
