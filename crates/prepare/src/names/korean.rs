//! Names in Korean before their office: a Korean's (“조현 외교부 장관”), a foreigner's at the head of a
//! sentence (“비탈리 클리치코 키이우 시장”), and a family name alone (“왕 부장”, “이 대통령”).

use std::collections::{BTreeMap, BTreeSet};

use readout_corpus::{Mention, MentionKind, Why};

use super::draft::Draft;
use super::{korean_again, spelt};
use crate::gazetteer::script::{self, Script, is_hangul};
use crate::gazetteer::{Hit, Person, TitleWord};

/// The surnames that most Koreans bear, one syllable each.
const SURNAMES: &str = "김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국";

/// Words that open a sentence before its subject.
const LEADS: [&str; 14] = [
    "한편",
    "또",
    "이어",
    "앞서",
    "이날",
    "그러나",
    "다만",
    "특히",
    "이에",
    "반면",
    "당시",
    "현재",
    "전날",
    "대해",
];

/// Words that stand where a foreigner's name could.
const NO_NAME_WORDS: [&str; 30] = [
    "담당", "외교", "국무", "안보", "이와", "관련", "이번", "신임", "전임", "현직", "전직", "우리", "해당",
    "각국", "주요", "당시", "현지", "고위", "양측", "외국", "서방", "같은", "다른", "여러", "대북", "정책",
    "특별", "최근", "경제", "공동",
];

/// Words between a name and its title that are no part of the name.
const BETWEEN: [&str; 5] = ["겸", "및", "신임", "전", "현"];

/// Family names that are words of their own before a title (“양 장관”: both ministers); they count
/// only where the text has named their bearer in full.
const NO_FAMILY: [&str; 14] =
    ["양", "두", "전", "현", "각", "그", "본", "주", "타", "부", "총", "신", "한", "각국"];

/// What an office has besides its holder (“한남동 외교장관 공관”).
const BUILDINGS: [&str; 4] = ["공관", "관저", "집무실", "공저"];

/// What a family name with a title can be called by besides the name in full, at most (days from the
/// term of its office).
const IN_OFFICE: u32 = 45;

/// Finds people who stand before a Korean title.
pub(super) fn find(draft: &mut Draft<'_>, titles: &[Hit<'_, TitleWord>]) {
    let text = draft.text();
    if !text.contains(is_hangul) {
        return;
    }
    let of_a_person = |hit: &&Hit<'_, TitleWord>| {
        let after = text[hit.end..].trim_start();
        text[hit.start..hit.end].ends_with(is_hangul) && !BUILDINGS.iter().any(|word| after.starts_with(word))
    };
    let korean = || titles.iter().filter(of_a_person);
    let mut introduced: BTreeMap<String, String> = BTreeMap::new();
    for title in korean() {
        before(draft, title);
        introduced.extend(foreign(draft, titles, title));
    }
    for (printed, name) in &introduced {
        again(draft, printed, name);
    }
    korean_again::glossed(draft, again);
    for title in korean() {
        if let Some(head) = text[..title.start].strip_suffix(' ') {
            family_name(draft, title, head);
        }
    }
    korean_again::short_titles(draft, titles, family_name);
    korean_again::written_together(draft, family_name);
}

