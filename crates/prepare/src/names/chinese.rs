//! Chinese names after their office (“外交部长…”), and what must not be read as one.

use std::borrow::Cow;
use std::collections::BTreeMap;

use readout_corpus::{MentionKind, Why};

use super::draft::Draft;
use super::{spelt, transcribed};
use crate::gazetteer::script::is_han;
use crate::gazetteer::{Gazetteer, Hit, Meaning, TitleWord};

/// The surnames that most Chinese bear.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤耿车束毕卓殷詹盛祝华关简欧阳游庄蓝施柯翁童纪管洪阮倪萧葛樊兰聂焦柳邢岳梅辛褚娄甘祁舒尤申穆翟缪凌霍甄邬饶鞠赖骆姬费苗裴芦游涂鲍康温";

/// Letters of offices and bodies, which hardly begin a name.
const NO_NAME: &str = "官员府会团们部长和与及等兼室处厅局署共访";

/// Words that go on with the office (“总统新闻秘书”).
const OFFICES: [&str; 9] = ["新闻", "秘书", "办公", "助理", "助手", "顾问", "特别", "军事", "安全"];

/// Letters of other words than an office's before it.
const BEFORE_OFFICE: [char; 14] =
    ['同', '与', '和', '在', '的', '对', '向', '就', '是', '到', '为', '由', '见', '访'];

/// What is done with an office that stands without its name (“同沙特外交大臣通电话”).
const DEEDS: [&str; 8] = ["通电话", "通话", "会谈", "会见", "会晤", "会面", "举行", "视频"];

/// Days on which somebody did something (“发言人星期天说”).
const DAYS: [&str; 10] = ["星期", "周一", "周二", "周三", "周四", "周五", "周六", "周日", "当地", "当天"];

/// What stands after a name: a verb, a comma, “and”.
const AFTER_NAME: &[&str] = &[
    "表示", "指出", "强调", "说", "会见", "会谈", "会面", "会晤", "通话", "举行", "在", "同", "与", "和",
    "及", "等", "称", "将", "于", "率", "主持", "参加", "出席", "共同", "应", "、", "，", "。", "（", "；",
    "通", "分别", "一行", "的", "进行", "访问", "认为", "介绍", "透露", "回应", "宣布", "告诉", "今天",
    "昨天", "今日", "昨日", "日前", "当天", "近日", "大校", "少将", "中将", "上将", "先生", "女士", ",", "(",
    ";", "：", ":", "1", "2", "3", "4", "5", "6", "7", "8", "9", "并", "周一", "周二", "周三", "周四",
    "周五", "周六", "周日", "星期", "当地", "随后", "接受", "发表", "批评", "重申", "敦促", "呼吁", "警告",
    "抵达", "访华", "到访",
];

/// What else stands after a name that the text has introduced.
const AFTER_KNOWN: &[&str] = &[
    "对", "向", "请", "首先", "提及", "首相", "外相", "也", "则", "还", "感谢", "祝贺", "转达", "就", "夫人",
    "总统", "主席", "总理", "访华", "抵达", "举行",
];

/// Sides whose Chinese short form (`中方`) is theirs alone; “以方” and “土方” are words of their own, and
/// “巴方” is said for several.
const PLAIN_SIDES: [&str; 6] = ["中方", "美方", "日方", "韩方", "俄方", "朝方"];

/// The countries that a text names in full, with how often it does. Two letters of Chinese are many
/// things: they count as a side or as a foreign name only where the country is named too.
pub(super) struct Countries(BTreeMap<u32, usize>);

