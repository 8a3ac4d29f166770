//! Reported speech in Chinese and Korean.

use readout_corpus::Document;

use super::check;
use crate::statements::testing::{titled, with_names};

fn chinese(text: &str) -> Document {
    let names = "person: Angela Merkel = 默克尔\nperson: Xi Jinping = 习近平\nplace: Berlin = 柏林\nplace: Germany = 德国\nplace: China = 中方\norganisation: Xinhua = 新华社";
    let mut document = with_names(titled("习近平会见默克尔", text), names);
    document.card.language = "zh".to_owned();
    document.card.side = Some("China".to_owned());
    document
}

fn korean(text: &str) -> Document {
    let names = "
        person: Angela Merkel = 앙겔라 메르켈, 메르켈
        person: Moon Jae-in = 문재인
        place: Germany = 독일
        place: ROK = 한국
        organisation: German Foreign Ministry = 독일 외교부";
    let mut document = with_names(titled("회담", text), names);
    document.card.language = "ko".to_owned();
    document
}

#[test]
fn chinese_speech_goes_on_to_the_end_of_its_paragraph() {
    check(
        &chinese(
            "国家主席习近平在柏林会见德国总理默克尔。\n\n习近平指出，桥已经建成。\n桥很稳固。\n\n默克尔表示，桥很漂亮。\n\n双方就桥梁问题交换了意见。\n\n双方一致同意再建一座桥。\n\n会谈后，双方签署文件。",
        ),
        &[
            "2 Jinping oi",
            "3 Jinping oi carried",
            "4 Merkel ci",
            "5 Jinping+Merkel ji topic",
            "6 Jinping+Merkel ji",
        ],
    );
}

#[test]
fn chinese_greetings_and_nouns_are_no_speech() {
    let met = "国家主席习近平在柏林会见德国总理默克尔。";
    for sentence in [
        "习近平请默克尔转达问候。",
        "王毅等参加会见。",
        "会谈前，习近平举行欢迎仪式。",
        "默克尔将同习近平会谈及会面。",
        "默克尔走过桥，居民夹道欢迎。",
    ] {
        check(&chinese(&format!("{met}\n\n{sentence}")), &[]);
    }
}

#[test]
fn a_chinese_speaker_whom_no_list_knows_is_named_as_printed() {
    check(
        &chinese("习近平在柏林会见总理甲乙丙。\n\n甲乙丙表示，桥很漂亮。\n桥也很长。"),
        &["2 甲乙丙 ci", "3 甲乙丙 ci carried"],
    );
}

#[test]
fn a_chinese_pronoun_is_the_subject_of_the_sentence_before() {
    check(
        &chinese(
            "习近平在柏林会见德国总理默克尔。\n\n默克尔请习近平转达问候。\n她表示，桥很漂亮。\n桥也很长。",
        ),
        &["3 Merkel ci", "4 Merkel ci carried"],
    );
}

#[test]
fn a_chinese_pronoun_may_name_the_listener_before_its_cue() {
    check(&chinese("默克尔指出，桥很长。\n他向习近平表明，桥很美。"), &["1 Merkel ci", "2 Merkel ci"]);
    check(&chinese("默克尔走过桥。\n她晚上见记者时指，桥很美。"), &["2 Merkel ci"]);
    check(&chinese("默克尔走过桥。\n她的邻居晚上指，桥很美。"), &[]);
}

