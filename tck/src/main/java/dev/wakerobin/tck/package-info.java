/// The contract as a program.
///
/// ```
///   Main ─ Options         what is asked for
///     ├── Providers        the schedulers that are found
///     └── ContractRun      one scheduler, rule by rule
///           ├── Subject    the contract, for whatever is under test
///           ├── RuleRun    one rule, run by the JUnit Platform, listened to
///           └── Verdict    what came of it, and how that is printed
/// ```
package dev.wakerobin.tck;
