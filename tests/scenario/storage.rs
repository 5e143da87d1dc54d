//! What every place for plans must do, told as scenarios. They run on memory natively and on IndexedDB in a browser.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a failed scenario should stop

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::rc::Rc;

use chrono::{NaiveDate, NaiveDateTime};
use traguardo::file::File;
use traguardo::plan::{
    Edit, ListEdit, Objective, ObjectiveEdit, ObjectiveField, Period, Plan, PlanField, PlanId, Scope, Unit, Year,
};
use traguardo::storage::{
    Answer, Archive, Change, Condition, Decide, Entry, Failing, Fault, FileCopy, HandedOut, Kept, Key, Listing, Opened,
    Record, Shelf, Step, Storage, StorageError,
};

/// A place shared by two archives, as by two tabs, and by a hand that damages it.
#[derive(Clone)]
pub struct Place(pub Rc<dyn Storage>);

impl Storage for Place {
    fn is_lasting(&self) -> bool {
        self.0.is_lasting()
    }
    fn keys<'a>(&'a self, shelf: Shelf, plan: Option<&'a PlanId>) -> Answer<'a, Vec<Key>> {
        self.0.keys(shelf, plan)
    }
    fn read<'a>(&'a self, shelf: Shelf, plan: &'a PlanId, revisions: RangeInclusive<u64>) -> Answer<'a, Vec<Record>> {
        self.0.read(shelf, plan, revisions)
    }
    fn write<'a>(&'a self, plan: &'a PlanId, decide: Decide<'a>) -> Answer<'a, ()> {
        self.0.write(plan, decide)
    }
    fn marks(&self) -> BTreeMap<PlanId, u64> {
        self.0.marks()
    }
    fn mark(&self, plan: &PlanId, revision: u64) {
        self.0.mark(plan, revision);
    }
    fn unmark(&self, plan: &PlanId) {
        self.0.unmark(plan);
    }
}

/// A place whose disk is full: it reads and does not write.
struct Full(Place);

impl Storage for Full {
    fn is_lasting(&self) -> bool {
        self.0.is_lasting()
    }
    fn keys<'a>(&'a self, shelf: Shelf, plan: Option<&'a PlanId>) -> Answer<'a, Vec<Key>> {
        self.0.keys(shelf, plan)
    }
    fn read<'a>(&'a self, shelf: Shelf, plan: &'a PlanId, revisions: RangeInclusive<u64>) -> Answer<'a, Vec<Record>> {
        self.0.read(shelf, plan, revisions)
    }
    fn write<'a>(&'a self, _: &'a PlanId, _: Decide<'a>) -> Answer<'a, ()> {
        Box::pin(std::future::ready(Err(StorageError::Full)))
    }
    fn marks(&self) -> BTreeMap<PlanId, u64> {
        self.0.marks()
    }
    fn mark(&self, _: &PlanId, _: u64) {}
    fn unmark(&self, _: &PlanId) {}
}

impl Place {
    fn archive(&self) -> Archive {
        Archive::new(self.clone())
    }

    async fn revisions(&self, shelf: Shelf, plan: &Plan) -> Vec<u64> {
        let keys = self.keys(shelf, Some(&plan.id)).await.unwrap();
        let mut revisions: Vec<u64> = keys.iter().map(|key| key.revision).collect();
        revisions.dedup();
        revisions
    }

    /// Does something to the records of one value, behind the archive's back.
    async fn damage(&self, shelf: Shelf, plan: &Plan, revision: u64, how: impl Fn(Record) -> Change) {
        let records = self.read(shelf, &plan.id, revision..=revision).await.unwrap();
        assert!(!records.is_empty(), "nothing to damage at {revision}");
        self.write(&plan.id, Box::new(move |_| Ok(records.into_iter().map(how).collect()))).await.unwrap();
    }
}

impl Place {
    /// Copies all there is of a plan.
    async fn all(&self, plan: &PlanId) -> Vec<Record> {
        let mut records = Vec::new();
        for shelf in Shelf::ALL {
            records.extend(self.read(shelf, plan, 0..=u64::MAX).await.unwrap());
        }
        records
    }

