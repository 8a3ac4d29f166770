//! Tests of the bundle: what is written comes back, and no bytes whatever get past the checks.

use proptest::prelude::*;

use super::container::{Entry, checksum, header};
use super::*;
use crate::{
    Account, Commitment, CommitmentKind, DateMention, Dateline, Day, Gap, Interval, Mention, MentionKind,
    Mode, Rights, Role, Sentence, Side, Source, SourceKind, Span, Statement, Topic, TopicMention, Voice, Why,
};

/// A day in 2019.
fn day(month: u8, day: u8) -> Day {
    Day::from_ymd(2019, month, day).unwrap()
}

/// A document with two body sentences and a mark of every kind.
fn document(id: &str) -> Document {
    let title = "Talks on the bridge";
    let first = "The minister said on May 3 that trade – and the bridge – would grow.";
    let second = "外长表示将会晤。";
    let text = format!("{title}\n\n{first} {second}");
    let find = |words: &str| {
        let start = text.find(words).unwrap();
        Span::new(start, start + words.len())
    };
    let sentence = |words: &str, paragraph: u32, role: Role| Sentence {
        span: find(words),
        paragraph,
        role,
        repeats: None,
        source: Some(find(words)),
    };
    let why = |evidence: &str| Why::rule("a-rule", evidence, 90);
    Document {
        card: Card {
            id: id.to_owned(),
            file: format!("{id}.txt"),
            sha256: "00".repeat(32),
            title: title.to_owned(),
            source: Some("Harbour Ministry".to_owned()),
            side: Some("Harbour".to_owned()),
            published: Some(day(5, 4)),
            dateline: Some(Dateline { place: Some("Port".to_owned()), date: Some(day(5, 3)) }),
            language: "en".to_owned(),
            rights: Rights::Full,
            url: None,
            duplicate_of: None,
            body_sentences: 2,
            withheld: 0,
        },
        sentences: vec![
            sentence(title, 0, Role::Title),
            sentence(first, 1, Role::Body),
            sentence(second, 1, Role::Body),
        ],
        gaps: vec![],
        statements: vec![Statement {
            sentence: 1,
            meeting: Some("2019-05-03-bridge".to_owned()),
            speakers: vec!["the minister".to_owned()],
            via: vec![],
            about: vec![],
            voice: Voice::Own,
            mode: Mode::Indirect,
            cue: Some(find("said")),
            carried: false,
            content: true,
            why: why("said"),
        }],
        mentions: vec![Mention {
            sentence: 2,
            span: find("外长"),
            kind: MentionKind::Person,
            name: "the minister".to_owned(),
            why: why("外长"),
        }],
        topics: vec![TopicMention {
            sentence: 1,
            span: find("trade"),
            topic: "trade".to_owned(),
            why: why("trade"),
        }],
        dates: vec![DateMention {
            sentence: 1,
            span: find("May 3"),
            days: Interval::day(day(5, 3)),
            why: why("May 3"),
        }],
        commitments: vec![Commitment {
            sentence: 2,
            kind: CommitmentKind::Planned,
            by: vec!["the minister".to_owned()],
            due: Interval::month(2019, 6),
            why: why("将"),
        }],
        text,
    }
}

/// A corpus of two documents that tell of one meeting.
fn corpus() -> Corpus {
    let account = |document: &str| Account {
        document: document.to_owned(),
        sentences: vec![(1, 1), (2, 2)],
        days: Interval::day(day(5, 3)),
        why: Why::rule("a-rule", "met", 90),
    };
    Corpus {
        overview: Overview {
            title: "Bridge talks".to_owned(),
            sides: vec![Side { key: "Harbour".to_owned(), name: "The harbour side".to_owned() }],
            sources: vec![Source {
                name: "Harbour Ministry".to_owned(),
                side: Some("Harbour".to_owned()),
                kind: SourceKind::Official,
            }],
            topics: vec![Topic { key: "trade".to_owned(), label: "Trade".to_owned() }],
            ..Overview::default()
        },
        documents: vec![document("one"), document("two")],
        meetings: vec![Meeting {
            id: "2019-05-03-bridge".to_owned(),
            days: Interval::day(day(5, 3)),
            place: Some("Port".to_owned()),
            participants: vec!["the minister".to_owned()],
            accounts: vec![account("one"), account("two")],
        }],
    }
}

