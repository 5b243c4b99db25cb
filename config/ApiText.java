import static java.util.stream.Collectors.joining;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compares the public API of one module with its checked-in text, or writes that text.
 *
 * <p>It reads sources and not class files: on a JDK 17, javac shows the nullness annotations of a type only there. The
 * build runs it with {@code java ApiText.java <module directory> <module path> <update: true or anything else>}.
 */
public final class ApiText {
    private final Elements elements;
    private final StringBuilder out = new StringBuilder();
    private String currentPackage = "";

    private ApiText(Elements elements) {
        this.elements = elements;
    }

    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        Path checkedIn = directory.resolve("api.txt");
        String actual = describe(directory, args[1]);
        if (args[2].equals("true")) {
            Files.writeString(checkedIn, actual);
            return;
        }
        String expected = Files.exists(checkedIn) ? Files.readString(checkedIn) : "";
        if (!actual.equals(expected)) {
            printDifference(expected.lines().toList(), actual.lines().toList());
            System.out.println("The public API is not the one in api.txt. If that is wanted:"
                    + " mvn -Dapi.update verify, and review the change.");
            System.exit(1);
        }
    }

    private static String describe(Path directory, String modulePath) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String root : List.of("src/main/java", "target/generated-sources/openapi/src/main/java")) {
            if (Files.isDirectory(directory.resolve(root))) {
                try (Stream<Path> files = Files.walk(directory.resolve(root))) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        if (sources.isEmpty()) {
            return "";
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("--release", "17", "-proc:none", "--module-path", modulePath);
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(sources);
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, options, null, units);
            ModuleElement module = null;
            for (Element element : task.analyze()) {
                Element enclosing = element;
                while (enclosing.getEnclosingElement() != null) {
                    enclosing = enclosing.getEnclosingElement();
                }
                module = (ModuleElement) enclosing;
            }
            if (module == null || module.isUnnamed()) {
                throw new IllegalStateException("no module-info.java in " + directory.getFileName());
            }
            ApiText text = new ApiText(task.getElements());
            text.module(module);
            return text.out.toString();
        }
    }

    private void module(ModuleElement module) {
        out.append("module ").append(module.getQualifiedName()).append('\n');
        TreeSet<String> lines = new TreeSet<>();
        Map<String, PackageElement> exported = new TreeMap<>();
        for (ModuleElement.Directive directive : module.getDirectives()) {
            switch (directive.getKind()) {
                case REQUIRES -> {
                    ModuleElement.RequiresDirective requires = (ModuleElement.RequiresDirective) directive;
                    if (requires.getDependency().getQualifiedName().contentEquals("java.base")) {
                        continue;
                    }
                    lines.add("requires "
                            + (requires.isStatic() ? "static " : "")
                            + (requires.isTransitive() ? "transitive " : "")
                            + requires.getDependency().getQualifiedName());
                }
                case EXPORTS -> {
                    ModuleElement.ExportsDirective exports = (ModuleElement.ExportsDirective) directive;
                    String name = exports.getPackage().getQualifiedName().toString();
                    // An export to named modules is no promise to anybody else.
                    if (exports.getTargetModules() == null) {
                        lines.add("exports " + name);
                        exported.put(name, exports.getPackage());
                    }
                }
                case OPENS ->
                    lines.add("opens "
                            + ((ModuleElement.OpensDirective) directive)
                                    .getPackage()
                                    .getQualifiedName());
                case USES -> lines.add("uses " + ((ModuleElement.UsesDirective) directive).getService());
                case PROVIDES -> {
                    ModuleElement.ProvidesDirective provides = (ModuleElement.ProvidesDirective) directive;
                    lines.add("provides " + provides.getService());
                }
            }
        }
        lines.forEach(line -> out.append("  ").append(line).append('\n'));
        exported.values().forEach(this::packageText);
    }

    private void packageText(PackageElement exported) {
        currentPackage = exported.getQualifiedName().toString();
        out.append("\npackage ").append(currentPackage).append('\n');
        types(exported);
    }

    private void types(Element enclosing) {
        ElementFilter.typesIn(enclosing.getEnclosedElements()).stream()
                .filter(ApiText::visible)
                .sorted((a, b) -> a.getQualifiedName()
                        .toString()
                        .compareTo(b.getQualifiedName().toString()))
                .forEach(this::type);
    }

    private void type(TypeElement type) {
        out.append('\n').append(header(type)).append('\n');
        for (Element member : type.getEnclosedElements()) {
            if (member.getKind() == ElementKind.ENUM_CONSTANT) {
                out.append("  ").append(member.getSimpleName()).append('\n');
            }
        }
        TreeSet<String> members = new TreeSet<>();
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (visible(field) && field.getKind() != ElementKind.ENUM_CONSTANT) {
                members.add(modifiers(field) + text(field.asType()) + " " + field.getSimpleName() + constant(field));
            }
        }
        for (ExecutableElement member : ElementFilter.constructorsIn(type.getEnclosedElements())) {
            if (visible(member) && !implied(type, member)) {
                members.add(modifiers(member) + "new " + type.getSimpleName() + signature(member));
            }
        }
        for (ExecutableElement member : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (visible(member) && !implied(type, member)) {
                members.add(modifiers(member)
                        + typeParameters(member.getTypeParameters())
                        + text(member.getReturnType())
                        + " "
                        + member.getSimpleName()
                        + signature(member));
            }
        }
        members.forEach(member -> out.append("  ").append(member).append('\n'));
        types(type);
    }

    /** What every object has, and what follows from the word enum or the header of a record. */
    private static boolean implied(TypeElement type, ExecutableElement member) {
        String types = member.getParameters().stream()
                .map(parameter -> withoutAnnotations(parameter.asType()))
                .collect(joining(", "));
        String erased = member.getSimpleName() + "(" + types + ")";
        List<? extends RecordComponentElement> components = type.getRecordComponents();
        String canonical =
                components.stream().map(c -> withoutAnnotations(c.asType())).collect(joining(", ", "<init>(", ")"));
        return Set.of("toString()", "hashCode()", "equals(java.lang.Object)").contains(erased)
                || type.getKind() == ElementKind.ENUM
                        && Set.of("values()", "valueOf(java.lang.String)").contains(erased)
                || type.getKind() == ElementKind.RECORD && erased.equals(canonical)
                || components.stream().anyMatch(c -> erased.equals(c.getSimpleName() + "()"));
    }

    private static String withoutAnnotations(TypeMirror type) {
        return type.toString().replaceAll("@[\\w.]+ ?", "").replace(" ", "");
    }

    /** Public, or protected in a class that others can extend. */
    private static boolean visible(Element element) {
        Element enclosing = element.getEnclosingElement();
        return element.getModifiers().contains(Modifier.PUBLIC)
                || element.getModifiers().contains(Modifier.PROTECTED)
                        && !enclosing.getModifiers().contains(Modifier.FINAL);
    }

    private String header(TypeElement type) {
        String name = type.getQualifiedName().toString().substring(currentPackage.length() + 1);
        StringBuilder header = new StringBuilder(modifiers(type));
        header.append(
                type.getKind() == ElementKind.ANNOTATION_TYPE
                        ? "@interface"
                        : type.getKind().name().toLowerCase(Locale.ROOT));
        header.append(' ')
                .append(name)
                .append(typeParameters(type.getTypeParameters()).stripTrailing());
        if (type.getKind() == ElementKind.RECORD) {
            header.append(type.getRecordComponents().stream()
                    .map((RecordComponentElement c) -> text(c.asType()) + " " + c.getSimpleName())
                    .collect(joining(", ", "(", ")")));
        }
        String superclass = text(type.getSuperclass());
        if (type.getKind() == ElementKind.CLASS && !superclass.equals("Object")) {
            header.append(" extends ").append(superclass);
        }
        if (!type.getInterfaces().isEmpty() && type.getKind() != ElementKind.ANNOTATION_TYPE) {
            header.append(type.getKind() == ElementKind.INTERFACE ? " extends " : " implements ")
                    .append(texts(type.getInterfaces()));
        }
        if (!type.getPermittedSubclasses().isEmpty()) {
            header.append(" permits ").append(texts(type.getPermittedSubclasses()));
        }
        return header.toString();
    }

    /** Everything that a caller can see, without the words that say nothing at this place. */
    private String modifiers(Element element) {
        boolean inInterface = element.getEnclosingElement().getKind().isInterface();
        boolean enumOrRecord = element.getKind() == ElementKind.ENUM || element.getKind() == ElementKind.RECORD;
        StringBuilder text = new StringBuilder();
        if (elements.isDeprecated(element)) {
            text.append("@Deprecated ");
        }
        for (Modifier modifier : element.getModifiers()) {
            boolean silent = switch (modifier) {
                case PUBLIC, NATIVE, SYNCHRONIZED, STRICTFP, TRANSIENT, VOLATILE -> true;
                case ABSTRACT -> inInterface || element.getKind().isInterface();
                case FINAL ->
                    enumOrRecord
                            || element.getKind() == ElementKind.METHOD
                                    && element.getEnclosingElement()
                                            .getModifiers()
                                            .contains(Modifier.FINAL);
                case STATIC ->
                    enumOrRecord
                            || element.getKind().isInterface()
                            || element.getKind().isClass() && inInterface;
                default -> false;
            };
            if (!silent) {
                text.append(modifier).append(' ');
            }
        }
        return text.toString();
    }

    private String constant(VariableElement field) {
        Object value = field.getConstantValue();
        return value == null ? "" : " = " + elements.getConstantExpression(value);
    }

    private String signature(ExecutableElement member) {
        StringBuilder text = new StringBuilder("(");
        List<? extends VariableElement> parameters = member.getParameters();
        for (int i = 0; i < parameters.size(); i++) {
            String type = text(parameters.get(i).asType());
            boolean last = i == parameters.size() - 1;
            if (last && member.isVarArgs()) {
                type = type.substring(0, type.length() - 2) + "...";
            }
            text.append(type)
                    .append(' ')
                    .append(parameters.get(i).getSimpleName())
                    .append(last ? "" : ", ");
        }
        text.append(')');
        if (!member.getThrownTypes().isEmpty()) {
            text.append(" throws ").append(texts(member.getThrownTypes()));
        }
        AnnotationValue value = member.getDefaultValue();
        return value == null ? text.toString() : text + " default " + value;
    }

    private String typeParameters(List<? extends TypeParameterElement> parameters) {
        if (parameters.isEmpty()) {
            return "";
        }
        return parameters.stream()
                .map(parameter -> {
                    String bounds = parameter.getBounds().stream()
                            .map(this::text)
                            .filter(bound -> !bound.equals("Object"))
                            .collect(joining(" & "));
                    return parameter.getSimpleName() + (bounds.isEmpty() ? "" : " extends " + bounds);
                })
                .collect(joining(", ", "<", "> "));
    }

    private String texts(List<? extends TypeMirror> types) {
        return types.stream().map(this::text).collect(joining(", "));
    }

    private String text(TypeMirror type) {
        String annotations = type.getAnnotationMirrors().stream()
                .map(AnnotationMirror::getAnnotationType)
                .map(annotation -> "@" + annotation.asElement().getSimpleName())
                .sorted()
                .collect(joining(" "));
        String space = annotations.isEmpty() ? "" : " ";
        if (type instanceof ArrayType array) {
            return text(array.getComponentType()) + space + annotations + space + "[]";
        }
        return annotations + space + plain(type);
    }

    private String plain(TypeMirror type) {
        if (type instanceof DeclaredType declared) {
            String arguments =
                    declared.getTypeArguments().isEmpty() ? "" : "<" + texts(declared.getTypeArguments()) + ">";
            return shortName((TypeElement) declared.asElement()) + arguments;
        }
        if (type instanceof WildcardType wildcard) {
            TypeMirror upper = wildcard.getExtendsBound();
            TypeMirror lower = wildcard.getSuperBound();
            return upper != null ? "? extends " + text(upper) : lower != null ? "? super " + text(lower) : "?";
        }
        if (type instanceof IntersectionType intersection) {
            return intersection.getBounds().stream().map(this::text).collect(joining(" & "));
        }
        if (type.getKind() == TypeKind.TYPEVAR) {
            return ((javax.lang.model.type.TypeVariable) type)
                    .asElement()
                    .getSimpleName()
                    .toString();
        }
        return type.getKind().name().toLowerCase(Locale.ROOT);
    }

    private String shortName(TypeElement type) {
        String owner = elements.getPackageOf(type).getQualifiedName().toString();
        String name = type.getQualifiedName().toString();
        return owner.equals(currentPackage) || owner.equals("java.lang") ? name.substring(owner.length() + 1) : name;
    }

    /** The shortest list of lines to remove and to add, each below the type that it belongs to. */
    private static void printDifference(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        String type = "";
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            boolean removed = j == after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1];
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                type = after.get(j).startsWith(" ") || after.get(j).isEmpty() ? type : after.get(j);
                i++;
                j++;
                continue;
            }
            String line = removed ? before.get(i++) : after.get(j++);
            if (!type.isEmpty()) {
                System.out.println("  " + type);
                type = "";
            }
            System.out.println((removed ? "- " : "+ ") + line);
        }
    }
}
