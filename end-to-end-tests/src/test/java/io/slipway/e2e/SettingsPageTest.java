package io.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.fixture.OperationsPage;
import io.slipway.e2e.house.Settings;
import org.junit.jupiter.api.Test;

/** The table of settings that operators read is written from the sources that read them. */
class SettingsPageTest {

  @Test
  void listsEverySetting() {
    var settings = Settings.of(OperationsPage.root());

    assertThat(settings.rows()).hasSizeGreaterThan(40);
    assertThat(settings.unexplained()).as("settings without a sentence").isEmpty();
    OperationsPage.says("settings", settings.table());
  }
}