const INDEX: Section = Section(*b"TEST");

fn written() -> Vec<u8> {
    write(&corpus(), vec![(INDEX, vec![1, 2, 3])]).unwrap()
}

#[test]
fn what_is_written_comes_back() {
    let bundle = Bundle::open(written()).unwrap();
    let corpus = corpus();
    assert_eq!(bundle.catalogue().unwrap(), &Catalogue::of(&corpus));
    assert_eq!(bundle.document_count(), Ok(2));
    for (n, document) in (0..).zip(&corpus.documents) {
        assert_eq!(bundle.document(n).as_ref(), Ok(document));
    }
    assert_eq!(bundle.document(2), Err(BundleError::NoSuchDocument { index: 2, count: 2 }));
    assert_eq!(bundle.section(INDEX), Ok(&[1, 2, 3][..]));
    assert_eq!(bundle.section(Section(*b"NONE")), Err(BundleError::Missing(Section(*b"NONE"))));
    let tags = [Section::CATALOGUE, Section::DOCUMENT_TABLE, Section::DOCUMENTS, INDEX];
    assert_eq!(bundle.sections().collect::<Vec<_>>(), tags);
}

/// A corpus whose second document is an excerpt: its last sentence is not shown.
fn excerpt() -> Corpus {
    let mut corpus = corpus();
    let document = &mut corpus.documents[1];
    (document.card.rights, document.card.withheld) = (Rights::Excerpt, 1);
    document.gaps = vec![Gap { first: 2, last: 2 }];
    corpus
}

#[test]
fn what_is_withheld_is_not_in_the_bytes() {
    let has = |bytes: &[u8], words: &str| bytes.windows(words.len()).any(|window| window == words.as_bytes());
    let mut corpus = excerpt();
    corpus.documents.remove(0);
    corpus.meetings[0].accounts.remove(0);
    let bytes = write(&corpus, Vec::new()).unwrap();
    assert!(has(&bytes, "The minister said") && has(&bytes, "…"));
    for words in ["外长", "表示", "将会晤"] {
        assert!(!has(&bytes, words), "{words}");
    }
    let bundle = Bundle::open(bytes).unwrap();
    assert_eq!(bundle.document(0).unwrap(), corpus.documents[0].shown().into_owned());
}

#[test]
fn excerpts_keep_their_promises() {
    let check = |spoil: fn(&mut Document), expect: &str| {
        let mut corpus = excerpt();
        corpus.documents[1] = corpus.documents[1].shown().into_owned();
        spoil(&mut corpus.documents[1]);
        let error = use_all(Parts::of(&corpus).sealed()).unwrap_err().to_string();
        assert!(error.contains("“two”") && error.contains(expect), "{expect}: {error}");
    };
    check(|d| d.sentences[2].span = Span { start: 0, ..d.sentences[2].span }, "sentence 2: overlaps");
    check(|d| d.sentences[2].source = Some(Span::new(1, 2)), "words of sentences that are not shown");
    check(|d| d.gaps[0].first = 1, "another number of sentences");
    check(|d| d.card.withheld = 2, "another number of sentences");
    check(|d| d.gaps[0] = Gap { first: 1, last: 1 }, "words of sentences that are not shown");
    check(|d| d.gaps[0] = Gap { first: 0, last: 0 }, "do not stand in order");
    check(|d| d.gaps[0] = Gap { first: 2, last: u32::MAX }, "do not stand in order");
    check(|d| d.gaps.push(d.gaps[0]), "do not stand in order");
    check(
        |d| d.commitments.push(Commitment { sentence: 2, ..document("x").commitments[0].clone() }),
        "marks on sentences that are not shown",
    );
}

#[test]
fn same_corpus_same_bytes() {
    assert_eq!(written(), written());
}

