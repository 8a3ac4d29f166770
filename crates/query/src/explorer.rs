//! An opened corpus, ready for questions: the one door to everything that needs the index. Sections
//! are decoded when they are first needed and kept.

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use readout_corpus::{Bundle, BundleError, Card, Catalogue, Document, Meeting, Overview, Span, order};

use crate::index::{self, Column, Days, Dictionary, Lengths, Terms, broken};
use crate::labels::Labels;
use crate::search::{Chosen, Evaluation, Resolved, Resolver, Words, facet_counts, places, variants};
use crate::words::tokens;
use crate::{Answer, Facet, Found, Hit, NamedDays, Note, Request, Snippet, snippet};

/// Documents that are kept decoded.
const KEPT: usize = 128;

/// A corpus and its index, opened from the bytes of a bundle.
#[derive(Debug)]
pub struct Explorer {
    bundle: Bundle,
    by_id: BTreeMap<String, u32>,
    labels: Labels,
    dictionary_checked: OnceCell<()>,
    lengths: OnceCell<Lengths>,
    columns: OnceCell<Vec<Column>>,
    days: OnceCell<Days>,
    /// The last query that was looked up: views ask about one query many times.
    resolved: RefCell<Option<(String, Rc<Resolved>)>>,
    /// Documents that were read, the last one at the end.
    documents: RefCell<VecDeque<(u32, Rc<Document>)>>,
}

impl Explorer {
    /// Opens a bundle: header and catalogue now, every other section when it is first used.
    ///
    /// # Errors
    /// As [`Bundle::open`] and [`Bundle::catalogue`].
    pub fn open(bytes: Vec<u8>) -> Result<Self, BundleError> {
        let bundle = Bundle::open(bytes)?;
        let catalogue = bundle.catalogue()?;
        let mut by_id = BTreeMap::new();
        for (n, card) in (0..).zip(&catalogue.cards) {
            by_id.insert(card.id.clone(), n);
        }
        Ok(Self {
            by_id,
            labels: Labels::of(catalogue),
            dictionary_checked: OnceCell::new(),
            lengths: OnceCell::new(),
            columns: OnceCell::new(),
            days: OnceCell::new(),
            resolved: RefCell::default(),
            documents: RefCell::default(),
            bundle,
        })
    }

    /// What the corpus says of itself.
    pub fn overview(&self) -> &Overview {
        &self.catalogue().overview
    }

    /// What a list shows of each document; the index here is the document's everywhere.
    pub fn cards(&self) -> &[Card] {
        &self.catalogue().cards
    }

    /// The meetings.
    pub fn meetings(&self) -> &[Meeting] {
        &self.catalogue().meetings
    }

    /// The index of the document with this id.
    pub fn card_index(&self, id: &str) -> Option<u32> {
        self.by_id.get(id).copied()
    }

    /// What a list shows of the document with this id.
    pub fn card(&self, id: &str) -> Option<&Card> {
        self.cards().get(self.card_index(id)? as usize)
    }

    /// A document. Decoded once, and kept until some tens of others were asked for.
    ///
    /// # Errors
    /// As [`Bundle::document`].
    pub fn document(&self, index: u32) -> Result<Rc<Document>, BundleError> {
        let mut kept = self.documents.borrow_mut();
        let document = match kept.iter().position(|(n, _)| *n == index).and_then(|at| kept.remove(at)) {
            Some((_, document)) => document,
            None => Rc::new(self.bundle.document(index)?),
        };
        if kept.len() == KEPT {
            kept.pop_front();
        }
        kept.push_back((index, Rc::clone(&document)));
        Ok(document)
    }

    /// The values of a facet that a document has, in order; none where it has none.
    ///
    /// # Errors
    /// Where the facets of the index are missing or damaged.
    pub fn values(&self, facet: Facet, document: u32) -> Result<Vec<String>, BundleError> {
        let columns = self.columns()?;
        let at = Facet::ALL.iter().position(|each| *each == facet);
        let Some(column) = at.and_then(|at| columns.get(at)) else { return Ok(Vec::new()) };
        let name = |value: &u32| column.values.get(*value as usize).cloned();
        Ok(column.of(document).iter().filter_map(name).collect())
    }

    /// Answers a request over the whole corpus. Decodes no document.
    ///
    /// # Errors
    /// Where a section of the index is missing, damaged, or does not say what it should.
    pub fn search(&self, request: &Request) -> Result<Answer, BundleError> {
        let resolved = self.resolved(&request.text)?;
        let columns = self.columns()?;
        let mut notes = resolved.notes.clone();
        let chosen = Chosen::of(request, columns, self.days()?, &mut notes);

        let mut evaluation = Evaluation::new(self.words()?, columns, &resolved.leaves);
        let mut documents = evaluation.documents(&resolved.plan, None)?;
        chosen.keep_days(&mut documents);
        let (passing, failing_one) = chosen.split(&documents);
        let mut found = evaluation.found(&passing)?;
        if resolved.has_words() {
            sort_by_score(&mut found);
        }
        if !resolved.leaves.is_empty() {
            let only_shown = resolved.leaves.iter().any(|leaf| leaf.only_shown);
            let mut excerpts = Vec::new();
            for (n, _) in (0..).zip(self.cards()).filter(|(_, card)| card.withheld > 0) {
                if only_shown || !self.lengths()?.counts_withheld(n) {
                    excerpts.push(n);
                }
            }
            chosen.keep_days(&mut excerpts);
            let documents = chosen.count(&excerpts);
            notes.extend((documents > 0).then_some(Note::NotShown { documents }));
        }
        if !resolved.phrases.is_empty() {
            notes.extend(variants(&resolved, &self.resolver()?, &chosen)?);
        }
        Ok(Answer {
            hits: found.iter().map(|found| u64::from(found.hits)).sum(),
            facets: facet_counts(request, columns, &self.labels, &passing, &failing_one),
            documents: found,
            notes,
        })
    }

