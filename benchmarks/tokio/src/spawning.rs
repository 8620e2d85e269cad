//! Workloads that spawn.

use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::Arc;
use std::thread;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;

pub const TASKS: u64 = 10_000;
pub const LINKS: u64 = 1_000;
pub const STORM: u64 = (1 << LEVELS) - 1;
const LEVELS: u32 = 16;
const FOREIGN_THREADS: u64 = 2;

/// How many have still to arrive; the last one sends.
pub struct Countdown {
    left: AtomicU64,
    reached: std::sync::Mutex<Option<oneshot::Sender<()>>>,
}

impl Countdown {
    pub fn new(count: u64) -> (Arc<Countdown>, oneshot::Receiver<()>) {
        let (sender, receiver) = oneshot::channel();
        let countdown = Countdown {
            left: AtomicU64::new(count),
            reached: std::sync::Mutex::new(Some(sender)),
        };
        (Arc::new(countdown), receiver)
    }

    pub fn arrive(&self) {
        if self.left.fetch_sub(1, Ordering::AcqRel) == 1 {
            let sender = self.reached.lock().unwrap().take();
            sender.unwrap().send(()).unwrap();
        }
    }
}

async fn spawn_all() {
    let (countdown, reached) = Countdown::new(TASKS);
    for _ in 0..TASKS {
        let countdown = countdown.clone();
        tokio::spawn(async move { countdown.arrive() });
    }
    reached.await.unwrap();
}

pub fn local(runtime: &Runtime) {
    runtime.block_on(spawn_all());
}

pub fn worker(runtime: &Runtime) {
    runtime.block_on(async { tokio::spawn(spawn_all()).await.unwrap() });
}

pub fn remote(runtime: &Runtime) {
    let (countdown, reached) = Countdown::new(TASKS);
    thread::scope(|scope| {
        for _ in 0..FOREIGN_THREADS {
            let (handle, countdown) = (runtime.handle().clone(), countdown.clone());
            scope.spawn(move || {
                for _ in 0..TASKS / FOREIGN_THREADS {
                    let countdown = countdown.clone();
                    handle.spawn(async move { countdown.arrive() });
                }
            });
        }
        runtime.block_on(reached).unwrap();
    });
}

fn link(left: u64, countdown: Arc<Countdown>) -> Pin<Box<dyn Future<Output = ()> + Send>> {
    Box::pin(async move {
        if left == 1 {
            countdown.arrive();
        } else {
            tokio::spawn(link(left - 1, countdown));
        }
    })
}

pub fn chained(runtime: &Runtime) {
    let (countdown, reached) = Countdown::new(1);
    runtime.spawn(link(LINKS, countdown));
    runtime.block_on(reached).unwrap();
}

fn node(levels: u32, countdown: Arc<Countdown>) -> Pin<Box<dyn Future<Output = ()> + Send>> {
    Box::pin(async move {
        if levels > 1 {
            tokio::spawn(node(levels - 1, countdown.clone()));
            tokio::spawn(node(levels - 1, countdown.clone()));
        }
        countdown.arrive();
    })
}

pub fn storm(runtime: &Runtime) {
    let (countdown, reached) = Countdown::new(STORM);
    runtime.spawn(node(LEVELS, countdown));
    runtime.block_on(reached).unwrap();
}

pub fn join_all(runtime: &Runtime) {
    runtime.block_on(async {
        let handles: Vec<_> = (0..TASKS)
            .map(|number| tokio::spawn(async move { number }))
            .collect();
        for handle in handles {
            handle.await.unwrap();
        }
    });
}
