//! The year: what is agreed, who agrees, how homes are shared out, how it goes.

use jiff::Span;
use sleutel_actions::{
    ActionError, App, Clock, FieldFault, Hold, Who, numbers,
    steering::{
        self, AssentDraft, Goal, Measured, NamedDraft, ReportDraft, SettleDraft, ShareDraft,
        YearDraft, YearSubject, agree_year, report::Report, year_form,
    },
};
use sleutel_domain::{
    access::Role,
    steering::{DemandBasis, Rule, ShareStanding, Warning, YearTotal},
};

use crate::town::{Town, today};

const YEAR: i16 = 2026;

async fn manager(town: &Town) -> Who {
    town.person("manager", Role::ProgrammeManager, "gemeente").await
}

/// Eighteen hundred homes, as the demo city has.
async fn agreed(town: &Town, who: &Who, homes: u32) -> Result<u32, ActionError> {
    let form = year_form(&town.app, who, YEAR).await?;
    let draft = YearDraft { homes: homes.to_string(), ..form.draft };
    agree_year(&town.app, who, YEAR, &draft).await
}

async fn proposed(town: &Town, who: &Who, rule: Rule) -> Result<u32, ActionError> {
    let year = steering::year_of(&town.app, who, YEAR, None).await?;
    let version = year.versions.first().map(|it| it.version.to_string()).unwrap_or_default();
    let draft = ShareDraft { rule: rule.code().to_owned(), version, ..ShareDraft::default() };
    steering::propose_shares(&town.app, who, YEAR, &draft).await
}

fn faults(error: ActionError) -> Vec<(String, FieldFault)> {
    let ActionError::Fields(errors) = error else { panic!("{error:?}") };
    errors.into_iter().map(|it| (it.field, it.fault)).collect()
}

async fn a_year_is_agreed_in_versions(town: &Town) {
    let who = manager(town).await;
    let form = year_form(&town.app, &who, YEAR).await.unwrap();
    assert_eq!(form.draft.groups.len(), 19, "prefilled from the numbers of the year");
    assert!(form.draft.groups.iter().any(|it| !it.floor.is_empty() && !it.ceiling.is_empty()));
    assert_eq!(agreed(town, &who, 1_800).await.unwrap(), 1);
    // Made before the other was written down.
    let late = YearDraft { homes: "1900".to_owned(), ..form.draft };
    let refused = agree_year(&town.app, &who, YEAR, &late).await;
    assert!(matches!(refused, Err(ActionError::Changed)), "{refused:?}");
    let mut draft = year_form(&town.app, &who, YEAR).await.unwrap().draft;
    assert_eq!((draft.was.as_str(), draft.homes.as_str()), ("1", "1800"));
    draft.kind = "part-of-vacancies".to_owned();
    (draft.percent, draft.vacancies) = ("30,5".to_owned(), "6000".to_owned());
    draft.note = "Minder verhuizingen verwacht.".to_owned();
    assert_eq!(agree_year(&town.app, &who, YEAR, &draft).await.unwrap(), 2);
    let year = steering::year_of(&town.app, &who, YEAR, None).await.unwrap();
    let totals: Vec<_> = year.versions.iter().map(|it| it.total).collect();
    let part = YearTotal::PartOfVacancies { per_mille: 305, vacancies: 6_000 };
    assert_eq!(totals, [part, YearTotal::Fixed(1_800)], "the first stays as it was");
    let old = steering::year_of(&town.app, &who, YEAR, Some(1)).await.unwrap();
    assert_eq!(old.shown.map(|(row, _)| row.total), Some(YearTotal::Fixed(1_800)));
    let none = steering::year_of(&town.app, &who, YEAR, Some(9)).await;
    assert!(matches!(none, Err(ActionError::NotFound)));
    let far = steering::year_of(&town.app, &who, 1999, None).await;
    assert!(matches!(far, Err(ActionError::NotFound)));
}

async fn everything_wrong_with_a_year_is_told_at_its_field(town: &Town) {
    let who = manager(town).await;
    let mut draft = year_form(&town.app, &who, YEAR).await.unwrap().draft;
    draft.homes = "12".to_owned();
    draft.groups[0].floor = "veel".to_owned();
    (draft.groups[1].floor, draft.groups[1].ceiling) = ("9".to_owned(), "8".to_owned());
    let found = faults(agree_year(&town.app, &who, YEAR, &draft).await.unwrap_err());
    let fields: Vec<&str> = found.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(fields, ["group-0-floor", "group-1-ceiling", "homes"], "{found:?}");
    assert!(matches!(found[2].1, FieldFault::FloorsAsk { least } if least > 1_000));
    let draft = YearDraft { kind: "part-of-vacancies".to_owned(), ..YearDraft::default() };
    let found = faults(agree_year(&town.app, &who, YEAR, &draft).await.unwrap_err());
    let fields: Vec<&str> = found.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(fields, ["percent", "vacancies"]);
    assert!(steering::year_of(&town.app, &who, YEAR, None).await.unwrap().shown.is_none());
}

