//! The lines that an editor writes to correct a mark: where it stands, as a quotation with its context, and
//! what it says now. `readout_prepare` reads them, from the file beside a document, its front matter or
//! `corpus.toml`.

use readout_corpus::{Document, Interval, Span};

/// Bytes of context on either side, at least, where there are as many.
const CONTEXT: usize = 24;

/// Bytes of a sentence that are quoted, at least.
const OPENING: usize = 60;

/// The path of a file without its extension. With `.toml` behind it, it is the file beside a document in
/// which its corrections stand.
pub fn stem(file: &str) -> &str {
    let name = file.rfind('/').map_or(0, |at| at + 1);
    file[name..].rfind('.').map_or(file, |at| &file[..name + at])
}

/// A mark of a document, by its index in the list of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkAt {
    /// Who says what.
    Statement(usize),
    /// A person, organisation or place.
    Mention(usize),
    /// A topic.
    Topic(usize),
    /// A date.
    Date(usize),
    /// Something agreed, promised or planned.
    Commitment(usize),
}

/// The lines that say what a mark says now, for an editor to change; empty where there is no such mark.
pub fn correction(document: &Document, mark: MarkAt) -> String {
    lines(document, mark).unwrap_or_default()
}

fn lines(document: &Document, mark: MarkAt) -> Option<String> {
    let mut out;
    match mark {
        MarkAt::Statement(at) => {
            let mark = document.statements.get(at)?;
            out = of_sentence(document, mark.sentence);
            list(&mut out, "speakers", &mark.speakers);
            if !mark.via.is_empty() {
                list(&mut out, "via", &mark.via);
            }
            if !mark.about.is_empty() {
                list(&mut out, "about", &mark.about);
            }
            line(&mut out, "voice", &quoted(mark.voice.key()));
            line(&mut out, "mode", &quoted(mark.mode.key()));
            if !mark.content {
                line(&mut out, "content", "false");
            }
        }
        MarkAt::Mention(at) => {
            let mark = document.mentions.get(at)?;
            out = of_words(document, mark.sentence, mark.span);
            line(&mut out, mark.kind.key(), &quoted(&mark.name));
        }
        MarkAt::Topic(at) => {
            let mark = document.topics.get(at)?;
            out = of_words(document, mark.sentence, mark.span);
            line(&mut out, "topic", &quoted(&mark.topic));
        }
        MarkAt::Date(at) => {
            let mark = document.dates.get(at)?;
            out = of_words(document, mark.sentence, mark.span);
            line(&mut out, "date", &quoted(&days(mark.days)));
        }
        MarkAt::Commitment(at) => {
            let mark = document.commitments.get(at)?;
            out = of_sentence(document, mark.sentence);
            line(&mut out, "commitment", &quoted(mark.kind.key()));
            list(&mut out, "by", &mark.by);
            if let Some(due) = mark.due {
                line(&mut out, "due", &quoted(&days(due)));
            }
        }
    }
    out.push_str("# remove = true\n");
    Some(out)
}

/// The head of a correction of a sentence: its first words, or all where another begins with them.
pub fn of_sentence(document: &Document, number: u32) -> String {
    let text = document.sentence_text(number);
    let opening = &text[..end_after(text, OPENING)];
    let alone = document.gaps.is_empty() && document.text.matches(opening).count() == 1;
    head(if alone { opening } else { text })
}

/// The head of a correction of some words, with what stands beside them where they stand more than once.
fn of_words(document: &Document, number: u32, span: Span) -> String {
    let words = span.of(&document.text).unwrap_or_default();
    let mut out = head(words);
    // Of an excerpt, it is not known what the rest holds.
    if !document.gaps.is_empty() || document.text.matches(words).count() > 1 {
        let text = document.sentence_text(number);
        let start = document.sentences.get(number as usize).map_or(0, |sentence| sentence.span.start);
        let within = |at: u32| at.saturating_sub(start) as usize;
        let before = text.get(..within(span.start)).unwrap_or_default();
        let after = text.get(within(span.end)..).unwrap_or_default();
        let before = before[start_before(before, CONTEXT)..].trim();
        let after = after[..end_after(after, CONTEXT)].trim();
        for (key, words) in [("before", before), ("after", after)] {
            if !words.is_empty() {
                line(&mut out, key, &quoted(words));
            }
        }
    }
    out
}

