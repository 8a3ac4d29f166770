//! Posts in Ghost, by its owner, through the Admin API that its editor uses.

use reqwest::Method;
use reqwest::header::{COOKIE, ORIGIN};
use serde_json::{Value, json};

use crate::Case;
use crate::embed;
use crate::newsroom::Newsroom;
use crate::post::Post;

pub(crate) const CASES: &[Case] = &[
    ("Ghost: an HTML card with the iframe line shows the explorer, inside its sandbox", line),
    ("Ghost: an HTML card with the element shows the explorer and grows with it", element),
    ("Ghost: a pasted address becomes a frame with the explorer", pasted),
    ("Ghost: a bookmark has the page's title, description and picture", bookmark),
];

const OWNER: &str = "owner@news.example";

/// Ghost, with its owner signed in.
pub(crate) struct Ghost {
    address: String,
    session: String,
}

impl Ghost {
    /// Sets Ghost up as its first screen does: an owner, who signs in, and the newsroom's policy.
    ///
    /// # Errors
    /// Says what Ghost answered.
    pub(crate) fn set_up(address: &str, newsroom: &Newsroom) -> Result<Self, String> {
        let mut ghost = Self { address: address.to_owned(), session: String::new() };
        let password = format!("only for this run, {}", std::process::id());
        let owner =
            json!({ "name": "The owner", "email": OWNER, "password": password, "blogTitle": "The newsroom" });
        ghost.ask(newsroom, Method::POST, "authentication/setup/", Some(json!({ "setup": [owner] })))?;
        let sign_in = json!({ "username": OWNER, "password": password });
        ghost.session = ghost.answer(newsroom, Method::POST, "session/", Some(sign_in))?.cookie;
        // The first post of a new Ghost has a picture from Ghost's own host, as has its front page.
        ghost.ask(newsroom, Method::DELETE, "posts/?filter=slug:coming-soon", None)?;
        // Where the newsroom cannot set a header, it writes its policy into Ghost's "site header".
        let origin = newsroom.explorer().trim_end_matches('/');
        let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"frame-src {origin}\">");
        let settings = json!({ "settings": [
            { "key": "codeinjection_head", "value": policy },
            { "key": "cover_image", "value": "" },
            { "key": "members_signup_access", "value": "none" },
            { "key": "donations_enabled", "value": false },
            { "key": "recommendations_enabled", "value": false },
        ] });
        ghost.ask(newsroom, Method::PUT, "settings/", Some(settings))?;
        Ok(ghost)
    }

    fn ask(
        &self,
        newsroom: &Newsroom,
        method: Method,
        route: &str,
        body: Option<Value>,
    ) -> Result<Value, String> {
        Ok(self.answer(newsroom, method, route, body)?.body)
    }

    fn answer(
        &self,
        newsroom: &Newsroom,
        method: Method,
        route: &str,
        body: Option<Value>,
    ) -> Result<crate::http::Answer, String> {
        let address = format!("{}ghost/api/admin/{route}", self.address);
        let origin = self.address.trim_end_matches('/');
        newsroom.http.ask(method, &address, body.as_ref(), |request| {
            request.header(ORIGIN, origin).header(COOKIE, &self.session)
        })
    }

    /// Publishes a post that is made of one card, and opens it.
    fn publish(&self, newsroom: &Newsroom, title: &str, card: &Value) -> Result<Post, String> {
        let lexical = json!({ "root": {
            "type": "root", "version": 1, "direction": null, "format": "", "indent": 0, "children": [card],
        } });
        let post = json!({ "title": title, "status": "published", "lexical": lexical.to_string() });
        let answer = self.ask(newsroom, Method::POST, "posts/", Some(json!({ "posts": [post] })))?;
        Post::open(answer["posts"][0]["url"].as_str().unwrap_or_default())
    }

    /// What Ghost learns of a page whose address is pasted into a post.
    fn about(&self, newsroom: &Newsroom, page: &str, kind: &str) -> Result<Value, String> {
        let page = page.replace(':', "%3A").replace('/', "%2F");
        self.ask(newsroom, Method::GET, &format!("oembed/?url={page}&type={kind}"), None)
    }
}

fn html(code: &str) -> Value {
    json!({ "type": "html", "version": 1, "html": code })
}

fn line(newsroom: &Newsroom) -> Result<(), String> {
    let ghost = newsroom.ghost()?;
    let post = ghost.publish(newsroom, "With the line", &html(&newsroom.code()?.line))?;
    post.shows("document.querySelector('.gh-content iframe')", Some(embed::SANDBOX));
    post.is_quiet(&[&ghost.address, newsroom.explorer()]);
    post.keeps_frames_out();
    Ok(())
}

fn element(newsroom: &Newsroom) -> Result<(), String> {
    let ghost = newsroom.ghost()?;
    let post = ghost.publish(newsroom, "With the element", &html(&newsroom.code()?.element))?;
    post.shows(embed::FRAME_OF_ELEMENT, Some(embed::SANDBOX));
    post.grows(embed::FRAME_OF_ELEMENT, 1..=u32::MAX);
    post.is_quiet(&[&ghost.address, newsroom.explorer()]);
    post.keeps_frames_out();
    Ok(())
}

fn pasted(newsroom: &Newsroom) -> Result<(), String> {
    let ghost = newsroom.ghost()?;
    let address = newsroom.code()?.page.clone();
    let found = ghost.about(newsroom, &address, "")?;
    assert_eq!(found["type"], "rich", "{found}");
    let card = json!({ "type": "embed", "version": 1, "url": address, "embedType": found["type"],
        "html": found["html"], "metadata": found, "caption": "" });
    let post = ghost.publish(newsroom, "With a pasted address", &card)?;
    post.shows("document.querySelector('.kg-embed-card iframe')", None);
    post.until("document.querySelector('.kg-embed-card blockquote')?.checkVisibility()", false);
    post.is_quiet(&[&ghost.address, newsroom.explorer()]);
    post.keeps_frames_out();
    Ok(())
}

fn bookmark(newsroom: &Newsroom) -> Result<(), String> {
    let ghost = newsroom.ghost()?;
    let address = newsroom.code()?.page.clone();
    let found = ghost.about(newsroom, &address, "bookmark")?;
    assert_eq!(found["type"], "bookmark", "{found}");
    let metadata = &found["metadata"];
    for fact in ["title", "description", "thumbnail"] {
        assert!(metadata[fact].as_str().is_some_and(|fact| !fact.is_empty()), "no {fact}: {found}");
    }
    let card =
        json!({ "type": "bookmark", "version": 1, "url": address, "metadata": metadata, "caption": "" });
    let post = ghost.publish(newsroom, "With a bookmark", &card)?;
    let text = |class| format!("document.querySelector('.kg-bookmark-{class}')?.textContent.trim()");
    post.until(&text("title"), metadata["title"].clone());
    post.until(&text("description"), metadata["description"].clone());
    post.until("document.querySelector('.kg-bookmark-thumbnail img')?.src", metadata["thumbnail"].clone());
    post.until("document.querySelector('.kg-bookmark-thumbnail img').naturalWidth > 0", true);
    // Ghost adds `?ref=` and its own name to links.
    post.until("document.querySelector('a.kg-bookmark-container')?.href.split('?ref=')[0]", address);
    Ok(())
}