    /// Makes a plan's records what they were, whatever was stored since.
    async fn put_back(&self, plan: &PlanId, records: Vec<Record>) {
        let mut changes: Vec<Change> =
            self.all(plan).await.into_iter().map(|record| Change::Delete(record.key)).collect();
        changes.extend(records.into_iter().map(Change::Put));
        self.write(plan, Box::new(move |_| Ok(changes))).await.unwrap();
    }
}

fn flip(mut record: Record) -> Change {
    let middle = record.bytes.len() / 2;
    record.bytes[middle] ^= 0x10;
    Change::Put(record)
}

fn at(minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 3, 2).unwrap().and_hms_opt(10, minute % 60, minute / 60).unwrap()
}

fn year(number: i32) -> Year {
    Year::new(number).unwrap()
}

/// A plan of more than one part: 40 objectives with long texts.
fn plan(id: &str) -> Plan {
    let mut plan = Plan::new(id.into(), Period::new(year(2024), year(2026)).unwrap());
    plan.apply(Edit::Plan(PlanField::Title("Piano della performance «città»".to_owned()))).unwrap();
    for number in 0..40 {
        let mut objective = Objective::new(format!("o{number}").into());
        objective.title = format!("Obiettivo {number}: ridurre i tempi di attesa. ").repeat(30);
        plan.apply(Edit::Objectives(ListEdit::Insert { at: number, item: objective.into() })).unwrap();
    }
    plan
}

/// A plan that is read in no time.
fn small_plan(id: &str) -> Plan {
    let mut plan = Plan::new(id.into(), Period::new(year(2024), year(2026)).unwrap());
    for number in 0..40 {
        let item = Objective::new(format!("o{number}").into());
        plan.apply(Edit::Objectives(ListEdit::Insert { at: number, item: item.into() })).unwrap();
    }
    plan
}

fn retitle(plan: &mut Plan, number: u32) -> Entry {
    let edit = if number.is_multiple_of(3) {
        Edit::Plan(PlanField::Title(format!("Titolo {number}")))
    } else {
        let field = ObjectiveField::Title(format!("Obiettivo riscritto {number}"));
        Edit::Objective { objective: format!("o{}", number % 40).into(), edit: ObjectiveEdit::Field(field) }
    };
    let inverse = plan.apply(edit.clone()).unwrap();
    Entry { at: at(number), step: Step::Made, edit, inverse }
}

/// Makes and stores edits; returns the plan after every one of them.
async fn edit(archive: &Archive, plan: &mut Plan, from: u64, edits: u32) -> Vec<Plan> {
    let mut states = Vec::new();
    let mut revision = from;
    for number in 0..edits {
        let entry = retitle(plan, number);
        revision = archive.commit(plan, revision, &entry).await.unwrap().revision;
        states.push(plan.clone());
    }
    states
}

/// What was stored is what is opened, edit by edit.
pub async fn opens_what_was_stored(place: Place) {
    let archive = place.archive();
    assert_eq!(archive.condition().await.unwrap(), Condition::New);
    let mut plan = plan("p-1");
    assert_eq!(archive.create(&plan, at(0)).await.unwrap().revision, 1);
    assert_eq!(archive.open(&plan.id, at(0)).await.unwrap().plan, plan);

    edit(&archive, &mut plan, 1, 7).await;
    let opened = place.archive().open(&plan.id, at(1)).await.unwrap();
    assert_eq!((opened.plan, opened.revision, opened.recovery), (plan.clone(), 8, None));
    assert_eq!(opened.saved_at, Some(at(6)));
    assert_eq!(archive.condition().await.unwrap(), Condition::Kept);

    let listed = archive.list().await.unwrap();
    let [Listing::Plan(header)] = listed.as_slice() else { panic!("{listed:?}") };
    assert_eq!((&header.title, header.revision, header.objectives), (&plan.title, 8, 40));
    assert_eq!(archive.create(&plan, at(9)).await, Err(StorageError::Exists(plan.id.clone())));
    assert_eq!(archive.open(&"altro".into(), at(9)).await, Err(StorageError::Missing("altro".into())));
}

