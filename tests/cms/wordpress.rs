//! Posts in WordPress, by an administrator (who may publish any HTML) and by an author (who may not).

use reqwest::Method;
use serde_json::{Value, json};

use crate::Case;
use crate::embed;
use crate::newsroom::Newsroom;
use crate::post::Post;

pub(crate) const CASES: &[Case] = &[
    ("WordPress: an administrator's iframe line shows the explorer, inside its sandbox", line),
    ("WordPress: an administrator's element shows the explorer and grows with it", element),
    ("WordPress: what is left of an author's embed code is a link and a picture", author),
    ("WordPress: a pasted address becomes a frame that grows by WordPress's own messages", pasted),
];

/// Where the theme puts what the author wrote.
const CONTENT: &str = ".entry-content";

/// Publishes a post as someone and gives WordPress's answer.
fn publish(newsroom: &Newsroom, account: &str, title: &str, content: &str) -> Result<Value, String> {
    let post = json!({ "title": title, "content": content, "status": "publish" });
    ask(newsroom, account, Method::POST, "wp/v2/posts", Some(&post))
}

fn ask(
    newsroom: &Newsroom,
    account: &str,
    method: Method,
    route: &str,
    body: Option<&Value>,
) -> Result<Value, String> {
    let address = format!("{}?rest_route=/{route}", newsroom.wordpress());
    let password = &newsroom.account(account).password;
    let answer =
        newsroom.http.ask(method, &address, body, |request| request.basic_auth(account, Some(password)))?;
    Ok(answer.body)
}

/// A block of the editor that holds HTML as it is written: "Custom HTML".
fn custom_html(html: &str) -> String {
    format!("<!-- wp:html -->\n{html}\n<!-- /wp:html -->")
}

fn link(post: &Value) -> &str {
    post["link"].as_str().unwrap_or_default()
}

fn line(newsroom: &Newsroom) -> Result<(), String> {
    assert!(newsroom.account("administrator").unfiltered_html);
    let content = custom_html(&newsroom.code()?.line);
    let post = publish(newsroom, "administrator", "With the line", &content)?;
    let post = Post::open(link(&post))?;
    post.shows("document.querySelector('.entry-content iframe')", Some(embed::SANDBOX));
    post.is_quiet(&[newsroom.wordpress(), newsroom.explorer()]);
    post.keeps_frames_out();
    Ok(())
}

fn element(newsroom: &Newsroom) -> Result<(), String> {
    let content = custom_html(&newsroom.code()?.element);
    let post = publish(newsroom, "administrator", "With the element", &content)?;
    let post = Post::open(link(&post))?;
    post.shows(embed::FRAME_OF_ELEMENT, Some(embed::SANDBOX));
    post.grows(embed::FRAME_OF_ELEMENT, 1..=u32::MAX);
    post.is_quiet(&[newsroom.wordpress(), newsroom.explorer()]);
    post.keeps_frames_out();
    Ok(())
}

fn author(newsroom: &Newsroom) -> Result<(), String> {
    assert!(!newsroom.account("author").unfiltered_html);
    let explorer = newsroom.explorer();
    // Of a frame nothing is left at all: this is why the element's code holds a link and a picture.
    let post = publish(newsroom, "author", "An author's line", &custom_html(&newsroom.code()?.line))?;
    assert_eq!(post["content"]["rendered"].as_str().map(str::trim), Some(""));
    let post = publish(newsroom, "author", "An author's element", &custom_html(&newsroom.code()?.element))?;
    let post = Post::open(link(&post))?;
    post.until(&embed::left_over(CONTENT), newsroom.code()?.picture_with_link(explorer));
    post.until(&format!("document.querySelector('{CONTENT} img').naturalWidth > 0"), true);
    post.is_quiet(&[newsroom.wordpress(), explorer]);
    Ok(())
}

fn pasted(newsroom: &Newsroom) -> Result<(), String> {
    let address = newsroom.code()?.page.clone();
    let content = format!(
        "<!-- wp:embed {{\"url\":\"{address}\"}} -->\n<figure class=\"wp-block-embed\"><div \
         class=\"wp-block-embed__wrapper\">\n{address}\n</div></figure>\n<!-- /wp:embed -->"
    );
    let post = publish(newsroom, "author", "With a pasted address", &content)?;
    let post = Post::open(link(&post))?;
    let frame = "document.querySelector('.entry-content iframe.wp-embedded-content')";
    post.shows(frame, Some("allow-scripts"));
    // WordPress hides the frame behind a quotation until the frame has told its height.
    post.until("getComputedStyle(document.querySelector('.entry-content blockquote')).display", "none");
    post.until(&format!("{frame}.style.clip"), "");
    post.grows(frame, 200..=1000);
    post.is_quiet(&[newsroom.wordpress(), newsroom.explorer()]);
    post.keeps_frames_out();
    Ok(())
}
