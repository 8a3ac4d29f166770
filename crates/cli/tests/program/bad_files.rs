//! Files that cannot be read: each is named with what to do, and the rest builds.

use std::fs;

use crate::folder::Folder;

/// A line that no text has, made here because it has no place in a repository.
fn endless_line() -> Vec<u8> {
    let mut bytes = b"A title\n\nThe minister spoke.\n\n".to_vec();
    bytes.resize(bytes.len() + 50_000_000, b'x');
    bytes
}

#[test]
fn every_bad_file_is_named_and_the_rest_builds() {
    let folder = Folder::with_documents()
        .document("latin.txt", b"A title\n\nThe minister spoke in the caf\xe9.\n")
        .document("empty.txt", "")
        .document("binary.txt", b"GIF89a\0\0\0")
        .document("endless.txt", endless_line())
        .document(
            "lines.jsonl",
            "{\"title\": \"A call\", \"text\": \"The ministers spoke.\"}\n{\"title\": \n",
        )
        .document("values.jsonl", "[1, 2]\n{\"text\": 5}\n")
        .document("front.md", "---\ntitle: [a\n---\n\nThe minister spoke of trade.\n")
        .document("script.html", "<html><body><script>1</script></body></html>")
        .document("deep.html", format!("{}The minister spoke.", "<div>".repeat(100_000)))
        .document(
            "times.txt",
            format!("A title\n\nHe spoke on{}.\n", " 2017-99-99 999999999999 May".repeat(300)),
        )
        .document(
            "wide.txt",
            "\u{feff}A title\n\nThe minister spoke."
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect::<Vec<_>>(),
        )
        .document("sheet.xlsx", b"PK\x03\x04")
        .document("corpus.toml", "title = \n")
        .document(".hidden", "not looked at");
    #[cfg(unix)]
    std::os::unix::fs::symlink("nowhere", folder.path("documents/lost.txt")).unwrap();
    let run = folder.ok(&["prepare", "documents", "--out", "talks.readout"]);

    let check = |place: &str, problem: &str| {
        let mut lines = run.err.lines().skip_while(|line| !line.starts_with(&format!("{place}: ")));
        let line = lines.next().unwrap_or_else(|| panic!("{place} is not named:\n{}", run.err));
        assert!(line.contains(problem), "{line}");
        let remedy = lines.next().unwrap_or_default();
        assert!(remedy.starts_with("  remedy: ") && remedy.len() > 15, "{remedy}");
    };
    check("latin.txt:3", "not UTF-8");
    check("empty.txt", "empty");
    check("binary.txt:1", "binary");
    check("endless.txt:5", "50000000 bytes");
    check("lines.jsonl:2", "");
    check("values.jsonl:1", "no JSON object");
    check("values.jsonl:2", "");
    check("front.md:2", "not valid YAML");
    check("script.html", "no sentences");
    check("deep.html", "deep in each other");
    check("sheet.xlsx", "no kind of document");
    check("corpus.toml:1", "");
    #[cfg(unix)]
    check("lost.txt", "there is no such file");
    assert!(!run.err.contains(".hidden"), "{}", run.err);
    assert!(run.err.lines().last().unwrap().contains("8 documents, "), "{}", run.err);
}

#[test]
#[cfg(unix)]
fn a_file_that_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::with_documents().document("secret.txt", "A title\n\nNobody may read this.\n");
    let path = folder.path("documents/secret.txt");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        eprintln!("skipped: this user may read every file");
        return;
    }
    let run = folder.ok(&["prepare", "documents", "--out", "talks.readout"]);
    assert!(run.err.contains("secret.txt: cannot be read: permission denied\n  remedy: "), "{}", run.err);
}

#[test]
fn what_a_browser_saves_beside_a_page_is_no_document() {
    let page = "<title>Talks</title><h1>Talks</h1><p>The ministers spoke about the ferries on Monday.</p>";
    let folder = Folder::new()
        .document("talks.html", page)
        .document("talks_files/style.css", "body { margin: 0 }")
        .document("press_files/notes.css", "not of a page");
    let run = folder.ok(&["prepare", "documents", "--out", "talks.readout"]);
    assert!(!run.err.contains("style.css") && run.err.contains("press_files/notes.css"), "{}", run.err);
    assert!(run.err.contains("1 document, "), "{}", run.err);
}

#[test]
#[cfg(unix)]
fn a_folder_that_leads_into_itself_is_walked_once() {
    let folder = Folder::with_documents();
    std::os::unix::fs::symlink("..", folder.path("documents/loop")).unwrap();
    let run = folder.ok(&["prepare", "documents", "--out", "talks.readout"]);
    assert!(run.err.contains("a folder that it is in"), "{}", run.err);
}
