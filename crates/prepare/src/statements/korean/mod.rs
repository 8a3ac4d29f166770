//! Reads a Korean sentence: the cue at its end, the subject with its particle before it.
//!
//! Rests on the particles 은/는 (topic) and 이/가 (subject) and on the verb's stem, never on word order.
//! Who the subject is, is settled in `subject`.

mod subject;
mod words;

use readout_corpus::{Document, Span};

use super::cues::Gives;
use super::lists::starting;
use super::quotes::Quotations;
use super::reading::Reading;
use super::subjects::Who;
use subject::{Sentence, gives_content};
use words::WORDS;

/// How far from the end a cue may begin, in characters.
const TAIL: usize = 28;

/// How many sentences back a quotation's subject may stand.
const REACH: u32 = 6;

/// How sure speech is that no cue ends.
const TIED: u8 = 70;

/// Words that stand before a quotation that is given whole.
const FEW: usize = 6;

/// A cue: where it stands in its sentence, what it gives, and how sure it is that it tells speech.
struct Cue {
    at: (usize, usize),
    gives: Gives,
    confidence: u8,
}

/// What the two clauses of a sentence show in which one speaks after another; else what the whole shows.
pub(crate) fn read_clauses(
    document: &Document,
    quotations: &Quotations,
    number: u32,
) -> (Option<Reading>, Option<Reading>) {
    let Some(sentence) = Sentence::of(document, quotations, number) else { return (None, None) };
    let Some(last) = whole(&sentence, document, quotations, number) else { return (None, None) };
    let first = sentence.first_clause().and_then(|(who, cue)| {
        let other = matches!(&last.who, Some(Who::People(people)) if who != Who::People(people.clone()));
        other.then(|| Reading {
            who: Some(who),
            via: Vec::new(),
            cue: sentence.span(cue.0, cue.1),
            attribution: vec![sentence.span(cue.0, cue.1)],
            gives: Gives::Content,
            confidence: last.confidence.min(80),
            ..last.clone()
        })
    });
    match first {
        Some(first) => (Some(first), Some(last)),
        None => (Some(last), None),
    }
}

