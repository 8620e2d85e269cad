package dev.wakerobin.book;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A Chromium without a window, told what to do through its debugging protocol.
final class Browser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<String> messages;
  private final List<String> errors = new ArrayList<>();
  private int sent;

  private Browser(Process process, WebSocket socket, BlockingQueue<String> messages) {
    this.process = process;
    this.socket = socket;
    this.messages = messages;
  }

  /// The program, if there is one on the PATH.
  static Optional<Path> program() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(":", -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Browser start(Path program, Path profile) throws Exception {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox", // It opens nothing but our own pages.
                "--disable-gpu",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    URI address = URI.create(address(process));
    HttpClient client = HttpClient.newHttpClient();
    URI page = URI.create("http://" + address.getAuthority() + "/json/new?about:blank");
    String answer =
        client
            .send(
                HttpRequest.newBuilder(page).PUT(HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    String tab = group("\"webSocketDebuggerUrl\": *\"([^\"]*)\"", answer);
    BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .buildAsync(URI.create(tab), new Listener(messages))
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    Browser browser = new Browser(process, socket, messages);
    browser.call("Page.enable", "{}");
    browser.call("Runtime.enable", "{}");
    browser.call("Log.enable", "{}");
    return browser;
  }

  private static String address(Process process) throws IOException {
    BufferedReader lines = process.errorReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains("DevTools listening on ")) {
        Thread.ofVirtual().start(() -> drain(lines)); // Or it would wait for a reader some day.
        return line.substring(line.indexOf("ws://"));
      }
    }
    throw new IOException("the browser ended before it listened");
  }

  private static void drain(BufferedReader lines) {
    try {
      lines.transferTo(Writer.nullWriter());
    } catch (IOException _) {
      return; // The browser has ended.
    }
  }

  /// How the page is to look from now on.
  void look(boolean dark, int width) throws Exception {
    call(
        "Emulation.setEmulatedMedia",
        "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"%s\"}]}"
            .formatted(dark ? "dark" : "light"));
    call(
        "Emulation.setDeviceMetricsOverride",
        "{\"width\":%d,\"height\":1000,\"deviceScaleFactor\":1,\"mobile\":false}".formatted(width));
  }

  void open(Path file) throws Exception {
    call("Page.navigate", "{\"url\":\"" + file.toUri() + "\"}");
    await("\"method\":\"Page.loadEventFired\"");
  }

  /// The value of a piece of JavaScript, as text.
  String value(String script) throws Exception {
    String quoted = script.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
    String answer =
        call(
            "Runtime.evaluate",
            "{\"returnByValue\":true,\"awaitPromise\":true,\"expression\":\"" + quoted + "\"}");
    Matcher value =
        Pattern.compile("\"value\":(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^,}]*))").matcher(answer);
    if (answer.contains("exceptionDetails") || !value.find()) {
      throw new AssertionError(script + " answers " + answer);
    }
    return value.group(1) == null ? value.group(2) : value.group(1);
  }

  void press(String key) throws Exception {
    call("Input.dispatchKeyEvent", "{\"type\":\"keyDown\",\"key\":\"" + key + "\"}");
    call("Input.dispatchKeyEvent", "{\"type\":\"keyUp\",\"key\":\"" + key + "\"}");
  }

  void screenshot(Path file) throws Exception {
    String answer =
        call("Page.captureScreenshot", "{\"format\":\"png\",\"captureBeyondViewport\":true}");
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(group("\"data\":\"([^\"]*)\"", answer)));
  }

  /// What the pages have complained about.
  List<String> errors() {
    return errors;
  }

  private String call(String method, String parameters) throws Exception {
    sent++;
    String text = "{\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(sent, method, parameters);
    socket.sendText(text, true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return await("{\"id\":" + sent + ",");
  }

  /// Reads on until a message has that in it, and takes note of the complaints that come by.
  private String await(String piece) throws InterruptedException {
    while (true) {
      String message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("the browser said nothing for a minute; awaited was " + piece);
      }
      boolean isComplaint =
          message.contains("\"method\":\"Runtime.exceptionThrown\"")
              || (message.contains("\"method\":\"Log.entryAdded\"")
                  && message.contains("\"level\":\"error\""))
              || (message.contains("\"method\":\"Runtime.consoleAPICalled\"")
                  && message.contains("\"type\":\"error\""));
      if (isComplaint) {
        errors.add(message);
      }
      if (message.contains(piece)) {
        return message;
      }
    }
  }

  private static String group(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("no '" + pattern + "' in " + text);
    }
    return matcher.group(1);
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().join();
  }

  /// Puts whole messages into a queue.
  private record Listener(BlockingQueue<String> messages, StringBuilder part)
      implements WebSocket.Listener {
    Listener(BlockingQueue<String> messages) {
      this(messages, new StringBuilder());
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      part.append(text);
      if (last) {
        messages.add(part.toString());
        part.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
