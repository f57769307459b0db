package io.slipway.demo.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @Test
  void takesWhatTheFormTakes() {
    assertThat(Names.checked("cart-7")).isEqualTo("cart-7");
    assertThat(ScaffoldService.typeName("cart-7-service")).isEqualTo("Cart7Service");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "../up", "a/b", ".git", "Cart", "cart-", "-cart", "a\nbcd"})
  void refusesWhatCouldLieElsewhere(String name) {
    assertThatThrownBy(() -> Names.checked(name)).hasMessageContaining("is not a name");
  }
}
