//! Reads a Chinese sentence: the speaker at its head, the cue behind the name.

use readout_corpus::{Document, MentionKind, Span};

use super::cues::Gives;
use super::reading::Reading;
use super::subjects::Who;

/// Cues that give what was said. The longest wins.
const CONTENT: &[&str] = &[
    "表示",
    "指出",
    "强调",
    "认为",
    "介绍",
    "希望",
    "重申",
    "转达",
    "感谢",
    "祝贺",
    "赞赏",
    "高度评价",
    "欢迎",
    "呼吁",
    "提出",
    "说",
    "同意",
    "一致同意",
    "一致认为",
    "一致表示",
    "达成共识",
    "达成一致",
    "商定",
    "相信",
    "期待",
    "愿",
    "阐述",
    "阐明",
    "通报",
    "宣布",
    "承诺",
    "敦促",
    "要求",
    "建议",
    "主张",
    "称",
    "回应",
    "坦言",
    "谈到",
    "慰问",
    "谴责",
    "反对",
    "支持",
    "赞同",
    "确认",
];

/// Words that lead to a name besides its title.
const BEFORE_NAME: &[&str] = &[
    "国家",
    "中共中央",
    "中央",
    "政治局",
    "国务",
    "外交部",
    "外办",
    "外事",
    "中国",
    "中方",
    "美国",
    "俄罗斯",
    "日本",
    "韩国",
    "国防部",
    "国务院",
    "兼",
    "和",
    "、",
    "来访的",
    "到访的",
    "的",
    "中华人民共和国",
    "共产党",
];

/// Nouns that begin like a cue.
const NOUNS: &[&str] = &["欢迎仪式", "欢迎宴会", "欢迎晚宴", "说明", "反对派", "介绍信", "建议书", "支持者"];

/// Groups that speak together.
const GROUPS: &[&str] = &[
    "双方",
    "两国元首",
    "两国领导人",
    "两国总理",
    "两国外长",
    "中方和对方",
    "各方",
    "三方",
    "双方一致",
    "与会各方",
    "两位领导人",
    "他们",
    "两国外交部长",
    "与会领导人",
];

/// Words of a title that may stand between a name and its cue, or before the name.
const TITLES: &[&str] = &[
    "主席",
    "总统",
    "总理",
    "首相",
    "外长",
    "国务卿",
    "部长",
    "主任",
    "委员",
    "大臣",
    "先生",
    "女士",
    "国王",
    "王储",
    "秘书长",
    "总书记",
    "议长",
    "特使",
    "大使",
    "外交部长",
    "副总理",
    "副总统",
];

/// What the sentence shows, if it has a cue.
pub(crate) fn read(document: &Document, number: u32) -> Option<Reading> {
    let text = document.sentence_text(number);
    let span = document.sentences.get(number as usize)?.span;
    let offset = span.start as usize;
    let make = |who, from: usize, cue: (usize, usize), gives, rule, confidence| Reading {
        who,
        via: Vec::new(),
        inner: Vec::new(),
        cue: Span::new(offset + cue.0, offset + cue.1),
        attribution: vec![Span::new(offset + from, offset + cue.1)],
        gives,
        trails: false,
        weak: false,
        rule,
        confidence,
    };
    if narrates(text) {
        return None;
    }
    let topic = topic_cue(text);
    let group = GROUPS.iter().filter(|g| text.starts_with(**g)).max_by_key(|g| g.len());
    if let Some(group) = group {
        if let Some(cue) = topic {
            // “交换了意见，表示将…”: then something is said after all.
            let said = first_cue(text, cue.1, 12);
            let (cue, gives) = said.map_or((cue, Gives::Topic), |said| (said, Gives::Content));
            return Some(make(Some(Who::Group(Vec::new())), 0, cue, gives, "topic-named", 90));
        }
        let cue = first_cue(text, group.len(), 80)?;
        let joint =
            ["同意", "认为", "共识", "一致", "商定", "表示", "强调", "重申", "宣布", "指出", "承诺", "确认"];
        if !joint.iter().any(|word| text[cue.0..cue.1].contains(word)) {
            return None;
        }
        return Some(make(Some(Who::Group(Vec::new())), 0, cue, Gives::Content, "cue-after-subject", 92));
    }
    if let Some((name, cue)) = printed_speaker(document, number) {
        let names = name.split('和').map(str::to_owned).collect();
        return Some(make(Some(Who::People(names)), 0, cue, Gives::Content, "name-as-printed", 75));
    }
    // The first name of a person, with at most a title and a date before it.
    let name = document.mentions.iter().find(|m| m.kind == MentionKind::Person && span.contains(m.span))?;
    let start = name.span.start as usize - offset;
    let before = text.get(..start)?;
    if !leads_to_name(document, span, before) {
        return None;
    }
    let mut after = name.span.end as usize - offset;
    for title in TITLES {
        if let Some(rest) = text.get(after..)
            && rest.starts_with(title)
        {
            after += title.len();
        }
    }
    let speaker = Some(Who::People(vec![name.name.clone()]));
    if let Some(cue) = topic {
        return Some(make(speaker, start, cue, Gives::Topic, "topic-named", 85));
    }
    // “习近平请…转达问候”, “习近平夫人”: another does it.
    if text.get(after..).is_some_and(|rest| rest.starts_with(['请', '夫'])) {
        return None;
    }
    let cue = first_cue(text, after, 40)?;
    Some(make(speaker, start, cue, Gives::Content, "cue-after-subject", 95))
}

