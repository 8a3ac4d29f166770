//! What a site tells browsers about itself: its content security policy, and the files by which common
//! static hosts learn which headers to send.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};
use url::Url;

use super::pack::{ENCODINGS, Encoding, KINDS};

/// The policy of a hosted page, as it can stand in the page: its own files, wasm, no inline script.
/// `origin` is the site's, where it is known. In a frame without an origin WebKit takes `'self'` for nothing
/// (seen in WebKitGTK 2.50), and the page's own files have to be named by their host.
pub(crate) fn hosted(origin: Option<&str>) -> String {
    let own = origin.map_or_else(|| "'self'".to_owned(), |origin| format!("'self' {origin}"));
    format!(
        "default-src 'none'; script-src {own} 'wasm-unsafe-eval'; style-src {own}; img-src {own} data:; \
         font-src {own}; connect-src {own}; frame-src 'self'; manifest-src {own}; worker-src {own}; \
         base-uri 'none'; form-action 'none'"
    )
}

/// The origin of an address: its scheme, host and port.
pub(super) fn origin(address: &str) -> String {
    Url::parse(address).map_or_else(|_| address.to_owned(), |url| url.origin().ascii_serialization())
}

/// The policy as a header, the same for every file of a site: it also says that pages may be framed, and
/// it lets the saved file (`explorer.html`, or its beginning) run its own script and style, which that file
/// names itself. Hosts add up the headers of all rules that fit, so that one page cannot have its own.
pub(crate) fn header(saved: &str, origin: Option<&str>) -> String {
    let mut policy = format!("{}; frame-ancestors *", hosted(origin));
    for directive in ["script-src", "style-src"] {
        let named =
            saved.split_once(&format!("{directive} 'sha256-")).and_then(|(_, rest)| rest.split_once('\''));
        if let Some((hash, _)) = named {
            let own = format!("{directive} 'self'");
            policy = policy.replace(&own, &format!("{own} 'sha256-{hash}'"));
        }
    }
    policy
}

/// The policy of a saved file: this very script and style, and nothing from anywhere.
pub(super) fn saved(script: &str, style: &str) -> String {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text));
    format!(
        "default-src 'none'; script-src 'sha256-{}' 'wasm-unsafe-eval'; style-src 'sha256-{}'; \
         img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'",
        hash(script),
        hash(style)
    )
}

/// The policy of a page that only leads on to another.
pub(super) const LEADING_ON: &str = "default-src 'none'; img-src 'self'; base-uri 'none'; form-action 'none'";

/// Whether the name of a file changes with its content, so that it can be kept for ever.
pub(crate) fn is_hashed(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    (12..=16).contains(&hash.len()) && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// For how long a browser may keep a file without asking.
pub(crate) fn cache_control(name: &str) -> &'static str {
    if is_hashed(name) { FOREVER } else { "no-cache" }
}

/// The files for hosts, by name: `_headers` for Netlify and Cloudflare Pages, `.htaccess` for Apache,
/// `nginx.conf` to be included in a server block. `names` are the site's other files,
/// `policy` is what [`header`] gives.
pub(super) fn files<'a>(names: impl Iterator<Item = &'a str>, policy: String) -> [(String, Vec<u8>); 3] {
    let common = common(policy);
    [("_headers", netlify(names, &common)), (".htaccess", apache(&common)), ("nginx.conf", nginx(&common))]
        .map(|(name, text)| (name.to_owned(), text.into_bytes()))
}

const FOREVER: &str = "public, max-age=31536000, immutable";

