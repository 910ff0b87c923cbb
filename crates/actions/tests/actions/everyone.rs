//! Every action as every role and as nobody, against a table written out by hand.

use std::{future::Future, pin::Pin};

use sleutel_actions::{
    ActionError, App, Hold, Who, access, agreements, audit,
    cases::{self, ActDraft, BeginDraft, Doing},
    colleagues::{self, GuestDraft, LeaveDraft},
    documents::{self, DocumentHold},
    flow, forms, homes, import,
    import::uploads,
    lists::{self, Chosen, List, Many, ManyDraft, ViewDraft},
    messages::{self, MailDraft},
    numbers,
    participants::{self, ContactDraft},
    plan::{self, AnswerDraft, BasicDraft, EndDraft},
    policy::{self, Action},
    rounds::{self, Side, TrialDraft, Which},
    steering::demand::{self, AnnounceDraft, OverruleDraft},
    steering::obstacles,
    steering::{self, YearDraft},
    tasks::{self, TaskDraft, TaskQuery},
    what_if, window,
};
use sleutel_domain::{
    FormCode, GroupCode, Id, OrganisationCode,
    access::{Language, Party, Role},
    documents::{Document, StepRefused},
    placement::{Bound, FixingKind, Question, Round, StoredProposal, Verdict},
    plan::Basic,
    steering::DemandBasis,
    steering::forecast::Month,
};
use sleutel_store::{
    Window,
    cases::{CaseFilter, CaseSort},
    forms::FormFilter,
    homes::VacancyFilter,
    participants::Filter,
    participants::Sort,
};

use crate::{
    obstacles::solved,
    town::{Town, reference, today, vacancy},
    year_by_role,
};

const AGREEMENTS: sleutel_store::agreements::Filter = sleutel_store::agreements::Filter {
    words: String::new(),
    without_names: false,
    kind: String::new(),
    state: String::new(),
    association: String::new(),
    provider: String::new(),
    worker: String::new(),
    caseload: Vec::new(),
    group: String::new(),
    area: String::new(),
    ends_by: None,
    ends_from: None,
    endless: false,
};

fn view(shared: bool) -> ViewDraft {
    let name = if shared { "Van ons" } else { "Van mij" };
    ViewDraft { name: name.to_owned(), shared, ..ViewDraft::default() }
}

fn pause() -> ManyDraft {
    let (subject, reference) = ("D-0001".to_owned(), reference("D-0001"));
    ManyDraft {
        many: Many::Pause,
        chosen: vec![Chosen { subject, reference, mark: 1 }],
        reason: "Zomerstop".to_owned(),
        until: "2027-06-01".to_owned(),
        municipality: String::new(),
        association: String::new(),
    }
}

fn announced() -> AnnounceDraft {
    AnnounceDraft {
        group: "urgency".to_owned(),
        month: Month::of(today()).plus(3).code(),
        people: "5".to_owned(),
        reason: "Een opvang gaat dicht".to_owned(),
    }
}

fn pilot() -> flow::PilotDraft {
    flow::PilotDraft {
        name: "Tien".to_owned(),
        aim: "Kan het?".to_owned(),
        began: today().to_string(),
        references: "D-0001".to_owned(),
    }
}

const WINDOW: Window = Window { offset: 0, limit: 10 };

#[derive(Clone, Copy)]
struct On<'a> {
    app: &'a App,
    document: Id<Document>,
    round: Id<Round>,
    proposal: Id<StoredProposal>,
    organisation: &'a str,
}

type Tried<'a> = Pin<Box<dyn Future<Output = Result<(), ActionError>> + 'a>>;
type Try = for<'a> fn(On<'a>, &'a Who) -> Tried<'a>;

macro_rules! tries {
    ($($name:literal $row:literal |$on:ident, $who:ident| $call:expr;)*) => {
        &[$(($name, $row, {
            fn it<'a>($on: On<'a>, $who: &'a Who) -> Tried<'a> {
                Box::pin(async move { $call.await.map(|_| ()) })
            }
            it
        })),*]
    };
}

/// The columns: who tries. The file is D-0001 of provider `dagwinst` in the caseload of
/// `worker`; the home is of association `wendelhuis`.
const WHO: [&str; 12] = [
    "desk",
    "coordinator",
    "other-coordinator",
    "consultant",
    "other-consultant",
    "manager",
    "worker",
    "other-worker",
    "administrator",
    "operator",
    "nobody",
    "officer",
];

