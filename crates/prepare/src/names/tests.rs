use readout_corpus::{Card, Document, MentionKind, Role, Sentence, Span};

use super::*;

/// A document of one body sentence a line, read for a day.
pub(crate) fn document(day: &str, lines: &[&str]) -> Document {
    let mut text = String::from("Title");
    let mut sentences = vec![Sentence {
        span: Span::new(0, 5),
        paragraph: 0,
        role: Role::Title,
        repeats: None,
        source: None,
    }];
    for (line, paragraph) in lines.iter().zip(1..) {
        text.push_str("\n\n");
        let start = text.len();
        text.push_str(line);
        let span = Span::new(start, text.len());
        sentences.push(Sentence { span, paragraph, role: Role::Body, repeats: None, source: None });
    }
    Document {
        card: Card { published: day.parse().ok(), ..Card::default() },
        text,
        sentences,
        ..Document::default()
    }
}

fn names(day: &str, text: &str, kind: MentionKind) -> Vec<String> {
    let document = document(day, &[text]);
    let found = find(&document, &Settings::builtin());
    found.windows(2).for_each(|pair| assert!(pair[0].span.end <= pair[1].span.start, "{pair:?}"));
    found.into_iter().filter(|mention| mention.kind == kind).map(|mention| mention.name).collect()
}

fn check(day: &str, text: &str, expect: &[&str]) {
    assert_eq!(names(day, text, MentionKind::Person), expect, "{text}");
}

#[test]
fn people_in_office_are_known_in_every_script() {
    check("2020-11-26", "Wang Yi met Kang Kyung-wha.", &["Wang Yi", "Kang Kyung-wha"]);
    check("2022-11-17", "习近平会见日本首相岸田文雄。", &["Xi Jinping", "Fumio Kishida"]);
    check("2025-12-29", "왕이 부장은 조현 외교부 장관과 만났다.", &["Wang Yi", "Cho Hyun"]);
    check("2023-03-21", "Си Цзиньпин встретился с Путиным.", &["Xi Jinping", "Vladimir Putin"]);
}

#[test]
fn a_surname_alone_is_the_person_named_in_full() {
    check(
        "2020-11-26",
        "Foreign Minister Wang Yi spoke. Wang’s words pleased Kang.",
        &["Wang Yi", "Wang Yi"],
    );
    check(
        "2022-01-01",
        "Ursula von der Leyen spoke. Leyen left with President von der Leyen’s aides.",
        &["Ursula von der Leyen", "Ursula von der Leyen", "Ursula von der Leyen"],
    );
    check("2022-01-01", "Talks with President von der Leyen.", &["Ursula von der Leyen"]);
    check("2022-01-01", "The Biden-Harris Administration and the Biden Administration.", &[]);
}

#[test]
fn a_title_and_a_surname_are_the_holder_of_the_day() {
    check(
        "2021-12-30",
        "President Biden spoke with President Putin of Russia.",
        &["Joe Biden", "Vladimir Putin"],
    );
    check("2005-02-01", "President Bush spoke.", &["George W. Bush"]);
    check("1990-02-01", "President Bush spoke.", &["George H. W. Bush"]);
    check("2001-04-23", "Prime Minister Hariri spoke.", &["Rafiq Hariri"]);
    check("2017-07-25", "Prime Minister Hariri spoke.", &["Saad Hariri"]);
    check(
        "2021-10-06",
        "Mr. Sullivan met Yang Jiechi; National Security Advisor Jake Sullivan left.",
        &["Jake Sullivan", "Yang Jiechi", "Jake Sullivan"],
    );
}

