//! Waits for the files under a folder to change. What the operating system tells is only the reason
//! to look: what changed is found by comparing the files with what was seen before, so that a file
//! that was merely read, or saved as it was, is no change.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant, SystemTime};

use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::files;

/// How long nothing may happen before a change counts as done: an editor writes a file in several steps.
const QUIET: Duration = Duration::from_millis(150);

/// How long is waited for that at most: a file may be written to without end.
const PATIENCE: Duration = Duration::from_secs(2);

/// Bytes and time of each file, by name.
type Seen = BTreeMap<String, Option<(u64, SystemTime)>>;

/// A file that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Change {
    /// Its bytes are others.
    Changed(String),
    /// It was not there before.
    New(String),
    /// It is not there any more.
    Gone(String),
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed(name) => write!(f, "changed: {name}"),
            Self::New(name) => write!(f, "new: {name}"),
            Self::Gone(name) => write!(f, "gone: {name}"),
        }
    }
}

/// A folder that is watched for as long as this lives.
#[derive(Debug)]
pub(crate) struct Watch {
    folder: PathBuf,
    seen: Seen,
    events: Receiver<()>,
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Watches a folder: what happens from now on is not missed.
    ///
    /// # Errors
    /// Where the operating system cannot tell of changes there.
    pub(crate) fn new(folder: &Path) -> notify::Result<Self> {
        let (sender, events) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            // Reading a file is an event, too, and every preparation reads them all.
            if event.is_ok_and(|event| !event.kind.is_access()) {
                // Where nobody waits any more, the program is ending.
                let _ = sender.send(());
            }
        })?;
        watcher.watch(folder, RecursiveMode::Recursive)?;
        Ok(Self { folder: folder.to_owned(), seen: look(folder), events, _watcher: watcher })
    }

    /// Waits for the next changes; `None` where none will come any more. Never an empty list.
    pub(crate) fn changes(&mut self) -> Option<Vec<Change>> {
        loop {
            self.events.recv().ok()?;
            let until = Instant::now() + PATIENCE;
            while Instant::now() < until && self.events.recv_timeout(QUIET).is_ok() {}
            let now = look(&self.folder);
            let changes = differences(&self.seen, &now);
            self.seen = now;
            if !changes.is_empty() {
                return Some(changes);
            }
        }
    }
}

/// The files as they are now; none where the folder cannot be opened at the moment.
fn look(folder: &Path) -> Seen {
    let state = |path: &Path| {
        let metadata = fs::metadata(path).ok()?;
        Some((metadata.len(), metadata.modified().ok()?))
    };
    let entries = files::list(folder).unwrap_or_default().into_iter();
    entries
        .filter(|entry| !entry.name.ends_with(".readout"))
        .map(|entry| (entry.name, state(&entry.path)))
        .collect()
}

/// What is different, by name.
fn differences(before: &Seen, now: &Seen) -> Vec<Change> {
    let gone = before.keys().filter(|name| !now.contains_key(*name)).cloned().map(Change::Gone);
    let other = now.iter().filter_map(|(name, state)| match before.get(name) {
        None => Some(Change::New(name.clone())),
        Some(old) if old != state => Some(Change::Changed(name.clone())),
        Some(_) => None,
    });
    let mut changes: Vec<Change> = other.chain(gone).collect();
    changes.sort();
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_is_told_and_what_did_not_is_not() {
        let at = |seconds| Some((3, SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)));
        let seen = |files: &[(&str, u64)]| -> Seen {
            files.iter().map(|(name, seconds)| ((*name).to_owned(), at(*seconds))).collect()
        };
        let check = |before: &[(&str, u64)], now: &[(&str, u64)], expect: &[&str]| {
            let told: Vec<String> =
                differences(&seen(before), &seen(now)).iter().map(Change::to_string).collect();
            assert_eq!(told, expect);
        };
        check(&[("a.md", 1)], &[("a.md", 1)], &[]);
        check(&[("a.md", 1), ("b.md", 1)], &[("a.md", 2), ("b.md", 1)], &["changed: a.md"]);
        check(&[("a.md", 1)], &[("c.md", 1)], &["new: c.md", "gone: a.md"]);
    }

    #[test]
    fn a_file_that_is_only_read_is_no_change() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.txt"), "one").unwrap();
        let mut watch = Watch::new(folder.path()).unwrap();
        assert_eq!(fs::read(folder.path().join("a.txt")).unwrap(), b"one");
        fs::write(folder.path().join(".hidden"), "x").unwrap();
        fs::write(folder.path().join("b.txt"), "two").unwrap();
        assert_eq!(watch.changes(), Some(vec![Change::New("b.txt".to_owned())]));
    }
}
