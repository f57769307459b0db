package io.slipway.catalog;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.slipway.chassis.fixture.HouseRules;

@AnalyzeClasses(
    packages = "io.slipway.catalog",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String OWN = "io.slipway.catalog";

  @ArchTest
  static final ArchRule servicesMeetOnlyByEventsAndHttp =
      HouseRules.servicesMeetOnlyByEventsAndHttp(OWN);

  @ArchTest static final ArchRule roomsKnowNoTechnology = HouseRules.roomsKnowNoTechnology(OWN);

  @ArchTest static final ArchRule theModelDoesNotWait = HouseRules.theModelDoesNotWait(OWN);

  @ArchTest static final ArchRule adaptersArePrivate = HouseRules.adaptersArePrivate(OWN);

  @ArchTest static final ArchRule eventsStayInAdapters = HouseRules.eventsStayInAdapters(OWN);

  @ArchTest static final ArchRule roomsAreFreeOfCycles = HouseRules.roomsAreFreeOfCycles(OWN);
}
