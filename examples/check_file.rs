//! Says whether a file is a plan that Traguardo can open: prints `ok`, or one sentence that says what is wrong and where.

#![allow(clippy::print_stdout)] // printing is what it is for

use std::env;
use std::fs;
use std::process::ExitCode;

use traguardo::file;

fn main() -> ExitCode {
    let Some(path) = env::args_os().nth(1) else {
        eprintln!("usage: check_file FILE");
        return ExitCode::FAILURE;
    };
    let outcome = match fs::read(&path) {
        Ok(bytes) => file::read(&bytes).map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    match outcome {
        Ok(_) => {
            println!("ok");
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("{}: {sentence}", path.display());
            ExitCode::FAILURE
        }
    }
}
