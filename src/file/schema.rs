//! The JSON Schema of the file format, generated from the very types that read it.

use schemars::generate::SchemaSettings;

use super::FileError;
use super::json::Envelope;

/// Returns the JSON Schema (draft 2020-12) of plan files, version 1, as published beside the application.
///
/// It holds the shape: fields, kinds of values, bounds. Ids that must be unique, pointers that must lead somewhere and values
/// that must fit each other (bands in rising order, amber below green) are beyond it; [`read`](super::read) checks those.
///
/// # Errors
/// Only [`FileError::NotWritten`], which does not happen.
pub fn schema() -> Result<String, FileError> {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Envelope<'static>>();
    let mut text = serde_json::to_string_pretty(&schema).map_err(|error| FileError::NotWritten(error.to_string()))?;
    text.push('\n');
    Ok(text)
}
