package dev.wakerobin.book;

import dev.wakerobin.book.TranscriptFile.Passage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The site: every page from the sources, and what they share.
final class Site {
  private final Sources sources;
  private final Settings settings;
  private final Faults faults;
  private final List<Chapter> chapters = new ArrayList<>();
  private final Set<String> terms = new HashSet<>(); // Those that are linked from somewhere.
  private final Glossary glossary;
  private final Exercises exercises;
  private final Links links;

  Site(Sources sources, Settings settings, Faults faults) throws IOException {
    this.sources = sources;
    this.settings = settings;
    this.faults = faults;
    Set<String> packages = new TreeSet<>();
    sources.files().forEach(file -> packages.add(file.packageName()));
    for (String each : packages) {
      if (Pages.isChapter(each)) {
        Chapter.of(sources, each, faults).ifPresent(chapters::add);
      }
    }
    chapters.sort(Comparator.comparingInt(Chapter::number));
    glossary =
        settings.glossary().isPresent()
            ? Glossary.read(settings.glossary().get(), faults)
            : Glossary.none();
    Set<String> pages = new LinkedHashSet<>();
    pages.add(Pages.INDEX);
    chapters.forEach(chapter -> pages.add(chapter.page()));
    pages.add(Pages.EXERCISES);
    pages.add(Pages.WORKSHOP);
    pages.add(Pages.GLOSSARY);
    ApiPages api = new ApiPages(settings.out().resolve("api"), "api/");
    links = new Links(Pages.INDEX, pages, Anchors.of(sources), api, new Addresses(), faults);
    EveryComment.check(sources, faults);
    chapters.forEach(chapter -> Beginning.check(chapter, faults));
    new Contents(chapters, faults).check(settings);
    exercises = Exercises.read(settings.exercises(), faults);
    exercises.check(chapters, faults);
  }

  /// All its files but the API's, by name; nothing is written yet.
  List<Page> pages() throws IOException {
    List<Page> pages = new ArrayList<>();
    for (Chapter chapter : chapters) {
      pages.add(
          new Page(
              chapter.page(),
              "" + chapter.number(),
              Html.text(prose(chapter.page()).inline(chapter.title())),
              written(chapter)));
    }
    String todo = exercises.overview(chapters, prose(Pages.EXERCISES));
    pages.add(new Page(Pages.EXERCISES, "", "Exercises", todo));
    pages.add(new Page(Pages.WORKSHOP, "", "The workshop", workshop()));
    pages.add(new Page(Pages.GLOSSARY, "", "Glossary", glossary.html(prose(Pages.GLOSSARY))));
    boolean hasApi = Files.exists(settings.out().resolve("api/index.html"));
    pages.addFirst(new Page(Pages.INDEX, "", "Wakerobin", FrontPage.of(pages, hasApi)));
    links.addresses().check(pages, faults);
    sources.tags().check(sources, faults);
    for (Glossary.Entry entry : glossary.entries()) {
      if (!terms.contains(entry.id())) {
        faults.add(
            glossary.path().toString(),
            entry.line(),
            "no page has the term '" + entry.term() + "': take it out, or add the form it has");
      }
    }
    return List.copyOf(pages);
  }

  /// Writes these pages, and what they share.
  void write(List<Page> pages) throws IOException {
    Files.createDirectories(settings.out());
    for (Page page : pages) {
      Files.writeString(settings.out().resolve(page.file()), page.document(pages));
    }
    Files.writeString(
        settings.out().resolve("search-index.js"), SearchIndex.of(pages, glossary, exercises));
    Assets.write(settings.out());
  }

  private Prose prose(String page) {
    return new Prose(links.on(page), new Terms(glossary.patterns(), terms));
  }

  private String written(Chapter chapter) throws IOException {
    List<Passage> passages = passages(chapter);
    Links here = links.on(chapter.page());
    Prose prose = prose(chapter.page());
    String todo = exercises.html(chapter.number(), prose);
    return new ChapterPage(chapter, sources, passages, todo, prose, here).write();
  }

  private List<Passage> passages(Chapter chapter) throws IOException {
    Path path =
        settings.transcripts().resolve("chapter%02d.transcript".formatted(chapter.number()));
    if (!Files.exists(path)) {
      faults.add(
          chapter.main().name(), 0, "there is no transcript " + path + ": run the chapter first");
      return List.of();
    }
    Optional<TranscriptFile> transcript = TranscriptFile.read(path, faults);
    List<Passage> passages = transcript.map(TranscriptFile::passages).orElse(List.of());
    Path accepted = Accepted.file(settings.accepted(), chapter.number());
    if (!Files.exists(accepted)) {
      faults.add(
          chapter.main().name(),
          0,
          "nobody has accepted what its programs print: do it with ./wakerobin book --accept, and"
              + " read "
              + accepted);
    } else {
      Accepted.read(accepted, faults)
          .ifPresent(shall -> shall.compare(passages, chapter.main().name(), faults));
    }
    return passages;
  }

  /// What belongs to no chapter: listed whole, class by class.
  private String workshop() {
    Prose prose = prose(Pages.WORKSHOP);
    Links here = links.on(Pages.WORKSHOP);
    StringBuilder html = new StringBuilder("<h1>The workshop</h1>\n");
    html.append("<p>What holds the chapters together, and what several of them use.</p>\n");
    for (SourceFile file : sources.files()) {
      if (!Pages.isInChapter(file.packageName()) && file.type().isPresent()) {
        String name = Html.escaped(file.type().get().getSimpleName().toString());
        html.append("<h2 id=\"class-").append(name).append("\"><code>").append(name);
        html.append("</code></h2>\n");
        Listing listing = new Listing(file, sources.names(file), here);
        for (Piece piece : new Pieces(sources, file, faults).of(file.type().get())) {
          piece.comment().ifPresent(comment -> html.append(prose.html(comment)));
          if (piece.hasCode()) {
            html.append(listing.figure(piece.lines()));
          }
        }
      }
    }
    return html.toString();
  }
}