#[test]
fn people_who_speak_are_found_by_that() {
    check("2021-12-30", "Trade grows, Zzaa Qqe said.", &["Zzaa Qqe"]);
    check("2021-12-30", "An advocate, Zzaa Qqe, said: “Trade grows.”", &["Zzaa Qqe"]);
    check("2021-12-30", "“Trade grows,” said Zzaa Qqe of the fund.", &["Zzaa Qqe"]);
    check("2021-12-30", "Biden spoke with Zzaa Qqe on Monday.", &["Zzaa Qqe"]);
    check("2021-12-30", "Special Envoy for Yemen Zzaa Qqe came.", &["Zzaa Qqe"]);
    check("2021-12-30", "They met with Business Leaders on Monday.", &[]);
    check("2021-12-30", "Governor Qqe said trade grows.", &["Qqe"]);
    check("2021-12-30", "Bank chief Zzaa Qqe said trade grows.", &["Zzaa Qqe"]);
    check("2021-12-30", "Trade grows, Qqe Ministry said.", &[]);
    check("2021-12-30", "Meanwhile Qqe said nothing. The Seoul Daily said so.", &[]);
}

#[test]
fn people_whom_the_gazetteer_does_not_know_are_found_by_their_office() {
    check("2021-12-30", "He met “Deputy Minister Zzaa Qqe”, the Minister’s aide.", &["Zzaa Qqe"]);
    check("2021-12-30", "They saw “Zzaa Qqe, Executive Director of a fund.", &["Zzaa Qqe"]);
    check("2021-12-30", "She told her counterpart, Zzaa Qqe, of a fund.", &["Zzaa Qqe"]);
    check("2021-12-30", "The special envoy to the talks, Zzaa Qqe, left.", &["Zzaa Qqe"]);
    check("2021-12-30", "She told her counterpart, Qqe Bank, of a fund.", &[]);
    check("2021-12-30", "Envoy Zzaa Qqe came. Zzaa left.", &["Zzaa Qqe", "Zzaa Qqe"]);
    check(
        "2021-12-30",
        "President Samia Suluhu Hassan came. President Samia left.",
        &["Samia Suluhu Hassan"; 2],
    );
    check(
        "2021-12-30",
        "former President Obama and President López Obrador.",
        &["Barack Obama", "Andrés Manuel López Obrador"],
    );
    check("2025-10-27", "澳大利亚总理阿尔巴内塞说。", &["Anthony Albanese"]);
    check("2025-10-27", "澳大利亚总理巴尔内塞尔说。", &["巴尔内塞尔"]);
    check("2021-12-30", "王毅同沙特外交大臣通电话：和平", &["Wang Yi"]);
    check("2021-12-30", "王毅拜会科摩罗总统甲乙丙。", &["Wang Yi", "甲乙丙"]);
    check("2021-12-30", "总统新闻秘书、发言人说。", &[]);
    check("2020-06-01", "阿根廷总统费尔南德斯说。", &["Alberto Fernández"]);
    check("2019-01-25", "智利议长费尔南德斯说。", &["费尔南德斯"]);
    check("2024-11-16", "日本首相石破茂说。石破表示，石破天惊。", &["Shigeru Ishiba", "Shigeru Ishiba"]);
}

#[test]
fn two_letters_of_chinese_are_a_side_only_where_the_country_is_named() {
    let places = |text: &str| names("2022-11-17", text, MentionKind::Place);
    assert_eq!(places("中方以方便为先。"), ["China"]);
    assert_eq!(places("巴基斯坦总理说，巴方同意。"), ["Pakistan", "Pakistan"]);
    assert_eq!(places("巴勒斯坦总统说，巴方同意。"), ["Palestine", "Palestine"]);
}

#[test]
fn places_and_organisations_are_no_people() {
    check("2021-12-30", "In Washington, President of the Security Council.", &[]);
    let places = |text: &str| names("2020-11-26", text, MentionKind::Place);
    assert_eq!(places("BEIJING: the Chinese side left Seoul."), ["Beijing", "China", "Seoul"]);
    let bodies = names("2020-11-26", "The U.N. Security Council met.", MentionKind::Organisation);
    assert_eq!(bodies, ["UN Security Council"]);
}

