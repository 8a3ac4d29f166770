//! The three engines that journeys are walked in, and what each has to be told in its own way.

use std::fmt::{Display, Formatter, Result as Written};

use serde_json::Value;

use super::browser::Browser;
use super::chromium::Chromium;
use super::firefox::Firefox;
use super::webkit::WebKit;

/// An engine: a browser together with the program that drives it over WebDriver.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Engine {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox ESR, by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, by WebKitWebDriver.
    WebKit,
}

impl Engine {
    /// All of them.
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Starts its driver.
    ///
    /// # Errors
    /// Says what does not start, why, and what to install.
    pub(crate) fn start(self) -> Result<Box<dyn Driver>, String> {
        let (driver, advice): (Result<Box<dyn Driver>, String>, _) = match self {
            Self::Chromium => (
                Chromium::start().map(|driver| Box::new(driver) as _),
                "Chromium and chromedriver of the same version (Debian: chromium, chromium-driver)",
            ),
            Self::Firefox => (
                Firefox::start().map(|driver| Box::new(driver) as _),
                "Firefox (Debian: firefox-esr) and geckodriver (cargo install geckodriver)",
            ),
            Self::WebKit => (
                WebKit::start().map(|driver| Box::new(driver) as _),
                "WebKitGTK's driver and a screen for it (Debian: webkit2gtk-driver, xvfb)",
            ),
        };
        driver.map_err(|error| format!("{error}\ninstall {advice}; as root on Debian, make test does"))
    }
}

impl Display for Engine {
    fn fmt(&self, out: &mut Formatter<'_>) -> Written {
        out.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

/// A driver that runs, and what WebDriver alone does not say or each engine says differently.
pub(crate) trait Driver: Send {
    /// The port that it listens on.
    fn port(&self) -> u16;

    /// What a session is asked for: a browser with an empty profile and no traffic of its own.
    fn capabilities(&self) -> Value;

    /// Makes a browser that has walked a journey as good as a new one.
    fn renew(&self, browser: &Browser);

    /// Makes a new or renewed browser ready for a journey.
    fn begin(&self, browser: &Browser);

    /// Makes the page so many CSS px wide and high, or as near to it as the engine's window goes; as a phone,
    /// which is touched, where `phone` says so and the engine can.
    fn size(&self, browser: &Browser, width: u32, height: u32, phone: bool);

    /// The schemes that it can be asked for while it runs.
    fn schemes(&self) -> &'static [Scheme] {
        &Scheme::ALL
    }

    /// Asks for light or dark, as the reader's system would. The page has to be loaded anew.
    fn scheme(&self, browser: &Browser, scheme: Scheme);

    /// Is told when a page was loaded.
    fn loaded(&self, _browser: &Browser) {}

    /// Is told before a page is left.
    fn leaving(&self, _browser: &Browser) {}

    /// Errors in the console since the last time; breaches of the content security policy are among them.
    fn complaints(&self, browser: &Browser) -> Vec<String>;

    /// The addresses that pages asked for since the last time.
    fn requests(&self, browser: &Browser) -> Vec<String>;
}

/// Light or dark, as the reader's system asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scheme {
    Light,
    Dark,
}

impl Scheme {
    /// Both.
    pub(crate) const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// As CSS names it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}
