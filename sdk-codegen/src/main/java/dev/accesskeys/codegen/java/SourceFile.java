package dev.accesskeys.codegen.java;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finishes what a template printed: adds head and imports, tidies the layout. A template calls it around its whole text. */
public final class SourceFile implements Mustache.Lambda {

    private final String packageName;
    private final String document;
    private final Collection<String> imports;

    /**
     * Makes the finish of one source.
     *
     * @param packageName its package
     * @param document the name of the document that it is made from
     * @param imports qualified names that it may use besides those of the JDK and the core
     */
    public SourceFile(String packageName, String document, Collection<String> imports) {
        this.packageName = packageName;
        this.document = document;
        this.imports = List.copyOf(imports);
    }

    @Override
    public void execute(Template.Fragment fragment, Writer out) throws IOException {
        String body = fragment.execute();
        List<String> lines = new ArrayList<>();
        lines.add("// Generated from " + document
                + " by sdk-codegen. Do not edit: change the document, or the generator.");
        lines.add("package " + packageName + ";");
        lines.add("");
        Imports.of(body, packageName, imports).forEach(name -> lines.add("import " + name + ";"));
        lines.add("");
        lines.addAll(body.lines().toList());
        out.write(String.join("\n", Layout.tidy(lines)) + "\n");
    }
}
