//! What was prepared before is not prepared again, and nobody can tell from what is written.

use std::collections::BTreeMap;
use std::fs;
use std::time::SystemTime;

use crate::folder::Folder;

const LINES: &str = "{\"title\": \"A call\", \"text\": \"The ministers spoke on May 2, 2019.\"}\n\
    {\"title\": \"A talk\", \"text\": \"The envoys said that trade grew.\"}\n";

fn corpus() -> Folder {
    Folder::with_documents().document("lines.jsonl", LINES)
}

/// The bytes of the bundle of a folder.
fn bundle(folder: &Folder, more: &[&str]) -> Vec<u8> {
    folder.ok(&[&["prepare", "documents", "--out", "talks.readout"], more].concat());
    fs::read(folder.path("talks.readout")).unwrap()
}

/// The files of the cache, with the time when each was written.
fn cached(folder: &Folder) -> BTreeMap<String, SystemTime> {
    let all = walkdir::WalkDir::new(folder.path("cache")).into_iter().filter_map(Result::ok);
    let files = all.filter(|entry| entry.file_type().is_file());
    let row = |entry: walkdir::DirEntry| {
        (entry.path().display().to_string(), entry.metadata().unwrap().modified().unwrap())
    };
    files.map(row).collect()
}

#[test]
fn the_cache_changes_no_byte() {
    let folder = corpus();
    let without = bundle(&folder, &["--no-cache"]);
    assert!(cached(&folder).is_empty(), "--no-cache keeps nothing");
    assert!(bundle(&folder, &[]) == without, "the run that fills it");
    assert!(bundle(&folder, &[]) == without, "the run that reads it");
}

#[test]
fn what_did_not_change_is_not_prepared_again() {
    let folder = corpus();
    bundle(&folder, &[]);
    let first = cached(&folder);
    assert_eq!(first.len(), 3, "one for each file");
    bundle(&folder, &[]);
    assert_eq!(cached(&folder), first);
    // A changed document is prepared, and what it was before is forgotten.
    let folder = folder.document("island.txt", "Another title\n\nThe minister said something else.\n");
    bundle(&folder, &[]);
    let second = cached(&folder);
    let kept = first.iter().filter(|(name, written)| second.get(*name) == Some(written)).count();
    assert_eq!((kept, second.len()), (2, 3));
    // What an editor says counts for a document, or for all.
    let folder = folder.document("island.toml", "[[meeting]]\ndate = \"2019-05-03\"\n");
    bundle(&folder, &[]);
    let third = cached(&folder);
    assert_eq!(second.keys().filter(|name| third.contains_key(*name)).count(), 2);
    let folder = folder.document("corpus.toml", "title = \"Talks\"\n");
    bundle(&folder, &[]);
    assert!(cached(&folder).keys().all(|name| !third.contains_key(name)));
}

#[test]
fn a_damaged_cache_is_as_good_as_none() {
    let folder = corpus();
    let good = bundle(&folder, &[]);
    let damages: [fn(&mut Vec<u8>); 5] = [
        Vec::clear,
        |bytes| bytes.truncate(9),
        |bytes| *bytes.last_mut().unwrap() ^= 1,
        |bytes| bytes[0] ^= 1,
        |bytes| *bytes = b"not what it was".repeat(100),
    ];
    for damage in damages {
        for name in cached(&folder).keys() {
            let mut bytes = fs::read(name).unwrap();
            damage(&mut bytes);
            fs::write(name, bytes).unwrap();
        }
        assert!(bundle(&folder, &[]) == good);
    }
    // One document's entry under the name of another's is not taken for it.
    let names: Vec<String> = cached(&folder).into_keys().collect();
    fs::copy(&names[0], &names[1]).unwrap();
    assert!(bundle(&folder, &[]) == good);
}

#[test]
fn a_cache_that_cannot_be_kept_stops_nothing() {
    let folder = corpus().file("cache", "no folder");
    let without = bundle(&folder, &["--no-cache"]);
    assert!(bundle(&folder, &[]) == without);
}
