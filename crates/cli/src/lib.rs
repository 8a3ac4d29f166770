//! The `readout` program as a library: everything that touches files, cores, terminals and the
//! network, and nothing that knows how a text is understood.
//!
//! ```text
//! DIR ── folder ──> Corpus ── folder::bundle ──> bytes ── prepare ──> FILE.readout
//!                     │                            └─ site (the app's page, filled by page) ──> build: SITE
//!                     └─ export ──> JSON                                                   └──> serve: 127.0.0.1
//!                                     (`watch` tells `serve` when the documents change) <──────────┘
//! ```

pub mod cache;
mod check;
pub mod commands;
mod companions;
mod drawn;
mod embedded;
mod explain;
mod export;
mod fault;
mod files;
pub mod folder;
mod progress;
mod report;
mod server;
mod site;
mod starter;
mod theme;
mod watch;
