package dev.wakerobin.tutorial.command;

import dev.wakerobin.tutorial.Chapter;

/// A chapter broke off, which is no fault of the reader.
final class ChapterFailure extends Exception {
  private static final long serialVersionUID = 1L;

  ChapterFailure(Chapter chapter, Throwable cause) {
    super("chapter " + chapter.heading().number() + " broke off: " + cause, cause);
  }
}
