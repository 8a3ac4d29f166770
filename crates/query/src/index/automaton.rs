//! Checks the bytes of a finite-state map before the `fst` crate walks them: that crate trusts its
//! input and would panic, or never end, on bytes that are not its own.
//!
//! The layout is that of version 3 of the format, as the crate's `raw` module documents and writes
//! it: a header of 16 bytes, nodes that only lead to nodes before them, then the number of keys, the
//! address of the root (its last byte) and a checksum. Every node that the root leads to is read once.

use readout_corpus::BundleError;

use super::{DICTIONARY, broken};

const HEADER: usize = 16;
const FOOTER: usize = 20;
const VERSION: u64 = 3;
/// Transitions above which a node has a table of all bytes.
const TABLE_ABOVE: usize = 32;
/// Largest output: sums along any path then fit in a u64.
const LARGEST_OUTPUT: u64 = u32::MAX as u64;

/// Checks that a walk from the root stays inside the bytes and ends.
pub(super) fn check(bytes: &[u8]) -> Result<(), BundleError> {
    let wrong = || broken(DICTIONARY, "it is not a finite-state map");
    let size = bytes.len().checked_sub(FOOTER).filter(|&size| size >= HEADER).ok_or_else(wrong)?;
    let nodes = &bytes[..size];
    let keys = number(&bytes[size..size + 8]);
    let root = usize::try_from(number(&bytes[size + 8..size + 16])).map_err(|_| wrong())?;
    let empty_root = root == 0 && size == HEADER;
    if number(&bytes[..8]) != VERSION || keys > LARGEST_OUTPUT || (root != 0) != (size > HEADER) {
        return Err(wrong());
    }
    if empty_root {
        return Ok(());
    }
    let mut seen = vec![false; size];
    let mut open = vec![root];
    while let Some(address) = open.pop() {
        match seen.get_mut(address) {
            Some(seen) if address >= HEADER => {
                if std::mem::replace(seen, true) {
                    continue;
                }
            }
            _ => return Err(wrong()),
        }
        follow(&nodes[..=address], &mut open).ok_or_else(wrong)?;
    }
    Ok(())
}

/// Reads the node that `bytes` end with, and appends the nodes that it leads to; `None` where it
/// reaches out of the bytes or not only back.
fn follow(bytes: &[u8], open: &mut Vec<usize>) -> Option<()> {
    let (&state, rest) = bytes.split_last()?;
    // A node is read from its end: `rest` is what was not read yet.
    let mut rest = rest;
    let one = state & 0b1000_0000 != 0;
    let common = state & 0b0011_1111;
    if one && state & 0b0100_0000 != 0 {
        // One transition, to the node right before.
        take(&mut rest, usize::from(common == 0))?;
        open.push(rest.len().checked_sub(1)?);
        return Some(());
    }
    let count = match (one, common) {
        (true, 0) => take(&mut rest, 1).map(|_| 1)?,
        (true, _) => 1,
        (false, 0) => match take(&mut rest, 1)?[0] {
            1 => 256,
            count => usize::from(count),
        },
        (false, count) => usize::from(count),
    };
    let is_final = !one && state & 0b0100_0000 != 0;
    let sizes = take(&mut rest, 1)?[0];
    let (address_size, output_size) = (usize::from(sizes >> 4), usize::from(sizes & 0b1111));
    if address_size > 8 || output_size > 8 || (count > 0 && address_size == 0) {
        return None;
    }
    if !one {
        take(&mut rest, count + if count > TABLE_ABOVE { 256 } else { 0 })?;
    }
    let addresses = take(&mut rest, count * address_size)?;
    let outputs = take(&mut rest, (count + usize::from(is_final)) * output_size)?;
    if output_size > 0 && outputs.chunks(output_size).any(|output| number(output) > LARGEST_OUTPUT) {
        return None;
    }
    let start = rest.len();
    for back in addresses.chunks(address_size.max(1)) {
        match usize::try_from(number(back)).ok()? {
            0 => {} // The final node without transitions, which takes no bytes.
            back => open.push(start.checked_sub(back)?),
        }
    }
    Some(())
}

/// Takes the last bytes off.
fn take<'a>(rest: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (left, taken) = rest.split_at_checked(rest.len().checked_sub(count)?)?;
    *rest = left;
    Some(taken)
}

/// A little-endian number of at most eight bytes.
fn number(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |number, &byte| number << 8 | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use fst::{IntoStreamer, Map, Streamer};
    use proptest::prelude::*;

    use super::*;

    fn map(words: &[String]) -> Vec<u8> {
        let mut words = words.to_vec();
        words.sort_unstable();
        words.dedup();
        Map::from_iter(words.iter().zip(0..)).unwrap().into_fst().into_inner()
    }

    #[test]
    fn maps_without_words_or_with_all_bytes_pass() {
        assert_eq!(check(&map(&[])), Ok(()));
        assert_eq!(check(&map(&[String::new()])), Ok(()));
        let many: Vec<String> = ('a'..'\u{3000}').map(String::from).collect();
        assert_eq!(check(&map(&many)), Ok(()));
        assert!(check(b"").is_err());
        assert!(check(&[0; 36]).is_err());
    }

    proptest! {
        #[test]
        fn what_the_crate_writes_passes(words in prop::collection::vec("[abc中é]{0,6}|\\PC{0,5}", 0..60)) {
            prop_assert_eq!(check(&map(&words)), Ok(()));
        }

        #[test]
        fn what_passes_can_be_walked(
            words in prop::collection::vec("[a-z]{0,6}", 1..40),
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        ) {
            let mut bytes = map(&words);
            for (at, byte) in changes {
                *at.get_mut(&mut bytes) = byte;
            }
            if check(&bytes).is_ok() && let Ok(map) = Map::new(&bytes) {
                let mut stream = map.range().ge("a").into_stream();
                for _ in 0..1000 {
                    if stream.next().is_none() { break; }
                }
                for word in &words {
                    map.get(word);
                }
            }
        }
    }
}
