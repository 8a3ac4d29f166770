//! The same documents give the same bytes.

use std::fs;

use crate::folder::Folder;

/// Twelve documents, written in the order of the numbers.
fn corpus(numbers: impl Iterator<Item = u32>) -> Folder {
    numbers.fold(Folder::with_documents(), |folder, n| {
        let text =
            format!("Call number {n}\n\nOn May {n}, 2019 the ministers spoke. They agreed to speak again.\n");
        folder.document(&format!("calls/{n:02}.txt"), text)
    })
}

#[test]
fn two_runs_and_two_orders_on_disk_give_the_same_bytes() {
    let (forth, back) = (corpus(1..=12), corpus((1..=12).rev()));
    let bundle = |folder: &Folder| {
        folder.ok(&["prepare", "documents", "--out", "talks.readout"]);
        fs::read(folder.path("talks.readout")).unwrap()
    };
    let page = |folder: &Folder| {
        folder.ok(&["build", "documents", "--app", "app", "--out", "site"]);
        folder.text("site/index.html")
    };
    let first = bundle(&forth);
    assert!(first == bundle(&forth), "two runs differ");
    assert!(first == bundle(&back), "the order on disk shows");
    assert!(page(&forth) == page(&back), "the pages differ");
}

#[test]
fn other_words_give_other_bytes() {
    let folder = Folder::with_documents();
    folder.ok(&["prepare", "documents", "--out", "one"]);
    let folder = folder.document("island.txt", "Another title\n\nThe minister said something else.\n");
    folder.ok(&["prepare", "documents", "--out", "two"]);
    assert!(fs::read(folder.path("one")).unwrap() != fs::read(folder.path("two")).unwrap());
}
