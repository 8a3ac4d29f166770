//! How Chinese says that people met: “A会见B”, “A同B举行会谈”, “A同B通电话”, “A分别会见B、C”.

use readout_corpus::{Document, Mention, MentionKind, Span};

use super::events::Found;
use crate::statements::{begins_with_cue, printed_speaker};

/// Words for having met.
pub(super) const MET: &[&str] = &[
    "会见",
    "会谈",
    "通电话",
    "会晤",
    "会面",
    "接见",
    "见面",
    "拜会",
    "通话",
    "举行视频会晤",
    "视频会见",
    "举行磋商",
    "战略磋商",
    "政治磋商",
    "战略对话",
    "打了一通",
    "峰会",
    "首脑会谈",
];

/// Words before the verb for attendance and other times: the sentence tells of something else.
const NOT_TOLD: &[&str] = &[
    "是否",
    "多次",
    "将会",
    "将同",
    "将与",
    "将于",
    "拟",
    "预计",
    "计划",
    "曾",
    "上次",
    "去年",
    "前不久",
    "不久前",
    "通过",
    "为",
    "期待",
    "希望",
    "即将",
    "双方",
    "根据",
    "愿",
];

/// What is said before the names of wives and husbands who were there, too.
const WITH_THEM: &[&str] = &["夫人", "王后", "伉俪"];

/// Words that put what follows them in days to come.
const AHEAD: &[&str] = &["将于", "将在", "将出访", "将访", "将赴", "拟于", "预定", "计划"];

/// Words that make the verb itself no account: attendance, plans, what lies around.
const NOT_AFTER: &[&str] =
    &["的", "结束后", "结束时", "开始前", "期间", "达成的", "达成重要", "取得", "以来", "成果"];

/// Titles of respect behind a name: somebody speaks of a leader, the report does not.
const RESPECT: &[&str] = &["主席", "总书记", "同志", "总统先生"];

/// Words behind the name of somebody who only sent another, or whose office another runs.
const SENDS: &[&str] = &[
    "特使",
    "特别代表",
    "的特使",
    "的特别代表",
    "总统特使",
    "主席特使",
    "总统的特使",
    "主席特别代表",
    "总统特别代表",
    "就职",
    "总统就职",
];

/// Cues of speech; behind one, a sentence tells what was said.
const SAID: &[&str] = &["表示", "指出", "强调", "说，", "说,", "说：", "说:", "认为"];

/// The meetings that a sentence says took place: one, or one with each guest.
pub(super) fn find(document: &Document, number: u32) -> Vec<Found> {
    let text = document.sentence_text(number);
    let mut verbs: Vec<usize> =
        MET.iter().flat_map(|word| text.match_indices(word)).map(|(at, _)| at).collect();
    verbs.sort_unstable();
    verbs.into_iter().take(VERBS).find_map(|at| met(document, number, at)).unwrap_or_default()
}

/// How many words for having met are tried in a sentence: a headline may run into it.
const VERBS: usize = 3;

