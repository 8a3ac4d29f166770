//! What a line of a page is by its look: prose, a heading, or the furniture around an article: menus,
//! notices, share bars, lists of other stories, credits.
//!
//! Goes by general features and the set words of web pages in English, Chinese and Korean, never by
//! the sentences of one page.

use std::sync::LazyLock;

use regex::Regex;

use super::blocks::{Block, Kind};
use crate::sentences::{ascii_pattern, ends_as_sentence, is_han_or_kana, split};
use crate::traditional::simplified;

/// What a line looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// Ends as a sentence does, and is no notice.
    Prose,
    /// No sentence: a title, a heading, a menu entry, a name.
    Short,
    /// A way through the site: breadcrumbs, a bar of links.
    Menu,
    /// What the site says about itself and its pages: copyright, errors, cookies, sharing.
    Notice,
    /// Stands above a list of other stories.
    Others,
    /// The words of a picture.
    Caption,
    /// Who made the page, and how to reach them.
    Credit,
    /// No letters or figures in it.
    Empty,
}

fn pattern(alternatives: &[&str]) -> Regex {
    Regex::new(&ascii_pattern(&format!("(?i)(?:{})", alternatives.join("|"))))
        .expect("the patterns are constant, and tests use them")
}

/// What a site says of itself, in sentences or not.
static NOTICE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&[
        r"all rights reserved",
        r"copyright\s*(?:©|\(c\)|ⓒ|\d{4})",
        r"^\W*(?:©|ⓒ)",
        r"©\s*\d{4}",
        r"page (?:that )?you(?:'re| are| were)? (?:requested|looking for|trying)",
        r"\b404\b.*\b(?:error|not found)\b",
        r"check the url",
        r"^\W*check against delivery\W*$",
        r"trouble locating",
        r"^some information (?:for|in) this report (?:came|was)",
        r"official web ?sites? (?:of the|use)\b.{0,40}(?:government|\.gov)|\.gov web ?site belongs|secure \.gov|\.gov website\. share sensitive|here's how you know",
        r"without .{0,20}(?:written )?(?:authori[sz]ation|permission|consent)[^.]{0,40}(?:republish|reproduc|content|material|used)",
        r"higher resolution",
        r"\buses? cookies\b|\buse of cookies\b|\bcookie (?:preferences|settings|policy|notice)\b",
        r"(?:enable|turn on|activate|requires) (?:java ?script|cookies)",
        r"(?:our|this) (?:terms of (?:use|service)|privacy (?:policy|notice))",
        r"浏览器.{0,12}(?:版本|支援|支持)|(?:支援|支持).{0,12}浏览器|欢迎电邮|请电邮",
        r"\byour browser (?:does not|doesn't|is not|isn't)\b",
        r"隐私权?(?:声明|规范|政策|权益|条款)|使用者隐私|使用.{0,6}[Cc]ookie",
        r"^请继续往下阅读|^点击收听",
        r"版权所有|[未非]经.{0,12}(?:授权|许可).{0,20}(?:转载|使用)|经营许可证|扫一扫|下载客户端",
        r"전체 맥락을 이해하기 위해서는|본문을 함께 읽어야|AI 서비스를 통해|글자\s?크기(?:로|를) 변경|다양한 정보, 쌍방향 소통|자동\s?(?:생성|요약)된|번역은 .{0,30}책임",
        r"무단\s?(?:전재|복제|배포)|재배포\s?금지|저작권자|기사제보|제보가",
    ])
});

