//! Reads a Korean sentence: the cue at its end, the subject with its particle before it.

use readout_corpus::{Document, MentionKind, Span};

use super::cues::Gives;
use super::reading::Reading;
use super::subjects::Who;

/// Stems of verbs that give what was said; any past or present ending may follow.
const CONTENT: &[&str] = &[
    "말했",
    "말한",
    "밝혔",
    "밝힌",
    "강조했",
    "전했",
    "덧붙였",
    "설명했",
    "지적했",
    "주장했",
    "표명했",
    "표했",
    "평가했",
    "촉구했",
    "제안했",
    "요청했",
    "당부했",
    "약속했",
    "반박했",
    "부인했",
    "답했",
    "답변했",
    "언급했",
    "경고했",
    "비판했",
    "합의했",
    "발표했",
    "뜻을 모았",
    "의견을 모았",
    "의견을 같이했",
    "의견을 같이 했",
    "공감했",
    "공감대를 이뤘",
    "감사했",
    "환영했",
    "호소했",
    "역설했",
    "피력했",
    "확인했",
    "재확인했",
    "동의했",
    "토로했",
    "썼",
    "내다봤",
    "하기로 했",
    "하기로 합의",
    "기대했",
    "요구했",
    "다짐했",
    "선언했",
    "규탄했",
    "논평했",
    "일축했",
];

/// Verbs that only name a topic.
const TOPIC: &[&str] = &["의견을 교환했", "논의했", "협의했", "의견을 나눴", "이야기를 나눴", "대화를 나눴"];

/// Groups that speak together.
const GROUPS: &[&str] = &[
    "양측",
    "양국",
    "두 정상",
    "양 정상",
    "양국 정상",
    "두 사람",
    "양 장관",
    "두 장관",
    "3국",
    "이들",
    "양국 장관",
    "세 나라",
];

/// Words that open a sentence which goes on with the last speaker.
const GOES_ON: &[&str] = &[
    "이어",
    "그러면서",
    "또",
    "아울러",
    "특히",
    "그는",
    "그녀는",
    "다만",
    "이와 함께",
    "더불어",
    "한편",
    "나아가",
];

/// What the sentence shows, if it has a cue.
pub(crate) fn read(document: &Document, number: u32) -> Option<Reading> {
    let text = document.sentence_text(number);
    let span = document.sentences.get(number as usize)?.span;
    let offset = span.start as usize;
    let tail_at = text.char_indices().rev().nth(24).map_or(0, |(at, _)| at);
    let tail = &text[tail_at..];
    let cue_in = |stems: &[&str]| {
        stems
            .iter()
            .filter_map(|stem| tail.rfind(stem).map(|at| (tail_at + at, tail_at + at + stem.len())))
            .max()
    };
    let (cue, gives) = match (cue_in(CONTENT), cue_in(TOPIC)) {
        (Some(cue), Some(topic)) if topic > cue => (topic, Gives::Topic),
        (Some(cue), _) => (cue, Gives::Content),
        (None, Some(topic)) => (topic, Gives::Topic),
        (None, None) => return None,
    };
    let subject = subject(document, span, text);
    let goes_on = GOES_ON.iter().any(|word| text.trim_start_matches('"').starts_with(word));
    let (who, rule, confidence) = match subject {
        Some(who) => (Some(who), "cue-after-subject", 90),
        None if text.starts_with("그는") || text.starts_with("그녀는") => {
            (Some(Who::Single { feminine: text.starts_with("그녀") }), "cue-after-subject", 85)
        }
        None if goes_on => (None, "cue-goes-on", 80),
        None => return None,
    };
    Some(Reading {
        who,
        via: relayed_by(document, span, text),
        inner: Vec::new(),
        cue: Span::new(offset + cue.0, offset + cue.1),
        attribution: Span::new(offset + cue.0, offset + text.trim_end().len()),
        gives,
        trails: true,
        weak: false,
        rule,
        confidence,
    })
}

/// Who speaks: the first name or group with a subject's particle outside quotations.
fn subject(document: &Document, span: Span, text: &str) -> Option<Who> {
    let offset = span.start as usize;
    let quotes = text.find(['"', '“']).unwrap_or(text.len());
    let head = &text[..quotes];
    let mut found: Vec<(usize, Who)> = Vec::new();
    for name in document.mentions.iter().filter(|m| m.kind == MentionKind::Person && span.contains(m.span)) {
        let (start, end) = (name.span.start as usize - offset, name.span.end as usize - offset);
        if start >= quotes || !takes_particle(text, end, &["은", "는", "이", "가"]) {
            continue;
        }
        found.push((start, Who::People(vec![name.name.clone()])));
    }
    for group in GROUPS {
        for (at, _) in head.match_indices(group) {
            if takes_particle(text, at + group.len(), &["은", "는", "이", "가"]) {
                found.push((at, Who::Group(Vec::new())));
            }
        }
    }
    found.extend(offices_of_places(document, span, text, quotes));
    if found.is_empty() {
        found.extend(nameless(head));
    }
    found.into_iter().min_by_key(|(at, _)| *at).map(|(_, who)| who)
}