/// postcard does not describe itself, so that an old bundle would be misread, not refused.
#[test]
fn a_change_of_any_stored_type_raises_the_format_version() {
    assert_eq!(
        (FORMAT_VERSION, checksum(&write(&excerpt(), vec![(INDEX, vec![1, 2, 3])]).unwrap())),
        (3, 13_702_769_667_474_593_027),
        "what is stored has changed: raise FORMAT_VERSION, add a line to its changelog, and put the new pair here"
    );
}

#[test]
fn an_empty_corpus_is_a_bundle() {
    let bundle = Bundle::open(write(&Corpus::default(), Vec::new()).unwrap()).unwrap();
    assert_eq!(bundle.document_count(), Ok(0));
    assert!(bundle.document(0).is_err());
}

#[test]
fn two_sections_cannot_have_one_tag() {
    for tag in [INDEX, Section::CATALOGUE] {
        let index = vec![(INDEX, vec![]), (tag, vec![])];
        assert_eq!(write(&corpus(), index), Err(BundleError::Twice(tag)));
    }
}

/// Opens a bundle and uses all that is in it.
fn use_all(bytes: Vec<u8>) -> Result<(), BundleError> {
    let bundle = Bundle::open(bytes)?;
    for section in bundle.sections() {
        bundle.section(section)?;
    }
    for n in 0..bundle.document_count()? {
        let document = bundle.document(n)?;
        let words = |span: Span| span.of(&document.text).expect("spans slice");
        let inside = |number: u32, span: Span| {
            assert!(document.sentences[number as usize].span.contains(span));
            words(span);
        };
        for sentence in &document.sentences {
            words(sentence.span);
        }
        document.mentions.iter().for_each(|mark| inside(mark.sentence, mark.span));
        document.topics.iter().for_each(|mark| inside(mark.sentence, mark.span));
        document.dates.iter().for_each(|mark| inside(mark.sentence, mark.span));
        for statement in &document.statements {
            inside(
                statement.sentence,
                statement.cue.unwrap_or(document.sentences[statement.sentence as usize].span),
            );
        }
        for mark in &document.dates {
            assert!(mark.days.from <= mark.days.to && mark.days.to.is_valid());
        }
    }
    Ok(())
}

#[test]
fn every_flipped_bit_is_noticed() {
    let good = written();
    assert_eq!(use_all(good.clone()), Ok(()));
    for at in 0..good.len() {
        for bit in [0x01, 0x80] {
            let mut bytes = good.clone();
            bytes[at] ^= bit;
            assert!(use_all(bytes).is_err(), "byte {at}");
        }
    }
}

#[test]
fn every_length_but_the_right_one_is_noticed() {
    let good = written();
    for length in 0..good.len() {
        let error = Bundle::open(good[..length].to_vec()).unwrap_err();
        let expected = matches!(error, BundleError::Truncated { got, .. } if got == length as u64);
        assert!(expected || (length == 0 && error == BundleError::Foreign), "{length}: {error}");
    }
    let mut long = good.clone();
    long.push(0);
    let (expected, got) = (good.len() as u64, long.len() as u64);
    assert_eq!(Bundle::open(long).unwrap_err(), BundleError::Overlong { expected, got });
}

#[test]
fn foreign_bytes_and_other_versions_say_what_they_are() {
    let check = |bytes: &[u8], expect: &str| {
        let error = Bundle::open(bytes.to_vec()).unwrap_err().to_string();
        assert!(error.contains(expect), "{error}");
    };
    let versioned = |version: u32| {
        let mut bytes = written();
        bytes[8..12].copy_from_slice(&version.to_le_bytes());
        bytes
    };
    check(b"", "not a Readout bundle");
    check(b"<!doctype html><title>404</title>", "not a Readout bundle");
    check(&[0x1f, 0x8b, 8, 0], "not a Readout bundle");
    check(&versioned(FORMAT_VERSION + 1), "update Readout");
    check(&versioned(0), "prepare the corpus again");
}

