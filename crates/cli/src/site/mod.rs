//! A site: the built app's files and its page with the corpus in it. Made in memory; written to a
//! folder without ever touching a file that Readout did not write.

mod outline;
mod page;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use miette::{IntoDiagnostic, WrapErr, miette};
use readout_corpus::{Catalogue, Corpus};

use crate::embedded;
use crate::files::{self, SITE_LIST, in_words};
use crate::report::size;

/// The file that a browser opens.
pub(crate) const PAGE: &str = "index.html";

/// What to do where a folder is no app.
const NO_APP: &str = "build the app (`make dist/index.html`) and give the folder that it makes with --app";

/// An app as it was built, for any corpus.
#[derive(Debug)]
pub(crate) struct App {
    page: String,
    files: BTreeMap<String, Vec<u8>>,
}

/// The files of a site by name, with `/` between the parts.
#[derive(Debug)]
pub(crate) struct Site {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// Bytes of the bundle as it is, and as gzip.
    bundle: (usize, usize),
}

impl App {
    /// The app of this folder; without one, the app that this program carries.
    ///
    /// # Errors
    /// Where there is none, it has no page, or holds a file that cannot be read.
    pub(crate) fn open(folder: Option<&Path>) -> miette::Result<Self> {
        match folder {
            Some(folder) => Self::of(Self::read(folder)?, &folder.display().to_string()),
            None => {
                let files = embedded::app();
                if files.is_empty() {
                    return Err(miette!(
                        help = "give the folder of a built app with --app, or build a program that carries it: `make program`",
                        "this build of readout carries no app"
                    ));
                }
                Self::of(files, "the app in this program")
            }
        }
    }

    /// The files of the folder of a built app.
    fn read(folder: &Path) -> miette::Result<BTreeMap<String, Vec<u8>>> {
        if !folder.join(PAGE).is_file() {
            let here = folder.display();
            return Err(miette!(help = NO_APP, "{here} is not a built app: it has no {PAGE}"));
        }
        let mut files = BTreeMap::new();
        for entry in files::list(folder)? {
            let bytes = entry.read().map_err(|problem| {
                miette!(help = "make it readable", "cannot read {}: {problem}", entry.path.display())
            })?;
            files.insert(entry.name, bytes);
        }
        Ok(files)
    }

    fn of(mut files: BTreeMap<String, Vec<u8>>, here: &str) -> miette::Result<Self> {
        let page = files.remove(PAGE).and_then(|bytes| String::from_utf8(bytes).ok());
        let page = page.ok_or_else(|| miette!(help = NO_APP, "{here}: {PAGE} is not UTF-8"))?;
        Ok(Self { page, files })
    }

    /// The site of a corpus.
    ///
    /// # Errors
    /// Where the page lacks a slot.
    pub(crate) fn site(&self, corpus: &Corpus, bundle: &[u8]) -> miette::Result<Site> {
        let packed = page::gzip(bundle);
        let page = page::fill(&self.page, &Catalogue::of(corpus), &packed)?;
        let mut files = self.files.clone();
        files.insert(PAGE.to_owned(), page.into_bytes());
        Ok(Site { files, bundle: (bundle.len(), packed.len()) })
    }
}

impl Site {
    /// Writes the site to `folder`, which is made where it is missing. Files of a site that Readout
    /// wrote there before give way; nothing else is deleted or replaced.
    ///
    /// # Errors
    /// Where the folder holds other people's files and no site, or cannot be written.
    pub(crate) fn write(&self, folder: &Path) -> miette::Result<()> {
        let here = folder.display();
        let old = written_before(folder)?;
        let foreign = self.files.keys().find(|name| !old.contains(name) && folder.join(name).exists());
        if let Some(name) = foreign {
            return Err(miette!(
                help = "move it away, or choose another folder with --out",
                "{here} holds a file that Readout did not write and will not replace: {name}"
            ));
        }
        let write = || -> io::Result<()> {
            fs::create_dir_all(folder)?;
            // The list comes first: after a broken run it still names all that may be there.
            let names: BTreeSet<&str> = old.iter().chain(self.files.keys()).map(String::as_str).collect();
            write_list(folder, names)?;
            for name in old.iter().filter(|name| !self.files.contains_key(*name)) {
                match fs::remove_file(folder.join(name)) {
                    Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                    _ => {}
                }
            }
            for (name, bytes) in &self.files {
                let path = folder.join(name);
                fs::create_dir_all(path.parent().unwrap_or(folder))?;
                fs::write(path, bytes)?;
            }
            write_list(folder, self.files.keys().map(String::as_str))
        };
        write().map_err(|error| {
            miette!(
                help = "choose a folder that you may write to with --out",
                "cannot write the site to {here}: {}",
                in_words(&error)
            )
        })
    }

    /// What a reader downloads, as lines: raw and brotli for the app's code, raw and gzip for the
    /// bundle.
    pub(crate) fn sizes(&self) -> miette::Result<String> {
        let mut lines = vec![];
        let (mut raw, mut packed) = (0, 0);
        for (name, bytes) in &self.files {
            if !["wasm", "js", "css"].iter().any(|kind| extension(name) == Some(kind)) {
                continue;
            }
            let small = brotli(bytes).into_diagnostic().wrap_err("cannot measure the app")?;
            raw += bytes.len();
            packed += small;
            lines.push((name.as_str(), bytes.len(), format!("{} brotli", size(small))));
        }
        lines.push(("app", raw, format!("{} brotli", size(packed))));
        lines.push(("bundle", self.bundle.0, format!("{} gzip", size(self.bundle.1))));
        let width = lines.iter().map(|(name, ..)| name.len()).max().unwrap_or_default();
        let line = |(name, raw, small): &(&str, usize, String)| {
            format!("{name:width$}  {:>9}  {small:>16}\n", size(*raw))
        };
        Ok(lines.iter().map(line).collect())
    }
}

/// The names of the files of the site that Readout wrote to `folder` before; none where the folder
/// is empty or missing.
fn written_before(folder: &Path) -> miette::Result<Vec<String>> {
    let here = folder.display();
    let mut entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => {
            return Err(miette!(
                help = "choose another folder with --out",
                "cannot write the site to {here}: {}",
                in_words(&error)
            ));
        }
    };
    match fs::read_to_string(folder.join(SITE_LIST)) {
        // A name that leads out of the folder is not one that we wrote.
        Ok(list) => Ok(list.lines().filter(|name| is_inside(name)).map(str::to_owned).collect()),
        Err(_) if entries.next().is_none() => Ok(Vec::new()),
        Err(_) => Err(miette!(
            help = "choose an empty or a new folder with --out, or empty it yourself",
            "{here} holds files and no site that Readout wrote; nothing was changed"
        )),
    }
}

fn write_list<'a>(folder: &Path, names: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
    let list: String = names.into_iter().map(|name| format!("{name}\n")).collect();
    fs::write(folder.join(SITE_LIST), list)
}

fn is_inside(name: &str) -> bool {
    !name.is_empty() && PathBuf::from(name).components().all(|part| matches!(part, Component::Normal(_)))
}

fn extension(name: &str) -> Option<&str> {
    name.rsplit_once('.').map(|(_, extension)| extension)
}

/// How many bytes brotli makes of these at its best.
fn brotli(mut bytes: &[u8]) -> io::Result<usize> {
    let mut out = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    brotli::BrotliCompress(&mut bytes, &mut out, &settings)?;
    Ok(out.len())
}
