//! Finds every form of the gazetteer in a text, in one pass, where it stands as a word of its own.
//! What a form means, and which of two overlapping ones counts, is decided elsewhere.

use std::borrow::Cow;
use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::script::{self, Script};
use crate::traditional::simplified;

/// Where a form stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hit<'m, T> {
    /// First byte in the text.
    pub(crate) start: usize,
    /// One past the last byte.
    pub(crate) end: usize,
    /// What the form can stand for, never empty.
    pub(crate) meanings: &'m [T],
}

/// A set of forms with their meanings.
#[derive(Debug, Clone)]
pub(crate) struct Matcher<T> {
    words: Words,
    others: Others,
    meanings: Vec<Vec<T>>,
    scripts: Vec<Script>,
}

/// A form's number and its bytes.
#[derive(Debug, Clone)]
struct Form {
    number: usize,
    bytes: Box<[u8]>,
    /// Its first bytes, and where they stand in eight: most words differ from it there.
    start: u64,
    mask: u64,
}

impl Form {
    fn of(number: usize, form: &[u8], fold: bool) -> Self {
        let start = first_eight(form, 0, fold);
        let mask = u64::MAX >> (8 * 8usize.saturating_sub(form.len()));
        Self { number, bytes: form.into(), start, mask }
    }

    /// Whether it stands at byte `at` of a text whose eight bytes from there are these.
    fn stands_at(&self, text: &[u8], at: usize, eight: u64, fold: bool) -> bool {
        let same = |own: &[u8]| match fold {
            true => own.eq_ignore_ascii_case(&self.bytes),
            false => *own == *self.bytes,
        };
        eight & self.mask == self.start
            && text.get(at..at + self.bytes.len()).is_some_and(|own| own.len() <= 8 || same(own))
    }
}

/// The eight bytes from `at` as a number, the first one lowest; zeros past the end.
fn first_eight(text: &[u8], at: usize, fold: bool) -> u64 {
    let own = &text[at.min(text.len())..];
    let mut eight = [0; 8];
    match own.first_chunk() {
        Some(whole) => eight = *whole,
        None => eight[..own.len()].copy_from_slice(own),
    }
    if fold {
        eight.make_ascii_lowercase();
    }
    u64::from_le_bytes(eight)
}

/// The forms that can only stand at the head of a word in ASCII letters, found by its first two bytes: most
/// words of a text begin like none.
#[derive(Debug, Clone)]
struct Words {
    /// By their first two bytes.
    forms: Vec<Form>,
    /// Where the forms of each pair of bytes begin among them, and end where those of the next begin.
    begins: Box<[u32]>,
    fold: bool,
}

/// All other forms, and the bytes that one of them can begin with: a text without these is not searched.
#[derive(Debug, Clone)]
struct Others {
    automaton: AhoCorasick,
    /// Numbers of the automaton's forms.
    forms: Vec<usize>,
    heads: [bool; 256],
}

impl<T: Ord + Clone> Matcher<T> {
    /// Compiles the forms. Upper and lower case are told apart.
    pub(crate) fn new(forms: BTreeMap<String, Vec<T>>) -> Self {
        Self::build(forms, false)
    }

    /// Compiles the forms; the case of ASCII letters makes no difference.
    pub(crate) fn folding_case(forms: BTreeMap<String, Vec<T>>) -> Self {
        Self::build(forms, true)
    }

    /// A form that ends with `*` may go on.
    fn build(mut forms: BTreeMap<String, Vec<T>>, fold: bool) -> Self {
        // A form in traditional characters also stands in a text that is read as simplified.
        let others: Vec<(String, String)> = forms
            .keys()
            .filter_map(|form| match simplified(form) {
                Cow::Owned(other) => Some((form.clone(), other)),
                Cow::Borrowed(_) => None,
            })
            .collect();
        for (form, other) in others {
            let meanings = forms.get(&form).cloned().unwrap_or_default();
            forms.entry(other).or_default().extend(meanings);
        }
        let scripts: Vec<Script> = forms.keys().map(|form| script::of(form)).collect();
        let numbered = || forms.keys().map(|form| form.trim_end_matches('*').as_bytes()).enumerate();
        let (words, others): (Vec<_>, Vec<_>) =
            numbered().partition(|(number, form)| Words::take(form, scripts[*number]));
        let (words, others) = (Words::of(&words, fold), Others::of(&others, fold));
        let meanings = forms
            .into_values()
            .map(|mut meanings| {
                meanings.sort();
                meanings.dedup();
                meanings
            })
            .collect();
        Self { words, others, meanings, scripts }
    }

