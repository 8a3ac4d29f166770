//! The `readout` program as a library: everything that touches files, cores, terminals and the
//! network, and nothing that knows how a text is understood.
//!
//! ```text
//! DIR ── folder ─┬─> Corpus ── folder::bundle ──> bytes ── site (the app's page, filled by page) ─┬─> build: SITE
//!                │     ├─ export ──> JSON                                                          └─> serve: 127.0.0.1
//!                │     └─ check, explain                (`watch` tells `serve` when the documents change) ──┘
//!                └─> stream (documents wait in a spool) ──> prepare: FILE.readout
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
mod spool;
mod starter;
mod stream;
mod theme;
mod watch;