/// Headers by name.
type Common = [(&'static str, String); 4];

/// What every file is sent with. A page in a sandboxed frame has no origin, and may read what lies beside
/// it only where everyone may.
fn common(policy: String) -> Common {
    [
        ("Content-Security-Policy", policy),
        ("Access-Control-Allow-Origin", "*".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
    ]
}

fn netlify<'a>(names: impl Iterator<Item = &'a str>, common: &Common) -> String {
    let mut text = "/*\n".to_owned();
    // Writing to a string cannot fail.
    for (name, value) in common {
        let _ = writeln!(text, "  {name}: {value}");
    }
    for name in names.filter(|name| is_hashed(name)) {
        let _ = writeln!(text, "/{name}\n  Cache-Control: {FOREVER}");
    }
    text
}

fn apache(common: &Common) -> String {
    let mut text = "# For Apache 2.4 with mod_headers, mod_mime and mod_rewrite.\n".to_owned();
    text += "AddType application/wasm .wasm\nAddType application/manifest+json .webmanifest\n";
    text += "<IfModule mod_headers.c>\n";
    for (name, value) in common {
        let _ = writeln!(text, "  Header set {name} \"{value}\"");
    }
    let _ = writeln!(text, "  Header set Cache-Control \"no-cache\"");
    let _ = writeln!(text, "  <FilesMatch \"-[0-9a-f]{{12,16}}(_bg)?\\.(css|js|wasm)(\\.(br|gz))?$\">");
    let _ = writeln!(text, "    Header set Cache-Control \"{FOREVER}\"\n  </FilesMatch>");
    for Encoding { extension, name: encoding, .. } in ENCODINGS {
        let _ =
            writeln!(text, "  <FilesMatch \"\\.{extension}$\">\n    Header set Content-Encoding {encoding}");
        let _ = writeln!(text, "    Header append Vary Accept-Encoding\n  </FilesMatch>");
    }
    text += "</IfModule>\n# The packed file beside a file, where the browser takes it.\n<IfModule mod_rewrite.c>\n  RewriteEngine On\n";
    for Encoding { extension, name: encoding, .. } in ENCODINGS {
        let _ = writeln!(text, "  RewriteCond %{{HTTP:Accept-Encoding}} \\b{encoding}\\b");
        let _ = writeln!(text, "  RewriteCond %{{REQUEST_FILENAME}}.{extension} -f");
        let _ = writeln!(text, "  RewriteRule ^(.+)$ $1.{extension} [L]");
    }
    for (kind, mime) in KINDS {
        let rule = "E=no-gzip:1,E=no-brotli:1";
        let _ = writeln!(text, "  RewriteRule \\.{kind}\\.(br|gz)$ - [T={mime},{rule}]");
    }
    text + "</IfModule>\n"
}

fn nginx(common: &Common) -> String {
    let mut text =
        "# For nginx: include this file in the location block that serves this folder.\n".to_owned();
    text += "gzip_static on;\n# brotli_static on;  # with the module ngx_brotli\ncharset utf-8;\ntypes {\n";
    for (kind, mime) in KINDS {
        let _ = writeln!(text, "    {mime} {kind};");
    }
    text += "    image/png png;\n}\n";
    for (name, value) in common {
        let _ = writeln!(text, "add_header {name} \"{value}\" always;");
    }
    text + "add_header Cache-Control no-cache always;\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_a_hash_are_kept_for_ever() {
        let check = |name: &str, expect: bool| assert_eq!(is_hashed(name), expect, "{name}");
        check("base-1e7fad9e559f8e07.css", true);
        check("readout-app-b8da5fc216a8b3f_bg.wasm", true);
        check("index.html", false);
        check("embed.js", false);
        check("icon-192.png", false);
        check("talks-20171122.json", false);
        check("share/meeting-2017-11-22.html", false);
    }

    #[test]
    fn the_header_lets_the_saved_file_run_its_own_script_and_style() {
        let page = format!("<meta charset=\"utf-8\"><meta content=\"{}\">", saved("1", ""));
        let policy = header(&page, None);
        for part in [
            "script-src 'self' 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=' 'wasm-unsafe-eval';",
            "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';",
            "frame-ancestors *",
        ] {
            assert!(policy.contains(part), "{policy}");
        }
        assert!(!header("", None).contains("sha256"));
    }

    #[test]
    fn a_site_whose_address_is_known_names_its_host() {
        let policy = header("", Some("https://news.example"));
        assert!(policy.contains("script-src 'self' https://news.example 'wasm-unsafe-eval';"), "{policy}");
        assert!(policy.contains("connect-src 'self' https://news.example;"), "{policy}");
    }

    #[test]
    fn a_saved_file_allows_its_own_script_and_style_alone() {
        let policy = saved("1", "");
        // As `printf 1 | openssl dgst -sha256 -binary | base64` has it.
        assert!(
            policy.contains("script-src 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=' 'wasm"),
            "{policy}"
        );
        assert!(
            policy.contains("style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"),
            "{policy}"
        );
    }
}
