//! What holds for any table and any HTML: no panic, nothing lost, one edit that can be taken back.

use proptest::prelude::*;

use super::{Grid, Import, Layout, Proposal, Setting, propose, read_html, read_text, recognise};
use crate::plan::arbitrary;
use crate::plan::{Period, Plan, Year};

fn setting() -> Setting {
    let year = |number| Year::new(number).unwrap();
    Setting { period: Period::new(year(2024), year(2026)).unwrap(), year: year(2024) }
}

fn ids() -> impl FnMut() -> Option<String> {
    let mut count = 0;
    move || {
        count += 1;
        Some(format!("new-{count}"))
    }
}

/// Cells as tables have them: headings, codes, marks, figures, words, line breaks.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => Just(String::new()),
        6 => prop::sample::select(vec![
            "Descrizione", "Indicatore", "Previsione 2024", "Risultato 2024", "Target 2025", "2026", "N", "Peso", "termine",
            "KPI", "Note", "Obiettivo operativo", "Obiettivo strategico", "Ufficio", "Baseline", "Azione n.", "Codice", "Anno",
            "Scheda 3", "Responsabile", "OBIETTIVO OPERATIVO: x", "Consuntivo", "Area strategica",
        ]).prop_map(str::to_owned),
        4 => prop::sample::select(vec!["1", "A.1", "X", "●", "30/06/24", "65,00%", "Almeno 2", "SI", "-", "11 Realizzazione di"])
            .prop_map(str::to_owned),
        2 => "[a-zà A-Z0-9\\n,;:%/\"<>•]{0,40}",
        1 => "\\PC{0,12}",
    ]
}

fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    prop::collection::vec(prop::collection::vec(cell(), 0..8), 0..14)
}

fn read(grid: &Grid) -> (Layout, Import) {
    let layout = recognise(grid, setting());
    let import = layout.read(grid, setting());
    (layout, import)
}

fn proposed(plan: &Plan, import: &Import) -> Proposal {
    let home = plan.objectives.at(0).map(|objective| objective.id.clone());
    propose(plan, import, home.as_ref(), setting(), &mut ids()).unwrap()
}

proptest! {
    #[test]
    fn law_a_table_written_with_tabs_reads_back(rows in rows()) {
        let plain = |text: &str| text.replace('\r', " ");
        let text = rows.iter().map(|row| {
            let quoted = row.iter().map(|cell| format!("\"{}\"", plain(cell).replace('"', "\"\"")));
            quoted.chain(["\"\"".to_owned()]).collect::<Vec<_>>().join("\t")
        }).collect::<Vec<_>>().join("\n");
        let direct = Grid::of_rows(rows.iter().map(|row| row.iter().map(|cell| plain(cell))));
        // Rows of no cell have no tab between them: nothing then says that a quotation mark stands around a cell.
        prop_assume!(text.contains('\t'));
        let read = read_text(&text).map(|grid| grid.to_string());
        prop_assert_eq!(read, direct.map(|grid| grid.to_string()));
    }

    #[test]
    fn law_nothing_written_goes_by_unseen(rows in rows()) {
        let Ok(grid) = Grid::of_rows(rows) else { return Ok(()) };
        let (layout, import) = read(&grid);
        let mut seen: std::collections::BTreeSet<super::Spot> = import.entries().flat_map(|entry| entry.spots.clone()).collect();
        seen.extend(import.left_over.iter().map(|left| left.spot));
        seen.extend(layout.tables().flat_map(|table| table.head.clone()));
        for part in &layout.parts {
            match part {
                super::Part::Opening(_, spot) => drop(seen.insert(*spot)),
                super::Part::Fact(fact) => {
                    seen.insert(fact.label);
                    seen.insert(fact.value);
                }
                _ => {}
            }
        }
        for (row, cells) in grid.rows().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let says = !super::cell::tidy(&cell.text).is_empty() && !super::cell::is_no(&cell.text)
                    && !matches!(cell.text.trim(), "_" | "===" | "//");
                prop_assert!(!says || seen.contains(&(row, column)), "({row}, {column}) {:?} of\n{grid}", cell.text);
            }
        }
    }

    #[test]
    fn law_an_import_is_one_edit_that_can_be_taken_back(plan in arbitrary::plans(), rows in rows()) {
        let Ok(grid) = Grid::of_rows(rows) else { return Ok(()) };
        let (_, import) = read(&grid);
        let proposal = proposed(&plan, &import);
        let Some(edit) = proposal.edit else { return Ok(()) };
        let mut after = plan.clone();
        let undo = after.apply(edit);
        prop_assert!(undo.is_ok(), "{undo:?}\n{grid}");
        prop_assert!(after.apply(undo.unwrap()).is_ok());
        prop_assert_eq!(after, plan);
    }

    #[test]
    fn law_any_html_is_read_or_refused(html in "(<(/?(table|tr|td|th|p|br|script|style|b|!--|td rowspan=\"[0-9]{1,4}\"|td colspan=[0-9]{1,6}))?>?|[a-z&;<>\"' \\n]{0,6}|--|\\PC){0,60}") {
        if let Ok(grid) = read_html(&html) {
            let (_, import) = read(&grid);
            prop_assert!(grid.width() <= Grid::MAX_COLUMNS && grid.height() <= Grid::MAX_ROWS);
            drop(import);
        }
        drop(read_text(&html));
    }
}