async fn partners_agree_with_the_newest_version(town: &Town) {
    let who = manager(town).await;
    let own = town.person("own", Role::PlacementCoordinator, "dagwinst").await;
    agreed(town, &who, 1_800).await.unwrap();
    let draft = |organisation: &str, version: &str, said_by: &str| AssentDraft {
        organisation: organisation.to_owned(),
        version: version.to_owned(),
        said_by: said_by.to_owned(),
    };
    let app = &town.app;
    steering::assent(app, &own, YEAR, &draft("dagwinst", "1", "")).await.unwrap();
    let again = steering::assent(app, &own, YEAR, &draft("dagwinst", "1", "")).await;
    assert!(matches!(again, Err(ActionError::Hold(Hold::AgreedAlready))), "{again:?}");
    let other = steering::assent(app, &own, YEAR, &draft("wendelhuis", "1", "Baas")).await;
    assert!(matches!(other, Err(ActionError::Denied(_))), "{other:?}");
    // Whoever writes it down for another says who told them.
    let nobody = steering::assent(app, &who, YEAR, &draft("wendelhuis", "1", "")).await;
    assert_eq!(faults(nobody.unwrap_err())[0].0, "said_by-wendelhuis");
    steering::assent(app, &who, YEAR, &draft("wendelhuis", "1", "Directeur")).await.unwrap();
    let year = steering::year_of(app, &who, YEAR, None).await.unwrap();
    let yes = |code: &str| {
        year.partners.iter().find(|it| it.code.as_str() == code).unwrap().assent.clone()
    };
    assert!(yes("dagwinst").is_some_and(|it| it.said_by.is_none()));
    assert!(yes("wendelhuis").is_some_and(|it| it.said_by.is_some()));
    // A new version: nobody agreed with it, and the old one keeps who did.
    agreed(town, &who, 1_850).await.unwrap();
    let stale = steering::assent(app, &who, YEAR, &draft("gemeente", "1", "")).await;
    assert!(matches!(stale, Err(ActionError::Changed)), "{stale:?}");
    let new = steering::year_of(app, &who, YEAR, None).await.unwrap();
    assert!(new.partners.iter().all(|it| it.assent.is_none()));
    let old = steering::year_of(app, &who, YEAR, Some(1)).await.unwrap();
    assert_eq!(old.partners.iter().filter(|it| it.assent.is_some()).count(), 2);
    assert!(old.partners.iter().all(|it| !it.may_assent), "an old version is history");
}

async fn a_decided_share_out_is_what_the_rounds_keep_to(town: &Town) {
    let who = manager(town).await;
    let nothing = proposed(town, &who, Rule::EqualHelped).await;
    assert!(
        matches!(nothing, Err(ActionError::Hold(Hold::NoYearAgreed { year: YEAR }))),
        "{nothing:?}"
    );
    agreed(town, &who, 1_800).await.unwrap();
    let numbers = DemandBasis::Numbers;
    let all = steering::shares_of(&town.app, &who, YEAR, Some(numbers)).await.unwrap();
    for (rule, out) in &all.by_rule {
        let sum: u32 = out.as_ref().unwrap().shares.iter().map(|it| it.homes).sum();
        assert_eq!(sum, 1_800, "{rule:?}");
    }
    let before = numbers::of_year(&town.app, &who, today()).await.unwrap();
    let number = proposed(town, &who, Rule::EqualHelped).await.unwrap();
    let one = steering::one_share_out(&town.app, &who, YEAR, number).await.unwrap();
    assert!(one.may_settle && one.held.is_none());
    let unchanged = numbers::of_year(&town.app, &who, today()).await.unwrap();
    assert_eq!(unchanged, before, "proposing changes nothing");
    let settle = SettleDraft { decided: true, why: "Akkoord.".to_owned() };
    steering::settle_shares(&town.app, &who, YEAR, number, &settle).await.unwrap();
    let after = numbers::of_year(&town.app, &who, today()).await.unwrap();
    for share in &one.shares {
        let of = |year: &numbers::Year| {
            let found = year.groups.iter().find(|it| it.group.code == share.demand.group);
            found.unwrap().share.agreed
        };
        assert_eq!(of(&after).upper, Some(share.homes), "{:?}", share.demand.group);
        assert_eq!(of(&after).realised, of(&before).realised, "nothing realised is rewritten");
        assert!(share.homes >= of(&before).realised, "and nothing is taken back");
    }
    for main in &after.main_groups {
        let parts = after
            .groups
            .iter()
            .filter(|it| it.group.counts && it.group.main_group == main.main_group.code());
        let sum: u32 = parts.filter_map(|it| it.share.agreed.upper).sum();
        assert!(main.agreed.upper.is_none_or(|upper| upper >= sum), "{main:?} {sum}");
    }
    let again = steering::settle_shares(&town.app, &who, YEAR, number, &settle).await;
    assert!(matches!(again, Err(ActionError::Hold(Hold::SharesSettled))), "{again:?}");
    let seen = steering::year_so_far(&town.app, &who, YEAR, 10).await.unwrap();
    assert_eq!(
        seen.decided.map(|it| (it.number, it.standing)),
        Some((number, ShareStanding::Decided))
    );
    for (what, line) in &seen.groups {
        let Measured::Group(group) = what else { panic!("{what:?}") };
        let share = one.shares.iter().find(|it| it.demand.group == group.code);
        let goal = share.map(|it| Goal { least: it.homes, most: Some(it.homes) });
        assert!(share.is_none() || line.goal == goal, "{what:?} {line:?}");
    }
}