#[test]
fn a_chinese_clause_before_the_speaker_only_leads_to_him() {
    let met = "国家主席习近平在柏林会见德国总理默克尔。";
    for (sentence, expect) in [
        ("会见默克尔时，习近平表示，桥很长。", "2 Jinping oi"),
        ("关于桥梁问题，默克尔强调，桥很长。", "2 Merkel ci"),
        ("对于中德关系，国防部长默克尔表示，桥很长。", "2 Merkel ci"),
        ("据新华社报道，默克尔表示，桥很长。", "2 Merkel ci via Xinhua"),
        ("默克尔昨日与习近平会面时，赞扬桥很长。", "2 Merkel ci"),
        ("中方表示致力于建桥。", "2 Jinping oi"),
        ("默克尔表示，很高兴就桥梁问题同你进行深入沟通。", "2 Merkel ci"),
        ("习近平和默克尔一致认为，桥很长。", "2 Jinping+Merkel ji"),
        ("双方还就桥梁问题交换了意见，将再建一座桥。", "2 Jinping+Merkel ji"),
        ("“河上的桥又长又美，两座城市应当一起把它保护好，”默克尔说。", "2 Merkel cd"),
        ("两国元首决定再建一座桥。", "2 Jinping+Merkel ji"),
        ("一名德国官员表示，桥很长。", "2 official ui"),
        ("发言人说在会面中，默克尔强调桥很长。", "2 spokesman ui about Angela Merkel"),
        ("一名德国高级官员向媒体透露，默克尔重申桥很长。", "2 official ui about Angela Merkel"),
        ("默克尔指，桥很长。", "2 Merkel ci"),
        ("默克尔说明，桥很长。", "2 Merkel ci"),
        ("柏林特首默克尔呛，桥很长。", "2 Merkel ci"),
        ("默克尔告诉习近平：“桥很长，也很美，两座城市应当一起把它保护好，让它留下来。”", "2 Merkel cd"),
        ("晚宴后，默克尔看了又长又美的桥和两座城市的灯光，又去看了山上的老房子，指桥很长。", "2 Merkel ci"),
        ("双方也谈及桥梁，默克尔重申桥很长。", "2 Merkel ci"),
        ("“总理”默克尔说，桥很长。", "2 Merkel ci"),
        ("总理说，桥很长。", "2 Merkel ci"),
        ("默总理致词表示，桥很长。", "2 Merkel ci"),
        ("两国元首都认为桥很长。", "2 Jinping+Merkel ji"),
        (
            "默克尔在桥上看了两座城市的灯光，又去看了山上又高又大的老房子和河边的花园，对桥表示满意。",
            "2 Merkel ci",
        ),
        ("总理默克尔：“桥很长，也很美，两座城市应当一起把它保护好。”", "2 Merkel cd"),
        ("会见默克尔时,习近平表示,桥很长。", "2 Jinping oi"),
        ("新华社引述默克尔表示，桥很长。", "2 Merkel ci via Xinhua"),
        (
            "习近平在又长又美的桥上同默克尔一起会见两座城市的居民和所有的工人，默克尔指出，桥很长。",
            "2 Merkel ci",
        ),
        ("习近平会见默克尔，双方同意再建一座桥。", "2 Jinping+Merkel ji"),
        ("为了让桥更长，中德双方同意再建一座桥。", "2 Jinping+Merkel ji"),
        ("会谈后，默克尔向记者团表示，桥很长。", "2 Merkel ci"),
        ("看了桥以后，一名官员今天告诉记者，桥很长。", "2 official ui"),
        (
            "默克尔在桥上看了两座城市的灯光，当天又同习近平在山上又高又大的老房子里会谈，双方都强调，桥很长。",
            "2 Merkel+Jinping ji",
        ),
        ("新华社柏林5月3日电 总理默克尔表示，桥很长。", "2 Merkel ci"),
        (
            "默克尔在又长又美的桥上看了两座城市的灯光以后走过花园，在山上同习近平会面时称，桥很长。",
            "2 Merkel ci",
        ),
        ("习近平请默克尔看桥，默克尔很高兴，她说：“桥很长。”", "2 Merkel ci"),
    ] {
        check(&chinese(&format!("{met}\n\n{sentence}")), &[expect]);
    }
}

#[test]
fn two_chinese_clauses_can_have_two_speakers_where_one_is_set_against_the_other() {
    let met = "习近平在柏林会见德国总理默克尔。";
    for (sentence, expect) in [
        ("习近平表示，桥很长，默克尔则指出，桥很美。", &["2 Jinping oi", "2 Merkel ci"] as &[&str]),
        ("习近平表示，桥很长，默克尔说过，桥很美。", &["2 Jinping oi"]),
        ("习近平表示，桥很长；默克尔则指出，桥很美。", &["2 Jinping oi", "2 Merkel ci"]),
    ] {
        check(&chinese(&format!("{met}\n\n{sentence}")), expect);
    }
}

