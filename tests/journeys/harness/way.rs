//! The ways on which an explorer reaches its reader, as data.

use std::fmt::{Display, Formatter, Result as Written};

/// A way from the documents to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// By `readout serve`, from memory.
    Served,
    /// The site that `readout build` writes, on a static host, under a path of its own.
    Hosted,
    /// The site's one file, opened by double-click.
    Saved,
    /// The hosted site in a frame of a page of another origin.
    Framed(Sandbox),
    /// The hosted site, with something wrong on the way.
    Broken(Fault),
}

impl Way {
    /// The ways that a site is published.
    pub(crate) const PUBLISHED: &[Self] =
        &[Self::Hosted, Self::Saved, Self::Framed(Sandbox::Scripts), Self::Framed(Sandbox::Full)];
}

/// What the host page lets the frame do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sandbox {
    /// Run scripts, and nothing else: the frame has no origin, and its storage throws.
    Scripts,
    /// All that the line of embed code asks for.
    Full,
}

impl Sandbox {
    pub(crate) const ALL: [Self; 2] = [Self::Scripts, Self::Full];

    /// The attribute's words.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Scripts => "allow-scripts",
            Self::Full => {
                "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"
            }
        }
    }
}

/// What can go wrong between a host and the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The page's slot has nothing in it.
    NoDocuments,
    /// The page's slot ends too soon.
    CutShort,
    /// One character in the middle of the page's slot is another.
    Changed,
    /// The host's policy does not let wasm run.
    WasmRefused,
    /// The host's policy lets no script run.
    ScriptsRefused,
}

impl Fault {
    pub(crate) const ALL: [Self; 5] =
        [Self::NoDocuments, Self::CutShort, Self::Changed, Self::WasmRefused, Self::ScriptsRefused];

    /// The policy that a host with this fault sets.
    pub(crate) fn policy(self) -> Option<&'static str> {
        match self {
            Self::NoDocuments | Self::CutShort | Self::Changed => None,
            Self::WasmRefused => Some("script-src 'self'"),
            Self::ScriptsRefused => Some("script-src 'none'"),
        }
    }
}

impl Display for Way {
    fn fmt(&self, out: &mut Formatter<'_>) -> Written {
        out.write_str(match self {
            Self::Served => "served",
            Self::Hosted => "hosted",
            Self::Saved => "saved",
            Self::Framed(Sandbox::Scripts) => "framed for scripts alone",
            Self::Framed(Sandbox::Full) => "framed",
            Self::Broken(_) => "broken",
        })
    }
}
