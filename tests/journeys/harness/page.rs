//! The page as a reader has it: what can be done, what can be seen, and that it keeps quiet.
//!
//! Each method waits a while for what it needs and panics, at the line of the journey, where it does not come.

use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::By;
use thirtyfour::error::WebDriverResult;

use super::browser::{Browser, Browsers};
use super::chromium::devtools;
use super::corpora::Place;
use super::engine::{Engine, Scheme};
use super::growing::Growing;
use super::patience::wait;

/// An open page.
pub(crate) struct Page {
    browser: Browser,
    place: Place,
}

impl Page {
    /// Opens a place in a browser that has nothing else open.
    ///
    /// # Errors
    /// Says why the browser does not start.
    pub(crate) fn open(browsers: &Browsers, engine: Engine, place: Place) -> Result<Self, String> {
        let page = Self { browser: browsers.take(engine)?, place };
        page.go("");
        Ok(page)
    }

    /// Ends a journey that went well: the browser is free for the next one.
    pub(crate) fn close(self, browsers: &Browsers) {
        browsers.give(self.browser);
    }

    /// Loads the page anew at `hash`, with or without its `#`, and waits until it has settled.
    #[track_caller]
    pub(crate) fn go(&self, hash: &str) {
        self.load(hash);
        self.settled();
    }

    /// Loads the page anew at `hash` and does not wait for the app.
    #[track_caller]
    pub(crate) fn load(&self, hash: &str) {
        let address = &self.place.address;
        let url = match hash.trim_start_matches('#') {
            "" => address.clone(),
            hash => format!("{address}#{hash}"),
        };
        self.browser.driver().leaving(&self.browser);
        // By way of a blank page: a change of the hash alone would not load anything.
        let load = self.browser.call(|driver| async move {
            driver.goto("about:blank").await?;
            driver.goto(url).await
        });
        self.done("load", load);
        self.enter();
        self.browser.driver().loaded(&self.browser);
    }

    /// Reloads the page and waits until it has settled.
    #[track_caller]
    pub(crate) fn reload(&self) {
        self.browser.driver().leaving(&self.browser);
        self.done("reload", self.browser.call(|driver| async move { driver.refresh().await }));
        self.browser.driver().loaded(&self.browser);
        self.settled();
    }

    /// Goes on inside the frame, where there is one: a step of the whole browser leads out of it.
    #[track_caller]
    fn enter(&self) {
        if self.place.framed {
            let enter = self.browser.call(|driver| async move {
                driver.enter_default_frame().await?;
                driver.enter_frame(0).await
            });
            self.done("enter the frame", enter);
        }
    }

    /// Goes a step back in the browser's history.
    #[track_caller]
    pub(crate) fn back(&self) {
        self.done("back", self.browser.call(|driver| async move { driver.back().await }));
        self.enter();
    }

    /// Goes a step forward again.
    #[track_caller]
    pub(crate) fn forward(&self) {
        self.done("forward", self.browser.call(|driver| async move { driver.forward().await }));
        self.enter();
    }

    /// Waits until the app is there, or says that it cannot be.
    #[track_caller]
    pub(crate) fn settled(&self) {
        if !self.place.starts {
            return;
        }
        self.until("['ready', 'failed'].includes(document.documentElement.dataset.state)", true);
    }

    /// The documents of this journey's own place, and what can be done to them.
    #[track_caller]
    pub(crate) fn growing(&self) -> &Growing {
        self.place.growing.as_ref().expect("a journey that changes its documents has its own")
    }

    /// The page's address after `#`.
    #[track_caller]
    pub(crate) fn hash(&self) -> String {
        self.text_of("location.hash")
    }

    /// The value of a JavaScript expression.
    #[track_caller]
    pub(crate) fn value(&self, expression: &str) -> Value {
        self.browser.value(expression)
    }

    /// The value of a JavaScript expression, as text.
    #[track_caller]
    pub(crate) fn text_of(&self, expression: &str) -> String {
        let value = self.value(expression);
        value.as_str().map_or_else(|| value.to_string(), str::to_owned)
    }

    /// Waits until a JavaScript expression has a value.
    #[track_caller]
    pub(crate) fn until(&self, expression: &str, expect: impl Into<Value>) {
        self.browser.until(expression, expect);
    }

    /// Waits until so many elements match a selector.
    #[track_caller]
    pub(crate) fn until_count(&self, selector: &str, expect: u64) {
        self.until(&format!("document.querySelectorAll({}).length", json!(selector)), expect);
    }

    /// Waits until some element matches a selector.
    #[track_caller]
    pub(crate) fn until_there(&self, selector: &str) {
        self.until(&format!("document.querySelector({}) !== null", json!(selector)), true);
    }

