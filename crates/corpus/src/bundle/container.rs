//! The container: named, checksummed stretches of bytes behind one header. Knows nothing of what
//! the sections hold.
//!
//! ```text
//! offset  bytes
//!      0      8  MAGIC
//!      8      4  format version            (all numbers little-endian)
//!     12      4  number of sections, n
//!     16     20n directory: tag (4), length (8), xxh64 of the section (8)
//! 16+20n      8  xxh64 of everything above
//! 24+20n      …  the sections, without gaps, in the order of the directory
//! ```
//!
//! Offsets are not stored: they are the running sum of the lengths, so that no directory can
//! describe sections that overlap or leave a gap.

use core::ops::Range;
use std::sync::OnceLock;

use xxhash_rust::xxh64::xxh64;

use super::{BundleError, FORMAT_VERSION, Place, Section};

/// No text begins with this: 0x89 is not ASCII, and a copy in text mode would change the line end.
const MAGIC: [u8; 8] = *b"\x89RDOUT\r\n";
const ENTRY: usize = 20;
const HEADER: usize = 16;

/// Bytes that begin with a directory of their sections.
#[derive(Debug)]
pub(super) struct Container {
    bytes: Vec<u8>,
    entries: Vec<Found>,
}

/// A row of the directory.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) section: Section,
    /// Bytes.
    pub(super) length: u64,
    pub(super) checksum: u64,
}

impl Entry {
    /// The row of a section with these bytes.
    pub(super) fn of(section: Section, bytes: &[u8]) -> Self {
        Self { section, length: bytes.len() as u64, checksum: checksum(bytes) }
    }
}

#[derive(Debug)]
struct Found {
    section: Section,
    range: Range<usize>,
    checksum: u64,
    /// What the check of its bytes gave, once it was made.
    checked: OnceLock<Result<(), BundleError>>,
}

/// The checksum of a bundle's parts: xxh64 with seed 0.
pub(crate) fn checksum(bytes: &[u8]) -> u64 {
    xxh64(bytes, 0)
}

/// Compares a part's bytes with the checksum that was written for it.
pub(super) fn verify(place: Place, bytes: &[u8], expected: u64) -> Result<(), BundleError> {
    let got = checksum(bytes);
    if got == expected { Ok(()) } else { Err(BundleError::Damaged { place, expected, got }) }
}

/// Bytes of the header before this many sections.
pub(super) fn header_size(sections: usize) -> usize {
    HEADER + ENTRY * sections + 8
}

/// The header before sections, in the order given.
///
/// # Errors
/// [`BundleError::Twice`] where two have one tag.
pub(super) fn header(entries: &[Entry]) -> Result<Vec<u8>, BundleError> {
    let mut out = Vec::with_capacity(header_size(entries.len()));
    out.extend_from_slice(&MAGIC);
    out.extend_from_slice(&FORMAT_VERSION.to_le_bytes());
    let count = u32::try_from(entries.len()).expect("a few named sections fit in a u32");
    out.extend_from_slice(&count.to_le_bytes());
    for (n, entry) in entries.iter().enumerate() {
        if entries[..n].iter().any(|earlier| earlier.section == entry.section) {
            return Err(BundleError::Twice(entry.section));
        }
        out.extend_from_slice(&entry.section.0);
        out.extend_from_slice(&entry.length.to_le_bytes());
        out.extend_from_slice(&entry.checksum.to_le_bytes());
    }
    out.extend_from_slice(&checksum(&out).to_le_bytes());
    Ok(out)
}

impl Container {
    /// Reads header and directory and checks that the sections fill the bytes exactly. The sections
    /// themselves are not touched.
    pub(super) fn open(bytes: Vec<u8>) -> Result<Self, BundleError> {
        let got = bytes.len() as u64;
        let short = |expected: u64| BundleError::Truncated { expected, got };
        let begin = &bytes[..bytes.len().min(MAGIC.len())];
        if begin.is_empty() || !MAGIC.starts_with(begin) {
            return Err(BundleError::Foreign);
        }
        let version = u32_at(&bytes, 8).ok_or_else(|| short(HEADER as u64))?;
        match version {
            FORMAT_VERSION => {}
            newer if newer > FORMAT_VERSION => return Err(BundleError::Newer { got: newer }),
            older => return Err(BundleError::Older { got: older }),
        }
        let count = u32_at(&bytes, 12).ok_or_else(|| short(HEADER as u64))?;
        let directory_end = HEADER as u64 + ENTRY as u64 * u64::from(count);
        // Nothing is allocated for a directory before the bytes are known to hold it.
        let directory = usize::try_from(directory_end)
            .ok()
            .and_then(|end| bytes.get(..end))
            .ok_or_else(|| short(directory_end + 8))?;
        let expected = u64_at(&bytes, directory.len()).ok_or_else(|| short(directory_end + 8))?;
        verify(Place::Directory, directory, expected)?;

        let mut entries: Vec<Found> = Vec::with_capacity(count as usize);
        let mut end = directory_end + 8;
        for row in directory[HEADER..].chunks_exact(ENTRY) {
            let (tag, numbers) = row.split_first_chunk::<4>().expect("a row has 20 bytes");
            let section = Section(*tag);
            let length = u64_at(numbers, 0).expect("a row has 20 bytes");
            let checksum = u64_at(numbers, 8).expect("a row has 20 bytes");
            let start = end;
            end = start.checked_add(length).ok_or_else(|| short(u64::MAX))?;
            if end > got {
                continue; // The sum still tells how many bytes there should be.
            }
            if entries.iter().any(|e| e.section == section) {
                return Err(BundleError::Twice(section));
            }
            // Both ends are at most the length of a Vec, so they fit.
            entries.push(Found {
                section,
                range: start as usize..end as usize,
                checksum,
                checked: OnceLock::new(),
            });
        }
        match end.cmp(&got) {
            core::cmp::Ordering::Greater => Err(short(end)),
            core::cmp::Ordering::Less => Err(BundleError::Overlong { expected: end, got }),
            core::cmp::Ordering::Equal => Ok(Self { bytes, entries }),
        }
    }

    /// The bytes of a section, checked on the first call.
    pub(super) fn section(&self, section: Section) -> Result<&[u8], BundleError> {
        let entry = self.entry(section)?;
        let bytes = &self.bytes[entry.range.clone()];
        entry
            .checked
            .get_or_init(|| verify(Place::Section(section), bytes, entry.checksum))
            .clone()
            .map(|()| bytes)
    }

    /// The bytes of a section whose parts carry checksums of their own; unchecked here.
    pub(super) fn unchecked(&self, section: Section) -> Result<&[u8], BundleError> {
        Ok(&self.bytes[self.entry(section)?.range.clone()])
    }

    /// The tags of the sections, in their order.
    pub(super) fn sections(&self) -> impl Iterator<Item = Section> {
        self.entries.iter().map(|entry| entry.section)
    }

    fn entry(&self, section: Section) -> Result<&Found, BundleError> {
        self.entries.iter().find(|e| e.section == section).ok_or(BundleError::Missing(section))
    }
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().copied().map(u32::from_le_bytes)
}

/// A little-endian number that begins at byte `at`, where there is one.
pub(super) fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().copied().map(u64::from_le_bytes)
}
