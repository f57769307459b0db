package io.slipway.chassis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** A chassis has no business knowing what it carries. */
@AnalyzeClasses(
    packages = "io.slipway.chassis",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule IMPORTS_NOTHING_OF_OURS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.slipway.events..",
              "io.slipway.actionapi..",
              "io.slipway.orchestrator..",
              "io.slipway.approvals..",
              "io.slipway.notifier..",
              "io.slipway.catalog..")
          .because(
              "the outbox stores a topic, a key, headers and bytes; what they mean is for the rooms"
                  + " to know");

  @ArchTest
  static final ArchRule NO_DOMAIN_NOUN =
      noClasses()
          .should()
          .haveNameMatching(".*\\.[A-Za-z]*(Action|Run|Entity|Blueprint|Approval)(?![a-z]).*")
          .because("a domain noun in the chassis means that something was put in the wrong house");

  @ArchTest
  static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
      SlicesRuleDefinition.slices()
          .matching("io.slipway.chassis.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a part that cannot be taken off by itself is not a part");

  @ArchTest
  static final ArchRule NO_CATCH_ALL_ROOM =
      classes()
          .should()
          .resideOutsideOfPackages("..util..", "..common..", "..helper..", "..misc..")
          .because("a folder that does not say no grows");
}
