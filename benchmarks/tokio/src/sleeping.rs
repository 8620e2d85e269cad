//! Workloads that sleep.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;
use tokio::time::sleep;

pub const SLEEPS: u64 = 100_000;
const LONGEST_MILLIS: u64 = 1_000;

static P99_LATE_NANOS: AtomicI64 = AtomicI64::new(-1);

/// Of 100 timers 99 were not later than this; -1 if there were none.
pub fn p99_late_nanos() -> i64 {
    P99_LATE_NANOS.load(Ordering::Relaxed)
}

/// Spread evenly, and not in order.
fn millis(number: u64) -> u64 {
    1 + number * 7_919 % LONGEST_MILLIS
}

pub fn timers(runtime: &Runtime) {
    let mut late: Vec<i64> = runtime.block_on(async {
        let mut sleeps = Vec::with_capacity(SLEEPS as usize);
        for number in 0..SLEEPS {
            let length = Duration::from_millis(millis(number));
            let due = Instant::now() + length;
            sleeps.push(tokio::spawn(async move {
                sleep(length).await;
                Instant::now().saturating_duration_since(due).as_nanos() as i64
            }));
        }
        let mut late = Vec::with_capacity(SLEEPS as usize);
        for each in sleeps {
            late.push(each.await.unwrap());
        }
        late
    });
    late.sort_unstable();
    P99_LATE_NANOS.store(late[late.len() * 99 / 100], Ordering::Relaxed);
}
