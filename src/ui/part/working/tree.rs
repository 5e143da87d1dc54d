//! What stands below a figure: each child with what it weighs and brings, opened down to the cells.

use leptos::html;
use leptos::prelude::*;

use crate::attainment::{self, Working};
use crate::state::use_workspace;
use crate::target::show_rounded;
use crate::ui::part::LightMark;
use crate::ui::words::text::*;
use crate::ui::words::{percent, points, use_language, use_texts, weight};

use super::cell::Cell;
use super::decided::{Judged, SetAside};
use super::{Voice, counts, explained, opening, place, sum};

/// Whether branches start open.
#[derive(Clone, Copy)]
pub(super) struct Unfolded(pub RwSignal<bool>);

/// What a figure is made of.
#[component]
pub(super) fn Basis(working: Working) -> impl IntoView {
    match working.basis {
        attainment::Basis::Folded => ().into_any(),
        attainment::Basis::Cell(cell) => view! { <Cell basis=*cell /> }.into_any(),
        attainment::Basis::SetAside(standing) => view! { <SetAside standing /> }.into_any(),
        attainment::Basis::Mean(_) => view! { <Children working /> }.into_any(),
        attainment::Basis::Judged { ref judgement, ref measured, .. } => {
            let (judgement, attained) = (judgement.clone(), measured.attained);
            // The parts add up to what was measured, not to what was granted.
            let figure = measured.as_ref().clone();
            let parts = Working { figure, ..working };
            view! {
                <Judged judgement measured=attained />
                <Children working=parts />
            }
            .into_any()
        }
    }
}

#[component]
fn Children(working: Working) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let (children, not_due): (Vec<_>, Vec<_>) =
        sum::children(&working).iter().cloned().partition(|child| child.figure.counts.due > 0);
    if children.is_empty() && not_due.is_empty() {
        return view! { <p class="empty">{t!(texts, working.no_children)}</p> }.into_any();
    }
    let (figure, totals) = (working.figure, sum::Totals::of(&children));
    let decimal = move |value| show_rounded(value, 2, language.get());
    let attained = figure.attained;
    let note = move || totals.note(&figure, Voice { texts, language: language.get() });
    view! {
        <div class="branch">
            <p class="line heads" aria-hidden="true">
                <span></span>
                <span>{t!(texts, working.weight)}</span>
                <span>{t!(texts, working.share)}</span>
                <span>{t!(texts, working.counts)}</span>
                <span>{t!(texts, working.attained)}</span>
                <span>{t!(texts, working.brought)}</span>
                <span>{t!(texts, working.state)}</span>
            </p>
            {children.into_iter().map(|working| view! { <Node working /> }).collect_view()}
            <p class="line totals">
                <span>{t!(texts, working.total)}</span>
                <span></span>
                <span>{move || decimal(totals.shares)}</span>
                <span>{move || decimal(totals.counts)}</span>
                <span></span>
                <span>{move || points(attained, language.get())}</span>
                <span></span>
            </p>
            <NotDue children=not_due />
            {move || note().map(|note| view! { <p class="soft small rounding">{note}</p> })}
        </div>
    }
    .into_any()
}

/// Those of which nothing is due in the span, named and no more.
#[component]
fn NotDue(children: Vec<Working>) -> impl IntoView {
    let texts = use_texts();
    let name = |child: &Working| match child.code.trim() {
        "" => child.title.clone(),
        code => code.to_owned(),
    };
    let names: Vec<_> = children.iter().map(name).collect();
    let says = move || t_string!(texts, working.not_due_here, which = names.join(", "));
    (!children.is_empty()).then(|| view! { <p class="soft small rounding">{says}</p> })
}

/// One child; what is below it is made when it is first opened.
#[component]
fn Node(working: Working) -> impl IntoView {
    let (workspace, texts, language) = (use_workspace(), use_texts(), use_language());
    let starts_open = expect_context::<Unfolded>().0.get_untracked();
    let opened = RwSignal::new(starts_open);
    let details = NodeRef::<html::Details>::new();
    let toggled = move |_| {
        if details.get_untracked().is_some_and(|details| details.open()) {
            opened.set(true);
        }
    };
    let held = StoredValue::new(working.clone());
    let below = move || {
        let working = held.get_value();
        // A folded branch is explained by itself; years and parts come with their indicator.
        let working = match &working.basis {
            attainment::Basis::Folded => explained(workspace, &working.place).unwrap_or(working),
            _ => working,
        };
        let said = unlike_its_row(&working)
            .then(|| opening::sentences(&working, workspace.today(), Voice { texts, language: language.get() }));
        view! {
            {said.into_iter().flatten().map(|sentence| view! { <p class="strong">{sentence}</p> }).collect_view()}
            <Basis working />
        }
    };
    view! {
        <details node_ref=details open=starts_open on:toggle=toggled>
            <summary>
                <Line working />
            </summary>
            <div class="below">
                <Show when=move || opened.get()>{below()}</Show>
            </div>
        </details>
    }
    .into_any()
}

/// Whether something other than the rule decided: then a sentence says so first.
fn unlike_its_row(working: &Working) -> bool {
    match &working.basis {
        attainment::Basis::Cell(cell) => cell.judgement.is_some() || cell.score.score.is_none(),
        attainment::Basis::Judged { .. } | attainment::Basis::SetAside(_) => true,
        attainment::Basis::Folded | attainment::Basis::Mean(_) => false,
    }
}

/// One child's figures. Columns are named for those who do not see the heads.
#[component]
fn Line(working: Working) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let title = place::title(&working, texts);
    let Working { code, weight: written, share, counts: among, figure, .. } = working.clone();
    let brought = sum::brought(&working);
    let state = move || match figure.attained {
        Some(_) if figure.counts.due <= 1 => {
            view! { <LightMark value=Signal::stored(figure.official) beside=Signal::stored(figure.attained) /> }
                .into_any()
        }
        _ => counts::state(&figure.counts, texts).into_any(),
    };
    let column = move |name: &'static str, shown: String| {
        view! {
            <span class="number">
                <span class="visually-hidden">{name}" "</span>
                {shown}
            </span>
        }
    };
    view! {
        <span class="line">
            <span class="name">
                {(!code.is_empty()).then(|| view! { <span class="code">{code}" "</span> })} {title}
            </span>
            {move || column(t_string!(texts, working.weight), weight(written, language.get()))}
            {move || column(t_string!(texts, working.share), points(share, language.get()))}
            {move || column(t_string!(texts, working.counts), points(among, language.get()))}
            {move || column(t_string!(texts, working.attained), percent(figure.attained, language.get()))}
            {move || column(t_string!(texts, working.brought), points(brought, language.get()))}
            <span class="state">{state}</span>
        </span>
    }
}