/// What the sentence shows, if it has a cue.
fn whole(
    sentence: &Sentence<'_>,
    document: &Document,
    quotations: &Quotations,
    number: u32,
) -> Option<Reading> {
    let cue = cue(sentence)?;
    // A reached agreement of another day is history.
    let history = cue.gives == Gives::Content
        && sentence.text[cue.at.0..].starts_with("합의했")
        && sentence.text.contains("지난 ");
    if history {
        return None;
    }
    // A quotation that began sentences ago has its subject there.
    let mut begins = number;
    while begins > 1
        && number - begins < REACH
        && quotations.goes_on_at(document.sentences[begins as usize].span.start as usize)
    {
        begins -= 1;
    }
    let first = if begins == number { None } else { Sentence::of(document, quotations, begins) };
    let told_of = sentence.goes_on() && sentence.subject_is_told_of(cue.at.0);
    let subject = first.as_ref().unwrap_or(sentence).subject().filter(|_| !told_of);
    // A country that asks or agrees acts; it speaks with a plain cue only.
    let speaks = starting(&sentence.text[cue.at.0..], &WORDS.plain).is_some();
    if matches!(subject, Some(Who::Sides(_))) && !speaks {
        return None;
    }
    let decides = starting(&sentence.text[cue.at.0..], &WORDS.decided).is_some();
    // What one alone decides is no speech; the walk knows whether somebody was met there.
    let weak = decides && matches!(&subject, Some(Who::People(people)) if people.len() == 1);
    let relay = sentence.relay(cue.at.0);
    let via = sentence.relayed_by(cue.at.0);
    // “이어 뜻을 같이했다고 외교부가 전했다”: who relays is no subject of what was said.
    let told_by = |who: &Who| via.contains(who) && sentence.tells_speech(cue.at.0) && sentence.goes_on();
    let relay = relay.filter(|who| !told_by(who));
    let subject = match subject {
        Some(who) if told_by(&who) => sentence.subject_of_told(cue.at.0),
        subject => subject,
    };
    let (who, rule, confidence) = match (relay, subject) {
        (Some(who @ Who::Unnamed(_)), _) => (Some(who), "cue-after-subject", 80),
        (Some(who), _) if !sentence.tells_speech(cue.at.0) => (Some(who), "institution-as-speaker", 50),
        (_, Some(who @ (Who::Institution(_) | Who::Sides(_)))) => (Some(who), "institution-as-speaker", 50),
        (_, Some(who)) => (Some(who), "cue-after-subject", 90),
        (Some(who), None) => (Some(who), "cue-after-subject", 75),
        (None, None) if sentence.goes_on() && !sentence.has_unknown_official() => (None, "cue-goes-on", 80),
        // “…에 대해선 "…"고 말했다”: no subject at all.
        (None, None) if sentence.drops_subject() => (None, "cue-without-subject", 65),
        // “…를 촉구했다”, of those who spoke last.
        (None, None) if sentence.has_no_subject() => (None, "cue-without-subject", 60),
        // A subject whom nobody knows: at least nobody else speaks.
        (None, None) => (Some(Who::People(Vec::new())), "unknown-subject", 0),
    };
    // “통신은 장관이 …고 말했다고 보도했다”: the words are the minister's.
    let (who, via) = match (who, sentence.inner_speaker(cue.at.0)) {
        (Some(outer), Some(inner)) if may_relay(&outer) => (Some(inner), vec![outer]),
        (who, _) => (who, via),
    };
    // “외교부는 두 장관이 “…기로 했다”고 밝혔다”: so are the words of what both did.
    let (who, via) = match (who, sentence.group_before_quotation()) {
        (Some(outer), Some(inner)) if may_relay(&outer) => (Some(inner), vec![outer]),
        (who, _) => (who, via),
    };
    // “외교부는 ‘장관은 …라고 말했다’고 밝혔다”: the same in a quotation.
    let (who, via, inner) = match (who, sentence.inner().find_map(|words| quoted_speaker(&words))) {
        (Some(outer), Some(inner)) if may_relay(&outer) => (Some(inner), vec![outer], Vec::new()),
        // “이어 ‘두 장관은 …고 했다’고 설명했다”: whose words these are depends on who spoke last.
        (None, Some(inner @ (Who::Group(_) | Who::Holders { .. }))) => (None, via, vec![inner]),
        (who, _) => (who, via, Vec::new()),
    };
    // “장관이 의견을 교환했다고 밝혔다”: still only a topic.
    let gives = if sentence.tells_topic(cue.at.0) { Gives::Topic } else { cue.gives };
    Some(Reading {
        who,
        via,
        inner,
        cue: sentence.span(cue.at.0, cue.at.1),
        attribution: attribution(sentence, cue.at.0),
        gives,
        trails: true,
        weak,
        rule,
        confidence: confidence.min(cue.confidence),
    })
}

/// Whether it is for somebody to tell what others said: a body or a government.
fn may_relay(who: &Who) -> bool {
    matches!(who, Who::Institution(_) | Who::Sides(_))
}

/// Who speaks in what a quotation tells. Of several together it tells what they did.
fn quoted_speaker(words: &Sentence<'_>) -> Option<Who> {
    if words.is_past()
        && let Some(group @ (Who::Group(_) | Who::Holders { .. })) = words.subject()
    {
        return Some(group);
    }
    cue(words).filter(|cue| cue.gives == Gives::Content && cue.confidence > TIED)?;
    words.subject().filter(|who| matches!(who, Who::People(_) | Who::Group(_) | Who::Holders { .. }))
}

/// Whether a cue tells what those who met share (“인식을 공유했다”), or relays it or what they decided: then that
/// stands before the cue (“뜻을 모았다고 외교부가 밝혔다”).
pub(crate) fn tells_shared_view(before: &str, cue: &str) -> bool {
    const STEM: usize = 3;
    let relayed = before.rsplit_once("다고 ").is_some_and(|(told, _)| {
        let tail = |view: &str| told.rfind(view).map(|at| told[at + view.len()..].chars().count());
        WORDS
            .shared_views
            .iter()
            .chain(&WORDS.decided)
            .any(|view| tail(view).is_some_and(|length| length <= STEM))
    });
    // “…의 중요성에 공감했다” may be one's own, “…하다는 데 공감했다” is not.
    let sympathy = cue.starts_with("공감") && before.trim_end().ends_with(['데', '점']);
    relayed || sympathy || starting(cue, &WORDS.shared_views).is_some()
}

