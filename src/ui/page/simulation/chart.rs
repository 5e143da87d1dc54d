//! What every chart has below it: its table, to be read aloud or copied into a spreadsheet.

use leptos::ev::Event;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;

use crate::ui::words::text::*;
use crate::ui::words::use_texts;

/// A table that opens below a chart.
#[component]
pub(super) fn AsTable(
    /// What the table holds.
    #[prop(into)]
    label: Signal<String>,
    /// Its headings.
    heads: Signal<Vec<String>>,
    /// Its rows: a name, then figures.
    rows: Signal<Vec<Vec<String>>>,
) -> impl IntoView {
    let texts = use_texts();
    let open = RwSignal::new(false);
    // A closed table of a thousand rows is not built again with every move.
    let toggle = move |event: Event| {
        let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        open.set(details.is_some_and(|details| details.has_attribute("open")));
    };
    let head =
        move || heads.get().into_iter().map(|head| view! { <th scope="col" class="number">{head}</th> }).collect_view();
    let body = move || {
        let row = |row: Vec<String>| {
            let mut cells = row.into_iter();
            let name = cells.next().unwrap_or_default();
            let cells = cells.map(|cell| view! { <td class="number">{cell}</td> }).collect_view();
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    {cells}
                </tr>
            }
        };
        rows.get().into_iter().map(row).collect_view()
    };
    view! {
        <details class="as-table" on:toggle=toggle>
            <summary>{t!(texts, simulation.as_table)}</summary>
            <Show when=move || open.get()>
                <table aria-label=label>
                    <thead>
                        <tr>
                            <td></td>
                            {head}
                        </tr>
                    </thead>
                    <tbody>{body}</tbody>
                </table>
            </Show>
        </details>
    }
}