/// What stands on buttons and bars, never in sentences.
static BUTTON: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&[
        r"(?:page|file) (?:was|could|can) ?not (?:be )?found",
        r"back to (?:the )?top\b",
        r"(?:registration|licen[cs]e) (?:number|no)\b.{0,4}[:\d]",
        r"^licen[cs]e for publishing",
        r"^(?:follow|contact|about|join) us\b",
        r"^(?:share|suggest|e-?mail|send|print|tweet|save)\b.{0,30}\b(?:this|friends?|article|story|page|with|close)\b",
        r"^<?\s*(?:suggest|recommend) (?:to|this)",
        r"sign up (?:for|to) (?:our|the|receive|get)|subscribe (?:to|now|for)|newsletter",
        r"^(?:advert|advertisement|advertisements|sponsored|ad|loading|skip to (?:main )?content|click here)\b.{0,20}$",
        r"terms of (?:use|service)|privacy (?:policy|notice)",
        r"^(?:the )?official (?:web ?)?(?:site|page) of\b|^(?:font size|site colou?rs|view settings)\b.{0,12}$",
        r"^(?:print|comments?|log ?in|sign ?in|register|search|menu|home|next|previous|close|share|top)\W*$",
        r"^(?:read|see|learn|watch|view) (?:more|also|all)\b",
        r"^also read\b|^download (?:the|our) app",
        r"^(?:小|中|大)字[号型]|^字[号型级体][：:\s]|^(?:下载|收藏|打印|朗读|听新闻|分享|评论|点赞|赞助|广告|更多|展开|收起)\W*$",
        r"正在加载|请继续往下阅读|我是广告|立即订阅|加入(?:会员|好友|频道)|订阅(?:电子报|频道|我们)|追踪我们|一手新闻|新闻APP|下载APP|编辑精选",
        r"^story continues below",
        r"备案|分享到|分享让|打印本页|关闭窗口|返回顶部|查看原文|网站地图|联系我们|关于我们",
        r"구독하기|원문\s?보기|카카오톡\]|공유하기|댓글|바로가기|로그인|회원가입|네이버에서",
        r"^(?:related|also|more|see also|read also|read more|also read|see more|more on this|recommended|you may also like)\s?(?:[:：|]|\.\.\.|$)",
        r"^to read the full (?:story|article)",
        r"^tell us what you think|^what do you think",
        r"^\W*crawled at",
        r"더\s?보기\W",
    ])
});

static OTHERS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&[
        r"^\W*(?:related|more|other|latest|recent|recommended|popular|trending|featured|top|hot|breaking)\W+(?:stories|story|news|articles?|links?|coverage|headlines|topics|content|videos?|posts?|reads?|from|on|in)\b.{0,30}$",
        r"^\W*(?:most|what's)\W+(?:popular|viewed|read|shared|watched|commented|trending|emailed).{0,20}$",
        r"^\W*(?:today's|this week's)\W.{0,24}$",
        r"^\W*editor'?s?'?\W+(?:picks?|choices?).{0,12}$",
        r"^\W*(?:you (?:may|might) (?:also )?(?:like|be interested)|recommended for you|don't miss|read next|up next|trending now|photos?|videos?|special(?:s| coverage)?|highlights|related|recommended|headlines).{0,20}$",
        r"^\W*(?:相关|热门|更多|推荐|延伸|最新|今日|精彩).{0,2}(?:新闻|阅读|文章|推荐|报道|链接|内容|热点|图片|视频|专题)\W*$",
        r"^\W*(?:관련\s?(?:기사|뉴스)|많이\s?본|인기|주요\s?뉴스|추천|이\s?시각|핫\s?이슈|오늘의).{0,16}$",
    ])
});

