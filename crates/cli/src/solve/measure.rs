//! What a command cost: processor time and memory, as the system counts them.

use std::{fs, time::Instant};

/// A stretch of work from its beginning on.
#[derive(Debug)]
pub(super) struct Watch {
    wall: Instant,
    cpu: Option<f64>,
}

/// How long a stretch took.
#[derive(Debug, Clone, Copy)]
pub(super) struct Took {
    pub(super) seconds: f64,
    /// `cpu` when the system tells the processor time of this process, else `wall`.
    pub(super) clock: &'static str,
}

impl Watch {
    pub(super) fn start() -> Self {
        Self { wall: Instant::now(), cpu: cpu() }
    }

    pub(super) fn took(&self) -> Took {
        match self.cpu.zip(cpu()) {
            Some((begin, now)) => Took { seconds: (now - begin).max(0.0), clock: "cpu" },
            None => Took { seconds: self.wall.elapsed().as_secs_f64(), clock: "wall" },
        }
    }

    pub(super) fn wall(&self) -> f64 {
        self.wall.elapsed().as_secs_f64()
    }
}

/// Seconds of processor time of all threads so far.
///
/// Each thread's own count is in nanoseconds but goes with the thread; the count of the
/// whole process, in hundredths of a second on Linux, stays. The larger one is right.
fn cpu() -> Option<f64> {
    let threads = fs::read_dir("/proc/self/task").ok()?.filter_map(|thread| {
        let text = fs::read_to_string(thread.ok()?.path().join("schedstat")).ok()?;
        text.split_whitespace().next()?.parse::<f64>().ok()
    });
    let threads = threads.sum::<f64>() / 1e9;
    let text = fs::read_to_string("/proc/self/stat").ok()?;
    // What comes before the last bracket is a name that may hold anything.
    let (_, rest) = text.rsplit_once(')')?;
    let ticks = |at: usize| rest.split_whitespace().nth(at)?.parse::<f64>().ok();
    let process = (ticks(11)? + ticks(12)?) / 100.0;
    Some(threads.max(process))
}

/// The most memory this process held at once, in MB of a million bytes; `None` where the
/// system does not tell.
pub(super) fn peak_mb() -> Option<f64> {
    let text = fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib = line.split_whitespace().next()?.parse::<f64>().ok()?;
    Some(kib * 1024.0 / 1e6)
}