#[test]
fn what_a_chinese_spokesman_tells_are_the_words_of_whom_he_speaks_for() {
    let text = "习近平在柏林会见德国总理默克尔。\n\n发言人";
    for (sentence, expect) in [
        ("默克尔说，习近平希望桥长一点。", "2 Jinping oi via Angela Merkel"),
        ("默克尔说：“习主席提出，桥要长一点。”", "2 Jinping oi via Angela Merkel"),
        ("默克尔说，桥很长，习近平也来了。", "2 Merkel ci"),
    ] {
        check(&chinese(&format!("{text}{sentence}")), &[expect]);
    }
}

#[test]
fn what_a_chinese_pronoun_hopes_is_said() {
    check(
        &chinese("习近平在柏林会见德国总理默克尔。\n\n但默克尔暗示，桥很长。\n\n她期待桥更长。"),
        &["2 Merkel ci", "3 Merkel ci"],
    );
    check(
        &chinese("习近平在柏林会见德国总理默克尔。\n\n默克尔表示，桥很长。\n\n她回答称，桥很美。"),
        &["2 Merkel ci", "3 Merkel ci"],
    );
}

#[test]
fn the_other_side_is_whoever_did_not_speak_last() {
    check(
        &chinese("习近平在柏林会见德国总理默克尔。\n\n习近平表示，桥很长。\n\n对方表示，桥很美。"),
        &["2 Jinping oi", "3 Merkel ci"],
    );
}

#[test]
fn a_chinese_report_of_a_visit_is_no_speech() {
    check(
        &chinese(
            "习近平会见德国总理默克尔。\n\n默克尔表示，桥很长。\n我此访是为了看桥。\n默克尔此行为期三天。",
        ),
        &["2 Merkel ci", "3 Merkel ci carried"],
    );
}

#[test]
fn a_chinese_report_of_no_side_tells_itself_of_those_whom_it_names() {
    let text =
        "习近平会见德国总理默克尔。\n\n默克尔表示，桥很长。\n习近平主席喜欢大桥。\n习近平随后登上大桥。";
    let mut report = chinese(text);
    report.card.side = None;
    check(&report, &["2 Merkel ri", "3 Merkel ri carried"]);
}

#[test]
fn whom_a_chinese_speaker_speaks_of_does_not_speak() {
    check(
        &chinese(
            "习近平在柏林会见默克尔。\n\n默克尔表示，桥很长。\n习近平主席提出的倡议很好。\n习近平主席提出再建一座桥。\n双方应该再建一座桥。",
        ),
        &["2 Merkel ci", "3 Merkel ci carried", "4 Merkel ci carried", "5 Merkel ci carried"],
    );
}

#[test]
fn whom_the_source_s_own_people_meet_is_of_the_other_side() {
    for met in ["习近平会见议员甲乙丙。", "习近平会见德国总理默克尔和部长甲乙丙。"]
    {
        let text = format!("{met}\n\n甲乙丙表示，桥很长。\n桥很美。");
        let document = with_names(chinese(&text), "person: 甲乙丙 = 甲乙丙");
        check(&document, &["2 甲乙丙 ci", "3 甲乙丙 ci carried"]);
    }
}

#[test]
fn what_a_chinese_speaker_did_with_somebody_he_goes_on_telling() {
    check(
        &chinese("习近平会见默克尔。\n\n习近平说，我同总理会谈了。\n双方一致认为，桥很长。"),
        &["2 Jinping oi", "3 Jinping oi carried"],
    );
}

#[test]
fn a_new_chinese_paragraph_goes_on_in_the_name_of_a_side_or_with_the_points_announced() {
    let met = "习近平在柏林会见默克尔。\n\n习近平提出两点意见：";
    check(
        &chinese(&format!(
            "{met}\n\n首先，桥要长。\n桥要美。\n\n第二，桥要稳。\n\n中方愿再建一座桥。\n\n礼兵列队致敬。"
        )),
        &[
            "2 Jinping oi",
            "3 Jinping oi carried",
            "4 Jinping oi carried",
            "5 Jinping oi carried",
            "6 Jinping oi carried",
        ],
    );
}

