//! A headless Chromium with one tab, driven over WebDriver; it ends with the value.
//!
//! WebDriver is asynchronous and journeys are not: every call waits here.

use std::future::Future;
use std::process::Command;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Capabilities, ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};
use tokio::runtime::{Builder, Runtime};

use super::companion::{Companion, start};

const PATIENCE: Duration = Duration::from_secs(60);

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

/// A browser of its own, with an empty profile.
pub(crate) struct Browser {
    runtime: Runtime,
    driver: Option<WebDriver>,
    _chromedriver: Companion,
}

impl Browser {
    /// Starts chromedriver and Chromium.
    ///
    /// # Errors
    /// Says which of the two does not start, and why.
    pub(crate) fn start() -> Result<Self, String> {
        let advice =
            "install Chromium and chromedriver of the same version (make test does, as root on Debian)";
        let (chromedriver, port) = start(Command::new("chromedriver").arg("--port=0"), PATIENCE, port_in)
            .map_err(|error| format!("{error}\n{advice}"))?;
        let runtime =
            Builder::new_current_thread().enable_all().build().map_err(|error| error.to_string())?;
        let driver = runtime
            .block_on(async { WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities()?).await })
            .map_err(|error| format!("Chromium does not start: {error}\n{advice}"))?;
        Ok(Self { runtime, driver: Some(driver), _chromedriver: chromedriver })
    }

    /// Waits for what `call` asks of the driver.
    pub(crate) fn call<T, F>(&self, call: impl FnOnce(WebDriver) -> F) -> WebDriverResult<T>
    where
        F: Future<Output = WebDriverResult<T>>,
    {
        let driver = self.driver.as_ref().expect("the driver is taken when the browser ends, not before");
        self.runtime.block_on(call(driver.clone()))
    }

    /// Sends a command of the Chrome DevTools protocol.
    pub(crate) fn devtools(&self, method: &'static str, parameters: Value) -> Value {
        self.call(|driver| async move { driver.cdp().send_raw(method, parameters).await })
            .unwrap_or_else(|error| panic!("{method}: {error}"))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(driver) = self.driver.take() {
            let _ = self.runtime.block_on(driver.quit());
        }
    }
}

fn capabilities() -> WebDriverResult<Capabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    for argument in ARGUMENTS {
        wanted.add_arg(argument)?;
    }
    let mut wanted = Capabilities::from(wanted);
    wanted.set("goog:loggingPrefs", json!({ "browser": "ALL", "performance": "ALL" }))?;
    Ok(wanted)
}

/// The port in the line that chromedriver prints once it listens.
fn port_in(line: &str) -> Option<u16> {
    line.strip_prefix("ChromeDriver was started successfully on port ")?.trim_end_matches('.').parse().ok()
}