/// The second of two tabs is refused until it has seen what the first one wrote.
pub async fn refuses_a_stale_edit(place: Place) {
    let (ours, theirs) = (place.archive(), place.archive());
    let mut plan = plan("p-2");
    ours.create(&plan, at(0)).await.unwrap();
    let mut other = plan.clone();
    edit(&ours, &mut plan, 1, 2).await;

    let entry = retitle(&mut other, 5);
    assert_eq!(theirs.commit(&other, 1, &entry).await, Err(StorageError::Stale { actual: 3 }));
    assert_eq!(theirs.replace(&other, 1, at(3)).await, Err(StorageError::Stale { actual: 3 }));
    assert_eq!(theirs.snapshot(&other, 9).await, Err(StorageError::Stale { actual: 3 }));
    assert_eq!(theirs.open(&plan.id, at(3)).await.unwrap().plan, plan);

    let mut seen = theirs.open(&plan.id, at(3)).await.unwrap();
    let entry = retitle(&mut seen.plan, 5);
    assert_eq!(theirs.commit(&seen.plan, seen.revision, &entry).await.unwrap().revision, 4);
    assert_eq!(ours.open(&plan.id, at(3)).await.unwrap().plan, seen.plan);
}

/// An edit that was stored though its answer got lost is found to be stored when it comes again; another edit in its place is
/// stale.
pub async fn an_edit_without_an_answer_is_not_stored_twice(place: Place) {
    let failing = Rc::new(Failing::over(place));
    let archive = Archive::new(Place(Rc::<Failing<Place>>::clone(&failing)));
    let mut plan = plan("p-15");
    archive.create(&plan, at(0)).await.unwrap();
    let mut other = plan.clone();
    let entry = retitle(&mut plan, 1);

    failing.fail_at(0, Fault::Unanswered);
    assert!(matches!(archive.commit(&plan, 1, &entry).await, Err(StorageError::Other { .. })));
    assert!(!failing.is_planned(), "it has failed");
    assert_eq!(archive.commit(&plan, 1, &entry).await.unwrap().revision, 2);
    let entry = retitle(&mut other, 2);
    assert_eq!(archive.commit(&other, 1, &entry).await, Err(StorageError::Stale { actual: 2 }));
    let opened = archive.open(&plan.id, at(3)).await.unwrap();
    assert_eq!((opened.plan, opened.revision, opened.recovery), (plan, 2, None));
}

/// What went out and what may be edited in a copy outlive edits, and a damaged header.
pub async fn knows_copies(place: Place) {
    let archive = place.archive();
    let mut home = plan("p-22");
    home.units.push(Unit::new("minori".into())).unwrap();
    archive.create(&home, at(0)).await.unwrap();
    let handed = |state: &str, minute| HandedOut {
        state: state.into(),
        revision: 1,
        units: vec!["minori".into()],
        at: at(minute),
        returned: None,
    };
    archive.note_handed(&home.id, handed("a", 1)).await.unwrap();
    archive.note_handed(&home.id, handed("b", 2)).await.unwrap();
    archive.note_handed(&home.id, handed("a", 3)).await.unwrap();
    edit(&archive, &mut home, 1, 3).await;
    archive.note_returned(&home.id, &[("b".into(), vec!["minori".into()])], Some(at(9))).await.unwrap();
    let header = archive.header(&home.id).await.unwrap();
    assert_eq!(header.handed, [HandedOut { returned: Some(at(9)), ..handed("b", 2) }, handed("a", 3)]);
    for count in 0..70 {
        archive.note_handed(&home.id, handed(&format!("n{count}"), 4)).await.unwrap();
    }
    assert_eq!(archive.header(&home.id).await.unwrap().handed.len(), 60, "the oldest are forgotten");
    let written = archive.written_since(&home.id, 2).await.unwrap();
    assert_eq!(written.len(), 2, "of three edits the last two: {written:?}");

    // An office's copy, in another browser as it were.
    let mut office = plan("p-23");
    office.units.push(Unit::new("minori".into())).unwrap();
    let extract = File::extract(&office, Some("a".into()), Scope::new(vec!["minori".into()]));
    archive.create_from(&extract, at(0)).await.unwrap();
    assert_eq!(archive.create_from(&extract, at(0)).await, Err(StorageError::Exists(office.id.clone())));
    let base = office.clone();
    edit(&archive, &mut office, 1, 2).await;
    let origin = archive.header(&office.id).await.unwrap().origin;
    assert_eq!(origin.as_ref().and_then(|origin| origin.scope.as_ref()), extract.scope.as_ref());
    assert_eq!(archive.base(&office.id).await.unwrap(), Some(base));
    place.damage(Shelf::Headers, &office, 0, flip).await;
    archive.open(&office.id, at(5)).await.unwrap();
    assert_eq!(archive.header(&office.id).await.unwrap().origin, origin, "what may be edited is known a second time");
    let newer = File::extract(&office, Some("c".into()), Scope::new(vec!["minori".into()]));
    archive.renew_origin(&newer).await.unwrap();
    assert_eq!(archive.header(&office.id).await.unwrap().origin.unwrap().parents, ["c".into()]);
    assert_eq!(archive.base(&office.id).await.unwrap(), Some(office));
}