    /// Every form that stands in the text as a word of its own, overlapping ones too, by start and
    /// then the longest first.
    pub(crate) fn hits<'m>(&'m self, text: &str) -> Vec<Hit<'m, T>> {
        let mut hits = Vec::new();
        let mut add = |form: usize, start: usize, end: usize| {
            if script::stands_alone(text, start, end, self.scripts[form]) {
                hits.push(Hit { start, end, meanings: &self.meanings[form] });
            }
        };
        self.words.find(text, &mut add);
        self.others.find(text, &mut add);
        hits.sort_by_key(|hit| (hit.start, usize::MAX - hit.end));
        hits
    }

    /// Every form that is not in ASCII letters, wherever it stands, also inside a word, by start and then the
    /// longest first.
    pub(crate) fn inside<'m>(&'m self, text: &str) -> Vec<Hit<'m, T>> {
        let mut hits = Vec::new();
        self.others.find(text, &mut |form, start, end| {
            hits.push(Hit { start, end, meanings: &self.meanings[form] });
        });
        hits.sort_by_key(|hit| (hit.start, usize::MAX - hit.end));
        hits
    }

    /// Whether a form stands at the head of a text, as a word of its own.
    pub(crate) fn starts(&self, text: &str) -> bool {
        let mut found = false;
        let mut add = |form: usize, start: usize, end: usize| {
            found |= start == 0 && script::stands_alone(text, start, end, self.scripts[form]);
        };
        self.words.find_at(text.as_bytes(), 0, &mut add);
        if text.bytes().next().is_some_and(|head| self.others.heads[usize::from(head)]) {
            self.others.find(text, &mut add);
        }
        found
    }
}

/// Pairs of an ASCII byte and any other.
const HEADS: usize = 128 * 256;

/// The number of a pair of bytes, of which the first is ASCII.
fn head(first: u8, second: u8, fold: bool) -> usize {
    let [first, second] = [first, second].map(|byte| if fold { byte.to_ascii_lowercase() } else { byte });
    usize::from(first & 0x7f) << 8 | usize::from(second)
}

impl Words {
    /// Whether a form is one of these.
    fn take(form: &[u8], script: Script) -> bool {
        matches!(script, Script::Spaced | Script::Stem)
            && form.len() > 1
            && form.first().is_some_and(u8::is_ascii_alphanumeric)
    }

    fn of(forms: &[(usize, &[u8])], fold: bool) -> Self {
        let mut forms: Vec<Form> = forms.iter().map(|&(n, form)| Form::of(n, form, fold)).collect();
        let head = |form: &Form| head(form.bytes[0], form.bytes[1], fold);
        forms.sort_by_key(head);
        let mut begins = vec![0; HEADS + 1].into_boxed_slice();
        for form in &forms {
            begins[head(form) + 1] += 1;
        }
        for at in 0..HEADS {
            begins[at + 1] += begins[at];
        }
        Self { forms, begins, fold }
    }

    /// Gives each form that stands at the head of a word, with its first byte and one past its last.
    fn find(&self, text: &str, add: &mut impl FnMut(usize, usize, usize)) {
        let bytes = text.as_bytes();
        let mut inside = false;
        for (start, byte) in bytes.iter().enumerate() {
            let before = std::mem::replace(&mut inside, byte.is_ascii_alphanumeric());
            if inside && !before {
                self.find_at(bytes, start, add);
            }
        }
    }

