package dev.accesskeys.rotation;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.rotation.audit.RotationListener;
import dev.accesskeys.rotation.internal.engine.Effects;
import dev.accesskeys.rotation.journal.JournalLease;
import dev.accesskeys.rotation.journal.RotationJournal;
import dev.accesskeys.rotation.store.SecretStore;
import dev.accesskeys.rotation.verify.KeyVerifier;
import dev.accesskeys.time.TimeSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The walls that the promises lean on. */
class RotationArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.accesskeys.rotation");

    private static final List<Class<?>> THE_WORLD = List.of(
            AccessKeyService.class,
            SecretStore.class,
            RotationJournal.class,
            JournalLease.class,
            KeyVerifier.class,
            RotationListener.class,
            TimeSource.class);

    /** What can be asked without any effect, and what is read outside a rotation. */
    private static final Set<String> HARMLESS =
            Set.of("capabilities", "scope", "name", "sharedResource", "with", "close");

    private static final DescribedPredicate<JavaMethodCall> TOUCHES_THE_WORLD = DescribedPredicate.describe(
            "touches provider, store, journal, verifier, listener or clock",
            call -> THE_WORLD.stream().anyMatch(type -> call.getTargetOwner().isAssignableTo(type))
                    && !HARMLESS.contains(call.getName()));

    @Test
    void everyEffectOfTheEnginePassesTheOnePort() {
        noClasses()
                .that(resideInAPackage("..internal.engine.."))
                .and()
                .haveNameNotMatching(".*\\.Effects(\\$.*)?")
                .should()
                .callMethodWhere(TOUCHES_THE_WORLD)
                .check(MODULE);
    }

    @Test
    void theRulesKnowOfNoEffect() {
        noClasses()
                .that()
                .haveNameMatching(".*\\.(Steps|Begin|Current|Due|FindOut|Forward|Finishing|Back|Ends|Orphans)")
                .should()
                .dependOnClassesThat(assignableTo(Effects.class)
                        .or(resideInAPackage("java.nio.."))
                        .or(resideInAPackage("java.security..")))
                .check(MODULE);
    }

    @Test
    void nothingKnowsAProvider() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.accesskeys.linode..",
                        "dev.accesskeys.nscale..",
                        "dev.accesskeys.tensorpool..",
                        "dev.accesskeys.cloudflare..")
                .check(MODULE);
    }

    @Test
    void journalStoreAndVerifierKnowNothingOfTheEngine() {
        classes()
                .that(resideInAPackage("..rotation.journal..")
                        .or(resideInAPackage("..rotation.store.."))
                        .or(resideInAPackage("..rotation.verify.."))
                        .or(resideInAPackage("..rotation.audit.."))
                        .or(resideInAPackage("..internal.file..")))
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(resideInAPackage("..internal.engine..")))
                .check(MODULE);
    }
}
