//! How well the article is found on real web pages, where the shared yardsticks are at hand; skipped,
//! visibly, where they are not. The measure is the benchmark's own: runs of four words, precision and
//! recall averaged over the pages, F1 of the two. The rules were made on the pages whose id begins
//! with 0 to 7; the other half was never looked at, and is the honest figure. docs/yardsticks.md says
//! the figures and how to repeat them.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use readout_corpus::Role;
use readout_prepare::{Settings, prepare_document, read};

/// Counts of each run of four words.
fn runs(text: &str) -> BTreeMap<Vec<&str>, usize> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).collect();
    let mut counts = BTreeMap::new();
    for run in words.windows(words.len().clamp(1, 4)) {
        *counts.entry(run.to_vec()).or_default() += 1;
    }
    counts
}

/// The body of a page, as a reader of the export finds it.
fn body(id: &str, page: &[u8]) -> String {
    let reading = read(&format!("{id}.html"), page);
    let documents = reading.documents.iter().map(|source| prepare_document(source, &Settings::default()));
    let texts = documents.map(|prepared| {
        let document = prepared.document;
        let body = document.sentences.iter().filter(|sentence| sentence.role == Role::Body);
        body.filter_map(|sentence| sentence.span.of(&document.text)).collect::<Vec<_>>().join("\n")
    });
    texts.collect()
}

/// Sums over the pages of one half.
#[derive(Debug, Default)]
struct Half {
    pages: usize,
    precision: Vec<f64>,
    recall: f64,
}

impl Half {
    fn add(&mut self, want: &str, got: &str) {
        let (want, got) = (runs(want), runs(got));
        let hit: usize = want.iter().map(|(run, count)| count.min(got.get(run).unwrap_or(&0))).sum();
        self.pages += 1;
        self.recall += hit as f64 / want.values().sum::<usize>() as f64;
        if !got.is_empty() {
            self.precision.push(hit as f64 / got.values().sum::<usize>() as f64);
        }
    }

    fn f1(&self, name: &str) -> f64 {
        let precision = self.precision.iter().sum::<f64>() / self.precision.len() as f64;
        let recall = self.recall / self.pages as f64;
        let f1 = 2.0 * precision * recall / (precision + recall);
        println!(
            "{name}: precision {precision:.3}, recall {recall:.3}, F1 {f1:.3} over {} pages",
            self.pages
        );
        f1
    }
}

#[test]
fn articles_are_found_on_real_pages() {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("READOUT_SHARED").map_or_else(beside, PathBuf::from);
    let folder = shared.join("yardsticks/article-extraction");
    let Ok(json) = std::fs::read_to_string(folder.join("ground-truth.json")) else {
        eprintln!("SKIPPED: the pages of the yardstick are not at hand ({})", folder.display());
        return;
    };
    let truth: BTreeMap<String, serde_json::Value> = serde_json::from_str(&json).unwrap();
    let (mut known, mut unseen, mut all) = (Half::default(), Half::default(), Half::default());
    for (id, page) in &truth {
        let packed = std::fs::read(folder.join(format!("html/{id}.html.gz"))).unwrap();
        let mut bytes = Vec::new();
        flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut bytes).unwrap();
        let got = body(id, &bytes);
        let want = page["articleBody"].as_str().unwrap();
        if id.as_bytes()[0] < b'8' { &mut known } else { &mut unseen }.add(want, &got);
        all.add(want, &got);
    }
    known.f1("pages 0–7, on which the rules were made");
    assert!(unseen.f1("pages 8–f, never looked at") >= 0.96);
    assert!(all.f1("all pages") >= 0.97);
}
