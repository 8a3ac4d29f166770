//! An opened corpus, ready for questions: the one door to everything that needs the index.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use readout_corpus::{Bundle, BundleError, Card, Catalogue, Document, Meeting, Overview};

use crate::{Answer, Facet, Hit, NamedDays, Request, Snippet};

/// A corpus and its index, opened from the bytes of a bundle.
#[derive(Debug)]
pub struct Explorer {
    bundle: Bundle,
    by_id: BTreeMap<String, u32>,
    documents: RefCell<BTreeMap<u32, Rc<Document>>>,
}

impl Explorer {
    /// Opens a bundle: header and catalogue now, every other section when it is first used.
    ///
    /// # Errors
    /// As [`Bundle::open`] and [`Bundle::catalogue`].
    pub fn open(bytes: Vec<u8>) -> Result<Self, BundleError> {
        let bundle = Bundle::open(bytes)?;
        let by_id = (0..).zip(&bundle.catalogue()?.cards).map(|(n, card)| (card.id.clone(), n)).collect();
        Ok(Self { bundle, by_id, documents: RefCell::default() })
    }

    fn catalogue(&self) -> &Catalogue {
        self.bundle.catalogue().expect("checked when the bundle was opened")
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

    /// A document, decoded once and kept for a while.
    ///
    /// # Errors
    /// As [`Bundle::document`].
    pub fn document(&self, index: u32) -> Result<Rc<Document>, BundleError> {
        if let Some(document) = self.documents.borrow().get(&index) {
            return Ok(Rc::clone(document));
        }
        let document = Rc::new(self.bundle.document(index)?);
        self.documents.borrow_mut().insert(index, Rc::clone(&document));
        Ok(document)
    }

    /// Answers a request over the whole corpus.
    ///
    /// # Errors
    /// Where a section of the index is missing or damaged.
    pub fn search(&self, request: &Request) -> Result<Answer, BundleError> {
        let _ = request;
        Ok(Answer::default())
    }

    /// The places in a document where the asked words stand, in text order; a phrase is one hit.
    ///
    /// # Errors
    /// As [`Explorer::search`] and [`Explorer::document`].
    pub fn hits(&self, request: &Request, document: u32) -> Result<Vec<Hit>, BundleError> {
        let _ = (request, document);
        Ok(Vec::new())
    }

    /// A passage of about `characters` characters around a document's best hits, or its beginning.
    ///
    /// # Errors
    /// As [`Explorer::hits`].
    pub fn snippet(
        &self,
        request: &Request,
        document: u32,
        characters: usize,
    ) -> Result<Snippet, BundleError> {
        let _ = (request, document, characters);
        Ok(Snippet { sentence: 0, cut_before: false, cut_after: false, pieces: Vec::new() })
    }

    /// What readers see for a facet value.
    pub fn label(&self, facet: Facet, value: &str) -> String {
        let _ = facet;
        value.to_owned()
    }

    /// The days that the answer's documents name, ordered by interval.
    ///
    /// # Errors
    /// Where the section of dates is missing or damaged.
    pub fn dates_named(&self, answer: &Answer) -> Result<Vec<NamedDays>, BundleError> {
        let _ = answer;
        Ok(Vec::new())
    }
}
