/// What happened in a run. Read in this order:
///
/// ```
///   TraceRecorder ─ Ring          listens, and keeps the last events of each worker
///         │   CausalOrder         puts them in an order in which causes come first
///         ▼
///       Trace ─ Links             events; polls, wakes, and which led to which
///         ├── Fault ─ Grammar     does it make sense? TaskLife, WorkerShift: the two automata
///         ├── Figures ─ Figure    what can be counted, and held against a bound
///         ├── Why                 why did this task run now?
///         ├── Doctor ─ Diagnosis  what looks ill, and what to do about it
///         ├── Gantt  SvgTimeline  pictures, for a terminal and for a page
///         ├── Ladder              a picture to be read line by line
///         ├── ChromeTrace         for Perfetto
///         ├── TraceFile           saved and read back
///         └── TraceFormat         the same, and pages, pictures and JSON that carry it
///
///   FlightEvents                  the same to the JDK's Flight Recorder, beside all that it sees
/// ```
package dev.wakerobin.trace;