/// `y` may, `-` may not; in the order of `WHO`.
const TABLE: &[(&str, &str, Try)] = tries! {
    "see what-ifs"            "y y y y y y - - - y - y"
        |on, who| what_if::list(on.app, who, None);
    "see flow"                "y y y y y y y y - y - y"
        |on, who| flow::now(on.app, who, &flow::FlowFilter::default());
    "see pilots"              "y y y y y y y y - y - y"
        |on, who| flow::pilots(on.app, who);
    "begin a pilot"           "y - - - - y - - - - - -"
        |on, who| async move { flow::create_pilot(on.app, who, &pilot()).await };
    "run a what-if"           "y y y - - y - - - y - -"
        |on, who| run_what_if(on, who);
    "keep a view"             "y y y - - y y y - - - -"
        |on, who| async move { lists::keep(on.app, who, List::Participants, &view(false)).await };
    "keep a view for all"     "y y y - - - - - - - - -"
        |on, who| async move { lists::keep(on.app, who, List::Participants, &view(true)).await };
    "take files under way"    "y y y y y y - - - y - y"
        |on, who| cases::export(on.app, who, &CaseFilter::on(today()), CaseSort::Due, false);
    "take forms away"         "- y y y y - - - - y - y"
        |on, who| forms::export(on.app, who, &FormFilter::default());
    "search without a trace"  "y y y - - y y y - - - -"
        |on, who| lists::keep_search(on.app, who, List::Participants, "visser");
    "pause many"              "y y y y y - y y - - - y"
        |on, who| async move { lists::do_many(on.app, who, &pause()).await };
    "list files"              "y y y - - y y y - y - -"
        |on, who| participants::list(on.app, who, &Filter::default(), Sort::Name, false, WINDOW);
    "export files"            "y y y - - - - - - y - -"
        |on, who| participants::export(on.app, who, &Filter::default(), Sort::Name, false);
    "see a file"              "y y - - - - y - - y - -"
        |on, who| async move { participants::view(on.app, who, &reference("D-0001")).await };
    "see its history"         "y y - - - - y - - y - -"
        |on, who| async move { participants::history(on.app, who, &reference("D-0001")).await };
    "answer a question"       "y y - - - - y - - y - -"
        |on, who| async move {
            participants::answer_question(on.app, who, &reference("D-0001"), Question::Pets, "no")
                .await
        };
    "change a file"           "y y - - - - y - - y - -"
        |on, who| change_file(on, who);
    "take a new reference"    "y y y - - - y y - y - -"
        |on, who| participants::next_reference(on.app, who);
    "see homes"               "y y y y y y y y y y - y"
        |on, who| homes::list_vacancies(on.app, who, &FILTER, WINDOW);
    "see the map"             "y y y y y y y y y y - y"
        |on, who| homes::city_map(on.app, who);
    "see the numbers"         "y y y y y y y y y y - y"
        |on, who| numbers::groups(on.app, who, today());
    "see all numbers"         "y y y y y y y y y y - y"
        |on, who| numbers::of_year(on.app, who, today());
    "look up a number"        "y - - - - y - - - y - -"
        |on, who| async move { numbers::numbers_form(on.app, who, &MAIN).await };
    "change a number"         "y - - - - y - - - y - -"
        |on, who| async move {
            let form = numbers::numbers_form(on.app, who, &MAIN).await?;
            numbers::save_numbers(on.app, who, &MAIN, &form.draft).await
        };
    "see the groups"          "y y y y y y y y y y - y"
        |on, who| year_by_role::see_groups(on.app, who);
    "add a group"             "- - - - - y - - - y - -"
        |on, who| year_by_role::add_group(on.app, who);
    "describe a group"        "- - - - - y - - - y - -"
        |on, who| year_by_role::describe_group(on.app, who);
    "end a group"             "- - - - - y - - - y - -"
        |on, who| year_by_role::end_group(on.app, who);
    "reopen a group"          "- - - - - y - - - y - -"
        |on, who| year_by_role::reopen_group(on.app, who);
    "take a change back"      "- - - - - y - - - y - -"
        |on, who| year_by_role::take_back_group(on.app, who);
    "set a national target"   "- - - - - y - - - y - -"
        |on, who| year_by_role::set_national(on.app, who);
    "see how the year goes"   "y y y y y y y y y y - y"
        |on, who| steering::year_so_far(on.app, who, YEAR, 10);
    "see what was agreed"     "y y y y y y y y y y - y"
        |on, who| steering::year_of(on.app, who, YEAR, None);
    "see the homes shared"    "y y y y y y y y y y - y"
        |on, who| steering::shares_of(on.app, who, YEAR, Some(DemandBasis::Forecast));
    "agree on a year"         "y - - - - y - - - y - -"
        |on, who| year_by_role::agree(on.app, who);
    "agree for a provider"    "- y - - - y - - - - - -"
        |on, who| year_by_role::assent(on.app, who);
    "see what a year comes to" "y - - - - y - - - y - -"
        |on, who| async move {
            let form = steering::year_form(on.app, who, YEAR).await?;
            let draft = YearDraft { homes: "1800".to_owned(), ..form.draft };
            steering::preview_year(on.app, who, YEAR, &draft).await
        };
    "see what differs"        "y y y y y y y y y y - y"
        |on, who| steering::differing(on.app, who, YEAR);
    "see what comes in force" "- - - - - y - - - - - -"
        |on, who| async move { crate::steering::in_force(on.app, &operator(on).await, who, false).await };
    "put a year in force"     "- - - - - y - - - - - -"
        |on, who| async move { crate::steering::in_force(on.app, &operator(on).await, who, true).await };
    "share out homes"         "y - - - - y - - - y - -"
        |on, who| year_by_role::share_out(on.app, who);
    "put a share-out aside"   "y - - - - y - - - y - -"
        |on, who| year_by_role::settle(on.app, who, false);
    "decide a share-out"      "- - - - - y - - - - - -"
        |on, who| year_by_role::settle(on.app, who, true);
    "put a decision back"     "- - - - - y - - - - - -"
        |on, who| year_by_role::put_back(on.app, who);
    "see a share-out"         "y y y y y y y y y y - y"
        |on, who| year_by_role::see_shares(on.app, who);
    "see the reports"         "y y y y y y y y y y - y"
        |on, who| steering::reports_of(on.app, who);
    "make a report"           "y - - - - y - - - y - -"
        |on, who| year_by_role::report(on.app, who);
    "read a report"           "y y y y y y y y y y - y"
        |on, who| year_by_role::read_report(on.app, who);
    "see the obstacles"       "y y y y y y y y y y - y"
        |on, who| async move { obstacles::list(on.app, who, &Default::default()).await };
    "look up an obstacle"     "y y y y y y - - - - - y"
        |on, who| obstacles::form(on.app, who, None);
    "solve an obstacle"       "y y y y y y - - - - - y"
        |on, who| solved(on.app, who);
    "see what is expected"    "y y y y y y y y y y - y"
        |on, who| demand::expected(on.app, who, today().year());
    "see the whole outlook"   "y y y y y y y y y y - y"
        |on, who| demand::outlook(on.app, who, today().year());
    "overrule a forecast"     "y - - - - y - - - y - -"
        |on, who| async move {
            let group = GroupCode::new("urgency").unwrap();
            // That it is the first version is true for who comes first only.
            let draft = OverruleDraft {
                expected: "7".to_owned(),
                reason: "Een opvang gaat dicht".to_owned(),
                was: "0".to_owned(),
            };
            demand::overrule(on.app, who, (&group, today().year()), &draft).await
        };
    "announce people"         "y - - - - y - - - y - -"
        |on, who| async move { demand::announce(on.app, who, &announced()).await };
    "withdraw an announcement" "y - - - - y - - - y - -"
        |on, who| async move {
            demand::announce(on.app, who, &announced()).await?;
            let all = demand::outlook(on.app, who, today().year()).await?.announced;
            let last = all.iter().find(|it| it.withdrawn.is_none()).map(|it| it.id);
            demand::withdraw(on.app, who, last.unwrap_or_default(), "Gaat niet door").await
        };
    "link two households"     "y y - - - - y - - y - -"
        |on, who| async move {
            let draft = participants::LinkDraft {
                other: "D-0002".to_owned(),
                within: "neighbourhood".to_owned(),
                reason: "moeder en dochter".to_owned(),
            };
            participants::link(on.app, who, &reference("D-0001"), &draft).await?;
            participants::unlink(on.app, who, &reference("D-0001"), &reference("D-0002")).await
        };
    "look at making one file" "y y - - - - y - - y - -"
        |on, who| async move {
            let (one, other) = (reference("D-0001"), reference("D-0002"));
            participants::merge_view(on.app, who, &one, &other).await
        };
    "make one file of two"    "y y - - - - y - - y - -"
        |on, who| async move {
            let (one, other) = (reference("D-0001"), reference("D-0002"));
            let seen = participants::merge_view(on.app, who, &one, &other).await;
            let (kept_version, aside_version) =
                seen.map_or((0, 0), |it| (it.kept.version, it.aside.version));
            let draft = participants::MergeDraft {
                choices: sleutel_domain::participants::MergePart::ALL
                    .iter()
                    .map(|it| (it.code().to_owned(), "kept".to_owned()))
                    .collect(),
                reason: "dezelfde".to_owned(),
                kept_version,
                aside_version,
            };
            participants::merge(on.app, who, &one, &other, &draft).await?;
            participants::take_apart(on.app, who, &one, &other, ("toch niet", false)).await
        };
    "list likely duplicates"  "y y y - - - y y - y - -"
        |on, who| async move {
            participants::duplicates(on.app, who, &Default::default(), WINDOW).await
        };
    "compare two files"       "y y - - - - y - - y - -"
        |on, who| async move {
            participants::compare(on.app, who, &reference("D-0001"), &reference("D-0002")).await
        };
    "tell two files apart"    "y y - - - - y - - y - -"
        |on, who| async move {
            let (one, other) = (reference("D-0001"), reference("D-0002"));
            participants::tell_apart(on.app, who, &one, &other, "vader en zoon").await?;
            participants::look_again(on.app, who, &one, &other).await
        };
    "change a home"           "- - - y - - - - - y - -"
        |on, who| change_home(on, who);
    "withdraw a home"         "- - - y - - - - - y - -"
        |on, who| async move {
            homes::withdraw_vacancy(on.app, who, &vacancy("VH-01"), true).await?;
            homes::withdraw_vacancy(on.app, who, &vacancy("VH-01"), false).await
        };
    "bring in files"          "- - - - - y - - y y - -"
        |on, who| async move { import::bring_in(on.app, who, &[], true, &mut |_, _| {}).await };
    // An upload belongs to an account, which the command line has not.
    "send files from a page"  "- - - - - y - - y - - -"
        |on, who| send_files(on, who);
    "list rounds"             "y y y y y y - - - y - -"
        |on, who| rounds::list(on.app, who);
    "see a round"             "y y y y y y - - - y - -"
        |on, who| rounds::view(on.app, who, on.round, None);
    "see who is not placed"   "y y y y y y - - - y - -"
        |on, who| async move {
            rounds::unplaced(on.app, who, on.round, on.proposal, &Default::default(), WINDOW).await
        };
    "see a person's reasons"  "y y - - - y - - - y - -"
        |on, who| async move { rounds::person(on.app, who, on.round, &reference("D-0001"), None, false).await };
    "write a letter"          "y y - - - - - - - y - -"
        |on, who| async move { rounds::letter(on.app, who, on.round, &reference("D-0001")).await };
    "see who is in"           "y y y y y y - - - y - -"
        |on, who| async move {
            rounds::standings(on.app, who, on.round, &Default::default(), WINDOW).await
        };
    "choose homes"            "y y y - - - - - - y - -"
        |on, who| rounds::homes_to_choose(on.app, who);
    "propose"                 "y y y - - - - - - y - -"
        |on, who| rounds::propose(on.app, who, on.round, -1);
    "try other numbers"       "y y y - - y - - - y - -"
        |on, who| try_numbers(on, who);
    "see numbers to try"      "y y y - - y - - - y - -"
        |on, who| rounds::numbers(on.app, who, on.round, Which::Newest);
    "compare two proposals"   "y y y y y y - - - y - -"
        |on, who| rounds::compare(on.app, who, on.round, Which::Newest, Which::Newest);
    "forbid a pair"           "y y - - - - - - - - - -"
        |on, who| async move {
            rounds::fix(
                on.app, who, on.round, FixingKind::Ban, &reference("D-0001"), "VH-01", "reden",
            )
            .await
        };
    "decide"                  "y y - - - - - - - - - -"
        |on, who| async move {
            let pair = rounds::Pair { reference: reference("D-0001"), vacancy: vacancy("VH-01") };
            rounds::decide(
                on.app, who, on.round, on.proposal, &[pair], Verdict::Rejected, "reden",
            )
            .await
        };
    "close a round"           "y y y - - - - - - y - -"
        |on, who| rounds::close(on.app, who, on.round, -1);
    "replay a proposal"       "y y y y y y - - - y - -"
        |on, who| rounds::replay(on.app, who, on.proposal);
    "check a proposal"        "y y y y y y - - - y - -"
        |on, who| rounds::check(on.app, who, on.proposal);
    "list agreements"         "y y y y y y y y - y - -"
        |on, who| agreements::list(on.app, who, &AGREEMENTS, Default::default(), false, WINDOW);
    "export agreements"       "y y y y y - - - - y - -"
        |on, who| agreements::export(on.app, who, &AGREEMENTS, Default::default(), false);
    // An association drafts for somebody who was decided a home of its own; nobody was here.
    "draft an agreement"      "y y - - - - y - - y - -"
        |on, who| async move {
            agreements::blank(on.app, who, &reference("D-0001"), None).await
        };
    "list forms"              "- y y y y - y y - y - y"
        |on, who| forms::list(on.app, who, &FormFilter::default(), WINDOW);
    "take a form along"       "- y - - - - y - - y - y"
        |on, who| take_form(on, who);
    "see a file's forms"      "- y - - - - y - - y - -"
        |on, who| async move { forms::of_participant(on.app, who, &reference("D-0001")).await };
    // Somebody began it before: that holds the others, but does not refuse them.
    "begin a form"            "- y - - - - y - - - - -"
        |on, who| async move {
            let form = FormCode::new("omslag-application").unwrap();
            forms::start(on.app, who, &reference("D-0001"), &form).await
        };
    "list files on a road"    "y y y y y y y y - y - y"
        |on, who| cases::list(on.app, who, &CaseFilter::on(today()), CaseSort::Due, false, WINDOW);
    "list what to decide"     "- - - - - - - - - - - y"
        |on, who| cases::decisions(
            on.app, who, &CaseFilter::on(today()), CaseSort::Due, false, WINDOW,
        );
    "count what waits"        "y y y y y y y y - y - y"
        |on, who| cases::counts(on.app, who, 5);
    // D-0001 waits for a decision of the municipality; no home of anybody is in it.
    "see a file on a road"    "y y - - - - y - - y - y"
        |on, who| async move { cases::view(on.app, who, &reference("D-0001")).await };
    "begin a road"            "y y - - - - y - - - - -"
        |on, who| begin_again(on, who);
    "act on a file on a road" "- y - - - - y - - - - -"
        |on, who| act_on(on, who, Doing::TakeFactBack);
    "decide on a file"        "- - - - - - - - - - - y"
        |on, who| act_on(on, who, Doing::Extend);
    // D-0001 is on a road, so the municipality sees of its plan what is for it.
    "see a plan"              "- y - - - - y - - - - y"
        |on, who| async move { plan::plan_of(on.app, who, &reference("D-0001")).await };
    "see how far a plan is"   "- y - - - - y - - - - y"
        |on, who| async move { plan::overview(on.app, who, &reference("D-0001")).await };
    "see who is around"       "- y - - - - y - - - - y"
        |on, who| async move { participants::network(on.app, who, &reference("D-0001")).await };
    "see what to arrange"     "- y - - - - y - - - - y"
        |on, who| async move { plan::basics_of(on.app, who, &reference("D-0001")).await };
    "write a plan"            "- y - - - - y - - - - -"
        |on, who| async move {
            let seen = plan::draft(on.app, who, &reference("D-0001")).await?;
            plan::save_plan(on.app, who, &reference("D-0001"), &seen.draft).await
        };
    // Nothing is in it, which holds whoever may propose it.
    "propose a plan"          "- y - - - - y - - - - -"
        |on, who| async move { plan::propose(on.app, who, &reference("D-0001"), 0).await };
    "agree for the provider"  "- y - - - - y - - - - -"
        |on, who| answer(on, who, Party::Provider);
    "agree for the person"    "- y - - - - y - - - - -"
        |on, who| answer(on, who, Party::Participant);
    "agree for the city"      "- - - - - - - - - - - y"
        |on, who| answer(on, who, Party::Municipality);
    "agree for an association" "- - - - - - - - - - - -"
        |on, who| answer(on, who, Party::Association);
    "end a goal"              "- y - - - - y - - - - -"
        |on, who| async move {
            let draft = EndDraft { how: "reached".to_owned(), ..EndDraft::default() };
            plan::end_goal(on.app, who, &reference("D-0001"), 1, &draft).await
        };
    "take up a goal again"    "- y - - - - y - - - - -"
        |on, who| async move {
            plan::take_up_goal(on.app, who, &reference("D-0001"), 1).await
        };
    "add who is around"       "- y - - - - y - - - - -"
        |on, who| async move {
            let draft = ContactDraft {
                role: "family".to_owned(),
                name: "Zus".to_owned(),
                ..ContactDraft::default()
            };
            participants::save_contact(on.app, who, &reference("D-0001"), None, &draft).await
        };
    // The second is told that the first was first.
    "arrange something"       "- y - - - - y - - - - -"
        |on, who| async move {
            let draft = BasicDraft {
                owner: "provider".to_owned(),
                state: "asked".to_owned(),
                ..BasicDraft::default()
            };
            plan::save_basic(on.app, who, &reference("D-0001"), Basic::Income, &draft).await
        };
    "see homes for the next"  "y y y - - - - - - - - -"
        |on, who| cases::next_offers(on.app, who);
    // No home and no road is in the window's way: whoever supports somebody gives them a key.
    "give a key"              "y y - - - - y - - - - -"
        |on, who| async move { window::give_key(on.app, who, &reference("D-0001")).await };
    "see the keys"            "y y - - - - y - - - - -"
        |on, who| async move { window::keys(on.app, who, &reference("D-0001")).await };
    "shut a window"           "y y - - - - y - - - - -"
        |on, who| async move { window::shut(on.app, who, &reference("D-0001")).await };
    // The window is the person's own; nobody else looks out of it, not even who gave the key.
    "see one's own file"      "- - - - - - - - - - - -"
        |on, who| window::see(on.app, who, window::OwnPage::Home);
    "see one's own record"    "- - - - - - - - - - - -"
        |on, who| window::record(on.app, who);
    "see who looked"          "- - - - - - - - - - - -"
        |on, who| window::looks(on.app, who, WINDOW);
    "see one's own words"     "- - - - - - - - - - - -"
        |on, who| window::words(on.app, who);
    "say one's own words"     "- - - - - - - - - - - -"
        |on, who| async move { window::say(on.app, who, &window::WordsDraft::default()).await };
    "act on one's own road"   "- - - - - - - - - - - -"
        |on, who| async move {
            window::act(on.app, who, Doing::Withdraw, &ActDraft::default(), 1).await
        };
    "choose one's own secret" "- - - - - - - - - - - -"
        |on, who| window::choose_secret(on.app, who, "", "blauwe fiets", "blauwe fiets");
    "leave one's own window"  "- - - - - - - - - - - -"
        |on, who| window::leave(on.app, who, "");
    "read the log"            "- - - - - - - - y y - -"
        |on, who| audit::lines(on.app, who, "", "", WINDOW);
    "check the log"           "- - - - - - - - y y - -"
        |on, who| audit::verify(on.app, who);
    "list accounts"           "- - - - - - - - y y - -"
        |on, who| access::accounts(on.app, who);
    "close an account"        "- - - - - - - - y y - -"
        |on, who| async move {
            access::set_active(on.app, who, "spare", false).await?;
            access::set_active(on.app, who, "spare", true).await
        };
    "choose a language"       "y y y y y y y y y - - y"
        |on, who| access::set_language(on.app, who, Language::English);
    "read one's messages"     "y y y y y y y y y - - y"
        |on, who| messages::list(on.app, who, false, WINDOW);
    "count one's messages"    "y y y y y y y y y - - y"
        |on, who| messages::unread(on.app, who);
    "mark all as read"        "y y y y y y y y y - - y"
        |on, who| messages::mark_all_read(on.app, who);
    "choose what is mailed"   "y y y y y y y y y - - y"
        |on, who| async move {
            let draft = MailDraft { email: String::new(), mail: "nothing".to_owned() };
            messages::save_settings(on.app, who, &draft).await
        };
    "see documents"           "y y - - - - y - - - - y"
        |on, who| async move {
            documents::list(on.app, who, &reference("D-0001"), &documents::Filter::default()).await
        };
    "add a document"          "y y - - - - y - - - - y"
        |on, who| async move {
            documents::add(on.app, who, &reference("D-0001"), &crate::documents::draft("other"))
                .await
        };
    "see the quarantine"      "- y y - - - - - y - - -"
        |on, who| documents::quarantine(on.app, who, WINDOW);
    "open a document"         "- y - - - - y - - - - -"
        |on, who| open_document(on, who);
    "release a document"      "- y - - - - - - y - - -"
        |on, who| release_document(on, who);
    "erase a document"        "- y - - - - - - - - - -"
        |on, who| erase_document(on, who);
    "list all documents"      "- - - - - - - - - y - -"
        |on, who| documents::list_everywhere(on.app, who, "", WINDOW);
    "wrap keys anew"          "- - - - - - - - - y - -"
        |on, who| documents::rekey(on.app, who, 10, 10);
    "ask the scanner"         "- - - - - - - - - y - -"
        |on, who| async move {
            match documents::check(on.app, who).await {
                // Nobody else is told even that there is none.
                Err(ActionError::Hold(Hold::Document(DocumentHold::NoScanner)))
                    if !policy::may(who, Action::KeepDocuments) => Err(ActionError::NotFound),
                Err(ActionError::Hold(Hold::Document(DocumentHold::NoScanner))) => {
                    Ok(documents::Checked::default())
                }
                other => other,
            }
        };
    "see the outbox"          "- - - - - - - - y y - -"
        |on, who| messages::outbox(on.app, who, "", WINDOW);
    "send mail"               "- - - - - - - - - y - -"
        |on, who| messages::take_mail(on.app, who);
    "see who is away"         "y y y y y y y y y - - y"
        |on, who| colleagues::leaves(on.app, who, "", WINDOW);
    "say one is away"         "y y y y y y y y y - - y"
        |on, who| async move {
            held(colleagues::arrange_leave(on.app, who, &LeaveDraft::default()).await)
        };
    // For somebody of provider `dagwinst`.
    "say another is away"     "- y - - - - - - y y - -"
        |on, who| away_for_another(on, who);
    "hand over files"         "- y y - - - y y - - - -"
        |on, who| colleagues::workers(on.app, who);
    "see earlier hand-overs"  "- y y - - - y y - - - -"
        |on, who| colleagues::hand_overs(on.app, who, WINDOW);
    "see who takes part"      "y y - - - - y - - y - -"
        |on, who| async move { colleagues::guests(on.app, who, &reference("D-0001")).await };
    "invite a guest"          "- y - - - - y - - - - -"
        |on, who| async move {
            let draft = GuestDraft::default();
            held(colleagues::invite(on.app, who, &reference("D-0001"), &draft).await)
        };
    "see one's invitations"   "y y y y y - y y - - - -"
        |on, who| colleagues::invitations(on.app, who);
    "list tasks"              "y y y y y - y y - - - y"
        |on, who| tasks::list(on.app, who, &TaskQuery::default(), WINDOW);
    "see tasks on a file"     "y y - - - - y - - - - y"
        |on, who| async move { tasks::of_file(on.app, who, &reference("D-0001")).await };
    "set a task"              "y y - - - - y - - - - y"
        |on, who| async move {
            held(tasks::add(on.app, who, &reference("D-0001"), &TaskDraft::default()).await)
        };
    "write mails of the day"  "- - - - - - - - - y - -"
        |on, who| messages::write_digests(on.app, who);
};

