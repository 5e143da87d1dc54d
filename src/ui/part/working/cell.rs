//! One cell: the words, how they were read, the rule with its numbers, and everything else that bears on the score.

use leptos::prelude::*;

use crate::attainment::{Achieved, CellBasis, CellScore, CellWorking, Outcome, Promise, Source};
use crate::state::use_workspace;
use crate::target::{Certainty, Reading, Target, show_reading, show_target};
use crate::ui::words::text::*;
use crate::ui::words::{obstacle_words, outcome_words, percent, use_language, use_texts};

use super::decided::{Judged, SetAside};
use super::{Voice, notes, rule};

/// One cell, explained.
#[component]
pub(super) fn Cell(basis: CellBasis) -> impl IntoView {
    let score = basis.score.clone();
    let judgement = basis.judgement.clone().map(|judgement| view! { <Judged judgement measured=score.measured /> });
    let standing = basis.standing.clone().map(|standing| view! { <SetAside standing /> });
    view! {
        <div class="cell">
            {standing}
            {judgement}
            <dl>
                <Promised words=basis.target_words promise=score.working.promise.clone() />
                <Reached words=basis.result_words achieved=score.working.result.clone() />
                <Reckoned score />
            </dl>
        </div>
    }
}

/// A row: what it is, and what it says.
fn row(name: impl IntoView, says: impl IntoView) -> impl IntoView {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{says}</dd>
        </div>
    }
}

#[component]
fn Promised(words: String, promise: Option<Promise>) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let read = promise.map(|Promise { target, source, certainty }| {
        let class = chip(target == Target::Words, certainty);
        let shown = Signal::derive(move || show_target(&target, language.get()));
        view! { <ReadAs class shown source certainty /> }
    });
    row(t!(texts, working.target), view! { {quoted(&words, t!(texts, working.no_words))} {read} })
}

#[component]
fn Reached(words: String, achieved: Option<Achieved>) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let read = achieved.map(|Achieved { reading, source, certainty }| {
        let class = chip(reading == Reading::Words, certainty);
        let shown = Signal::derive(move || show_reading(&reading, language.get()));
        view! { <ReadAs class shown source certainty /> }
    });
    row(t!(texts, working.result), view! { {quoted(&words, t!(texts, working.no_result))} {read} })
}

/// The words somebody wrote, or that there are none.
fn quoted(words: &str, nothing: Text) -> AnyView {
    match words.trim() {
        "" => view! { <span class="soft">{nothing}</span> }.into_any(),
        words => format!("«{words}»").into_any(),
    }
}

/// What words were read as, and whence.
#[component]
fn ReadAs(class: &'static str, shown: Signal<String>, source: Source, certainty: Certainty) -> impl IntoView {
    let texts = use_texts();
    view! {
        " "
        <span class=class>{shown}</span>
        " "
        <span class="soft small">{move || notes::source_words(source, certainty, texts)}</span>
    }
}

fn chip(is_words: bool, certainty: Certainty) -> &'static str {
    match (is_words, certainty) {
        (true, _) => "chip words",
        (false, Certainty::Sure) => "chip",
        (false, Certainty::Likely | Certainty::Guess) => "chip doubt",
    }
}

#[component]
fn Reckoned(score: CellScore) -> impl IntoView {
    let (workspace, texts, language) = (use_workspace(), use_texts(), use_language());
    let voice = move || Voice { texts, language: language.get() };
    let CellScore { score: counted, measured, met, .. } = score;
    let working = score.working.clone();
    let (before_scale, told) = (working.before_scale, working.notes);
    let rule = working.rule.map(|applied| {
        let says =
            move || workspace.read(|plan| rule::sentence(applied, &score, &plan.policy, voice())).unwrap_or_default();
        row(t!(texts, working.rule), view! { <span class="sum">{says}</span> })
    });
    let scale = before_scale.map(|before| {
        let says = move || {
            let (before, after) = (percent(Some(before), language.get()), percent(measured, language.get()));
            t_string!(texts, working.scale_says, before = before, after = after)
        };
        row(t!(texts, working.scale), says)
    });
    let met = met.map(|met| {
        let says = move || if met { t_string!(texts, working.met) } else { t_string!(texts, working.not_met) };
        row(t!(texts, working.promise_kept), says)
    });
    let conditions = (!working.parts.is_empty())
        .then(|| row(t!(texts, working.conditions), view! { <Conditions parts=working.parts.clone() /> }));
    let counted = counted.map(|counted| {
        row(
            t!(texts, working.score),
            view! { <span class="strong">{move || percent(Some(counted), language.get())}</span> },
        )
    });
    let told: Vec<_> = told.iter().collect();
    let noted = (!told.is_empty()).then(|| {
        let says = move || {
            let cap = workspace.read(|plan| plan.policy.cap);
            told.iter().map(|note| view! { <li>{notes::note_words(*note, cap, voice())}</li> }).collect_view()
        };
        row(t!(texts, working.notes), view! { <ul>{says}</ul> })
    });
    view! { {conditions} {rule} {scale} {met} {counted} {noted} }
}

/// The conditions of a promise, each explained as a cell of its own.
#[component]
fn Conditions(parts: Vec<CellScore>) -> impl IntoView {
    parts.into_iter().map(|part| view! { <Condition part /> }).collect_view()
}

#[component]
fn Condition(part: CellScore) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let CellWorking { promise, result, .. } = part.working.clone();
    let target = move || promise.as_ref().map(|promise| show_target(&promise.target, language.get()));
    let reached = result.map(|result| {
        let says = move || show_reading(&result.reading, language.get());
        row(t!(texts, working.result), says)
    });
    let outcome = part.outcome;
    let open = (outcome != Outcome::Scored).then(|| {
        let says = move || match outcome {
            Outcome::NotComputable(obstacle) => obstacle_words(obstacle, texts),
            outcome => outcome_words(outcome, texts),
        };
        row(t!(texts, working.state), says)
    });
    view! {
        <dl>
            {row(t!(texts, working.target), target)} {reached} {open}
            <Reckoned score=part />
        </dl>
    }
    .into_any()
}
