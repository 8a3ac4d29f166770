//! The documents that journeys open, and the places where they stand: each corpus is served by the `readout`
//! program, and its site built and hosted, when it is first asked for.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};
use std::time::Duration;

use super::companion::{Companion, start};
use super::growing::Growing;
use super::host::Host;
use super::way::{Fault, Way};
use crate::hostile;

/// Preparing and serving takes a second; a loaded machine may need more.
const PATIENCE: Duration = Duration::from_secs(60);

/// A folder of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Corpus {
    /// The sample that comes with Readout.
    Sample,
    /// The five real documents, which are not part of the repository.
    Seeds,
    /// Documents that try to get out of their text.
    Hostile,
    /// The sample, of which a document is still to come; a journey has its own.
    Growing,
}

impl Corpus {
    /// All of them.
    pub(crate) const ALL: [Corpus; 4] = [Corpus::Sample, Corpus::Seeds, Corpus::Hostile, Corpus::Growing];
}

/// Where an explorer stands.
pub(crate) struct Place {
    /// Its address, or that of the page that frames it, without `#`.
    pub(crate) address: String,
    /// Whether the app gets to say that it is there, or cannot be.
    pub(crate) starts: bool,
    /// Whether it stands in a frame.
    pub(crate) framed: bool,
    /// What begins the address of everything that may be asked for.
    pub(crate) own: Vec<String>,
    /// What can be done to the documents that it shows, where they are this journey's own.
    pub(crate) growing: Option<Growing>,
}

/// The corpora of one run.
pub(crate) struct Corpora {
    /// The folder of the built app, where one is named: from then on the journeys have to be walked.
    app: Option<PathBuf>,
    program: PathBuf,
    seeds: Option<PathBuf>,
    documents: [OnceLock<Result<Documents, String>>; Corpus::ALL.len()],
    served: [OnceLock<Result<Served, String>>; Corpus::ALL.len()],
    sites: [OnceLock<Result<Site, String>>; Corpus::ALL.len()],
    places: AtomicUsize,
}

/// Documents that the program serves.
pub(crate) struct Served {
    address: String,
    _server: Companion,
}

/// A site that the program wrote, on its host.
pub(crate) struct Site {
    folder: Written,
    pub(crate) host: Host,
    /// The program, told to write it.
    build: Mutex<Command>,
}

impl Site {
    /// Writes it anew.
    ///
    /// # Errors
    /// What the program says.
    pub(crate) fn build(&self) -> Result<(), String> {
        let mut command = self.build.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let built = command.output().map_err(|error| error.to_string())?;
        built
            .status
            .success()
            .then_some(())
            .ok_or_else(|| String::from_utf8_lossy(&built.stderr).into_owned())
    }
}

/// A folder of documents, and whether it was written for this run.
enum Documents {
    There(PathBuf),
    Written(Written),
}

/// A folder that is removed when it is no longer needed.
pub(crate) struct Written(pub(crate) PathBuf);

