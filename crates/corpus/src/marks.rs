//! Marks: what is drawn on a text, each with the reason why it is there.

use serde::{Deserialize, Serialize};

use crate::{Interval, Span};

/// Gives a kind of mark the list of its values, and each value its name.
macro_rules! named {
    ($kind:ident { $($value:ident = $name:literal),+ }) => {
        impl $kind {
            /// Every value, in order.
            pub const ALL: &[Self] = &[$(Self::$value),+];

            /// Its name in files and addresses.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$value => $name),+
                }
            }
        }
    };
}

named!(Voice {
    Own = "own",
    Counterpart = "counterpart",
    Joint = "joint",
    Reported = "reported",
    Unnamed = "unnamed"
});
named!(Mode { Direct = "direct", Indirect = "indirect", Mixed = "mixed" });
named!(MentionKind { Person = "person", Organisation = "organisation", Place = "place" });
named!(CommitmentKind { Agreed = "agreed", Pledged = "pledged", Planned = "planned" });

/// Who made a mark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// A rule of preparation.
    #[default]
    Rule,
    /// A person, in the corpus's own files.
    Editor,
}

/// Why a mark is there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Why {
    /// Name of the rule, in kebab case (`cue-after-subject`).
    pub rule: String,
    /// The words or facts that the rule rests on, short.
    pub evidence: String,
    /// From 0 (a guess) to 100 (certain).
    pub confidence: u8,
    /// Who made it.
    pub origin: Origin,
}

impl Why {
    /// A mark made by a rule, with confidence from 0 to 100.
    pub fn rule(rule: &str, evidence: impl Into<String>, confidence: u8) -> Self {
        Self { rule: rule.to_owned(), evidence: evidence.into(), confidence, origin: Origin::Rule }
    }
}

/// A layer of marks that a reader can switch on and off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Layer {
    /// Search hits.
    Search,
    /// People.
    People,
    /// Organisations.
    Organisations,
    /// Places.
    Places,
    /// Topics.
    Topics,
    /// Dates.
    Dates,
    /// Who said what.
    Statements,
}

/// Whose voice a statement is, seen from its document's source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Voice {
    /// The source's own side.
    Own,
    /// The other side, as this source tells it.
    Counterpart,
    /// Both together (“the two sides agreed”).
    Joint,
    /// A named speaker, in a source that speaks for no side.
    Reported,
    /// A nameless speaker (“an official said”).
    Unnamed,
}

/// How the words are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// In quotation marks, whole.
    Direct,
    /// In the reporter's words.
    Indirect,
    /// Some words in quotation marks.
    Mixed,
}

/// A sentence that reports speech.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// Number of the sentence.
    pub sentence: u32,
    /// Id of the meeting at which it was said.
    pub meeting: Option<String>,
    /// Whose content it is; several for a joint statement. A nameless one is described
    /// (`unnamed official`). Never empty.
    pub speakers: Vec<String>,
    /// Who relays it, outermost first.
    pub via: Vec<String>,
    /// Whom a nameless relay speaks about.
    pub about: Vec<String>,
    /// Whose voice it is, seen from the source.
    pub voice: Voice,
    /// How the words are given.
    pub mode: Mode,
    /// Where the cue stands in the text (bytes); `None` where it is carried over.
    pub cue: Option<Span>,
    /// Whether it has no cue of its own and goes on with the last speaker.
    pub carried: bool,
    /// Whether it gives what was said; `false` where it only names a topic or points back.
    pub content: bool,
    /// Why the speaker is who it is.
    pub why: Why,
}

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MentionKind {
    /// A person.
    Person,
    /// An organisation.
    Organisation,
    /// A place.
    Place,
}

/// A person, organisation or place named in a text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// Number of the sentence.
    pub sentence: u32,
    /// Where the name stands in the text (bytes).
    pub span: Span,
    /// What it stands for.
    pub kind: MentionKind,
    /// Canonical name: the gazetteer's, else as printed.
    pub name: String,
    /// Why it is there.
    pub why: Why,
}

/// A topic raised in a text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TopicMention {
    /// Number of the sentence.
    pub sentence: u32,
    /// The words that raise it (bytes of the text).
    pub span: Span,
    /// Key of the topic (`missile-defence`).
    pub topic: String,
    /// Why it is there.
    pub why: Why,
}

/// A date named in a text, with the days that it resolves to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DateMention {
    /// Number of the sentence.
    pub sentence: u32,
    /// The words that name it (bytes of the text).
    pub span: Span,
    /// The days that it resolves to.
    pub days: Interval,
    /// Why it resolves so.
    pub why: Why,
}

/// How firmly a commitment is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CommitmentKind {
    /// Agreed by both.
    Agreed,
    /// Promised by one.
    Pledged,
    /// Planned.
    Planned,
}

/// Something agreed, promised or planned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Commitment {
    /// Number of the sentence.
    pub sentence: u32,
    /// How firmly.
    pub kind: CommitmentKind,
    /// Who makes it.
    pub by: Vec<String>,
    /// By when, where it is stated.
    pub due: Option<Interval>,
    /// Why it is there.
    pub why: Why,
}