fn head(words: &str) -> String {
    let mut out = "[[correction]]\n".to_owned();
    line(&mut out, "quote", &quoted(words));
    out
}

/// The end of the word that reaches over so many bytes, or of the text.
fn end_after(text: &str, bytes: usize) -> usize {
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if at >= bytes && !joined(before, c) {
            return at;
        }
        before = c;
    }
    text.len()
}

/// The start of the word that reaches over so many bytes from the end.
fn start_before(text: &str, bytes: usize) -> usize {
    let mut after = ' ';
    for (at, c) in text.char_indices().rev() {
        let end = at + c.len_utf8();
        if end + bytes <= text.len() && !joined(c, after) {
            return end;
        }
        after = c;
    }
    0
}

/// Whether two characters are of one word. Scripts without spaces are cut anywhere.
fn joined(a: char, b: char) -> bool {
    let spaced = |c: char| c.is_alphanumeric() && c < '\u{2e80}';
    spaced(a) && spaced(b)
}

fn line(out: &mut String, key: &str, value: &str) {
    for part in [key, " = ", value, "\n"] {
        out.push_str(part);
    }
}

fn list(out: &mut String, key: &str, values: &[String]) {
    let values: Vec<String> = values.iter().map(|value| quoted(value)).collect();
    line(out, key, &["[", &values.join(", "), "]"].concat());
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            // The texts of documents and names have no other control characters.
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn days(days: Interval) -> String {
    let from = days.from.to_string();
    if days.from == days.to { from } else { [from, days.to.to_string()].join("/") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use readout_corpus::{Role, Sentence, TopicMention, Why};

    /// A document of these sentences, with a topic on the last place of the words.
    fn document(sentences: &[&str], words: &str) -> Document {
        let mut document = Document::default();
        for (paragraph, text) in (0..).zip(sentences) {
            let start = document.text.len();
            document.text.push_str(text);
            let span = Span::new(start, document.text.len());
            document.text.push(' ');
            document.sentences.push(Sentence {
                span,
                paragraph,
                role: Role::Body,
                repeats: None,
                source: None,
            });
        }
        let at = document.text.rfind(words).unwrap();
        let sentence = document.sentences.iter().position(|s| (s.span.end as usize) > at).unwrap();
        document.topics.push(TopicMention {
            sentence: sentence as u32,
            span: Span::new(at, at + words.len()),
            topic: "trade".to_owned(),
            why: Why::rule("a-rule", "", 90),
        });
        document
    }

    #[test]
    fn words_that_stand_once_are_quoted_alone() {
        let lines = correction(
            &document(&["T", "They spoke of \"free\" trade."], "\"free\" trade"),
            MarkAt::Topic(0),
        );
        let expect = "[[correction]]\nquote = \"\\\"free\\\" trade\"\ntopic = \"trade\"\n# remove = true\n";
        assert_eq!(lines, expect);
    }

    #[test]
    fn words_that_stand_twice_come_with_what_stands_beside_them() {
        let check = |sentences: &[&str], words: &str, expect: &str| {
            let lines = correction(&document(sentences, words), MarkAt::Topic(0));
            assert!(lines.contains(expect), "{lines}");
        };
        let first =
            "The trade ministers of both sides spoke at length of trade and of ferries between the harbours.";
        check(
            &[first],
            "trade",
            "before = \"sides spoke at length of\"\nafter = \"and of ferries between\"\n",
        );
        check(&["Trade.", "Trade."], "Trade", "quote = \"Trade\"\nafter = \".\"\ntopic");
        check(
            &["贸易。", "双方就2017年以来的贸易合作交换意见。"],
            "贸易",
            "before = \"双方就2017年以来的\"\n",
        );
    }

    #[test]
    fn a_sentence_is_quoted_by_its_opening_words_where_no_other_has_them() {
        let long = "The ministers said that they had spoken about the ferries between the two harbours and the price of bread.";
        let opening = "The ministers said that they had spoken about the ferries between";
        let head = |sentences: &[&str]| of_sentence(&document(sentences, "T"), 1);
        assert_eq!(head(&["T", long]), format!("[[correction]]\nquote = \"{opening}\"\n"));
        assert_eq!(head(&["T", long, opening]), format!("[[correction]]\nquote = \"{long}\"\n"));
    }

    #[test]
    fn there_are_no_lines_for_marks_that_there_are_not() {
        assert_eq!(correction(&document(&["T"], "T"), MarkAt::Statement(0)), "");
    }
}
