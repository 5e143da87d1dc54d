//! Mounts the application; what it shows stands in `traguardo::ui`.

use leptos::mount::mount_to_body;
use traguardo::ui::App;

fn main() {
    console_error_panic_hook::set_once();
    mount_to_body(App);
}
