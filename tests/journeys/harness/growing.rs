//! Documents of one journey's own: the sample, whose last document comes while the journey is under way.

use std::io;
use std::path::PathBuf;

use super::corpora::{Served, Site, Written, sample};

/// The documents, and where they can be seen.
pub(crate) struct Growing {
    documents: Written,
    seen: Seen,
}

enum Seen {
    /// By `readout serve`, which notices by itself.
    Served { _until_the_end: Served },
    /// On a host, once they are built anew.
    Hosted(Site),
}

impl Growing {
    /// The documents that are there at first, for the journey of this number.
    ///
    /// # Errors
    /// What the file system says.
    pub(crate) fn begin(number: usize) -> io::Result<Written> {
        let documents = Written::new(&format!("documents-{number}"));
        std::fs::create_dir_all(&documents.0)?;
        let (_, first) = files()?;
        for file in first {
            put(&file, &documents)?;
        }
        Ok(documents)
    }

    pub(crate) fn served(documents: Written, served: Served) -> Self {
        Self { documents, seen: Seen::Served { _until_the_end: served } }
    }

    pub(crate) fn hosted(documents: Written, site: Site) -> Self {
        Self { documents, seen: Seen::Hosted(site) }
    }

    /// The last document comes.
    ///
    /// # Errors
    /// What the file system or the program says.
    pub(crate) fn grow(&self) -> Result<(), String> {
        let add = || put(&files()?.0, &self.documents);
        add().map_err(|error| format!("the last document: {error}"))?;
        match &self.seen {
            Seen::Served { .. } => Ok(()),
            Seen::Hosted(site) => site.build(),
        }
    }

    /// The host answers no more, where there is one.
    pub(crate) fn fall_silent(&self) {
        if let Seen::Hosted(site) = &self.seen {
            site.host.fall_silent();
        }
    }
}

/// The last document of the sample, and all other files of it.
fn files() -> io::Result<(PathBuf, Vec<PathBuf>)> {
    let entries = std::fs::read_dir(sample())?.collect::<io::Result<Vec<_>>>()?;
    let mut files: Vec<PathBuf> = entries.iter().map(std::fs::DirEntry::path).collect();
    files.sort();
    let last = files.iter().rposition(|file| file.extension().is_some_and(|kind| kind == "md"));
    let last = files.remove(last.ok_or(io::ErrorKind::NotFound)?);
    Ok((last, files))
}

fn put(file: &PathBuf, folder: &Written) -> io::Result<()> {
    let name = file.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
    std::fs::copy(file, folder.0.join(name)).map(drop)
}