#[test]
fn korean_subjects_are_told_by_their_particles() {
    let met = "문재인 대통령은 앙겔라 메르켈 독일 총리와 회담을 열었다.";
    for (sentence, expect) in [
        (
            "메르켈 총리는 \"강 위의 다리가 참으로 아름답고 길며 앞으로 백 년 동안 두 도시를 이어 줄 것이며 우리는 그 다리를 함께 지켜야 한다\"고 말했다.",
            "2 Merkel rd",
        ),
        ("문재인 대통령은 다리가 길다고 밝혔다.", "2 Jae-in ri"),
        ("양측은 다리를 짓기로 합의했다.", "2 Jae-in+Merkel ji"),
        ("양측은 다리를 짓는 데 의견을 같이 하였다.", "2 Jae-in+Merkel ji"),
        ("양측은 다리에 대해 논의를 가졌다.", "2 Jae-in+Merkel ji topic"),
        ("두 정상은 다리에 관해 의견을 교환했다.", "2 Jae-in+Merkel ji topic"),
        ("두 정상은 다리를 짓자는 의견을 교환했다.", "2 Jae-in+Merkel ji"),
        ("양측은 다리를 짓자는 데 뜻을 함께했다.", "2 Jae-in+Merkel ji"),
        ("문재인 대통령은 메르켈 총리와 회담을 갖고 인식을 공유했다.", "2 Jae-in+Merkel ji"),
        ("메르켈 후보자는 다리가 길다고 말했다.", "2 Merkel ri"),
        ("메르켈 총리는 \"다리가 길다\"며 \"아름다운 다리라고 평가\"했다고 외교부가 전했다.", "2 Merkel rd"),
        ("독일 당국자는 다리가 길다고 전했다.", "2 official ui"),
        (
            "독일 외교부에 따르면 메르켈 총리는 다리가 길다고 말했다.",
            "2 Merkel ri via German Foreign Ministry",
        ),
        (
            "\"강 위의 다리가 참으로 아름답고 길며 앞으로 백 년 동안 두 도시를 이어 줄 것이다\"고 메르켈 총리는 덧붙였다.",
            "2 Merkel rd",
        ),
    ] {
        check(&korean(&format!("{met}\n\n{sentence}")), &[expect]);
    }
}

#[test]
fn korean_speech_goes_on_with_its_connectives_and_quotations() {
    check(
        &korean(
            "메르켈 총리는 다리가 길다고 말했다.\n이어 \"강 위의 다리가 참으로 아름답고 길며 앞으로 오래 남는다\"고 덧붙였다.\n그는 다리를 더 짓자고 제안했다.",
        ),
        &["1 Merkel ri", "2 Merkel rd", "3 Merkel ri"],
    );
    check(
        &korean("메르켈 총리는 “다리가 길다.\n다리가 아름답다”고 말했다."),
        &["1 Merkel rm carried", "2 Merkel rd"],
    );
}

#[test]
fn a_korean_quotation_is_tied_to_its_speaker_by_a_particle_alone() {
    let met = "문재인 대통령은 앙겔라 메르켈 독일 총리와 회담을 열었다.";
    for (sentence, expect) in [
        ("메르켈 총리는 \"다리가 길다\"며 고개를 저었다.", "2 Merkel rd"),
        ("메르켈 총리는 다리가 길다며 반발했다.", "2 Merkel ri"),
        ("메르켈 총리는 다리가 길다고 주장해왔다.", "2 Merkel ri"),
        ("메르켈 총리는 다리가 길다고 말한 것으로 전해졌다.", "2 Merkel ri"),
        ("메르켈 총리는 다리가 길다고 밝힌 바 있다.", "2 Merkel ri"),
        ("메르켈 총리는 \"다리를 논의했다\"고 설명했다.", "2 Merkel rd"),
        ("메르켈 총리는 다리를 짓겠다고 나섰습니다.", "2 Merkel ri"),
        ("메르켈 총리는 다리가 길다고 의미를 부여했다.", "2 Merkel ri"),
        ("메르켈 총리는 다리에 감사를 표하고, 강을 건넜다.", "2 Merkel ri"),
        ("메르켈 총리는 다리의 길이를 강조하면서 강을 건넜다.", "2 Merkel ri"),
    ] {
        check(&korean(&format!("{met}\n\n{sentence}")), &[expect]);
    }
    check(&korean(&format!("{met}\n\n메르켈 총리는 다리를 짓기로 했다.")), &[]);
    check(&korean(&format!("{met}\n\n메르켈 총리는 다리를 짓는다고 알려졌다.")), &[]);
}

