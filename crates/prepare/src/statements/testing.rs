//! Builds documents for tests: a text with a blank line between paragraphs and one sentence a line.

use readout_corpus::{Document, Mention, MentionKind, Role, Sentence, Span, Why};

/// A document in English with this text under the title “Title”; no marks yet.
pub(crate) fn document(text: &str) -> Document {
    titled("Title", text)
}

/// The same with a title.
pub(crate) fn titled(title: &str, text: &str) -> Document {
    let mut document = Document { text: format!("{title}\n\n{text}"), ..Document::default() };
    document.card.language = "en".to_owned();
    document.card.title = title.to_owned();
    let mut at = 0;
    for (number, paragraph) in document.text.split("\n\n").enumerate() {
        let paragraph_number = u32::try_from(number).unwrap();
        for line in paragraph.split('\n') {
            let role = if number == 0 { Role::Title } else { Role::Body };
            let span = Span::new(at, at + line.len());
            document.sentences.push(Sentence {
                span,
                paragraph: paragraph_number,
                role,
                repeats: None,
                source: None,
            });
            at += line.len() + 1;
        }
        at += 1;
    }
    document
}

/// Marks every occurrence of the names, longest first. Each line of `names`:
/// `person|place|organisation: canonical name = form, form, …`.
pub(crate) fn with_names(mut document: Document, names: &str) -> Document {
    let mut forms: Vec<(&str, &str, MentionKind)> = Vec::new();
    for line in names.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (kind, rest) = line.split_once(':').unwrap();
        let (name, others) = rest.split_once('=').unwrap_or((rest, rest));
        let kind = match kind {
            "person" => MentionKind::Person,
            "place" => MentionKind::Place,
            _ => MentionKind::Organisation,
        };
        forms.extend(others.split(',').map(|form| (form.trim(), name.trim(), kind)));
    }
    forms.sort_by_key(|(form, ..)| core::cmp::Reverse(form.len()));
    for (form, name, kind) in forms {
        for (at, _) in document.text.clone().match_indices(form) {
            let span = Span::new(at, at + form.len());
            let edge = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphanumeric());
            let alone = edge(document.text[..at].chars().last())
                && edge(document.text[at + form.len()..].chars().next());
            if !alone || document.mentions.iter().any(|m| m.span.overlaps(span)) {
                continue;
            }
            let sentence = document.sentences.iter().position(|s| s.span.contains(span)).unwrap();
            document.mentions.push(Mention {
                sentence: u32::try_from(sentence).unwrap(),
                span,
                kind,
                name: name.to_owned(),
                why: Why::rule("test", "", 100),
            });
        }
    }
    document.mentions.sort_by_key(|m| m.span);
    document
}