/// A removed plan is only marked, and writing in it brings it back.
pub async fn removes_without_deleting(place: Place) {
    let archive = place.archive();
    let mut plan = plan("p-3");
    archive.create(&plan, at(0)).await.unwrap();
    archive.remove(&plan.id, at(1)).await.unwrap();
    assert_eq!(archive.header(&plan.id).await.unwrap().removed_at, Some(at(1)));
    archive.restore(&plan.id).await.unwrap();
    assert_eq!(archive.header(&plan.id).await.unwrap().removed_at, None);
    archive.remove(&plan.id, at(2)).await.unwrap();
    let copy = FileCopy { revision: 1, at: at(2) };
    archive.note_file_copy(&plan.id, copy).await.unwrap();
    edit(&archive, &mut plan, 1, 1).await;
    let header = archive.header(&plan.id).await.unwrap();
    assert_eq!((header.removed_at, header.file_copy, header.revision), (None, Some(copy), 2));
    assert_eq!(archive.remove(&"altro".into(), at(1)).await, Err(StorageError::Missing("altro".into())));
}

/// After many edits the plan is written whole now and then, and few snapshots are kept.
pub async fn writes_the_plan_whole_now_and_then(place: Place) {
    let archive = place.archive();
    let mut plan = plan("p-4");
    let mut revision = archive.create(&plan, at(0)).await.unwrap().revision;
    let mut snapshots = vec![1];
    for number in 0..330 {
        let entry = retitle(&mut plan, number);
        let saved = archive.commit(&plan, revision, &entry).await.unwrap();
        revision = saved.revision;
        if saved.snapshot_due {
            archive.snapshot(&plan, revision).await.unwrap();
            snapshots.push(revision);
        }
    }
    assert_eq!(snapshots.len(), 7, "{snapshots:?}");
    let kept = place.revisions(Shelf::Snapshots, &plan).await;
    assert_eq!(kept, [snapshots[0], snapshots[4], snapshots[5], snapshots[6]]);
    let opened = archive.open(&plan.id, at(1)).await.unwrap();
    assert_eq!((opened.plan, opened.revision, opened.recovery), (plan.clone(), 331, None));

    // The newest ones damaged, an older one still leads to the same plan.
    for revision in &kept[2..] {
        place.damage(Shelf::Snapshots, &plan, *revision, flip).await;
    }
    let opened = archive.open(&plan.id, at(1)).await.unwrap();
    assert_eq!((opened.plan, opened.revision, opened.snapshot_due), (plan.clone(), 331, true));
    assert_eq!(opened.recovery.unwrap().lost, 0);
}