const YEAR: i16 = 2026;

async fn operator(on: On<'_>) -> Who {
    access::operator(on.app, "test", None).await.unwrap().unwrap()
}

const MAIN: numbers::Numbered =
    numbers::Numbered::MainGroup(sleutel_exchange::records::MainGroup::WithSupport);

const FILTER: VacancyFilter =
    VacancyFilter { words: String::new(), association: String::new(), status: String::new() };

/// Whoever may is told what is missing.
fn held<T>(done: Result<T, ActionError>) -> Result<(), ActionError> {
    match done {
        Ok(_) | Err(ActionError::Fields(_)) => Ok(()),
        Err(other) => Err(other),
    }
}

async fn away_for_another(on: On<'_>, who: &Who) -> Result<(), ActionError> {
    let mut tx = on.app.db.read().await.unwrap();
    let found = sleutel_store::access::account_by_login(&mut tx, "other-worker").await;
    let absent = found.unwrap().unwrap().id.to_string();
    drop(tx);
    // Nobody stands in for themselves, so nothing is kept.
    let draft = LeaveDraft {
        deputy: absent.clone(),
        absent,
        from: today().to_string(),
        until: today().to_string(),
    };
    // They say it of themselves, which is another line.
    if who.person().is_some_and(|it| it.login == "other-worker") {
        return Err(ActionError::NotFound);
    }
    held(colleagues::arrange_leave(on.app, who, &draft).await)
}