/// The meetings that the word at `at` tells of; none where it tells of something else. Nothing at all where it
/// names nobody, so that another word of the sentence may.
fn met(document: &Document, number: u32, at: usize) -> Option<Vec<Found>> {
    let sentence = document.sentences.get(number as usize)?;
    let text = document.sentence_text(number);
    let offset = sentence.span.start as usize;
    let verb = MET.iter().filter(|word| text[at..].starts_with(**word)).map(|word| word.len()).max()?;
    let (before, after) = (&text[..at], &text[at + verb..]);
    // “会见后，…”
    let around = after.strip_prefix(['后', '前']).is_some_and(|rest| rest.starts_with(['，', ',']));
    // “甲表示，他同乙通了话”
    let own = clause(before).trim_start().starts_with(['他', '她']);
    // “甲称乙同丙会晤”
    let spoken = document.mentions.iter().any(|m| {
        let end = (m.span.end as usize).saturating_sub(offset);
        m.sentence == number && m.kind == MentionKind::Person && end < at && begins_with_cue(&text[end..])
    });
    let spoken = spoken || is_speech(clause(before)) || SAID.iter().any(|cue| before.contains(cue));
    // “发言人说，国务卿同外长通话”: those tell what others did.
    let spoken = spoken && !before.contains("发言人");
    let quoted = before.matches('“').count() > before.matches('”').count();
    let told = !around
        && !quoted
        && !NOT_TOLD.iter().any(|word| clause(before).contains(word))
        && !NOT_AFTER.iter().any(|word| after.starts_with(word))
        && !before.contains("请")
        && (own || !spoken)
        && !is_ahead(before)
        && !before.ends_with("参加")
        && !before.ends_with("出席");
    // “出席峰会期间会见…”: the words for it stand further on.
    if text[at..].starts_with("峰会") && (after.starts_with("期间") || !clause(before).contains("举行"))
    {
        return None;
    }
    if !told {
        return Some(Vec::new());
    }
    let mut participants: Vec<String> = Vec::new();
    let mut hosts = 0;
    let room = room(document, number, at, offset);
    for mention in document.mentions.iter().filter(|m| m.sentence == number && m.kind == MentionKind::Person)
    {
        let (start, end) = (mention.span.start as usize - offset, mention.span.end as usize - offset);
        let sends = SENDS.iter().any(|word| text[end..].starts_with(word));
        if start < at && hosts == 0 && !sends && RESPECT.iter().any(|title| text[end..].starts_with(title)) {
            return Some(Vec::new());
        }
        // Who is named behind a cue is spoken of.
        let spoken_of = SAID.iter().filter_map(|cue| text.find(cue)).any(|cue| cue < start && at < cue);
        let spoken_of = spoken_of || is_speech(clause(&text[..start]));
        if spoken_of
            || sends
            || WITH_THEM.iter().any(|word| text[..start].ends_with(word))
            || !room.contains(&start)
            || attends(text, start)
            || participants.contains(&mention.name)
        {
            continue;
        }
        hosts += usize::from(start < at && !is_guest(document, text, mention, offset));
        participants.push(mention.name.clone());
    }
    // “他在柏林会见乙后…”: whom the sentence before begins with.
    if hosts == 0 && own && number > 0 && !before.ends_with('在') {
        let mut earlier = document.mentions.iter().filter(|m| m.sentence == number - 1);
        let host = earlier.find(|m| m.kind == MentionKind::Person && !participants.contains(&m.name));
        participants.splice(0..0, host.map(|m| m.name.clone()));
        hosts = usize::from(host.is_some());
    }
    // “会见…时，甲表示”: the host stands behind.
    let behind = after.split(['，', ',']).next().is_some_and(|clause| clause.ends_with(['时', '中']));
    if hosts == 0 && behind {
        let speaker = document.mentions.iter().find(|m| {
            m.sentence == number
                && m.kind == MentionKind::Person
                && m.span.start as usize - offset > at
                && SAID.iter().any(|cue| document.text[m.span.end as usize..].starts_with(cue))
        })?;
        participants.retain(|name| *name != speaker.name);
        participants.insert(0, speaker.name.clone());
        hosts = 1;
    }
    // Somebody whom no list knows, but who is quoted further down.
    let quoted = (number + 1..).take_while(|n| (*n as usize) < document.sentences.len());
    for name in quoted.filter_map(|n| printed_speaker(document, n)).flat_map(|(names, _)| names.split('和'))
    {
        if text.contains(name) && !participants.iter().any(|known| known == name) {
            participants.push(name.to_owned());
        }
    }
    if hosts == 0 || participants.len() < 2 {
        return None;
    }
    let remote = ["通电话", "通话", "视频"].iter().any(|word| text.contains(word));
    let clause = told_in(document, number, (at, at + verb));
    let found = |participants| Found { participants, clause, remote };
    // “甲和乙分别在与丙会面时”: one meeting of each host, and what day it was the others' clauses do not say.
    if clause_says(before, "分别") && hosts > 1 && participants.len() == hosts + 1 {
        let guest = participants.split_off(hosts);
        let clause = own_clause(document, number, (at, at + verb));
        let each = participants.into_iter().map(|host| Found {
            participants: [vec![host], guest.clone()].concat(),
            clause,
            remote,
        });
        return Some(each.collect());
    }
    // “分别会见”: one meeting with each guest. In a row they are of one visit, unless on one day.
    let in_turn = clause_says(before, "先后");
    if in_turn && !document.dates.iter().any(|date| date.sentence == number && date.days.days() == 1) {
        return None;
    }
    if (in_turn || clause_says(before, "分别")) && participants.len() > hosts {
        let guests = participants.split_off(hosts);
        let each =
            guests.into_iter().map(|guest| found(participants.iter().cloned().chain([guest]).collect()));
        return Some(each.collect());
    }
    Some(vec![found(participants)])
}

