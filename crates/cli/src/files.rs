//! Walks folders. The order is that of the paths, whatever order the disk gives; hidden files,
//! the sites that Readout wrote, and what browsers save beside a page are passed over.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use miette::miette;
use walkdir::{DirEntry, WalkDir};

/// The list of its files that Readout leaves in every site that it writes.
pub(crate) const SITE_LIST: &str = ".readout-site";

/// A file under a folder.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Entry {
    /// Path under the folder, with `/` between its parts.
    pub(crate) name: String,
    /// Where it is.
    pub(crate) path: PathBuf,
    /// Why it cannot be read, where that is known already.
    pub(crate) problem: Option<String>,
}

impl Entry {
    /// Its bytes.
    ///
    /// # Errors
    /// Why it cannot be read, in words.
    pub(crate) fn read(&self) -> Result<Vec<u8>, String> {
        match &self.problem {
            Some(problem) => Err(problem.clone()),
            None => fs::read(&self.path).map_err(|error| in_words(&error)),
        }
    }

    /// Its text, where it is UTF-8.
    ///
    /// # Errors
    /// Why it cannot be read, in words.
    pub(crate) fn text(&self) -> Result<String, String> {
        String::from_utf8(self.read()?)
            .map_err(|error| format!("it is not UTF-8 (from byte {} on)", error.utf8_error().valid_up_to()))
    }
}

/// The files under `folder`, links followed, ordered by name. A part of it that cannot be read is an
/// entry with a problem.
///
/// # Errors
/// Where `folder` itself is missing or no folder.
pub(crate) fn list(folder: &Path) -> miette::Result<Vec<Entry>> {
    let metadata = fs::metadata(folder).map_err(|error| {
        let help = match nearest(folder) {
            Some(near) => format!("did you mean {}?", near.display()),
            None => "give the folder that holds the documents, or start one with `readout new`".to_owned(),
        };
        miette!(help = help, "cannot open {}: {}", folder.display(), in_words(&error))
    })?;
    if !metadata.is_dir() {
        return Err(miette!(
            help = "give the folder that holds it",
            "{} is a file, not a folder",
            folder.display()
        ));
    }
    let shown =
        |entry: &DirEntry| entry.depth() == 0 || !(is_hidden(entry) || is_site(entry) || is_of_page(entry));
    let mut entries = Vec::new();
    for found in WalkDir::new(folder).follow_links(true).into_iter().filter_entry(shown) {
        let (path, problem) = match found {
            Ok(entry) if entry.file_type().is_dir() => continue,
            Ok(entry) if entry.file_type().is_file() => (entry.into_path(), None),
            // Reading a pipe or a device could wait for ever.
            Ok(entry) => (entry.into_path(), Some("it is no ordinary file".to_owned())),
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_owned();
                let problem = match error.io_error() {
                    Some(error) => in_words(error),
                    None => "it is a link to a folder that it is in".to_owned(),
                };
                (path, Some(problem))
            }
        };
        entries.push(Entry { name: name_under(folder, &path), path, problem });
    }
    entries.sort();
    Ok(entries)
}

/// The folder beside a missing one whose name is nearest to it, where one is near.
fn nearest(missing: &Path) -> Option<PathBuf> {
    let name = missing.file_name()?.to_str()?;
    let parent = missing.parent()?;
    let beside = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
    let folders = fs::read_dir(beside).ok()?.flatten().filter(|entry| entry.path().is_dir());
    let names = folders.filter_map(|entry| entry.file_name().into_string().ok());
    let near = names.map(|other| (strsim::damerau_levenshtein(name, &other), other)).min()?;
    let (edits, other) = near;
    (edits <= 2 && edits < name.chars().count().min(other.chars().count())).then(|| parent.join(other))
}

/// An error of the operating system in a few words, without its number.
pub(crate) fn in_words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::NotADirectory => "a part of the path is a file, not a folder".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => {
            let words = error.to_string();
            words.split_once(" (os error ").map_or(words.as_str(), |(words, _)| words).to_owned()
        }
    }
}

/// The path of a file under a folder, as one line of text: what is no letter, as a line break or what is not
/// UTF-8, is the replacement character.
fn name_under(folder: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(folder).unwrap_or(path).components();
    let name = parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
    name.replace(char::is_control, "\u{fffd}")
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// Whether a browser made this folder for the pictures and styles of a page that it saved: `talks_files`
/// beside `talks.html`.
fn is_of_page(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_str().and_then(|name| name.strip_suffix("_files"));
    let page = |name: &str| {
        ["html", "htm"].iter().any(|kind| entry.path().with_file_name(format!("{name}.{kind}")).is_file())
    };
    entry.file_type().is_dir() && name.is_some_and(page)
}

fn is_site(entry: &DirEntry) -> bool {
    entry.file_type().is_dir() && entry.path().join(SITE_LIST).exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_vanishes_before_it_is_read_is_told_in_words() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("talks.txt");
        fs::write(&path, "Talks").unwrap();
        let entries = list(folder.path()).unwrap();
        fs::remove_file(&path).unwrap();
        assert_eq!(entries[0].read(), Err("there is no such file or folder".to_owned()));
    }

    #[test]
    fn names_are_lines_of_text() {
        let check = |name: &str, expect: &str| {
            assert_eq!(name_under(Path::new("talks"), &Path::new("talks").join(name)), expect);
        };
        check("a/b c.txt", "a/b c.txt");
        check("a\nb.txt", "a\u{fffd}b.txt");
        check("\u{1b}[31m.txt", "\u{fffd}[31m.txt");
    }
}
