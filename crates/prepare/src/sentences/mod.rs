//! Splits paragraphs into sentences, in English, Chinese and Korean, mixed as they come.
//!
//! Works on one paragraph of normalised text and knows nothing of documents. A sentence ends
//! - in Chinese and Japanese at 。！？, with the closing marks after it;
//! - in Korean at a full stop after Hangul, whether or not a space follows;
//! - elsewhere at `.`, `!`, `?` where what stands before and after them allows it.

mod lists;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

/// The longest sentence (bytes). Among 15,000 sentences of real reports the longest had 1,294.
const LONGEST_SENTENCE: usize = 4096;

/// How far around a full stop an address is looked for (characters).
const LONGEST_ADDRESS: usize = 200;

/// The sentences of a paragraph as byte ranges of `text`, in order, without the space around them.
pub(crate) fn split(text: &str) -> Vec<Range<usize>> {
    let mut ends = Vec::new();
    let mut items = lists::items(text);
    items.push(text.len());
    let mut item = 0;
    for next in items {
        let splitter = Splitter { text: &text[item..next], marker: lists::marker_length(&text[item..next]) };
        ends.extend(splitter.ends().into_iter().map(|end| item + end));
        ends.push(next);
        item = next;
    }
    let mut sentences = Vec::new();
    let mut start = 0;
    for end in ends {
        let piece = &text[start..end];
        let from = start + (piece.len() - piece.trim_start().len());
        let to = start + piece.trim_end().len();
        push_bounded(text, from..to, &mut sentences);
        start = end;
    }
    sentences
}

/// Adds a sentence, parted where it is longer than people write: then it is a list, a table or data without full
/// stops, and whatever looks along a sentence must not look along a whole file.
fn push_bounded(text: &str, mut sentence: Range<usize>, sentences: &mut Vec<Range<usize>>) {
    while sentence.len() > LONGEST_SENTENCE {
        let reach = text.floor_char_boundary(sentence.start + LONGEST_SENTENCE);
        let head = &text[sentence.start..reach];
        let words = head.rfind(char::is_whitespace).map_or(head, |at| &head[..at]).trim_end();
        let end = sentence.start + if words.is_empty() { head.len() } else { words.len() };
        sentences.push(sentence.start..end);
        let rest = &text[end..sentence.end];
        sentence.start = sentence.end - rest.trim_start().len();
    }
    if !sentence.is_empty() {
        sentences.push(sentence);
    }
}

/// The marks that end a Chinese sentence.
const WIDE: [char; 4] = ['。', '！', '？', '｡'];

/// Whether a text ends as a sentence does, closing marks aside.
pub(crate) fn ends_as_sentence(text: &str) -> bool {
    text.trim_end().trim_end_matches(is_closing).trim_end().ends_with(is_terminator)
}

/// `.`, `!`, `?` and their full-width forms.
pub(crate) fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '。' | '！' | '？' | '…' | '．' | '｡')
}

/// A pattern whose classes and word boundaries are those of ASCII: on text with any other character
/// Unicode boundaries make a search tens of times slower, and dates, labels and marks need none.
pub(crate) fn ascii_pattern(pattern: &str) -> String {
    let spaced = pattern.replace(r"\b", r"(?-u:\b)").replace(r"\d", "[0-9]").replace(r"\s", r"[\x20\u{a0}]");
    spaced.replace(r"\w", "[0-9A-Za-z_]")
}

/// Whether a word often begins a sentence and is no name.
pub(crate) fn is_starter(word: &str) -> bool {
    words::STARTERS.contains(&word.to_lowercase().as_str())
}

/// Whether a text ends with nothing but figures since its last bracket opened (“…(7.29.-31”).
fn is_day_in_figures(text: &str) -> bool {
    const LONGEST: usize = 16;
    let open = text.rfind('(').filter(|at| text.len() - at <= LONGEST);
    open.is_some_and(|at| {
        let figures = &text[at + 1..];
        figures.contains('.')
            && figures.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '~' | ' '))
    })
}

/// Whether a word is a month and a day in figures (“6.10”).
fn is_month_and_day(word: &str) -> bool {
    let within = |part: &str, last: u8| part.parse().is_ok_and(|number: u8| (1..=last).contains(&number));
    word.split_once('.').is_some_and(|(month, day)| within(month, 12) && within(day, 31))
}