/// The words whose dates and places are the meeting's: the sentence, or the verb's own clause where that one
/// names a day and others another (“三日演讲，四日会见…”).
fn told_in(document: &Document, number: u32, verb: (usize, usize)) -> Span {
    let whole = document.sentences[number as usize].span;
    let own = own_clause(document, number, verb);
    let mut dates = document.dates.iter().filter(|date| date.sentence == number);
    let several = dates.clone().count() > 1;
    let names_day = dates.any(|date| own.contains(date.span));
    if several && names_day { own } else { whole }
}

/// The clause in which the verb stands.
fn own_clause(document: &Document, number: u32, verb: (usize, usize)) -> Span {
    let text = document.sentence_text(number);
    let offset = document.sentences[number as usize].span.start as usize;
    let start = verb.0 - clause(&text[..verb.0]).len();
    let end = verb.1 + text[verb.1..].find(['，', ',', '；', ';', '。']).unwrap_or(text.len() - verb.1);
    Span::new(offset + start, offset + end)
}

/// The clauses in which those who met are named: the verb's own, and as many before it as it takes to find
/// who received; of what stands in others, the sentence only speaks. As bytes of the sentence.
fn room(document: &Document, number: u32, verb: usize, offset: usize) -> std::ops::Range<usize> {
    let text = document.sentence_text(number);
    let ends = |c: char| matches!(c, '，' | '；' | '。' | ',' | ';');
    let end = verb + text[verb..].find(ends).unwrap_or(text.len() - verb);
    let is_host = |mention: &&Mention, from: usize, to: usize| {
        mention.sentence == number
            && mention.kind == MentionKind::Person
            && (from..to).contains(&(mention.span.start as usize - offset))
            && !is_guest(document, text, mention, offset)
    };
    let mut start = verb;
    loop {
        let before = text[..start].rfind(ends);
        let from = before.map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
        // “甲在柏林演讲，指乙的桥很长，后会见丙”: what a clause of speech names received nobody.
        let found = !is_speech(&text[from..start])
            && document.mentions.iter().any(|mention| is_host(&mention, from, start));
        match before {
            Some(at) if !found => start = at,
            _ => return from..end,
        }
    }
}

/// Whether a clause without a subject goes on with what an earlier one puts in days to come (“将于18日出访…，
/// 与乙会晤”).
fn is_ahead(before: &str) -> bool {
    let own = clause(before);
    let earlier = before[..before.len() - own.len()].rsplit(['。', '；']).next().unwrap_or_default();
    own.trim_start().starts_with(['与', '同', '和', '并']) && AHEAD.iter().any(|word| earlier.contains(word))
}

/// The last clause of a text, with the one before it where it only goes on with a row (“分别与甲，以及乙”).
fn clause(text: &str) -> &str {
    let mut commas = text.rmatch_indices(['，', ',']).map(|(at, comma)| (at, at + comma.len()));
    let begins = |from: usize| text[from..].trim_start();
    commas.find(|(_, from)| !begins(*from).starts_with("以及")).map_or(text, |(_, from)| &text[from..])
}

/// Whether a clause gives what somebody says, whom an earlier one names (“，指乙的桥很长”).
fn is_speech(clause: &str) -> bool {
    begins_with_cue(clause.trim_start())
}

fn clause_says(text: &str, word: &str) -> bool {
    clause(text).contains(word)
}

/// Whether a name stands behind “同” or “与”: the guest of the one before. “和” says so where its clause names
/// nobody before it (“，当天下午和乙会谈”).
fn is_guest(document: &Document, text: &str, mention: &Mention, offset: usize) -> bool {
    let start = mention.span.start as usize - offset;
    let clause = clause(&text[..start]);
    // “共同”, “同时”, “合同” are words of their own
    let alone = |at: usize, word: &str| {
        !clause[..at].ends_with(['共', '相', '不', '合', '协', '赞'])
            && !clause[at + word.len()..].starts_with(['时', '意', '志', '样'])
    };
    let opens = |at: usize| {
        let clause_start = offset + start - clause.len();
        let before = Span::new(clause_start, clause_start + at);
        !document.mentions.iter().any(|m| m.kind == MentionKind::Person && before.contains(m.span))
    };
    ["同", "与", "跟"].iter().any(|word| clause.match_indices(word).any(|(at, _)| alone(at, word)))
        || clause.match_indices('和').any(|(at, _)| at > 0 && opens(at))
}

/// Whether a name stands among those who only attend (“何立峰陪同会见”).
fn attends(text: &str, start: usize) -> bool {
    let clause = text[start..].split(['，', ',', '。']).next().unwrap_or_default();
    ["参加", "出席会", "陪同", "在座"].iter().any(|word| clause.contains(word))
}
