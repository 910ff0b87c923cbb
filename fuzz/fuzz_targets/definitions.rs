#![no_main]

#[expect(dead_code, reason = "each target uses one of the functions")]
#[path = "../../crates/placement-check/tests/fuzzed/drive.rs"]
mod drive;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    drive::definitions(bytes);
});