/// Whether a character is a Hangul syllable.
pub(crate) fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}

/// Whether a character is a Chinese character or Japanese kana.
pub(crate) fn is_han_or_kana(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '”'
            | '’'
            | ')'
            | ']'
            | '}'
            | '»'
            | '」'
            | '』'
            | '）'
            | '》'
            | '】'
            | '〉'
            | '〕'
            | '＂'
    )
}

fn is_opening(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '“' | '‘' | '(' | '[' | '«' | '「' | '『' | '（' | '《' | '【' | '〈' | '△' | '▲'
    )
}

struct Splitter<'a> {
    text: &'a str,
    /// Length of the list marker that the paragraph begins with.
    marker: usize,
}

impl Splitter<'_> {
    /// Where sentences end (bytes), closing marks included.
    fn ends(&self) -> Vec<usize> {
        let text = self.text;
        let brackets = closed_brackets(text);
        let mut ends = Vec::new();
        let mut at = self.marker.max(words::dateline_length(text));
        let mut start = 0;
        while let Some(found) = text[at..].find(is_terminator) {
            let from = at + found;
            // The whole run of marks (“?!”, “...”, “. . .”), then the closing marks after it.
            let run = self.run_from(from);
            let after_run = from + run.length;
            let closings = text[after_run..].len() - text[after_run..].trim_start_matches(is_closing).len();
            let mut end = after_run + closings;
            // “……。”。: some pages end the sentence around a quotation, too.
            if closings > 0 {
                end += text[end..].len() - text[end..].trim_start_matches(WIDE).len();
            }
            at = end.max(from + 1);
            let bracket = brackets.get(brackets.partition_point(|bracket| bracket.end <= from));
            // A remark in brackets does not end the sentence around it, unless it ends there too.
            if bracket.is_some_and(|bracket| bracket.start < from && end < bracket.end) {
                continue;
            }
            if let Some(end) = self.boundary(start, from, after_run, end, &run) {
                ends.push(end);
                start = end;
            }
        }
        ends
    }

    fn run_from(&self, from: usize) -> Run {
        let mut length = 0;
        let mut dots = 0;
        let mut other = false;
        let mut spaced = false;
        let rest = &self.text[from..];
        for (at, c) in rest.char_indices() {
            match c {
                '.' => dots += 1,
                '…' => dots += 3,
                c if is_terminator(c) => other = true,
                ' ' if dots > 0
                    && !other
                    && rest[at + 1..].starts_with('.')
                    && spaced_dots(&rest[at + 1..]) =>
                {
                    spaced = true;
                    continue;
                }
                _ => break,
            }
            length = at + c.len_utf8();
        }
        Run { length, dots, other, spaced }
    }

    /// The end of the sentence if a run of marks at `from..after_run` ends one; `end` lies past the
    /// closing marks.
    fn boundary(&self, start: usize, from: usize, after_run: usize, end: usize, run: &Run) -> Option<usize> {
        let text = self.text;
        let before = text[..from].chars().next_back()?;
        let mark = text[from..].chars().next()?;
        let rest = &text[end..];
        let next = rest.trim_start();
        let Some(first) = next.chars().next() else { return Some(end) };
        let spaced = rest.len() > next.len();
        let closed = end > after_run;
        // Some pages print the marks of Chinese half as wide.
        let narrow = matches!(mark, '!' | '?')
            && !spaced
            && is_han_or_kana(before)
            && (is_han_or_kana(first) || is_opening(first));
        if narrow || WIDE.contains(&mark) {
            // A quoted exclamation inside a sentence: “……！”的……, “……？”，……
            let goes_on =
                closed && matches!(first, '的' | '，' | ',' | '、' | '；' | '：' | '之' | 'と' | 'の');
            return (!goes_on).then_some(end);
        }
        // “회담(6.16.)을”, “방문(7.29.-31.) 시”: a day in figures
        if closed && before.is_ascii_digit() && is_day_in_figures(&text[..from]) {
            return None;
        }
        if is_hangul(before) && !run.spaced {
            let after = After { end, closed, spaced, first };
            return self.after_hangul(start, from, run, &after);
        }
        if run.dots > 1 && !run.other {
            return self.after_dots(from, end, run, spaced, first);
        }
        if !spaced {
            return (!closed && run.length == 1 && mark == '.' && self.run_together(from, next))
                .then_some(end);
        }
        if first.is_lowercase() || matches!(first, ',' | ';' | ':' | '-' | '–' | '—' | '，') {
            return None;
        }
        if mark != '.' || run.other {
            return (!(closed && words::attributes(next))).then_some(end);
        }
        (closed || self.full_stop_ends(start, from, next)).then_some(end)
    }

    fn after_hangul(&self, start: usize, from: usize, run: &Run, after: &After) -> Option<usize> {
        let After { end, closed, spaced, first } = *after;
        let before = &self.text[start..from];
        // “가. ”, “나. ” mark list items.
        if spaced && before.trim().chars().nth(1).is_none() {
            return None;
        }
        // A particle after the closing quotation mark goes on: “…했다.”며 …
        if closed && !spaced && is_hangul(first) {
            return None;
        }
        // So does one that stands apart: “…했다.” 고 말했다
        let rest = self.text[end..].trim_start();
        if closed && ["고 ", "라고 ", "며 ", "며,", "면서 "].iter().any(|particle| rest.starts_with(particle))
        {
            return None;
        }
        if run.dots > 1 && !run.other {
            return before.ends_with(['다', '요', '까', '죠']).then_some(end);
        }
        if !spaced && !closed && !before.ends_with(['다', '요', '까', '죠', '음', '함', '임', '됨']) {
            return None;
        }
        (!matches!(first, ',' | '·')).then_some(end)
    }

    /// Ellipses end a sentence where a capital follows; four spaced dots after a word are its own
    /// full stop and an ellipsis before the next sentence.
    fn after_dots(&self, from: usize, end: usize, run: &Run, spaced: bool, first: char) -> Option<usize> {
        let starts_next =
            first.is_uppercase() || is_opening(first) || is_han_or_kana(first) || is_hangul(first);
        if !(spaced && starts_next) {
            return None;
        }
        let attached = !self.text[..from].ends_with(char::is_whitespace);
        if run.spaced && run.dots >= 4 && attached {
            return Some(from + 1);
        }
        if run.spaced && run.dots < 4 {
            return None;
        }
        // A bracketed omission “[...]” says nothing about the sentence.
        (!self.text[..from].ends_with('[')).then_some(end)
    }

    /// “…world.Today is…”: a full stop without a space, between two words of a sentence.
    fn run_together(&self, from: usize, next: &str) -> bool {
        let token = self.token_around(from);
        if token.contains("://") || token.contains('@') || token.starts_with("www.") {
            return false;
        }
        let word =
            self.text[..from].rsplit(|c: char| !c.is_alphanumeric() && c != ',').next().unwrap_or_default();
        let prose = word.chars().count() >= 2
            && (word.chars().all(|c| c.is_lowercase())
                || word.chars().all(|c| c.is_ascii_digit() || c == ','))
            || (word.chars().count() >= 4 && word.chars().skip(1).all(char::is_lowercase));
        let mut following = next.chars();
        let capital = following.next().is_some_and(char::is_uppercase);
        let small = following.next().is_some_and(|c| c.is_lowercase() || c.is_whitespace());
        prose && capital && small && !words::BEFORE_NAMES.contains(&word)
    }

    /// What stands around a place without white space in it, as far as an address reaches: a text without any
    /// white space is not looked through for each of its full stops.
    fn token_around(&self, at: usize) -> &str {
        let (before, after) = self.text.split_at(at);
        let in_token = |c: &char| !c.is_whitespace();
        let start: usize =
            before.chars().rev().take(LONGEST_ADDRESS).take_while(in_token).map(char::len_utf8).sum();
        let end: usize = after.chars().take(LONGEST_ADDRESS).take_while(in_token).map(char::len_utf8).sum();
        &self.text[at - start..at + end]
    }

    /// Whether one full stop followed by space and no small letter ends a sentence.
    fn full_stop_ends(&self, start: usize, from: usize, next: &str) -> bool {
        let before = &self.text[start..from];
        let word = last_word(before).trim_start_matches(is_opening);
        let lower = word.to_lowercase();
        let digit = next.starts_with(|c: char| c.is_ascii_digit());
        let following = first_word(next);
        let following_lower = following.to_lowercase();
        let starter = words::STARTERS.contains(&following_lower.as_str());
        let is_list_marker = before.trim() == word
            && !word.is_empty()
            && word.chars().count() <= 3
            && word.chars().all(|c| c.is_ascii_digit() || (c.is_ascii_alphabetic() && word.len() == 1));
        if is_list_marker {
            return false;
        }
        // Dates such as “2025. 12. 29.”
        if word.bytes().all(|b| b.is_ascii_digit()) && is_spaced_date(before, digit) {
            return false;
        }
        // “6.10. 오전”: a day in figures
        if is_month_and_day(word) && next.starts_with(is_hangul) {
            return false;
        }
        if matches!(lower.as_str(), "a.m" | "p.m") {
            let few = before.split_whitespace().nth(3).is_none();
            let zone = following.chars().count() <= 4 && following.chars().all(char::is_uppercase);
            let goes_on = zone || words::AFTER_TIMES.contains(&following_lower.as_str());
            // “at 6 p.m. (8 p.m. in Rome)”
            let aside = self.text[from..].trim_start_matches('.').trim_start().starts_with('(');
            return !(digit || goes_on || few || aside);
        }
        if words::BEFORE_NAMES.contains(&lower.as_str()) {
            // “in the street St. ” hardly ends so; “5th st. ” may, before a word that begins one.
            return lower == "st" && word.starts_with('s') && starter;
        }
        if words::BEFORE_NUMBERS.contains(&lower.as_str()) {
            return !digit;
        }
        if words::EITHER.contains(&lower.as_str()) {
            return starter && !digit;
        }
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let capitals_with_stops = word.contains('.')
            && word.split('.').all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic));
        if capitals_with_stops {
            return starter;
        }
        if letters == 1 && word.chars().count() == 1 && word.chars().all(char::is_uppercase) {
            // An initial, unless it is the pronoun or a label at the end of a clause.
            let previous = last_word(before[..before.len() - word.len()].trim_end());
            let after_small = previous.starts_with(char::is_lowercase);
            return starter && after_small;
        }
        true
    }
}

