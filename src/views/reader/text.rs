//! The text: runs of sentences with their marks. Every character reaches the page as text.

use std::rc::Rc;

use leptos::prelude::*;
use readout_corpus::{Document, Layer, Role, Span};
use readout_query::Facet;
use readout_query::correct::MarkAt;
use readout_query::highlight::segments;

use super::explain::{of_statement, why};
use super::head::published;
use super::margin::{line_class, name, role_label};
use crate::browser::page;
use crate::components::node::{Element, el};
use crate::queries::Queries;
use crate::queries::marks::{Drawn, Explanation, Source, drawn, explain};
use crate::queries::runs::{Run, runs};
use crate::state::{History, ViewState};

/// What is being explained: the run that it stands in, and the marks (none: who speaks the run).
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    run: u32,
    sources: Vec<Source>,
    /// The mark whose lines an editor asked for.
    pub correcting: Option<MarkAt>,
    /// Whether they were copied.
    pub copied: bool,
}

impl Asked {
    fn new(run: u32, sources: Vec<Source>) -> Self {
        Self { run, sources, correcting: None, copied: false }
    }
}

/// What the pieces of one text share while it is drawn.
struct Page<'a> {
    state: ViewState,
    document: &'a Rc<Document>,
    drawn: Drawn,
    /// The current hit, where words are searched for.
    current: u32,
    /// The sentence that a link names.
    cited: Option<u32>,
    asked: RwSignal<Option<Asked>>,
    sharing: Option<RwSignal<bool>>,
}

/// Sentences shown before and after the one that a passage is about.
const BEFORE: u32 = 2;
const AFTER: u32 = 3;

/// The text of the open document, its title included. Where `passage` is true, only what stands around
/// the sentence that is cited, or the beginning; where that leaves something out, the second value says so.
pub fn text(
    queries: Queries,
    state: ViewState,
    document: &Rc<Document>,
    asked: RwSignal<Option<Asked>>,
    sharing: Option<RwSignal<bool>>,
    passage: bool,
) -> (Vec<Element>, bool) {
    let layers = state.look.get().layers;
    let hits = queries.hits.get();
    let last = u32::try_from(hits.len()).unwrap_or(u32::MAX).saturating_sub(1);
    let current = state.reading.with(|r| r.as_ref().map_or(0, |r| r.hit)).min(last);
    let cited = state.reading.with(|r| r.as_ref().and_then(|r| r.sentence));
    let page =
        Page { state, document, drawn: drawn(document, &hits, layers), current, cited, asked, sharing };
    let mut all = vec![page.sentences(el("h2"), 0, 0, 0)];
    // The title belongs to no run, and its marks explain themselves all the same.
    all.extend(
        asked.get().filter(|asked| asked.run == 0).map(|asked| page.explanation(queries, None, &asked)),
    );
    let runs = runs(document, layers.has(Layer::Statements));
    let middle = cited.unwrap_or(1 + BEFORE);
    let shown = |run: &Run| !passage || (run.last + BEFORE >= middle && run.first <= middle + AFTER);
    let cut = !runs.iter().all(shown);
    all.extend(runs.into_iter().filter(shown).map(|run| page.run(queries, run)));
    (all, cut)
}

