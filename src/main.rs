//! Prepares the crash screen and mounts the application; what it shows stands in `traguardo::ui`.

use leptos::mount::mount_to_body;
use traguardo::browser::crash;
use traguardo::ui::App;

fn main() {
    crash::show_when_stopped();
    mount_to_body(App);
}
