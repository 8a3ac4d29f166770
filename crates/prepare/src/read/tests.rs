use super::*;

fn problems(reading: &Reading) -> Vec<(Option<u32>, &str)> {
    reading.warnings.iter().map(|w| (w.line, w.problem.as_str())).collect()
}

#[test]
fn broken_files_become_warnings_and_no_document() {
    let check = |file: &str, bytes: &[u8], line: Option<u32>, words: &str| {
        let reading = read(file, bytes);
        assert_eq!(reading.documents.len(), 0, "{file}");
        let found = problems(&reading);
        assert_eq!(found.len(), 1, "{file}: {found:?}");
        assert_eq!(found[0].0, line, "{file}");
        assert!(found[0].1.contains(words), "{file}: {found:?}");
        assert!(!reading.warnings[0].remedy.is_empty());
    };
    check("a.txt", b"", None, "empty");
    check("a.txt", b" \n\t\n", None, "empty");
    check("a.txt", "\u{3000}\n".as_bytes(), None, "empty");
    check("a.jsonl", "\u{feff}\n".as_bytes(), None, "empty");
    check("a.txt", b"one\ntwo \xff\xfa three", Some(2), "not UTF-8 (byte 8)");
    check("a.md", b"one\x00two", Some(1), "binary");
    check("a.pdf", b"%PDF", None, "no kind of document");
    check("a", b"words", None, "no kind of document");
    check("a.html", b"<p>\xff</p>", Some(1), "not UTF-8");
    check("a.jsonl", b"[1]", Some(1), "no JSON object");
    check("a.jsonl", b"{\"title\": \"x\"}", Some(1), "no text");
}

#[test]
fn settings_and_hidden_files_are_passed_over_in_silence() {
    for file in ["corpus.toml", "deep/corpus.toml", ".gitignore", "deep/.hidden.txt"] {
        assert_eq!(read(file, b"anything"), Reading::default(), "{file}");
    }
}

#[test]
fn a_bad_line_takes_no_other_with_it() {
    let mut bytes =
        b"{\"text\": \"One.\", \"date\": \"2020-01-02\"}\n{\"text\": \n{\"body\": \"\xff\"}\n".to_vec();
    bytes.extend_from_slice(b"{\"text\": \"");
    bytes.extend(std::iter::repeat_n(b'x', LONGEST_LINE));
    bytes.extend_from_slice(b"\"}\n\n{\"content\": \"Two.\", \"publisher\": \"The ministry\"}");
    let reading = read("many.jsonl", &bytes);
    let lines: Vec<_> = reading.documents.iter().map(|d| (d.line, d.text.as_str())).collect();
    assert_eq!(lines, [(Some(1), "One."), (Some(6), "Two.")]);
    assert_eq!(reading.documents[0].facts["published"], "2020-01-02");
    assert_eq!(reading.documents[1].facts["source"], "The ministry");
    let at: Vec<_> = problems(&reading).iter().map(|p| p.0).collect();
    assert_eq!(at, [Some(2), Some(3), Some(4)]);
}

#[test]
fn a_line_over_the_limit_is_left_out_of_a_text() {
    let text = format!("First line.\n{}\nLast line.", "y".repeat(LONGEST_LINE + 1));
    let reading = read("a.txt", text.as_bytes());
    assert_eq!(reading.documents[0].text, "First line.\n\nLast line.\n");
    assert!(!reading.documents[0].placed);
    assert_eq!(problems(&reading)[0].0, Some(2));
}

#[test]
fn marked_and_declared_encodings_are_decoded() {
    let check = |file: &str, bytes: &[u8], words: &str, placed: bool| {
        let reading = read(file, bytes);
        assert_eq!(reading.warnings, [], "{file}");
        assert!(reading.documents[0].text.contains(words), "{file}: {:?}", reading.documents[0].text);
        assert_eq!(reading.documents[0].placed, placed, "{file}");
    };
    let utf16: Vec<u8> = "\u{feff}会谈".encode_utf16().flat_map(u16::to_le_bytes).collect();
    check("a.txt", &utf16, "会谈", false);
    check("a.html", &utf16, "会谈", false);
    check("a.txt", "\u{feff}会谈".as_bytes(), "会谈", true);
    check("a.html", b"<meta charset=\"gbk\"><p>\xbb\xe1\xcc\xb8", "会谈", false);
    check("a.html", "<meta charset=\"euc-kr\"><p>双方同意".as_bytes(), "双方同意", false);
    check("a.html", b"<meta content='text/html; charset=euc-kr'><p>\xc8\xb8\xb4\xe3", "회담", false);
}

