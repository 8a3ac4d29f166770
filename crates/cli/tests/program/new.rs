//! What `readout new` makes, and what it leaves alone.

use std::fs;

use crate::folder::Folder;

#[test]
fn an_empty_corpus_is_ready_for_the_next_two_commands() {
    let folder = Folder::new();
    for name in ["talks", "two words", "deep/er"] {
        let run = folder.ok(&["new", name]);
        let word = if name.contains(' ') { format!("'{name}'") } else { name.to_owned() };
        for command in ["check", "serve"] {
            assert!(run.out.contains(&format!("  readout {command} {word} ")), "{}", run.out);
        }
        folder.ok(&["check", name]);
        folder.ok(&["build", name, "--app", "app", "--out", &format!("site of {name}")]);
    }
    assert!(folder.text("talks/corpus.toml").contains("title = \"Talks\"\n"));
    assert!(folder.text("talks/example.md").contains("Delete it"));
}

#[test]
fn documents_that_are_there_are_found_and_left_alone() {
    let folder = Folder::with_documents();
    let before = folder.text("documents/island.txt");
    let run = folder.ok(&["new", "documents"]);
    assert!(run.err.contains("2 documents, "), "{}", run.err);
    let settings = folder.text("documents/corpus.toml");
    assert!(settings.contains("# 1 document\n[[source]]\nname = \"Harbour Ministry\"\n"), "{settings}");
    assert_eq!(folder.text("documents/island.txt"), before);
    assert_eq!(fs::read_dir(folder.path("documents")).unwrap().count(), 3);
    let run = folder.ok(&["prepare", "documents", "--out", "x.readout"]);
    assert!(!run.err.contains("corpus.toml"), "{}", run.err);
}

#[test]
fn nothing_is_written_over() {
    let folder = Folder::with_documents().document("corpus.toml", "title = \"Mine\"\n").file("file", "mine");
    folder.ok(&["build", "documents", "--app", "app", "--out", "site"]);
    let check = |name: &str, problem: &str| {
        let run = folder.run(&["new", name]);
        assert_eq!(run.status, 1, "{run:#?}");
        assert!(run.err.contains(problem) && run.err.contains("help: "), "{}", run.err);
    };
    check("documents", "corpus.toml is there already; nothing was changed");
    check("site", "is a site that Readout built");
    check("file", "cannot open file: ");
    assert_eq!(folder.text("documents/corpus.toml"), "title = \"Mine\"\n");
    assert_eq!(folder.text("file"), "mine");
    assert!(!folder.path("site/corpus.toml").exists());
}