#[test]
fn a_directory_that_claims_too_much_is_refused() {
    // A header with so many sections that their directory would not fit in memory.
    let mut bytes = written();
    bytes[12..16].copy_from_slice(&u32::MAX.to_le_bytes());
    assert!(matches!(Bundle::open(bytes), Err(BundleError::Truncated { .. })));
    // A section whose end overflows; the directory's own checksum is right.
    let mut bytes = written();
    let end = 16 + 4 * 20;
    bytes[20..28].copy_from_slice(&u64::MAX.to_le_bytes());
    let sum = checksum(&bytes[..end]);
    bytes[end..end + 8].copy_from_slice(&sum.to_le_bytes());
    assert!(matches!(Bundle::open(bytes), Err(BundleError::Truncated { .. })));
}

#[test]
fn a_damaged_document_leaves_the_others_readable() {
    let mut bytes = written();
    let at = bytes.len() - 3 - 20; // In the last record, before the three bytes of the index.
    bytes[at] ^= 1;
    let bundle = Bundle::open(bytes).unwrap();
    assert!(bundle.document(0).is_ok());
    let error = bundle.document(1).unwrap_err();
    assert!(matches!(error, BundleError::Damaged { place: Place::Document(1), .. }), "{error}");
}

/// The parts of a bundle, to be spoilt and sealed again with the right checksums.
struct Parts {
    catalogue: Vec<u8>,
    records: Vec<Vec<u8>>,
}

impl Parts {
    fn of(corpus: &Corpus) -> Self {
        Self {
            catalogue: records::encode(&Catalogue::of(corpus)),
            records: corpus.documents.iter().map(records::encode).collect(),
        }
    }

    fn sealed(&self) -> Vec<u8> {
        let (mut table, mut all) = (Vec::new(), Vec::new());
        for record in &self.records {
            all.extend_from_slice(record);
            table.extend_from_slice(&(all.len() as u64).to_le_bytes());
            table.extend_from_slice(&checksum(record).to_le_bytes());
        }
        let catalogue = (Section::CATALOGUE, self.catalogue.clone());
        pack(vec![catalogue, (Section::DOCUMENT_TABLE, table), (Section::DOCUMENTS, all)])
    }
}

/// Sections behind a header.
fn pack(sections: Vec<(Section, Vec<u8>)>) -> Vec<u8> {
    let entries: Vec<Entry> = sections.iter().map(|(section, bytes)| Entry::of(*section, bytes)).collect();
    let mut out = header(&entries).unwrap();
    sections.iter().for_each(|(_, bytes)| out.extend_from_slice(bytes));
    out
}

#[test]
fn sealed_parts_are_a_bundle() {
    assert_eq!(Parts::of(&corpus()).sealed(), write(&corpus(), Vec::new()).unwrap());
}

#[test]
fn lengths_that_are_lies_cost_no_memory() {
    // A list that claims 2^32 entries, at the start of the catalogue and of a record's sentences.
    let endless = [0xff, 0xff, 0xff, 0xff, 0x0f];
    let mut parts = Parts::of(&corpus());
    parts.catalogue = [&[0, 0][..], &endless].concat();
    parts.records[1] = [&[0][..], &endless, &[0; 64]].concat();
    assert!(matches!(use_all(parts.sealed()), Err(BundleError::Undecodable { .. })));
    parts.catalogue = Parts::of(&corpus()).catalogue;
    let bundle = Bundle::open(parts.sealed()).unwrap();
    assert!(bundle.document(0).is_ok());
    assert!(bundle.document(1).is_err());
}

#[test]
fn a_table_that_does_not_fit_its_records_is_refused() {
    let good = Parts::of(&corpus());
    let check = |table: Vec<u8>, expect: &str| {
        let records = good.records.concat();
        let parts = [
            (Section::CATALOGUE, good.catalogue.clone()),
            (Section::DOCUMENT_TABLE, table),
            (Section::DOCUMENTS, records),
        ];
        let error = use_all(pack(parts.into())).unwrap_err().to_string();
        assert!(error.contains(expect), "{error}");
    };
    let row = |end: u64| [end.to_le_bytes(), [0; 8]].concat();
    let all = good.records.concat().len() as u64;
    check(vec![], "expected 2 rows");
    check(row(all), "expected 2 rows");
    check(vec![0; 33], "expected 2 rows");
    check([row(5), row(all + 1)].concat(), "a record from 5");
    check([row(all), row(5)].concat(), "a record from");
    check([row(5), row(6)].concat(), "records end at 6");
}