/// Any revision can be had again as long as what leads to it can be read; if not, that is said, and nothing is made up.
pub async fn gives_back_every_revision(place: Place) {
    let archive = place.archive();
    let mut plan = plan("p-10");
    archive.create(&plan, at(0)).await.unwrap();
    let mut states = vec![plan.clone()];
    states.extend(edit(&archive, &mut plan, 1, 12).await);
    archive.snapshot(&states[5], 6).await.unwrap();
    for (revision, state) in (1..).zip(&states) {
        assert_eq!(archive.at(&plan.id, revision).await.as_ref(), Ok(state), "revision {revision}");
    }
    for revision in [0, 14, u64::MAX] {
        assert_eq!(archive.at(&plan.id, revision).await, Err(StorageError::NoSuchRevision { revision }));
    }
    assert_eq!(archive.at(&"altro".into(), 1).await, Err(StorageError::Missing("altro".into())));

    // A damaged snapshot is gone round; a damaged entry cuts off what comes after it, up to the next snapshot.
    place.damage(Shelf::Snapshots, &plan, 6, flip).await;
    assert_eq!(archive.at(&plan.id, 9).await.as_ref(), Ok(&states[8]));
    place.damage(Shelf::Journal, &plan, 8, flip).await;
    assert_eq!(archive.at(&plan.id, 7).await.as_ref(), Ok(&states[6]));
    assert!(matches!(archive.at(&plan.id, 8).await, Err(StorageError::Damaged { .. })));
    assert!(matches!(archive.at(&plan.id, 9).await, Err(StorageError::Damaged { .. })));

    // What was mended stays within reach when many snapshots have come after it.
    let mut mended = archive.open(&plan.id, at(30)).await.unwrap();
    assert_eq!((&mended.plan, mended.revision), (&states[6], 14));
    let mut later = Vec::new();
    for number in 0..6 {
        let entry = retitle(&mut mended.plan, number);
        mended.revision = archive.commit(&mended.plan, mended.revision, &entry).await.unwrap().revision;
        archive.snapshot(&mended.plan, mended.revision).await.unwrap();
        later.push(mended.plan.clone());
    }
    assert_eq!(place.revisions(Shelf::Snapshots, &plan).await, [1, 14, 18, 19, 20]);
    assert_eq!(archive.at(&plan.id, 14).await.as_ref(), Ok(&states[6]));
    for (revision, state) in (15..).zip(&later) {
        assert_eq!(archive.at(&plan.id, revision).await.as_ref(), Ok(state), "revision {revision}");
    }
}

/// The versions are listed with when they were written and what is kept of them.
pub async fn lists_the_versions(place: Place) {
    let archive = place.archive();
    let mut plan = plan("p-11");
    archive.create(&plan, at(0)).await.unwrap();
    let states = edit(&archive, &mut plan, 1, 9).await;
    archive.snapshot(&states[5], 7).await.unwrap();
    place.damage(Shelf::Journal, &plan, 5, flip).await;
    let past = archive.past(&plan.id, None).await.unwrap();
    assert_eq!((past.before, past.quarantined), (None, 0));
    let versions: Vec<_> = past.sittings.iter().flat_map(|sitting| &sitting.versions).collect();
    let kept: Vec<_> = versions.iter().map(|version| (version.revision, version.kept)).collect();
    use Kept::{Edit as Step, Nothing, Whole};
    assert_eq!(
        kept,
        [
            (10, Step),
            (9, Step),
            (8, Step),
            (7, Whole),
            (6, Nothing),
            (5, Nothing),
            (4, Step),
            (3, Step),
            (2, Step),
            (1, Whole)
        ]
    );
    for version in versions {
        assert_eq!(archive.at(&plan.id, version.revision).await.is_ok(), version.kept != Nothing, "{version:?}");
    }
    assert_eq!(
        archive.past(&plan.id, Some(4)).await.unwrap().sittings.iter().map(|s| s.versions.len()).sum::<usize>(),
        3
    );
}

/// Where the journal is damaged the plan is as it was just before, the loss is told, and work goes on.
pub async fn comes_back_as_far_as_it_can_be_trusted(place: Place) {
    let archive = place.archive();
    let mut plan = plan("p-5");
    archive.create(&plan, at(0)).await.unwrap();
    let states = edit(&archive, &mut plan, 1, 10).await;
    place.damage(Shelf::Journal, &plan, 8, flip).await;
    let broken = place.read(Shelf::Journal, &plan.id, 8..=8).await.unwrap();

    let opened = archive.open(&plan.id, at(20)).await.unwrap();
    assert_eq!(opened.plan, states[5], "the state of revision 7");
    let recovery = opened.recovery.unwrap();
    assert_eq!((recovery.lost, recovery.until, recovery.stored, recovery.quarantined), (4, Some(at(5)), true, 1));
    assert_eq!(opened.revision, 12);

    let mut mended = opened.plan;
    edit(&archive, &mut mended, 12, 3).await;
    let opened = archive.open(&plan.id, at(30)).await.unwrap();
    assert_eq!((opened.plan, opened.revision, opened.recovery), (mended, 15, None));
    let kept = place.read(Shelf::Quarantine, &plan.id, 0..=u64::MAX).await.unwrap();
    assert!(kept[0].bytes.ends_with(&broken[0].bytes), "the damaged record is kept as it was");
    assert_eq!((archive.quarantined(&plan.id).await, broken.len()), (Ok(1), 1));
}

