//! What lets a hosted site be installed and work offline: the manifest, and the service worker's list of
//! what to keep.

use std::collections::BTreeMap;

use readout_corpus::Overview;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::look::ICONS;
use super::{PAGE, json_file};
use crate::drawn::Icon;
use crate::theme::Theme;

/// Kinds of files that belong to the page itself.
const KEPT: [&str; 6] = ["css", "js", "wasm", "webmanifest", "svg", "png"];

/// The manifest by which the site can be installed.
pub(super) fn manifest(overview: &Overview, description: &str, theme: &Theme) -> Vec<u8> {
    let short: String =
        overview.title.split([':', '–', '—']).next().unwrap_or_default().trim().chars().take(30).collect();
    let paper = theme.light.paper().to_string();
    let mut icons = vec![json!({ "src": "icon.svg", "sizes": "any", "type": "image/svg+xml" })];
    icons.extend(ICONS.map(|(name, size, icon)| {
        let purpose = if icon == Icon::Maskable { "maskable" } else { "any" };
        json!({ "src": name, "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose })
    }));
    json_file(&json!({
        "name": overview.title,
        "short_name": short,
        "description": description,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": paper,
        "theme_color": paper,
        "icons": icons,
    }))
}

/// The service worker for these files: `code`, after a line that says what to keep. Its version changes
/// with every byte of what is kept, so that browsers notice a new site.
pub(super) fn worker(code: &[u8], files: &BTreeMap<String, Vec<u8>>, others: &[&str]) -> Vec<u8> {
    let kept = |name: &str| {
        let kind = name.rsplit_once('.').map_or("", |(_, kind)| kind);
        name == PAGE || (KEPT.contains(&kind) && !name.contains('/') && !others.contains(&name))
    };
    let mut version = Sha256::new();
    let mut names = Vec::new();
    for (name, bytes) in files.iter().filter(|(name, _)| kept(name)) {
        version.update(name.as_bytes());
        version.update((bytes.len() as u64).to_le_bytes());
        version.update(bytes);
        // A host may answer for the page's file name with a redirect, which cannot be kept.
        names.push(if name == PAGE { "./" } else { name });
    }
    let version: String = version.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    let site = json!({ "version": version, "files": names });
    [format!("const SITE = {site};\n").as_bytes(), code].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_keeps_what_the_page_needs_and_notices_every_change() {
        let file = |name: &str| (name.to_owned(), b"1".to_vec());
        let mut files: BTreeMap<_, _> =
            ["index.html", "explorer.html", "a-1.css", "embed.js", "share/x.html", "app.wasm"]
                .map(file)
                .into();
        let worker =
            |files: &BTreeMap<_, _>| String::from_utf8(worker(b"code", files, &["embed.js"])).unwrap();
        let first = worker(&files);
        assert!(first.starts_with("const SITE = {"), "{first}");
        assert!(first.contains(r#""files":["a-1.css","app.wasm","./"]"#), "{first}");
        assert!(first.ends_with("};\ncode"), "{first}");
        files.insert("share/x.html".to_owned(), b"2".to_vec());
        assert_eq!(worker(&files), first);
        files.insert("index.html".to_owned(), b"2".to_vec());
        assert_ne!(worker(&files), first);
    }
}