impl Written {
    pub(crate) fn new(name: &str) -> Self {
        Self(std::env::temp_dir().join(format!("readout-{name}-{}", std::process::id())))
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl Corpora {
    /// The corpora of this machine.
    pub(crate) fn new() -> Self {
        let path = |variable| std::env::var_os(variable).map(PathBuf::from);
        Self {
            app: path("READOUT_APP"),
            program: path("READOUT_PROGRAM").unwrap_or_else(|| "readout".into()),
            seeds: path("READOUT_SHARED").map(|shared| shared.join("seeds")).filter(|seeds| seeds.is_dir()),
            documents: Default::default(),
            served: Default::default(),
            sites: Default::default(),
            places: AtomicUsize::new(0),
        }
    }

    /// Why the journeys through a corpus cannot be walked here, if they cannot.
    pub(crate) fn missing(&self, corpus: Corpus) -> Option<&'static str> {
        if self.app.is_none() {
            return Some("no built app is named in READOUT_APP; make test builds one and walks them");
        }
        (corpus == Corpus::Seeds && self.seeds.is_none())
            .then_some("the five real documents are not on this machine (READOUT_SHARED)")
    }

    /// A place, shared with no other journey, where a corpus stands on this way.
    ///
    /// # Errors
    /// Says what is missing, or why the program does not serve or build it.
    pub(crate) fn place(&self, corpus: Corpus, way: Way) -> Result<Place, String> {
        let number = self.places.fetch_add(1, Ordering::Relaxed);
        if corpus == Corpus::Growing {
            return self.growing(way, number);
        }
        let address = match way {
            Way::Served => self.served(corpus)?.address.clone(),
            Way::Hosted => self.site(corpus)?.host.site(number),
            Way::Broken(fault) => self.site(corpus)?.host.broken(fault, number),
            Way::Framed(sandbox) => self.site(corpus)?.host.framed(sandbox, number),
            Way::Saved => {
                let file = self.site(corpus)?.folder.0.join("explorer.html");
                format!("file://{}", file.display())
            }
        };
        let framed = matches!(way, Way::Framed(_));
        let mut own = vec![address.clone()];
        if framed {
            own.push(self.site(corpus)?.host.site(number));
        }
        let starts = way != Way::Broken(Fault::ScriptsRefused);
        Ok(Place { address, starts, framed, own, growing: None })
    }

    /// A place with documents of its own: served, or hosted.
    fn growing(&self, way: Way, number: usize) -> Result<Place, String> {
        let documents = Growing::begin(number).map_err(|error| format!("documents that grow: {error}"))?;
        let (address, growing) = match way {
            Way::Served => {
                let served = self.serve(&documents.0)?;
                (served.address.clone(), Growing::served(documents, served))
            }
            _ => {
                let site = self.build(&documents.0, &format!("growing-{number}"))?;
                (site.host.site(number), Growing::hosted(documents, site))
            }
        };
        let own = vec![address.clone()];
        Ok(Place { address, starts: true, framed: false, own, growing: Some(growing) })
    }

    fn served(&self, corpus: Corpus) -> Result<&Served, String> {
        let serve = || self.serve(self.documents(corpus)?);
        self.served[corpus as usize].get_or_init(serve).as_ref().map_err(Clone::clone)
    }

    fn site(&self, corpus: Corpus) -> Result<&Site, String> {
        let build = || self.build(self.documents(corpus)?, &format!("{corpus:?}"));
        self.sites[corpus as usize].get_or_init(build).as_ref().map_err(Clone::clone)
    }

    fn serve(&self, documents: &Path) -> Result<Served, String> {
        let mut command = self.program("serve", documents);
        let (server, address) = start(command.args(["--port", "0"]), PATIENCE, address_in)?;
        Ok(Served { address, _server: server })
    }

    fn build(&self, documents: &Path, name: &str) -> Result<Site, String> {
        let folder = Written::new(&format!("site-{name}"));
        // Before it is built: a site names its host.
        let host = Host::open(&folder.0).map_err(|error| format!("no host: {error}"))?;
        let mut command = self.program("build", documents);
        command.arg("--out").arg(&folder.0).args(["--url", &host.site(0)]);
        let site = Site { folder, host, build: Mutex::new(command) };
        site.build()?;
        Ok(site)
    }

    /// The program, told to do something with documents.
    fn program(&self, what: &str, documents: &Path) -> Command {
        let mut command = Command::new(&self.program);
        command.arg(what).arg(documents);
        if let Some(app) = &self.app {
            command.arg("--app").arg(app);
        }
        command
    }

    fn documents(&self, corpus: Corpus) -> Result<&Path, String> {
        let find = || match corpus {
            Corpus::Sample | Corpus::Growing => Ok(Documents::There(sample())),
            Corpus::Seeds => Ok(Documents::There(self.seeds.clone().unwrap_or_default())),
            Corpus::Hostile => {
                let folder = Written::new("hostile");
                hostile::write(&folder.0).map_err(|error| format!("{}: {error}", folder.0.display()))?;
                Ok(Documents::Written(folder))
            }
        };
        match self.documents[corpus as usize].get_or_init(find) {
            Ok(Documents::There(folder) | Documents::Written(Written(folder))) => Ok(folder),
            Err(error) => Err(error.clone()),
        }
    }
}

/// The folder of the sample that comes with Readout.
pub(crate) fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// The address in a line that the program prints once it serves.
fn address_in(line: &str) -> Option<String> {
    let from = line.find("http://")?;
    let address = line[from..].split_whitespace().next()?.trim_end_matches(['/', '.', ',']);
    Some(format!("{address}/"))
}