/// On a full disk a damaged plan can still be read, and no edit goes astray: edits are refused until the mended plan is
/// stored, and then all is well.
pub async fn reads_a_damaged_plan_on_a_full_disk(place: Place) {
    let mut plan = plan("p-9");
    place.archive().create(&plan, at(0)).await.unwrap();
    let states = edit(&place.archive(), &mut plan, 1, 4).await;
    place.damage(Shelf::Journal, &plan, 4, flip).await;

    let full = Archive::new(Full(place.clone()));
    let mut opened = full.open(&plan.id, at(9)).await.unwrap();
    assert_eq!(opened.plan, states[1]);
    let recovery = opened.recovery.unwrap();
    assert_eq!((recovery.lost, recovery.stored), (2, false));
    let entry = retitle(&mut opened.plan, 7);
    assert_eq!(full.commit(&opened.plan, opened.revision, &entry).await, Err(StorageError::Full));
    let refused = place.archive().commit(&opened.plan, opened.revision, &entry).await;
    assert_eq!(refused, Err(StorageError::Stale { actual: 5 }));

    let mut opened = place.archive().open(&plan.id, at(9)).await.unwrap();
    let entry = retitle(&mut opened.plan, 7);
    place.archive().commit(&opened.plan, opened.revision, &entry).await.unwrap();
    let again = place.archive().open(&plan.id, at(9)).await.unwrap();
    assert_eq!((again.plan, again.recovery), (opened.plan, None));
}

/// A missing part, a missing entry, a damaged or missing header: never a wrong plan.
pub async fn never_opens_a_wrong_plan(place: Place) {
    let archive = place.archive();
    let delete = |record: Record| Change::Delete(record.key);
    let mut plan = plan("p-6");
    archive.create(&plan, at(0)).await.unwrap();
    edit(&archive, &mut plan, 1, 4).await;

    place.damage(Shelf::Headers, &plan, 0, flip).await;
    assert_eq!(archive.list().await.unwrap(), [Listing::Damaged(plan.id.clone())]);
    let entry = Entry { at: at(1), step: Step::Made, edit: Edit::Several(vec![]), inverse: Edit::Several(vec![]) };
    assert!(matches!(archive.commit(&plan, 5, &entry).await, Err(StorageError::Damaged { .. })));
    assert!(matches!(archive.create(&plan, at(1)).await, Err(StorageError::Exists(_))));
    let opened = archive.open(&plan.id, at(1)).await.unwrap();
    assert_eq!((&opened.plan, opened.revision, opened.recovery.unwrap().lost), (&plan, 6, 0));

    place.damage(Shelf::Headers, &plan, 0, delete).await;
    let opened = archive.open(&plan.id, at(1)).await.unwrap();
    assert_eq!((&opened.plan, opened.revision), (&plan, 7));
    assert_eq!(archive.header(&plan.id).await.unwrap().title, plan.title);
    assert_eq!(archive.quarantined(&plan.id).await, Ok(1), "the damaged header");
    let steps = archive.steps(&plan.id, 7, 500).await.unwrap();
    assert_eq!(steps.len(), 6, "four edits and two mendings: what was done can still be undone");
    assert_eq!(archive.steps(&plan.id, 7, 3).await.unwrap(), steps[3..]);
    assert_eq!(archive.at(&plan.id, 3).await.unwrap().title, "Titolo 0");

    for revision in [6, 7] {
        place
            .damage(Shelf::Snapshots, &plan, revision, |record| {
                if record.key.part == 1 { Change::Delete(record.key) } else { Change::Put(record) }
            })
            .await;
    }
    let opened = archive.open(&plan.id, at(1)).await.unwrap();
    assert_eq!(opened.plan, plan, "from the first snapshot and the journal");

    for revision in place.revisions(Shelf::Snapshots, &plan).await {
        place.damage(Shelf::Snapshots, &plan, revision, flip).await;
    }
    assert!(matches!(archive.open(&plan.id, at(1)).await, Err(StorageError::Damaged { .. })));
}

