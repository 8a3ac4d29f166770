//! Firefox: sizes, schemes and what went on unseen come from its own side, the privileged pages that the
//! browser itself is made of, where WebDriver lets scripts run too.

use std::process::Command;

use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId};

use super::browser::{Browser, PATIENCE};
use super::companion::{Companion, start};
use super::engine::{Driver, Scheme};

/// Services of its own that Firefox would ask the network for, and that geckodriver leaves on.
const OFF: [&str; 5] = [
    "app.normandy.enabled",
    "browser.safebrowsing.downloads.enabled",
    "extensions.getAddons.cache.enabled",
    "network.captive-portal-service.enabled",
    "network.connectivity-service.enabled",
];

/// Keeps every request that a page sends; the browser's own belong to no page.
const WATCH: &str = "Services.console.reset(); window.journeyRequests = []; \
    window.journeyWatch ??= { observe(subject) { \
        const channel = subject.QueryInterface(Ci.nsIHttpChannel); \
        if (channel.loadInfo?.browsingContextID) window.journeyRequests.push(channel.URI.spec); } }; \
    try { Services.obs.removeObserver(window.journeyWatch, 'http-on-modify-request'); } catch {} \
    Services.obs.addObserver(window.journeyWatch, 'http-on-modify-request'); return true;";

/// What Firefox's own console has: errors that scripts threw, and what the page's policy blocked.
const COMPLAINTS: &str = "const all = Services.console.getMessageArray(); Services.console.reset(); \
    return all.flatMap(message => { \
        if (!(message instanceof Ci.nsIScriptError)) return []; \
        const script = message.category === 'content javascript' && !(message.flags & 1); \
        const policy = message.category.startsWith('CSP'); \
        return script || policy ? [`${message.sourceName}: ${message.errorMessage}`] : []; });";

/// A driver of Firefox.
pub(crate) struct Firefox {
    port: u16,
    _driver: Companion,
}

impl Firefox {
    /// Starts it.
    ///
    /// # Errors
    /// Says why it does not start.
    pub(super) fn start() -> Result<Self, String> {
        let program = std::env::var_os("READOUT_GECKODRIVER").unwrap_or_else(|| "geckodriver".into());
        let mut command = Command::new(program);
        command.args(["--port", "0", "--websocket-port", "0", "--allow-system-access"]);
        let (_driver, port) = start(&mut command, PATIENCE, port_in)?;
        Ok(Self { port, _driver })
    }
}

impl Driver for Firefox {
    fn port(&self) -> u16 {
        self.port
    }
    fn capabilities(&self) -> Value {
        let off: Value = OFF.into_iter().map(|name| (name.to_owned(), json!(false))).collect();
        json!({ "browserName": "firefox", "moz:firefoxOptions": { "args": ["-headless"], "prefs": off } })
    }

    fn renew(&self, browser: &Browser) {
        browser.new_tab();
    }

    fn begin(&self, browser: &Browser) {
        self.scheme(browser, Scheme::Light);
        self.size(browser, 1440, 900, false);
        chrome(browser, WATCH, json!([]));
    }

    /// The page itself: the window goes no narrower than 500 px.
    fn size(&self, browser: &Browser, width: u32, height: u32, _phone: bool) {
        let script = "const page = gBrowser.selectedBrowser; const [width, height] = arguments; \
            for (const edge of ['', 'min-', 'max-']) { \
                page.style.setProperty(edge + 'width', width + 'px'); \
                page.style.setProperty(edge + 'height', height + 'px'); } return true;";
        chrome(browser, script, json!([width, height]));
    }

    fn scheme(&self, browser: &Browser, scheme: Scheme) {
        let script = "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0]); \
            return true;";
        let dark_is_0 = i32::from(scheme == Scheme::Light);
        chrome(browser, script, json!([dark_is_0]));
    }

    fn complaints(&self, browser: &Browser) -> Vec<String> {
        list(chrome(browser, COMPLAINTS, json!([])))
    }

    fn requests(&self, browser: &Browser) -> Vec<String> {
        list(chrome(browser, "return window.journeyRequests.splice(0);", json!([])))
    }
}

fn list(value: Value) -> Vec<String> {
    serde_json::from_value(value).expect("the script gives a list of texts")
}

/// Runs a script on the browser's own side.
fn chrome(browser: &Browser, script: &str, arguments: Value) -> Value {
    let script = script.to_owned();
    let arguments = arguments.as_array().cloned().unwrap_or_default();
    browser
        .call(|driver| async move {
            driver.handle().cmd(Side("chrome")).await?;
            let value = driver.execute(script, arguments).await;
            driver.handle().cmd(Side("content")).await?;
            Ok(value?.json().clone())
        })
        .unwrap_or_else(|error| panic!("Firefox's own side: {error}"))
}

/// geckodriver's command for the side that scripts run on.
#[derive(Debug)]
struct Side(&'static str);

impl FormatRequestData for Side {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(http::Method::POST, format!("/session/{session}/moz/context"))
            .add_body(json!({ "context": self.0 }))
    }
}

/// The port in the line that geckodriver prints once it listens.
fn port_in(line: &str) -> Option<u16> {
    line.rsplit_once("Listening on 127.0.0.1:")?.1.trim().parse().ok()
}