async fn a_decision_keeps_what_people_expect_and_can_be_put_back(town: &Town) {
    let who = manager(town).await;
    agreed(town, &who, 1_800).await.unwrap();
    let before = numbers::of_year(&town.app, &who, today()).await.unwrap();
    let draft = ShareDraft {
        rule: Rule::EqualHelped.code().to_owned(),
        basis: DemandBasis::Forecast.code().to_owned(),
        version: "1".to_owned(),
        ..ShareDraft::default()
    };
    let number = steering::propose_shares(&town.app, &who, YEAR, &draft).await.unwrap();
    let early = steering::put_back_shares(&town.app, &who, YEAR, number, "Te vroeg.").await;
    assert!(matches!(early, Err(ActionError::Hold(Hold::SharesNotInForce))), "{early:?}");
    let settle = SettleDraft { decided: true, why: String::new() };
    steering::settle_shares(&town.app, &who, YEAR, number, &settle).await.unwrap();
    let decided = numbers::of_year(&town.app, &who, today()).await.unwrap();
    let expected =
        |year: &numbers::Year| year.groups.iter().map(|it| it.share.expected).collect::<Vec<_>>();
    assert_eq!(expected(&decided), expected(&before), "what somebody typed stays theirs");
    assert_ne!(decided, before);
    let silent = steering::put_back_shares(&town.app, &who, YEAR, number, " ").await;
    assert_eq!(faults(silent.unwrap_err())[0].0, "why");
    let one = steering::one_share_out(&town.app, &who, YEAR, number).await.unwrap();
    assert!(one.may_put_back && one.taken_back.is_none());
    steering::put_back_shares(&town.app, &who, YEAR, number, "Verkeerde regel.").await.unwrap();
    let after = numbers::of_year(&town.app, &who, today()).await.unwrap();
    assert_eq!(after, before);
    let one = steering::one_share_out(&town.app, &who, YEAR, number).await.unwrap();
    assert_eq!(one.row.standing, ShareStanding::TakenBack);
    assert!(one.taken_back.is_some() && one.row.settled.is_some() && !one.may_put_back);
    let again = steering::put_back_shares(&town.app, &who, YEAR, number, "Nog eens.").await;
    assert!(matches!(again, Err(ActionError::Hold(Hold::SharesNotInForce))), "{again:?}");
    let seen = steering::year_so_far(&town.app, &who, YEAR, 10).await.unwrap();
    assert!(seen.decided.is_none());
}

async fn numbers_changed_by_hand_are_not_put_back(town: &Town) {
    let who = manager(town).await;
    agreed(town, &who, 1_800).await.unwrap();
    let number = proposed(town, &who, Rule::EqualHelped).await.unwrap();
    let settle = SettleDraft { decided: true, why: String::new() };
    steering::settle_shares(&town.app, &who, YEAR, number, &settle).await.unwrap();
    let year = numbers::of_year(&town.app, &who, today()).await.unwrap();
    let one = steering::one_share_out(&town.app, &who, YEAR, number).await.unwrap();
    let group = one.shares.iter().map(|it| &it.demand.group).next().unwrap().clone();
    let found = year.groups.iter().find(|it| it.group.code == group).unwrap();
    let what = numbers::Numbered::Group(group.clone());
    let form = numbers::numbers_form(&town.app, &who, &what).await.unwrap();
    let upper = found.share.agreed.upper.unwrap() + 1;
    let draft = numbers::NumbersDraft { upper: upper.to_string(), ..form.draft };
    numbers::save_numbers(&town.app, &who, &what, &draft).await.unwrap();
    let held = steering::put_back_shares(&town.app, &who, YEAR, number, "Terug.").await;
    let Err(ActionError::Hold(Hold::NumbersChanged { of })) = held else { panic!("{held:?}") };
    assert_eq!(of, [group.to_string()]);
    let same = numbers::of_year(&town.app, &who, today()).await.unwrap();
    let kept = same.groups.iter().find(|it| it.group.code == group).unwrap();
    assert_eq!(kept.share.agreed.upper, Some(upper), "all of it or nothing");
}