/// A foreigner whom the gazetteer does not know, at the head of a sentence: two or three words, then
/// where he holds his office, then the title, or the other way round (“캐나다의 … 외교장관”): as printed, and what
/// he is called.
fn foreign(
    draft: &mut Draft<'_>,
    titles: &[Hit<'_, TitleWord>],
    title: &Hit<'_, TitleWord>,
) -> Option<(String, String)> {
    const BODIES: [char; 12] = ['부', '실', '청', '처', '원', '회', '당', '국', '대', '궁', '성', '시'];
    const LENGTHS: std::ops::RangeInclusive<usize> = 1..=6;
    let text = draft.text();
    let sentences = &draft.document.sentences;
    let after = sentences.partition_point(|sentence| sentence.span.start as usize <= title.start);
    let start = sentences.get(after.checked_sub(1)?)?.span.start as usize;
    let head = text.get(start..title.start)?.trim_end();
    // Behind a comma, a bracket or a word that ends a phrase, the name may begin.
    let ends_phrase = |word: &str| {
        word.ends_with([',', ')', ']', '='])
            || word.starts_with(|c: char| c.is_ascii_digit())
            || (word.chars().count() > 2 && word.ends_with(['의', '한', '는', '은', '된']))
            || word.ends_with("중인")
            || matches!(word, "따르면" | "열린" | "만난" | "오전" | "오후")
            || LEADS.contains(&word)
    };
    // “국방부장관과 …”: the office of somebody else.
    let is_office = |(at, word): &(usize, &str)| {
        let stem = word.strip_suffix(['이', '가', '과', '와', '도']);
        stem.is_some_and(|stem| titles.iter().any(|title| title.end == at + stem.len()))
    };
    let words = words_without_glosses(head, start);
    let first = words.iter().rposition(|word| ends_phrase(word.1) || is_office(word)).map_or(0, |at| at + 1);
    let before_words = first.checked_sub(1).map(|before| words[before]);
    let mut words = &words[first..];
    let is_place = |(at, word): &(usize, &str)| {
        !draft.is_free(*at, at + word.len()) || (word.chars().count() > 2 && word.ends_with(BODIES))
    };
    // “이런 상황에서 푸틴 대통령”: the office is somebody's already.
    let held = draft.ending_at(start + head.len()).is_some_and(|mention| mention.kind == MentionKind::Person);
    if held {
        return None;
    }
    let place_ending = |end: usize| {
        let mention = draft.ending_at(end).filter(|mention| mention.kind == MentionKind::Place);
        mention.map(|mention| mention.name.clone())
    };
    let mut place = None;
    let mut places = 0;
    while let [rest @ .., last] = words
        && (is_place(last) || BETWEEN.contains(&last.1))
    {
        // “…기 전 왕이 부장”: the office is that of the one who is named.
        let person = |mention: &Mention| mention.kind == MentionKind::Person;
        if draft.ending_at(last.0 + last.1.len()).is_some_and(person) {
            return None;
        }
        words = rest;
        places += usize::from(!BETWEEN.contains(&last.1));
        place = place.or_else(|| place_ending(last.0 + last.1.len()));
    }
    while let [first, rest @ ..] = words
        && is_place(first)
    {
        words = rest;
    }
    let plain = words.iter().all(|(at, word)| {
        LENGTHS.contains(&word.chars().count())
            && word.chars().all(is_hangul)
            && draft.is_free(*at, at + word.len())
    });
    let no_name = |word: &str| {
        NO_NAME_WORDS.contains(&word)
            || word.ends_with(['을', '를', '와', '과', '은', '는', '의'])
            || word.ends_with("에서")
            || word.ends_with("으로")
    };
    // A Korean before a body that no list knows (“김민수 강변상사 대표”).
    if places == 0
        && words.len() > 1
        && is_korean_name(words[0].1)
        && !words.iter().any(|(_, word)| NO_FAMILY.contains(word))
        && draft.is_free(words[0].0, words[0].0 + words[0].1.len())
    {
        let (from, word) = words[0];
        let why = Why::rule("name-before-office", &text[from..title.end], 65);
        draft.add(from, from + word.len(), MentionKind::Person, word.to_owned(), why);
        return None;
    }
    // “캐나다의 …”
    if places == 0 {
        place = before_words.and_then(|(at, word)| place_ending(at + word.strip_suffix('의')?.len()));
    }
    if places == 0 && place.is_none()
        || !plain
        || !(2..=3).contains(&words.len())
        || words.iter().any(|(_, word)| no_name(word))
    {
        return None;
    }
    let (from, (last, word)) = (words[0].0, words[words.len() - 1]);
    let end = last + word.len();
    let printed = text[from..end].to_owned();
    // Another writing stands behind the whole name only.
    if printed.contains('(') {
        return None;
    }
    let spelt = place.and_then(|place| spelt::holder(draft, &place, title, &printed));
    let name = spelt.unwrap_or_else(|| printed.clone());
    let evidence = &text[from..title.end];
    draft.add(from, end, MentionKind::Person, name.clone(), Why::rule("name-before-office", evidence, 65));
    Some((printed, name))
}

/// The words of a text and where they begin, counted from `at`, without a name's other writing in brackets behind
/// it (“토비아스 린트너(Tobias Lindner)”).
fn words_without_glosses(text: &str, mut at: usize) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut inside = false;
    for word in text.split(' ') {
        let gloss = word.find('(').filter(|from| *from > 0 && !word[*from..].contains(is_hangul));
        if !inside {
            words.push((at, gloss.map_or(word, |from| &word[..from])));
        }
        inside = (inside || gloss.is_some()) && !word.ends_with(')');
        at += word.len() + 1;
    }
    words
}

