//! From a folder of documents to the file of a bundle, with no more than some of the documents in memory: what
//! stays of the others is what the whole corpus must know of them ([`Gist`]).
//!
//! Documents are prepared on all cores and go into a [`Spool`]. Then they are assembled, and taken from it again
//! in the corpus's order: their records and what the index keeps of them are made on all cores, too, while
//! those before them are added.

use std::borrow::Cow;
use std::cell::RefCell;
use std::io::{self, Seek, Write};
use std::path::Path;
use std::time::Duration;

use miette::miette;
use rayon::prelude::*;
use readout_corpus::Warning;
use readout_corpus::bundle::{Catalogue, Outline, WriteError};
use readout_prepare::{Assembly, Gist, PreparedDocument};
use readout_query::{INDEX_SECTIONS, Indexed, Indexer};

use crate::cache::Caching;
use crate::files::in_words;
use crate::folder;
use crate::progress::{bar, spinner};
use crate::report::Summary;
use crate::spool::{Place, Spool};

/// Documents that are made ready at once.
const BATCH: usize = 256;

/// A corpus fresh from its folder, but for its documents: they wait in a spool.
pub(crate) struct Stream {
    assembly: Assembly,
    spool: Spool,
    /// Where the document of each gist is in it.
    places: Vec<Place>,
    theme_warnings: Vec<Warning>,
    took: Duration,
}

/// Prepares the documents under `folder`.
///
/// # Errors
/// Where the folder is missing, or the platform's folder for temporary files takes nothing more. What is
/// wrong with single files is in the corpus's warnings.
pub(crate) fn open(folder: &Path, caching: Caching) -> miette::Result<Stream> {
    let spool = Spool::new().map_err(no_room)?;
    let keep = |prepared: PreparedDocument| Ok((Gist::of(&prepared), spool.put(&prepared.document)?));
    let gathered = folder::gather(folder, caching, keep)?;
    let kept: io::Result<Vec<(Gist, Place)>> = gathered.kept.into_iter().collect();
    let (gists, places): (Vec<Gist>, Vec<Place>) = kept.map_err(no_room)?.into_iter().unzip();
    let progress = spinner("Putting together", gists.len());
    let failure = RefCell::new(None);
    let document = |n: usize| {
        let document = spool.get(places[n]);
        Cow::Owned(document.map_err(|error| failure.replace(Some(error))).unwrap_or_default())
    };
    let assembly = Assembly::of(&gathered.settings, gists, gathered.warnings, document);
    progress.finish_and_clear();
    if let Some(error) = failure.into_inner() {
        return Err(no_room(error));
    }
    let (theme_warnings, took) = (gathered.theme_warnings, gathered.start.elapsed());
    Ok(Stream { assembly, spool, places, theme_warnings, took })
}

impl Stream {
    /// What there is to say of it.
    pub(crate) fn summary(&self) -> Summary<'_> {
        let Catalogue { overview, cards, meetings } = &self.assembly.catalogue;
        Summary {
            warnings: [&overview.warnings, &self.theme_warnings],
            documents: cards.len(),
            meetings: meetings.len(),
            took: self.took,
        }
    }

    /// Writes the bundle.
    ///
    /// # Errors
    /// Where `out` or the spool fails, or a document breaks a promise of its types, which is a fault of
    /// preparation.
    pub(crate) fn write(&self, out: impl Write + Seek + Send) -> Result<(), WriteError> {
        let catalogue = &self.assembly.catalogue;
        let outline = Outline::new(catalogue)?;
        let mut writer = outline.begin(out, INDEX_SECTIONS)?;
        let mut indexer = Indexer::new(catalogue);
        let made = |place: usize| -> Result<(Vec<u8>, Indexed), WriteError> {
            let document = self.spool.get(self.places[self.assembly.source(place)])?;
            let document = self.assembly.finish(place, document);
            Ok((outline.record(place, &document)?, Indexed::of(&document)))
        };
        let mut add = |batch: Vec<Result<(Vec<u8>, Indexed), WriteError>>| {
            for made in batch {
                let (record, indexed) = made?;
                writer.add(&record)?;
                indexer.add(indexed);
            }
            Ok::<(), WriteError>(())
        };
        let progress = bar("Writing", catalogue.cards.len());
        let mut ready = Vec::new();
        for from in (0..catalogue.cards.len()).step_by(BATCH) {
            let batch = from..catalogue.cards.len().min(from + BATCH);
            progress.inc(batch.len() as u64);
            let (added, next) =
                rayon::join(|| add(std::mem::take(&mut ready)), || batch.into_par_iter().map(made).collect());
            added?;
            ready = next;
        }
        add(ready)?;
        writer.finish(indexer.finish())?;
        progress.finish_and_clear();
        Ok(())
    }
}

/// The error of a spool.
fn no_room(error: io::Error) -> miette::Report {
    miette!(
        help = "make room there, or name another folder in TMPDIR (TEMP on Windows)",
        "cannot keep prepared documents in the folder for temporary files: {}",
        in_words(&error)
    )
}
