//! Writes to standard output a valid plan with so many indicators: `generate PLAN_SIZE SEED`.

#[path = "../tests/support/generate.rs"]
mod generate;

use std::error::Error;
use std::io::Write;

use traguardo::file::{self, File};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [size, seed] = arguments.as_slice() else {
        return Err("usage: generate PLAN_SIZE SEED".into());
    };
    let plan = generate::generate(size.parse()?, seed.parse()?);
    let text = file::write(&File::from(plan))?;
    std::io::stdout().lock().write_all(text.as_bytes())?;
    Ok(())
}
