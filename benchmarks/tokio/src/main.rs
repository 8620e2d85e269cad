//! The workloads of `./wakerobin bench` on Tokio, one measurement a run:
//!
//! ```text
//! wakerobin-bench WORKLOAD single|multi
//! {"nanos":123.4,"cpuNanos":130.1,"p99LateNanos":-1}
//! ```
//!
//! Times are per operation; how late timers are is -1 where there are none. It ends with 3 where there is no version of a workload on Tokio, and
//! with 2 if it was called in another way.

mod measure;
mod sleeping;
mod spawning;
mod waiting;

use std::process::exit;
use tokio::runtime::{Builder, Runtime};

/// One invocation of a workload.
pub type Work = fn(&Runtime);

/// A workload, and how many operations one invocation of it is.
fn workload(name: &str) -> Option<(Work, u64)> {
    Some(match name {
        "spawn_local" => (spawning::local as Work, spawning::TASKS),
        "spawn_worker" => (spawning::worker, spawning::TASKS),
        "spawn_remote" => (spawning::remote, spawning::TASKS),
        "chained" => (spawning::chained, spawning::LINKS),
        "spawn_storm" => (spawning::storm, spawning::STORM),
        "join_all" => (spawning::join_all, spawning::TASKS),
        "ping_pong" => (waiting::ping_pong, waiting::PAIRS),
        "yield_many" => (waiting::yield_many, waiting::YIELDS),
        "mpsc_from_1" => (waiting::mpsc_from_1, waiting::MESSAGES),
        "mpsc_from_5" => (waiting::mpsc_from_5, waiting::MESSAGES),
        "mutex_by_1" => (waiting::mutex_by_1, waiting::LOCKS),
        "mutex_by_4" => (waiting::mutex_by_4, waiting::LOCKS),
        "mutex_across_yield" => (waiting::mutex_across_yield, waiting::LOCKS),
        "semaphore_by_1" => (waiting::semaphore_by_1, waiting::LOCKS),
        "semaphore_by_4" => (waiting::semaphore_by_4, waiting::LOCKS),
        "timers" => (sleeping::timers, sleeping::SLEEPS),
        _ => return None,
    })
}

fn runtime(threads: &str) -> Option<Runtime> {
    let built = match threads {
        "single" => Builder::new_current_thread().enable_time().build(),
        "multi" => Builder::new_multi_thread()
            .worker_threads(2)
            .enable_time()
            .build(),
        _ => return None,
    };
    Some(built.expect("a runtime of Tokio could not be started"))
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [name, threads] = words.as_slice() else {
        eprintln!("usage: wakerobin-bench WORKLOAD single|multi");
        exit(2);
    };
    let Some((work, operations)) = workload(name) else {
        exit(3);
    };
    let Some(runtime) = runtime(threads) else {
        eprintln!("'{threads}' is not a number of threads: single or multi");
        exit(2);
    };
    let times = measure::measure(|| work(&runtime), operations);
    println!(
        "{{\"nanos\":{:.3},\"cpuNanos\":{:.3},\"p99LateNanos\":{}}}",
        times.nanos,
        times.cpu_nanos,
        sleeping::p99_late_nanos()
    );
}
