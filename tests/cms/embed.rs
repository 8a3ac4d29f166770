//! What an author copies into a post.

use serde_json::{Value, json};

use crate::post::Post;

/// What the embed code allows its frame.
pub(crate) const SANDBOX: &str =
    "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";

/// The frame that the element makes, as a JavaScript expression.
pub(crate) const FRAME_OF_ELEMENT: &str =
    "document.querySelector('readout-explorer')?.shadowRoot?.querySelector('iframe')";

/// What stands in the frame's page where it shows the list of documents, and how many of the sample's.
pub(crate) const DOCUMENTS: (&str, u64) = ("#results article[data-document]", 5);

/// The code that an author copies: what the explorer's own dialog for sharing gives for its documents.
#[derive(Debug)]
pub(crate) struct Code {
    /// One line of HTML with a frame.
    pub(crate) line: String,
    /// The element, with its script, and what stands there without it.
    pub(crate) element: String,
    /// The address of the view's own page, for pasting.
    pub(crate) page: String,
    /// What the view is called.
    title: String,
}

impl Code {
    /// Opens the explorer, and the dialog in it.
    ///
    /// # Errors
    /// Says why the browser does not start, or does not get there.
    pub(crate) fn copied(explorer: &str) -> Result<Self, String> {
        let page = Post::open(explorer)?;
        page.until("document.documentElement.dataset.state", "ready");
        page.value("void document.querySelector('#open-share').click()");
        page.until("document.querySelector('#embed-documents') !== null", true);
        page.value("void document.querySelector('#embed-documents').click()");
        page.until("document.querySelector('#embed-frame').value.includes('layout=documents')", true);
        let text = |expression: &str| page.value(expression).as_str().unwrap_or_default().to_owned();
        Ok(Self {
            line: text("document.querySelector('#embed-frame').value"),
            element: text("document.querySelector('#embed-element').value"),
            page: text("document.querySelector('#embed-page').value"),
            title: text("document.title"),
        })
    }

    /// What [`left_over`] gives where a picture with a link is left, and nothing else.
    pub(crate) fn picture_with_link(&self, explorer: &str) -> Value {
        let view = format!("{explorer}#layout=documents");
        json!([2, view, format!("{explorer}card.png"), self.title])
    }
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
