//! The clock on the wall of the office.

use chrono::{NaiveDate, NaiveDateTime};
use js_sys::Date;

/// Returns the local date and time, to the millisecond.
pub fn now() -> NaiveDateTime {
    let date = Date::new_0();
    let year = i32::try_from(date.get_full_year()).unwrap_or_default();
    NaiveDate::from_ymd_opt(year, date.get_month() + 1, date.get_date())
        .and_then(|day| {
            day.and_hms_milli_opt(date.get_hours(), date.get_minutes(), date.get_seconds(), date.get_milliseconds())
        })
        .unwrap_or_default()
}

/// Returns the local date.
pub fn today() -> NaiveDate {
    now().date()
}
