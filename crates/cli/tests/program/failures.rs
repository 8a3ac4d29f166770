//! What cannot be done is refused with status 1, the path, and what to do.

use std::fs;

use crate::folder::Folder;

fn check(folder: &Folder, arguments: &[&str], problem: &str, help: &str) {
    let run = folder.run(arguments);
    assert_eq!(run.status, 1, "{arguments:?}: {run:#?}");
    assert!(run.err.contains(problem), "{arguments:?}: {}", run.err);
    let (_, given) = run.err.split_once("help: ").unwrap_or_else(|| panic!("no help: {}", run.err));
    assert!(given.contains(help), "{arguments:?}: {given}");
}

#[test]
fn folders_that_cannot_be_prepared_are_refused() {
    let folder = Folder::with_documents().file("empty/notes.xyz", "?").file("file", "");
    for command in
        [&["prepare", "--out", "x.readout"][..], &["export"], &["build", "--out", "x", "--app", "app"]]
    {
        let on = |documents| [command, &[documents]].concat();
        check(&folder, &on("missing"), "cannot open missing: there is no such file or folder", "folder");
        check(&folder, &on("file"), "file is a file, not a folder", "folder");
        check(&folder, &on("empty"), "empty holds no document that can be used", ".txt, .md, .html");
    }
    assert!(!folder.path("x").exists() && !folder.path("x.readout").exists());
}

#[test]
#[cfg(unix)]
fn a_folder_for_temporary_files_that_is_gone_is_named() {
    let folder = Folder::with_documents();
    let mut program = folder.program(&["prepare", "documents", "--out", "x.readout"]);
    let output = program.env("TMPDIR", folder.path("gone")).output().unwrap();
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{err}");
    assert!(err.contains("cannot keep prepared documents") && err.contains("TMPDIR"), "{err}");
    assert!(!folder.path("x.readout").exists());
}

#[test]
fn a_mistyped_word_gets_the_one_that_was_meant() {
    let folder = Folder::with_documents();
    check(&folder, &["export", "docments"], "cannot open docments", "did you mean documents?");
    let deeper = folder.path("documnets").display().to_string();
    check(&folder, &["export", &deeper], "cannot open", "did you mean /");
    let meant = |arguments: &[&str], word: &str| {
        let run = folder.run(arguments);
        assert!(run.status == 2 && run.err.contains(word), "{run:#?}");
    };
    meant(&["chekc", "documents"], "'check'");
    meant(&["build", "documents", "--oot", "site"], "'--out'");
    meant(&["completions", "fsh"], "'fish'");
}

#[test]
fn apps_that_are_none_are_refused() {
    let folder = Folder::with_documents()
        .file("bare/app.js", "")
        .file("slotless/index.html", "<html><head><title>x</title></head></html>");
    let build = |app| ["build", "documents", "--out", "site", "--app", app];
    check(&folder, &build("missing"), "missing is not a built app: it has no index.html", "--app");
    check(&folder, &build("bare"), "bare is not a built app: it has no index.html", "--app");
    check(&folder, &build("slotless"), "has 0 elements `script#readout-bundle", "built from this version");
    assert!(!folder.path("site").exists());
}

#[test]
fn a_program_without_an_app_says_so() {
    if std::env::var_os("READOUT_EMBED").is_some() {
        eprintln!("skipped: READOUT_EMBED is set, so that this program carries an app");
        return;
    }
    let folder = Folder::with_documents();
    for command in [&["build", "documents", "--out", "site"][..], &["serve", "documents", "--port", "0"]] {
        check(&folder, command, "this build of readout carries no app", "make program");
    }
    assert!(!folder.path("site").exists());
}

#[test]
fn outputs_that_cannot_be_written_are_refused() {
    let folder = Folder::with_documents().file("file", "mine");
    check(&folder, &["prepare", "documents", "--out", "no/x.readout"], "cannot write no/x.readout", "--out");
    check(&folder, &["prepare", "documents", "--out", "app"], "cannot write app: it is a folder", "--out");
    check(&folder, &["export", "documents", "--out", "no/x.json"], "cannot write no/x.json", "--out");
    let build = |site| ["build", "documents", "--app", "app", "--out", site];
    check(&folder, &build("file"), "cannot write the site to file", "--out");
    check(&folder, &build("file/site"), "cannot write the site to file/site", "--out");
    assert_eq!(folder.text("file"), "mine");
}

#[test]
fn documents_are_never_written_over() {
    let folder = Folder::with_documents();
    let before = folder.text("documents/island.txt");
    for command in ["prepare", "export"] {
        let arguments = [command, "documents", "--out", "documents/../documents/island.txt"];
        check(&folder, &arguments, "it stands among the documents", "outside the folder");
    }
    assert_eq!(folder.text("documents/island.txt"), before);
}

#[test]
fn other_peoples_files_are_never_touched() {
    let folder = Folder::with_documents().file("mine/notes.txt", "mine").file("mine/index.html", "mine");
    let build = |site| ["build", "documents", "--app", "app", "--out", site];
    check(&folder, &build("mine"), "mine holds files and no site that Readout wrote", "--out");
    check(&folder, &build("documents"), "documents holds files and no site", "--out");
    assert_eq!(fs::read_dir(folder.path("mine")).unwrap().count(), 2);
    assert_eq!(folder.text("mine/index.html"), "mine");

    // A file that came into our own site, under a name that the next one needs.
    folder.ok(&build("site"));
    let folder = folder.file("site/new.js", "mine").file("app/new.js", "1");
    check(&folder, &build("site"), "a file that Readout did not write and will not replace: new.js", "--out");
    assert_eq!(folder.text("site/new.js"), "mine");
}

#[test]
fn a_list_that_leads_out_of_the_site_deletes_nothing() {
    let folder = Folder::with_documents().file("precious", "mine");
    let build = ["build", "documents", "--app", "app", "--out", "site"];
    folder.ok(&build);
    let outside = folder.path("precious").display().to_string();
    let list = format!("{}../precious\n{outside}\n", folder.text("site/.readout-site"));
    let folder = folder.file("site/.readout-site", list);
    folder.ok(&build);
    assert_eq!(folder.text("precious"), "mine");
}
