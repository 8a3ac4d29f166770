//! `readout serve`: the site of a corpus, from memory, on this machine.

use std::io::{self, Write as _};
use std::net::{SocketAddr, TcpListener, ToSocketAddrs as _};
use std::path::{Path, PathBuf};

use clap::Args;
use miette::{IntoDiagnostic, WrapErr, miette};

use crate::folder::{self, Prepared};
use crate::server;
use crate::site::App;

/// Ports that are tried after the one that was asked for.
const TRIES: u16 = 100;

/// Prepare a folder of documents and open it on this machine
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// Folder with the documents
    #[arg(value_name = "DIR")]
    documents: PathBuf,
    /// Folder of a built app, to use instead of the one in this program
    #[arg(long, value_name = "DIST")]
    app: Option<PathBuf>,
    /// Port; the next free one where it is taken, any free one where it is 0
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Address to listen on; any other than this machine's own shows the documents to the network
    #[arg(long, default_value = "127.0.0.1")]
    host: String,
}

impl Serve {
    pub(super) fn run(self, open: impl Fn(&Path) -> miette::Result<Prepared>) -> miette::Result<()> {
        let app = App::open(self.app.as_deref())?;
        let prepared = open(&self.documents)?;
        let site = app.site(&prepared.corpus, &folder::bundle(&prepared.corpus)?)?;
        let listener = listen(&self.host, self.port)?;
        let address = listener.local_addr().into_diagnostic().wrap_err("cannot tell the port")?;
        if self.port != 0 && address.port() != self.port {
            eprintln!("port {} is taken; using {}", self.port, address.port());
        }
        // Where nobody reads it, serving still makes sense; where somebody does, they wait for it.
        let mut out = io::stdout();
        let _ =
            writeln!(out, "Readout is at http://{address}/ (stop it with Ctrl-C)").and_then(|()| out.flush());
        server::run(listener, site.files).into_diagnostic().wrap_err("the server stopped")
    }
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