static CAPTION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&[
        r"[\[(（【/]\s*(?:file\s+)?(?:photo|picture|image|photograph|pic)s?\b[^\])）】]{0,60}[\])）】]?\W*$",
        r"[\[(（]\s*(?:photo|picture|image)[^\])）]*[\])）]\W*$",
        r"(?:AP|Reuters|AFP|EPA|Xinhua|Yonhap|Getty|Kyodo|TASS)\s*(?:photo|images?)\W*$",
        r"^(?:file )?(?:photo|picture|image|caption|photo caption)\b[^.]{0,30}[:：]",
        r"\((?:Xinhua|AP|AFP|Reuters|EPA|Yonhap|TASS|Kyodo|Getty Images)\s?/\s?[A-Z][^)]{2,30}\)\W*$",
        r"\((?:second|third|fourth|fifth|far|\d(?:nd|rd|th)) (?:from )?(?:the )?(?:left|right)[^)]{0,20}\)",
        r"(?:photo|photograph|picture|image) (?:by|courtesy|credit|taken)\b.{0,60}$",
        r"[.!]\s?\[[A-Z][A-Z0-9 /,.&-]{2,40}\]\W*$",
        r"[.!]\s(?:photo|picture|image): [A-Za-z][A-Za-z/ ]{1,40}(?:\W*$|\salt=)",
        r"\bvia\s(?:Xinhua|AP|AFP|Reuters|EPA|Getty Images)\s?[\])）]\W*$",
        r"/\s?(?:Xinhua|AP|AFP|Reuters|EPA|Yonhap|VCG|CFP|TASS|Kyodo|Getty)\s*[\])）]?\W*$",
        r"\bshows .{0,80}(?:photo|/xinhua|\[).{0,40}$",
        r"(?:新华社|中新社|本报)?记者\s?\p{Han}{2,4}\s?摄\W*$|^图为|^（?(?:资料图|图片来源|供图|图源)|(?:资料图|图片来源|供图|图源)[^。]{0,60}$",
        r"[（(](?:图|图片|照片|资料图片?|档案照?|摄影?|来源)\s?[：:／/].{0,40}[)）]\W*$|[（(].{0,20}(?:提供|摄|供图|资料图片?|档案照片?|截图|画面)[)）]\W*$",
        r"(?:^|[。\s])[\p{Han}A-Za-z/／]{0,12}(?:资料|网站|官网|档案|视频|影片|电视)?(?:图片|截图|照片)\W*$|(?:摄影|／摄|/摄)\W*$",
        r"记者\s?\p{Han}{2,4}\s?摄",
        r"^(?:큰\s?사진\s?보기\W*)?▲|관련\s?사진\s?보기\W*$|ⓒ\s?(?:News1|뉴스1|뉴시스|연합뉴스)|\(공동취재\)",
        r"[（(](?:右|左|中)[\p{Han}\d]{0,2}[)）]",
        r"^▲|\[?사진\s?[=:]|=\s?(?:사진|연합뉴스 제공)|제공\]?$|자료사진|\bphoto@|\((?:오른쪽|왼쪽|가운데)(?:에서 \p{Hangul}+ 번째)?\)",
    ])
});

static BESIDE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\((?:R|L|C|right|left|center|centre|2nd R|2nd L|front|rear|back)(?:,[^)]{0,20})?\)")
        .expect("the pattern is constant, and tests use it")
});

/// “…. (Yonhap)” at the end: whose picture it is.
static CREDITED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[.\s]\s?\([A-Z][A-Za-z ]{1,20}\)\W*$").expect("the pattern is constant, and tests use it")
});

static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&[
        r"^\W*(?:(?:web |copy |chief )?editors?|reporting|writing|edited|compiled|additional reporting|reported)\b[^.]{0,12}(?:[:：]|\bby\b).{0,120}$",
        r"^\W*\(?(?:reporting|writing|editing|additional reporting) by .{0,200}\)?$",
        r"^\W*(?:责任编辑|责编|编辑|监制|制片|主编|记者|编导|摄像|校对|来源|审核|值班|终审|策划|文案|剪辑|配音)\s?[丨｜|:：／/].{0,60}$",
        r"^\W*(?:\p{Han}{2,8}\s?[／/]\s?)?记者\s?\p{Han}{2,12}\s?[／/]\s?.{0,24}$",
        r"^\W*(?:[（(](?:完|责任编辑|编辑|编译|译者|记者|参与|核稿).{0,40}[)）]\d*)\W*$",
        r"^\W*[\w.+-]+@[\w-]+(?:\.[\w-]+)+\W*$",
        r"^\W*\p{Hangul}{2,4}\s?(?:기자|특파원|인턴기자)\s?(?:[\w.+-]+@[\w.-]+)?\W*$",
        r"^\W*(?:https?://|www\.)\S+\W*$",
        r"^\W*(?:tel|phone|fax|e-?mail|전화|메일|팩스)\b?\s?[:：\]].{0,60}$",
        r"^\W*※",
    ])
});

/// How a short caption ends with those whose picture it is.
static SIGNED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&[
        r"[.!] (?:AP|AFP|Reuters|EPA|Xinhua|Yonhap|TASS|Kyodo|Newsis|Getty Images)\W*$",
        r"[。.!]\s?[（(](?:新华社|中新社|中央社|路透社?|法新社|美联社|欧新社|AP|AFP|Reuters|EPA|取自.{1,12}|翻摄.{1,12}|\p{Han}{2,8}翻摄)[)）]\W*$",
    ])
});

/// The longest caption that only its end shows to be one (characters).
const LONGEST_SIGNED: usize = 140;

/// The longest paragraph that hails those to whom a speech is given (characters), and the most words of the
/// speaker's name and office before it.
const LONGEST_HAIL: usize = 220;
const LABEL_WORDS: usize = 10;

