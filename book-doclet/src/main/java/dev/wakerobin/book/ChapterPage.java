package dev.wakerobin.book;

import dev.wakerobin.book.Chapter.Companion;
import dev.wakerobin.book.TranscriptFile.Passage;
import dev.wakerobin.book.TranscriptFile.Printed;
import dev.wakerobin.book.TranscriptFile.Said;
import dev.wakerobin.trace.Gantt.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes the page of a chapter:
///
/// ```
///   introduction          the comment of the main class, with the question
///   for each section:
///     its classes         those of the text that its code names and that did not come yet
///     text, listing       the comment, and the members below it
///     helpers             folded: what else its code names
///     output, timelines
///   exercises             before what is next
///   what else is in the file, folded
/// ```
final class ChapterPage {
  private static final String BELIEVED = "Often believed";
  private static final String NEXT = "## What is next";

  private final Chapter chapter;
  private final Sources sources;
  private final Programs programs;
  private final Prose prose;
  private final Links links;
  private final String exercises;
  private final Faults faults;
  private final Pictures pictures;
  private final Set<String> placed = new HashSet<>();
  private final StringBuilder html = new StringBuilder();

  /// @param exercises of this chapter, as HTML; empty if there are none
  ChapterPage(
      Chapter chapter,
      Sources sources,
      List<Passage> passages,
      String exercises,
      Prose prose,
      Links links) {
    this.exercises = exercises;
    this.chapter = chapter;
    this.sources = sources;
    this.faults = links.faults();
    this.programs = new Programs(chapter, sources.names(chapter.main()), passages, faults);
    this.pictures = new Pictures(sources, links);
    this.prose = prose;
    this.links = links;
  }

  /// The text of the page.
  String write() {
    introduction(chapter.pieces().getFirst().comment().orElseThrow());
    for (Piece section : chapter.sections()) {
      if (Chapter.isProgram(section)) {
        section(section);
      }
    }
    placeRemaining();
    afterwards();
    rest();
    return html.toString();
  }

  private void introduction(Comment comment) {
    String markdown = comment.markdown();
    int predict = ("\n" + markdown).indexOf("\n" + Beginning.QUESTION);
    if (predict < 0) {
      html.append(prose.html(comment));
      programs
          .question()
          .ifPresent(
              said ->
                  faults.add(
                      chapter.main().name(),
                      said.line(),
                      "the page asks to predict, and the text does not: write /// "
                          + Beginning.QUESTION
                          + " above the class"));
      return;
    }
    html.append(prose.html(comment.part(0, predict)));
    html.append("<section class=\"predict\" aria-label=\"Predict\">\n");
    html.append(prose.html(comment.part(predict, markdown.length())));
    List<Passage> answer = programs.answer();
    if (answer.stream().noneMatch(passage -> passage instanceof Printed)) {
      links.complain(
          comment.origin(),
          Beginning.QUESTION,
          "a question without an answer: what page.program(...) prints after page.say(\"Predict\","
              + " ...) is the answer");
    }
    html.append("<details><summary>Look</summary>\n");
    for (Passage passage : answer) {
      switch (passage) {
        case Said said -> {
          for (String paragraph : said.text().split("\n\\s*\n", -1)) {
            html.append("<p>").append(Html.escaped(paragraph)).append("</p>\n");
          }
        }
        case Printed printed -> output(printed);
      }
    }
    html.append("</details>\n</section>\n");
  }

  /// What the chapter says when its programs have run. The exercises come before what is next.
  private void afterwards() {
    boolean isPlaced = exercises.isEmpty();
    for (Piece section : chapter.sections()) {
      if (!Chapter.isProgram(section) && section.comment().isPresent()) {
        Comment comment = section.comment().get();
        int next = ("\n" + comment.markdown()).indexOf("\n" + NEXT);
        if (next < 0 || isPlaced) {
          html.append(prose.html(comment));
        } else {
          html.append(prose.html(comment.part(0, next)));
          exercises();
          html.append(prose.html(comment.part(next, comment.markdown().length())));
          isPlaced = true;
        }
      }
    }
    if (!isPlaced) {
      exercises();
    }
  }