#[test]
fn the_topic_of_a_korean_sentence_speaks_and_not_the_subject_of_a_clause() {
    let met = "문재인 대통령은 앙겔라 메르켈 독일 총리와 회담을 열었다.";
    for (sentence, expect) in [
        ("독일 외교부는 메르켈 총리가 다리를 본다고 밝혔다.", "2 Ministry ri"),
        (
            "독일 외교부는 메르켈 총리가 다리가 길다고 말했다고 전했다.",
            "2 Merkel ri via German Foreign Ministry",
        ),
        ("메르켈 총리가 온 가운데, 문재인 대통령은 다리가 길다고 말했다.", "2 Jae-in ri"),
        ("문재인 대통령은 다리를 봤으나, 메르켈 총리는 다리가 길다고 말했다.", "2 Merkel ri"),
        ("메르켈 총리가 다리를 봤다고 소식통은 전했다.", "2 source ui about Angela Merkel"),
        ("다리가 길다고 독일 외교부는 전했다.", "2 Ministry ri"),
        ("이어 그는 다리가 길다고 말했다.", "2 Jae-in ri"),
    ] {
        check(&korean(&format!("{met}\n\n{sentence}")), &[expect]);
    }
}

#[test]
fn two_korean_clauses_can_have_two_speakers() {
    let met = "문재인 대통령은 앙겔라 메르켈 독일 총리와 회담을 열었다.";
    for (sentence, expect) in [
        (
            "문재인 대통령은 긴 다리를 평가했으며, 메르켈 총리는 다리가 길다고 밝혔다.",
            &["2 Jae-in ri", "2 Merkel ri"] as &[&str],
        ),
        ("문재인 대통령은 다리를 봤고, 메르켈 총리는 다리가 길다고 밝혔다.", &["2 Merkel ri"]),
        (
            "독일 외교부는 메르켈 총리가 다리가 길다고 말했다고 성명을 통해 밝혔다.",
            &["2 Merkel ri via German Foreign Ministry"],
        ),
        ("독일 외교부는 메르켈 총리가 다리를 못 봤다고 지적했다.", &["2 Ministry ri"]),
        ("메르켈총리는 다리가 길다고 말했다.", &["2 Merkel ri"]),
        ("문재인 대통령은 메르켈 총리를 봤으며, 메르켈 총리는 다리가 길다고 말했다.", &["2 Merkel ri"]),
        ("메르켈 총리는 “다리가 길다”라고 말하고 “우리 정부는 다리를 짓는다”라고 했다.", &["2 Merkel rm"]),
        ("다리가 길다고 옆집신문은 전했다.", &["2 옆집신문 ri"]),
        ("다리가 길다고 말하는 것이라고 했다.", &[]),
        ("메르켈 총리께서는 다리가 길다고 강조하셨습니다.", &["2 Merkel ri"]),
        ("메르켈 총리는 다리가 길다고 했다고, 문재인 대변인은 전했습니다.", &["2 Merkel ri"]),
        ("메르켈 총리는 “다리가 길다”고 말했다고 문재인 대변인이 밝혔다.", &["2 Merkel rd"]),
        ("다리가 길다고 메르켈 정부 당국자가 전했다.", &["2 official ui about Angela Merkel"]),
        (
            "독일 외교부는 “두 정상이 다리를 걸었다”고 밝혔다.\n이어 “양 정상은 노래도 불렀다”고 설명했다.",
            &["2 Jae-in+Merkel jd via German Foreign Ministry", "3 Jae-in+Merkel jd"],
        ),
        (
            "메르켈 총리는 다리가 길다고 말했다.\n이어 “양 정상은 노래를 불렀다”고 설명했다.",
            &["2 Merkel ri", "3 Merkel rd"],
        ),
        (
            "메르켈 총리는 다리가 길다고 말했다.\n이어 문재인 대통령이 뜻을 전했다고 독일 외교부는 덧붙였다.",
            &["2 Merkel ri", "3 Jae-in ri via German Foreign Ministry"],
        ),
        (
            "독일 외교부는 “메르켈 총리는 다리가 길다고 말했다”고 밝혔다.",
            &["2 Merkel rd via German Foreign Ministry"],
        ),
        ("독일 외교부는 “메르켈 총리는 내일 떠난다”고 밝혔다.", &["2 Ministry rd"]),
        (
            "메르켈 총리는 다리가 길다고 말했다.\n이어 다리를 더 짓자고 말했다고 독일 외교부가 전했다.",
            &["2 Merkel ri", "3 Merkel ri via German Foreign Ministry"],
        ),
    ] {
        check(&korean(&format!("{met}\n\n{sentence}")), expect);
    }
}

