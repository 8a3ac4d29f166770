//! A browser that is driven over WebDriver; it ends with the value. Browsers that walked a journey to its end
//! wait for the next one: starting them takes longer than most journeys.
//!
//! WebDriver is asynchronous and journeys are not: every call waits here.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::Future;
use std::sync::Mutex;
use std::time::Duration;

use serde_json::Value;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Capabilities, WebDriver};
use tokio::runtime::{Builder, Runtime};

use super::engine::{Driver, Engine};
use super::patience::wait;

/// How long a driver, or a browser, may take to come up.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);
/// How often a browser that does not come up is started.
const ATTEMPTS: usize = 3;

/// Held while a browser starts: two WebKitWebDrivers that start theirs at one moment get in each other's way,
/// and one of them waits for its browser for ever (1 start in 25; none in 120 since they take turns).
static STARTING: Mutex<()> = Mutex::new(());

/// A browser with one tab and an empty profile.
pub(crate) struct Browser {
    runtime: Runtime,
    engine: Engine,
    session: RefCell<Option<WebDriver>>,
    driver: Box<dyn Driver>,
}

impl Browser {
    /// Starts it. Under load WebKitWebDriver sometimes takes the order and starts no browser (2 in 10, on two
    /// busy cores), and says nothing of it: then a new driver is asked.
    fn start(engine: Engine) -> Result<Self, String> {
        let mut started = Self::try_start(engine);
        for _ in 1..ATTEMPTS {
            started = started.or_else(|_| Self::try_start(engine));
        }
        started
    }

    fn try_start(engine: Engine) -> Result<Self, String> {
        let runtime =
            Builder::new_current_thread().enable_all().build().map_err(|error| error.to_string())?;
        let browser = Self { runtime, engine, session: RefCell::default(), driver: engine.start()? };
        browser.session()?;
        Ok(browser)
    }

    /// Its engine.
    pub(crate) fn engine(&self) -> Engine {
        self.engine
    }

    /// The engine's own ways.
    pub(crate) fn driver(&self) -> &dyn Driver {
        &*self.driver
    }

    /// Begins the session.
    ///
    /// # Errors
    /// Says why the browser does not start.
    fn session(&self) -> Result<(), String> {
        let server = format!("http://127.0.0.1:{}", self.driver.port());
        let mut wanted = Capabilities::new();
        for (name, value) in self.driver.capabilities().as_object().into_iter().flatten() {
            wanted.set(name, value).map_err(|error| error.to_string())?;
        }
        let turn = STARTING.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let session = self
            .runtime
            .block_on(async { WebDriver::builder(server, wanted).request_timeout(PATIENCE).await });
        drop(turn);
        let session = session.map_err(|error| format!("{} does not start: {error}", self.engine))?;
        self.session.replace(Some(session));
        Ok(())
    }

    /// Waits for what `call` asks of the browser.
    pub(crate) fn call<T, F>(&self, call: impl FnOnce(WebDriver) -> F) -> WebDriverResult<T>
    where
        F: Future<Output = WebDriverResult<T>>,
    {
        let session =
            self.session.borrow().clone().expect("a session is taken when the browser ends, not before");
        self.runtime.block_on(call(session))
    }

    /// Runs the body of a JavaScript function in the page.
    ///
    /// # Panics
    /// Where it cannot be run, or throws.
    #[track_caller]
    pub(crate) fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        let script_ = script.to_owned();
        let value = self.call(|driver| async move { driver.execute(script_, arguments).await });
        value.unwrap_or_else(|error| panic!("{script}: {error}")).json().clone()
    }

    /// The value of a JavaScript expression.
    #[track_caller]
    pub(crate) fn value(&self, expression: &str) -> Value {
        self.run(&format!("return ({expression});"), Vec::new())
    }

    /// Waits until a JavaScript expression has a value.
    #[track_caller]
    pub(crate) fn until(&self, expression: &str, expect: impl Into<Value>) {
        let expect = expect.into();
        let mut seen = Value::Null;
        let held = wait(|| {
            seen = self.value(expression);
            (seen == expect).then_some(())
        });
        assert!(held.is_some(), "expected {expect}, got {seen}, from {expression}\n{}", self.situation());
    }

    /// Where the page stands, for the message of a failure.
    pub(crate) fn situation(&self) -> Value {
        self.value(
            "({ address: location.href, state: document.documentElement.dataset.state, \
             focus: document.activeElement?.outerHTML.slice(0, 120), text: document.body.innerText.slice(0, 600) })",
        )
    }

    /// Opens a new tab and closes the one there was.
    pub(crate) fn new_tab(&self) {
        let tab = self.call(|driver| async move {
            let tab = driver.new_tab().await?;
            driver.close_window().await?;
            driver.switch_to_window(tab).await
        });
        tab.unwrap_or_else(|error| panic!("a new tab: {error}"));
    }

    fn end(&self) {
        if let Some(session) = self.session.take() {
            let _ = self.runtime.block_on(session.quit());
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.end();
    }
}

/// Browsers that wait for a journey.
#[derive(Default)]
pub(crate) struct Browsers(Mutex<BTreeMap<Engine, Vec<Browser>>>);

impl Browsers {
    /// One that waits, as good as new, or a new one.
    ///
    /// # Errors
    /// Says why it does not start.
    pub(crate) fn take(&self, engine: Engine) -> Result<Browser, String> {
        let waiting = self.waiting().get_mut(&engine).and_then(Vec::pop);
        let browser = match waiting {
            Some(browser) => {
                browser.driver.renew(&browser);
                browser
            }
            None => Browser::start(engine)?,
        };
        browser.driver.begin(&browser);
        Ok(browser)
    }

    /// Takes one back that is well.
    pub(crate) fn give(&self, browser: Browser) {
        self.waiting().entry(browser.engine).or_default().push(browser);
    }

    fn waiting(&self) -> std::sync::MutexGuard<'_, BTreeMap<Engine, Vec<Browser>>> {
        self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}