#[test]
fn words_for_sides_offices_and_holders_are_answered() {
    let settings = Settings::builtin();
    assert_eq!(side_of_place("the Chinese side", &settings), Some("China"));
    assert_eq!(side_of_place("Seoul", &settings), Some("ROK"));
    assert_eq!(side_of_place("한국 측", &settings), Some("ROK"));
    assert_eq!(side_of_place("the two sides", &settings), None);
    let day = "2020-11-26".parse().unwrap();
    assert_eq!(holder("the Foreign Minister", "ROK", day, &settings), Some("Kang Kyung-wha"));
    assert_eq!(office_of_person("Kang Kyung-wha", Some(day), &settings), Some("Foreign Minister"));
    assert_eq!(side_of_person("Kang Kyung-wha", Some(day), &settings), Some("ROK"));
    assert_eq!(side_of_place("Shanghai", &settings), Some("China"));
}

#[test]
fn a_title_introduces_where_the_text_does_not() {
    let check = |title: &str, text: &str, expect: Option<&str>| {
        let settings = Settings::builtin();
        let mut document = document("2020-11-26", &[text]);
        document = crate::statements::testing::titled(title, &document.text);
        document.card.published = "2020-11-26".parse().ok();
        document.mentions = find(&document, &settings);
        assert_eq!(side_shown(&document, &settings).as_deref(), expect, "{title}");
    };
    check("Foreign Minister Wang Yi meets ROK’s Kang Kyung-wha", "Mr Wang met Ms Kang.", Some("China"));
    check("Foreign Minister Wang Yi meets Kang", "Chinese Foreign Minister Wang Yi met Kang.", None);
    check("Foreign Minister Wang Yi attends an ASEAN meeting", "Mr Wang was there.", Some("China"));
    check("REMARKS BY PRESIDENT TRUMP AND PRIME MINISTER SUGA OF JAPAN", "They spoke.", Some("US"));
    check("Remarks by High Representative Josep Borrell", "I am glad.", Some("EU"));
    check("PM call with President Trump: 26 November 2020", "The Prime Minister spoke.", Some("UK"));
    check("Press Briefing by Secretary of State Mike Pompeo", "Q  What of trade?", Some("US"));
    check(
        "Doorstop in Rome",
        "Penny Wong, Foreign Minister: We met.\n\nJournalist: When?",
        Some("Australia"),
    );
    check(
        "Readout of Minister Wang Yi’s call with Chief of the Office, and Minister Kang Kyung-wha",
        "They spoke.",
        Some("China"),
    );
    check(
        "Talks of the ministers of Japan and Italy",
        "Foreign Minister Ichiro Qqe met Italian Foreign Minister Franco Qqi.",
        Some("Japan"),
    );
}

#[test]
fn a_title_in_capitals_is_read_as_any_other() {
    let mut document = crate::statements::testing::titled("PRESIDENT TRUMP AND EU LEADERS MEET", "They met.");
    document.card.published = "2020-11-26".parse().ok();
    let named: Vec<String> = find(&document, &Settings::builtin()).into_iter().map(|m| m.name).collect();
    assert_eq!(named, ["Donald Trump", "European Union"]);
    let single_letters = crate::statements::testing::titled("A B C 회담", "They met.");
    assert_eq!(find(&single_letters, &Settings::builtin()), []);
}

#[test]
fn who_is_spoken_of_further_down_needs_no_country() {
    let met = "Foreign Minister Wang Yi met Foreign Minister Kang Kyung-wha of the ROK.";
    let mut document = document("2020-11-26", &[met, "They spoke of what President Putin did."]);
    document.card.language = "en".to_owned();
    document.mentions = find(&document, &Settings::builtin());
    assert_eq!(side_shown(&document, &Settings::builtin()).as_deref(), Some("China"));
}

