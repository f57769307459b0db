package io.slipway.demo.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.slipway", importOptions = DoNotIncludeTests.class)
class AgentStandsAloneTest {

  @ArchTest
  static final ArchRule anAgentKnowsNothingOfOurs =
      noClasses()
          .that()
          .resideInAPackage("io.slipway.demo.agent")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "io.slipway.demo.agent",
              "java..",
              "javax.crypto..",
              "org.apache.kafka..",
              "tools.jackson..",
              "org.jspecify..")
          .because(
              "an agent lives in somebody else's network, and this one is there to be copied;"
                  + " what it needs of us has to be in the contract, or in its own folder");

  @ArchTest
  static final ArchRule theDemoKnowsNoService =
      noClasses()
          .that()
          .resideInAPackage("io.slipway.demo..")
          .should()
          .dependOnClassesThat(
              com.tngtech.archunit.base.DescribedPredicate.describe(
                  "belong to a service",
                  type ->
                      type.getPackageName().startsWith("io.slipway.")
                          && !type.getPackageName().startsWith("io.slipway.demo")))
          .because("a demo that borrows the server's classes cannot notice when its JSON changes");
}
