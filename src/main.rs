//! Starts the app in the page.

fn main() {
    leptos::mount::mount_to_body(readout_app::app::App);
}
