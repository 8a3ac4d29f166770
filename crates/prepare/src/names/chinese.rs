//! Chinese names after their office (“外交部长…”), and what must not be read as one.

use readout_corpus::{MentionKind, Why};

use super::draft::Draft;
use crate::gazetteer::script::is_han;
use crate::gazetteer::{Hit, TitleWord};

/// The surnames that most Chinese bear.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤耿车";

/// What stands after a name: a verb, a comma, “and”.
const AFTER_NAME: &[&str] = &[
    "表示", "指出", "强调", "说", "会见", "会谈", "举行", "在", "同", "与", "和", "及", "等", "称", "将",
    "于", "率", "主持", "参加", "出席", "共同", "应", "、", "，", "。", "（", "；", "通", "分别", "一行",
    "的", "进行", "访问", "认为",
];

/// Whether a Chinese name is read out of the letters of two words (“李强” in “李强调”).
pub(super) fn misread(text: &str, start: usize, end: usize) -> bool {
    let name = &text[start..end];
    name.ends_with('强') && text[end..].starts_with('调') && name.chars().count() == 2
}

/// Finds people whom the gazetteer does not know after a Chinese office.
pub(super) fn find(draft: &mut Draft<'_>, titles: &[Hit<'_, TitleWord>]) {
    for title in titles {
        let text = draft.text();
        let office = &text[title.start..title.end];
        if !office.chars().next_back().is_some_and(is_han) || office.chars().count() < 2 {
            continue;
        }
        let Some(end) = name_end(text, title.end) else { continue };
        if draft.is_free(title.end, end) {
            let name = &text[title.end..end];
            let evidence = &text[title.start..end];
            draft.add(
                title.end,
                end,
                MentionKind::Person,
                name.to_owned(),
                Why::rule("name-after-office", evidence, 65),
            );
        }
    }
}

/// Where a name that begins here ends: two or three letters with a common surname, or a foreign name
/// with a dot in it, before a word that follows names.
fn name_end(text: &str, start: usize) -> Option<usize> {
    let rest = &text[start..];
    let letters: Vec<(usize, char)> =
        rest.char_indices().take_while(|(_, c)| is_han(*c) || *c == '·').take(12).collect();
    let dotted = letters.iter().any(|(_, c)| *c == '·');
    let surname = letters.first().is_some_and(|(_, c)| SURNAMES.contains(*c));
    let lengths = if dotted { 4..=12 } else { 2..=3 };
    if !dotted && !surname {
        return None;
    }
    lengths.filter_map(|length| letters.get(length - 1).map(|(at, c)| start + at + c.len_utf8())).find(
        |end| {
            let ends_with_dot = text[..*end].ends_with('·');
            let dots_done = !dotted || text[start..*end].contains('·');
            dots_done && !ends_with_dot && AFTER_NAME.iter().any(|after| text[*end..].starts_with(after))
        },
    )
}
