//! From places in normalised text back to places in the file.

use readout_corpus::Span;

/// A stretch of text that comes from one stretch of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    /// Where it begins in the text, and its length there (bytes).
    text: usize,
    length: usize,
    /// Where it begins in the file, and its length there; the same length means the same bytes.
    source: usize,
    source_length: usize,
}

/// Where each stretch of a text stands in the file; a text that has no place in it has no pieces.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SourceMap {
    pieces: Vec<Piece>,
}

impl SourceMap {
    /// Says that `length` bytes at `text` come from `source_length` bytes of the file at `source`.
    /// Calls come in the order of the text.
    pub(super) fn push(&mut self, text: usize, length: usize, source: usize, source_length: usize) {
        if let Some(last) = self.pieces.last_mut() {
            let same_bytes = last.length == last.source_length && length == source_length;
            if same_bytes && last.text + last.length == text && last.source + last.length == source {
                last.length += length;
                last.source_length += length;
                return;
            }
        }
        self.pieces.push(Piece { text, length, source, source_length });
    }

    /// Where in the file the bytes `start..end` of the text stand, from the first to the last; `None`
    /// where they have no place in it.
    pub(super) fn source(&self, start: usize, end: usize) -> Option<Span> {
        let first = self.pieces.partition_point(|piece| piece.text + piece.length <= start);
        let after = self.pieces.partition_point(|piece| piece.text < end);
        let (head, tail) = (self.pieces.get(first)?, self.pieces.get(after.checked_sub(1)?)?);
        if first >= after {
            return None;
        }
        let from = match head.length == head.source_length {
            true => head.source + start.saturating_sub(head.text),
            false => head.source,
        };
        let to = match tail.length == tail.source_length {
            true => tail.source + (end - tail.text).min(tail.length),
            false => tail.source + tail.source_length,
        };
        (from < to).then(|| Span::new(from, to))
    }

    /// The map of a part of the text, as if the part began at 0.
    pub(super) fn part(&self, start: usize, end: usize) -> Self {
        let mut part = Self::default();
        let first = self.pieces.partition_point(|piece| piece.text + piece.length <= start);
        for piece in self.pieces[first..].iter().take_while(|piece| piece.text < end) {
            let from = piece.text.max(start);
            let to = (piece.text + piece.length).min(end);
            if from >= to {
                continue;
            }
            if piece.length == piece.source_length {
                part.push(from - start, to - from, piece.source + (from - piece.text), to - from);
            } else {
                part.push(from - start, to - from, piece.source, piece.source_length);
            }
        }
        part
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back_through_every_piece() {
        // File: "a &amp; b\nc"; text: "a & b c".
        let mut map = SourceMap::default();
        map.push(0, 2, 0, 2);
        map.push(2, 1, 2, 5);
        map.push(3, 2, 7, 2);
        map.push(6, 1, 10, 1);
        let check = |start, end, expect: Option<(u32, u32)>| {
            assert_eq!(map.source(start, end).map(|s| (s.start, s.end)), expect, "{start}..{end}");
        };
        check(0, 1, Some((0, 1)));
        check(0, 7, Some((0, 11)));
        check(2, 3, Some((2, 7)));
        check(4, 7, Some((8, 11)));
        check(5, 6, None);
        check(3, 3, None);
        check(9, 12, None);
        assert_eq!(map.part(2, 7).source(0, 5), map.source(2, 7));
    }

    #[test]
    fn bytes_that_go_on_make_one_piece() {
        let mut map = SourceMap::default();
        map.push(0, 3, 5, 3);
        map.push(3, 4, 8, 4);
        assert_eq!(map.pieces.len(), 1);
    }
}
