//! Packed forms of files, as hosts send them: brotli and gzip beside each file that they make smaller.

use std::collections::BTreeMap;
use std::io::{self, Write as _};

use flate2::{Compression, GzBuilder};
use indicatif::ProgressBar;
use rayon::prelude::*;

/// A way to make gzip of bytes.
pub(super) type Gzip = fn(&[u8]) -> Vec<u8>;

/// A way to pack bytes.
pub(crate) struct Encoding {
    /// What is added to a file's name.
    pub(crate) extension: &'static str,
    /// Its name in HTTP.
    pub(crate) name: &'static str,
    pack: fn(&[u8]) -> Vec<u8>,
}

/// The ways, best first.
pub(crate) const ENCODINGS: [Encoding; 2] = [
    Encoding { extension: "br", name: "br", pack: brotli },
    Encoding { extension: "gz", name: "gzip", pack: gzip },
];

/// Kinds of files that packing makes smaller, by extension, with their media type.
pub(crate) const KINDS: [(&str, &str); 7] = [
    ("html", "text/html"),
    ("css", "text/css"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("svg", "image/svg+xml"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
];

/// Smaller files (bytes) fit into one packet anyway.
const SMALL: usize = 1_000;

/// Past this many bytes brotli takes its next best setting: its best takes seconds a megabyte.
const LARGE: usize = 4_000_000;

/// The packed forms of those files that they make smaller, by the names that hosts look for
/// (`app.wasm.br`).
pub(crate) fn beside(files: &BTreeMap<String, Vec<u8>>, progress: &ProgressBar) -> BTreeMap<String, Vec<u8>> {
    let worth = |name: &str, bytes: &[u8]| {
        let kind = name.rsplit_once('.').map_or("", |(_, kind)| kind);
        // What stands in folders are the small files for each view; packed, they would be thousands more.
        bytes.len() >= SMALL && !name.contains('/') && KINDS.iter().any(|(each, _)| *each == kind)
    };
    let work: Vec<_> = files
        .iter()
        .filter(|(name, bytes)| worth(name, bytes))
        .flat_map(|file| ENCODINGS.iter().map(move |encoding| (file, encoding)))
        .collect();
    progress.set_length(work.len() as u64);
    work.into_par_iter()
        .filter_map(|((name, bytes), encoding)| {
            let packed = (encoding.pack)(bytes);
            progress.inc(1);
            (packed.len() < bytes.len()).then(|| (format!("{name}.{}", encoding.extension), packed))
        })
        .collect()
}

/// Past this many bytes the tightest packing takes longer than anyone waits.
const SLOW: usize = 2_000_000;

/// Bytes as gzip, as small as it gets: a few per cent smaller than [`gzip`], some seconds a megabyte. For
/// what stands packed inside a page that is published. Long ones are packed as [`gzip`] does.
pub(crate) fn tight(bytes: &[u8]) -> Vec<u8> {
    if bytes.len() > SLOW {
        return gzip(bytes);
    }
    let mut out = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut out)
        .expect("writing to memory does not fail");
    out
}

/// Bytes as gzip without name and time, so that the same bytes give the same.
pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let pack = || -> io::Result<Vec<u8>> {
        let mut writer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
        writer.write_all(bytes)?;
        writer.finish()
    };
    pack().expect("writing to memory does not fail")
}

fn brotli(mut bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let quality = if bytes.len() > LARGE { 9 } else { 11 };
    let settings = brotli::enc::BrotliEncoderParams { quality, ..Default::default() };
    brotli::BrotliCompress(&mut bytes, &mut out, &settings).expect("writing to memory does not fail");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_packing_makes_smaller_stands_beside_the_file() {
        let file = |name: &str, bytes: &[u8]| (name.to_owned(), bytes.to_vec());
        let files = [
            file("app.js", &[b'a'; 5_000]),
            file("tiny.js", b"1"),
            file("card.png", &[b'a'; 5_000]),
            file("share/timeline.html", &[b'a'; 5_000]),
            file(
                "noise.json",
                &(0..5_000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect::<Vec<_>>(),
            ),
        ];
        let packed = beside(&files.into(), &ProgressBar::hidden());
        assert!(
            packed.keys().any(|name| name == "app.js.br") && packed.keys().any(|name| name == "app.js.gz")
        );
        assert!(
            packed.keys().all(|name| name.starts_with("app.js") || name.starts_with("noise.json")),
            "{:?}",
            packed.keys()
        );
        assert!(packed["app.js.br"].len() < 100);
    }
}