#[test]
fn what_a_korean_lead_relays_as_shared_or_decided_is_said_by_both_who_met() {
    for (sentence, expect) in [
        (
            "문재인 대통령이 메르켈 총리와 통화하고 다리를 짓자는 데 뜻을 모았다고 독일 외교부가 밝혔다.",
            "1 Jae-in+Merkel ji via German Foreign Ministry",
        ),
        (
            "문재인 대통령이 메르켈 총리와 통화하고 다리를 짓기로 했다고 독일 외교부가 밝혔다.",
            "1 Jae-in+Merkel ji via German Foreign Ministry",
        ),
        ("문재인 대통령이 메르켈 총리와 통화하고 다리가 길다는 데 공감했다.", "1 Jae-in+Merkel ji"),
        (
            "문재인 대통령이 메르켈 총리와 통화하고 다리가 길다고 말했다고 독일 외교부가 밝혔다.",
            "1 Jae-in ri via German Foreign Ministry",
        ),
    ] {
        check(&korean(sentence), &[expect]);
    }
}

#[test]
fn what_is_shared_or_decided_in_korean_without_a_subject_is_of_those_who_met() {
    for sentence in ["다리의 중요성에도 공감했다.", "다리를 더 짓기로 했다.", "다리를 짓기로 뜻을 모았다."]
    {
        let text = format!("문재인 대통령이 메르켈 총리와 회담했다.\n\n{sentence}");
        check(&korean(&text), &["2 Jae-in+Merkel ji"]);
    }
    check(&korean("문재인 대통령이 메르켈 총리와 회담했다.\n\n시장은 다리의 중요성에 공감했다."), &[]);
}

#[test]
fn who_says_so_and_then_more_in_korean_is_relayed_by_nobody() {
    let met = "문재인 대통령은 앙겔라 메르켈 독일 총리와 회담을 열었다.";
    for (sentence, expect) in [
        ("문재인 대통령은 다리가 길다고 하고, 독일 외교부가 더 짓자고 했다.", "2 Jae-in ri"),
        ("두 총리는 다리가 길다고 인식을 같이 했다.", "2 Jae-in+Merkel ji"),
        ("메르켈 총리는 문재인 대통령의 방문을 초청했다.", "2 Merkel ri"),
    ] {
        check(&korean(&format!("{met}\n\n{sentence}")), &[expect]);
    }
}

#[test]
fn the_president_without_a_name_is_that_of_a_korean_government_s_own_text() {
    let met = "문재인 대통령은 앙겔라 메르켈 독일 총리와 회담을 열었다.";
    for (side, sentence, expect) in [
        (Some("ROK"), "대통령께서는 다리가 길다고 말씀하셨습니다.", &["2 Jae-in oi"] as &[&str]),
        (Some("ROK"), "이어 대통령은 다리가 길다고 했다.", &["2 Jae-in oi"]),
        (Some("ROK"), "마을 대통령은 다리가 길다고 말했다.", &[]),
        (None, "대통령은 다리가 길다고 말했다.", &[]),
    ] {
        let mut document = korean(&format!("{met}\n\n{sentence}"));
        document.card.side = side.map(str::to_owned);
        check(&document, expect);
    }
}

#[test]
fn an_office_of_two_countries_in_short_is_held_by_those_who_hold_it() {
    let mut document = korean("한미 외교장관은 다리를 짓기로 뜻을 모았다.\n다리도 늘리기로 했다.");
    document.card.published = "2019-05-02".parse().ok();
    check(&document, &["1 Kyung-wha+Pompeo ji", "2 Kyung-wha+Pompeo ji"]);
    document.text = document.text.replace("외교장관은", "외교담당은");
    check(&document, &[]);
}

