//! `readout serve`: a folder of documents as a preview that follows its changes, or a built site as
//! a static host would serve it; on this machine.

use std::io::{self, Write as _};
use std::net::{SocketAddr, TcpListener, ToSocketAddrs as _};
use std::path::PathBuf;
use std::thread;

use axum::Router;
use clap::{Args, ValueHint};
use miette::{IntoDiagnostic, WrapErr, miette};

use super::open;
use crate::cache::Caching;
use crate::files::SITE_LIST;
use crate::folder::{self, Prepared};
use crate::report;
use crate::server::{self, Preview};
use crate::site::{App, Purpose, Site};
use crate::watch::{Change, Watch};

/// Ports that are tried after the one that was asked for.
const TRIES: u16 = 100;

/// Prepare a folder of documents and open it on this machine
///
/// The explorer is shown from memory; nothing is written. When a document or corpus.toml changes, the
/// corpus is prepared again and open pages reload by themselves.
///
/// Given a site that `readout build` wrote, it serves that as a static host would: with its packed
/// files and strict headers, and without watching anything.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    readout serve talks              preview the documents in talks/\n  \
    readout serve talks --open       the same, and open the browser\n  \
    readout serve site               look at a built site before it is uploaded")]
pub(super) struct Serve {
    /// Folder with the documents, or with a built site
    #[arg(value_name = "DIR|SITE", value_hint = ValueHint::DirPath)]
    folder: PathBuf,
    /// Open the page in the browser
    #[arg(long)]
    open: bool,
    /// Port; the next free one where it is taken, any free one where it is 0
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Address to listen on; any other than this machine's own shows the documents to the network
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    host: String,
    /// Folder of a built app, to use instead of the one in this program
    #[arg(long, value_name = "DIST", value_hint = ValueHint::DirPath)]
    app: Option<PathBuf>,
}

impl Serve {
    pub(super) fn run(self, all_warnings: bool, caching: Caching) -> miette::Result<()> {
        let routes = if self.folder.join(SITE_LIST).is_file() {
            self.site()?
        } else {
            self.preview(all_warnings, caching)?
        };
        let listener = listen(&self.host, self.port)?;
        let address = listener.local_addr().into_diagnostic().wrap_err("cannot tell the port")?;
        if self.port != 0 && address.port() != self.port {
            eprintln!("port {} is taken; using {}", self.port, address.port());
        }
        // Where nobody reads it, serving still makes sense; where somebody does, they wait for it.
        let mut out = io::stdout();
        let _ =
            writeln!(out, "Readout is at http://{address}/ (stop it with Ctrl-C)").and_then(|()| out.flush());
        if self.open
            && let Err(error) = open::that_detached(format!("http://{address}/"))
        {
            eprintln!("cannot open the browser ({error}); open the address above yourself");
        }
        server::run(listener, routes).into_diagnostic().wrap_err("the server stopped")
    }

    /// A built site, from its folder.
    fn site(&self) -> miette::Result<Router> {
        if let Some(app) = &self.app {
            return Err(miette!(
                help = "leave --app out, or give the folder of the documents",
                "{} is a built site: it has its app, and {} cannot take its place",
                self.folder.display(),
                app.display()
            ));
        }
        eprintln!("{}: serving the built site as a static host would", self.folder.display());
        Ok(server::hosted(&self.folder))
    }

    /// The documents of a folder, from memory. Their changes are followed until the program ends.
    fn preview(&self, all_warnings: bool, caching: Caching) -> miette::Result<Router> {
        let app = App::open(self.app.as_deref())?;
        // Watched before it is read, so that no change falls between the two.
        let watch = Watch::new(&self.folder);
        let prepared = open(&self.folder, all_warnings, caching)?;
        let preview = Preview::new(site(&app, &prepared)?.files)?;
        let routes = preview.routes();
        match watch {
            Ok(watch) => {
                let follower =
                    Follower { app, documents: self.folder.clone(), preview, all_warnings, caching };
                thread::spawn(move || follower.follow(watch));
            }
            Err(error) => eprintln!(
                "changes of the documents will not be seen ({error}); start `readout serve` again after one"
            ),
        }
        Ok(routes)
    }
}

/// Shows the documents anew whenever they change.
struct Follower {
    app: App,
    documents: PathBuf,
    preview: Preview,
    all_warnings: bool,
    caching: Caching,
}

impl Follower {
    fn follow(&self, mut watch: Watch) {
        while let Some(changes) = watch.changes() {
            if let Err(failure) = self.show(&changes) {
                eprintln!("{}: the page stays as it was\nError: {failure:?}", report::reasons(&changes));
            }
        }
    }

    fn show(&self, changes: &[Change]) -> miette::Result<()> {
        let prepared = folder::prepare(&self.documents, self.caching)?;
        report::print_again(&prepared.summary(), changes, self.all_warnings);
        folder::with_documents(prepared.corpus.documents.len(), &self.documents)?;
        self.preview.show(site(&self.app, &prepared)?.files)
    }
}

fn site(app: &App, prepared: &Prepared) -> miette::Result<Site> {
    app.site(prepared, &folder::bundle(&prepared.corpus)?, &Purpose::Preview)
}

/// A listener on the port, or on the next free one.
fn listen(host: &str, port: u16) -> miette::Result<TcpListener> {
    let help = "give an address of this machine with --host and a free port with --port";
    for port in port..=port.saturating_add(TRIES) {
        let addresses: Vec<SocketAddr> = (host, port)
            .to_socket_addrs()
            .map_err(|error| miette!(help = help, "{host} is no address: {error}"))?
            .collect();
        match TcpListener::bind(&addresses[..]) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            Err(error) => return Err(miette!(help = help, "cannot listen on {host}:{port}: {error}")),
        }
    }
    Err(miette!(help = help, "no free port on {host} from {port} on"))
}
