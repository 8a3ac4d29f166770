//! The `readout` program as people run it: on folders made for each test, with the real binary.

#![allow(clippy::unwrap_used, reason = "a helper that fails is a test that fails")]

mod bad_files;
mod build;
mod cache;
mod check;
mod excerpts;
mod explain;
mod failures;
mod folder;
mod manual;
mod new;
mod same_bytes;
mod serve;
mod theme;