#[test]
fn a_text_introduces_its_own_side_without_the_country() {
    let check = |text: &str, expect: Option<&str>| {
        let settings = Settings::builtin();
        let mut document = document("2020-11-26", &[text]);
        let chinese = text.contains('。');
        document.card.language = if chinese { "zh" } else { "en" }.to_owned();
        document.mentions = find(&document, &settings);
        assert_eq!(side_shown(&document, &settings).as_deref(), expect, "{text}");
    };
    let own = "Foreign Minister Wang Yi met Foreign Minister Kang Kyung-wha of the ROK.";
    check(own, Some("China"));
    check("Chinese Foreign Minister Wang Yi met South Korea’s Kang Kyung-wha.", None);
    check(
        "Foreign Minister Wang Yi met Kang Kyung-wha, Minister of Foreign Affairs and International Trade of the ROK.",
        Some("China"),
    );
    check(&format!("{own} Both were glad, she said Tuesday."), None);
    check(&format!("{own} “We are glad,” she added."), None);
    check("Wang Yi met Foreign Minister Kang Kyung-wha of the ROK.", Some("China"));
    check("On Thursday, Foreign Minister Wang Yi met Foreign Minister Kang Kyung-wha of the ROK.", None);
    check(
        "On Thursday, November 26, Foreign Minister Wang Yi met Foreign Minister Kang Kyung-wha of the ROK.",
        Some("China"),
    );
    check("Federal Chancellor Merkel met Wang Yi of China. “We are glad,” she said.", Some("Germany"));
    check("The Secretary-General met Foreign Minister Wang Yi of China.", Some("UN"));
    check("The Prime Minister met Foreign Minister Wang Yi of China in Downing Street.", Some("UK"));
    check("The ministers of Japan and China met. The outline of the talks is as follows.", Some("Japan"));
    check(
        "Foreign Minister Kang Kyung-wha met Mr. Mike Pompeo, newly appointed U.S. Secretary of State.",
        Some("ROK"),
    );
    check("国家主席习近平会见日本首相菅义伟。", Some("China"));
    check("今天在北京习近平会见日本首相菅义伟。", Some("China"));
    check("Wang Yi met Kang Kyung-wha.", None);
    check("外交部发言人主持例行记者会。问：桥长吗？答：桥很长。", Some("China"));
    check("中国外交部发言人主持例行记者会。问：桥长吗？答：桥很长。", None);
    check("外交部发言人主持例行记者会，说桥很长。", None);
    check("A Downing Street spokesperson said: The Prime Minister met Wang Yi.", Some("UK"));
    check("A Downing Street spokesperson said the Prime Minister met Wang Yi.", None);
    check("President of France Emmanuel Macron: Welcome, Prime Minister.", Some("France"));
    check("The President of France Emmanuel Macron spoke: he was glad.", None);
    let readout = "Foreign Minister Wang Yi met Foreign Minister Kang Kyung-wha of the ROK.";
    check(&format!("{readout} “We are glad,” he said."), None);
    check(&format!("{readout} He said that to reporters in Seoul."), None);
}

#[test]
fn no_order_of_odd_pieces_stops_it() {
    const PIECES: [&str; 15] = [
        "President ",
        "“",
        "Dr. ",
        ", Minister ",
        "王毅",
        "外长",
        "·",
        "조현 외교부 장관",
        "’s",
        "\u{202e}",
        "é",
        "-",
        "al-A",
        ". ",
        " of Ukraine",
    ];
    let settings = Settings::builtin();
    let mut lines = Vec::new();
    for a in PIECES {
        for b in PIECES {
            lines.extend(PIECES.iter().map(|c| format!("{a}{b}{c}{a}")));
        }
    }
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let mut document = document("2021-12-30", &lines);
    document.mentions = find(&document, &settings);
    assert!(document.mentions.iter().all(|mention| mention.span.of(&document.text).is_some()));
    let topics = crate::topics::find(&document, &settings);
    assert!(!topics.is_empty() && topics.iter().all(|topic| topic.span.of(&document.text).is_some()));
    assert_eq!(side_shown(&document, &settings), None);
}

