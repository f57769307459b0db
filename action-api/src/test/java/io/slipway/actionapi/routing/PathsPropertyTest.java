package io.slipway.actionapi.routing;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;

class PathsPropertyTest {

  @Property
  void isStable(
      @ForAll @AlphaChars @NumericChars @Chars({'/', '%', '+', ';', '.', '-'}) String raw) {
    Paths.canonical("/" + raw).ifPresent(once -> assertThat(Paths.canonical(once)).contains(once));
  }
}
