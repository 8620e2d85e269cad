package dev.wakerobin.book;

import com.sun.source.util.DocTreePath;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import jdk.javadoc.doclet.Reporter;
import jdk.javadoc.doclet.StandardDoclet;
import org.jspecify.annotations.Nullable;

/// The standard doclet, for the pages of the API, with what the figures on them need to know: its
/// option `--transcripts` is the folder with what the chapters have printed, and with the traces of
/// their runs. `-taglet dev.wakerobin.book.FigureTaglet` draws them.
public final class ApiDoclet extends StandardDoclet {
  private @Nullable Reporter reporter;
  private @Nullable Path transcripts;

  /// To be made by the documentation tool.
  public ApiDoclet() {}

  @Override
  public void init(Locale locale, Reporter reporter) {
    this.reporter = reporter;
    super.init(locale, reporter);
  }

  @Override
  public Set<? extends Option> getSupportedOptions() {
    Set<Option> options = new LinkedHashSet<>(super.getSupportedOptions());
    options.add(
        new PathOption(
            "--transcripts", "the folder of the transcripts", path -> transcripts = path));
    return options;
  }

  Optional<Path> transcripts() {
    return Optional.ofNullable(transcripts);
  }

  /// Complains about a tag, which then fails the whole.
  ///
  /// @param path where it is, if that is known
  void complain(Optional<DocTreePath> path, Element element, String what) {
    if (reporter == null) {
      throw new IllegalStateException(what);
    } else if (path.isPresent()) {
      reporter.print(Diagnostic.Kind.ERROR, path.get(), what);
    } else {
      reporter.print(Diagnostic.Kind.ERROR, element, what);
    }
  }
}
