//! Documents that say the same: an agency's story in two papers, successive leads, two captures of a
//! page. They are found and named (`duplicate_of`), never dropped.
//!
//! The method is Broder's (“On the resemblance and containment of documents”, 1997): a text is the set
//! of its runs of words; a document is a copy where most of the shorter one's runs are in the longer
//! one. Pairs worth comparing share runs of a sample, so that the work grows with the documents, not
//! with their pairs. Knows nothing of meetings; translations are no copies.

use std::borrow::Cow;
use std::collections::BTreeMap;

use readout_corpus::{Card, Day, Document};

use super::Gist;
use crate::ToldMeeting;
use crate::sentences::is_han_or_kana;

/// Words (characters in Chinese and Japanese) of a run.
const RUN: usize = 4;

/// One run in so many is in the sample that finds pairs.
const SAMPLED: u64 = 4;

/// A run that more documents have than this finds no further pairs.
const COMMON: usize = 32;

/// Parts in which the sample is gone through: no more than one of them is in order at once.
const PARTS: u32 = 8;

/// Pairs that are compared in full for each document, at most.
const COMPARED: usize = 8;

/// The least share of the shorter text's runs that the longer one has, too.
const CONTAINED: f64 = 0.7;

/// The least length of the shorter text, as a share of the longer one's.
const COMPARABLE: f64 = 0.25;

/// Days that may lie between a text and its copy. Official accounts of two talks often share a form.
const DAYS_APART: i32 = 3;

/// A text with fewer runs says too little to be a copy.
const FEWEST: usize = 24;