async fn an_older_proposal_decided_later_is_in_force(town: &Town) {
    let who = manager(town).await;
    agreed(town, &who, 1_800).await.unwrap();
    let first = proposed(town, &who, Rule::EqualHelped).await.unwrap();
    let second = proposed(town, &who, Rule::Proportional).await.unwrap();
    let settle = SettleDraft { decided: true, why: String::new() };
    steering::settle_shares(&town.app, &who, YEAR, second, &settle).await.unwrap();
    let mut later = town.app.clone();
    later.clock = Clock::Fixed(town.app.clock.now() + Span::new().minutes(1));
    steering::settle_shares(&later, &who, YEAR, first, &settle).await.unwrap();
    let seen = steering::year_so_far(&town.app, &who, YEAR, 10).await.unwrap();
    assert_eq!(seen.decided.map(|it| it.number), Some(first));
    let late = steering::put_back_shares(&town.app, &who, YEAR, second, "Terug.").await;
    assert!(matches!(late, Err(ActionError::Hold(Hold::SharesNotInForce))), "{late:?}");
    steering::put_back_shares(&town.app, &who, YEAR, first, "Terug.").await.unwrap();
    let seen = steering::year_so_far(&town.app, &who, YEAR, 10).await.unwrap();
    assert_eq!(seen.decided.map(|it| it.number), Some(second));
}

async fn a_year_that_is_over_is_not_shared_out_again(town: &Town) {
    let who = manager(town).await;
    let past = YEAR - 1;
    let form = year_form(&town.app, &who, past).await.unwrap();
    let draft = YearDraft { homes: "1800".to_owned(), ..form.draft };
    agree_year(&town.app, &who, past, &draft).await.unwrap();
    let shares = steering::shares_of(&town.app, &who, past, None).await.unwrap();
    assert!(!shares.may_propose);
    let draft = ShareDraft {
        rule: Rule::Proportional.code().to_owned(),
        version: "1".to_owned(),
        ..ShareDraft::default()
    };
    let late = steering::propose_shares(&town.app, &who, past, &draft).await;
    assert!(matches!(late, Err(ActionError::Hold(Hold::YearIsOver { .. }))), "{late:?}");
}

async fn a_report_stays_as_it_was_made_and_knows_the_one_before(town: &Town) {
    let who = manager(town).await;
    let draft = ReportDraft { year: YEAR.to_string(), note: "Voor juli.".to_owned() };
    let first = steering::make_report(&town.app, &who, &draft).await.unwrap();
    assert_eq!(first, (YEAR, 1));
    let made = steering::report::report(&town.app, &who, YEAR, 1).await.unwrap();
    assert!(made.before.is_none() && made.row.agreement.is_none());
    let so_far = steering::year_so_far(&town.app, &who, YEAR, 10).await.unwrap();
    let of = |report: &Report, part: &str| {
        report.lines.iter().filter(|it| it.part == part).cloned().collect::<Vec<_>>()
    };
    assert_eq!(of(&made, "total")[0].stand.realised, so_far.total.realised);
    assert_eq!(of(&made, "group").len(), so_far.groups.len());
    assert_eq!(of(&made, "association").len(), so_far.associations.len());
    let parts = so_far.main_groups.len() + 1;
    assert_eq!(of(&made, "year").len(), so_far.before.len() * parts);
    // Something is agreed: the next report has it, the first stays.
    agreed(town, &who, 1_800).await.unwrap();
    assert_eq!(steering::make_report(&town.app, &who, &draft).await.unwrap(), (YEAR, 2));
    let second = steering::report::report(&town.app, &who, YEAR, 2).await.unwrap();
    assert_eq!(second.row.agreement, Some(1));
    assert_eq!(of(&second, "total")[0].stand.goal, Some((1_800, Some(1_800))));
    let (before, lines) = second.before.unwrap();
    assert_eq!((before, lines), (made.row.clone(), made.lines.clone()));
    let again = steering::report::report(&town.app, &who, YEAR, 1).await.unwrap();
    assert_eq!(again, made);
    let all = steering::reports_of(&town.app, &who).await.unwrap();
    assert_eq!(all.made.iter().map(|it| it.number).collect::<Vec<_>>(), [2, 1]);
    let next = ReportDraft { year: (YEAR + 1).to_string(), note: String::new() };
    let early = steering::make_report(&town.app, &who, &next).await.unwrap_err();
    assert_eq!(faults(early), [("year".to_owned(), FieldFault::NotAChoice)]);
    for year in ["", "x", "1066"] {
        let draft = ReportDraft { year: year.to_owned(), note: String::new() };
        let none = steering::make_report(&town.app, &who, &draft).await;
        assert!(matches!(none, Err(ActionError::NotFound)), "{year} {none:?}");
    }
    let none = steering::report::report(&town.app, &who, YEAR, 0).await;
    assert!(matches!(none, Err(ActionError::NotFound)), "{none:?}");
}

