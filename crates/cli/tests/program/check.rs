//! What `readout check` prints, as text and as data, and its exit status.

use serde_json::{Value, json};

use crate::folder::Folder;

#[test]
fn findings_are_data_with_file_line_and_remedy() {
    let folder = Folder::new()
        .document("talks.txt", "Talks\n\nThe harbour is open.\n\nForeign Minister Ruritan Strelsau said that ferries would sail.\n")
        .document("sheet.xlsx", "?")
        .document("lines.jsonl", "{\"title\": \"One\", \"text\": \"The ministers spoke.\", \"published\": \"2019-05-04\"}\n\n{\"title\": \"Two\", \"text\": \"The ministers left.\"}\n");
    let run = folder.run(&["check", "documents", "--format", "json"]);
    assert_eq!(run.status, 1, "{run:#?}");
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((&report["format"], &report["documents"]), (&json!(1), &json!(3)));
    let of = |kind: &str| -> Vec<(Value, Value, Value)> {
        let findings = report["findings"].as_array().unwrap().iter().filter(|f| f["kind"] == kind);
        findings.map(|f| (f["severity"].clone(), f["file"].clone(), f["line"].clone())).collect()
    };
    assert_eq!(of("file"), [(json!("error"), json!("sheet.xlsx"), Value::Null)]);
    assert_eq!(of("unknown-name"), [(json!("warning"), json!("talks.txt"), json!(5))]);
    let dateless = of("no-date");
    assert!(dateless.contains(&(json!("warning"), json!("lines.jsonl"), json!(3))), "{dateless:?}");
    assert!(dateless.contains(&(json!("warning"), json!("talks.txt"), Value::Null)), "{dateless:?}");
    for finding in report["findings"].as_array().unwrap() {
        assert!(finding["remedy"].as_str().unwrap().len() > 3, "{finding}");
    }
}

#[test]
fn findings_are_lines_to_read_and_to_paste() {
    let talks = "Talks\n\nForeign Minister Ruritan Strelsau said that ferries would sail.\n";
    let folder = (0..7).fold(Folder::new().document("a.txt", talks), |folder, n| {
        folder.document(
            &format!("more/{n}.txt"),
            format!("Call number {n}\n\nThe ministers spoke {n} times.\n"),
        )
    });
    let run = folder.run(&["check", "documents"]);
    assert_eq!(run.status, 1, "{run:#?}");
    let name = "a.txt:3: warning: “Ruritan Strelsau” is in no list of names, and speaks or takes part in a meeting \
        [unknown-name]\n  “Foreign Minister Ruritan Strelsau said that ferries would sail.”\n  remedy: say who they are; \
        in corpus.toml:\n    [[person]]\n    name = \"Ruritan Strelsau\"\n";
    assert!(run.out.contains(name), "{}", run.out);
    assert!(run.out.contains("… and 3 more of no-date (--all-warnings)"), "{}", run.out);
    assert!(run.out.lines().last().unwrap().starts_with("8 documents: 0 errors, "), "{}", run.out);
    let all = folder.run(&["check", "documents", "--all-warnings"]).out;
    assert!(all.contains("more/6.txt: warning: it is not known when") && !all.contains("… and"), "{all}");
}

#[test]
fn the_exit_status_says_what_was_found() {
    let whole = "---\ntitle: Talks\nsource: Reuters\npublished: 2019-05-04\n---\n\nThe ministers spoke.\n";
    let folder = Folder::new().document("a.md", whole).file("empty/.keep", "").file("only/sheet.xlsx", "?");
    let check = |documents: &str, status: i32| {
        let run = folder.run(&["check", documents]);
        assert_eq!(run.status, status, "{documents}: {run:#?}");
        run
    };
    check("documents", 0);
    assert!(check("only", 1).out.contains("sheet.xlsx: error: no kind of document"));
    assert!(check("missing", 2).err.contains("cannot open missing"));
    assert!(check("empty", 2).err.contains("holds no document"));
    assert_eq!(folder.run(&["check", "--format", "xml", "documents"]).status, 2);
}
