//! Times of each stage from files to a bundle, in bytes of the files a second, on one core.
//!
//! The documents are those of the sample corpus, several times over; `READOUT_BENCH=DIR` takes another
//! folder's (its own files, not those of folders in it).

#![allow(missing_docs, clippy::unwrap_used)] // Criterion's macros, and a broken fixture should stop the run.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use readout_corpus::{Document, bundle};
use readout_prepare::{PreparedDocument, Settings, SourceDocument, assemble, prepare_document, read, stages};

/// Bytes that are prepared at least.
const ENOUGH: usize = 400_000;

/// Names and bytes of the documents, the same in each run.
fn files() -> Vec<(String, Vec<u8>)> {
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/../../corpus");
    let folder = std::env::var("READOUT_BENCH").unwrap_or_else(|_| sample.to_owned());
    let mut paths: Vec<_> =
        fs::read_dir(Path::new(&folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut own = Vec::new();
    for path in paths.iter().filter(|path| path.is_file()) {
        own.push((path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap()));
    }
    let own_bytes: usize = own.iter().map(|(_, bytes)| bytes.len()).sum();
    let times = ENOUGH.div_ceil(own_bytes.max(1));
    (0..times)
        .flat_map(|n| own.iter().map(move |(name, bytes)| (format!("{n}/{name}"), bytes.clone())))
        .collect()
}

fn stages(c: &mut Criterion) {
    let settings = Settings::builtin();
    let files = files();
    let sources: Vec<SourceDocument> =
        files.iter().flat_map(|(name, bytes)| read(name, bytes).documents).collect();
    let bytes: usize = sources.iter().map(|source| source.text.len()).sum();
    println!("{} documents, {bytes} bytes", sources.len());
    let prepared: Vec<PreparedDocument> =
        sources.iter().map(|source| prepare_document(source, &settings)).collect();
    let documents: Vec<&Document> = prepared.iter().map(|prepared| &prepared.document).collect();
    let corpus = assemble(&settings, prepared.clone(), Vec::new());

    let mut group = c.benchmark_group("prepare");
    group.sample_size(10).throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("read", |b| {
        b.iter(|| {
            files.iter().map(|(name, bytes)| read(name, black_box(bytes)).documents.len()).sum::<usize>()
        });
    });
    group.bench_function("layout", |b| {
        b.iter(|| sources.iter().map(|source| stages::layout(source, &settings).text.len()).sum::<usize>());
    });
    group.bench_function("sentences", |b| {
        let paragraphs = || documents.iter().flat_map(|document| document.text.split("\n\n"));
        b.iter(|| paragraphs().map(|text| stages::sentences(black_box(text)).len()).sum::<usize>());
    });
    // A stage finds marks beside what stands there already, and does not look at its own.
    group.bench_function("dates", |b| {
        b.iter(|| documents.iter().map(|document| stages::dates(document).len()).sum::<usize>());
    });
    group.bench_function("names", |b| {
        b.iter(|| documents.iter().map(|document| stages::names(document, &settings).len()).sum::<usize>());
    });
    group.bench_function("topics", |b| {
        b.iter(|| documents.iter().map(|document| stages::topics(document, &settings).len()).sum::<usize>());
    });
    group.bench_function("statements", |b| {
        b.iter(|| {
            documents.iter().map(|document| stages::statements(document, &settings).len()).sum::<usize>()
        });
    });
    group.bench_function("meetings", |b| {
        b.iter_batched_ref(
            || documents.iter().map(|document| (*document).clone()).collect::<Vec<_>>(),
            |documents| documents.iter_mut().map(|d| stages::meetings(d, &settings).len()).sum::<usize>(),
            BatchSize::LargeInput,
        );
    });
    group.bench_function("whole documents", |b| {
        b.iter(|| {
            let prepare = |source| prepare_document(source, &settings).document.statements.len();
            sources.iter().map(prepare).sum::<usize>()
        });
    });
    group.bench_function("assemble", |b| {
        b.iter_batched(
            || prepared.clone(),
            |prepared| assemble(&settings, prepared, Vec::new()),
            BatchSize::LargeInput,
        );
    });
    group.bench_function("index", |b| b.iter(|| readout_query::index(black_box(&corpus))));
    group.bench_function("bundle", |b| {
        b.iter_batched(
            || readout_query::index(&corpus),
            |index| bundle::write(&corpus, index).unwrap(),
            BatchSize::LargeInput,
        );
    });
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
