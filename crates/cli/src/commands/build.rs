//! `readout build`: the site of a corpus, ready for any static host.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::folder::{self, Prepared};
use crate::site::App;

/// Build the site of a folder of documents: the app, with the corpus in its page
#[derive(Debug, Args)]
pub(super) struct Build {
    /// Folder with the documents
    #[arg(value_name = "DIR")]
    documents: PathBuf,
    /// Folder to write the site to: new, empty, or with a site that Readout wrote
    #[arg(long, value_name = "SITE")]
    out: PathBuf,
    /// Folder of a built app, to use instead of the one in this program
    #[arg(long, value_name = "DIST")]
    app: Option<PathBuf>,
}

impl Build {
    pub(super) fn run(self, open: impl Fn(&Path) -> miette::Result<Prepared>) -> miette::Result<()> {
        let app = App::open(self.app.as_deref())?;
        let prepared = open(&self.documents)?;
        let site = app.site(&prepared.corpus, &folder::bundle(&prepared.corpus)?)?;
        site.write(&self.out)?;
        print!("{}", site.sizes()?);
        println!("{}", self.out.display());
        Ok(())
    }
}
