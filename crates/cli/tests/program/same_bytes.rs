//! The same documents give the same bytes.

use std::fs;

use readout_cli::cache::Caching;

use crate::folder::Folder;

/// Documents about calls, written in the order of the numbers.
fn corpus(numbers: impl Iterator<Item = u32>) -> Folder {
    numbers.fold(Folder::with_documents(), |folder, n| {
        let text = format!(
            "Call number {n}\n\nOn May {}, 2019 the ministers spoke. They agreed to speak again.\n",
            n % 28 + 1
        );
        folder.document(&format!("calls/{n:03}.txt"), text)
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

#[test]
fn a_bundle_that_is_streamed_is_the_one_that_is_made_in_memory() {
    // More documents than are made ready at once.
    let folder = corpus(1..=270);
    folder.ok(&["prepare", "documents", "--out", "talks.readout", "--no-cache"]);
    let prepared = readout_cli::folder::prepare(&folder.path("documents"), Caching::Off).unwrap();
    let made = readout_cli::folder::bundle(&prepared.corpus).unwrap();
    assert!(fs::read(folder.path("talks.readout")).unwrap() == made);
}
