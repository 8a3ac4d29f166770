//! A published post, as a reader has it: what its frame shows, how high it is, and what the page lets in.
//!
//! Frames are named by a JavaScript expression in the post that gives the element. Each method waits a while
//! for what it needs and panics, at the line of the test, where it does not come.

use std::ops::RangeInclusive;

use serde_json::{Value, json};

use crate::embed;
use crate::harness::browser::{Browser, Browsers};
use crate::harness::engine::Engine;
use crate::harness::patience::wait;

/// An open post.
pub(crate) struct Post {
    browser: Browser,
}

impl Post {
    /// Opens a post in a browser of its own.
    ///
    /// # Errors
    /// Says why the browser does not start, or does not get there.
    pub(crate) fn open(address: &str) -> Result<Self, String> {
        let post = Self { browser: Browsers::default().take(Engine::Chromium)? };
        let url = address.to_owned();
        let opened = post.browser.call(|driver| async move { driver.goto(url).await });
        opened.map_err(|error| format!("{address}: {error}"))?;
        Ok(post)
    }

    /// Holds that the frame shows the explorer with its documents, and has the rights that `sandbox` gives;
    /// none, and it has them all.
    #[track_caller]
    pub(crate) fn shows(&self, frame: &str, sandbox: Option<&str>) {
        self.until(&format!("Boolean({frame})"), true);
        // Frames wait until they come into sight.
        self.value(&format!("{frame}.scrollIntoView()"));
        assert_eq!(self.value(&format!("{frame}.getAttribute('sandbox')")), json!(sandbox));
        assert_ne!(self.value(&format!("{frame}.title")), json!(""), "the frame has no title");
        self.inside(frame, || {
            self.until("document.documentElement.dataset.state", "ready");
            let (documents, count) = embed::DOCUMENTS;
            self.until(&format!("document.querySelectorAll({}).length", json!(documents)), count);
            let without_origin = sandbox.is_some_and(|rights| !rights.contains("allow-same-origin"));
            assert_eq!(self.value("origin === 'null'"), json!(without_origin), "whether it has no origin");
            let out = "(() => { try { return Boolean(parent.document); } catch { return false; } })()";
            assert_eq!(self.value(out), json!(false), "it sees the post that it is in");
        });
    }

    /// Holds that the frame is as high as what is in it, within `limits` (px), also when the reader's window
    /// becomes as narrow as a phone and what is in it higher.
    #[track_caller]
    pub(crate) fn grows(&self, frame: &str, limits: RangeInclusive<u32>) {
        let wide = self.fits(frame, &limits);
        self.browser.driver().size(&self.browser, 390, 844, true);
        self.until(&format!("{frame}.clientWidth <= 390"), true);
        let narrow = self.fits(frame, &limits);
        assert_ne!(wide, narrow, "what is in the frame is as high on a phone as on a desk");
    }

    /// Waits until the frame is as high as what is in it, within `limits`; gives the height (px) of the content.
    #[track_caller]
    fn fits(&self, frame: &str, limits: &RangeInclusive<u32>) -> u64 {
        let mut seen = (0, 0);
        let fits = wait(|| {
            let inside = "Math.ceil(document.documentElement.getBoundingClientRect().height)";
            let inside = self.inside(frame, || self.value(inside)).as_u64().unwrap_or_default();
            let wanted = inside.clamp((*limits.start()).into(), (*limits.end()).into());
            let height = self.value(&format!("{frame}.clientHeight")).as_u64().unwrap_or_default();
            seen = (height, wanted);
            (height == wanted).then_some(inside)
        });
        fits.unwrap_or_else(|| panic!("the frame is {} px high and should be {}", seen.0, seen.1))
    }

    /// Holds that the post's own policy lets no other page into a frame.
    #[track_caller]
    pub(crate) fn keeps_frames_out(&self) {
        self.value(
            "void (document.addEventListener('securitypolicyviolation', e => document.body.dataset.refused = \
             e.effectiveDirective), document.body.append(Object.assign(document.createElement('iframe'), \
             { src: 'http://127.0.0.1:9/' })))",
        );
        self.until("document.body.dataset.refused", "frame-src");
    }

    /// Holds that the console has no error, and that nothing was asked of anyone but `origins`.
    #[track_caller]
    pub(crate) fn is_quiet(&self, origins: &[&str]) {
        let errors = self.browser.driver().complaints(&self.browser);
        assert!(errors.is_empty(), "the console has errors: {errors:#?}");
        let requests = self.browser.driver().requests(&self.browser);
        let known = |url: &&String| {
            origins.iter().any(|origin| url.starts_with(origin))
                || ["data:", "blob:", "about:"].iter().any(|scheme| url.starts_with(scheme))
        };
        for origin in origins {
            assert!(requests.iter().any(|url| url.starts_with(origin)), "nothing came from {origin}");
        }
        let foreign: Vec<&String> = requests.iter().filter(|url| !known(url)).collect();
        assert!(foreign.is_empty(), "requests left the post and the explorer: {foreign:#?}");
    }

    /// The value of a JavaScript expression.
    #[track_caller]
    pub(crate) fn value(&self, expression: &str) -> Value {
        self.browser.value(expression)
    }

    /// Waits until a JavaScript expression has a value.
    #[track_caller]
    pub(crate) fn until(&self, expression: &str, expect: impl Into<Value>) {
        self.browser.until(expression, expect);
    }

    /// Does something in the frame's own page.
    #[track_caller]
    fn inside<T>(&self, frame: &str, look: impl FnOnce() -> T) -> T {
        let script = format!("return {frame};");
        let entered = self.browser.call(|driver| async move {
            driver.execute(script, Vec::new()).await?.element()?.enter_frame().await
        });
        entered.unwrap_or_else(|error| panic!("no way into {frame}: {error}"));
        let seen = look();
        let left = self.browser.call(|driver| async move { driver.enter_default_frame().await });
        left.unwrap_or_else(|error| panic!("no way out of {frame}: {error}"));
        seen
    }
}
