package dev.accesskeys.rotation.internal.file;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.util.Set;

/** A write that does not pass the Disk would pass every crash test by. */
@AnalyzeClasses(packages = "dev.accesskeys.rotation", importOptions = ImportOption.DoNotIncludeTests.class)
class FilesArchitectureTest {

    private static final Set<String> FILE_ACCESS = Set.of(
            Files.class.getName(),
            FileChannel.class.getName(),
            FileLock.class.getName(),
            "java.io.File",
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.RandomAccessFile",
            "java.io.PrintWriter");

    @ArchTest
    static final ArchRule ONLY_THE_LOCAL_DISK_TOUCHES_FILES = noClasses()
            .that()
            .doNotBelongToAnyOf(LocalDisk.class)
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "read or write files", (JavaClass type) -> FILE_ACCESS.contains(type.getName())));

    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_INTERNAL_PACKAGES =
            slices().matching("dev.accesskeys.rotation.internal.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule FILES_KNOW_NOTHING_OF_ROTATIONS = noClasses()
            .that()
            .resideInAPackage("dev.accesskeys.rotation.internal.file")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.accesskeys.rotation",
                    "dev.accesskeys.rotation.journal",
                    "dev.accesskeys.rotation.store",
                    "dev.accesskeys.rotation.audit",
                    "dev.accesskeys.rotation.internal.engine");
}
