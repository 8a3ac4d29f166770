//! Documents as records that can be found, checked and decoded one by one, so that a large corpus
//! need not be read (or, later, fetched) whole to show one text.
//!
//! The table has a row of 16 bytes for each document: where its record ends in the section of
//! records (u64), and the xxh64 of the record (u64), both little-endian. A record is a
//! [`Document`] as postcard; its card is in the catalogue and not stored again.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::container::{checksum, u64_at, verify};
use super::{BundleError, Place, Section};
use crate::Document;

/// Bytes of a row of the table.
pub(super) const ROW: usize = 16;

/// Adds the row of a record to the table; `end` is where it ends among the records.
pub(super) fn put_row(table: &mut Vec<u8>, end: u64, record: &[u8]) {
    table.extend_from_slice(&end.to_le_bytes());
    table.extend_from_slice(&checksum(record).to_le_bytes());
}

/// Checks that the rows of a table tile the records, one for each of `count` documents.
///
/// # Errors
/// [`BundleError::Undecodable`] where they do not.
pub(super) fn check_table(table: &[u8], count: usize, records: usize) -> Result<(), BundleError> {
    let wrong = |reason: String| {
        Err(BundleError::Undecodable { place: Place::Section(Section::DOCUMENT_TABLE), reason })
    };
    if !table.len().is_multiple_of(ROW) || table.len() / ROW != count {
        return wrong(format!("expected {count} rows of {ROW} bytes, got {} bytes", table.len()));
    }
    let mut last = 0;
    for row in table.chunks_exact(ROW) {
        let end = u64_at(row, 0).expect("a row has 16 bytes");
        if end < last || end > records as u64 {
            return wrong(format!("a record from {last} to {end} in {records} bytes"));
        }
        last = end;
    }
    if last != records as u64 {
        return wrong(format!("records end at {last} of {records} bytes"));
    }
    Ok(())
}

/// Decodes the document of row `index` of a table that was checked; `None` past its end. The card
/// is left empty and nothing about the values is checked.
pub(super) fn read(table: &[u8], records: &[u8], index: u32) -> Option<Result<Document, BundleError>> {
    let row = index as usize;
    let at = row.checked_mul(ROW)?;
    let end = u64_at(table, at)?;
    let expected = u64_at(table, at + 8)?;
    let start = if row == 0 { 0 } else { u64_at(table, at - ROW)? };
    let record = records.get(usize::try_from(start).ok()?..usize::try_from(end).ok()?)?;
    let place = Place::Document(index);
    Some(verify(place, record, expected).and_then(|()| decode(place, record)))
}

/// A value as postcard.
pub(super) fn encode<T: Serialize>(value: &T) -> Vec<u8> {
    postcard::to_allocvec(value).expect("plain values in memory always serialise")
}

/// A value from postcard that fills the bytes exactly. Lengths that the bytes claim are never
/// trusted with memory: serde reserves at most a megabyte ahead of what it has read.
pub(super) fn decode<T: DeserializeOwned>(place: Place, bytes: &[u8]) -> Result<T, BundleError> {
    match postcard::take_from_bytes(bytes) {
        Ok((value, [])) => Ok(value),
        Ok((_, rest)) => {
            Err(BundleError::Undecodable { place, reason: format!("{} bytes too many", rest.len()) })
        }
        Err(error) => Err(BundleError::Undecodable { place, reason: error.to_string() }),
    }
}