/// What stands after a run of terminators.
struct After {
    /// Past the closing marks (bytes).
    end: usize,
    /// Whether closing marks follow the run.
    closed: bool,
    /// Whether white space follows them.
    spaced: bool,
    /// The first character after that.
    first: char,
}

/// A run of terminators.
struct Run {
    /// Bytes.
    length: usize,
    /// Full stops in it; an ellipsis character counts three.
    dots: usize,
    /// Whether it has `!`, `?` or a full-width mark.
    other: bool,
    /// Whether its dots have spaces between them.
    spaced: bool,
}

/// Whether the text goes on as “. . .” does: a dot, then a space and a dot, or no word at all.
fn spaced_dots(rest: &str) -> bool {
    let after = &rest[1..];
    after.is_empty() || after.starts_with([' ', '.']) || after.starts_with(is_closing)
}

fn last_word(text: &str) -> &str {
    text.rsplit(|c: char| c.is_whitespace() || matches!(c, '/' | '—' | '–')).next().unwrap_or_default()
}

fn first_word(text: &str) -> &str {
    let text = text.trim_start_matches(is_opening);
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    &text[..end]
}

/// Whether the text ends inside a date written “2025. 12. 29.”: in its year or month before another
/// number, in its day before words.
fn is_spaced_date(before: &str, number_follows: bool) -> bool {
    let lengths: Vec<usize> = before
        .rsplit(' ')
        .map_while(|part| {
            let number = part.strip_suffix('.').unwrap_or(part);
            (!number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())).then_some(number.len())
        })
        .take(3)
        .collect();
    match lengths[..] {
        [1 | 2, 1 | 2, 4] => true,
        [4, ..] | [1 | 2, 4, ..] => number_follows,
        _ => false,
    }
}

/// Outermost round brackets that are closed again within the paragraph, ends included, in order.
fn closed_brackets(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '(' | '（' => open.push(at),
            ')' | '）' => {
                if let Some(start) = open.pop() {
                    while found.pop_if(|inner| inner.start > start).is_some() {}
                    found.push(start..at + c.len_utf8());
                }
            }
            _ => {}
        }
    }
    found
}
