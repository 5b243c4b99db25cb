package dev.accesskeys.codegen;

import dev.accesskeys.json.JsonCodec;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles sources against the core with every lint of javac, doclint included. */
final class Compilation {

    private Compilation() {}

    /** Gives what the compiler complains about; empty if nothing. */
    static List<String> complaints(Collection<String> sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-Xlint:all",
                "-proc:none",
                "-Xdoclint:all/protected",
                "-Werror",
                "--release",
                "17",
                "-classpath",
                classPath(),
                "-d",
                classes.toString());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            compiler.getTask(null, files, diagnostics, options, null, units(sources))
                    .call();
        }
        return diagnostics.getDiagnostics().stream().map(Compilation::line).toList();
    }

    /** Loads compiled classes together with the core. */
    static ClassLoader load(Path classes) {
        try {
            return new URLClassLoader(new URL[] {classes.toUri().toURL()}, Compilation.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<JavaFileObject> units(Collection<String> sources) {
        return sources.stream().map(Compilation::unit).collect(Collectors.toList());
    }

    private static JavaFileObject unit(String source) {
        String packageName = source.replaceAll("(?s).*?\\bpackage ([\\w.]+);.*", "$1");
        boolean info = !source.matches("(?s).*\\n(@\\w+\\s+)?public .*");
        String name = info
                ? "package-info"
                : source.replaceAll("(?s).*?\\npublic (?:final )?(?:class|interface) (\\w+).*", "$1");
        URI uri = URI.create("string:///" + packageName.replace('.', '/') + "/" + name + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }

    private static String classPath() {
        return String.join(File.pathSeparator, location(JsonCodec.class), location(Nullable.class));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(Diagnostic<? extends JavaFileObject> diagnostic) {
        String source =
                diagnostic.getSource() == null ? "" : diagnostic.getSource().getName();
        return source + ":" + diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT);
    }
}
