/// The book as a site: a doclet that weaves the sources of the tutorial, what its programs print
/// and the timelines of their runs into pages.
///
/// No text of the book is in here, and none of its programs: those are the tutorial's.
@org.jspecify.annotations.NullMarked
module dev.wakerobin.book {
  requires dev.wakerobin.trace;
  requires dev.wakerobin.tutorial;
  requires java.compiler;
  requires jdk.compiler;
  requires jdk.javadoc;
  requires org.commonmark;
  requires org.commonmark.ext.gfm.tables;
  requires static org.jspecify;

  exports dev.wakerobin.book to
      jdk.javadoc;
}