/// An emptied place is told from a new one until somebody has seen it.
pub async fn tells_emptied_from_new(place: Place) {
    let archive = place.archive();
    assert_eq!(archive.condition().await.unwrap(), Condition::New);
    let plan = plan("p-7");
    archive.create(&plan, at(0)).await.unwrap();
    for (shelf, revision) in [(Shelf::Headers, 0), (Shelf::Snapshots, 1)] {
        place.damage(shelf, &plan, revision, |record| Change::Delete(record.key)).await;
    }
    assert_eq!(archive.condition().await.unwrap(), Condition::Emptied);
    archive.accept_gone().await.unwrap();
    assert_eq!(archive.condition().await.unwrap(), Condition::New);
}

/// One plan of two gone is an alarm too, and only that one is forgotten.
pub async fn tells_when_one_of_two_plans_is_gone(place: Place) {
    let archive = place.archive();
    let (gone, kept) = (plan("p-10"), plan("p-11"));
    for plan in [&gone, &kept] {
        archive.create(plan, at(0)).await.unwrap();
    }
    assert_eq!(archive.condition().await.unwrap(), Condition::Kept);
    for (shelf, revision) in [(Shelf::Headers, 0), (Shelf::Snapshots, 1)] {
        place.damage(shelf, &gone, revision, |record| Change::Delete(record.key)).await;
    }
    assert_eq!(archive.condition().await.unwrap(), Condition::Reduced);
    archive.accept_gone().await.unwrap();
    assert_eq!(archive.condition().await.unwrap(), Condition::Kept);
    assert_eq!(place.marks().into_iter().collect::<Vec<_>>(), [(kept.id, 1)]);
}

/// A browser that drops the end of a damaged log goes back to an older state, whole in itself: it is told all the same.
pub async fn tells_when_all_of_it_is_older(place: Place) {
    let archive = place.archive();
    let mut plan = plan("p-12");
    archive.create(&plan, at(0)).await.unwrap();
    let states = edit(&archive, &mut plan, 1, 4).await;
    let older = place.all(&plan.id).await;
    edit(&archive, &mut plan, 5, 3).await;
    place.put_back(&plan.id, older).await;

    let opened = archive.open(&plan.id, at(9)).await.unwrap();
    assert_eq!(opened.plan, states[3]);
    let recovery = opened.recovery.unwrap();
    assert_eq!((recovery.lost, recovery.until, recovery.stored), (3, Some(at(3)), true));
    assert_eq!(opened.revision, 9);
    let again = archive.open(&plan.id, at(9)).await.unwrap();
    assert_eq!((again.revision, again.recovery), (9, None));
}

/// With no snapshot left a plan is damaged, not missing: nobody may think that it was never here.
pub async fn a_plan_without_snapshots_is_damaged(place: Place) {
    let archive = place.archive();
    let plan = plan("p-13");
    archive.create(&plan, at(0)).await.unwrap();
    place.damage(Shelf::Snapshots, &plan, 1, |record| Change::Delete(record.key)).await;
    assert!(matches!(archive.open(&plan.id, at(1)).await, Err(StorageError::Damaged { .. })));
}

