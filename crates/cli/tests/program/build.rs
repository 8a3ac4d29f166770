//! Sites and bundles that come out of a good folder.

use std::fs;

use readout_corpus::Bundle;

use crate::folder::Folder;

#[test]
fn a_folder_becomes_one_file() {
    let folder = Folder::with_documents();
    let run = folder.ok(&["prepare", "documents", "--out", "talks.readout"]);
    assert!(run.out.starts_with("talks.readout: "), "{}", run.out);
    let bundle = Bundle::open(fs::read(folder.path("talks.readout")).unwrap()).unwrap();
    let files: Vec<&str> = bundle.catalogue().unwrap().cards.iter().map(|card| card.file.as_str()).collect();
    assert_eq!(files, ["harbour.md", "island.txt"]);
    for n in 0..2 {
        assert!(bundle.document(n).unwrap().card.body_sentences >= 2);
    }
    let summary = run.err.lines().last().unwrap();
    assert!(summary.starts_with("2 documents, ") && summary.ends_with(" s"), "{summary}");
}

#[test]
fn a_folder_becomes_json() {
    let folder = Folder::with_documents();
    let run = folder.ok(&["export", "documents", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["documents"][0]["file"], "harbour.md");
    folder.ok(&["export", "documents", "--out", "talks.json"]);
    assert_eq!(folder.text("talks.json"), run.out);
}

#[test]
fn a_folder_becomes_a_site() {
    let folder = Folder::with_documents();
    let run = folder.ok(&["build", "documents", "--app", "app", "--out", "site"]);
    let page = folder.text("site/index.html");
    assert!(page.contains("data-encoding=\"gzip\">H4sI"), "{page}");
    assert!(page.contains("Ministers meet in the harbour &amp; agree on ferries"), "{page}");
    assert!(page.contains("href=\"https://harbour.example/ferries\""), "{page}");
    assert!(page.contains("Trade minister returns from the harbour"), "{page}");
    for name in ["app-1.js", "app-1.wasm", "app.css"] {
        let copied = fs::read(folder.path("site").join(name)).unwrap();
        assert_eq!(copied, fs::read(folder.path("app").join(name)).unwrap());
        assert!(run.out.contains(name), "{}", run.out);
    }
    assert!(run.out.contains(" brotli\n") && run.out.contains(" gzip\n"), "{}", run.out);
}

#[test]
fn a_new_site_replaces_the_old_one_and_nothing_else() {
    let folder = Folder::with_documents().file("app/old.js", "1");
    let build = ["build", "documents", "--app", "app", "--out", "site"];
    folder.ok(&build);
    let folder = folder.file("site/CNAME", "talks.example");
    fs::remove_file(folder.path("app/old.js")).unwrap();
    folder.ok(&build);
    assert!(!folder.path("site/old.js").exists());
    assert!(folder.path("site/app-1.js").exists());
    assert_eq!(folder.text("site/CNAME"), "talks.example");
}

#[test]
fn a_site_among_the_documents_is_no_document() {
    let folder = Folder::with_documents();
    let build = ["build", "documents", "--app", "app", "--out", "documents/site"];
    folder.ok(&["prepare", "documents", "--out", "documents/talks.readout"]);
    folder.ok(&build);
    let page = folder.text("documents/site/index.html");
    let run = folder.ok(&build);
    assert!(run.err.contains("2 documents, "), "{}", run.err);
    assert_eq!(folder.text("documents/site/index.html"), page);
}

#[test]
fn hostile_documents_stay_text() {
    let hostile = "</script><script>alert(1)</script><img src=x onerror=alert(1)>";
    let escaped = hostile.replace('<', "&lt;").replace('>', "&gt;");
    let said = format!("The minister said {hostile} on Monday.");
    let front = |title: &str| format!("---\ntitle: '{title}'\nurl: 'javascript:alert(1)'\n---\n\n{said}\n");
    let page = format!("<html><head><title>{escaped}</title></head><body><p>{escaped}</p></body></html>");
    let line = serde_json::json!({ "title": format!("Talks {hostile}"), "text": said, "source": hostile });
    let folder = Folder::new()
        .document("plain.md", front(hostile))
        .document("escaped.md", front(&escaped))
        .document("page.html", page)
        .document("line.jsonl", line.to_string())
        .document("text.txt", format!("{hostile}\n\n{said}\n"));
    folder.ok(&["build", "documents", "--app", "app", "--out", "site"]);
    // The app's own: two that are named and the bundle; in one file the bundle, the wasm and the code.
    for page in ["site/index.html", "site/explorer.html"] {
        let page = folder.text(page);
        assert_eq!(page.matches("<script").count(), 3, "{page}");
        assert_eq!(page.matches("</script").count(), 3, "{page}");
        assert!(!page.contains("<img") && !page.contains("javascript:"), "{page}");
        assert!(page.contains("&lt;script&gt;alert(1)"), "{page}");
    }
}

#[test]
fn a_site_with_an_address_tells_others_of_itself() {
    let folder = Folder::with_documents();
    let build = ["build", "documents", "--app", "app", "--out", "site"];
    folder.ok(&build);
    assert!(!folder.path("site/oembed").exists() && !folder.text("site/index.html").contains("og:"));
    folder.ok(&[&build[..], &["--url", "https://news.example/talks"]].concat());
    let page = folder.text("site/index.html");
    for fact in [
        "property=\"og:image\" content=\"https://news.example/talks/card.png\"",
        "href=\"https://news.example/talks/oembed/explorer.json\"",
        "rel=\"manifest\" href=\"manifest.webmanifest\"",
        "data-worker=\"sw.js\"",
    ] {
        assert!(page.contains(fact), "{fact}: {page}");
    }
    assert!(folder.path("site/share/timeline.html").exists());
    // A new site without an address takes the old one's files away.
    folder.ok(&build);
    assert!(!folder.path("site/share/timeline.html").exists());
}

#[test]
fn the_same_folder_gives_the_same_site() {
    let folder = Folder::with_documents();
    let files = |site: &str| -> Vec<(String, Vec<u8>)> {
        folder.ok(&["build", "documents", "--app", "app", "--out", site, "--url", "https://news.example/"]);
        let list = folder.text(&format!("{site}/.readout-site"));
        list.lines().map(|name| (name.to_owned(), fs::read(folder.path(site).join(name)).unwrap())).collect()
    };
    let first = files("one");
    assert!(first.iter().any(|(name, _)| name == "index.html.br"));
    assert!(first == files("two"), "two runs differ");
}