/// “중국과 태국 외교장관은”: an office shared by several places.
fn offices_of_places(document: &Document, span: Span, text: &str, quotes: usize) -> Option<(usize, Who)> {
    const SHARED: &[&str] = &["외교장관", "외무장관", "정상", "국방장관", "장관"];
    let offset = span.start as usize;
    let (at, length) = SHARED
        .iter()
        .filter_map(|office| text[..quotes].find(office).map(|at| (at, office.len())))
        .find(|&(at, length)| takes_particle(text, at + length, &["은", "는", "이", "가"]))?;
    let _ = length;
    let places: Vec<(usize, String)> = document
        .mentions
        .iter()
        .filter(|m| m.kind == MentionKind::Place && span.contains(m.span))
        .map(|m| (m.span.start as usize - offset, m.name.clone()))
        .filter(|(start, _)| *start < at && text[*start..at].chars().count() < 24)
        .collect();
    (places.len() >= 2).then(|| (places[0].0, Who::Group(places.into_iter().map(|(_, name)| name).collect())))
}

/// “한 당국자는”, “소식통은”.
fn nameless(head: &str) -> Option<(usize, Who)> {
    const NAMELESS: &[(&str, &str)] = &[
        ("당국자", "official"),
        ("관계자", "official"),
        ("소식통", "source"),
        ("고위관계자", "official"),
        ("전문가", "expert"),
        ("외교관", "diplomat"),
    ];
    NAMELESS.iter().find_map(|(word, noun)| {
        let at = head.find(word)?;
        takes_particle(head, at + word.len(), &["은", "는", "이", "가"])
            .then(|| (at, Who::Unnamed(format!("unnamed {noun}"))))
    })
}

/// Whether a subject's particle follows, after a title of at most a few words.
fn takes_particle(text: &str, end: usize, particles: &[&str]) -> bool {
    let Some(rest) = text.get(end..) else { return false };
    let mut words = rest.split_whitespace();
    let glued = !rest.starts_with(char::is_whitespace);
    let first = words.next().unwrap_or_default();
    if glued {
        if particles.contains(&first.trim_end_matches(',')) {
            return true;
        }
        // “왕 주임은” with the title glued or a bracket between
        if first.starts_with(['(', '·', '과', '와', '의', '에', '을', '를', '도']) {
            return false;
        }
    }
    const TITLES: &[&str] = &[
        "대통령",
        "총리",
        "장관",
        "부장",
        "주임",
        "주석",
        "위원장",
        "실장",
        "대변인",
        "특사",
        "보좌관",
        "국무장관",
        "외교장관",
        "외교부장",
        "부총리",
        "대사",
        "차관",
        "의장",
        "총장",
        "부통령",
        "수석",
        "국장",
        "부부장",
        "정상",
        "대표",
        "교수",
        "장관급",
        "원장",
        "공보비서관",
        "국방장관",
        "국왕",
    ];
    let titled: Vec<&str> = rest.split_whitespace().take(5).collect();
    titled.iter().any(|word| {
        let word = word.trim_end_matches([',', ')']);
        TITLES.iter().any(|title| {
            word.strip_suffix("은")
                .or_else(|| word.strip_suffix("는"))
                .or_else(|| word.strip_suffix("이"))
                .or_else(|| word.strip_suffix("가"))
                .is_some_and(|stem| stem.ends_with(title))
        })
    })
}

/// “…라고 중국 외교부는 전했다”, “중국 외교부에 따르면”: the institution that relays.
fn relayed_by(document: &Document, span: Span, text: &str) -> Vec<Who> {
    let offset = span.start as usize;
    document
        .mentions
        .iter()
        .filter(|m| m.kind == MentionKind::Organisation && span.contains(m.span))
        .filter(|m| {
            let rest = &text[m.span.end as usize - offset..];
            rest.starts_with("에 따르면")
                || (rest.starts_with(['은', '는', '이', '가']) && rest.chars().count() < 16)
        })
        .map(|m| Who::Institution(m.name.clone()))
        .collect()
}
