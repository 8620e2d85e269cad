/// A plugin of javac that finds misplaced awaits while the program is compiled.
///
/// ```
///   AwaitPlugin        javac finds it by itself and starts it
///     Inspection       is told by javac when a class is understood; never fails a compilation
///       Scan           the calls in a class that are worth a look
///         Surroundings   what stands around an await, and which restriction that breaks
///         Bodies         which methods of the class are bodies of async functions
///         Sources        what else is being compiled
///         Symbols        what a call, a method reference or a type is to us
///       Finding        what is said, and where
/// ```
///
/// It says what the lowering would say, with the words of [dev.wakerobin.async.Restriction], before
/// the program has run. Whatever it cannot know it leaves to the lowering. It uses the public API
/// of the compiler alone.
package dev.wakerobin.async.compiler;