impl Countries {
    /// Counts them.
    pub(super) fn of(hits: &[Hit<'_, Meaning>]) -> Self {
        let mut named = BTreeMap::new();
        for meaning in hits.iter().flat_map(|hit| hit.meanings) {
            if let Meaning::Country(index) = meaning {
                *named.entry(*index).or_default() += 1;
            }
        }
        Self(named)
    }

    /// What a form can mean in this text.
    pub(super) fn possible<'m>(
        &self,
        gazetteer: &Gazetteer,
        form: &str,
        meanings: &'m [Meaning],
    ) -> Cow<'m, [Meaning]> {
        if form.chars().count() != 2 || !form.chars().all(is_han) || PLAIN_SIDES.contains(&form) {
            return Cow::Borrowed(meanings);
        }
        let is_side = form.ends_with('方');
        let count = |meaning: &Meaning| match meaning {
            Meaning::Adjective(index) if is_side => self.0.get(index).copied().unwrap_or(0),
            Meaning::Person(index) => self.of_person(gazetteer, *index),
            _ => 1,
        };
        let mut possible: Vec<(usize, Meaning)> = meanings
            .iter()
            .map(|meaning| (count(meaning), *meaning))
            .filter(|(count, _)| *count > 0)
            .collect();
        possible.sort_by_key(|(count, meaning)| (usize::MAX - count, *meaning));
        Cow::Owned(possible.into_iter().map(|(_, meaning)| meaning).collect())
    }

    fn of_person(&self, gazetteer: &Gazetteer, index: u32) -> usize {
        let side = gazetteer.person(index).side.as_deref();
        if matches!(side, None | Some("China" | "ROK" | "DPRK" | "US" | "Russia")) {
            return 1;
        }
        let named = self.0.iter().filter(|(country, _)| {
            Some(gazetteer.entries.countries[**country as usize].key.as_str()) == side
        });
        named.map(|(_, count)| *count).sum()
    }
}

/// Whether a Chinese name is read out of the letters of two words (“李强” in “李强调”, “外交部” in
/// “外交部长”).
pub(super) fn misread(text: &str, start: usize, end: usize) -> bool {
    let name = &text[start..end];
    let rest = &text[end..];
    (name.ends_with('强') && rest.starts_with('调') && name.chars().count() == 2)
        || (name.ends_with('部') && rest.starts_with('长'))
}

/// Whether a name that begins here is hardly that of the one whom the gazetteer knows: the office before it is
/// one of another country, and he holds none on the day (“智利议长…”).
pub(super) fn is_of_another_country(draft: &Draft<'_>, start: usize, meanings: &[Meaning]) -> bool {
    const OFFICE: usize = 8;
    let text = draft.text();
    let (Some(day), [Meaning::Person(index)]) = (draft.day, meanings) else { return false };
    if !text[..start].ends_with(is_han) {
        return false;
    }
    let before = text[..start].char_indices().rev().take(OFFICE).map(|(at, _)| at);
    let Some((at, named)) = before.into_iter().find_map(|at| Some((at, draft.ending_at(at)?))) else {
        return false;
    };
    let office = &text[at..start];
    let person = draft.gazetteer.person(*index);
    let side = draft.gazetteer.side_of_word(&named.name);
    named.kind == MentionKind::Place
        && office.chars().all(is_han)
        && draft.gazetteer.title_ends(office)
        && side.is_some()
        && person.side.as_deref() != side
        && !person.terms.iter().any(|term| term.covers(day))
}