#[test]
fn broken_promises_of_a_document_are_named() {
    let check = |spoil: fn(&mut Document), expect: &str| {
        let mut corpus = corpus();
        spoil(&mut corpus.documents[1]);
        let error = write(&corpus, Vec::new()).unwrap_err().to_string();
        assert!(error.contains("“two”") && error.contains(expect), "{expect}: {error}");
        // Bytes that were sealed without a check are caught when they are read.
        let error = use_all(Parts::of(&corpus).sealed()).unwrap_err().to_string();
        assert!(error.contains("“two”") && error.contains(expect), "{expect}: {error}");
    };
    check(|d| d.sentences.clear(), "no title sentence");
    check(|d| d.sentences[1].role = Role::Title, "another number of body sentences");
    check(|d| d.sentences[0].role = Role::Deck, "sentence 0: is a title, or no title");
    check(|d| d.sentences[2].span.end += 1, "sentence 2: does not lie inside the text");
    check(|d| d.sentences[2].span.start += 1, "sentence 2: does not lie inside the text");
    check(|d| d.sentences[1].span.end = d.sentences[2].span.start + 3, "sentence 2: overlaps");
    check(|d| d.sentences[1].paragraph = 0, "sentence 1: is in the title's paragraph");
    check(|d| d.sentences[1].paragraph = 7, "sentence 2: has a lower paragraph number");
    check(|d| d.sentences[1].repeats = Some(3), "sentence 1: repeats");
    check(|d| d.sentences[1].repeats = Some(1), "sentence 1: repeats");
    check(|d| d.sentences[1].source = Some(Span { start: 2, end: 1 }), "sentence 1: ends in its file");
    check(|d| d.statements[0].sentence = 3, "statement 0: does not lie inside its sentence");
    check(|d| d.statements[0].cue = Some(d.sentences[2].span), "statement 0: does not lie inside");
    check(|d| d.statements[0].speakers.clear(), "statement 0: has no speaker");
    check(|d| d.statements[0].meeting = Some("another".to_owned()), "statement 0: was made at an unknown");
    check(|d| d.statements[0].why.confidence = 101, "statement 0: has a confidence over 100");
    check(|d| d.mentions[0].sentence = 9, "mention 0: does not lie inside");
    check(|d| d.mentions[0].span.end -= 1, "mention 0: does not lie inside");
    check(|d| d.topics[0].span.end = u32::MAX, "topic 0: does not lie inside");
    check(|d| d.topics[0].topic = "tea".to_owned(), "topic 0: has an unknown key");
    check(
        |d| d.topics.push(TopicMention { span: d.sentences[1].span, ..d.topics[0].clone() }),
        "topic 1: does not stand",
    );
    check(|d| d.dates[0].days = Interval { from: day(5, 2), to: day(5, 1) }, "date 0: has days");
    check(
        |d| d.commitments[0].due = Some(Interval { from: day(5, 2), to: day(5, 1) }),
        "commitment 0: has days",
    );
    check(|d| d.commitments[0].sentence = 3, "commitment 0: does not lie inside");
}