/// What a page asks of its readers, in whole sentences.
static PROMOTION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&[
        r"\bfollow\b.{0,40}\bon (?:twitter|facebook|instagram|x\b|youtube|weibo)",
        r"\b(?:sign up|subscribe)\b.{0,60}\b(?:newsletters?|e-?mails?|inbox|alerts?|updates)\b",
        r"\b(?:like|enjoy|enjoyed|love) this (?:story|article|post)\?",
        r"\bwant more (?:stories|news|articles) like this",
        r"\bclick here (?:for|to|if)\b",
        r"\bdownload (?:the|our) .{0,30}\bapps?\b",
        r"\b(?:have|got) an? (?:news |story )?tip\b",
        r"\b(?:can|may) be reached at\b|\bplease contact us\b",
        r"\b(?:in|to) your inbox\b|\bdelivered (?:daily|weekly|straight|directly) to you\b",
        r"\bjoin (?:our|the) (?:forums?|conversation|discussion)\b",
        r"\bletters? to the editor\b|\blet us know (?:at|in the comments)\b",
        r"\b(?:make|charitable) (?:an? )?(?:charitable )?donations?\b",
        r"\byour (?:gift|donation|contribution|support)\b|\bpaywalls?\b|\bbecome a member\b",
        r"\blisten (?:back|live)\b.{0,30}\b(?:here|at)\b",
        r"^(?:related|also|more|see also|read also|read more|also read|don't miss|recommended)\s?[:：|]",
    ])
});

/// The longest paragraph that asks something of readers and does nothing else (characters).
const LONGEST_PROMOTION: usize = 420;

/// Those who worked on a Chinese report, in brackets at its end: “（編輯:…/核稿:…）”.
static SIGN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&[r"[（(](?:责任编辑|责编|编辑|编译|译者|记者|核稿)\s?[:：][^()（）。]{2,40}[)）]$"])
});

/// The longest sign of an agency or author in brackets (bytes).
const LONGEST_SIGN: usize = 24;

/// What a block looks like.
pub(super) fn look(block: &Block) -> Look {
    let text = &*simplified(&block.text);
    let chars = text.chars().count();
    if !text.chars().any(char::is_alphanumeric) {
        return Look::Empty;
    }
    let sentence = ends_as_sentence(without_sign(text));
    if block.kind == Kind::Caption || (chars <= 600 && is_caption(text)) {
        return Look::Caption;
    }
    if chars <= 80 && !sentence && OTHERS.is_match(text) {
        return Look::Others;
    }
    if chars <= 220 && CREDIT.is_match(text) {
        return Look::Credit;
    }
    if is_notice(text, chars, sentence) {
        return Look::Notice;
    }
    if chars <= LONGEST_PROMOTION
        && PROMOTION.is_match(text)
        && (chars <= 200 || PROMOTION.find_iter(text).count() > 1)
    {
        return Look::Notice;
    }
    if is_menu(text, sentence) || (block.linked * 10 >= text.len() * 8 && !sentence && chars <= 120) {
        return Look::Menu;
    }
    // A paragraph that was cut in the middle of a sentence is prose, too.
    if sentence
        || (chars <= LONGEST_HAIL && hails(text))
        || chars >= 400
        || (words(text) >= PROSE_WORDS && split(text).len() > 1)
    {
        Look::Prose
    } else {
        Look::Short
    }
}

/// Words from which on a block of several sentences is prose, though it does not end as one.
const PROSE_WORDS: usize = 25;

/// A paragraph without the sign of an agency or author at its end: “… on Friday. (MOFA)”.
fn without_sign(text: &str) -> &str {
    // Some agencies put the day behind it.
    let signed = text.trim_end_matches(|c: char| c.is_ascii_digit());
    if let Some(sign) = SIGN.find(signed) {
        return text[..sign.start()].trim_end();
    }
    let sign = signed.strip_suffix([')', '）', '/']).and_then(|inner| inner.rfind(['(', '（', '/']));
    match sign {
        Some(at) if at > 0 && signed.len() - at <= LONGEST_SIGN => text[..at].trim_end(),
        _ => text,
    }
}

/// Whether a paragraph ends with the name of an agency in brackets.
pub(super) fn is_signed_by_agency(text: &str) -> bool {
    const AGENCIES: [&str; 8] =
        ["(Yonhap)", "(Reuters)", "(AP)", "(AFP)", "(EPA)", "(Newsis)", "(Xinhua)", "(Reuters-Yonhap)"];
    AGENCIES.iter().any(|agency| text.strip_suffix(agency).is_some_and(|rest| rest.trim_end().ends_with('.')))
}

