//! `readout build`: the site of a corpus, ready for any static host.

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use url::Url;

use crate::folder::{self, Prepared};
use crate::progress;
use crate::site::{App, Purpose};

/// Build the site of a folder of documents: the app, with the corpus in its page
///
/// The site is a folder of files that any static host can serve under any path: upload it as it is.
/// A site that was built there before is replaced; other people's files are never touched.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    readout build talks --out site     write the site of the documents in talks/ to site/\n  \
    readout serve site                 look at it as a host would serve it\n  \
    readout build talks --out site --url https://news.example/talks/\n  \
    \x20                                  the same, with pages to share and to embed")]
pub(super) struct Build {
    /// Folder with the documents
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    documents: PathBuf,
    /// Folder to write the site to: new, empty, or with a site that Readout wrote
    #[arg(long, value_name = "SITE", value_hint = ValueHint::DirPath)]
    out: PathBuf,
    /// Address that the site will have, for the picture and the embeds that other sites show of it
    #[arg(long, value_name = "ADDRESS", value_hint = ValueHint::Url, value_parser = address)]
    url: Option<String>,
    /// Folder of a built app, to use instead of the one in this program
    #[arg(long, value_name = "DIST", value_hint = ValueHint::DirPath)]
    app: Option<PathBuf>,
}

impl Build {
    pub(super) fn run(self, open: impl Fn(&Path) -> miette::Result<Prepared>) -> miette::Result<()> {
        let app = App::open(self.app.as_deref())?;
        let prepared = open(&self.documents)?;
        let bundle = folder::bundle(&prepared.corpus)?;
        let mut site = app.site(&prepared, &bundle, &Purpose::Publish(self.url))?;
        let progress = progress::long("Packing");
        site.pack(&progress);
        progress.finish_and_clear();
        site.write(&self.out)?;
        print!("{}", site.sizes());
        println!("{}", self.out.display());
        Ok(())
    }
}

/// An address on the web that a site can have, with its last slash.
fn address(text: &str) -> Result<String, String> {
    let url =
        Url::parse(text).map_err(|error| format!("{error}; give one like https://news.example/talks/"))?;
    if !["http", "https"].contains(&url.scheme()) || url.query().is_some() || url.fragment().is_some() {
        return Err("give one like https://news.example/talks/, without ? and #".to_owned());
    }
    let mut address = String::from(url);
    if !address.ends_with('/') {
        address.push('/');
    }
    Ok(address)
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn addresses_of_sites_end_in_a_slash() {
        let check =
            |text: &str, expect: Option<&str>| assert_eq!(address(text).ok().as_deref(), expect, "{text}");
        check("https://news.example/talks", Some("https://news.example/talks/"));
        check("http://127.0.0.1:8080/", Some("http://127.0.0.1:8080/"));
        check("https://news.example", Some("https://news.example/"));
        check("news.example", None);
        check("ftp://news.example/", None);
        check("https://news.example/?a", None);
        check("https://news.example/#a", None);
    }
}