#[test]
fn a_korean_ministry_is_known_by_how_it_ends_its_sentences() {
    let settings = Settings::builtin();
    let check = |lines: &[&str], expect: Option<&str>| {
        let mut document = document("2025-12-29", lines);
        document.card.language = "ko".to_owned();
        document.mentions = find(&document, &settings);
        assert_eq!(side_shown(&document, &settings).as_deref(), expect, "{lines:?}");
    };
    check(&["장관은 대사와 면담하였다.", "장관은 다리가 길다고 하였다."], Some("ROK"));
    check(&["장관은 대사와 면담했다.", "장관은 다리가 길다고 했다."], None);
    let title = |title: &str| {
        let lines = [title, "강경화 장관은 「왕이(王毅)」 중국 외교부장과 통화했다."];
        let mut document = document("2020-11-26", &lines);
        document.sentences.remove(0);
        document.sentences[0].role = Role::Title;
        document.card.language = "ko".to_owned();
        document.mentions = find(&document, &settings);
        side_shown(&document, &settings)
    };
    assert_eq!(title("통화 보도자료").as_deref(), Some("ROK"));
    assert_eq!(title("통화"), None);
    check(&["동지는 대사와 면담하였다.", "동지는 다리가 길다고 하였다."], None);
}

#[test]
fn a_korean_family_name_with_an_office_is_its_holder_or_somebody_named_before() {
    check("2025-12-29", "왕 부장은 시 주석을 만났다.", &["Wang Yi", "Xi Jinping"]);
    check("2026-01-05", "이 대통령은 말했다.", &["Lee Jae Myung"]);
    check("2019-01-05", "이 대통령은 말했다.", &[]);
    check("2025-12-29", "양 장관은 두 총리를 만났다.", &[]);
    check("2024-12-19", "한덕수 국무총리가 왔고, 한 대행은 말했다.", &["Han Duck-soo", "Han Duck-soo"]);
    check("2022-10-18", "부이 타잉 썬 장관이 왔고, 썬 장관은 말했다.", &["Bui Thanh Son", "Bui Thanh Son"]);
    check("2025-05-27", "애니타 아난드 캐나다 외교장관이 왔고, 아난드 장관은 말했다.", &["Anita Anand"; 2]);
    check("2025-05-27", "캐나다의 어니타 어낸드 신임 외교장관이 왔다.", &["Anita Anand"]);
    check("2025-05-27", "캐나다의 어니타 벨로드 신임 외교장관이 왔다.", &["어니타 벨로드"]);
    check("2025-05-27", "교류의 하나로 양 장관은 왔다.", &[]);
    check("2025-08-04", "페니 웡 장관이 왔고, 웡 장관은 말했다.", &["Penny Wong", "Penny Wong"]);
    check("2025-07-28", "짐을 싸기 전 왕이 중국 외교부장은 말했다.", &["Wang Yi"]);
    check("2025-12-29", "위성락 국가안보실장이 왔고, 위 실장은 말했다.", &["Wi Sung-lac", "Wi Sung-lac"]);
    check("2022-09-20", "하야시 요시마사 외무상이 왔고, 하야시 외무상은 말했다.", &["Yoshimasa Hayashi"; 2]);
    check("2022-09-20", "박진장관은 말했다.", &["Park Jin"]);
    // By the last word of a foreign name, past the country, and named in full only further down.
    check("2017-10-27", "매티스 미 국방장관은 말했다.", &["James Mattis"]);
    check(
        "2025-12-29",
        "사라하 독일 장관이 왔고, 가나다 사라하 독일 내무장관은 말했다.",
        &["가나다 사라하"; 2],
    );
    check(
        "2025-08-23",
        "이재명 대통령은 이시바 일본 총리를 만났고, 이 대통령은 말했다.",
        &["Lee Jae Myung", "Shigeru Ishiba", "Lee Jae Myung"],
    );
}

#[test]
fn a_korean_name_may_be_glossed_and_a_building_of_an_office_has_none() {
    check("2025-12-29", "김나다(金奈多) 외교통상부 장관은 말했다.", &["김나다"]);
    check("2025-12-29", "양국 장관은 서울 한남동 외교장관 공관에서 만났다.", &[]);
}