async fn change_file(on: On<'_>, who: &Who) -> Result<(), ActionError> {
    // The form is filled by somebody who may see the file; the one tried sends it.
    let mut tx = on.app.db.read().await.unwrap();
    let programme = sleutel_store::access::programmes(&mut tx).await.unwrap()[0].id;
    let file = sleutel_store::participants::file(&mut tx, programme, &reference("D-0001"))
        .await
        .unwrap()
        .unwrap();
    drop(tx);
    let draft = participants::ParticipantDraft::from(&file);
    participants::save_participant(on.app, who, &draft).await.map(|_| ())
}

/// Whoever may is told that the household is on a road already.
async fn begin_again(on: On<'_>, who: &Who) -> Result<(), ActionError> {
    let draft = BeginDraft { route: "housing-first".to_owned(), ..BeginDraft::default() };
    match cases::begin(on.app, who, &reference("D-0001"), &draft).await {
        Err(ActionError::Hold(Hold::Road(_))) => Ok(()),
        other => other,
    }
}

/// Whoever's act it is not is told so by the road; that is a refusal too. Whoever's it is may
/// still be told that it was done before.
async fn act_on(on: On<'_>, who: &Who, doing: Doing) -> Result<(), ActionError> {
    use sleutel_domain::cases::Refusal::{CannotActFor, NotThisParty};
    let mut tx = on.app.db.read().await.unwrap();
    let programme = sleutel_store::access::programmes(&mut tx).await.unwrap()[0].id;
    let whose = reference("D-0001");
    let case = sleutel_store::cases::current_case(&mut tx, programme, &whose).await.unwrap();
    drop(tx);
    let draft = ActDraft {
        step: "urgency".to_owned(),
        reason: "reden".to_owned(),
        fact: "plan-agreed".to_owned(),
        ..ActDraft::default()
    };
    match cases::act(on.app, who, &whose, doing, &draft, case.unwrap().changes).await {
        Err(ActionError::Hold(Hold::Road(NotThisParty { .. } | CannotActFor { .. }))) => {
            Err(ActionError::NotFound)
        }
        Err(ActionError::Hold(Hold::Road(_))) => Ok(()),
        other => other,
    }
}