/// Marks the last word of a foreigner's name wherever it stands alone.
fn again(draft: &mut Draft<'_>, printed: &str, name: &str) {
    let Some(alone) = printed.split(' ').next_back().filter(|word| word.chars().count() > 1) else { return };
    let text = draft.text();
    for (start, _) in text.match_indices(alone) {
        let end = start + alone.len();
        if script::stands_alone(text, start, end, Script::Agglutinative) {
            let why = Why::rule("name-again", name, 65);
            draft.add(start, end, MentionKind::Person, name.to_owned(), why);
        }
    }
}

/// “왕 부장”: somebody named in full before, else the one of that family name who holds the office
/// on the day. `head` is the text before the title.
fn family_name(draft: &mut Draft<'_>, title: &Hit<'_, TitleWord>, head: &str) {
    let text = draft.text();
    let head = without_country(draft, head);
    let word =
        head.rsplit([' ', '\n', '(', '"', '“', '‘', ',', '·', '.', '”', '’']).next().unwrap_or_default();
    let start = head.len() - word.len();
    let length = word.chars().count();
    if !(1..=5).contains(&length) || !word.chars().all(is_hangul) || !draft.is_free(start, head.len()) {
        return;
    }
    let named = draft.people().filter(|mention| (mention.span.start as usize) < start);
    let same = named.filter(|mention| {
        let full = mention.span.of(text).unwrap_or_default();
        let spaced = full.contains(' ');
        match length {
            1 => {
                !spaced
                    && full.starts_with(word)
                    && full.chars().count() <= 4
                    && !is_foreign(draft, &mention.name)
                    // “부이 타잉 썬”, “페니 웡”, “심 앤”: one of the words is that by which they are called
                    || spaced && full.split(' ').any(|part| part == word)
            }
            _ => spaced && full.split(' ').any(|part| part == word),
        }
    });
    // Of several the one who was called by this title last (“김 대통령” is no chairman).
    let same: Vec<&Mention> = same.collect();
    let office = &text[title.start..title.end];
    let called = same.iter().rev().find(|mention| is_called(text, mention.span.end as usize, office));
    let before = called.or(same.last()).map(|mention| mention.name.clone());
    // Somebody whom the text names in full only further down.
    let later = || {
        let part = |mention: &&Mention| {
            let full = mention.span.of(text).unwrap_or_default();
            full.contains(' ') && full.split(' ').any(|part| part == word)
        };
        draft.people().find(part).filter(|_| length > 1).map(|mention| mention.name.clone())
    };
    let name = before
        .or_else(later)
        .or_else(|| if NO_FAMILY.contains(&word) { None } else { in_office(draft, title, word) });
    let Some(name) = name else { return };
    let evidence = format!("{}: {name}", &text[start..title.end]);
    draft.add(start, head.len(), MentionKind::Person, name, Why::rule("surname", evidence, 85));
}