    /// The same for the word that begins at one byte, if one does.
    fn find_at(&self, text: &[u8], start: usize, add: &mut impl FnMut(usize, usize, usize)) {
        let Some(&[first, second]) = text.get(start..).and_then(|rest| rest.first_chunk()) else { return };
        if !first.is_ascii_alphanumeric() {
            return;
        }
        let head = head(first, second, self.fold);
        let (from, to) = (self.begins[head] as usize, self.begins[head + 1] as usize);
        if from == to {
            return;
        }
        let eight = first_eight(text, start, self.fold);
        for form in &self.forms[from..to] {
            if form.stands_at(text, start, eight, self.fold) {
                add(form.number, start, start + form.bytes.len());
            }
        }
    }
}

impl Others {
    fn of(forms: &[(usize, &[u8])], fold: bool) -> Self {
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .match_kind(MatchKind::Standard)
            .ascii_case_insensitive(fold)
            .build(forms.iter().map(|(_, form)| form))
            .expect("the forms are far fewer and shorter than an automaton's limits");
        let mut heads = [false; 256];
        for head in forms.iter().filter_map(|(_, form)| form.first()) {
            for head in [head.to_ascii_lowercase(), head.to_ascii_uppercase()] {
                heads[usize::from(head)] = true;
            }
        }
        Self { automaton, forms: forms.iter().map(|(number, _)| *number).collect(), heads }
    }

    /// As [`Words::find`], wherever a form stands.
    fn find(&self, text: &str, add: &mut impl FnMut(usize, usize, usize)) {
        if text.bytes().any(|byte| self.heads[usize::from(byte)]) {
            for found in self.automaton.find_overlapping_iter(text) {
                add(self.forms[found.pattern().as_usize()], found.start(), found.end());
            }
        }
    }
}

/// Of overlapping hits, the leftmost, and of those the longest. `hits` is ordered as [`Matcher::hits`]
/// gives them.
pub(crate) fn leftmost_longest<'m, T>(hits: impl IntoIterator<Item = Hit<'m, T>>) -> Vec<Hit<'m, T>> {
    let mut kept: Vec<Hit<'m, T>> = Vec::new();
    for hit in hits {
        if kept.last().is_none_or(|last| last.end <= hit.start) {
            kept.push(hit);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(forms: &[&str], text: &str, expect: &[&str]) {
        let forms = forms.iter().map(|form| ((*form).to_owned(), vec![()])).collect();
        let matcher = Matcher::new(forms);
        let found: Vec<&str> =
            leftmost_longest(matcher.hits(text)).iter().map(|hit| &text[hit.start..hit.end]).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn latin_forms_stand_between_word_boundaries() {
        check(&["Oman", "Niger"], "Romans in Oman, Nigeria and Niger’s north", &["Oman", "Niger"]);
        check(&["U.S."], "the U.S. side and U.S.-led talks", &["U.S.", "U.S."]);
        check(&["ROK"], "China-ROK ties, ROKs", &["ROK"]);
    }

    #[test]
    fn a_longer_form_that_is_no_word_does_not_hide_a_shorter_one() {
        check(&["New York", "New Yorks"], "New York", &["New York"]);
        check(&["Costa", "Costa Rica"], "Costa Ricans and Costa Rica", &["Costa", "Costa Rica"]);
    }

    #[test]
    fn chinese_forms_need_no_boundary() {
        check(&["北京", "王毅"], "外长王毅在北京会见", &["王毅", "北京"]);
    }

    #[test]
    fn korean_forms_may_carry_particles_and_nothing_else_when_short() {
        check(&["왕이"], "왕이 부장은, 왕이가 대왕이 왕이었다", &["왕이", "왕이"]);
        check(&["인도"], "인도와 인도네시아, 인도적 지원, 인도는", &["인도", "인도"]);
        check(&["캄보디아"], "캄보디아군이", &["캄보디아"]);
        check(&["러시아", "아이티"], "러시아군이 아이티로그인을", &["러시아"]);
    }
}
