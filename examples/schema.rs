//! Prints the JSON Schema of the file format; what it prints is kept in `public/schema/traguardo-1.json`.

#![allow(clippy::print_stdout)] // printing is what it is for

use traguardo::file::{self, FileError};

fn main() -> Result<(), FileError> {
    print!("{}", file::schema()?);
    Ok(())
}