#[test]
fn broken_promises_of_a_catalogue_are_named() {
    let check = |spoil: fn(&mut Corpus), expect: &str| {
        let mut corpus = corpus();
        spoil(&mut corpus);
        let error = write(&corpus, Vec::new()).unwrap_err().to_string();
        assert!(error.contains(expect), "{expect}: {error}");
        assert!(use_all(Parts::of(&corpus).sealed()).unwrap_err().to_string().contains(expect));
    };
    check(|c| c.documents[1].card.id = "one".to_owned(), "document “one”: is empty or stands twice");
    check(|c| c.documents[1].card.id.clear(), "document “”: is empty or stands twice");
    check(|c| c.documents[1].card.title.clear(), "document “two”: has no title");
    check(
        |c| c.documents[1].card.source = Some("Nobody".to_owned()),
        "document “two”: has an unknown source",
    );
    check(|c| c.documents[1].card.side = Some("Nobody".to_owned()), "document “two”: has an unknown side");
    check(|c| c.documents[1].card.duplicate_of = Some("three".to_owned()), "document “two”: is a copy of an");
    check(
        |c| c.documents[1].card.duplicate_of = Some("two".to_owned()),
        "document “two”: is a copy of itself",
    );
    check(
        |c| c.overview.sources[0].side = Some("x".to_owned()),
        "source “Harbour Ministry”: has an unknown side",
    );
    check(|c| c.overview.sides.push(c.overview.sides[0].clone()), "side “Harbour”: is empty or stands twice");
    check(
        |c| c.meetings.push(c.meetings[0].clone()),
        "meeting “2019-05-03-bridge”: is empty or stands twice",
    );
    check(|c| c.meetings[0].days = Interval { from: day(5, 2), to: day(5, 1) }, "has days that do not exist");
    check(|c| c.meetings[0].accounts[0].document = "six".to_owned(), "has an account in an unknown document");
    check(|c| c.meetings[0].accounts.reverse(), "not ordered as the documents are");
    check(|c| c.meetings[0].accounts[0].sentences.reverse(), "runs of sentences are not in order");
    check(|c| c.meetings[0].accounts[1].sentences[1].1 = 3, "document “two”: has an account with sentences");
    check(
        |c| {
            let mut earlier = c.meetings[0].clone();
            earlier.id = "0".to_owned();
            c.meetings.push(earlier);
        },
        "not ordered by first day and id",
    );
}

#[test]
fn days_outside_the_calendar_are_refused() {
    // The only days that a corpus in memory can have are real ones, so the bytes are spoilt: the
    // last field of the second document's dates is a postcard zigzag number.
    let mut parts = Parts::of(&corpus());
    let good = records::encode(&Interval::day(day(5, 3)));
    let spoilt = records::encode(&(i32::MAX, i32::MAX));
    let record = &parts.records[1];
    let at = record.windows(good.len()).rposition(|window| window == good).expect("the date is there");
    parts.records[1] = [&record[..at], &spoilt, &record[at + good.len()..]].concat();
    let error = use_all(parts.sealed()).unwrap_err().to_string();
    assert!(error.contains("date 0: has days that do not exist"), "{error}");
}

/// A change to bytes: at a place (of 10,000), take some away and put others in.
fn spoil(bytes: &mut Vec<u8>, (at, take, put): &(usize, usize, Vec<u8>)) {
    let at = bytes.len() * at / 10_000;
    let end = (at + take).min(bytes.len());
    bytes.splice(at..end, put.iter().copied());
}

fn changes() -> impl Strategy<Value = Vec<(usize, usize, Vec<u8>)>> {
    let byte = prop_oneof![any::<u8>(), Just(0), Just(1), Just(0x7f), Just(0x80), Just(0xff)];
    proptest::collection::vec((0..10_000usize, 0..4usize, proptest::collection::vec(byte, 0..6)), 1..4)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn spoilt_bundles_never_panic(changes in changes()) {
        let good = written();
        let mut bytes = good.clone();
        changes.iter().for_each(|change| spoil(&mut bytes, change));
        prop_assert_eq!(use_all(bytes.clone()).is_ok(), bytes == good);
    }

    #[test]
    fn spoilt_parts_under_right_checksums_never_panic(changes in changes(), part in 0..3usize) {
        let mut parts = Parts::of(&corpus());
        let bytes = match part {
            0 => &mut parts.catalogue,
            n => &mut parts.records[n - 1],
        };
        changes.iter().for_each(|change| spoil(bytes, change));
        // Either it is refused, or every promise holds: `use_all` relies on them.
        let _ = use_all(parts.sealed());
    }

    #[test]
    fn any_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(use_all(bytes).is_err());
    }
}
