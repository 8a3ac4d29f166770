//! What is answered.

use readout_corpus::{Interval, Span};

use crate::Facet;

/// A document that answers a request.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// Index of the document in the catalogue.
    pub document: u32,
    /// BM25 score; 0 where no words were asked for.
    pub score: f32,
    /// Number of places where the words stand in it, and are shown.
    pub hits: u32,
    /// Number of places where words stand in its sentences that are not shown.
    pub withheld: u32,
}

/// A facet value with its count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    /// The value, as in [`Request::chosen`](crate::Request).
    pub value: String,
    /// What readers see.
    pub label: String,
    /// Documents that match everything else that is asked and have this value: what a click gives.
    pub count: u32,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// One facet with its values: chosen ones and those with a count first, most first, then by label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetCounts {
    /// Which facet.
    pub facet: Facet,
    /// Every value of the corpus, also those with no document left.
    pub values: Vec<FacetValue>,
}

/// Something that the reader should know about how the words were understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// No document has the word; words that begin with it were searched instead.
    Began {
        /// The word as typed.
        word: String,
        /// Words of the corpus that were searched instead, at most a handful.
        instead: Vec<String>,
    },
    /// No document has the word; words one edit away were searched instead.
    Fuzzy {
        /// The word as typed.
        word: String,
        /// Words of the corpus that were searched instead.
        instead: Vec<String>,
    },
    /// Another form of an exact phrase, not among the results: a set phrase is never silently merged.
    Variant {
        /// The phrase as typed, without quotation marks.
        phrase: String,
        /// The other form, ready to be searched for.
        variant: String,
        /// Documents that have it and match everything else.
        documents: u32,
    },
    /// A quotation mark was never closed; the phrase was taken to go on to the end.
    Unclosed,
    /// A field that does not exist; its words were searched as words.
    UnknownField {
        /// The field as typed, without the colon.
        field: String,
    },
    /// A part of the query that means nothing (an `OR` without a neighbour, a lone `-`) was ignored.
    Ignored {
        /// The part as typed.
        part: String,
    },
    /// Only words to leave out were given: everything else is listed.
    OnlyNegative,
    /// Something was asked for that cannot be looked for in sentences that are not shown: a phrase, or
    /// words in a script that is written without spaces.
    NotShown {
        /// Documents with such sentences that have the chosen values and days.
        documents: u32,
    },
    /// No value of the facet has this name.
    NoSuchValue {
        /// The field.
        facet: Facet,
        /// The value as typed.
        value: String,
    },
}

/// The answer to a request.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answer {
    /// The documents, best first; by date where no words were asked for.
    pub documents: Vec<Found>,
    /// Number of hits in all of them.
    pub hits: u64,
    /// Facet counts over the whole hit set, in the order of [`Facet::ALL`].
    pub facets: Vec<FacetCounts>,
    /// What the reader should know.
    pub notes: Vec<Note>,
}

/// A place where the asked words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Where it stands in the document's text (bytes); a phrase is one hit.
    pub span: Span,
    /// Number of its first sentence.
    pub sentence: u32,
}

/// A stretch of a snippet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether they are a hit.
    pub hit: bool,
}

/// A short passage of a document around its best hits, or its beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// Number of the sentence that it starts in.
    pub sentence: u32,
    /// Whether words before it were left out.
    pub cut_before: bool,
    /// Whether words after it were left out.
    pub cut_after: bool,
    /// The words, in order.
    pub pieces: Vec<Piece>,
}

/// Days that texts name, with where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedDays {
    /// The days.
    pub days: Interval,
    /// Number of places that name them.
    pub mentions: u32,
    /// Indexes of the documents that name them, rising.
    pub documents: Vec<u32>,
    /// The words that name them most often.
    pub surface: String,
}
