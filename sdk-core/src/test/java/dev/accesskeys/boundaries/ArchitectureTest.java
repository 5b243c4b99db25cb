package dev.accesskeys.boundaries;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** What the core is made of, and what it keeps away from. */
@AnalyzeClasses(packages = "dev.accesskeys", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Values, errors, JSON and operations name each other in their public signatures; what calls stand on does not. */
    @ArchTest
    static final ArchRule INTERNALS_DO_NOT_KNOW_THE_FACE = noClasses()
            .that()
            .resideInAPackage("dev.accesskeys.internal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.accesskeys.client", "dev.accesskeys.paging", "dev.accesskeys.keys");

    @ArchTest
    static final ArchRule THE_TRANSPORT_KNOWS_NOTHING_OF_CALLS = noClasses()
            .that()
            .resideInAnyPackage("dev.accesskeys.http", "dev.accesskeys.internal.http")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.accesskeys.operation",
                    "dev.accesskeys.internal.call",
                    "dev.accesskeys.client",
                    "dev.accesskeys.paging",
                    "dev.accesskeys.keys",
                    "dev.accesskeys.json");

    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_INTERNAL_PACKAGES =
            slices().matching("dev.accesskeys.internal.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_JSON_KNOWS_THE_JSON_LIBRARY = noClasses()
            .that()
            .resideOutsideOfPackage("dev.accesskeys.json")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tools.jackson..");

    @ArchTest
    static final ArchRule ONLY_ONE_CLASS_KNOWS_THE_HTTP_CLIENT = noClasses()
            .that()
            .resideOutsideOfPackage("dev.accesskeys.internal.http")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..");

    @ArchTest
    static final ArchRule PUBLIC_SIGNATURES_SHOW_NO_INTERNAL_TYPE_AND_NO_LIBRARY = classes()
            .that()
            .resideOutsideOfPackage("dev.accesskeys.internal..")
            .and()
            .arePublic()
            .should(showOnlyPublicTypes());

    @ArchTest
    static final ArchRule NOBODY_SLEEPS = noClasses()
            .should()
            .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                    com.tngtech.archunit.core.domain.JavaClass.Predicates.type(Thread.class)))
                    .and(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("sleep"))));

    @ArchTest
    static void nobodyPrints(JavaClasses classes) {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(classes);
        noClasses().should().callMethod(Throwable.class, "printStackTrace").check(classes);
    }

    @ArchTest
    static void logsGoToTheSystemLoggerOnly(JavaClasses classes) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(classes);
    }

    /** Everything else is given what it needs. */
    @ArchTest
    static void onlyOneClassReadsTheEnvironment(JavaClasses classes) {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.accesskeys.auth.CredentialProvider")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(classes);
    }

    private static ArchCondition<JavaClass> showOnlyPublicTypes() {
        return new ArchCondition<>("show only public types in their signatures") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMembers().stream()
                        .filter(ArchitectureTest::isVisible)
                        .forEach(member -> typesOf(member)
                                .filter(each -> each.getPackageName().startsWith("dev.accesskeys.internal")
                                        || each.getPackageName().startsWith("tools.jackson"))
                                .forEach(each -> events.add(SimpleConditionEvent.violated(
                                        member, member.getFullName() + " shows " + each.getName()))));
            }
        };
    }

    private static boolean isVisible(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> typesOf(JavaMember member) {
        if (member instanceof JavaField field) {
            return field.getAllInvolvedRawTypes().stream();
        }
        JavaCodeUnit unit = (JavaCodeUnit) member;
        return unit.getAllInvolvedRawTypes().stream();
    }
}
