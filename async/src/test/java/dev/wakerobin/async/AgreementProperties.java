package dev.wakerobin.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// The plugin refuses what the lowering refuses and nothing else, for the same reason, on the same
/// line, however deep an await stands in whatever.
class AgreementProperties {

  /// An await in some nestings.
  record Nested(String await, List<Nesting> around) {}

  /// Many programs are compiled at a time, for starting a compiler takes longer than compiling.
  @Property(tries = 5)
  void plugin_and_lowering_agree(@ForAll("programs") List<Nested> programs) {
    Map<String, String> sources = new HashMap<>();
    for (int i = 0; i < programs.size(); i++) {
      String name = "Program" + i;
      sources.put(name, Nesting.program(name, programs.get(i).await(), programs.get(i).around()));
    }
    sources.put("Head", Nesting.HEAD);
    List<Verdict> plugin = Verdict.ofPlugin(sources, "-Xlint:none");
    Map<String, byte[]> classes = Compiler.compile(sources, "-Xlint:none");
    for (int i = 0; i < programs.size(); i++) {
      String name = "Program" + i;
      assertThat(plugin.stream().filter(verdict -> verdict.isOf(name)).map(Verdict::said))
          .as(sources.get(name))
          .isEqualTo(Verdict.ofLowering(classes, name).stream().map(Verdict::said).toList());
    }
  }

  @Provide
  Arbitrary<List<Nested>> programs() {
    return Combinators.combine(
            Arbitraries.of(
                "await(later())",
                "Async.await(later())",
                "awaitAll(later(), later())",
                "Async.awaitAll(List.of(later()))"),
            Arbitraries.of(Nesting.class).list().ofMaxSize(6))
        .as(Nested::new)
        .list()
        .ofSize(16);
  }
}