/// Finds people whom the gazetteer does not know after a Chinese office, and everywhere else that the
/// text names them.
pub(super) fn find(draft: &mut Draft<'_>, titles: &[Hit<'_, TitleWord>]) {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let glossed = glossed(draft, titles);
    let mut last: Option<(usize, String)> = None;
    for title in titles {
        let text = draft.text();
        let office = &text[title.start..title.end];
        if !office.chars().next_back().is_some_and(is_han) || office.chars().count() < 2 {
            continue;
        }
        let abroad = abroad(draft, title.start);
        let far = abroad.is_some() && draft.ending_at(title.start).is_none();
        let abroad = abroad.or_else(|| {
            let (end, place) = last.take()?;
            in_row(text.get(end..title.start)?).then_some(place)
        });
        let Some(end) = name_end(text, title.end, abroad.is_some()) else { continue };
        // Far behind the country, only a foreign name will do (“俄中总理定期会晤”).
        let printed = &text[title.end..end];
        let foreign = printed.contains(['·', '‧', '・']) || transcribed::is_mostly(printed);
        if far && !foreign {
            continue;
        }
        last = abroad.clone().map(|place| (end, place));
        if draft.is_free(title.end, end) {
            let spelt = || spelt::holder(draft, abroad.as_deref()?, title, printed);
            let known = glossed.get(printed).cloned();
            let known = known.or_else(|| in_short(draft, title.start, printed)).or_else(spelt);
            let name = known.unwrap_or_else(|| printed.to_owned());
            found.insert(printed.to_owned(), name.clone());
            let why = Why::rule("name-after-office", &text[title.start..end], 65);
            draft.add(title.end, end, MentionKind::Person, name, why);
        }
    }
    found.extend(glossed);
    for name in transcribed::subjects(draft).into_iter().chain(transcribed::leaders(draft)) {
        found.entry(name.to_owned()).or_insert_with(|| name.to_owned());
    }
    again(draft, &found);
    again(draft, &japanese(draft));
}

/// The place abroad whose office begins at this byte, or whose body has it (“美国国会众议长…”).
fn abroad(draft: &Draft<'_>, office: usize) -> Option<String> {
    const BODY: usize = 14;
    let text = draft.text();
    // “美国总统国家安全事务助理…”, “欧盟对外行动署秘书长…”: what the office is of stands between.
    let within = |c: &char| is_han(*c) && !BEFORE_OFFICE.contains(c);
    let between = text[..office].char_indices().rev().take_while(|(_, c)| within(c)).take(BODY);
    let mut starts = std::iter::once(office).chain(between.map(|(at, _)| at));
    let named = starts.find_map(|at| draft.ending_at(at))?;
    let place = match named.kind {
        MentionKind::Place => named.name.as_str(),
        MentionKind::Organisation => {
            let mut bodies = draft.gazetteer.entries.organisations.iter();
            bodies.find(|body| body.name == named.name)?.side.as_deref()?
        }
        MentionKind::Person => return None,
    };
    (place != "China").then(|| place.to_owned())
}

/// Whether these words go on with a row of people before the office of the next (“、参院”).
fn in_row(words: &str) -> bool {
    const NEAR: usize = 8;
    words.starts_with(['、', '和', '及'])
        && words.chars().count() <= NEAR
        && words.chars().skip(1).all(is_han)
}

/// Names that a text also prints in Latin letters, of those whom the gazetteer knows by these (“秘书长吕特（Mark
/// Rutte）”), with what they are.
fn glossed(draft: &Draft<'_>, titles: &[Hit<'_, TitleWord>]) -> BTreeMap<String, String> {
    let text = draft.text();
    let gloss = |title: &Hit<'_, TitleWord>| {
        let rest = &text[title.end..];
        let length = rest.find(|c| !is_han(c) && c != '·').filter(|length| *length > 0)?;
        let latin = rest[length..].strip_prefix(['（', '(']).map(|inner| text.len() - inner.len())?;
        let person = draft.people().find(|mention| mention.span.start as usize == latin)?;
        Some((rest[..length].to_owned(), person.name.clone()))
    };
    titles.iter().filter_map(gloss).collect()
}

/// The family names of the Japanese whom a text names in full, as papers call them (“石破”).
fn japanese(draft: &Draft<'_>) -> BTreeMap<String, String> {
    const FULL: std::ops::RangeInclusive<usize> = 3..=4;
    const FAMILY: usize = 2;
    let text = draft.text();
    let from_japan = |name: &str| {
        let mut people = draft.gazetteer.people_named(name).iter();
        people.any(|index| draft.gazetteer.person(*index).side.as_deref() == Some("Japan"))
    };
    let full = draft.people().filter_map(|mention| Some((mention.span.of(text)?, &mention.name)));
    full.filter(|(printed, name)| {
        FULL.contains(&printed.chars().count()) && printed.chars().all(is_han) && from_japan(name)
    })
    .map(|(printed, name)| (printed.chars().take(FAMILY).collect(), name.clone()))
    .collect()
}

