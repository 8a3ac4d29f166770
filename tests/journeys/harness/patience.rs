//! Waiting for what a reader waits for.

use std::time::{Duration, Instant};

/// How long a reader would wait at most for what they asked for.
const PATIENCE: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(40);

/// Tries again and again, for as long as a reader would wait.
pub(crate) fn wait<T>(mut attempt: impl FnMut() -> Option<T>) -> Option<T> {
    let start = Instant::now();
    loop {
        if let Some(found) = attempt() {
            return Some(found);
        }
        if start.elapsed() > PATIENCE {
            return None;
        }
        std::thread::sleep(PAUSE);
    }
}
