//! A table four times as long takes about four times as long to recognise, whatever it is made of.

use std::time::{Duration, Instant};

use traguardo::file::table::{Grid, Setting, recognise};
use traguardo::plan::{Period, Year};

fn time(rows: &[&[&str]], count: usize) -> Duration {
    let year = |number| Year::new(number).unwrap();
    let setting = Setting { period: Period::new(year(2024), year(2026)).unwrap(), year: year(2024) };
    let rows = rows.iter().cycle().take(count).map(|row| row.iter().copied());
    let grid = Grid::of_rows(rows).unwrap();
    let run = || {
        let begin = Instant::now();
        let import = recognise(&grid, setting).read(&grid, setting);
        assert!(import.entries().count() + import.left_over.len() > 0);
        begin.elapsed()
    };
    // The least of three: others may be at work on the machine.
    [run(), run(), run()].into_iter().min().unwrap()
}

#[test]
fn recognition_takes_as_long_as_the_table_is() {
    let shapes: [(&str, &[&[&str]]); 8] = [
        ("labels with their facts", &[&["Area strategica", "Aiutare le famiglie"]]),
        ("labels of several facts", &[&["Responsabile", "Rossi"], &["Stakeholder", "Famiglie"], &["Costi", "nessuno"]]),
        ("upright indicators", &[&["Indicatore", "Ore"], &["Formula", "Conta"], &["Target 2024", "3"], &["Peso", "5"]]),
        ("repeated headings", &[&["N", "Descrizione", "Target 2024"], &["1", "Ore di apertura", "300"]]),
        (
            "headings one over another",
            &[&["Indicatore", "Target", "Target"], &["Descrizione", "2024", "2025"], &["Ore", "3", "4"]],
        ),
        ("bare rows", &[&["A.1", "Ore di apertura", "300", "X"]]),
        ("openings", &[&["OBIETTIVO OPERATIVO: aprire di più"], &["", "testo"]]),
        ("words", &[&["Servizi alla persona, area anziani e disabili, adulti, minori e famiglie del territorio"]]),
    ];
    for (name, rows) in shapes {
        let (short, long) = (time(rows, 400), time(rows, 1600));
        println!("{name}: 400 rows {short:?}, 1600 rows {long:?}");
        // Four times as long, and twice that for an uneven machine; a square would be sixteen.
        assert!(long < short * 8 + Duration::from_millis(20), "{name}: {short:?}, {long:?}");
    }
}
