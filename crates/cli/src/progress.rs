//! How far long work is, on standard error; nothing where that is no terminal, or the work is short.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Work in fewer parts than these is done before anyone looks.
const LONG: u64 = 200;

/// A bar for work in this many parts, which can turn out to be more.
pub(crate) fn bar(what: &'static str, length: usize) -> ProgressBar {
    let bar = long(what);
    bar.set_draw_target(ProgressDrawTarget::hidden());
    bar.set_length(0);
    grow(&bar, length);
    bar
}

/// Makes the work of a bar longer.
pub(crate) fn grow(bar: &ProgressBar, by: usize) {
    bar.inc_length(by as u64);
    if bar.is_hidden() && bar.length().is_some_and(|length| length >= LONG) {
        bar.set_draw_target(ProgressDrawTarget::stderr());
    }
}

/// A bar for work whose parts are long, too; who does it knows how many there are.
pub(crate) fn long(what: &'static str) -> ProgressBar {
    let style = ProgressStyle::with_template("{prefix} {bar:30} {pos}/{len}").expect("the template is valid");
    ProgressBar::no_length().with_style(style).with_prefix(what)
}

/// A sign of life for work in this many parts of which it is not known how many are done.
pub(crate) fn spinner(what: &'static str, length: usize) -> ProgressBar {
    if (length as u64) < LONG {
        return ProgressBar::hidden();
    }
    let spinner = ProgressBar::new_spinner().with_message(what);
    spinner.enable_steady_tick(Duration::from_millis(100));
    spinner
}