async fn what_changed_since_holds_a_share_out(town: &Town) {
    let who = manager(town).await;
    agreed(town, &who, 1_800).await.unwrap();
    let number = proposed(town, &who, Rule::Proportional).await.unwrap();
    agreed(town, &who, 1_750).await.unwrap();
    let settle = SettleDraft { decided: true, why: String::new() };
    let other = steering::settle_shares(&town.app, &who, YEAR, number, &settle).await;
    assert!(matches!(other, Err(ActionError::Hold(Hold::OtherYearAgreed))), "{other:?}");
    let aside = SettleDraft { decided: false, why: "Achterhaald.".to_owned() };
    steering::settle_shares(&town.app, &who, YEAR, number, &aside).await.unwrap();
    let one = steering::one_share_out(&town.app, &who, YEAR, number).await.unwrap();
    assert_eq!(one.row.standing, ShareStanding::PutAside);
    assert!(!one.may_settle && !one.may_put_aside);
    // Fewer homes than were given already: nobody has to give any back.
    let mut draft = year_form(&town.app, &who, YEAR).await.unwrap().draft;
    draft.homes = "20".to_owned();
    for group in &mut draft.groups {
        group.floor = String::new();
    }
    agree_year(&town.app, &who, YEAR, &draft).await.unwrap();
    let few = proposed(town, &who, Rule::Proportional).await;
    assert!(matches!(few, Err(ActionError::Hold(Hold::CannotShareOut { .. }))), "{few:?}");
}

async fn a_year_under_way_says_where_it_ends(town: &Town) {
    let who = manager(town).await;
    agreed(town, &who, 1_800).await.unwrap();
    let year = steering::year_so_far(&town.app, &who, YEAR, 10).await.unwrap();
    assert_eq!(year.days, (166, 199));
    let counted = year
        .groups
        .iter()
        .filter(|(what, _)| matches!(what, Measured::Group(group) if group.counts));
    let sum: u32 = counted.map(|(_, line)| line.realised).sum();
    assert_eq!(year.total.realised, sum);
    assert_eq!(year.total.goal, Some(Goal { least: 1_800, most: Some(1_800) }));
    for (what, line) in year.groups.iter().chain(&year.main_groups).chain(&year.associations) {
        let [low, middle, high] = line.ends;
        assert!(line.realised <= low && low <= middle && middle <= high, "{what:?} {line:?}");
        let chance = line.warning.map_or(0.5, Warning::chance);
        assert!((0.5..=1.0).contains(&chance));
    }
    assert!(year.groups.iter().any(|(_, line)| line.warning.is_some()), "the demo has some");
    let strict = steering::year_so_far(&town.app, &who, YEAR, 5).await.unwrap();
    let warned = |it: &steering::YearSoFar| {
        it.groups.iter().filter(|(_, line)| line.warning.is_some()).count()
    };
    assert!(warned(&strict) >= warned(&year));
    assert_eq!(year.before.len(), 6);
    let past = steering::year_so_far(&town.app, &who, YEAR - 1, 10).await.unwrap();
    assert_eq!((past.days.1, past.total.ends), (0, [past.total.realised; 3]));
    // Of the running year half is known; the next one is not foreseen as half as good.
    let next = steering::year_so_far(&town.app, &who, YEAR + 1, 10).await.unwrap();
    assert_eq!((next.days.0, next.total.realised), (0, 0));
    let whole = year.total.realised * 365 / 166;
    let [low, middle, high] = next.total.ends;
    assert!(low < whole && whole < high && middle > year.total.realised, "{:?}", next.total.ends);
}