#[test]
fn what_an_institution_says_of_both_in_a_quotation_is_theirs() {
    let met = "문재인 대통령은 메르켈 총리와 회담했다.";
    check(
        &korean(&format!("{met}\n\n독일 외교부는 두 정상이 “다리를 짓기로 했다”고 설명했다.")),
        &["2 Jae-in+Merkel jd via German Foreign Ministry"],
    );
}

#[test]
fn what_one_decides_where_he_meets_somebody_both_decide_in_korean() {
    check(
        &korean("문재인 대통령은 메르켈 총리와 회담하고 다리를 짓기로 했다.\n다리의 확장을 촉구했다."),
        &["1 Jae-in+Merkel ji", "2 Jae-in+Merkel ji"],
    );
    check(&korean("문재인 대통령은 다리를 짓기로 했다."), &[]);
}

#[test]
fn an_official_whom_nobody_knows_goes_on_with_nobody_in_korean() {
    let words = "메르켈 총리는 다리가 길다고 말했다.\n앞서 갑 1부상은 \"다리가 낮다\"고 주장했다.";
    check(&korean(words), &["1 Merkel ri"]);
}

#[test]
fn whom_a_korean_speaker_asks_to_do_something_does_not_speak() {
    check(
        &korean("메르켈 총리는 다리가 길다고 말했다.\n특히, 양국이 다리를 늘릴 것을 당부했다."),
        &["1 Merkel ri", "2 Merkel ri"],
    );
}

#[test]
fn a_meeting_that_only_passes_by_is_no_room_for_those_who_speak() {
    check(
        &korean(
            "문재인 대통령은 메르켈 총리와 회담했다.\n문재인 대통령은 앞서 시진핑 주석과도 회담했다.\n메르켈 총리는 다리가 길다고 말했다.\n두 정상은 다리를 짓기로 했다.",
        ),
        &["3 Merkel ri", "4 Jae-in+Merkel ji"],
    );
}

#[test]
fn a_korean_pair_is_the_two_who_are_named() {
    check(
        &korean(
            "문재인 대통령은 다리가 길다고 말했다.\n메르켈 독일 총리는 다리가 아름답다고 말했다.\n두 정상은 다리를 짓기로 했다.",
        ),
        &["1 Jae-in ri", "2 Merkel ri", "3 Jae-in+Merkel ji"],
    );
}

#[test]
fn after_somebody_unknown_nobody_goes_on_in_korean() {
    check(
        &korean(
            "메르켈 총리는 다리가 길다고 말했다.\n옆집 아저씨는 다리가 짧다고 말했다.\n이어 다리가 낮다고 덧붙였다.",
        ),
        &["1 Merkel ri"],
    );
}

#[test]
fn single_quotation_marks_end_before_korean_particles() {
    check(
        &korean(
            "메르켈 총리는 ‘긴 다리’라고 말했다.\n다리는 조용하다.\n문재인 대통령은 ‘좋은 다리’라고 말했다.",
        ),
        &["1 Merkel rm", "3 Jae-in rm"],
    );
}

#[test]
fn two_korean_clauses_have_two_speakers() {
    check(
        &korean("메르켈 총리는 \"다리가 길다\"고 평가했고 문재인 대통령은 \"다리가 좋다\"고 말했다."),
        &["1 Merkel rm", "1 Jae-in rm"],
    );
}

#[test]
fn a_title_right_before_a_quotation_is_the_subject_in_korean() {
    let words = "문재인 대통령은 다리가 길다고 말했다.\n이에 메르켈 총리 \"다리가 좋다\"고 화답했다.";
    check(&korean(words), &["1 Jae-in ri", "2 Merkel rd"]);
}

#[test]
fn korean_corner_brackets_are_quotation_marks() {
    check(&korean("메르켈 총리는 『문재인 대통령은 다리를 좋아한다』고 말했다."), &["1 Merkel rd"]);
}

#[test]
fn a_government_relays_in_korean_what_both_did() {
    check(
        &korean("독일은 문재인 대통령과 메르켈 총리의 통화에서 양 정상이 다리의 필요성에 공감했다고 밝혔다."),
        &["1 Jae-in+Merkel ji via Germany"],
    );
}
