//! Turns the texts of `locales/` into code, so that a missing or misspelt key stops the build.
//! One folder a language, one file a room of the screen; Italian is written first and decides which keys exist.

#[cfg(feature = "app")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    use leptos_i18n_parser::parse_locales::options::{Config, ParseOptions};
    use leptos_i18n_parser::parse_locales::parse_locales;

    let mut rooms = Vec::new();
    for file in std::fs::read_dir("locales/it")? {
        if let Some(room) = file?.path().file_stem().and_then(std::ffi::OsStr::to_str) {
            rooms.push(room.to_owned());
        }
    }
    rooms.sort();
    let config = rooms
        .iter()
        .try_fold(Config::new("it")?.add_locale("en")?, |config, room| config.add_namespace(room))?
        .parse_options(ParseOptions::default().interpolate_display(true));
    let texts = parse_locales(None, config)?;
    println!("cargo::rerun-if-changed=locales");
    let quiet = "#![allow(missing_docs, clippy::all, clippy::pedantic, clippy::restriction)]".parse()?;
    let code = leptos_i18n_codegen::gen_code(&texts, None, false, Some(&quiet), false)?;
    std::fs::write(std::path::Path::new(&std::env::var("OUT_DIR")?).join("texts.rs"), code.to_string())?;
    Ok(())
}

#[cfg(not(feature = "app"))]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
}