/// Flips bytes in stored records, each time a single one, and opens: the damage is told, and what comes back is a state that
/// was stored. Returns how many flips were found out, and how many plans came back in part, in full, and not at all.
pub async fn finds_every_flipped_byte(place: Place, flips: u32) -> Flips {
    let archive = place.archive();
    let mut plan = small_plan("p-14");
    archive.create(&plan, at(0)).await.unwrap();
    let mut states = vec![plan.clone()];
    states.extend(edit(&archive, &mut plan, 1, 24).await);
    let whole = place.all(&plan.id).await;
    let mut found = Flips::default();
    let mut seed = 20_260_302_u64;
    let mut roll = |most: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((seed >> 33) % u64::try_from(most).unwrap()).unwrap()
    };
    for flip in 0..flips {
        let mut record = whole[roll(whole.len())].clone();
        let (byte, bit) = (roll(record.bytes.len()), roll(8));
        record.bytes[byte] ^= 1 << bit;
        let key = record.key.clone();
        place.write(&plan.id, Box::new(move |_| Ok(vec![Change::Put(record)]))).await.unwrap();
        match (key.shelf, archive.open(&plan.id, at(1)).await) {
            (Shelf::Snapshots, Err(StorageError::Damaged { .. } | StorageError::Newer)) => found.unreadable += 1,
            (_, Err(StorageError::Newer)) => found.unreadable += 1,
            (shelf, Ok(Opened { plan, recovery: Some(recovery), .. })) => {
                let reached = if shelf == Shelf::Journal { usize::try_from(key.revision).unwrap() - 2 } else { 24 };
                assert!(plan == states[reached], "flip {flip}: a plan that never was, {key:?}, byte {byte}");
                assert_eq!(recovery.lost, u64::try_from(24 - reached).unwrap(), "flip {flip}: {key:?}");
                *(if recovery.lost == 0 { &mut found.in_full } else { &mut found.in_part }) += 1;
            }
            (_, opened) => panic!("flip {flip}: {key:?}, byte {byte}, bit {bit}: not found out: {:?}", opened.err()),
        }
        place.put_back(&plan.id, whole.clone()).await;
        place.mark(&plan.id, 25);
    }
    let opened = archive.open(&plan.id, at(1)).await.unwrap();
    assert_eq!((opened.plan, opened.recovery), (plan, None), "nothing is left of the damage");
    found
}

/// What came of flipped bytes, each of them found out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flips {
    /// Everything came back.
    pub in_full: u32,
    /// An older state came back.
    pub in_part: u32,
    /// Nothing could be opened, and that was said.
    pub unreadable: u32,
}

/// An edit larger than one record, and plan ids of every kind, come back as they were.
pub async fn keeps_long_edits_and_odd_ids(place: Place) {
    let archive = place.archive();
    let ids = ["a", "a/b", "a\u{0}b", "à\u{10ffff}", "a b#%?"];
    let mut plans = Vec::new();
    for id in ids {
        let mut plan = plan(id);
        archive.create(&plan, at(0)).await.unwrap();
        let edit = Edit::Plan(PlanField::Title(format!("{id} è lungo ").repeat(20_000)));
        let inverse = plan.apply(edit.clone()).unwrap();
        archive.commit(&plan, 1, &Entry { at: at(1), step: Step::Made, edit, inverse }).await.unwrap();
        plans.push(plan);
    }
    for plan in plans {
        let opened = archive.open(&plan.id, at(2)).await.unwrap();
        assert!(opened.plan == plan && opened.revision == 2, "{}", plan.id);
    }
    assert_eq!(archive.list().await.unwrap().len(), ids.len());
}

/// Two tabs write at once; every edit that was said to be stored is there in the end.
#[cfg(target_arch = "wasm32")]
pub async fn two_tabs_never_lose_an_edit(ours: Place, theirs: Place) {
    let (ours, theirs) = (ours.archive(), theirs.archive());
    let mut plan = plan("p-8");
    ours.create(&plan, at(0)).await.unwrap();
    let mut stored = 1;
    for number in 0..60 {
        let entry = retitle(&mut plan, number);
        let mut other = theirs.open(&plan.id, at(number)).await.unwrap();
        assert_eq!(other.revision, stored);
        let other_entry = retitle(&mut other.plan, number + 1);
        // Neither has waited for the other: whoever comes second must be refused.
        let (here, there) = (ours.commit(&plan, stored, &entry), theirs.commit(&other.plan, stored, &other_entry));
        match futures::future::join(here, there).await {
            (Ok(saved), Err(StorageError::Stale { actual })) => assert_eq!(saved.revision, actual),
            (Err(StorageError::Stale { actual }), Ok(saved)) => {
                assert_eq!(saved.revision, actual);
                plan = other.plan;
            }
            both => panic!("{both:?}"),
        }
        stored += 1;
    }
    assert_eq!(stored, 61);
    let opened = ours.open(&plan.id, at(1)).await.unwrap();
    assert_eq!((opened.plan, opened.revision, opened.recovery), (plan, 61, None));
}
