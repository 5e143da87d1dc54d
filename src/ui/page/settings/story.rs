//! What the plan is called, whose it is, which years it covers and which act approved it.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::plan::{Approval, Period, PlanField, Year};
use crate::state::{Workspace, use_workspace};
use crate::ui::widget::{Checked, Input, InputKind};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::Section;

/// The section.
#[component]
pub fn Story() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let title = follow(workspace, |plan| plan.title.clone());
    let body = follow(workspace, |plan| plan.body.name.clone());
    let kind = follow(workspace, |plan| plan.body.kind.clone());
    let notice = follow(workspace, |plan| plan.notice.clone());
    view! {
        <Section id="plan" heading=label!(texts, settings.plan) hint=label!(texts, settings.plan_hint)>
            <div class="fields">
                <div class="wide">
                    <Input value=title on_commit=move |it| workspace.set_plan(PlanField::Title(it)) label=label!(texts, settings.name) />
                </div>
                <Years />
                <div class="most">
                    <Input value=body on_commit=move |it| workspace.set_plan(PlanField::BodyName(it)) label=label!(texts, settings.body) />
                </div>
                <div class="rest">
                    <Input
                        value=kind
                        on_commit=move |it| workspace.set_plan(PlanField::BodyKind(it))
                        label=label!(texts, settings.body_kind)
                    />
                </div>
                <Approved />
                <div class="half">
                    <Input
                        value=notice
                        on_commit=move |it| workspace.set_plan(PlanField::Notice(it))
                        label=label!(texts, settings.notice)
                        hint=label!(texts, settings.notice_hint)
                    />
                </div>
            </div>
        </Section>
    }
}

#[component]
fn Approved() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let approval = Memo::new(move |_| workspace.read(|plan| plan.approval.clone()).unwrap_or_default());
    let act = Signal::derive(move || approval.with(|approval| approval.act.clone()));
    let day =
        Signal::derive(move || approval.with(|approval| approval.date.map(|day| day.to_string()).unwrap_or_default()));
    let set = move |approval: Approval| workspace.set_plan(PlanField::Approval(approval));
    view! {
        <div class="wide">
            <Input
                value=act
                on_commit=move |act| set(Approval { act, ..approval.get_untracked() })
                label=label!(texts, settings.act)
                hint=label!(texts, settings.act_hint)
            />
        </div>
        <div class="half">
            <Input
                value=day
                on_commit=move |day: String| {
                    set(Approval { date: day.parse::<NaiveDate>().ok(), ..approval.get_untracked() });
                }
                label=label!(texts, settings.act_date)
                kind=InputKind::Date
            />
        </div>
    }
}

#[component]
fn Years() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let first = follow(workspace, |plan| plan.period.first().to_string());
    let last = follow(workspace, |plan| plan.period.last().to_string());
    let set = move |period: Option<Period>| match period {
        Some(period) => {
            workspace.set_plan(PlanField::Period(period));
            true
        }
        None => false,
    };
    let take_first = move |words: String| set(workspace.peek(|plan| starting(plan.period, year(&words)?)).flatten());
    let take_last =
        move |words: String| set(workspace.peek(|plan| Period::new(plan.period.first(), year(&words)?).ok()).flatten());
    view! {
        <div class="quarter">
            <Checked
                value=first
                on_commit=take_first
                otherwise=label!(texts, settings.first_year_wrong)
                label=label!(texts, settings.first_year)
            />
        </div>
        <div class="quarter">
            <Checked
                value=last
                on_commit=take_last
                otherwise=label!(texts, settings.last_year_wrong)
                label=label!(texts, settings.last_year)
                hint=label!(texts, settings.years_hint)
            />
        </div>
    }
}

/// Returns the period with another first year; where the last would come before it, or too late, it moves along.
fn starting(period: Period, first: Year) -> Option<Period> {
    let moved = || {
        let length = period.last().number() - period.first().number();
        Period::new(first, Year::new(first.number() + length).ok()?).ok()
    };
    Period::new(first, period.last()).ok().or_else(moved)
}

fn year(words: &str) -> Option<Year> {
    Year::new(words.trim().parse().ok()?).ok()
}

fn follow(workspace: Workspace, look: fn(&crate::plan::Plan) -> String) -> Signal<String> {
    Memo::new(move |_| workspace.read(look).unwrap_or_default()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_first_year_takes_the_last_along() {
        let year = |number| Year::new(number).unwrap();
        let period = Period::new(year(2024), year(2026)).unwrap();
        for (first, last) in [(2025, 2026), (2023, 2026), (2027, 2029), (2010, 2012)] {
            assert_eq!(starting(period, year(first)), Period::new(year(first), year(last)).ok());
        }
    }
}