  private void exercises() {
    if (html.indexOf("<h2 id=\"exercises\">") < 0) {
      html.append("<h2 id=\"exercises\">Exercises</h2>\n");
    }
    html.append(exercises);
  }

  private void section(Piece section) {
    placeUsed(section);
    Comment comment = section.comment().orElseThrow();
    html.append(prose.html(comment));
    listing(section, new Listing(section.file(), sources.names(section.file()), links));
    helpers(section);
    List<Printed> printed = programs.of(section);
    boolean isGuessed = comment.markdown().contains("## " + BELIEVED) && !printed.isEmpty();
    if (isGuessed) {
      html.append("<details class=\"guess\"><summary>What does it print? Guess, then look");
      html.append("</summary>\n");
    }
    Optional<Rows> rows = pictures.rows(comment, printed);
    for (Printed each : printed) {
      output(each);
      rows.ifPresent(wish -> html.append(pictures.of(each, wish)));
    }
    if (isGuessed) {
      html.append("</details>\n");
    }
  }

  private void listing(Piece piece, Listing listing) {
    if (piece.hasCode()) {
      html.append(listing.figure(piece.lines()));
    }
  }

  private void output(Printed printed) {
    if (!printed.lines().isEmpty()) {
      html.append("<pre class=\"output\" tabindex=\"0\"><samp>");
      html.append(Html.escaped(String.join("\n", printed.lines()).stripIndent()));
      html.append("</samp></pre>\n");
    }
  }

  // ---- The classes beside the main one

  private void placeUsed(Piece piece) {
    for (Companion companion : chapter.usedIn(piece, sources.names(piece.file()))) {
      if (companion.isText()) {
        place(companion);
      }
    }
  }

  private void place(Companion companion) {
    if (!placed.add(companion.name())) {
      return;
    }
    companion.pieces().forEach(this::placeUsed); // What it is made of comes first.
    if (companion.comment().filter(Comment::hasHeading).isEmpty()) {
      String name = Html.escaped(companion.name());
      html.append("<h2 id=\"%s\"><code>%s</code></h2>\n".formatted("class-" + name, name));
    }
    Listing listing = Steps.listing(chapter, companion, sources, links);
    for (Piece piece : companion.pieces()) {
      piece.comment().ifPresent(comment -> html.append(prose.html(comment)));
      listing(piece, listing);
    }
    companion.pieces().forEach(this::helpers);
  }

  private void helpers(Piece piece) {
    for (Companion helper : chapter.usedIn(piece, sources.names(piece.file()))) {
      if (!helper.isText()) {
        helper(helper);
      }
    }
  }

  private void helper(Companion helper) {
    if (!placed.add(helper.name())) {
      return;
    }
    Listing listing = Steps.listing(chapter, helper, sources, links);
    html.append("<details class=\"helper\"><summary><code>");
    html.append(Html.escaped(helper.file().simpleName())).append("</code></summary>\n");
    for (Piece piece : helper.pieces()) {
      piece.comment().ifPresent(comment -> html.append(prose.html(comment)));
      listing(piece, listing);
    }
    html.append("</details>\n");
    helper.pieces().forEach(this::helpers);
  }

  private void placeRemaining() {
    for (Companion companion :
        chapter.companions().values().stream()
            .sorted(Comparator.comparing(Companion::name))
            .toList()) {
      if (companion.isText()) {
        place(companion);
      } else {
        helper(companion);
      }
    }
  }

  /// What frames the program: its heading, and what `./wakerobin run` says between the outputs.
  private void rest() {
    List<Integer> lines = new ArrayList<>(chapter.pieces().getFirst().lines());
    for (Piece section : chapter.sections()) {
      if (!Chapter.isProgram(section)) {
        lines.addAll(section.lines());
      }
    }
    html.append("<details class=\"rest\"><summary>What else is in <code>");
    html.append(Html.escaped(chapter.main().simpleName())).append("</code></summary>\n");
    html.append(new Listing(chapter.main(), sources.names(chapter.main()), links).figure(lines));
    html.append("</details>\n");
  }
}