#[test]
fn what_is_wrong_in_front_matter_is_told_with_its_line_in_the_file() {
    let check = |text: &str, line: u32, words: &str| {
        let reading = read("a.md", text.as_bytes());
        let found = problems(&reading);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].0, Some(line), "{found:?}");
        assert!(found[0].1.contains(words) && !found[0].1.contains("line "), "{found:?}");
    };
    check("---\nsource: A\ntitle: [a\n---\nBody", 3, "not valid YAML (unclosed bracket");
    check("---\nsource: A\ntitle: a: b\n---\nBody", 3, "not valid YAML (");
    check("---\nsource: A\r\r\r\rtitle: [a\n---\nBody", 2, "not valid YAML (unclosed bracket");
    check("+++\nsource = \"A\"\ntitle = \n+++\nBody", 3, "not valid TOML (");
    check("---\ntitle: a\n\nBody", 1, "never closed");
}

#[test]
fn front_matter_gives_facts_and_the_text_after_it() {
    let check = |text: &str, key: &str, expect: Option<&str>, body: &str, warnings: usize| {
        let reading = read("a.md", text.as_bytes());
        let document = &reading.documents[0];
        assert_eq!(document.facts.get(key).map(String::as_str), expect, "{text}");
        assert_eq!(&document.text[document.body_at..], body, "{text}");
        assert_eq!(reading.warnings.len(), warnings, "{text}: {:?}", reading.warnings);
    };
    check("---\ntitle: \"On\\_it\"\n---\nBody", "title", Some("On\u{a0}it"), "Body", 0);
    check("---\ntitle: \"A: \\u2019b\"\n---\nBody", "title", Some("A: ’b"), "Body", 0);
    check("---\ntitle: A\\\n---\nBody", "title", Some("A\\"), "Body", 0);
    check("---\r\ndate: 2020-01-02\r\n---\r\nBody", "published", Some("2020-01-02"), "Body", 0);
    check("---\ndate: 2020-01-02\npublished: 2020-01-01\n---\n", "published", Some("2020-01-01"), "", 0);
    check("---\ndateline: {place: Seoul}\n---\nB", "dateline_place", Some("Seoul"), "B", 0);
    check("---\nsource: https://example.org/a\n---\nB", "url", Some("https://example.org/a"), "B", 0);
    check("---\ntitle: A\nno end", "title", None, "---\ntitle: A\nno end", 1);
    check("---\n[broken\n---\nB", "title", None, "---\n[broken\n---\nB", 1);
    check("---\ntitle: \"A\"\nauthor: \n\t\tB\n---\nC", "title", Some("A"), "C", 1);
    check("Words\n---\nmore", "title", None, "Words\n---\nmore", 0);
}

#[test]
fn the_hash_is_that_of_the_bytes() {
    let reading = read("a.txt", b"abc");
    let expect = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(reading.documents[0].sha256, expect);
}

#[test]
fn a_page_that_no_parser_can_follow_is_left_out() {
    let check =
        |page: &str, expect: usize| assert_eq!(read("a.html", page.as_bytes()).documents.len(), expect);
    let nested = |tag: &str, times: usize| format!("{}The minister spoke.", format!("<{tag}>").repeat(times));
    check(&nested("div", 20_000), 0);
    check(&nested("div></p", 20_000), 0);
    check(&nested("p", 20_000), 1);
    check(&nested("br", 20_000), 1);
    check(&nested("b></b", 20_000), 1);
    check(&format!("<script>{}</script>The minister spoke.", "i<n;".repeat(20_000)), 1);
    check(&nested("div", 100), 1);
}
