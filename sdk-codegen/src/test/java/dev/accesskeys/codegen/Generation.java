package dev.accesskeys.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Runs the generator the way the Maven plug-in does. */
final class Generation {

    static final String API_PACKAGE = "example.api";
    static final String MODEL_PACKAGE = "example.api.model";

    private Generation() {}

    /** Generates into a folder and gives the sources by their path below it. */
    static Map<String, String> generate(Path document, Path folder) {
        try {
            Golden.emptied(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CodegenConfigurator configurator = new CodegenConfigurator()
                .setGeneratorName("access-keys-java")
                .setInputSpec(document.toString())
                .setOutputDir(folder.toString())
                .setApiPackage(API_PACKAGE)
                .setModelPackage(MODEL_PACKAGE)
                .addAdditionalProperty("sourceFolder", "sources");
        DefaultGenerator generator = new DefaultGenerator();
        generator.setGenerateMetadata(false);
        generator.opts(configurator.toClientOptInput()).generate();
        return sources(folder.resolve("sources").resolve(API_PACKAGE.replace('.', '/')));
    }

    /** Reads all sources below a folder. */
    static Map<String, String> sources(Path folder) {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                sources.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }
}
