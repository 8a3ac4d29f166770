//! Manners of single governments and bodies, and the formal manner of all of them.

use readout_corpus::{Document, MentionKind};

/// Sentences at the head of a text.
const EARLY: usize = 4;

/// Offices of which there is one, and the side whose it is.
const OWN_OFFICES: &[(&str, &str)] =
    &[("Secretary-General", "UN"), ("High Representative", "EU"), ("External Affairs Minister", "India")];

/// What a text has in which “the Prime Minister” is the one in London.
const IN_LONDON: &[&str] = &["Downing Street", "Prime Minister’s spokesperson"];

/// How the ministry in Tokyo begins its accounts: what it gives, “as follows”.
const IN_OUTLINE: &[&str] = &["overview", "summary", "outline", "gist"];

/// The side whose manner the head of a text has.
pub(super) fn signed(document: &Document) -> Option<String> {
    let (first, _) = document.body().next()?;
    let opening = document.sentence_text(first);
    let office = opening.strip_prefix("The ");
    let own = office.and_then(|office| {
        let british =
            || office.starts_with("Prime Minister ") && IN_LONDON.iter().any(|w| document.text.contains(w));
        side_of_office(office).or_else(|| british().then_some("UK"))
    });
    let outlines = |number: u32| {
        let text = document.sentence_text(number);
        text.contains("as follows") && IN_OUTLINE.iter().any(|word| text.contains(word))
    };
    let japanese = || {
        let line = document.body().map(|(number, _)| number).take(EARLY).find(|&number| outlines(number));
        let head = |line: u32| document.mentions.iter().take_while(move |m| m.sentence <= line);
        line.is_some_and(|line| head(line).any(|m| m.kind == MentionKind::Place && m.name == "Japan"))
    };
    own.or_else(|| japanese().then_some("Japan")).map(str::to_owned)
}

/// The side of the one who holds an office, where there is one such office.
pub(crate) fn side_of_office(words: &str) -> Option<&'static str> {
    let same = |(office, _): &&(&str, &str)| {
        words.strip_prefix(office).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    OWN_OFFICES.iter().find(same).map(|(_, side)| *side)
}

/// Whether a text is the minutes of a briefing as ministries in Beijing print them: called so without the
/// country, with questions and answers. Who reports of one names the country.
pub(super) fn is_briefing(document: &Document) -> bool {
    const BRIEFING: &str = "例行记者会";
    const ABROAD: [&str; 4] = ["中国外交部", "中国国防部", "中国商务部", "大陆"];
    const ASKED: [&str; 3] = ["问：", "问:", "记者："];
    let mut head = std::iter::once(0).chain(document.body().map(|(number, _)| number)).take(2);
    let called = head.any(|number| {
        let text = document.sentence_text(number);
        text.contains(BRIEFING) && !ABROAD.iter().any(|words| text.contains(words))
    });
    let asked = |number: u32| ASKED.iter().any(|label| document.sentence_text(number).contains(label));
    called && document.body().any(|(number, _)| asked(number))
}

/// Whether half of a Korean text's sentences end as the ministries in Seoul write, and no paper does. Those
/// in Pyongyang have words of their own.
pub(super) fn is_minuted(document: &Document) -> bool {
    const ENDS: [&str; 4] = ["하였다", "하였습니다", "하였음", "가졌음"];
    const PYONGYANG: [&str; 4] = ["동지", "로동당", "령도자", "조선중앙통신"];
    let formal = document.body().filter(|(_, sentence)| {
        let text = sentence.span.of(&document.text).unwrap_or_default().trim_end_matches(['.', ' ', ')']);
        ENDS.iter().any(|end| text.ends_with(end))
    });
    let formal = formal.count();
    document.card.language == "ko"
        && formal > 1
        && formal * 2 >= document.body().count()
        && !PYONGYANG.iter().any(|word| document.text.contains(word))
}

/// Whether a Korean text is called a briefing in writing.
pub(super) fn is_issued(document: &Document) -> bool {
    const IN_WRITING: [&str; 2] = ["서면브리핑", "서면 브리핑"];
    let title = document.sentence_text(0);
    document.card.language == "ko" && IN_WRITING.iter().any(|words| title.contains(words))
}

/// Whether a text has the manner of an official one. Korean papers introduce their own ministers without
/// the country, too; the ministries' formal endings and the head of a briefing tell the two apart.
pub(super) fn is_formal(document: &Document) -> bool {
    const FORMAL: [&str; 3] = ["하였다", "하였습니다", "하였음"];
    const ISSUED: [&str; 7] = [
        "서면브리핑",
        "서면 브리핑",
        "대변인 브리핑",
        "수석 브리핑",
        "보도자료",
        "보도참고자료",
        "대변인 논평",
    ];
    let formal: usize = FORMAL.iter().map(|ending| document.text.matches(ending).count()).sum();
    let title = document.sentence_text(0);
    document.card.language != "ko" || formal > 1 || ISSUED.iter().any(|head| title.contains(head))
}
