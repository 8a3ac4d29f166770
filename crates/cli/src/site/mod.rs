//! A site: the built app's files and its page with the corpus in it, as a host serves it and as one file.
//! Made in memory; written to a folder without ever touching a file that Readout did not write.
//!
//! ```text
//! the app's page ── look (theme) ── page (corpus in its slots) ──┬── hosted ──> index.html
//!                                                               └── saved ───> explorer.html
//! catalogue ── share ──> share/*.html, oembed/*.json     all files ── offline, policy, pack ──> what hosts need
//! ```

mod hosted;
mod look;
mod offline;
mod outline;
mod pack;
pub(crate) mod page;
pub(crate) mod policy;
mod saved;
mod share;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use indicatif::ProgressBar;
use miette::miette;
use readout_corpus::Catalogue;

use crate::embedded;
use crate::files::{self, SITE_LIST, in_words};
use crate::folder::Prepared;
use crate::report::size;

/// The file that a browser opens.
pub(crate) const PAGE: &str = "index.html";
/// The same explorer in one file.
pub(crate) const SAVED: &str = "explorer.html";
/// The service worker.
const WORKER: &str = "sw.js";
/// What the app has for it.
const WORKER_CODE: &str = "worker.js";
/// What lets the site be installed.
const MANIFEST: &str = "manifest.webmanifest";
/// The picture for links to the site.
const CARD: &str = "card.png";
/// Folder of the pages that tell others of a view, with its last slash.
const SHARE: &str = "share/";
/// What the page itself does not load.
const OTHERS: [&str; 2] = ["embed.js", CARD];

/// A file of JSON that people read, too.
fn json_file(value: &serde_json::Value) -> Vec<u8> {
    format!("{value:#}\n").into_bytes()
}

/// What a site is for.
#[derive(Debug)]
pub(crate) enum Purpose {
    /// Served from memory, for the person who makes it.
    Preview,
    /// Put on a host; with the address that it will have, where that is known, with its last slash.
    Publish(Option<String>),
}

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
        Ok(Self { page: page::normal(&page), files })
    }

    /// The site of a corpus, in the look of a theme.
    ///
    /// # Errors
    /// Where the page lacks a slot or names a file that is not there.
    pub(crate) fn site(&self, prepared: &Prepared, bundle: &[u8], purpose: &Purpose) -> miette::Result<Site> {
        let (published, address) = match purpose {
            Purpose::Preview => (false, None),
            Purpose::Publish(address) => (true, address.as_deref()),
        };
        let gzip = if published { pack::tight } else { pack::gzip };
        let packed = gzip(bundle);
        let catalogue = Catalogue::of(&prepared.corpus);
        let language = prepared.settings.language;
        let description = page::description(&catalogue.overview, language);
        let (overview, theme) = (&catalogue.overview, &prepared.theme);
        let mut files = self.files.clone();
        let page = look::dress(&self.page, theme, &mut files)?;
        let filled = page::fill(&page, &catalogue, language, &packed)?;
        let worker = files.remove(WORKER_CODE);
        let saved = saved::page(&filled, &files, gzip)?;
        let policy = policy::header(&saved, address.map(policy::origin).as_deref());
        files.insert(SAVED.to_owned(), saved.into_bytes());
        let facts = address.map(|site| hosted::Facts {
            title: &overview.title,
            description,
            address: site,
            site,
            oembed: share::WHOLE,
            card: look::card_size(theme),
        });
        files.insert(PAGE.to_owned(), hosted::page(&filled, facts.as_ref(), published)?.into_bytes());
        if published {
            files.extend(look::pictures(&catalogue, theme));
            files.insert(MANIFEST.to_owned(), offline::manifest(overview, description, theme));
            files.insert(WORKER.to_owned(), offline::worker(&worker.unwrap_or_default(), &files, &OTHERS));
            files.extend(policy::files(files.keys().map(String::as_str), policy));
        }
        if let Some(address) = address {
            files.extend(share::files(&catalogue, description, address, look::card_size(theme)));
        }
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

    /// Puts packed forms beside the files, for hosts that send those.
    pub(crate) fn pack(&mut self, progress: &ProgressBar) {
        self.files.extend(pack::beside(&self.files, progress));
    }

    /// How much a reader downloads, as lines: for the first view, packed as a host sends it, and for the
    /// saved file.
    pub(crate) fn sizes(&self) -> String {
        let mut lines = Vec::new();
        let (mut raw, mut packed) = (0, 0);
        for (name, bytes) in self.files.iter().filter(|(name, _)| is_first_view(name)) {
            let small = self.files.get(&format!("{name}.br")).map_or(bytes.len(), Vec::len);
            raw += bytes.len();
            packed += small;
            lines.push((name.as_str(), bytes.len(), format!("{} brotli", size(small))));
        }
        lines.push(("first view", raw, format!("{} brotli", size(packed))));
        lines.push((SAVED, self.files.get(SAVED).map_or(0, Vec::len), "one file".to_owned()));
        lines.push(("bundle", self.bundle.0, format!("{} gzip", size(self.bundle.1))));
        let width = lines.iter().map(|(name, ..)| name.len()).max().unwrap_or_default();
        let line = |(name, raw, small): &(&str, usize, String)| {
            format!("{name:width$}  {:>9}  {small:>16}\n", size(*raw))
        };
        lines.iter().map(line).collect()
    }
}

/// Whether a page loads this file before its reader does anything.
fn is_first_view(name: &str) -> bool {
    let code = matches!(extension(name), Some("wasm" | "js" | "css")) && !name.contains('/');
    name == PAGE || (code && name != WORKER && !OTHERS.contains(&name))
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
