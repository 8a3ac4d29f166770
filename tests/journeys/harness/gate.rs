//! A gate: a proxy that lets nothing through and keeps what was asked for.

use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex};

/// A gate; it stays open until the tests end.
pub(crate) struct Gate {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Gate {
    /// Opens one on a port of its own.
    ///
    /// # Errors
    /// Where there is no port.
    pub(crate) fn open() -> std::io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let gate = Self { address: listener.local_addr()?, asked: Arc::default() };
        let asked = Arc::clone(&gate.asked);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let mut line = String::new();
                let _ = BufReader::new(stream).read_line(&mut line);
                // “GET http://… HTTP/1.1”, or “CONNECT host:443 HTTP/1.1”
                let address = line.split(' ').nth(1).unwrap_or(&line).to_owned();
                asked.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).push(address);
            }
        });
        Ok(gate)
    }

    /// Where it stands.
    pub(crate) fn address(&self) -> String {
        self.address.to_string()
    }

    /// The addresses that were asked for since the last time.
    pub(crate) fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.asked.lock().unwrap_or_else(|poisoned| poisoned.into_inner()))
    }
}