/// The application that D-0001 stands on its road with.
async fn take_form(on: On<'_>, who: &Who) -> Result<(), ActionError> {
    let mut tx = on.app.db.read().await.unwrap();
    let programme = sleutel_store::access::programmes(&mut tx).await.unwrap()[0].id;
    let whose = reference("D-0001");
    let files = sleutel_store::forms::files_of(&mut tx, programme, &whose).await.unwrap();
    drop(tx);
    let sent = files.iter().find(|it| it.status.is_with_receiver()).unwrap();
    forms::paper(on.app, who, sent.id).await.map(|_| ())
}

/// No version lies before the parties, which holds whoever may answer.
async fn answer(on: On<'_>, who: &Who, party: Party) -> Result<(), ActionError> {
    let draft = AnswerDraft { answer: "yes".to_owned(), ..AnswerDraft::default() };
    plan::agree(on.app, who, &reference("D-0001"), 1, party, &draft).await
}

/// A paper of the provider's own, which nobody has released.
async fn open_document(on: On<'_>, who: &Who) -> Result<(), ActionError> {
    documents::view(on.app, who, on.document).await?;
    documents::open(on.app, who, on.document, 1, true).await.map(|_| ())
}

/// Whoever may release is told that it was released before.
async fn release_document(on: On<'_>, who: &Who) -> Result<(), ActionError> {
    let release = documents::StepDraft::Release { number: 9, reason: "gezien".to_owned() };
    let changes = crate::documents::changes(on.app, on.document).await;
    match documents::step(on.app, who, on.document, changes, &release).await {
        // The version is not there; that is looked for after who may.
        Err(ActionError::NotFound) if policy::may(who, Action::ReleaseDocument) => {
            let refuse = documents::StepDraft::Refuse { number: 9, reason: String::new() };
            match documents::step(on.app, who, on.document, changes, &refuse).await {
                Err(ActionError::Fields(_)) => Ok(()),
                other => other,
            }
        }
        other => other,
    }
}

