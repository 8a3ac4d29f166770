//! A temporary folder with documents and a stand-in for the built app, and the program run on it.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A page with the slots of the real one.
const PAGE: &str = concat!(
    "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\" /><title>Readout</title>",
    "<meta name=\"description\" content=\"\" /><link rel=\"stylesheet\" href=\"./app.css\">",
    "<script id=\"app-code\" src=\"./app-1.js\" defer></script><link id=\"app-wasm\" href=\"./app-1.wasm\">",
    "<script id=\"boot\" src=\"./boot-1.js\" defer></script></head><body><main id=\"readout-static\"></main>",
    "<script id=\"readout-bundle\" type=\"application/octet-stream\"></script></body></html>",
);

/// A folder that is removed when the test ends: `documents/`, `app/`, and whatever a run makes.
pub(crate) struct Folder(TempDir);

/// What a run of the program gave.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Folder {
    /// With an app, and no document.
    pub(crate) fn new() -> Self {
        let folder = Self(TempDir::new().unwrap());
        fs::create_dir(folder.path("documents")).unwrap();
        folder
            .file("app/index.html", PAGE)
            .file("app/app-1.js", "let wasm_bindgen;")
            .file("app/boot-1.js", "wasm_bindgen;")
            .file("app/worker.js", "SITE;")
            .file("app/embed.js", "1;")
            .file("app/app-1.wasm", b"\0asm\x01\0\0\0")
            .file("app/app.css", "body { margin: 0 }")
    }

    /// With two documents that tell of one meeting.
    pub(crate) fn with_documents() -> Self {
        Self::new().document("harbour.md", HARBOUR).document("island.txt", ISLAND)
    }

    /// Writes a file.
    pub(crate) fn file(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// Writes a document.
    pub(crate) fn document(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.file(&format!("documents/{name}"), bytes)
    }

    /// Where a name under the folder is.
    pub(crate) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.path().join(name)
    }

    /// The text of a file under the folder.
    pub(crate) fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// The program, to be run in the folder.
    pub(crate) fn program(&self, arguments: &[impl AsRef<OsStr>]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_readout"));
        command.args(arguments).current_dir(self.0.path()).env_remove("CLICOLOR_FORCE");
        command.env("XDG_CACHE_HOME", self.path("cache"));
        command
    }

    /// Runs the program in the folder to its end.
    pub(crate) fn run(&self, arguments: &[impl AsRef<OsStr>]) -> Run {
        let output = self.program(arguments).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Run { status: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Runs the program, which has to succeed.
    pub(crate) fn ok(&self, arguments: &[impl AsRef<OsStr>]) -> Run {
        let run = self.run(arguments);
        assert_eq!(run.status, 0, "{run:#?}");
        run
    }
}

const HARBOUR: &str = "\
---
title: Ministers meet in the harbour & agree on ferries
source: Harbour Ministry
published: 2019-05-04
url: https://harbour.example/ferries
---

On May 3, 2019, the foreign minister met the visiting trade minister in the harbour.

The foreign minister said that ferries would sail every day. The two sides agreed to meet again in June.
";

const ISLAND: &str = "\
Trade minister returns from the harbour

The trade minister returned on May 4, 2019 after talks in the harbour.

She said that the ferries had been discussed. A spokesman said that nothing was signed.
";
