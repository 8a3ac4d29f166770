//! Turns a document's marks and search hits into what is drawn, and into what a mark says of itself.

use readout_corpus::{Document, Layer, MentionKind, Span, Why};
use readout_query::correct::MarkAt;
use readout_query::highlight::Mark;
use readout_query::{Facet, Hit};

use crate::state::Layers;
use crate::words::Words;

/// What a drawn mark stands for: an index into the document's own lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A search hit, from 0.
    Hit(u32),
    /// A person, organisation or place.
    Mention(usize),
    /// A topic.
    Topic(usize),
    /// A date.
    Date(usize),
    /// The cue of a statement.
    Cue(usize),
}

/// The marks of one document on the layers that are on.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Drawn {
    /// In the order in which they overlap; a mark's id is its place in `sources`.
    pub marks: Vec<Mark>,
    /// What each stands for.
    pub sources: Vec<Source>,
}

impl Drawn {
    fn push(&mut self, span: Span, layer: Layer, source: Source) {
        let id = u32::try_from(self.sources.len()).unwrap_or(u32::MAX);
        self.marks.push(Mark { span, layer, id });
        self.sources.push(source);
    }
}

/// The layer that a kind of name is drawn on.
pub fn layer_of(kind: MentionKind) -> Layer {
    match kind {
        MentionKind::Person => Layer::People,
        MentionKind::Organisation => Layer::Organisations,
        MentionKind::Place => Layer::Places,
    }
}

/// The marks to draw on a document.
pub fn drawn(document: &Document, hits: &[Hit], layers: Layers) -> Drawn {
    let mut drawn = Drawn::default();
    if layers.has(Layer::Search) {
        for (number, hit) in (0u32..).zip(hits) {
            drawn.push(hit.span, Layer::Search, Source::Hit(number));
        }
    }
    for (at, mention) in document.mentions.iter().enumerate() {
        if layers.has(layer_of(mention.kind)) {
            drawn.push(mention.span, layer_of(mention.kind), Source::Mention(at));
        }
    }
    if layers.has(Layer::Topics) {
        for (at, topic) in document.topics.iter().enumerate() {
            drawn.push(topic.span, Layer::Topics, Source::Topic(at));
        }
    }
    if layers.has(Layer::Dates) {
        for (at, date) in document.dates.iter().enumerate() {
            drawn.push(date.span, Layer::Dates, Source::Date(at));
        }
    }
    if layers.has(Layer::Statements) {
        for (at, statement) in document.statements.iter().enumerate() {
            if let Some(cue) = statement.cue {
                drawn.push(cue, Layer::Statements, Source::Cue(at));
            }
        }
    }
    drawn
}

/// What a mark says of itself when it is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// What it is: a person, a topic, a date, a speaker.
    pub kind: &'static str,
    /// What it stands for.
    pub name: String,
    /// The words as printed.
    pub printed: String,
    /// Why it is there.
    pub why: Why,
    /// A filter that finds more of the same.
    pub more: Option<(Facet, String)>,
    /// The mark itself, for who corrects it.
    pub mark: MarkAt,
}

/// Explains a mark; a search hit needs no explanation.
pub fn explain(
    words: Words,
    document: &Document,
    source: Source,
    topic_label: impl Fn(&str) -> String,
) -> Option<Explanation> {
    let printed = |span: Span| span.of(&document.text).unwrap_or_default().to_owned();
    Some(match source {
        Source::Hit(_) => return None,
        Source::Mention(at) => {
            let mention = document.mentions.get(at)?;
            let (kind, more) = match mention.kind {
                MentionKind::Person => (words.person, Some((Facet::Person, mention.name.clone()))),
                MentionKind::Organisation => (words.organisation, None),
                MentionKind::Place => (words.place, None),
            };
            Explanation {
                kind,
                name: mention.name.clone(),
                printed: printed(mention.span),
                why: mention.why.clone(),
                more,
                mark: MarkAt::Mention(at),
            }
        }
        Source::Topic(at) => {
            let topic = document.topics.get(at)?;
            Explanation {
                kind: words.topic,
                name: topic_label(&topic.topic),
                printed: printed(topic.span),
                why: topic.why.clone(),
                more: Some((Facet::Topic, topic.topic.clone())),
                mark: MarkAt::Topic(at),
            }
        }
        Source::Date(at) => {
            let date = document.dates.get(at)?;
            Explanation {
                kind: words.date,
                name: words.interval(date.days),
                printed: printed(date.span),
                why: date.why.clone(),
                more: None,
                mark: MarkAt::Date(at),
            }
        }
        Source::Cue(at) => {
            let statement = document.statements.get(at)?;
            Explanation {
                kind: words.who_speaks,
                name: words.names(&statement.speakers),
                printed: statement.cue.map(printed).unwrap_or_default(),
                why: statement.why.clone(),
                more: statement.speakers.first().map(|speaker| (Facet::Speaker, speaker.clone())),
                mark: MarkAt::Statement(at),
            }
        }
    })
}
