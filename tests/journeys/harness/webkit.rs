//! WebKitGTK: its driver has no command for schemes and logs. A scheme is a matter of how the browser is
//! started, and its driver does not always survive a second start, so that it stays light. What goes wrong is noted in the page itself, by a few lines that are put into it once it is
//! loaded; breaches of the content security policy are told of afterwards too. What a page asks of another
//! machine comes by a gate that lets nothing through.

use std::cell::RefCell;
use std::net::TcpListener;
use std::process::Command;

use serde_json::{Value, json};

use super::browser::{Browser, PATIENCE};
use super::companion::{Companion, start, start_until};
use super::engine::{Driver, Scheme};
use super::gate::Gate;
use super::patience::wait;

/// A screen that holds the widest window of a journey.
const SCREEN: &str = "1600x1600x24";

/// Of errors; that observers of sizes wait for the next frame is none, though WebKit tells of it as one.
const WATCH: &str = "if (!window.journeyComplaints) { \
    const all = window.journeyComplaints = [], error = console.error; \
    console.error = (...what) => { all.push(what.map(String).join(' ')); error.apply(console, what); }; \
    addEventListener('error', e => /^ResizeObserver loop/.test(e.message) || all.push(e.message ?? `not loaded: ${e.target.src ?? e.target.href}`), true); \
    addEventListener('unhandledrejection', e => all.push(String(e.reason))); \
    new ReportingObserver(all_ => all_.forEach(r => all.push(`${r.type}: ${JSON.stringify(r.body)}`)), \
        { types: ['csp-violation'], buffered: true }).observe(); } return true;";

/// A driver of WebKitGTK, with a screen of its own.
pub(crate) struct WebKit {
    port: u16,
    gate: Gate,
    complaints: RefCell<Vec<String>>,
    requests: RefCell<Vec<String>>,
    _driver: Companion,
    _screen: Companion,
}

impl WebKit {
    /// Starts it.
    ///
    /// # Errors
    /// Says why it does not start.
    pub(super) fn start() -> Result<Self, String> {
        let mut screen = Command::new("Xvfb");
        screen.args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"]);
        let (_screen, display) = start(&mut screen, PATIENCE, |line| line.trim().parse::<u32>().ok())?;
        let port = free_port().map_err(|error| format!("no free port: {error}"))?;
        let mut driver = Command::new("WebKitWebDriver");
        driver.arg(format!("--port={port}")).env("DISPLAY", format!(":{display}"));
        // As Chromium's: under root there is no sandbox.
        driver.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1").env_remove("WAYLAND_DISPLAY");
        let listens = || std::net::TcpStream::connect(("127.0.0.1", port)).is_ok();
        let _driver = start_until(&mut driver, PATIENCE, listens)?;
        let gate = Gate::open().map_err(|error| format!("no gate: {error}"))?;
        Ok(Self {
            port,
            gate,
            complaints: RefCell::default(),
            requests: RefCell::default(),
            _driver,
            _screen,
        })
    }
}

impl Driver for WebKit {
    fn port(&self) -> u16 {
        self.port
    }

    fn capabilities(&self) -> Value {
        let gate = self.gate.address();
        json!({
            "browserName": "MiniBrowser",
            "webkitgtk:browserOptions": { "args": ["--automation"] },
            "proxy": { "proxyType": "manual", "httpProxy": gate, "sslProxy": gate,
                "noProxy": ["127.0.0.1", "localhost"] },
        })
    }

    fn renew(&self, browser: &Browser) {
        browser.new_tab();
    }

    fn begin(&self, browser: &Browser) {
        self.size(browser, 1440, 900, false);
        self.complaints.take();
        self.requests.take();
        self.gate.asked();
    }

    /// The window, whose frame takes a part of it; it goes no narrower than about 450 px. It grows when it comes
    /// to that: until then a part of the page is out of sight, and what is pressed there is not pressed.
    fn size(&self, browser: &Browser, width: u32, height: u32, _phone: bool) {
        let heights = || -> [u32; 2] {
            serde_json::from_value(browser.value("[outerHeight, innerHeight]")).unwrap_or_default()
        };
        let sized = wait(|| {
            let [outer, inner] = heights();
            let frame = outer.saturating_sub(inner);
            browser
                .call(|driver| async move { driver.set_window_rect(0, 0, width, height + frame).await })
                .unwrap_or_else(|error| panic!("the window's size: {error}"));
            (heights()[1] == height).then_some(())
        });
        assert!(sized.is_some(), "the window does not become {height} px high: {:?}", heights());
    }

    fn schemes(&self) -> &'static [Scheme] {
        &[Scheme::Light]
    }

    fn scheme(&self, _browser: &Browser, scheme: Scheme) {
        assert_eq!(scheme, Scheme::Light, "a running WebKit stays light");
    }

    fn loaded(&self, browser: &Browser) {
        browser.run(WATCH, Vec::new());
    }

    fn leaving(&self, browser: &Browser) {
        let seen = browser.run(
            "return [window.journeyComplaints?.splice(0) ?? [], performance.getEntries().map(e => e.name)];",
            Vec::new(),
        );
        let [complaints, requests]: [Vec<String>; 2] =
            serde_json::from_value(seen).expect("the script gives two lists of texts");
        self.complaints.borrow_mut().extend(complaints);
        self.requests.borrow_mut().extend(requests.into_iter().filter(|name| name.contains(':')));
    }

    fn complaints(&self, browser: &Browser) -> Vec<String> {
        self.leaving(browser);
        self.complaints.take()
    }

    fn requests(&self, browser: &Browser) -> Vec<String> {
        self.leaving(browser);
        let mut requests = self.requests.take();
        requests.extend(self.gate.asked());
        requests
    }
}

/// A port that nothing listens on now; the driver takes no 0.
fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
