package io.slipway.actionapi;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.slipway.chassis.fixture.HouseRules;

@AnalyzeClasses(
    packages = ArchitectureTest.OWN,
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  static final String OWN = "io.slipway.actionapi";

  @ArchTest
  static final ArchRule SERVICES_MEET_ONLY_BY_EVENTS_AND_HTTP =
      HouseRules.servicesMeetOnlyByEventsAndHttp(OWN);

  @ArchTest static final ArchRule ROOMS_KNOW_NO_TECHNOLOGY = HouseRules.roomsKnowNoTechnology(OWN);

  @ArchTest static final ArchRule THE_MODEL_DOES_NOT_WAIT = HouseRules.theModelDoesNotWait(OWN);

  @ArchTest static final ArchRule ADAPTERS_ARE_PRIVATE = HouseRules.adaptersArePrivate(OWN);

  @ArchTest static final ArchRule EVENTS_STAY_IN_ADAPTERS = HouseRules.eventsStayInAdapters(OWN);

  @ArchTest static final ArchRule ROOMS_ARE_FREE_OF_CYCLES = HouseRules.roomsAreFreeOfCycles(OWN);
}
