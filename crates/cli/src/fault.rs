//! Faults of Readout itself: a panic in the work on one document costs that document, is told with
//! its place in the source, and does not fill the terminal.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Once;

thread_local! {
    /// Where the guarded work of this thread stopped; `None` outside of guarded work.
    static STOPPED: RefCell<Option<String>> = const { RefCell::new(None) };
}

static HOOK: Once = Once::new();

/// Does the work; where it panics, gives the file and line of the source where it did.
///
/// # Errors
/// The place, as `file.rs:12`.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    HOOK.call_once(|| {
        let others = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let place = info.location().map_or_else(String::new, |location| {
                let file = Path::new(location.file()).file_name().unwrap_or_default();
                format!("{}:{}", file.to_string_lossy(), location.line())
            });
            let guarded = STOPPED.with_borrow_mut(|stopped| stopped.as_mut().map(|at| *at = place).is_some());
            if !guarded {
                others(info);
            }
        }));
    });
    STOPPED.set(Some(String::new()));
    let result = catch_unwind(AssertUnwindSafe(work));
    let place = STOPPED.take().unwrap_or_default();
    result.map_err(|_| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_told_by_its_place_and_goes_no_further() {
        assert_eq!(guarded(|| 1 + 1), Ok(2));
        let line = line!() + 1;
        let stopped = guarded(|| [1, 2].iter().position(|&n| n == 3).unwrap());
        assert_eq!(stopped, Err(format!("fault.rs:{line}")));
        assert_eq!(guarded(|| 3), Ok(3));
    }
}
