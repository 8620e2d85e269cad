/// Futures and what it takes to poll them. Read in this order:
///
/// ```
/// Poll      the answer: ready with a value, or pending
/// Future    something that can be polled for a value
/// Waker     the bell that a pending future keeps and rings
/// Context   what a poll is given: the waker, and the task's budget
/// JoinHandle   a spawned task, seen from outside: a future of its result
/// Next, Stream   the same once more, for values that come one after the other
/// ```
///
/// A future is inert: polling it is what makes it go on. The model is that of Rust's
/// `std::future::Future`; what differs is said at each type.
package dev.wakerobin;
