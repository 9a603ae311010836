package io.credfix;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.credfix.parse.ErrorParser;
import io.credfix.redact.Redacted;
import io.credfix.redact.Submission;
import java.time.Clock;

@AnalyzeClasses(packages = "io.credfix", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] OUTSIDE = {
    "io.credfix", "io.credfix.http..", "io.credfix.mcp..", "io.credfix.cli..", "io.credfix.check.."
  };

  @ArchTest
  static final ArchRule redactKnowsNoLaterStage =
      noClasses()
          .that()
          .resideInAPackage("io.credfix.redact..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.credfix.parse..", "io.credfix.diagnose..", "io.credfix.render..");

  @ArchTest
  static final ArchRule parseKnowsNoLaterStage =
      noClasses()
          .that()
          .resideInAPackage("io.credfix.parse..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.credfix.diagnose..", "io.credfix.render..");

  @ArchTest
  static final ArchRule diagnoseKnowsNoLaterStage =
      noClasses()
          .that()
          .resideInAPackage("io.credfix.diagnose..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.credfix.render..");

  @ArchTest
  static final ArchRule noStageKnowsWhatStandsOutside =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.credfix.redact..",
              "io.credfix.parse..",
              "io.credfix.diagnose..",
              "io.credfix.render..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(OUTSIDE);

  @ArchTest
  static final ArchRule onlyHttpKnowsLambda =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.credfix.http..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.amazonaws..");

  @ArchTest
  static final ArchRule onlyStsKnowsTheAwsSdk =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.credfix.sts..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk..");

  @ArchTest
  static final ArchRule theSdkIsLoadedOnlyThroughMessageDecoder =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.credfix.sts..")
          .should()
          .dependOnClassesThat()
          .haveSimpleName("StsDecoder");

  @ArchTest
  static final ArchRule noStageAsksAws =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.credfix.redact..",
              "io.credfix.parse..",
              "io.credfix.diagnose..",
              "io.credfix.render..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.credfix.sts..");

  @ArchTest
  static final ArchRule theApiKnowsNothingOfWhatCarriesRequests =
      noClasses()
          .that()
          .haveSimpleName("Api")
          .or()
          .haveSimpleNameEndingWith("Endpoint")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.amazonaws..", "java.net..");

  @ArchTest
  static final ArchRule parsersAcceptOnlyRedactedText =
      methods()
          .that()
          .areDeclaredIn(ErrorParser.class)
          .and()
          .arePublic()
          .should()
          .haveRawParameterTypes(Redacted.class);

  @ArchTest
  static final ArchRule rawTextStaysAtTheDoor =
      noClasses()
          .that()
          .resideInAnyPackage("io.credfix.parse..", "io.credfix.diagnose..", "io.credfix.render..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Submission.class);

  @ArchTest
  static final ArchRule matchingIsLinear =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.credfix.redact..",
              "io.credfix.parse..",
              "io.credfix.diagnose",
              "io.credfix.render..",
              "io.credfix.http..",
              "io.credfix.mcp..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.regex..");

  @ArchTest
  static final ArchRule nothingPrintsBesideTheLog =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.credfix.redact..",
              "io.credfix.parse..",
              "io.credfix.diagnose",
              "io.credfix.render..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  @ArchTest
  static final ArchRule stagesHaveNoCycles =
      slices().matching("io.credfix.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule recordsAndClassesAreNouns =
      classes()
          .should()
          .haveSimpleNameNotEndingWith("Impl")
          .andShould()
          .haveSimpleNameNotEndingWith("Util");

  /// A wrong clock changes no guide: times are compared within the text.
  @ArchTest
  static final ArchRule onlyMetricsKnowWhatTimeItIs =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.credfix.http.Metrics")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
          .orShould()
          .callMethod(System.class, "currentTimeMillis");
}