#[test]
fn a_foreigner_whom_no_list_knows_is_named_in_korean_before_place_and_office() {
    check("2025-12-29", "헤다 나무트 미 국무부 대변인은 말했다.", &["헤다 나무트"]);
    check("2025-12-29", "앞서 김나다 외교부 대변인은 말했다.", &["김나다"]);
    check("2025-12-29", "우크라 대통령은 말했다.", &[]);
    check("2025-12-29", "가나다 사라하 독일 내무장관은 말했다.", &["가나다 사라하"]);
    check(
        "2025-12-29",
        "27일 가나다 사라하 독일 내무장관은 말했다. 사라하는 갔다.",
        &["가나다 사라하", "가나다 사라하"],
    );
    for text in [
        "서욱 국방부장관과 가나다 사라하 독일 경제차관이 왔다.",
        "서욱 국방부장관이 가나다 사라하(Ganada Saraha) 독일 내무장관과 왔다.",
        "서욱 국방부장관은 방한중인 가나다 사라하 독일 외교부 및 재무부 정무차관을 만났다.",
    ] {
        check("2021-09-14", text, &["Suh Wook", "가나다 사라하"]);
    }
    check("2025-12-29", "독일의 나루(Gana) 다리 내무장관은 말했다.", &[]);
    check("2025-12-29", "가 나루 독일 내무장관이 왔고, 가 장관은 말했다.", &["가 나루", "가 나루"]);
    check("2025-12-29", "이번 회담을 앞두고 독일 총리는 말했다.", &[]);
    check("2025-12-29", "이와 관련 독일 외교장관은 말했다.", &[]);
}

#[test]
fn a_chinese_name_after_its_office_is_found_again_without_it() {
    check("2022-11-17", "主席会见沙特王储甲乙丙。甲乙丙表示，很好。", &["甲乙丙", "甲乙丙"]);
    check("2022-11-17", "外交部长王毅说。", &["Wang Yi"]);
    check("2025-12-11", "总理同北约秘书长甲乙会面。秘书长甲乙（Mark Rutte）说。", &["Mark Rutte"; 3]);
    check("2022-11-17", "外交部发言人萧甲乙指出，桥很长。", &["萧甲乙"]);
    // Foreign by its letters, by the body before it, or by the row that it stands in.
    check("2022-11-17", "他会见临时议长阿巴达拉和客人。", &["阿巴达拉"]);
    check("2022-11-17", "他会见美国国会众议长甲乙和众议员丙丁、戊己。", &["甲乙", "丙丁"]);
    check("2022-11-17", "美国发言人星期天说。", &[]);
    check("2022-11-17", "他会见议员代表团阿达一行。", &["阿达"]);
    // What the office is of stands between the country and it.
    check("2022-11-17", "他同美国总统安全事务首席副助理阿达就桥会谈。", &["阿达"]);
    check("2022-11-17", "第二次德中总理定期会晤举行。", &[]);
    // Of whom no list has a name in this script, country, office and day are enough.
    check("2010-11-10", "줄리아 길라드 호주 총리는 말했다.", &["Julia Gillard"]);
}

#[test]
fn a_foreign_name_in_chinese_letters_opens_sentences() {
    let check = |lines: &[&str], expect: &[&str]| {
        let found = find(&document("2022-11-17", lines), &Settings::builtin()).into_iter();
        let people: Vec<String> =
            found.filter(|mention| mention.kind == MentionKind::Person).map(|mention| mention.name).collect();
        assert_eq!(people, expect, "{lines:?}");
    };
    check(&["他会见总统安全助理阿拉贡。", "阿拉贡在会见时表示，桥很长。"], &["阿拉贡", "阿拉贡"]);
    check(&["他会见部长安拉。", "安拉对桥表示满意。"], &["安拉", "安拉"]);
    check(&["安拉对桥表示满意。", "德国对桥表示满意。", "会议指出，桥很长。"], &[]);
}

