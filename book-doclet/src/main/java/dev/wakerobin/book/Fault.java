package dev.wakerobin.book;

/// Something that is wrong with the book, where it is, and what to do.
///
/// @param line from 1; 0 if it is about the whole file
record Fault(String file, int line, String what) {

  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + what;
  }
}