/// Whether a sentence without any subject tells what those who met share or decided (“…하기로 했다”).
pub(crate) fn is_shared_by_the_unnamed(document: &Document, quotations: &Quotations, number: u32) -> bool {
    let Some(sentence) = Sentence::of(document, quotations, number) else { return false };
    let Some(cue) = cue(&sentence) else { return false };
    let told = &sentence.text[cue.at.0..];
    let shared = starting(told, &WORDS.shared_views).or_else(|| starting(told, &WORDS.decided)).is_some()
        || told.starts_with("공감");
    shared && sentence.has_no_subject()
}

/// The countries and the office of those who are named by it together (“한미 국방장관 회담이”).
pub(crate) fn holders_of_an_office(text: &str) -> Option<&'static Who> {
    let mut found = WORDS.described.find(text).map(|(_, _, who)| who);
    found.find(|who| matches!(who, Who::Holders { .. }))
}

/// Whether no word of a sentence could be its subject.
pub(crate) fn has_no_subject(document: &Document, quotations: &Quotations, number: u32) -> bool {
    Sentence::of(document, quotations, number).is_some_and(|sentence| sentence.has_no_subject())
}

/// Who the subject of a sentence is, whatever its verb.
pub(crate) fn subject(document: &Document, quotations: &Quotations, number: u32) -> Option<Who> {
    Sentence::of(document, quotations, number)?.subject()
}

/// The last cue near the end of the sentence; else what ties a quotation, or words without quotation
/// marks, to a speaker.
fn cue(sentence: &Sentence<'_>) -> Option<Cue> {
    let text = sentence.text;
    let tail = text.char_indices().rev().nth(TAIL).map_or(0, |(at, _)| at);
    let content = WORDS.content.last(text, tail, |at| !sentence.quoted(at));
    let topic = WORDS.topic.last(text, tail, |at| !sentence.quoted(at));
    let sure = |at, gives| Some(Cue { at, gives, confidence: 95 });
    match (content, topic) {
        (_, Some(topic)) if gives_content(text, topic.0) => sure(topic, Gives::Content),
        (Some(cue), Some(topic)) if topic.0 > cue.0 => sure(topic, Gives::Topic),
        (Some(cue), _) => sure(cue, Gives::Content),
        (None, Some(topic)) => sure(topic, Gives::Topic),
        (None, None) => tied(sentence),
    }
}

/// “…"고 불만을 드러냈다”, “…다며 반발했다”, “감사를 표하고 떠났다”: speech that no cue ends.
fn tied(sentence: &Sentence<'_>) -> Option<Cue> {
    let text = sentence.text;
    let quoted = sentence.quotes().iter().rev().find_map(|quote| {
        let particle = WORDS.quotative.iter().find(|particle| text[quote.end..].starts_with(**particle))?;
        Some((quote.end, quote.end + particle.trim_end().len()))
    });
    let at = quoted.or_else(|| {
        let places = WORDS
            .indirect
            .iter()
            .filter_map(|word| text.rfind(word).map(|at| (at, at + word.trim_end().len())));
        places.filter(|(at, _)| !sentence.quoted(*at)).max()
    });
    let at = at.or_else(|| sentence.told_in_the_past());
    let at = at.or_else(|| WORDS.middle.last(text, 0, |at| !sentence.quoted(at)))?;
    Some(Cue { at, gives: Gives::Content, confidence: TIED })
}

/// Subject and cue: what stands before a quotation, where it is no more than a few words, and
/// what follows the last one.
fn attribution(sentence: &Sentence<'_>, cue: usize) -> Vec<Span> {
    let text = sentence.text;
    let end = text.trim_end().len();
    let Some(last) = text.rfind(['"', '”', '」', '』']) else {
        return vec![sentence.span(cue, end)];
    };
    // Without an opening mark, the quotation began sentences ago.
    let few = sentence.quote < last && text[..sentence.quote].split_whitespace().count() <= FEW;
    let head = few.then(|| sentence.span(0, sentence.quote));
    head.into_iter().chain([sentence.span(last.min(cue), end)]).collect()
}
