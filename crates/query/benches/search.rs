//! Times of indexing and of typical questions, on a made corpus of 20,000 short documents whose words
//! fall off in frequency as those of real text do.

#![allow(missing_docs, clippy::unwrap_used)] // Criterion's macros, and a broken fixture should stop the run.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use readout_corpus::{Card, Corpus, Document, Role, Sentence, Span, bundle};
use readout_query::{Explorer, Request, index};

const DOCUMENTS: usize = 20_000;
const WORDS: usize = 90;
const VOCABULARY: f64 = 20_000.0;

/// A linear congruential generator: the same corpus each time.
struct Random(u64);

impl Random {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A word, that of rank r about 1/r as often as the first.
    fn word(&mut self) -> String {
        word(VOCABULARY.powf(self.next()) as u64)
    }
}

/// The word of a rank, from 1.
fn word(mut rank: u64) -> String {
    let mut word = String::new();
    while rank > 0 {
        word.push(char::from(b'a' + (rank % 20) as u8));
        word.push(char::from(b"aeiou"[(rank / 20 % 5) as usize]));
        rank /= 100;
    }
    word
}

fn corpus() -> Corpus {
    let mut random = Random(7);
    let document = |n: usize| {
        let title = random.word();
        let words: Vec<String> = (0..WORDS).map(|_| random.word()).collect();
        let text = format!("{title}\n\n{}", words.join(" "));
        let sentence = |start, end, paragraph, role| Sentence {
            span: Span::new(start, end),
            paragraph,
            role,
            repeats: None,
            source: None,
        };
        let sentences = vec![
            sentence(0, title.len(), 0, Role::Title),
            sentence(title.len() + 2, text.len(), 1, Role::Body),
        ];
        let card = Card { id: n.to_string(), title, body_sentences: 1, ..Card::default() };
        Document { card, text, sentences, ..Document::default() }
    };
    Corpus { documents: (0..DOCUMENTS).map(document).collect(), ..Corpus::default() }
}

fn search(c: &mut Criterion) {
    let corpus = corpus();
    let sections = index(&corpus);
    for (section, bytes) in &sections {
        println!("section {section}: {} bytes", bytes.len());
    }
    let explorer = Explorer::open(bundle::write(&corpus, sections).unwrap()).unwrap();
    // About one document in five, in ten, and a handful.
    let (common, other, rare) = (word(40), word(90), word(15_000));
    for (name, text) in [
        ("everything", String::new()),
        ("common word", common.clone()),
        ("rare word", rare.clone()),
        ("two words", format!("{common} {other}")),
        ("rare and common", format!("{rare} {common}")),
        ("prefix", "bo*".to_owned()),
        ("phrase", format!("\"{common} {other}\"")),
        ("not", format!("{common} -{other}")),
        ("one edit", format!("{rare}x")),
    ] {
        let request = Request { text, ..Request::default() };
        let between = Request { text: "zzzz".to_owned(), ..Request::default() };
        let answer = explorer.search(&request).unwrap();
        println!("{name}: {} documents, {} hits", answer.documents.len(), answer.hits);
        c.bench_function(&format!("search {name}"), |b| {
            b.iter(|| {
                // The last query is kept: another between them makes each look-up a new one.
                black_box(explorer.hits(&between, 0).unwrap());
                black_box(explorer.search(black_box(&request)).unwrap())
            });
        });
    }
    let request = Request { text: format!("{common} {other}"), ..Request::default() };
    let answer = explorer.search(&request).unwrap();
    c.bench_function("ten snippets", |b| {
        b.iter(|| {
            for found in answer.documents.iter().take(10) {
                black_box(explorer.snippet(&request, found.document, 200).unwrap());
            }
        });
    });
    let mut group = c.benchmark_group("index");
    group.sample_size(10);
    group.bench_function("20,000 documents", |b| b.iter(|| black_box(index(&corpus))));
    group.finish();
}

criterion_group!(benches, search);
criterion_main!(benches);