/// Who holds an office of the place that stands before a title, and is called by the first part of his name
/// (“沙特王储兼首相穆罕默德”).
fn in_short(draft: &Draft<'_>, title: usize, printed: &str) -> Option<String> {
    const TITLES: usize = 8;
    let text = draft.text();
    let day = draft.day?;
    let starts = text[..title].char_indices().rev().take(TITLES).map(|(at, _)| at);
    let place = std::iter::once(title)
        .chain(starts)
        .filter_map(|at| draft.ending_at(at))
        .find(|mention| mention.kind == MentionKind::Place)?;
    let gazetteer = draft.gazetteer;
    let side = gazetteer.side_of_word(&place.name)?;
    let called = |alias: &String| alias.split('·').next() == Some(printed) && alias.contains('·');
    let mut people = gazetteer.entries.people.iter().filter(|person| {
        person.side.as_deref() == Some(side)
            && person.aliases.iter().any(called)
            && person.terms.iter().any(|term| term.covers(day))
    });
    let person = people.next()?;
    people.next().is_none().then(|| person.name.clone())
}

/// Marks names wherever they stand. Two letters can be part of another word: they count before what
/// follows names only.
fn again(draft: &mut Draft<'_>, names: &BTreeMap<String, String>) {
    let text = draft.text();
    for (printed, name) in names {
        let short = printed.chars().count() < 3;
        for (start, _) in text.match_indices(printed.as_str()) {
            let end = start + printed.len();
            let alone =
                !short || AFTER_NAME.iter().chain(AFTER_KNOWN).any(|after| text[end..].starts_with(after));
            if alone {
                let why = Why::rule("name-again", printed.as_str(), 65);
                draft.add(start, end, MentionKind::Person, name.clone(), why);
            }
        }
    }
}

/// Where a name that begins here ends, before a word that follows names: two or three letters with a
/// common surname, up to six after a foreign office or with the letters of foreign names, or a foreign name with
/// a dot in it.
fn name_end(text: &str, start: usize, foreign: bool) -> Option<usize> {
    let rest = &text[start..];
    if OFFICES.iter().chain(&DEEDS).chain(&DAYS).any(|word| rest.starts_with(word)) {
        return None;
    }
    let letters: Vec<(usize, char)> = rest
        .char_indices()
        .take_while(|(_, c)| is_han(*c) || matches!(*c, '·' | '‧' | '・' | '-' | '－'))
        .take(12)
        .collect();
    let dotted = letters.iter().any(|(_, c)| matches!(*c, '·' | '‧' | '・' | '-' | '－'));
    let surname = letters.first().is_some_and(|(_, c)| SURNAMES.contains(*c));
    let lengths = match (dotted, foreign) {
        (true, _) => 4..=12,
        (false, true) => 2..=6,
        (false, false) => 2..=3,
    };
    let is_end = |end: &usize| {
        let ends_with_dot = text[..*end].ends_with(['·', '‧', '・', '-', '－']);
        let dots_done = !dotted || text[start..*end].contains(['·', '‧', '・', '-', '－']);
        let plain = !text[start..*end].contains(|c| NO_NAME.contains(c));
        let about = foreign && text[*end..].starts_with('就');
        let ends = about || AFTER_NAME.iter().any(|after| text[*end..].starts_with(after));
        plain && dots_done && !ends_with_dot && ends
    };
    let end_of = |length: usize| letters.get(length - 1).map(|(at, c)| start + at + c.len_utf8());
    let plain = || lengths.filter_map(end_of).find(is_end);
    // “临时参议长史蒂文斯和…”: foreign by its letters.
    let transcribed = || {
        let ends = (3..=6).filter_map(end_of);
        ends.take_while(|end| transcribed::is_transcribed(&text[start..*end])).find(is_end)
    };
    let known_kind = dotted || surname || foreign;
    known_kind.then(plain).flatten().or_else(transcribed)
}
