//! Chromium: sizes, schemes and what went on unseen come from its DevTools protocol and its logs.

use std::process::Command;

use serde_json::{Value, json};

use super::browser::{Browser, PATIENCE};
use super::companion::{Companion, start};
use super::engine::{Driver, Scheme};

/// What Chromium is told: no window, no traffic of its own, and no sandbox of its own either, which it
/// refuses to have under root.
const ARGUMENTS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1440,900",
];

/// A driver of Chromium.
pub(crate) struct Chromium {
    port: u16,
    _driver: Companion,
}

impl Chromium {
    /// Starts it.
    ///
    /// # Errors
    /// Says why it does not start.
    pub(super) fn start() -> Result<Self, String> {
        let (_driver, port) = start(Command::new("chromedriver").arg("--port=0"), PATIENCE, port_in)?;
        Ok(Self { port, _driver })
    }
}

impl Driver for Chromium {
    fn port(&self) -> u16 {
        self.port
    }
    fn capabilities(&self) -> Value {
        json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "args": ARGUMENTS },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        })
    }

    fn renew(&self, browser: &Browser) {
        browser.new_tab();
    }

    fn begin(&self, browser: &Browser) {
        self.complaints(browser);
        self.requests(browser);
    }

    fn size(&self, browser: &Browser, width: u32, height: u32, phone: bool) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone });
        devtools(browser, "Emulation.setDeviceMetricsOverride", metrics);
        devtools(browser, "Emulation.setTouchEmulationEnabled", json!({ "enabled": phone }));
    }

    fn scheme(&self, browser: &Browser, scheme: Scheme) {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme.name() }] });
        devtools(browser, "Emulation.setEmulatedMedia", features);
    }

    fn complaints(&self, browser: &Browser) -> Vec<String> {
        let entries = log(browser, "browser").into_iter();
        entries.filter(|(level, _)| level == "SEVERE").map(|(_, message)| message).collect()
    }

    fn requests(&self, browser: &Browser) -> Vec<String> {
        log(browser, "performance").iter().filter_map(|(_, message)| request_in(message)).collect()
    }
}

/// Sends a command of the DevTools protocol.
pub(crate) fn devtools(browser: &Browser, method: &'static str, parameters: Value) -> Value {
    browser
        .call(|driver| async move { driver.cdp().send_raw(method, parameters).await })
        .unwrap_or_else(|error| panic!("{method}: {error}"))
}

/// Levels and messages of a log since it was last asked for.
fn log(browser: &Browser, kind: &'static str) -> Vec<(String, String)> {
    let entries = browser.call(|driver| async move { driver.get_log(kind).await });
    let entries = entries.unwrap_or_else(|error| panic!("the log {kind}: {error}"));
    entries.into_iter().map(|entry| (entry.level, entry.message)).collect()
}

/// The port in the line that chromedriver prints once it listens.
fn port_in(line: &str) -> Option<u16> {
    line.strip_prefix("ChromeDriver was started successfully on port ")?.trim_end_matches('.').parse().ok()
}

/// The address of a request in an entry of the performance log.
fn request_in(message: &str) -> Option<String> {
    let entry: Value = serde_json::from_str(message).ok()?;
    let event = &entry["message"];
    let sent =
        event["method"] == "Network.requestWillBeSent" || event["method"] == "Network.webSocketCreated";
    let url = event["params"]["request"]["url"].as_str().or(event["params"]["url"].as_str());
    url.filter(|_| sent).map(str::to_owned)
}