    /// The places in a document where the asked words stand, in text order; a phrase is one hit, and
    /// places that overlap are one. They are as many as [`Found::hits`] says.
    ///
    /// # Errors
    /// As [`Explorer::search`] and [`Explorer::document`].
    pub fn hits(&self, request: &Request, document: u32) -> Result<Vec<Hit>, BundleError> {
        let resolved = self.resolved(&request.text)?;
        let read = self.document(document)?;
        if !resolved.has_words() {
            return Ok(Vec::new());
        }
        let places = places(&resolved, &self.words()?, document)?;
        let mut spans: Vec<Span> = Vec::new();
        tokens(&read.text, |token| {
            if token.width == 1 {
                spans
                    .resize(token.position as usize, Span { start: token.span.start, end: token.span.start });
                spans.push(token.span);
            }
        });
        let span = |position: u32| {
            let outside = || broken(index::POSITIONS, "a position lies outside its document");
            spans.get(position as usize).copied().ok_or_else(outside)
        };
        let hit = |(first, end): (u32, u32)| {
            let span = Span { start: span(first)?.start, end: span(end.saturating_sub(1))?.end };
            let sentence = read.sentences.partition_point(|sentence| sentence.span.end <= span.start);
            let last = read.sentences.len().saturating_sub(1);
            Ok(Hit { span, sentence: u32::try_from(sentence.min(last)).unwrap_or(u32::MAX) })
        };
        places.into_iter().map(hit).collect()
    }

    /// A passage of about `characters` characters around a document's best hits, or the beginning of
    /// its text. The title is not in it.
    ///
    /// # Errors
    /// As [`Explorer::hits`].
    pub fn snippet(
        &self,
        request: &Request,
        document: u32,
        characters: usize,
    ) -> Result<Snippet, BundleError> {
        let hits = self.hits(request, document)?;
        Ok(snippet::snippet(self.document(document)?.as_ref(), &hits, characters))
    }

    /// What readers see for a facet value.
    pub fn label(&self, facet: Facet, value: &str) -> String {
        self.labels.label(facet, value)
    }

    /// The days that the answer's documents name, ordered by interval.
    ///
    /// # Errors
    /// Where the section of dates is missing, damaged, or does not say what it should.
    pub fn dates_named(&self, answer: &Answer) -> Result<Vec<NamedDays>, BundleError> {
        let mut wanted = vec![false; self.cards().len()];
        for found in &answer.documents {
            if let Some(wanted) = wanted.get_mut(found.document as usize) {
                *wanted = true;
            }
        }
        index::named_days(self.bundle.section(index::DATES)?, &wanted)
    }

    fn catalogue(&self) -> &Catalogue {
        self.bundle.catalogue().expect("decoded when the bundle was opened")
    }

    fn count(&self) -> u32 {
        u32::try_from(self.cards().len()).unwrap_or(u32::MAX)
    }

    fn lengths(&self) -> Result<&Lengths, BundleError> {
        once(&self.lengths, || Lengths::open(self.bundle.section(index::LENGTHS)?, self.count()))
    }

    fn columns(&self) -> Result<&[Column], BundleError> {
        let open = || Column::open_all(self.bundle.section(index::FACETS)?, self.count());
        Ok(once(&self.columns, open)?)
    }

    fn days(&self) -> Result<&Days, BundleError> {
        once(&self.days, || Days::open(self.bundle.section(index::DAYS)?, self.count()))
    }

    fn words(&self) -> Result<Words<'_>, BundleError> {
        Ok(Words {
            terms: Terms::open(self.bundle.section(index::TERMS)?)?,
            postings: self.bundle.section(index::POSTINGS)?,
            positions: self.bundle.section(index::POSITIONS)?,
            lengths: self.lengths()?,
            documents: self.count(),
        })
    }

    fn resolver(&self) -> Result<Resolver<'_>, BundleError> {
        let (bytes, words) = (self.bundle.section(index::DICTIONARY)?, self.words()?);
        once(&self.dictionary_checked, || Dictionary::check(bytes))?;
        Ok(Resolver {
            dictionary: Dictionary::open(bytes, words.terms.count())?,
            words,
            columns: self.columns()?,
            labels: &self.labels,
        })
    }

    fn resolved(&self, text: &str) -> Result<Rc<Resolved>, BundleError> {
        if let Some((last, resolved)) = self.resolved.borrow().as_ref()
            && last == text
        {
            return Ok(Rc::clone(resolved));
        }
        let resolved = Rc::new(self.resolver()?.resolve(text)?);
        *self.resolved.borrow_mut() = Some((text.to_owned(), Rc::clone(&resolved)));
        Ok(resolved)
    }
}

/// Best first; of equals the first of the corpus.
fn sort_by_score(found: &mut Vec<Found>) {
    order::sort_by(found, |a, b| b.score.total_cmp(&a.score).then(a.document.cmp(&b.document)));
}

/// The value of a cell, made on the first call; an error is not kept.
fn once<T>(cell: &OnceCell<T>, make: impl FnOnce() -> Result<T, BundleError>) -> Result<&T, BundleError> {
    if let Some(value) = cell.get() {
        return Ok(value);
    }
    let value = make()?;
    Ok(cell.get_or_init(|| value))
}