#[test]
fn a_ministry_belongs_to_the_country_before_it() {
    let check = |text: &str, expect: &[&str]| {
        assert_eq!(names("2025-12-29", text, MentionKind::Organisation), expect, "{text}");
    };
    check("러시아 국방부는 말했다.", &["Ministry of Defence of Russia"]);
    check("국방부는 말했다.", &["Ministry of National Defense of the ROK"]);
    check("외교부장은 말했다.", &[]);
    check("外交部长说。", &[]);
}

#[test]
fn a_surname_in_the_title_is_that_of_the_one_who_holds_an_office() {
    let people = |title: &str, text: &str| -> Vec<String> {
        let mut document = document("2021-12-30", &[text]);
        let shift = title.len() - 5;
        document.text = document.text.replacen("Title", title, 1);
        document.sentences[0].span = Span::new(0, title.len());
        let body = document.sentences[1].span;
        document.sentences[1].span = Span::new(body.start as usize + shift, body.end as usize + shift);
        let found = find(&document, &Settings::builtin()).into_iter();
        found.filter(|m| m.kind == MentionKind::Person && m.sentence == 1).map(|m| m.name).collect()
    };
    assert_eq!(people("Putin calls Macron", "Putin told Macron so."), ["Vladimir Putin", "Emmanuel Macron"]);
    assert_eq!(people("A call on trade", "Putin liked Macron so."), Vec::<String>::new());
    assert_eq!(people("A call on trade", "Putin told Macron so."), ["Vladimir Putin", "Emmanuel Macron"]);
    assert_eq!(people("A call on trade", "Putin said so."), ["Vladimir Putin"]);
    assert_eq!(people("Trump-Putin call", "So said Putin."), ["Vladimir Putin"]);
    // “He” is a surname, too, and no name without a title.
    assert_eq!(people("A call on trade", "He Lifeng smiled. He said so."), ["He Lifeng"]);
    let again = "He Lifeng smiled. He told Vice Premier He so.";
    assert_eq!(people("A call on trade", again), ["He Lifeng", "He Lifeng"]);
    assert_eq!(people("Powers and Power", "Power is what they want."), Vec::<String>::new());
}

#[test]
fn koreans_are_named_again_in_one_word_with_their_title() {
    let met = "김대중 대통령은 오부치 게이조 일본 총리와 만났다.";
    let both = ["Kim Dae-jung", "Keizo Obuchi"];
    check("1999-03-22", &format!("{met} 김대통령은 웃었다."), &[both[0], both[1], both[0]]);
    check("1999-03-22", &format!("{met} 오부치총리에게 주었다."), &[both[0], both[1], both[1]]);
    check("1999-03-22", &format!("{met} 김이사장실에 갔다."), &both);
}

#[test]
fn of_two_koreans_of_one_family_the_one_with_the_title_is_meant() {
    check(
        "2000-05-30",
        "김대중 대통령은 김정일 국방위원장을 말했다. 김 대통령은 웃었다.",
        &["Kim Dae-jung", "Kim Jong Il", "Kim Dae-jung"],
    );
}

#[test]
fn the_last_word_of_a_korean_title_is_a_title_once_the_whole_was_there() {
    let both = ["Kim Kye Gwan", "Kim Kye Gwan"];
    check("2007-09-27", "김계관 북한 외무성 부상은 웃었다. 김 부상은 말했다.", &both);
    check("2007-09-27", "김계관 북한 외무성 부상은 웃었다. 김 부상자는 말했다.", &both[..1]);
}

#[test]
fn chinese_letters_explain_a_korean_spelling_that_no_list_has() {
    let both = ["Wei Fenghe", "Wei Fenghe"];
    check("2018-10-19", "웨이펑훠(魏鳳和) 국방부장은 웃었다. 웨이펑훠 부장은 말했다.", &both);
}
