//! What there is to say: one field a message, so that a language that lacks one does not compile.
//!
//! `{0}`, `{1}` … are holes for what is filled in, in whatever order a language needs them; a
//! comment says what each is. A message with a number is [`Counted`], and its number is `{0}`.

/// A text, with holes where its comment says so.
pub type Text = &'static str;

/// A text with a number, in the forms that the number may call for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// For one, and for whatever else the language takes as singular.
    pub one: Text,
    /// For every other number.
    pub other: Text,
}

impl Counted {
    /// In a language whose nouns have one form.
    pub(super) const fn always(text: Text) -> Self {
        Self { one: text, other: text }
    }
}

/// The texts of a message, for tests that look at all of them.
trait Forms {
    fn forms(self) -> Vec<Text>;
}

impl Forms for Text {
    fn forms(self) -> Vec<Text> {
        vec![self]
    }
}

impl Forms for Counted {
    fn forms(self) -> Vec<Text> {
        vec![self.one, self.other]
    }
}

macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident: $kind:ty,)*) => {
        /// Everything that the app itself says, in one language.
        #[derive(Debug)]
        pub struct Messages {
            $($(#[$doc])* pub $name: $kind,)*
        }

        impl Messages {
            /// Every message by name, with its forms.
            pub fn entries(&self) -> Vec<(&'static str, Vec<Text>)> {
                vec![$((stringify!($name), self.$name.forms()),)*]
            }
        }
    };
}

messages! {
    // Masthead and footer
    /// What Readout is for, beside its name.
    claim: Text,
    /// Label of the switch of languages.
    language_switch: Text,
    /// Switches the page to light.
    light_page: Text,
    /// Switches the page to dark.
    dark_page: Text,
    /// What the corpus holds, where every document tells of a meeting: {0} documents, {1} meetings, {2} years.
    holds_all: Text,
    /// The same where {1} (a number) of {0} documents tell of {2} meetings in {3} years.
    holds_some: Text,
    /// The same where none of {0} documents tells of a meeting.
    holds_none: Text,
    /// The corpus has no account from side {0}.
    lacks_one: Text,
    /// The corpus has no account from sides {0}.
    lacks_few: Text,
    /// The corpus has no account from {0} (a number) sides.
    lacks_many: Text,
    /// How many documents are shown as summaries.
    summaries: Counted,
    /// How marks are made, and what absence means.
    made_by_rules: Text,
    /// Head of the list of warnings.
    left_out: Counted,
    // The page without a corpus
    /// Leads past everything to the documents.
    skip: Text,
    /// Shown while the corpus is opened.
    opening: Text,
    /// Heading where nothing can be opened.
    cannot_open: Text,
    /// The page has no corpus in it.
    no_documents: Text,
    /// What to do about that.
    build_it: Text,
    /// The corpus is no base64.
    not_base64: Text,
    /// The corpus cannot be unpacked; {0} is the browser’s reason.
    cannot_unpack: Text,
    /// The corpus cannot be opened; {0} is the reason.
    cannot_read: Text,
    /// What to do about a damaged corpus.
    reload: Text,
    // Facets and filters
    /// Facet.
    speaker: Text,
    /// Facet: who is named.
    named: Text,
    /// Facet, and a mark.
    topic: Text,
    /// Facet.
    source: Text,
    /// Facet.
    side: Text,
    /// Facet.
    voice: Text,
    /// Facet.
    meeting: Text,
    /// Facet.
    year: Text,
    /// A voice.
    own_side: Text,
    /// A voice.
    other_side: Text,
    /// A voice.
    both_sides: Text,
    /// A voice.
    reported_speaker: Text,
    /// A voice.
    unnamed_speaker: Text,
    /// Of documents without a side.
    no_side: Text,
    /// Of documents without a topic.
    no_topic: Text,
    /// Of documents without a source.
    no_source: Text,
    /// Label of the column of facets.
    filters: Text,
    /// Head of the sheet of facets.
    filter: Text,
    /// Opens the sheet of facets.
    open_filters: Text,
    /// Closes the sheet of facets.
    show_documents: Text,
    /// In the empty field that finds a value.
    find_name: Text,
    /// Label of that field; {0} is the facet.
    find_under: Text,
    /// Only {0} of {1} values are shown.
    cut_list: Text,
    /// Shows fewer values.
    fewer: Text,
    /// Shows all {0} values.
    all_of: Text,
    /// A filter by days.
    days: Text,
    /// Takes all filters back.
    clear_filters: Text,
    /// Takes one filter back: facet {0}, value {1}.
    remove_filter: Text,
    // Documents
    /// Label of the search box.
    search_documents: Text,
    /// In the empty search box. The words of the query language stay as they are.
    search_hint: Text,
    /// A number of documents.
    documents: Counted,
    /// {1} of {0} documents.
    documents_of: Counted,
    /// A number of places where the words stand.
    hits: Counted,
    /// A number of places where words stand in sentences that are not shown.
    hits_not_shown: Counted,
    /// In place of the number where the search failed.
    no_answer: Text,
    /// Label of the list of documents.
    documents_found: Text,
    /// Shows more of {0} documents.
    show_more: Text,
    /// Heading where no document was found.
    nothing_found: Text,
    /// What was searched then: {0} documents.
    searched_all: Text,
    /// Searches again.
    without_filters: Text,
    /// Asks for everything.
    show_everything: Text,
    /// Heading where the index cannot be read.
    index_damaged: Text,
    /// Before a passage of a summary {0}.
    our_summary: Text,
    // Notes under the search box; quoted words come as {0} or {1}
    /// Part of what was asked was looked for only in the sentences shown of a number of excerpts.
    only_shown: Counted,
    /// Words that begin as {0} does were searched: {1}.
    began: Text,
    /// Words {1} near {0} were searched.
    fuzzy: Text,
    /// A quotation mark is open.
    unclosed: Text,
    /// There is no field {0}.
    unknown_field: Text,
    /// A part {0} of the question means nothing.
    ignored: Text,
    /// The question has only words to leave out.
    only_negative: Text,
    /// Facet {0} has no value {1}.
    no_such_value: Text,
    /// A variant {0} of a phrase is in {1} documents.
    variant: Text,
    // The reader
    /// Label of the reader.
    document: Text,
    /// Closes the reader.
    back: Text,
    /// Closes the reader where there is nothing to read.
    back_to_documents: Text,
    /// Heading.
    no_such_document: Text,
    /// A link names a document {0} that there is not.
    link_names: Text,
    /// Heading.
    document_damaged: Text,
    /// What is wrong with it is {0}.
    others_readable: Text,
    /// A day {0} of publication.
    published: Text,
    /// A number of sentences.
    sentences: Counted,
    /// Meetings {0} that a document tells of.
    account_of: Text,
    /// `{0}`: the title of the document that this one mostly repeats.
    copy_of: Text,
    /// What an excerpt is.
    excerpt_note: Text,
    /// What a summary is.
    summary_note: Text,
    /// In place of a number of sentences.
    not_shown: Counted,
    /// The link after it, to where the document was published.
    read_at_source: Text,
    /// A link to where the document was published.
    as_published: Text,
    /// Under a speaker who is not quoted.
    topic_only: Text,
    /// Under a speaker: told by {0}.
    told_by: Text,
    /// Under a speaker: by way of source {0}.
    as_told_by: Text,
    /// In place of the name of a source.
    this_source: Text,
    /// Under speakers who speak together.
    jointly: Text,
    /// Under a speaker without a name.
    nameless: Text,
    /// Under a speaker without a name who tells of {0}.
    nameless_on: Text,
    /// After a speaker’s name, for screen readers.
    ask_why: Text,
    /// Beside sentences that stand in the text twice.
    said_again: Text,
    /// Beside a summary by the publisher.
    publishers_summary: Text,
    /// Beside the words under a picture.
    caption: Text,
    /// The same, where it repeats another.
    caption_again: Text,
    /// Beside the lines under a headline.
    deck: Text,
    /// Label of the switches of layers.
    layers: Text,
    /// A layer.
    layer_search: Text,
    /// A layer.
    layer_statements: Text,
    /// A layer.
    layer_topics: Text,
    /// A layer.
    layer_dates: Text,
    /// A layer.
    layer_people: Text,
    /// A layer.
    layer_organisations: Text,
    /// A layer.
    layer_places: Text,
    /// Head of the key to the lines beside the text.
    whose_voice: Text,
    /// Explains a voice.
    voice_own: Text,
    /// Explains a voice.
    voice_counterpart: Text,
    /// Explains a voice.
    voice_joint: Text,
    /// Explains a voice.
    voice_reported: Text,
    /// Explains a voice.
    voice_unnamed: Text,
    /// Explains the lack of a line.
    narration: Text,
    /// How to read the lines.
    legend_note: Text,
    /// Label of the walk through the hits.
    search_hits: Text,
    /// There is none anywhere.
    no_hit: Text,
    /// {0} in other documents.
    no_hit_here: Text,
    /// Hit {0} of {1} of this document.
    hit_of: Text,
    /// The same, with {2} in all documents.
    hit_of_all: Text,
    /// Goes back a hit.
    previous_hit: Text,
    /// Goes on to the next hit.
    next_hit: Text,
    // Why a mark is there
    /// Closes an explanation or a dialog.
    close: Text,
    /// The same, for screen readers.
    close_explanation: Text,
    /// Head of an explanation.
    why_this_mark: Text,
    /// A mark.
    person: Text,
    /// A mark.
    organisation: Text,
    /// A mark.
    place: Text,
    /// A mark.
    date: Text,
    /// A mark.
    who_speaks: Text,
    /// Speaker {0} in voice {1}.
    speaks: Text,
    /// The same, where earlier words decide.
    speaks_on: Text,
    /// The words {0} as they stand in the text.
    printed_as: Text,
    /// Name {0} of the rule that made the mark.
    by_rule: Text,
    /// An editor made the mark.
    by_editor: Text,
    /// The evidence {0}.
    evidence: Text,
    /// How sure the rule is, in a word {0} and of 100 {1}.
    confidence: Text,
    /// Confidence.
    high: Text,
    /// Confidence.
    fair: Text,
    /// Confidence.
    low: Text,
    /// Takes a filter back.
    remove_this_filter: Text,
    /// Filters by what is marked.
    only_with_it: Text,
    /// Gives an editor the lines that correct the mark, and copies them.
    correct_it: Text,
    /// Names those lines; {0} is the file that they go into.
    lines_for: Text,
    // The timeline
    /// Heading.
    timeline: Text,
    /// Label of the choice of chart or list.
    show_as: Text,
    /// A way to show it.
    chart: Text,
    /// A way to show it.
    list: Text,
    /// What lanes stand for: a choice {0}.
    lanes_by: Text,
    /// In that choice.
    by_source: Text,
    /// In that choice.
    by_side: Text,
    /// In that choice.
    by_kind: Text,
    /// In that choice.
    by_topic: Text,
    /// Label of zoom and pan.
    days_in_view: Text,
    /// Pans.
    earlier: Text,
    /// Zooms.
    zoom_out: Text,
    /// Zooms.
    zoom_in: Text,
    /// Pans.
    later: Text,
    /// Shows all days.
    all: Text,
    /// Label of the first day, a field {0}.
    from: Text,
    /// Label of the last day, a field {0}.
    to: Text,
    /// What a screen reader says of the chart.
    chart_help: Text,
    /// A lane of sources.
    lane_official: Text,
    /// A lane of sources.
    lane_state_media: Text,
    /// A lane of sources.
    lane_agencies: Text,
    /// A lane of sources.
    lane_others: Text,
    /// Lanes without room.
    more_lanes: Counted,
    /// A stretch of {0} without dates.
    folded: Text,
    /// A length.
    long_days: Counted,
    /// A length.
    long_months: Counted,
    /// A length.
    long_years: Counted,
    /// A date {0} on the axis that selects days {1}.
    select_days: Text,
    /// Opens document {0}.
    open: Text,
    /// A number of accounts.
    accounts: Counted,
    /// Accounts {0}, lane {1}, days {2}.
    three: Text,
    /// {0} named dates lie before the days in view.
    before_view: Text,
    /// {0} named dates lie after the days in view.
    after_view: Text,
    /// Head of the dates that texts name.
    dates_named: Text,
    /// Days {1} are named {0} times in {2} documents.
    named_times: Counted,
    /// Days {0}, named with words {1}, in {2} documents.
    named_in: Text,
    /// A number of meetings.
    meetings: Counted,
    /// {1} of {0} meetings.
    meetings_of: Counted,
    /// Meetings that are not shown.
    further_meetings: Counted,
    /// Heading.
    meetings_and_accounts: Text,
    /// A meeting on days {0} at place {1} of people {2}.
    meeting_in: Text,
    /// Who met, where only {0} is named.
    and_others: Text,
    // Sharing, embedding, saving
    /// The button that opens the dialog, and the dialog's heading.
    share: Text,
    /// A field.
    link_to_view: Text,
    /// A button.
    copy: Text,
    /// What was done.
    copied: Text,
    /// Heading.
    embed: Text,
    /// Where the page lies in a folder.
    embed_needs_host: Text,
    /// A layout, and a link to it.
    whole_explorer: Text,
    /// A layout.
    timeline_strip: Text,
    /// A layout.
    documents_list: Text,
    /// A layout.
    one_passage: Text,
    /// The frame with the preview.
    preview: Text,
    /// A field.
    embed_code: Text,
    /// A field.
    embed_element: Text,
    /// A field.
    embed_page: Text,
    /// Heading.
    save_title: Text,
    /// What the file is.
    save_about: Text,
    /// A button.
    save: Text,
    /// What was done.
    saved: Text,
    /// What could not be done.
    not_saved: Text,
    /// A button in an explanation.
    share_passage: Text,
    /// A button under a passage.
    whole_text: Text,
    /// A notice.
    new_version: Text,
    /// A button in that notice.
    reload_now: Text,
    // Everywhere
    /// A name {0} and what it stands for {1}.
    labelled: Text,
    /// Words {0} in quotation marks.
    quoted: Text,
    /// Between two sentences.
    gap: Text,
    /// A kind of source.
    official_readout: Text,
    /// A kind of source.
    state_media: Text,
    /// A kind of source.
    wire_report: Text,
    /// A kind of source.
    report: Text,
}