async fn a_first_version_begins_with_the_year_before(town: &Town) {
    let who = manager(town).await;
    let mut draft = year_form(&town.app, &who, YEAR).await.unwrap().draft;
    draft.homes = "1777".to_owned();
    draft.groups[2].ground = "Zo gegroeid".to_owned();
    agree_year(&town.app, &who, YEAR, &draft).await.unwrap();
    let next = year_form(&town.app, &who, YEAR + 1).await.unwrap().draft;
    assert_eq!((next.homes.as_str(), next.was.as_str()), ("1777", ""));
    // One group ended and is not there in the next year.
    draft.groups.retain(|it| it.code != "leaving-sex-work");
    assert_eq!(next.groups, draft.groups);
    assert_eq!(agree_year(&town.app, &who, YEAR + 1, &next).await.unwrap(), 1);
}

async fn what_counts_is_what_was_agreed_for_the_year(town: &Town) {
    let who = manager(town).await;
    let counting = |year: &numbers::Year| {
        let counting = year.groups.iter().filter(|it| it.group.counts);
        counting.map(|it| it.share.agreed.realised).sum::<u32>()
    };
    let before = numbers::of_year(&town.app, &who, today()).await.unwrap();
    let most = before.groups.iter().filter(|it| it.group.counts && it.share.parent.is_some());
    let most = most.max_by_key(|it| it.share.agreed.realised).unwrap();
    let realised = most.share.agreed.realised;
    assert!(realised > 0);
    let main = |year: &numbers::Year| {
        let of = year.main_groups.iter();
        let of = of.filter(|it| it.main_group.code() == most.group.main_group);
        of.map(|it| it.agreed.realised).sum::<u32>()
    };
    let mut draft = year_form(&town.app, &who, YEAR).await.unwrap().draft;
    draft.homes = "1800".to_owned();
    let code = most.group.code.as_str();
    for group in draft.groups.iter_mut().filter(|it| it.code == code) {
        group.counts = false;
    }
    agree_year(&town.app, &who, YEAR, &draft).await.unwrap();
    let after = numbers::of_year(&town.app, &who, today()).await.unwrap();
    assert_eq!(counting(&after), counting(&before) - realised);
    assert_eq!(main(&after), main(&before) - realised, "and so its main group");
    let same = after.groups.iter().find(|it| it.group.code == most.group.code).unwrap();
    assert!(!same.group.counts && same.share.parent.is_none());
    let seen = steering::year_so_far(&town.app, &who, YEAR, 10).await.unwrap();
    assert_eq!(seen.total.realised, counting(&after));
    let past = steering::year_so_far(&town.app, &who, YEAR - 1, 10).await.unwrap();
    let one = past.groups.iter().find_map(|(what, _)| match what {
        Measured::Group(group) => (group.code == most.group.code).then_some(group.counts),
        Measured::MainGroup(_) | Measured::Association { .. } => None,
    });
    assert_eq!(one, Some(true), "another year is as it was");
}

/// The rule of the demo city: the whole city exactly, smaller parts with more play.
fn with_places(draft: &mut YearDraft) {
    draft.homes = "1800".to_owned();
    for rule in &mut draft.rules {
        let (least, most) = match rule.level.as_str() {
            "municipality" => ("95", "100"),
            "district" => ("80", "120"),
            _ => ("40", "160"),
        };
        let amount = if rule.side == "floor" { least } else { most };
        rule.measure = "association-homes".to_owned();
        rule.amount = amount.to_owned();
    }
    draft.target_rule = "by-stock".to_owned();
    (draft.least, draft.most) = ("90".to_owned(), "110".to_owned());
}

