//! Workloads that wait for one another.

use crate::spawning::Countdown;
use std::sync::Arc;
use tokio::runtime::Runtime;
use tokio::sync::{mpsc, oneshot, Mutex, Semaphore};
use tokio::task::yield_now;

pub const PAIRS: u64 = 1_000;
pub const YIELDS: u64 = TASKS * YIELDS_EACH;
pub const MESSAGES: u64 = 10_000;
pub const LOCKS: u64 = 10_000;
const TASKS: u64 = 200;
const YIELDS_EACH: u64 = 1_000;
const ROOM: usize = 1_000;
const PERMITS_AT_ONCE: usize = 2;

pub fn ping_pong(runtime: &Runtime) {
    runtime.block_on(async {
        let (countdown, reached) = Countdown::new(PAIRS);
        for _ in 0..PAIRS {
            let countdown = countdown.clone();
            tokio::spawn(async move {
                let (ping, pinged) = oneshot::channel();
                let (pong, ponged) = oneshot::channel();
                tokio::spawn(async move {
                    pinged.await.unwrap();
                    pong.send(()).unwrap();
                });
                ping.send(()).unwrap();
                ponged.await.unwrap();
                countdown.arrive();
            });
        }
        reached.await.unwrap();
    });
}

pub fn yield_many(runtime: &Runtime) {
    runtime.block_on(async {
        let (countdown, reached) = Countdown::new(TASKS);
        for _ in 0..TASKS {
            let countdown = countdown.clone();
            tokio::spawn(async move {
                for _ in 0..YIELDS_EACH {
                    yield_now().await;
                }
                countdown.arrive();
            });
        }
        reached.await.unwrap();
    });
}

pub fn mpsc_from_1(runtime: &Runtime) {
    runtime.block_on(mpsc(1));
}

pub fn mpsc_from_5(runtime: &Runtime) {
    runtime.block_on(mpsc(5));
}

async fn mpsc(senders: u64) {
    let (sender, mut receiver) = mpsc::channel(ROOM);
    for _ in 0..senders {
        let sender = sender.clone();
        tokio::spawn(async move {
            for _ in 0..MESSAGES / senders {
                sender.send(1).await.unwrap();
            }
        });
    }
    for _ in 0..MESSAGES {
        receiver.recv().await.unwrap();
    }
}

pub fn mutex_by_1(runtime: &Runtime) {
    runtime.block_on(mutex(1, false));
}

pub fn mutex_by_4(runtime: &Runtime) {
    runtime.block_on(mutex(4, false));
}

pub fn mutex_across_yield(runtime: &Runtime) {
    runtime.block_on(mutex(4, true));
}

async fn mutex(tasks: u64, yields: bool) {
    let mutex = Arc::new(Mutex::new(()));
    let handles: Vec<_> = (0..tasks)
        .map(|_| {
            let mutex = mutex.clone();
            tokio::spawn(async move {
                for _ in 0..LOCKS / tasks {
                    let _guard = mutex.lock().await;
                    if yields {
                        yield_now().await;
                    }
                }
            })
        })
        .collect();
    for handle in handles {
        handle.await.unwrap();
    }
}

pub fn semaphore_by_1(runtime: &Runtime) {
    runtime.block_on(semaphore(1));
}

pub fn semaphore_by_4(runtime: &Runtime) {
    runtime.block_on(semaphore(4));
}

async fn semaphore(tasks: u64) {
    let semaphore = Arc::new(Semaphore::new(PERMITS_AT_ONCE));
    let handles: Vec<_> = (0..tasks)
        .map(|_| {
            let semaphore = semaphore.clone();
            tokio::spawn(async move {
                for _ in 0..LOCKS / tasks {
                    let _permit = semaphore.acquire().await.unwrap();
                }
            })
        })
        .collect();
    for handle in handles {
        handle.await.unwrap();
    }
}