/// Whoever may is told that it has to be withdrawn first.
async fn erase_document(on: On<'_>, who: &Who) -> Result<(), ActionError> {
    let erase = documents::StepDraft::Erase { ground: "op verzoek".to_owned(), sure: true };
    let changes = crate::documents::changes(on.app, on.document).await;
    match documents::step(on.app, who, on.document, changes, &erase).await {
        Err(ActionError::Hold(Hold::Document(DocumentHold::Step(StepRefused::NotWithdrawn)))) => {
            Ok(())
        }
        other => other,
    }
}

async fn send_files(on: On<'_>, who: &Who) -> Result<(), ActionError> {
    // It has no account; the page it would use is closed to it.
    if let Who::Operator { .. } = who {
        return Err(sleutel_actions::Denied { action: Action::Import, logged_in: true }.into());
    }
    let sent = uploads::Sent {
        name: "areas.csv".to_owned(),
        kind: None,
        bytes: b"code;name;level\n".to_vec(),
    };
    let id = uploads::receive(on.app, who, vec![sent]).await?;
    uploads::see(on.app, who, id, false).await?;
    uploads::discard(on.app, who, id).await
}

async fn run_what_if(on: On<'_>, who: &Who) -> Result<(), ActionError> {
    match what_if::create(on.app, who, None, &crate::what_if::draft("Proef")).await {
        Ok(id) => {
            what_if::settled(on.app, id).await;
            what_if::check(on.app, who, id).await?;
            what_if::throw_away(on.app, who, id).await?;
            what_if::put_back(on.app, who, id).await?;
            // It is done, which holds whoever may.
            match what_if::retry(on.app, who, id).await {
                Err(ActionError::Changed) => Ok(()),
                other => other,
            }
        }
        Err(what_if::Refused::Other(error)) => Err(error),
        Err(other) => panic!("{other:?}"),
    }
}

