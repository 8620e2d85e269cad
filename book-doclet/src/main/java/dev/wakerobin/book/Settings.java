package dev.wakerobin.book;

import java.nio.file.Path;
import java.util.Optional;

/// What the doclet was told.
///
/// @param out the folder of the site
/// @param transcripts the folder with what the chapters have just said and printed
/// @param accepted the folder with what they shall print
/// @param exercises the folder with a folder for each
record Settings(
    Path out, Path transcripts, Path accepted, Optional<Path> glossary, Optional<Path> exercises) {}