/// A speaker at the head of a sentence whom no list knows, as printed (“瓦塔拉表示，”), and the cue.
pub(crate) fn printed_speaker(document: &Document, number: u32) -> Option<(&str, (usize, usize))> {
    const PLAIN: &[&str] = &["表示", "指出", "强调", "说"];
    let text = document.sentence_text(number);
    let clause = &text[..text.find('，')?];
    let cue = PLAIN.iter().find(|cue| clause.ends_with(**cue))?;
    let name = clause.strip_suffix(cue)?;
    let length = name.chars().count();
    let start = document.sentences.get(number as usize)?.span.start as usize;
    let known =
        document.mentions.iter().any(|m| (start..start + name.len()).contains(&(m.span.start as usize)));
    let common = [
        "方", "他", "她", "双", "者", "人", "们", "部", "国", "会", "文", "话", "中", "时", "后", "并", "再",
        "也", "还", "先",
    ];
    let plain = name.chars().all(|c| c == '·' || ('\u{4E00}'..='\u{9FFF}').contains(&c));
    ((2..=12).contains(&length) && plain && !known && !common.iter().any(|end| name.ends_with(end)))
        .then_some((name, (name.len(), clause.len())))
}

/// Whether only a date, a country and titles stand before the name that opens a sentence.
fn leads_to_name(document: &Document, span: Span, before: &str) -> bool {
    let clause = before.rsplit(['，', '：', '）']).next().unwrap_or(before);
    if before.chars().count() > 40 {
        return false;
    }
    let mut rest = clause.to_owned();
    for named in document.mentions.iter().filter(|m| m.kind != MentionKind::Person && span.contains(m.span)) {
        if let Some(words) = named.span.of(&document.text) {
            rest = rest.replace(words, "");
        }
    }
    for words in TITLES.iter().chain(BEFORE_NAME) {
        rest = rest.replace(words, "");
    }
    rest.trim().is_empty()
}

/// The first cue after `from` within `reach` characters; quotations hold none.
fn first_cue(text: &str, from: usize, reach: usize) -> Option<(usize, usize)> {
    let rest = text.get(from..)?;
    let mut inside = false;
    for (at, c) in rest.char_indices().take(reach) {
        match c {
            '“' => inside = true,
            '”' => inside = false,
            _ => {}
        }
        if inside {
            continue;
        }
        let here = &rest[at..];
        // “作出的承诺”, “欢迎仪式”: nouns.
        let noun = NOUNS.iter().any(|noun| here.starts_with(noun));
        if noun || rest[..at].ends_with('的') {
            continue;
        }
        if let Some(cue) = CONTENT.iter().filter(|cue| here.starts_with(**cue)).max_by_key(|cue| cue.len()) {
            return Some((from + at, from + at + cue.len()));
        }
    }
    None
}

/// “就…交换意见”: only a topic.
fn topic_cue(text: &str) -> Option<(usize, usize)> {
    const TOPIC: &[&str] = &[
        "交换了意见",
        "交换意见",
        "交换了看法",
        "交换看法",
        "进行了讨论",
        "进行讨论",
        "深入沟通",
        "进行了沟通",
        "深入交流",
    ];
    let about = text.find('就')?;
    TOPIC
        .iter()
        .filter_map(|cue| text.find(cue).map(|at| (at, at + cue.len())))
        .filter(|cue| cue.0 > about)
        .min()
}

/// Whether a sentence tells of what was done: who met whom, who was there, what was signed.
pub(crate) fn narrates(text: &str) -> bool {
    const END: &[&str] = &[
        "参加会见",
        "参加上述活动",
        "出席上述活动",
        "参加会谈",
        "参加活动",
        "出席",
        "陪同",
        "在座",
        "参加",
        "参加上述会见",
    ];
    const AFTER: &[&str] = &["会谈后", "会见后", "会前", "会谈前", "会见前", "仪式后"];
    let trimmed = text.trim_end_matches(['。', '！', '\n', ' ']);
    END.iter().any(|end| trimmed.ends_with(end)) && trimmed.chars().count() < 60
        || AFTER.iter().any(|start| text.starts_with(start))
}
