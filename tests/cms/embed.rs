//! What an author copies into a post.

use serde_json::{Value, json};

/// What the embed code allows its frame.
pub(crate) const SANDBOX: &str =
    "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";

/// The frame that the element makes, as a JavaScript expression.
pub(crate) const FRAME_OF_ELEMENT: &str =
    "document.querySelector('readout-explorer')?.shadowRoot?.querySelector('iframe')";

/// What stands in the frame's page where it shows the list of documents, and how many of the sample's.
pub(crate) const DOCUMENTS: (&str, u64) = ("#results article[data-document]", 5);

/// One line of HTML with a frame.
pub(crate) fn line(explorer: &str) -> String {
    format!(
        "<iframe src=\"{explorer}\" title=\"Readouts compared\" width=\"100%\" height=\"600\" loading=\"lazy\" \
         style=\"border:0;width:0;min-width:100%\" referrerpolicy=\"no-referrer\" allow=\"clipboard-write; \
         fullscreen\" sandbox=\"{SANDBOX}\"></iframe>"
    )
}

/// The element, with its script, and what stands there without it.
pub(crate) fn element(explorer: &str) -> String {
    format!(
        "<script src=\"{explorer}embed.js\" async></script>\n<readout-explorer src=\"{explorer}\" \
         title=\"Readouts compared\" height=\"600\"><noscript><a href=\"{explorer}\"><img \
         src=\"{explorer}card.png\" alt=\"Readouts compared\"></a></noscript></readout-explorer>"
    )
}

/// The address of a view's own page, for pasting: the list of documents.
pub(crate) fn shared(explorer: &str) -> String {
    format!("{explorer}share/documents.html")
}

/// The link and picture that are left of the code without frames and scripts, as
/// `[elements, address, its picture's address, the picture's text]`; `selector` says where in the page.
pub(crate) fn left_over(selector: &str) -> String {
    let selector = Value::from(selector);
    format!(
        "(() => {{ const all = document.querySelector({selector}), link = all.querySelector('a'); return link && \
         [all.querySelectorAll('*').length, link.href, link.querySelector('img')?.src, \
         link.querySelector('img')?.alt]; }})()"
    )
}

/// What [`left_over`] gives where a picture with a link is left, and nothing else.
pub(crate) fn picture_with_link(explorer: &str) -> Value {
    json!([2, explorer, format!("{explorer}card.png"), "Readouts compared"])
}
