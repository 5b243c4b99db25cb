package dev.accesskeys.codegen.view;

import dev.accesskeys.codegen.api.Api;
import dev.accesskeys.codegen.api.ApiOperation;
import dev.accesskeys.codegen.api.ChoicesClass;
import dev.accesskeys.codegen.api.EnumClass;
import dev.accesskeys.codegen.api.GeneratedClass;
import dev.accesskeys.codegen.api.JavaType.HandWritten;
import dev.accesskeys.codegen.api.ObjectClass;
import dev.accesskeys.codegen.java.Names;
import dev.accesskeys.codegen.java.SourceFile;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What every template is given. */
public final class Views {

    private final Api api;
    private final String apiPackage;
    private final String modelPackage;
    private final String operationsClass;
    private final Checks checks;

    /**
     * Makes the views.
     *
     * @param api what is generated
     * @param apiPackage the package of services and operations
     * @param modelPackage the package of models
     * @param providerName how the classes of the provider begin
     */
    public Views(Api api, String apiPackage, String modelPackage, String providerName) {
        this.api = api;
        this.apiPackage = apiPackage;
        this.modelPackage = modelPackage;
        this.operationsClass = providerName + "Operations";
        this.checks = new Checks(api);
    }

    /** The simple name of the class with the operations. */
    public String operationsClass() {
        return operationsClass;
    }

    /** The services: class name to tag. */
    public Map<String, String> services() {
        Map<String, String> services = new LinkedHashMap<>();
        api.tags().keySet().forEach(tag -> services.put(Names.className(tag), tag));
        return services;
    }

    /** A class of the model package, under the name by which the template asks for it. */
    public Map<String, Object> model(String name) {
        GeneratedClass generated = api.classes().get(name);
        SourceFile file = new SourceFile(modelPackage, api.document(), handWritten());
        if (generated instanceof ObjectClass object) {
            return Map.of("object", ObjectView.of(object, checks, file));
        }
        if (generated instanceof EnumClass enumeration) {
            return Map.of("enumeration", EnumView.of(enumeration, file));
        }
        if (generated instanceof ChoicesClass choices) {
            return Map.of("choices", ChoicesView.of(choices, checks, file));
        }
        throw new IllegalArgumentException(name);
    }

    /** A service. */
    public Map<String, Object> service(String name, String tag) {
        return Map.of("service", ServiceView.of(api, tag, name, operationsClass, apiFile()));
    }

    /** The operations, and the package of the models. */
    public Map<String, Object> others() {
        return Map.of(
                "operations", OperationsView.of(api, operationsClass, apiFile()),
                "modelPackage", modelPackage,
                "providerName", api.provider().name());
    }

    private SourceFile apiFile() {
        Collection<String> imports = new TreeSet<>(handWritten());
        api.classes().keySet().forEach(name -> imports.add(modelPackage + "." + name));
        api.operations().stream()
                .flatMap(operation -> operation.envelope().stream())
                .map(ApiOperation.Envelope::qualifiedClass)
                .forEach(name -> name.ifPresent(imports::add));
        return new SourceFile(apiPackage, api.document(), imports);
    }

    private List<String> handWritten() {
        return api.classes().values().stream()
                .filter(ObjectClass.class::isInstance)
                .flatMap(each -> ((ObjectClass) each).members().stream())
                .map(member -> member.value().type())
                .filter(HandWritten.class::isInstance)
                .map(type -> ((HandWritten) type).qualified())
                .distinct()
                .toList();
    }
}