async fn places_and_associations_are_agreed_with_their_rule(town: &Town) {
    let who = manager(town).await;
    let mut draft = year_form(&town.app, &who, YEAR).await.unwrap().draft;
    assert!(draft.rules.iter().any(|it| it.level == "neighbourhood" && it.side == "floor"));
    assert!(draft.targets.iter().all(|it| !it.stock.is_empty()), "homes that are known here");
    with_places(&mut draft);
    let seen = steering::preview_year(&town.app, &who, YEAR, &draft).await.unwrap();
    assert_eq!(seen.faults, []);
    assert!(steering::year_of(&town.app, &who, YEAR, None).await.unwrap().shown.is_none());
    agree_year(&town.app, &who, YEAR, &draft).await.unwrap();
    let year = steering::year_of(&town.app, &who, YEAR, None).await.unwrap();
    assert_eq!(year.contents.places, seen.places, "written down as it was shown");
    assert_eq!(year.contents.targets, seen.targets);
    let sum: u32 = seen.targets.iter().flat_map(|it| &it.terms).map(|it| it.target).sum();
    assert_eq!(sum, 1_800);
    assert!(seen.places.terms.iter().all(|it| it.figure.is_some()));
    // Another version begins with it, and says what differs.
    let mut next = year_form(&town.app, &who, YEAR).await.unwrap().draft;
    assert_eq!((&next.rules, &next.least), (&draft.rules, &draft.least));
    let hood = seen.places.terms.iter().rev().find(|it| it.ceiling > Some(4)).unwrap();
    next.named.push(NamedDraft {
        area: hood.area.to_string(),
        floor: String::new(),
        ceiling: "900".to_owned(),
        ground: "Er wordt gebouwd".to_owned(),
    });
    next.target_rule = "none".to_owned();
    agree_year(&town.app, &who, YEAR, &next).await.unwrap();
    let year = steering::year_of(&town.app, &who, YEAR, None).await.unwrap();
    let (since, differences) = year.since.unwrap();
    let subjects: Vec<_> = differences.iter().map(|it| it.subject.clone()).collect();
    assert_eq!(since, 1);
    assert!(subjects.contains(&YearSubject::Area(hood.area.clone())));
    let gone = subjects.iter().filter(|it| matches!(it, YearSubject::Association(_)));
    assert_eq!(gone.count(), seen.targets.unwrap().terms.len());
    assert_eq!(subjects.iter().filter(|it| matches!(it, YearSubject::Area(_))).count(), 1);
    let old = steering::year_of(&town.app, &who, YEAR, Some(1)).await.unwrap();
    assert_eq!(old.contents.places, seen.places, "the first stays as it was");
}

/// A fresh version with a rule for places, looked at or put in force by somebody.
pub(crate) async fn in_force(
    app: &App,
    operator: &Who,
    who: &Who,
    put: bool,
) -> Result<(), ActionError> {
    let mut draft = year_form(app, operator, YEAR).await?.draft;
    with_places(&mut draft);
    agree_year(app, operator, YEAR, &draft).await?;
    if put {
        match steering::put_in_force(app, who, YEAR, "").await {
            // Whoever may is told that they did not look.
            Err(ActionError::Changed) => Ok(()),
            other => other.map(|_| ()),
        }
    } else {
        steering::force_view(app, who, YEAR).await.map(|_| ())
    }
}

async fn what_does_not_fit_is_told_and_not_written_down(town: &Town) {
    let who = manager(town).await;
    let mut draft = year_form(&town.app, &who, YEAR).await.unwrap().draft;
    with_places(&mut draft);
    for rule in draft.rules.iter_mut().filter(|it| it.side == "floor") {
        rule.amount = "115".to_owned();
    }
    let seen = steering::preview_year(&town.app, &who, YEAR, &draft).await.unwrap();
    assert!(!seen.faults.is_empty());
    let refused = agree_year(&town.app, &who, YEAR, &draft).await;
    let Err(ActionError::Hold(Hold::YearDoesNotFit { faults })) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(faults, seen.faults);
    assert!(steering::year_of(&town.app, &who, YEAR, None).await.unwrap().shown.is_none());
    // What was typed wrong is told at its field.
    draft.rules[0].amount = "veel".to_owned();
    draft.named = vec![NamedDraft { area: "Nergens".to_owned(), ..NamedDraft::default() }];
    draft.targets[0].stock = "-3".to_owned();
    let found = faults_of(agree_year(&town.app, &who, YEAR, &draft).await.unwrap_err());
    for field in ["rule-0-amount", "named-0-area", "named-0-ceiling", "named-0-ground"] {
        assert!(found.contains(&field.to_owned()), "{field} in {found:?}");
    }
    assert!(found.contains(&"target-0-stock".to_owned()));
}

fn faults_of(error: ActionError) -> Vec<String> {
    faults(error).into_iter().map(|(field, _)| field).collect()
}

fn associations_of(
    view: &steering::ForceView,
) -> impl Iterator<Item = &sleutel_domain::OrganisationCode> {
    view.moved.iter().filter_map(|it| match &it.subject {
        YearSubject::Association(code) => Some(code),
        YearSubject::Area(_) | YearSubject::Total | YearSubject::Group(_) => None,
    })
}

