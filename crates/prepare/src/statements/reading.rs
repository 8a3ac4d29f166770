//! What a single sentence shows of reported speech, before its neighbours are looked at. The same
//! for every language.

use readout_corpus::Span;

use super::cues::Gives;
use super::subjects::Who;

/// What one sentence shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Whose words; `None` where the sentence has a cue without a subject and goes on with the last
    /// speaker (“adding that …”).
    pub(crate) who: Option<Who>,
    /// Who relays it, outermost first.
    pub(crate) via: Vec<Who>,
    /// Other people whose words the sentence tells, inside those of `who`.
    pub(crate) inner: Vec<Who>,
    /// Where the cue stands in the text (bytes).
    pub(crate) cue: Span,
    /// Subject and cue with what belongs to them, for telling direct speech (bytes).
    pub(crate) attribution: Vec<Span>,
    /// What it gives.
    pub(crate) gives: Gives,
    /// Whether the cue follows the words; then nothing is carried over from it.
    pub(crate) trails: bool,
    /// Whether it is speech only where somebody is known to be speaking.
    pub(crate) weak: bool,
    /// Name of the rule.
    pub(crate) rule: &'static str,
    /// From 0 to 100.
    pub(crate) confidence: u8,
}
