//! Numbers as bytes: seven bits a byte, lowest first, the high bit set on all but the last.

use readout_corpus::{BundleError, Section};

use super::broken;

/// Appends a number.
pub(super) fn put(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Appends a text with its length before it.
pub(super) fn put_text(out: &mut Vec<u8>, text: &str) {
    put(out, size(text.len()));
    out.extend_from_slice(text.as_bytes());
}

/// A size in memory as a number of the format.
pub(super) fn size(n: usize) -> u32 {
    u32::try_from(n).expect("an index of less than 4 GiB")
}

/// Reads numbers from the bytes of a section.
#[derive(Debug, Clone)]
pub(super) struct Reader<'a> {
    section: Section,
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) fn new(section: Section, bytes: &'a [u8]) -> Self {
        Self { section, bytes }
    }

    pub(super) fn broken(&self, reason: &str) -> BundleError {
        broken(self.section, reason)
    }

    pub(super) fn number(&mut self) -> Result<u32, BundleError> {
        // Nearly all numbers of an index are small.
        if let [first, rest @ ..] = self.bytes
            && *first < 0x80
        {
            self.bytes = rest;
            return Ok(u32::from(*first));
        }
        let mut number = 0;
        for (n, &byte) in self.bytes.iter().take(5).enumerate() {
            if n == 4 && byte > 0x0f {
                return Err(self.broken("a number is too large"));
            }
            number |= u32::from(byte & 0x7f) << (7 * n);
            if byte < 0x80 {
                self.bytes = &self.bytes[n + 1..];
                return Ok(number);
            }
        }
        Err(self.broken("a number is cut short"))
    }

    /// `base` plus the next number.
    pub(super) fn after(&mut self, base: u32) -> Result<u32, BundleError> {
        let by = self.number()?;
        base.checked_add(by).ok_or_else(|| self.broken("a number is too large"))
    }

    /// A count of things that take at least a byte each, so that no count asks for more memory than
    /// there are bytes.
    pub(super) fn count(&mut self) -> Result<usize, BundleError> {
        let count = self.number()? as usize;
        if count > self.bytes.len() {
            return Err(self.broken("a list is cut short"));
        }
        Ok(count)
    }

    /// The next `length` bytes.
    pub(super) fn take(&mut self, length: usize) -> Result<&'a [u8], BundleError> {
        let (taken, rest) =
            self.bytes.split_at_checked(length).ok_or_else(|| self.broken("a list is cut short"))?;
        self.bytes = rest;
        Ok(taken)
    }

    pub(super) fn text(&mut self) -> Result<&'a str, BundleError> {
        let length = self.count()?;
        core::str::from_utf8(self.take(length)?).map_err(|_| self.broken("a text is not UTF-8"))
    }

    /// Passes over `count` numbers.
    pub(super) fn skip(&mut self, count: u32) -> Result<(), BundleError> {
        let mut left = count;
        let mut at = 0;
        while left > 0 {
            let Some(byte) = self.bytes.get(at) else { return Err(self.broken("a list is cut short")) };
            left -= u32::from(*byte < 0x80);
            at += 1;
        }
        self.bytes = &self.bytes[at..];
        Ok(())
    }

    /// The bytes that were not read yet.
    pub(super) fn left(&self) -> &'a [u8] {
        self.bytes
    }

    /// Checks that nothing is left.
    pub(super) fn end(&self) -> Result<(), BundleError> {
        if self.bytes.is_empty() { Ok(()) } else { Err(self.broken("there are bytes too many")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        let numbers = [0, 1, 127, 128, 300, 16_383, 16_384, u32::MAX];
        let mut bytes = Vec::new();
        numbers.iter().for_each(|&n| put(&mut bytes, n));
        let mut reader = Reader::new(Section(*b"TEST"), &bytes);
        for n in numbers {
            assert_eq!(reader.number(), Ok(n));
        }
        assert_eq!(reader.end(), Ok(()));
        assert!(reader.number().is_err());
    }

    #[test]
    fn broken_numbers_are_errors() {
        for bytes in [&[0x80][..], &[0xff; 9], &[0xff, 0xff, 0xff, 0xff, 0x1f]] {
            assert!(Reader::new(Section(*b"TEST"), bytes).number().is_err());
        }
        assert!(Reader::new(Section(*b"TEST"), &[5, 1]).count().is_err());
        assert!(Reader::new(Section(*b"TEST"), &[1, 0xff]).text().is_err());
    }
}