/// How many of a paragraph's sentences are its own, without the promotion that follows a mark such as
/// ☞ or ※ in its last part.
pub(super) fn before_promotion<'a>(sentences: impl ExactSizeIterator<Item = &'a str>) -> usize {
    let all = sentences.len();
    let marked = |sentence: &str| sentence.starts_with(['☞', '※', '▶', '▷', '►', '☎']);
    sentences.enumerate().find(|(n, sentence)| n * 3 >= all * 2 && marked(sentence)).map_or(all, |(n, _)| n)
}

/// Whether a sentence at the end of a paragraph is a credit or a notice that was run into it.
pub(super) fn is_trailing_credit(sentence: &str) -> bool {
    let sentence = &*simplified(sentence);
    let chars = sentence.chars().count();
    chars <= 220 && (CREDIT.is_match(sentence) || is_notice(sentence, chars, ends_as_sentence(sentence)))
}

/// Whether a paragraph says itself that it sums up the article.
pub(super) fn is_summary(text: &str) -> bool {
    const MARKS: [&str; 5] = ["摘要", "导读", "核心提示", "内容提要", "[요약]"];
    let text = &*simplified(text);
    let text = text.trim_start_matches(['【', '[']);
    MARKS
        .iter()
        .any(|mark| text.strip_prefix(mark).is_some_and(|rest| rest.starts_with(['：', ':', '】', ']', ' '])))
}

/// A notice has one mark of one where it is short, two where it is long: prose may speak of copyright.
fn is_notice(text: &str, chars: usize, sentence: bool) -> bool {
    let marks = match chars {
        0..=200 => 1,
        201..=800 => 2,
        _ => return false,
    };
    NOTICE.find_iter(text).take(marks).count() == marks
        || (!sentence && chars <= 120 && BUTTON.is_match(text))
}

/// Whether a transcript's speech opens with those whom it hails: “President X: Mr Y, friends,”.
fn hails(text: &str) -> bool {
    let Some((label, _)) =
        text.split_once(": ").filter(|(_, hailed)| hailed.len() > 1 && hailed.ends_with(','))
    else {
        return false;
    };
    let label = match label.strip_suffix(')').and_then(|label| label.rsplit_once(" (")) {
        Some((name, _)) => name,
        None => label,
    };
    let plain = |word: &str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | '-'));
    let named = |word: &str| word.starts_with(char::is_uppercase) && plain(word);
    let mut words = label.split(' ');
    words.next().is_some_and(named)
        && (1..LABEL_WORDS).contains(&words.clone().count())
        && words.all(|word| named(word) || matches!(word, "of" | "the" | "for" | "and"))
}

/// “▲ 홍보수석 : …”: a speaker's label, with the mark that captions have.
static LABELLED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&[r"^▲\s?[\p{Hangul} ]{2,20}(?:대변인|수석|장관|실장|차장|비서관|차관|국장)\s?[:：]"])
});

fn is_caption(text: &str) -> bool {
    if LABELLED.is_match(text) {
        return false;
    }
    CAPTION.is_match(text)
        || (text.chars().count() <= LONGEST_SIGNED && SIGNED.is_match(text))
        || (BESIDE.is_match(text)
            && (text.contains(['[', '/']) || CREDITED.is_match(text))
            && !NOTICE.is_match(text))
}

fn is_menu(text: &str, sentence: bool) -> bool {
    if sentence {
        return false;
    }
    let count = |mark: &str| text.matches(mark).count();
    let crumbs = count(">>") + count(" > ") + count(" » ") + count(" › ");
    let bars = count(" | ") + count("｜");
    let short = text.chars().count() <= 160;
    let backslash = text.contains('\\') && text.split_whitespace().count() <= 4;
    short && (crumbs >= 1 || bars >= 2 || backslash)
}

