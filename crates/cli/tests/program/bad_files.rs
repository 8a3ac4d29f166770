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
        .document("nul.txt", "A title\n\nThe minister spoke.\0\n")
        .document("marks.txt", "\u{3000}\n")
        .document("mandarin.txt", b"\xbb\xe1\xcc\xb8\n\n\xcb\xab\xb7\xbd\xcd\xac\xd2\xe2\xa1\xa3\n")
        .document("korean.txt", b"\xc8\xb8\xb4\xe3\n\n\xc8\xb8\xb4\xe3\xc0\xbb \xc7\xdf\xb4\xd9.\n")
        .document(
            "says-korean.html",
            b"<meta charset=\"euc-kr\"><h1>Talks</h1><p>The minister spoke in the caf\xe9 of it.",
        )
        .document("half.txt", b"\xff\xfeA\0 \0t\0i\0t\0l\0e\0\n\0\n\0H\0e\0 \0s\0p\0o\0k\0e\0.\0\x41")
        .document("front.md", "---\nside: A\ntitle: [a\n---\n\nThe minister spoke of trade.\n")
        .document("open.md", "---\ntitle: Talks\n\nThe minister spoke of trade.\n")
        .document("toml.md", "+++\ntitle = \n+++\n\nThe minister spoke of trade.\n")
        .document("soon.md", "---\npublished: soon\n---\n\nThe minister spoke of trade.\n")
        .document("island.toml", "[[correction]\n")
        .document("nobody.toml", "[[correction]]\nquote = \"a\"\nremove = \"date\"\n")
        .document("harbour.md.toml", b"\xff\xfe")
        .document("menu.html", "<html><body><nav><a href=\"/\">Home</a></nav></body></html>")
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
    let run = folder.ok(&["prepare", "documents", "--out", "talks.readout", "--all-warnings"]);

    let check = |place: &str, problem: &str| {
        let mut lines = run.err.lines().skip_while(|line| !line.starts_with(&format!("{place}: ")));
        let line = lines.next().unwrap_or_else(|| panic!("{place} is not named:\n{}", run.err));
        assert!(line.contains(problem), "{line}");
        // Files with one problem stand together above its remedy.
        let remedy = lines.find(|line| line.starts_with(' ')).unwrap_or_default();
        assert!(remedy.starts_with("  remedy: ") && remedy.len() > 15, "{remedy}");
    };
    check("latin.txt:3", "not UTF-8");
    check("empty.txt", "empty");
    check("binary.txt:1", "binary");
    check("endless.txt:5", "50000000 bytes");
    check("lines.jsonl:2", "");
    check("values.jsonl:1", "no JSON object");
    check("values.jsonl:2", "");
    check("nul.txt:3", "binary");
    check("marks.txt", "empty");
    check("mandarin.txt:1", "not UTF-8");
    check("korean.txt:1", "not UTF-8");
    check("says-korean.html", "not EUC-KR, which it says it is");
    check("half.txt", "not UTF-16LE");
    check("front.md:3", "not valid YAML");
    check("open.md:1", "never closed");
    check("toml.md:2", "not valid TOML");
    check("soon.md", "“soon” is no date");
    check("island.toml:1", "unclosed array table");
    check("nobody.toml", "no document of this name");
    check("harbour.md.toml", "not UTF-8");
    check("script.html", "no sentences");
    check("menu.html", "no sentences");
    check("deep.html", "deep in each other");
    check("sheet.xlsx", "no kind of document");
    check("corpus.toml:1", "");
    #[cfg(unix)]
    check("lost.txt", "there is no such file");
    assert!(!run.err.contains(".hidden"), "{}", run.err);
    assert!(run.err.lines().last().unwrap().contains("14 documents, "), "{}", run.err);
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

#[test]
#[cfg(unix)]
fn what_is_no_file_of_text_is_named_and_never_waited_for() {
    use std::os::unix::fs::symlink;
    let folder =
        Folder::with_documents().document("folder.txt/talks.txt", "A title\n\nThe minister spoke.\n");
    fs::create_dir(folder.path("documents/island.toml")).unwrap();
    symlink("there.txt", folder.path("documents/here.txt")).unwrap();
    symlink("here.txt", folder.path("documents/there.txt")).unwrap();
    let pipe = std::process::Command::new("mkfifo").arg(folder.path("documents/pipe.txt")).status();
    let run = folder.ok(&["prepare", "documents", "--out", "talks.readout"]);
    for name in ["here.txt", "there.txt"] {
        let named = format!("{name}: cannot be read: Too many levels of symbolic links\n");
        assert!(run.err.contains(&named), "{}", run.err);
    }
    if pipe.is_ok_and(|status| status.success()) {
        assert!(
            run.err.contains("pipe.txt: cannot be read: it is no ordinary file\n  remedy: "),
            "{}",
            run.err
        );
    }
    assert!(run.err.contains("3 documents, ") && !run.err.contains("folder.txt"), "{}", run.err);
}

#[test]
#[cfg(target_os = "linux")]
fn documents_may_have_any_name() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let folder = Folder::new();
    let names: [&[u8]; 5] =
        [b"in the harbour.txt", b"two\nlines.txt", b"caf\xe9.txt", b"caf\xe8.txt", b"\x1b[31m.xyz"];
    for (n, name) in names.into_iter().enumerate() {
        let text = format!("Talks number {n}\n\nThe ministers spoke of ferry number {n} on Monday.\n");
        fs::write(folder.path("documents").join(OsStr::from_bytes(name)), text).unwrap();
    }
    let run = folder.ok(&["prepare", "documents", "--out", "talks.readout"]);
    assert!(run.err.contains("\u{fffd}[31m.xyz: no kind of document"), "{}", run.err);
    assert!(!run.err.contains('\u{1b}') && run.err.contains("4 documents, "), "{}", run.err);
    let run = folder.ok(&["export", "documents", "--format", "json"]);
    for title in (0..4).map(|n| format!("\"Talks number {n}\"")) {
        assert!(run.out.contains(&title), "{title}: {}", run.out);
    }
}

#[test]
fn documents_of_one_name_are_both_there() {
    let talks = |n: u32| format!("Talks number {n}\n\nThe ministers spoke of ferry number {n} on Monday.\n");
    let folder = Folder::new().document("a/talks.txt", talks(1)).document("b/talks.md", talks(2));
    let run = folder.ok(&["export", "documents", "--format", "json"]);
    assert!(run.out.contains("\"talks\"") && run.out.contains("\"talks-2\""), "{}", run.out);
}

#[test]
fn a_line_of_the_settings_that_is_wrong_costs_that_line() {
    let settings = "title = \"Ferries\"\nrights = \"sometimes\"\n\n[[person]]\nname = 5\n";
    let folder = Folder::with_documents().document("corpus.toml", settings);
    let run = folder.ok(&["export", "documents", "--format", "json"]);
    for place in ["corpus.toml:2: ", "corpus.toml:5: "] {
        let (_, rest) = run.err.split_once(place).unwrap_or_else(|| panic!("{place}: {}", run.err));
        assert!(rest.lines().nth(1).is_some_and(|line| line.starts_with("  remedy: ")), "{}", run.err);
    }
    assert!(run.err.contains("2 documents, "), "{}", run.err);
}