async fn try_numbers(on: On<'_>, who: &Who) -> Result<(), ActionError> {
    let view = rounds::numbers(on.app, who, on.round, Which::Newest).await?;
    let group = Bound::Group(view.solved.input.groups[0].code.clone());
    let numbers = [(rounds::number_field(Side::Upper, &group), "900".to_owned())];
    let draft = TrialDraft { name: "Proef".to_owned(), numbers: numbers.into() };
    let number = rounds::try_numbers(on.app, who, on.round, 1, &draft).await?;
    rounds::throw_away(on.app, who, on.round, number).await
}

async fn change_home(on: On<'_>, who: &Who) -> Result<(), ActionError> {
    let mut tx = on.app.db.read().await.unwrap();
    let programme = sleutel_store::access::programmes(&mut tx).await.unwrap()[0].id;
    let home = sleutel_store::homes::dwellings_by_code(&mut tx, programme)
        .await
        .unwrap()
        .into_iter()
        .find(|it| it.association.as_str() == on.organisation)
        .unwrap();
    drop(tx);
    let draft = homes::DwellingDraft::from(&home);
    homes::save_dwelling(on.app, who, &draft).await.map(|_| ())
}

fn refused(result: &Result<(), ActionError>) -> bool {
    match result {
        Err(ActionError::Denied(_) | ActionError::NotFound) => true,
        // A form that names another organisation's thing is refused at that field.
        Err(ActionError::Fields(errors)) => {
            errors.iter().any(|it| it.fault == sleutel_actions::FieldFault::NotYours)
        }
        Err(
            ActionError::Changed
            | ActionError::Hold(_)
            | ActionError::Unsound(_)
            | ActionError::Store(_)
            | ActionError::Internal(_),
        )
        | Ok(()) => false,
    }
}

