package dev.wakerobin.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages in a real browser. Its screenshots are kept in `target/screenshots`.
class BrowserTest {
  private static final int WIDE = 1400;
  private static final int NARROW = 390;

  @TempDir private static Path profile;
  private static @Nullable Browser opened;

  @BeforeAll
  static void open() throws Exception {
    Optional<Path> program = Browser.program();
    assumeTrue(
        program.isPresent(), "skipped: there is no chromium on the PATH to open the pages with");
    WholeSite.make();
    opened = Browser.start(program.orElseThrow(), profile);
  }

  @AfterAll
  static void close() throws Exception {
    if (opened != null) {
      opened.close();
    }
  }

  private static Browser browser() {
    if (opened == null) {
      throw new IllegalStateException("not opened");
    }
    return opened;
  }

  private static void show(String page) throws Exception {
    browser().look(false, WIDE);
    browser().open(WholeSite.FOLDER.resolve(page));
  }

  @Test
  void every_page_opens_in_both_themes_and_widths_without_complaint() throws Exception {
    for (Path page : WholeSite.pages()) {
      String name = page.getFileName().toString().replace(".html", "");
      for (boolean dark : new boolean[] {false, true}) {
        for (int width : new int[] {WIDE, NARROW}) {
          browser().look(dark, width);
          browser().open(page);
          assertThat(browser().value("document.documentElement.scrollWidth <= innerWidth"))
              .as("%s fits into %d pixels", name, width)
              .isEqualTo("true");
          assertThat(luminance()).as("%s, dark: %s", name, dark).matches(dark ? "0" : "1");
          String shot = "%s-%s-%d.png".formatted(name, dark ? "dark" : "light", width);
          browser().screenshot(Path.of("target/screenshots", shot));
        }
      }
    }
    assertThat(browser().errors()).isEmpty();
  }

  private static String luminance() throws Exception {
    return browser()
        .value(
            "Math.round(getComputedStyle(document.body).backgroundColor.match(/\\d+/g)[0] / 255)");
  }

  @Test
  void the_theme_can_be_turned_and_is_remembered() throws Exception {
    show("chapter00.html");
    browser().value("document.getElementById('theme').click() || 'clicked'");
    assertThat(luminance()).isEqualTo("0");
    show("chapter01.html");
    assertThat(luminance()).isEqualTo("0");
    browser().value("document.getElementById('theme').click() || 'clicked'");
    assertThat(luminance()).isEqualTo("1");
    browser().value("localStorage.clear() || 'forgotten'");
  }

  @Test
  void an_answer_is_hidden_until_it_is_asked_for() throws Exception {
    show("chapter00.html");
    String height = "document.querySelector('.predict .output').checkVisibility()";
    assertThat(browser().value(height)).isEqualTo("false");
    browser().value("document.querySelector('.predict summary').click() || 'clicked'");
    assertThat(browser().value(height)).isEqualTo("true");
  }

  @Test
  void a_trace_is_played_with_keys_buttons_and_the_slider() throws Exception {
    show("chapter00.html");
    String count = "document.querySelector('trace-replay output').textContent";
    String words = "document.querySelector('trace-replay .words').textContent";
    String lit = "document.querySelectorAll('trace-replay svg .now').length";
    assertThat(browser().value(count)).startsWith("0 / ");
    browser().value("document.querySelector('trace-replay button:nth-of-type(2)').focus() || ''");
    browser().press("ArrowRight");
    assertThat(browser().value(count)).startsWith("1 / ");
    browser().value("document.querySelector('trace-replay button:nth-of-type(2)').click() || ''");
    assertThat(browser().value(count)).startsWith("2 / ");
    browser().press("ArrowLeft");
    assertThat(browser().value(count)).startsWith("1 / ");
    browser()
        .value(
            "(() => { const slider = document.querySelector('trace-replay input');"
                + " const items = [...document.querySelectorAll('trace-replay li')];"
                + " slider.value = items.findIndex(li => li.textContent.includes('beginning'));"
                + " slider.dispatchEvent(new Event('input')); return 'moved'; })()");
    assertThat(browser().value(words)).contains("beginning");
    assertThat(Integer.parseInt(browser().value(lit))).isPositive();
  }

  @Test
  void a_trace_on_a_page_of_the_api_is_played_too() throws Exception {
    show("api/dev.wakerobin.api/dev/wakerobin/JoinHandle.html");
    browser().value("document.querySelector('trace-replay button:nth-of-type(2)').click() || ''");
    assertThat(browser().value("document.querySelector('trace-replay output').textContent"))
        .startsWith("1 / ");
  }

  @Test
  void a_search_finds_titles_and_terms() throws Exception {
    show("index.html");
    browser()
        .value(
            "(() => { const field = document.getElementById('search'); field.value = 'lost wake';"
                + " field.dispatchEvent(new Event('input')); return 'typed'; })()");
    assertThat(browser().value("document.querySelector('#found a').getAttribute('href')"))
        .isEqualTo("glossary.html#lost-wake");
  }

  @Test
  void a_link_into_a_fold_opens_it() throws Exception {
    show("chapter02.html");
    browser().value("(location.hash = '#Meter.measure', 'gone there')");
    browser().value("new Promise(done => setTimeout(() => done('later')))");
    assertThat(browser().value("document.getElementById('Meter.measure').checkVisibility()"))
        .isEqualTo("true");
  }
}
