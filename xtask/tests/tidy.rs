//! The checks on the repository, one sentence each.

use xtask::{arrows, files, hygiene, locales, migrations, papers, store};

#[track_caller]
fn check(findings: &[String]) {
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}

#[test]
fn crates_use_only_the_crates_they_may() {
    check(&arrows::forbidden(&arrows::packages().unwrap()));
}

#[test]
fn crates_that_compute_know_nothing_of_the_outside_and_layers_keep_their_libraries() {
    check(&arrows::outside(&arrows::packages().unwrap()));
}

#[test]
fn no_file_holds_tabs_or_blanks_at_the_end_of_a_line() {
    check(&hygiene::blanks(&files::all().unwrap()));
}

#[test]
fn every_file_ends_in_one_newline() {
    check(&hygiene::ends(&files::all().unwrap()));
}

#[test]
fn no_file_is_too_long_to_read() {
    check(&hygiene::long(&files::all().unwrap()));
}

#[test]
fn all_sql_is_in_the_store() {
    check(&hygiene::sql(&files::all().unwrap()));
}

#[test]
fn nothing_is_left_unfinished_and_no_test_is_passed_over() {
    check(&hygiene::unfinished(&files::all().unwrap()));
}

#[test]
fn no_file_names_a_package_registry() {
    let files = files::all().unwrap();
    check(&hygiene::registries(&files));
    check(&hygiene::pinned_hosts(&files));
}

#[test]
fn no_file_names_a_folder_of_one_machine() {
    check(&hygiene::machine_paths(&files::all().unwrap()));
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_variables() {
    check(&locales::differences().unwrap());
}

#[test]
fn both_databases_have_the_same_tables_with_the_same_columns() {
    check(&migrations::differences().unwrap());
}

#[test]
fn every_public_function_of_the_store_is_called_in_its_tests() {
    check(&store::untested().unwrap());
}

#[test]
fn the_crate_map_lists_exactly_the_crates() {
    check(&papers::crate_map().unwrap());
}

#[test]
fn the_first_commands_a_stranger_types_are_there() {
    check(&papers::first_commands().unwrap());
}

#[test]
fn papers_name_only_commands_that_exist() {
    check(&papers::unknown_commands(&files::all().unwrap()).unwrap());
}

#[test]
fn the_guide_has_the_same_pages_in_both_languages() {
    check(&papers::guide_gaps().unwrap());
}

#[test]
fn links_between_papers_lead_somewhere() {
    check(&papers::dead_links(&files::all().unwrap()));
}

#[test]
fn papers_that_code_refers_to_are_there() {
    check(&papers::dead_references(&files::all().unwrap()));
}

#[test]
fn words_of_the_glossary_are_words_of_the_code() {
    check(&papers::unused_words(&files::all().unwrap()).unwrap());
}