async fn a_version_in_force_is_what_the_rounds_keep_to(town: &Town) {
    let who = manager(town).await;
    let app = &town.app;
    let early = steering::put_in_force(app, &who, YEAR, "1").await;
    assert!(matches!(early, Err(ActionError::Hold(Hold::NoYearAgreed { .. }))), "{early:?}");
    agreed(town, &who, 1_800).await.unwrap();
    let bare = steering::force_view(app, &who, YEAR).await.unwrap_err();
    assert!(matches!(bare, ActionError::Hold(Hold::NothingToPutInForce)), "{bare:?}");
    let mut draft = year_form(app, &who, YEAR).await.unwrap().draft;
    with_places(&mut draft);
    agree_year(app, &who, YEAR, &draft).await.unwrap();
    let before = numbers::of_year(app, &who, today()).await.unwrap();
    let view = steering::force_view(app, &who, YEAR).await.unwrap();
    assert!(view.moved.len() > 20 && view.force.is_empty());
    assert_eq!(
        numbers::of_year(app, &who, today()).await.unwrap(),
        before,
        "looking changes nothing"
    );
    let stale = steering::put_in_force(app, &who, YEAR, "1").await;
    assert!(matches!(stale, Err(ActionError::Changed)), "{stale:?}");
    // A number that somebody changed by hand since is looked at first.
    let one = associations_of(&view).next().unwrap();
    let one = numbers::Numbered::Association(one.clone());
    let form = numbers::numbers_form(app, &who, &one).await.unwrap();
    let by_hand = numbers::NumbersDraft { lower: "3".to_owned(), ..form.draft };
    numbers::save_numbers(app, &who, &one, &by_hand).await.unwrap();
    let since = steering::put_in_force(app, &who, YEAR, &view.seen).await;
    assert!(matches!(since, Err(ActionError::Changed)), "{since:?}");
    let view = steering::force_view(app, &who, YEAR).await.unwrap();
    assert_eq!(steering::put_in_force(app, &who, YEAR, &view.seen).await.unwrap(), 2);
    let after = numbers::of_year(app, &who, today()).await.unwrap();
    let targets = steering::year_of(app, &who, YEAR, None).await.unwrap().contents.targets.unwrap();
    for terms in &targets.terms {
        let of = |year: &numbers::Year| {
            let found = year.associations.iter().find(|it| it.code == terms.association);
            found.unwrap().agreed
        };
        assert_eq!((of(&after).lower, of(&after).upper), (terms.floor, terms.ceiling));
        assert_eq!(of(&after).realised, of(&before).realised, "nothing realised is rewritten");
    }
    assert!(steering::force_view(app, &who, YEAR).await.unwrap().moved.is_empty());
    assert_eq!(steering::differing(app, &who, YEAR).await.unwrap(), []);
    let map = sleutel_actions::homes::city_map(app, &who).await.unwrap();
    for moved in &view.moved {
        let YearSubject::Area(code) = &moved.subject else { continue };
        let place = sleutel_domain::homes::Place::Area(code.clone());
        let part = map.areas.iter().find(|it| it.place == place).unwrap();
        assert_eq!((part.agreed.lower, part.agreed.upper), (moved.after.lower, moved.after.upper));
    }
    // A number that is changed by hand afterwards is told.
    let what = numbers::Numbered::Association(targets.terms[0].association.clone());
    let form = numbers::numbers_form(app, &who, &what).await.unwrap();
    let draft = numbers::NumbersDraft { lower: "1".to_owned(), ..form.draft };
    numbers::save_numbers(app, &who, &what, &draft).await.unwrap();
    let differs = steering::differing(app, &who, YEAR).await.unwrap();
    assert_eq!(differs.len(), 1);
    assert_eq!(differs[0].subject, YearSubject::Association(targets.terms[0].association.clone()));
    let past = steering::put_in_force(app, &who, YEAR - 1, "1").await;
    assert!(
        matches!(past, Err(ActionError::Hold(Hold::YearIsOver { year })) if year == YEAR - 1),
        "{past:?}"
    );
}

on_both!(
    a_year_is_agreed_in_versions,
    everything_wrong_with_a_year_is_told_at_its_field,
    partners_agree_with_the_newest_version,
    a_decided_share_out_is_what_the_rounds_keep_to,
    a_decision_keeps_what_people_expect_and_can_be_put_back,
    numbers_changed_by_hand_are_not_put_back,
    an_older_proposal_decided_later_is_in_force,
    a_year_that_is_over_is_not_shared_out_again,
    a_report_stays_as_it_was_made_and_knows_the_one_before,
    what_changed_since_holds_a_share_out,
    a_year_under_way_says_where_it_ends,
    a_first_version_begins_with_the_year_before,
    what_counts_is_what_was_agreed_for_the_year,
    places_and_associations_are_agreed_with_their_rule,
    what_does_not_fit_is_told_and_not_written_down,
    a_version_in_force_is_what_the_rounds_keep_to,
);