/// The association of the home VH-01.
async fn association(town: &Town) -> String {
    let home = homes::vacancy(&town.app, &town.operator, &vacancy("VH-01")).await.unwrap();
    home.dwelling.association.to_string()
}

#[tokio::test]
async fn everybody_may_do_what_the_table_says_and_nothing_else() {
    let town = crate::documents::town().await;
    let own = association(&town).await;
    let other = if own == "papiermolen" { "wendelhuis" } else { "papiermolen" };
    let desk = town.desk().await;
    town.person("spare", Role::Administrator, "gemeente").await;
    let file = participants::view(&town.app, &town.operator, &reference("D-0001")).await.unwrap();
    let provider = file.file.provider.to_string();
    let worker = file.file.worker.unwrap().to_string();
    let elsewhere = OrganisationCode::new("eigendrempel").unwrap();
    assert_ne!(provider, elsewhere.as_str());
    let everybody = [
        desk.clone(),
        town.person("coordinator", Role::PlacementCoordinator, &provider).await,
        town.person("other-coordinator", Role::PlacementCoordinator, elsewhere.as_str()).await,
        town.person("consultant", Role::LettingConsultant, &own).await,
        town.person("other-consultant", Role::LettingConsultant, other).await,
        town.person("manager", Role::ProgrammeManager, "gemeente").await,
        town.person(&worker, Role::SupportWorker, &provider).await,
        town.person("other-worker", Role::SupportWorker, &provider).await,
        town.person("administrator", Role::Administrator, "gemeente").await,
        town.operator.clone(),
        Who::Nobody,
        town.person("officer", Role::HousingOfficer, "gemeente").await,
    ];
    let draft = rounds::RoundDraft {
        name: "Week 25".to_owned(),
        held_on: today().to_string(),
        vacancies: (1..=13).map(|it| format!("VH-{it:02}")).collect(),
        ..rounds::RoundDraft::default()
    };
    let round = rounds::create(&town.app, &desk, &draft).await.unwrap();
    let proposal = rounds::propose(&town.app, &desk, round, 1).await.unwrap();
    crate::cases::to_a_decision(&town, &everybody[6], &reference("D-0001")).await;
    let paper = crate::documents::draft("support");
    let document =
        documents::add(&town.app, &everybody[6], &reference("D-0001"), &paper).await.unwrap()[0];
    let on = On { app: &town.app, document, round, proposal, organisation: &own };
    let mut wrong = Vec::new();
    for (name, row, attempt) in TABLE {
        let expected: Vec<bool> = row.split(' ').map(|cell| cell == "y").collect();
        assert_eq!(expected.len(), WHO.len(), "{name}");
        for ((who, label), expected) in everybody.iter().zip(WHO).zip(expected) {
            let result = attempt(on, who).await;
            if refused(&result) == expected {
                wrong.push(format!("{name} as {label}: {result:?}"));
            }
        }
    }
    // And whoever a file is about, at their own window: nothing of this, but their own.
    let resident = crate::window::enters(&town, &everybody[6], &reference("D-0001")).await;
    for (name, _, attempt) in TABLE {
        let own = name.contains("one's own") || *name == "see who looked";
        let result = attempt(on, &resident).await;
        if !own && !refused(&result) {
            wrong.push(format!("{name} as the resident: {result:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn of_the_whole_table_a_resident_has_their_own_window_and_no_subject() {
    let town = Town::new().await;
    let whose = reference("D-0001");
    let worker = crate::window::worker_of(&town, &whose).await;
    let resident = crate::window::enters(&town, &worker, &whose).await;
    let provider = &resident.resident().unwrap().provider;
    let own = [Action::SeeOwnFile, Action::ActOnOwnFile, Action::SayOwnWords, Action::ChangeOwnKey];
    for action in Action::ALL {
        assert_eq!(policy::may(&resident, action), own.contains(&action), "{}", action.code());
        let subject = policy::Subject { organisation: Some(provider), worker: None };
        assert!(!policy::may_for(&resident, action, subject), "{}", action.code());
    }
}

#[test]
fn nobody_may_do_anything() {
    for action in Action::ALL {
        assert!(!policy::may(&Who::Nobody, action), "{}", action.code());
    }
}