/// Words; two characters count as one where words have no spaces.
pub(super) fn words(text: &str) -> usize {
    let wide = text.chars().filter(|&c| is_han_or_kana(c)).count();
    if wide * 3 > text.chars().count() { wide.div_ceil(2) } else { text.split_whitespace().count() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_look_like_what_they_are() {
        let check = |text: &str, expect: Look| {
            let block = Block { text: text.to_owned(), ..Block::default() };
            assert_eq!(look(&block), expect, "{text}");
        };
        check("The two ministers met in the capital on Tuesday.", Look::Prose);
        check("Minister meets envoy", Look::Short);
        check("Home > Press > Releases", Look::Menu);
        check("World | Asia | Europe", Look::Menu);
        check("Copyright 2020 The Harbour Board. All rights reserved.", Look::Notice);
        check("Sorry, the page you are looking for was not found.", Look::Notice);
        check("Share this story with friends", Look::Notice);
        check(
            "The Harbour Times uses cookies for its services. You can change your cookie preferences.",
            Look::Notice,
        );
        check("With your support we bring you the news, free of paywalls. Your gift counts.", Look::Notice);
        check("The minister (second from left) opens the ferry between the ports.", Look::Caption);
        check("The ministers of the two ports met in Rome on May 2. (Xinhua/Qqe Qqi)", Look::Caption);
        check("Official websites use .gov", Look::Notice);
        check("A .gov website belongs to an official government organization.", Look::Notice);
        check("Related stories", Look::Others);
        check("Most Read", Look::Others);
        check("관련기사", Look::Others);
        check("相关新闻", Look::Others);
        check("The minister (R) meets the envoy at the port. [Photo: Reuters]", Look::Caption);
        check("The minister meets the envoy at the port. (A. Photographer/Keystone via AP)", Look::Caption);
        check("Minister X (right) meets the envoy at the port. (Yonhap)", Look::Caption);
        check("|Minister X meets the envoy at the port, Monday. Yonhap", Look::Caption);
        check(
            "Minister X, right, meets the envoy on Thursday. Photo: AFP alt=Minister X, right",
            Look::Caption,
        );
        check("Minister X meets the envoy at the port on June 15. [JOINT PRESS CORPS]", Look::Caption);
        check("Story continues below this ad", Look::Notice);
        check("Check against delivery!", Look::Notice);
        check("신임 대사 [사진=연합뉴스]", Look::Caption);
        check("Editor: the night desk", Look::Credit);
        check("desk@harbour.example", Look::Credit);
        check("监制丨某某 编辑丨某某", Look::Credit);
        check("責任編輯：某某", Look::Credit);
        check("橋很長,也很美。(編輯:甲乙丙/核稿:丁戊己)1140610", Look::Prose);
        check("(譯者:甲乙丙/核稿:丁戊己)1140610", Look::Credit);
        check("本網站之文字、圖片,非經授權,不得轉載。", Look::Notice);
        check("部長（右）在港口會見大使。", Look::Caption);
        check("部長在港口會見大使。外交部網站圖片", Look::Caption);
        check("部長參觀新橋。（圖／港口提供）", Look::Caption);
        check("部長在港口會見大使。（路透）", Look::Caption);
        check("큰사진보기 ▲ 장관이 대사를 만났다. ⓒ 연합뉴스 관련사진보기", Look::Caption);
        check("港口日報／記者某某／綜合報導", Look::Credit);
        check("為達至最佳瀏覽效果,請更新至最新的瀏覽器版本。", Look::Notice);
        check("한 장관(왼쪽)이 대사를 만났다.", Look::Caption);
        check("本網站使用相關技術，同時尊重使用者隱私。", Look::Notice);
        check("人民網>>國際", Look::Menu);
        check("* * *", Look::Empty);
        check("The two sides agreed to protect copyright and to fight fraud together.", Look::Prose);
        check(
            "The minister said that the newsletter of the party had got it wrong, and that talks would follow in the spring of next year, in a third country.",
            Look::Prose,
        );
        check("双方同意。", Look::Prose);
        check("外长会见大使，双方谈到大桥。(外交部网页截图)", Look::Caption);
        check("请继续往下阅读...", Look::Notice);
        check("▲ 홍보수석 : 장관은 다리가 길다고 말했습니다.", Look::Prose);
        check("▲ 장관이 다리를 보고 있습니다.", Look::Caption);
        check(
            "部长在港口会见了来访的大使。双方就再建一座桥、加固两岸的堤坝、恢复渡船以及在两座城市之间互派学生和教师等事项达成了共识，并商定秋天在北岸再次会面，届时将由两国的工程",
            Look::Prose,
        );
    }
}