/// Whether a title stands behind the name that ends at a byte, in its phrase.
fn is_called(text: &str, end: usize, title: &str) -> bool {
    const WORDS: usize = 4;
    let phrase = text[end..].split(['\n', ',', '“', '"', '‘']).next().unwrap_or_default();
    for word in phrase.split(' ').take(WORDS) {
        if let Some((_, tail)) = word.rsplit_once(title) {
            return tail.is_empty() || script::is_particle(tail);
        }
        // The phrase of the name ends.
        if word.chars().count() > 1 && ends_with_particle(word) {
            return false;
        }
    }
    false
}

/// What stands before a title, without the country that is named between a foreigner and his office (“매티스 미
/// 국방장관”).
fn without_country<'t>(draft: &Draft<'_>, head: &'t str) -> &'t str {
    const SHORT: [&str; 5] = ["미", "일", "중", "러", "북"];
    let short = SHORT.iter().find_map(|country| head.strip_suffix(country)?.strip_suffix(' '));
    let named = || {
        let mention = draft.ending_at(head.len()).filter(|mention| mention.kind == MentionKind::Place)?;
        head[..mention.span.start as usize].strip_suffix(' ')
    };
    short.or_else(named).unwrap_or(head)
}

/// Whether a person's name in Hangul has several words, so that its first syllable is no family name
/// (“이시바”).
fn is_foreign(draft: &Draft<'_>, name: &str) -> bool {
    let people = draft.gazetteer.people_named(name).iter().map(|index| draft.gazetteer.person(*index));
    people
        .flat_map(|person| &person.aliases)
        .any(|alias| alias.contains(' ') && alias.chars().next().is_some_and(is_hangul))
}

/// Who of a family name holds the office that a title stands for on the document's day.
fn in_office(draft: &Draft<'_>, title: &Hit<'_, TitleWord>, family: &str) -> Option<String> {
    let gazetteer = draft.gazetteer;
    let day = draft.day?;
    let one = family.chars().count() == 1;
    let holds = |office: u32| {
        let key = gazetteer.offices[office as usize].as_str();
        let in_office = move |person: &&Person| {
            person.terms.iter().any(|term| term.office == key && term.distance(day) <= IN_OFFICE)
        };
        gazetteer.entries.people.iter().filter(in_office).filter(|person| {
            person.aliases.iter().any(|alias| {
                let spaced = alias.contains(' ');
                if one {
                    !spaced && alias.starts_with(family) && alias.chars().count() <= 4
                } else {
                    // “하야시” for “하야시 요시마사”, “매티스” for “제임스 매티스”
                    let mut parts = alias.split(' ');
                    alias == family || parts.next() == Some(family) || parts.next_back() == Some(family)
                }
            })
        })
    };
    let offices = title.meanings.iter().filter_map(|word| match word {
        TitleWord::Office(index) => Some(*index),
        TitleWord::Other => None,
    });
    let mut names: BTreeSet<&str> = offices.flat_map(holds).map(|person| person.name.as_str()).collect();
    let only = names.pop_first()?;
    names.is_empty().then(|| only.to_owned())
}

/// A text without the other writing of a name in brackets at its end (“최성홍(崔成泓)”).
fn without_gloss(text: &str) -> &str {
    let open = text.strip_suffix(')').and_then(|inside| inside.rfind('('));
    open.map_or(text, |at| &text[..at])
}

