//! The documents that journeys open, each served by the `readout` program on a loopback port of its own.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::Duration;

use super::companion::{Companion, start};
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
}

impl Corpus {
    /// All of them.
    pub(crate) const ALL: [Corpus; 3] = [Corpus::Sample, Corpus::Seeds, Corpus::Hostile];
}

struct Served {
    address: String,
    _server: Companion,
    /// Where the documents were written for this run; removed at its end.
    _written: Option<Written>,
}

/// A folder that is removed when it is no longer needed.
struct Written(PathBuf);

impl Drop for Written {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The corpora of one run, each prepared and served when it is first asked for.
pub(crate) struct Corpora {
    /// The folder of the built app, where one is named: from then on the journeys have to be walked.
    app: Option<PathBuf>,
    program: PathBuf,
    seeds: Option<PathBuf>,
    served: [OnceLock<Result<Served, String>>; Corpus::ALL.len()],
}

impl Corpora {
    /// The corpora of this machine.
    pub(crate) fn new() -> Self {
        let path = |variable| std::env::var_os(variable).map(PathBuf::from);
        Self {
            app: path("READOUT_APP"),
            program: path("READOUT_PROGRAM").unwrap_or_else(|| "readout".into()),
            seeds: path("READOUT_SHARED").map(|shared| shared.join("seeds")).filter(|seeds| seeds.is_dir()),
            served: Default::default(),
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

    /// Where a corpus is served, with a `/` at the end.
    ///
    /// # Errors
    /// Says what is missing, or why the program does not serve it.
    pub(crate) fn address(&self, corpus: Corpus) -> Result<&str, String> {
        let served = self.served[corpus as usize].get_or_init(|| self.serve(corpus));
        served.as_ref().map(|served| served.address.as_str()).map_err(Clone::clone)
    }

    fn serve(&self, corpus: Corpus) -> Result<Served, String> {
        let (Some(app), None) = (&self.app, self.missing(corpus)) else {
            return Err(self.missing(corpus).unwrap_or_default().to_owned());
        };
        let (folder, written) = match corpus {
            Corpus::Sample => (Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus"), None),
            Corpus::Seeds => (self.seeds.clone().unwrap_or_default(), None),
            Corpus::Hostile => {
                let folder = std::env::temp_dir().join(format!("readout-hostile-{}", std::process::id()));
                let written = Written(folder.clone());
                hostile::write(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
                (folder, Some(written))
            }
        };
        let mut command = Command::new(&self.program);
        command.arg("serve").arg(&folder).arg("--app").arg(app).args(["--port", "0"]);
        let (server, address) = start(&mut command, PATIENCE, address_in)?;
        Ok(Served { address, _server: server, _written: written })
    }
}

/// The address in a line that the program prints once it serves.
fn address_in(line: &str) -> Option<String> {
    let from = line.find("http://")?;
    let address = line[from..].split_whitespace().next()?.trim_end_matches(['/', '.', ',']);
    Some(format!("{address}/"))
}
