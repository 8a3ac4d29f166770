//! Pictures that a publisher brings: a logo, a card. They are passed on as they are and only ever shown as
//! images, in which no script of an SVG runs.

use std::path::{Component, Path};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Most bytes of a picture: it goes into every saved page.
const MOST: usize = 500_000;

/// The first bytes of every PNG.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A picture file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    /// Name of its file, under the folder of the documents.
    pub(crate) name: String,
    /// The file.
    pub(crate) bytes: Vec<u8>,
}

impl Picture {
    /// The picture of this name, one of these kinds (`svg`, `png`).
    ///
    /// # Errors
    /// What is wrong, and what to do.
    pub(super) fn open(
        name: &str,
        kinds: &[&str],
        file: &dyn Fn(&str) -> Result<Vec<u8>, String>,
    ) -> Result<Self, (String, String)> {
        let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        if !inside || name.contains('\\') {
            let remedy = "put the file into this folder and write its name";
            return Err((format!("“{name}” leads out of the folder"), remedy.to_owned()));
        }
        let wanted = kinds.iter().map(|kind| format!(".{kind}")).collect::<Vec<_>>().join(" or ");
        let kind = kinds.iter().copied().find(|kind| *kind == kind_of(name));
        let Some(kind) = kind else {
            return Err((format!("“{name}” is no {wanted} file"), format!("give a {wanted} file")));
        };
        let bytes = file(name).map_err(|problem| {
            (format!("cannot read “{name}”: {problem}"), "put the file beside theme.toml".to_owned())
        })?;
        let is_it = match kind {
            "png" => bytes.starts_with(PNG),
            _ => std::str::from_utf8(&bytes).is_ok_and(|text| text.contains("<svg")),
        };
        if !is_it {
            return Err((
                format!("“{name}” is called .{kind} but is none"),
                format!("export it as .{kind} again"),
            ));
        }
        if bytes.len() > MOST {
            let size = bytes.len() / 1000;
            return Err((
                format!("“{name}” has {size} kB"),
                format!("make it smaller than {} kB: every reader loads it", MOST / 1000),
            ));
        }
        Ok(Self { name: name.to_owned(), bytes })
    }

    /// Its media type.
    pub(crate) fn media_type(&self) -> &'static str {
        if kind_of(&self.name) == "svg" { "image/svg+xml" } else { "image/png" }
    }

    /// Its address in a page that must not load anything.
    pub(crate) fn data_url(&self) -> String {
        format!("data:{};base64,{}", self.media_type(), STANDARD.encode(&self.bytes))
    }

    /// Width and height (px) of a PNG.
    pub(crate) fn png_size(&self) -> Option<(u32, u32)> {
        let head = self.bytes.strip_prefix(PNG)?.get(8..16)?;
        let number = |at: usize| Some(u32::from_be_bytes(head.get(at..at + 4)?.try_into().ok()?));
        Some((number(0)?, number(4)?))
    }
}

/// What follows the last dot of a name, in small letters.
fn kind_of(name: &str) -> String {
    name.rsplit_once('.').map(|(_, kind)| kind.to_ascii_lowercase()).unwrap_or_default()
}
