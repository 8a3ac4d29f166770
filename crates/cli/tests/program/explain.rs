//! What `readout explain` prints, and corrections on their way from a file beside a text to the export.

use serde_json::Value;

use crate::folder::Folder;

const TALKS: &str = "---\ntitle: Talks on ferries\nsource: Xinhua\npublished: 2019-05-04\n---\n\n\
    Chinese President Xi Jinping met French President Emmanuel Macron in Beijing on May 3, 2019.\n\n\
    Xi said that the harbour is open. The ferries sail in June.\n";

fn talks() -> Folder {
    Folder::new().document("ministry/talks.md", TALKS)
}

#[test]
fn a_sentence_comes_with_its_marks_and_the_lines_that_correct_them() {
    let folder = talks();
    let out = folder.ok(&["explain", "documents", "talks:2"]).out;
    for part in [
        "Talks on ferries\n",
        "talks · ministry/talks.md · Xinhua (speaks for China) · published 2019-05-04",
        "     meeting       2019-05-03, Beijing: Xi Jinping, Emmanuel Macron; sentences 1–3\n",
        "  2  Xi said that the harbour is open.\n     statement     Xi Jinping: own side, indirect\n",
        " · “said” · 97 of 100 · statement-",
        "put its lines into ministry/talks.toml",
        "[[correction]]\nquote = \"Xi said that the harbour is open.\"\nspeakers = [\"Xi Jinping\"]\n",
    ] {
        assert!(out.contains(part), "no “{part}” in\n{out}");
    }
    let json: Value =
        serde_json::from_str(&folder.ok(&["explain", "documents", "talks.md", "--format", "json"]).out)
            .unwrap();
    assert_eq!(json["sentences"].as_array().unwrap().len(), 4);
    assert_eq!(json["sentences"][2]["marks"][0]["layer"], "statement");
    assert_eq!(json["meetings"][0]["origin"], "rule");
}

#[test]
fn what_there_is_not_is_told_with_what_there_is() {
    let folder = talks();
    let fails = |what: &str, words: &[&str]| {
        let run = folder.run(&["explain", "documents", what]);
        assert!(run.status == 1 && words.iter().all(|words| run.err.contains(words)), "{run:#?}");
    };
    fails("tlaks", &["called “tlaks”", "did you mean talks?"]);
    fails("tlaks:2", &["called “tlaks”", "did you mean talks?"]);
    fails("talks:9", &["has no sentence 9", "1 to 3; 0 is the title"]);
    fails("bread", &["`readout export DIR` lists the documents"]);
}

#[test]
fn a_correction_beside_a_text_reaches_the_export_with_its_id_and_origin() {
    let export = |folder: &Folder| -> Value {
        serde_json::from_str(&folder.ok(&["export", "documents"]).out).unwrap()
    };
    let statement = |export: &Value, sentence: u32| {
        let all = export["statements"].as_array().unwrap();
        all.iter().find(|statement| statement["sentence"] == sentence).cloned().unwrap_or_default()
    };
    let before = export(&talks());
    let toml = "[[correction]]\nquote = \"Xi said that\"\nspeakers = [\"Emmanuel Macron\"]\n\n\
        [[correction]]\nquote = \"The ferries sail\"\nspeakers = [\"Xi Jinping\"]\n\n\
        [[correction]]\nquote = \"The bridge is closed\"\nspeakers = [\"Xi Jinping\"]\n";
    let folder = talks().document("ministry/talks.toml", toml);
    let after = export(&folder);
    let (old, new) = (statement(&before, 2), statement(&after, 2));
    assert_eq!(
        (&new["id"], new["speakers"][0].as_str(), new["origin"].as_str()),
        (&old["id"], Some("Emmanuel Macron"), Some("editor"))
    );
    assert_eq!(new["voice"], "counterpart");
    assert_eq!(statement(&after, 3)["speakers"][0], "Xi Jinping");
    let check = folder.run(&["check", "documents"]);
    let stale = "ministry/talks.toml:9: warning: the correction of “The bridge is closed” no longer matches: these \
        words are not there (in ministry/talks.md) [correction]";
    assert!(check.status == 1 && check.out.contains(stale), "{check:#?}");
    assert!(
        folder.ok(&["explain", "documents", "talks:2"]).out.contains("by an editor · “ministry/talks.toml”")
    );
}

#[test]
fn a_file_of_corrections_beside_nothing_is_named() {
    let folder = talks().document("ministry/tals.toml", "").document("deep/corpus.toml", "");
    let run = folder.run(&["check", "documents"]);
    assert!(
        run.out.contains("ministry/tals.toml: error: no document of this name stands beside it"),
        "{run:#?}"
    );
    assert!(!run.out.contains("deep/corpus.toml"), "{run:#?}");
}
