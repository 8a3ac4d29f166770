//! Foreign names in Chinese letters that no list knows: which letters they are written with, and where one opens
//! a sentence as its subject (“哈德利在会见时表示…”).

use std::collections::BTreeSet;

use super::draft::Draft;
use crate::gazetteer::script::is_han;

/// The letters that foreign names are commonly written with.
const LETTERS: &str = "丁万丘东丝丰丹丽乃乌乔于亚亨什仁伊伍伦伯佐佛佩侯保修儒克兰兹内冈冯凡凯切列利加努劳勃勒华南博卜卡卢厄厉古史叶吉吕哈哥唐因图土圣圭坎坚坦埃基塔塞墨士夏多夫夸奇奈奎契奥姆威娜孔孟季宁安宗宾密尔尚尤尼山巴布希帕平库庞康廉延廷弗强彭彼德怀思恩恰惠戈戴所扎托扬拉拜捷提摩敏文斯施日旺昂昆明易普曼曾朔朗木本朱朴杜杨杰松林柏查柯根格桑梅森欣欧歇武比毛汉汗汤沃沙法波泰泽洛津派海涅温潘澳热特狄玛珀珊珍班琳琼瑞瑟瓜瓦甘田申登皮盖石祖福科穆立米索约纳纽绍维缅罗美翁翰耳耶肖肯胡腾舍舒艾芒芝芬苏若英茂范茨茹荣莉莎莫莱菲萨蒂蒙蓬蕾西詹许诺谢豪贝费贾赖赛赫越路辛辽达迈连迪逊邓那邦里金钦铁锡门阿陀隆雅雷霍韦顿香马高魏鲁鲍麦黑默齐龙";

/// What a subject at the head of a sentence is followed by.
const BEHIND: &[&str] = &[
    "表示",
    "指出",
    "强调",
    "说",
    "称",
    "认为",
    "重申",
    "介绍",
    "感谢",
    "欢迎",
    "祝贺",
    "回应",
    "在会见",
    "在会谈",
    "在会晤",
    "对",
    "就",
    "向",
    "转达",
    "积极评价",
    "高度评价",
    "赞赏",
    "高度赞赏",
    "赞同",
    "完全赞同",
    "完全同意",
    "则",
    "也",
    "还",
];

/// Last letters of offices, behind which a name stands.
const OFFICE_ENDS: [char; 14] =
    ['长', '员', '理', '席', '臣', '使', '官', '记', '任', '相', '卿', '王', '令', '统'];

/// How long such a name is, in letters.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=6;

/// Letters of one that is known for foreign by them alone, at least.
const PLAIN: usize = 3;

/// Whether words are written with the letters of foreign names only.
pub(super) fn is_transcribed(words: &str) -> bool {
    let mut letters = 0;
    words.chars().all(|c| {
        letters += 1;
        LETTERS.contains(c) || c == '·'
    }) && letters >= PLAIN
}

/// Whether most letters of words are those of foreign names.
pub(super) fn is_mostly(words: &str) -> bool {
    words.chars().filter(|c| LETTERS.contains(*c)).count() * 3 >= words.chars().count() * 2
}

/// The names with which sentences open, of people whom nothing has named yet: foreign by their letters, or said
/// elsewhere behind an office.
pub(super) fn subjects<'t>(draft: &Draft<'t>) -> BTreeSet<&'t str> {
    let text = draft.text();
    let heads = draft.document.sentences.iter().skip(1).filter_map(|sentence| {
        let start = sentence.span.start as usize;
        let rest = text.get(start..sentence.span.end as usize)?;
        let letters = rest.char_indices().take(*LENGTHS.end() + 1);
        let ends = letters.skip(*LENGTHS.start()).map(|(at, _)| at);
        let end = ends.take_while(|end| rest[..*end].chars().all(is_han)).find(|end| {
            let behind = &rest[*end..];
            BEHIND.iter().any(|word| behind.starts_with(word))
        })?;
        draft.is_free(start, start + end).then_some(&rest[..end])
    });
    let heads: BTreeSet<&str> = heads.collect();
    let is_name = |name: &&str| is_transcribed(name) || (is_mostly(name) && follows_office(text, name));
    heads.into_iter().filter(is_name).collect()
}

/// The names of those who lead others, behind what these are (“众议员代表团史密斯一行”).
pub(super) fn leaders<'t>(draft: &Draft<'t>) -> BTreeSet<&'t str> {
    let text = draft.text();
    let led = ["一行", "率领", "率团"].iter().flat_map(|word| text.match_indices(word));
    let name = |end: usize| {
        let letters = text[..end].char_indices().rev().take_while(|(_, c)| LETTERS.contains(*c));
        let start = letters.take(*LENGTHS.end() + 1).last().map(|(at, _)| at)?;
        let name = &text[start..end];
        let follows = text[..start].ends_with(OFFICE_ENDS) || text[..start].ends_with('团');
        (follows && LENGTHS.contains(&name.chars().count()) && draft.is_free(start, end)).then_some(name)
    };
    led.filter_map(|(end, _)| name(end)).collect()
}

/// Whether a name stands behind the last letter of an office somewhere.
fn follows_office(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| text[..at].ends_with(OFFICE_ENDS))
}
