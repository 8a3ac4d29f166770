//! An automaton over bytes that takes the words one edit away from a word, and the word itself. An
//! edit inserts, leaves out or replaces a character, or swaps two neighbours.
//!
//! The states are those of the usual non-deterministic automaton for one edit, kept as a set: how far
//! the word was read without an edit, how far it may be read with one (a bit each), and whether the
//! second half of a swap is still to come.

use fst::Automaton;

/// Longest word that is looked up (characters): its places must fit in a word of bits.
const LONGEST: usize = 62;

/// Takes words at most one edit away from a word.
#[derive(Debug)]
pub(super) struct OneEdit {
    word: Vec<char>,
}

/// What was read so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct State {
    /// Characters of the word that were read as they are.
    exact: Option<u8>,
    /// Bit n: n characters may have been read, with one edit.
    edited: u64,
    /// Characters before a swap of which the first half was read.
    swap: Option<u8>,
    /// A character of which some bytes are still to come, and how many.
    partial: (u32, u8),
}

impl OneEdit {
    /// The automaton for a word; `None` where it is too long.
    pub(super) fn new(word: &str) -> Option<Self> {
        let word: Vec<char> = word.chars().collect();
        (word.len() <= LONGEST).then_some(Self { word })
    }

    fn is(&self, at: usize, c: char) -> bool {
        self.word.get(at) == Some(&c)
    }

    fn step(&self, state: &State, c: char) -> State {
        let end = self.word.len();
        let mut next = State { exact: None, edited: 0, swap: None, partial: (0, 0) };
        if let Some(n) = state.exact {
            let at = usize::from(n);
            next.edited |= 1 << at; // It is inserted,
            if at < end {
                next.edited |= 1 << (at + 1); // or stands for another,
            }
            if self.is(at + 1, c) {
                next.edited |= 1 << (at + 2); // or one before it was left out,
                next.swap = Some(n); // or comes next.
            }
            if self.is(at, c) {
                next.exact = Some(n + 1);
            }
        }
        let mut edited = state.edited;
        while edited != 0 {
            let at = edited.trailing_zeros() as usize;
            edited &= edited - 1;
            if self.is(at, c) {
                next.edited |= 1 << (at + 1);
            }
        }
        if let Some(n) = state.swap
            && self.is(usize::from(n), c)
        {
            next.edited |= 1 << (n + 2);
        }
        next
    }
}

impl Automaton for OneEdit {
    type State = State;

    fn start(&self) -> State {
        State { exact: Some(0), edited: 0, swap: None, partial: (0, 0) }
    }

    fn is_match(&self, state: &State) -> bool {
        let end = self.word.len();
        let unread = state.exact.map(|n| end - usize::from(n));
        state.partial.1 == 0 && (matches!(unread, Some(0 | 1)) || state.edited >> end & 1 == 1)
    }

    fn can_match(&self, state: &State) -> bool {
        state.exact.is_some() || state.edited != 0 || state.swap.is_some()
    }

    fn accept(&self, state: &State, byte: u8) -> State {
        let (before, left) = state.partial;
        let (bits, left) = match (left, byte) {
            (0, 0..0x80) => (u32::from(byte), 0),
            (0, 0xc0..0xe0) => (u32::from(byte & 0x1f), 1),
            (0, 0xe0..0xf0) => (u32::from(byte & 0x0f), 2),
            (0, 0xf0..) => (u32::from(byte & 0x07), 3),
            (0, _) => (u32::MAX, 0), // No character: nothing has it.
            _ => (before << 6 | u32::from(byte & 0x3f), left - 1),
        };
        if left > 0 {
            return State { partial: (bits, left), ..*state };
        }
        self.step(state, char::from_u32(bits).unwrap_or(char::REPLACEMENT_CHARACTER))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn takes(word: &str, other: &str) -> bool {
        let automaton = OneEdit::new(word).unwrap();
        let mut state = automaton.start();
        for byte in other.bytes() {
            state = automaton.accept(&state, byte);
        }
        automaton.is_match(&state)
    }

    /// Whether two words are at most one edit apart, from the definition.
    fn one_edit(word: &str, other: &str) -> bool {
        let (a, b): (Vec<char>, Vec<char>) = (word.chars().collect(), other.chars().collect());
        let same = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
        let (a, b) = (&a[same..], &b[same..]);
        match (a, b) {
            ([], []) => true,
            ([_, rest @ ..], _) if rest == b => true,
            (_, [_, rest @ ..]) if rest == a => true,
            ([_, x @ ..], [_, y @ ..]) if x == y => true,
            ([p, q, x @ ..], [r, s, y @ ..]) => p == s && q == r && x == y,
            _ => false,
        }
    }

    #[test]
    fn one_edit_is_taken_and_two_are_not() {
        let check = |word: &str, other: &str, expect: bool| {
            assert_eq!(takes(word, other), expect, "{word} {other}");
            assert_eq!(one_edit(word, other), expect, "{word} {other}");
        };
        check("missile", "missile", true);
        check("misile", "missile", true);
        check("misssile", "missile", true);
        check("mizsile", "missile", true);
        check("imssile", "missile", true);
        check("missiel", "missile", true);
        check("missil", "missile", true);
        check("issile", "missile", true);
        check("misle", "missile", false);
        check("imssiel", "missile", false);
        check("королев", "королёв", true);
        check("", "a", true);
        check("ab", "", false);
    }

    proptest! {
        #[test]
        fn the_automaton_agrees_with_the_definition(word in "[abé]{0,6}", other in "[abé]{0,7}") {
            prop_assert_eq!(takes(&word, &other), one_edit(&word, &other));
        }
    }
}