    /// The text of each element that matches a selector, in the order of the page.
    #[track_caller]
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        let all =
            format!("[...document.querySelectorAll({})].map(e => e.textContent.trim())", json!(selector));
        serde_json::from_value(self.value(&all)).unwrap_or_default()
    }

    /// Clicks the first element that matches a selector, as a reader would: it has to be in sight, and at rest.
    #[track_caller]
    pub(crate) fn click(&self, selector: &str) {
        self.still(selector);
        self.with_element(selector, |browser, by| {
            browser.call(|driver| async move { driver.find(by).await?.click().await })
        });
    }

    /// Puts text into the field that matches a selector, in place of what is there.
    #[track_caller]
    pub(crate) fn fill(&self, selector: &str, text: &str) {
        self.click(selector);
        self.value(&format!("(e => (e.focus(), e.select()))(document.querySelector({}))", json!(selector)));
        self.press(if text.is_empty() { BACKSPACE } else { text });
    }

    /// Presses keys one after the other, wherever the focus is; see the constants for those without a letter.
    #[track_caller]
    pub(crate) fn press(&self, keys: &str) {
        let (keys, framed) = (keys.to_owned(), self.place.framed);
        let chromium = self.browser.engine() == Engine::Chromium;
        let press = self.browser.call(|driver| async move {
            // Chromium's driver gives the keys of an action to the page, not to a frame in it.
            if framed && chromium {
                driver.active_element().await?.send_keys(keys).await
            } else {
                driver.action_chain().send_keys(keys).perform().await
            }
        });
        self.done("press", press);
    }

    /// Presses a key while another is held.
    #[track_caller]
    pub(crate) fn chord(&self, held: char, key: &str) {
        let key = key.to_owned();
        self.done(
            "chord",
            self.browser.call(|driver| async move {
                driver.action_chain().key_down(held).send_keys(key).key_up(held).perform().await
            }),
        );
    }

    /// Presses Tab until the focus is on an element that matches a selector.
    #[track_caller]
    pub(crate) fn tab_to(&self, selector: &str) {
        let there = format!("document.activeElement?.matches({}) ?? false", json!(selector));
        for _ in 0..300 {
            if self.value(&there) == json!(true) {
                return;
            }
            self.press(TAB);
        }
        panic!("Tab does not reach {selector}\n{}", self.browser.situation());
    }

    /// Points at the middle of an element and clicks, whatever lies on it there: for drawings, whose parts
    /// overlap.
    #[track_caller]
    pub(crate) fn point(&self, selector: &str) {
        self.drag(selector, (0.5, 0.5), (0.5, 0.5));
    }

    /// Drags the pointer between two points inside an element, given as shares of its width and height.
    #[track_caller]
    pub(crate) fn drag(&self, selector: &str, from: (f64, f64), to: (f64, f64)) {
        self.still(selector);
        let area = self.value(&format!(
            "(() => {{ const e = document.querySelector({}); e.scrollIntoView({{ block: 'center' }}); \
             const r = e.getBoundingClientRect(); return [r.x, r.y, r.width, r.height]; }})()",
            json!(selector)
        ));
        let area: [f64; 4] = serde_json::from_value(area)
            .unwrap_or_else(|_| panic!("no place for {selector}\n{}", self.browser.situation()));
        let at = |(x, y): (f64, f64)| ((area[0] + x * area[2]) as i64, (area[1] + y * area[3]) as i64);
        let (from, to) = (at(from), at(to));
        self.done(
            "drag",
            self.browser.call(|driver| async move {
                let short = Some(Duration::from_millis(20));
                let mut chain =
                    driver.action_chain_with_delay(None, short).move_to(from.0, from.1).click_and_hold();
                if from != to {
                    chain = chain.move_to((from.0 + to.0) / 2, (from.1 + to.1) / 2).move_to(to.0, to.1);
                }
                chain.release().perform().await
            }),
        );
    }

    /// Makes the page so many CSS px wide and high, as a phone where `phone` says so. Not every engine goes as
    /// narrow as a phone, and Chromium alone is touched; see each engine's own.
    pub(crate) fn size(&self, width: u32, height: u32, phone: bool) {
        self.browser.driver().size(&self.browser, width, height, phone);
    }

    /// The schemes that this engine can be asked for.
    pub(crate) fn schemes(&self) -> &'static [Scheme] {
        self.browser.driver().schemes()
    }

    /// Asks for light or dark, as the reader's system would. It may take a new page: load it anew afterwards.
    pub(crate) fn scheme(&self, scheme: Scheme) {
        self.browser.driver().scheme(&self.browser, scheme);
    }

    /// What axe-core finds to mend in the page as it stands: each with its rule, and where it is.
    #[track_caller]
    pub(crate) fn violations(&self) -> Vec<String> {
        let file =
            std::env::var_os("READOUT_AXE").expect("READOUT_AXE is axe-core's file; make test installs it");
        let axe =
            std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        self.browser.run(&axe, Vec::new());
        let ask = "const done = arguments[0]; axe.run().then(found => done(found.violations.map(each => \
            `${each.id}: ${each.help}: ` + each.nodes.map(node => `${node.target} ${node.failureSummary}`).join('; '))), \
            error => done([String(error)]))";
        let found = self.browser.call(|driver| async move { driver.execute_async(ask, Vec::new()).await });
        let found = self.done("axe", found).json().clone();
        serde_json::from_value(found).expect("axe gives a list of texts")
    }

    /// Waits until an element stands where it stood two frames ago: a driver that asks where it is, and only
    /// then presses there, misses one that the page is just bringing into view.
    #[track_caller]
    fn still(&self, selector: &str) {
        let script = "const [selector, done] = arguments; \
            const place = () => { const r = document.querySelector(selector)?.getBoundingClientRect(); \
                return r && [r.x, r.y, r.width, r.height].join(); }; \
            const before = place(); \
            requestAnimationFrame(() => requestAnimationFrame(() => done(before !== undefined && before === place())));";
        let at_rest = wait(|| {
            let arguments = vec![json!(selector)];
            let still =
                self.browser.call(|driver| async move { driver.execute_async(script, arguments).await });
            (*self.done("still", still).json() == json!(true)).then_some(())
        });
        assert!(at_rest.is_some(), "{selector} is not there, or not at rest\n{}", self.browser.situation());
    }

    /// Waits until nothing is on the move any more.
    #[track_caller]
    pub(crate) fn rest(&self) {
        self.until("document.getAnimations().every(a => a.playState !== 'running')", true);
        std::thread::sleep(Duration::from_millis(150)); // one more frame, and late layout
    }

    /// The whole page, at most `height` CSS px of it, as PNG. In Chromium alone.
    pub(crate) fn picture(&self, height: u32) -> Vec<u8> {
        let size = "[innerWidth, document.documentElement.scrollHeight]";
        let [width, whole]: [u32; 2] = serde_json::from_value(self.value(size)).unwrap_or([0, 0]);
        let clip = json!({ "x": 0, "y": 0, "width": width, "height": whole.min(height), "scale": 1 });
        let shot = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let shot = devtools(&self.browser, "Page.captureScreenshot", shot);
        thirtyfour::support::base64_decode(shot["data"].as_str().unwrap_or_default())
            .unwrap_or_else(|error| panic!("no picture: {error}"))
    }

    /// Runs a script at the start of every page that is loaded from now on, before the page's own. In Chromium
    /// alone.
    pub(crate) fn beforehand(&self, script: &str) {
        devtools(&self.browser, "Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
    }

    /// Takes errors that the journey meant to cause out of the console.
    pub(crate) fn forgive(&self) {
        self.browser.driver().complaints(&self.browser);
    }

    /// Holds that nothing went wrong unseen: no error in the console (a breach of the content security
    /// policy is among them), and no request to anywhere else.
    #[track_caller]
    pub(crate) fn check_quiet(&self) {
        let errors = self.browser.driver().complaints(&self.browser);
        assert!(errors.is_empty(), "the console has errors: {errors:#?}");

        let requests = self.browser.driver().requests(&self.browser);
        let seen = !requests.is_empty() || self.place.address.starts_with("file:");
        assert!(seen, "no request was seen, not even the page's own");
        let own = |url: &&String| {
            let schemes = ["data:", "blob:", "about:"];
            schemes.iter().any(|scheme| url.starts_with(scheme))
                || self.place.own.iter().any(|own| url.starts_with(own.as_str()))
        };
        let foreign: Vec<&String> = requests.iter().filter(|url| !own(url)).collect();
        assert!(foreign.is_empty(), "requests left the page's own place: {foreign:#?}");
    }

    #[track_caller]
    fn with_element(&self, selector: &str, act: impl Fn(&Browser, By) -> WebDriverResult<()>) {
        let mut last = None;
        let held = wait(|| act(&self.browser, By::Css(selector)).map_err(|error| last = Some(error)).ok());
        assert!(
            held.is_some(),
            "{selector}: {}\n{}",
            last.map(|e| e.to_string()).unwrap_or_default(),
            self.browser.situation()
        );
    }

    #[track_caller]
    fn done<T>(&self, what: &str, result: WebDriverResult<T>) -> T {
        result.unwrap_or_else(|error| panic!("{what}: {error}"))
    }
}

// Keys without a letter, as WebDriver names them.
pub(crate) const TAB: &str = "\u{e004}";
pub(crate) const ENTER: &str = "\u{e007}";
pub(crate) const ESCAPE: &str = "\u{e00c}";
pub(crate) const RIGHT: &str = "\u{e014}";
pub(crate) const SPACE: &str = " ";
pub(crate) const BACKSPACE: &str = "\u{e003}";
pub(crate) const CONTROL: char = '\u{e009}';
pub(crate) const SHIFT: char = '\u{e008}';
