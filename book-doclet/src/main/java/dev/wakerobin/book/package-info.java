/// The book as a site. Read in this order:
///
/// ```
///   Main                        runs the chapters, then javadoc with the doclet
///    ├ ApiDoclet                for the modules of the API: FigureTaglet, CapturedTimeline
///    └ BookDoclet ─ Settings
///        └ Site                 all pages; Faults: what is wrong, with file and line
///            ├ Sources          the files, compiled: SourceFile, Names, JavaTokens, Tags
///            ├ Contents         no chapter is missing; EveryComment, Addresses: no link is dead
///            ├ Chapter          its classes, cut where the text says something: Pieces, Comment
///            ├ ChapterPage      puts them in order
///            │   ├ Prose        Markdown; ProseCheck, Terms of the glossary, Links, LifeMap
///            │   ├ Listing      code, with Diff between Steps
///            │   └ Programs     what was printed where: TranscriptFile, Accepted, Pictures
///            ├ Page             what is around a text; SearchIndex, FrontPage, Assets
///            └ Exercises        on their chapters' pages
/// ```
package dev.wakerobin.book;
