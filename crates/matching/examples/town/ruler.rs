use std::{fs, time::Duration};

use rustix::time::{ClockId, Timespec, clock_gettime};

/// What this thread uses from here on.
#[derive(Debug)]
pub(crate) struct Ruler {
    before: Duration,
}

impl Ruler {
    pub(crate) fn new() -> Self {
        // Forgets the highest mark of making the town; where that cannot be, memory comes
        // out too high rather than too low.
        fs::write("/proc/self/clear_refs", "5").unwrap_or_default();
        Self { before: cpu() }
    }

    /// CPU seconds since.
    pub(crate) fn seconds(&self) -> f64 {
        cpu().saturating_sub(self.before).as_secs_f64()
    }

    /// The most memory since, of the whole process; 0 where the system does not tell.
    pub(crate) fn peak() -> u64 {
        let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|it| it.trim().strip_suffix(" kB")?.parse::<u64>().ok());
        kilobytes.unwrap_or(0) * 1024
    }
}

/// Time this thread has been at work.
fn cpu() -> Duration {
    let Timespec { tv_sec, tv_nsec } = clock_gettime(ClockId::ThreadCPUTime);
    let seconds = Duration::from_secs(tv_sec.try_into().unwrap_or(0));
    seconds + Duration::from_nanos(tv_nsec.try_into().unwrap_or(0))
}