/// Looks at the two or three words before the title: a name, then perhaps a country or a ministry.
fn before(draft: &mut Draft<'_>, title: &Hit<'_, TitleWord>) {
    let text = draft.text();
    let mut end = title.start;
    for _ in 0..3 {
        let Some(head) = text[..end].strip_suffix(' ').map(without_gloss) else { return };
        let start = head
            .char_indices()
            .rev()
            .take_while(|(_, c)| is_hangul(*c))
            .last()
            .map_or(head.len(), |(at, _)| at);
        let word = &text[start..head.len()];
        if word.is_empty() {
            return;
        }
        if let Some(mention) = draft.ending_at(head.len()) {
            if mention.kind == MentionKind::Person {
                return;
            }
            // a country or an organisation stands between
            end = mention.span.start as usize;
            continue;
        }
        // “하야시 외상”: the family name of a foreigner who is named in full, or holds the office.
        let part = |mention: &Mention| {
            let full = mention.span.of(text).unwrap_or_default();
            full.contains(' ') && full.split(' ').any(|part| part == word)
        };
        if draft.people().any(part) || in_office(draft, title, word).is_some() {
            return;
        }
        if is_korean_name(word) {
            if end < title.start
                && (follows_first_word(draft, start) || is_of_abroad(draft, start, title.start))
            {
                return;
            }
            let evidence = &text[start..title.end];
            draft.add(
                start,
                head.len(),
                MentionKind::Person,
                word.to_owned(),
                Why::rule("name-before-office", evidence, 75),
            );
            return;
        }
        let body = ["부", "실", "청", "처", "원", "회", "당", "국", "보좌관"]
            .iter()
            .any(|last| word.ends_with(last));
        if !body && !BETWEEN.contains(&word) {
            return;
        }
        end = start;
    }
}

/// Whether a foreign country stands between a word and the office behind it, and a word before it that could be a
/// given name: then it is no Korean's (“줄리아 길라드 호주 총리”).
fn is_of_abroad(draft: &Draft<'_>, start: usize, office: usize) -> bool {
    let Some(place) = draft.text()[..office].strip_suffix(' ').and_then(|head| draft.ending_at(head.len()))
    else {
        return false;
    };
    let side = draft.gazetteer.side_of_word(&place.name);
    let abroad = place.kind == MentionKind::Place && !matches!(side, None | Some("ROK" | "DPRK" | "China"));
    let Some(head) = draft.text()[..start].strip_suffix(' ').filter(|_| abroad) else { return false };
    let word = head.rsplit([' ', '\n']).next().unwrap_or_default();
    let plain = (2..=5).contains(&word.chars().count()) && word.chars().all(is_hangul);
    plain
        && draft.is_free(head.len() - word.len(), head.len())
        && !LEADS.contains(&word)
        && !NO_NAME_WORDS.contains(&word)
        && !ends_with_particle(word)
}

/// Whether a sentence's first word stands before this byte and could be a given name (“헤더 나워트 …”), which
/// [`foreign`] reads.
fn follows_first_word(draft: &Draft<'_>, start: usize) -> bool {
    let Some(head) = draft.text()[..start].strip_suffix(' ') else { return false };
    let word = head.rsplit([' ', '\n']).next().unwrap_or_default();
    let at = head.len() - word.len();
    let opens = draft.document.sentences.iter().any(|sentence| sentence.span.start as usize == at);
    let plain = (2..=5).contains(&word.chars().count()) && word.chars().all(is_hangul);
    opens && plain && draft.is_free(at, head.len()) && !LEADS.contains(&word) && !ends_with_particle(word)
}

fn ends_with_particle(word: &str) -> bool {
    word.ends_with(['은', '는', '을', '를', '의', '와', '과', '서', '면', '로'])
}

/// Whether the word looks like a Korean's full name: a surname and two syllables more that are no
/// particle.
fn is_korean_name(word: &str) -> bool {
    const NO_NAME: &[&str] = &[
        "정치국",
        "조선중",
        "한국의",
        "지난해",
        "고위급",
        "이번에",
        "외교부",
        "국방부",
        "정부의",
        "이어서",
        "이래로",
        "이후로",
        "전날의",
        "양국의",
        "주요국",
        "국무부",
    ];
    let mut syllables = word.chars();
    let known = syllables.next().is_some_and(|first| SURNAMES.contains(first));
    known
        && word.chars().count() == 3
        && !NO_NAME.contains(&word)
        && !word.ends_with([
            '은', '는', '을', '를', '의', '와', '과', '에', '부', '실', '청', '당', '회', '측', '관', '령',
            '장', '국', '대', '늄', '형',
        ])
}