impl Page<'_> {
    fn run(&self, queries: Queries, run: Run) -> Element {
        if run.gap {
            return self.gap(run);
        }
        let statement = run.statement.and_then(|at| self.document.statements.get(at));
        let aside = if run.role == Role::Body { "" } else { " apart" };
        let class = line_class(queries, statement) + if run.opens_paragraph { " opens" } else { "" } + aside;
        let voice = statement.map_or("none", |s| s.voice.key());
        let mut margin = el("div").class("margin");
        let again = (run.first..=run.last).all(|n| {
            self.document.sentences.get(n as usize).is_some_and(|s| s.repeats.is_some_and(|r| r < n))
        });
        if let Some(label) = role_label(self.state.words(), run.role, again) {
            margin = margin.child(el("p").class("role").text(label));
        }
        if let Some(statement) = statement {
            let asked = self.asked;
            let ask = move || asked.set(Some(Asked::new(run.first, Vec::new())));
            margin = margin
                .child(name(self.state.words(), statement, self.document.card.source.as_deref()).press(ask));
        }
        let body = el("div").key(run.first.to_string()).class(class).attr("data-voice", voice).child(margin);
        let body = body.child(self.sentences(el("p"), run.first, run.last, run.first));
        match self.asked.get().filter(|asked| asked.run == run.first) {
            Some(asked) => body.child(self.explanation(queries, run.statement, &asked)),
            None => body,
        }
    }

    /// What stands in place of sentences that are not shown: how many they are, and where they can be read.
    fn gap(&self, run: Run) -> Element {
        let words = self.state.words();
        let count = words.count(words.not_shown, u64::from(run.last + 1 - run.first));
        let gap = el("p").key(run.first.to_string()).class("gap").text(count);
        match published(&self.document.card, words.read_at_source) {
            Some(link) => gap.text(" ").child(link),
            None => gap,
        }
    }

    fn explanation(&self, queries: Queries, statement: Option<usize>, asked: &Asked) -> Element {
        let words = self.state.words();
        let explanations: Vec<Explanation> = if asked.sources.is_empty() {
            let printed = |span: Span| span.of(&self.document.text).unwrap_or_default().to_owned();
            let of_run = |at: usize| {
                let statement = self.document.statements.get(at)?;
                Some(of_statement(words, statement, at, statement.cue.map(printed).unwrap_or_default()))
            };
            statement.and_then(of_run).into_iter().collect()
        } else {
            let label = |key: &str| queries.with(|e| e.label(Facet::Topic, key));
            asked.sources.iter().filter_map(|source| explain(words, self.document, *source, label)).collect()
        };
        let (asked, state, sentence) = (self.asked, self.state, asked.run);
        let share = self.sharing.map(|sharing| {
            let cite = move || {
                state.change(History::Same, |view| {
                    if let Some(reading) = &mut view.reading {
                        reading.sentence = Some(sentence);
                    }
                });
                sharing.set(true);
            };
            el("button").class("link").text(words.share_passage).press(cite)
        });
        why(state, self.document, explanations, asked, share, move || {
            asked.set(None);
            page::focus_after_drawing("#reader".to_owned());
        })
    }

    /// Fills an element with the sentences from `first` to `last`, each a span of its own.
    fn sentences(&self, mut into: Element, first: u32, last: u32, run: u32) -> Element {
        let text = |span: Span| span.of(&self.document.text).unwrap_or_default().to_owned();
        for number in first..=last {
            let Some(sentence) = self.document.sentences.get(number as usize) else { continue };
            let inside: Vec<_> =
                self.drawn.marks.iter().filter(|m| m.span.overlaps(sentence.span)).copied().collect();
            let class = if self.cited == Some(number) { "sentence cited" } else { "sentence" };
            let mut whole = el("span").class(class).attr("data-sentence", number.to_string());
            for segment in segments(sentence.span, &inside) {
                let words = text(segment.span);
                whole = if segment.marks.is_empty() {
                    whole.text(words)
                } else {
                    whole.child(self.piece(words, &segment.marks, run))
                };
            }
            into = into.child(whole);
            // The space between two sentences belongs to neither.
            if let Some(next) = self.document.sentences.get(number as usize + 1).filter(|_| number < last) {
                into = into.text(text(Span { start: sentence.span.end, end: next.span.start }));
            }
        }
        into
    }

    /// A stretch of text with the marks that cover it, all drawn on one element.
    fn piece(&self, text: String, ids: &[u32], run: u32) -> Element {
        let mut class = "m".to_owned();
        let mut sources = Vec::new();
        let mut hit = None;
        for id in ids {
            let Some((mark, source)) =
                self.drawn.marks.get(*id as usize).zip(self.drawn.sources.get(*id as usize))
            else {
                continue;
            };
            match source {
                Source::Hit(number) => hit = Some(*number),
                askable => {
                    class.push(' ');
                    class.push_str(layer_class(mark.layer));
                    sources.push(*askable);
                }
            }
        }
        let marked = if sources.is_empty() {
            None
        } else {
            let asked = self.asked;
            let ask = move || asked.set(Some(Asked::new(run, sources.clone())));
            Some(
                el("span")
                    .class(class)
                    .attr("role", "button")
                    .attr("tabindex", "0")
                    .text(text.clone())
                    .press(ask),
            )
        };
        let Some(number) = hit else { return marked.unwrap_or_else(|| el("span").text(text)) };
        let mark = el("mark").attr("data-hit", number.to_string());
        let mark =
            if number == self.current { mark.class("current").attr("aria-current", "true") } else { mark };
        match marked {
            Some(marked) => mark.child(marked),
            None => mark.text(text),
        }
    }
}

fn layer_class(layer: Layer) -> &'static str {
    match layer {
        Layer::Search => "search",
        Layer::People => "people",
        Layer::Organisations => "organisations",
        Layer::Places => "places",
        Layer::Topics => "topics",
        Layer::Dates => "dates",
        Layer::Statements => "statements",
    }
}