/// Names for each document the one that it is a copy of: the earliest, and of one day the longest.
pub(super) fn find<'d>(gists: &mut [Gist], document: impl Fn(usize) -> Cow<'d, Document>) {
    let sample = Sample::of(gists);
    let mut group: Vec<usize> = (0..gists.len()).collect();
    for n in 0..gists.len() {
        let runs = |n: usize| runs_of(&document(n));
        let mut own = None;
        for other in sample.nearest(n) {
            if tell_the_same(&gists[n], &gists[other])
                && are_copies(own.get_or_insert_with(|| runs(n)), &runs(other))
            {
                let (a, b) = (first_of(&group, n), first_of(&group, other));
                group[a.max(b)] = a.min(b);
            }
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for n in 0..gists.len() {
        groups.entry(first_of(&group, n)).or_default().push(n);
    }
    for members in groups.values().filter(|members| members.len() > 1) {
        let order = |&n: &usize| {
            let day = day_of(&gists[n].card);
            (day.is_none(), day, std::cmp::Reverse(gists[n].runs.count), n)
        };
        let Some(first) = members.iter().copied().min_by_key(order) else { continue };
        let original = gists[first].card.id.clone();
        for &n in members.iter().filter(|&&n| n != first) {
            gists[n].card.duplicate_of = Some(original.clone());
        }
    }
}

/// The runs of words of a document: how many, and the sample that finds pairs.
#[derive(Debug, Clone, Default)]
pub(super) struct Runs {
    count: usize,
    /// The upper halves of runs: pairs that meet by chance are compared in full.
    sample: Box<[u32]>,
}

impl Runs {
    pub(super) fn of(document: &Document) -> Self {
        let runs = runs_of(document);
        let sampled = runs.iter().filter(|run| **run % SAMPLED == 0);
        Self { count: runs.len(), sample: sampled.map(|run| (run >> 32) as u32).collect() }
    }
}

/// Who has the runs of the sample, of those that more than one document has.
struct Sample {
    /// The first documents that have each run, in order, one run after the other.
    holders: Vec<u32>,
    /// Each document with where the holders of a run of its begin, in order.
    begins: Vec<(u32, u32)>,
}

impl Sample {
    fn of(gists: &[Gist]) -> Self {
        let (mut holders, mut begins) = (Vec::new(), Vec::new());
        for part in 0..PARTS {
            let mut sampled: Vec<(u32, u32)> = Vec::new();
            for (n, gist) in (0..).zip(gists).filter(|(_, gist)| gist.runs.count >= FEWEST) {
                let runs = gist.runs.sample.iter().filter(|run| **run % PARTS == part);
                sampled.extend(runs.map(|&run| (run, n)));
            }
            sampled.sort_unstable();
            for same in sampled.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1) {
                begins.extend(same.iter().map(|&(_, n)| (n, holders.len() as u32)));
                holders.extend(same.iter().take(COMMON).map(|&(_, n)| n));
            }
        }
        begins.sort_unstable();
        Self { holders, begins }
    }

    /// The earlier documents that share most of the sample with this one.
    fn nearest(&self, n: usize) -> Vec<usize> {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        let first = self.begins.partition_point(|&(document, _)| (document as usize) < n);
        for &(_, begins) in self.begins[first..].iter().take_while(|(document, _)| *document as usize == n) {
            let holders = self.holders[begins as usize..].iter().take(COMMON).map(|other| *other as usize);
            // It holds the run itself, which ends the others that came before it.
            for other in holders.take_while(|&other| other < n) {
                *shared.entry(other).or_default() += 1;
            }
        }
        let mut nearest: Vec<(usize, usize)> =
            shared.into_iter().map(|(other, count)| (count, other)).collect();
        nearest.sort_by_key(|&(count, other)| (std::cmp::Reverse(count), other));
        nearest.into_iter().take(COMPARED).map(|(_, other)| other).collect()
    }
}

fn first_of(group: &[usize], mut n: usize) -> usize {
    while group[n] != n {
        n = group[n];
    }
    n
}

fn day_of(card: &Card) -> Option<Day> {
    card.dateline.as_ref().and_then(|line| line.date).into_iter().chain(card.published).min()
}

/// Whether two documents can be of one day and of one meeting, by what is known of them.
fn tell_the_same(a: &Gist, b: &Gist) -> bool {
    let days = day_of(&a.card).zip(day_of(&b.card));
    let near = days.is_none_or(|(a, b)| (a.epoch_days() - b.epoch_days()).abs() <= DAYS_APART);
    let met = a.meetings.first().zip(b.meetings.first());
    let among =
        |a: &ToldMeeting, b: &ToldMeeting| a.participants.iter().all(|name| b.participants.contains(name));
    near && met.is_none_or(|(a, b)| among(a, b) || among(b, a))
}

/// Whether most of the shorter text is in the longer one. Both are sorted.
fn are_copies(a: &[u64], b: &[u64]) -> bool {
    let (shorter, longer) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let shared = shorter.iter().filter(|run| longer.binary_search(run).is_ok()).count();
    shorter.len() as f64 >= longer.len() as f64 * COMPARABLE
        && shared as f64 >= shorter.len() as f64 * CONTAINED
}

/// The runs of words of a document's body, as numbers, sorted, each once.
fn runs_of(document: &Document) -> Vec<u64> {
    let mut words: Vec<u64> = Vec::new();
    for (_, sentence) in document.body().filter(|(_, sentence)| sentence.repeats.is_none()) {
        words_of(sentence.span.of(&document.text).unwrap_or_default(), &mut words);
    }
    let mut runs: Vec<u64> =
        words.windows(RUN).map(|run| run.iter().fold(SEED, |sum, word| mixed(sum, *word))).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// The words of a text, as numbers: small letters and figures alone.
fn words_of(text: &str, words: &mut Vec<u64>) {
    let mut open = None;
    for c in text.chars() {
        if c.is_ascii() {
            match c.is_ascii_alphanumeric() {
                true => open = Some(mixed(open.unwrap_or(SEED), u64::from(c.to_ascii_lowercase()))),
                false => words.extend(open.take()),
            }
            continue;
        }
        if is_han_or_kana(c) || !c.is_alphanumeric() {
            words.extend(open.take());
        }
        if is_han_or_kana(c) {
            words.push(mixed(SEED, u64::from(c)));
        } else if c.is_alphanumeric() {
            let sum = c.to_lowercase().fold(open.unwrap_or(SEED), |sum, c| mixed(sum, u64::from(c)));
            open = Some(sum);
        }
    }
    words.extend(open);
}

/// Where sums begin: the offset basis of FNV-1a.
const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a over whole numbers, its halves folded, so that the low bits make a sample.
fn mixed(sum: u64, next: u64) -> u64 {
    let mixed = (sum ^ next).wrapping_mul(0x0000_0100_0000_01b3);
    mixed ^ (mixed >> 32)
}

#[cfg(test)]
mod tests {
    use crate::{Settings, assemble, prepare_document, read};

    const STORY: &str = "The two foreign ministers met in the capital on Friday and spoke for two hours about trade, about the ferry between the ports and about the fishing grounds in the north. They agreed to meet again in the autumn, when the new ship is ready. One of them said that much was left to do. The other one thanked the harbour for its patience with the delegations.";

    /// Each text is a file of its own; `expect` names the file that each is a copy of.
    fn check(texts: &[(&str, &str)], expect: &[Option<&str>]) {
        let settings = Settings::default();
        let documents = texts.iter().flat_map(|(file, text)| read(file, text.as_bytes()).documents);
        let corpus = assemble(&settings, documents.map(|d| prepare_document(&d, &settings)), Vec::new());
        let found = |file: &str| {
            let document = corpus.documents.iter().find(|d| d.card.file == file)?;
            document.card.duplicate_of.as_deref()
        };
        let found: Vec<Option<&str>> = texts.iter().map(|(file, _)| found(file)).collect();
        assert_eq!(found, expect, "{texts:?}");
    }

    fn dated(day: &str, text: &str) -> String {
        format!("---\ntitle: Talks\npublished: {day}\n---\n{text}\n")
    }

    #[test]
    fn a_copy_names_the_earliest_of_its_kind() {
        let more =
            format!("{STORY} Fishermen on both sides said that they would wait and see what comes of it.");
        let less = STORY.rsplit_once(" The other").map(|(head, _)| head).unwrap();
        let texts = [
            ("a.md", dated("2019-05-04", &more)),
            ("b.md", dated("2019-05-03", STORY)),
            ("c.md", dated("2019-05-05", less)),
        ];
        let texts = texts.each_ref().map(|(file, text)| (*file, text.as_str()));
        check(&texts, &[Some("b"), None, Some("b")]);
        let turned = [texts[2], texts[0], texts[1]];
        check(&turned, &[Some("b"), Some("b"), None]);
    }

    #[test]
    fn a_form_that_is_filled_in_anew_is_no_copy() {
        let later = dated("2019-07-04", STORY);
        let other = "The ministers of trade of the two sides met in the spring and spoke of quite other things, of tariffs and of the price of steel, for which they found no answer in the end.";
        let (first, other) = (dated("2019-05-03", STORY), dated("2019-05-03", other));
        check(&[("a.md", &first), ("b.md", &later), ("c.md", &other)], &[None, None, None]);
        let form = |guest: &str| {
            dated("2019-05-03", &format!("President Xi Jinping met {guest} in Beijing on Friday. {STORY}"))
        };
        let (one, two) = (form("Russian President Vladimir Putin"), form("French President Emmanuel Macron"));
        check(&[("a.md", &one), ("b.md", &two)], &[None, None]);
    }

    #[test]
    fn copies_are_found_where_words_have_no_spaces() {
        let text = "两国外长周五在首都举行会谈，就贸易、港口之间的渡轮以及北部渔场问题交换意见。双方商定今秋新船建成后再次会晤。一方表示，还有许多工作要做。另一方感谢港口的耐心。";
        let (first, copy) =
            (dated("2019-05-03", text), dated("2019-05-04", &format!("{text}渔民表示欢迎。")));
        check(&[("a.md", &first), ("b.md", &copy)], &[None, Some("a")]);
    }
}
