//! Time on the wall and of the processors, per operation.

use std::time::{Duration, Instant};

const WARM_UP: Duration = Duration::from_millis(400);
const MEASURED: Duration = Duration::from_millis(1_200);

pub struct Times {
    pub nanos: f64,
    pub cpu_nanos: f64,
}

/// Does the work over and over, first to warm up and then for the measurement.
pub fn measure(work: impl Fn(), operations: u64) -> Times {
    repeat(&work, WARM_UP);
    let began = Instant::now();
    let cpu_began = cpu_nanos();
    let done = (repeat(&work, MEASURED) * operations) as f64;
    Times {
        nanos: began.elapsed().as_nanos() as f64 / done,
        cpu_nanos: (cpu_nanos() - cpu_began) as f64 / done,
    }
}

fn repeat(work: &impl Fn(), duration: Duration) -> u64 {
    let began = Instant::now();
    let mut times = 0;
    while began.elapsed() < duration {
        work();
        times += 1;
    }
    times
}

/// What this process has spent of the processors' time.
fn cpu_nanos() -> i64 {
    let mut time = libc::timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    // Safe: the kernel writes into a value that is ours and lives on.
    let failed = unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &mut time) };
    assert_eq!(failed, 0, "the clock of this process could not be read");
    time.tv_sec * 1_000_000_000 + time.tv_nsec
}
