//! A document: one text as published, its text and the marks made on it.

use serde::{Deserialize, Serialize};

use crate::{Commitment, DateMention, Day, Gap, Mention, Span, Statement, TopicMention};

/// How much of a document's text may be shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rights {
    /// The full text.
    #[default]
    Full,
    /// Some sentences only: see [`Document::gaps`].
    Excerpt,
    /// Our own words stand in for the text.
    Summary,
}

/// What part a sentence plays on the page that it was published on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The document's title: always and only sentence 0.
    Title,
    /// The account itself. Only body sentences count in shares and coverage.
    #[default]
    Body,
    /// A summary that the publisher (or its software) set beside the text.
    Summary,
    /// The words under a picture.
    Caption,
    /// The lines under a headline.
    Deck,
}

/// The place and day that a report gives itself at its head.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dateline {
    /// Place, as the gazetteer names it, else as printed.
    pub place: Option<String>,
    /// Day.
    pub date: Option<Day>,
}

/// One sentence of a document's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Where it stands in the document's text (bytes).
    pub span: Span,
    /// Paragraph number: 0 is the title, 1 the first paragraph. Never falls from one to the next.
    pub paragraph: u32,
    /// What part it plays.
    pub role: Role,
    /// The number of an earlier or later sentence that says the same words, where it says them again.
    pub repeats: Option<u32>,
    /// Where it stands in the file (bytes), where the file has an honest place for it.
    pub source: Option<Span>,
}

/// What a list shows of a document: everything but its text and marks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Unique in the corpus, stable between runs, fit for a URL.
    pub id: String,
    /// Path under the corpus folder, with `/` between its parts.
    pub file: String,
    /// SHA-256 of the file's bytes (of its line, for `.jsonl`), in hexadecimal.
    pub sha256: String,
    /// Title as plain text; never empty.
    pub title: String,
    /// Name of the [`Source`](crate::Source) that published it.
    pub source: Option<String>,
    /// Key of the [`Side`](crate::Side) that it speaks for: its source's, or what the text shows.
    pub side: Option<String>,
    /// Day of publication.
    pub published: Option<Day>,
    /// Place and day at the head of the report.
    pub dateline: Option<Dateline>,
    /// Language as BCP 47 (`en`, `zh`, `ko`, `und`).
    pub language: String,
    /// How much of it may be shown.
    pub rights: Rights,
    /// Where it was published.
    pub url: Option<String>,
    /// Id of the document that it is a copy of.
    pub duplicate_of: Option<String>,
    /// Number of sentences with [`Role::Body`].
    pub body_sentences: u32,
    /// Number of sentences that are not shown: those in the document's gaps.
    pub withheld: u32,
}

/// One text as published, with what preparation found in it.
///
/// Invariants, checked when a bundle's section is first used: `text` is what is shown; sentence 0
/// is the title and has [`Role::Title`], the only one; sentences are in order and do not overlap;
/// every span lies inside the text on character boundaries, and every mark inside its sentence.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// What a list shows of it. Serialised with the [`Catalogue`](crate::Catalogue) and not here, so
    /// that a bundle holds it once.
    #[serde(skip)]
    pub card: Card,
    /// Normalised text: the title, then the paragraphs, with a blank line between two.
    pub text: String,
    /// Sentences, in order. The index here is the sentence's number everywhere else (1 = first
    /// sentence after the title).
    pub sentences: Vec<Sentence>,
    /// The runs of sentences that are not shown, in order; never the title. In a bundle their spans are
    /// empty, and there are no marks on them.
    pub gaps: Vec<Gap>,
    /// Who said what, ordered by sentence.
    pub statements: Vec<Statement>,
    /// People, organisations and places, ordered by span.
    pub mentions: Vec<Mention>,
    /// Topics, ordered by span.
    pub topics: Vec<TopicMention>,
    /// Dates, ordered by span.
    pub dates: Vec<DateMention>,
    /// Commitments, ordered by sentence.
    pub commitments: Vec<Commitment>,
}

impl Document {
    /// The sentences of the account itself with their numbers, in order.
    pub fn body(&self) -> impl Iterator<Item = (u32, &Sentence)> {
        (0u32..).zip(&self.sentences).filter(|(_, sentence)| sentence.role == Role::Body)
    }

    /// The words of sentence `number`; empty where there is none.
    pub fn sentence_text(&self, number: u32) -> &str {
        self.sentences.get(number as usize).and_then(|s| s.span.of(&self.text)).unwrap_or_default()
    }
}
