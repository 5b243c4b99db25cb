package dev.accesskeys.codegen;

import com.samskivert.mustache.Mustache;
import dev.accesskeys.codegen.api.Api;
import dev.accesskeys.codegen.document.ApiReader;
import dev.accesskeys.codegen.document.Document;
import dev.accesskeys.codegen.java.Names;
import dev.accesskeys.codegen.view.Views;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.servers.Server;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CliOption;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.DefaultCodegen;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;
import org.openapitools.codegen.model.OperationsMap;

/**
 * The generator "access-keys-java". OpenAPI Generator parses and validates the document, drives the templates and writes the
 * files; what is printed is worked out here, from the document itself. To make its driver print one file for each of our
 * classes, it is shown a stand-in: one empty schema for each model, one empty operation for each service.
 */
public final class AccessKeysJavaCodegen extends DefaultCodegen {

    private static final String NAME = "access-keys-java";
    private static final String PROVIDER_NAME = "providerName";
    private static final String SOURCE_FOLDER = "sourceFolder";

    private @Nullable Views views;

    /** Makes the generator; OpenAPI Generator does, by the name of {@link #getName()}. */
    public AccessKeysJavaCodegen() {
        embeddedTemplateDir = NAME;
        templateDir = NAME;
        modelTemplateFiles.put("model.mustache", ".java");
        apiTemplateFiles.put("service.mustache", ".java");
        cliOptions.add(new CliOption(PROVIDER_NAME, "how the classes of the provider begin, such as Linode"));
        cliOptions.add(new CliOption(SOURCE_FOLDER, "where sources go, below the output folder"));
    }

    @Override
    public CodegenType getTag() {
        return CodegenType.CLIENT;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public String getHelp() {
        return "Generates models, services and operations on top of sdk-core.";
    }

    /** The document is read as it was written: the normalizer and the resolver would change it. */
    @Override
    public boolean getUseOpenapiNormalizer() {
        return false;
    }

    @Override
    public boolean getUseInlineModelResolver() {
        return false;
    }

    /** A build says what went wrong, and nothing else. */
    @Override
    public void postProcess() {}

    /** Templates print Java, not HTML. */
    @Override
    public Mustache.Compiler processCompiler(Mustache.Compiler compiler) {
        return compiler.escapeHTML(false);
    }

    @Override
    public void preprocessOpenAPI(OpenAPI openApi) {
        Api api = ApiReader.read(Document.read(Path.of(getInputSpec())));
        String providerName = additionalProperties
                .getOrDefault(PROVIDER_NAME, Names.className(api.provider().name()))
                .toString();
        Views made = new Views(api, apiPackage, modelPackage, providerName);
        views = made;
        openApi.components(new Components().schemas(standInSchemas(api)));
        openApi.paths(standInPaths(made));
        openApi.servers(List.of(new Server().url("https://localhost")));
        openApi.extensions(null);
        supportingFiles.add(
                new SupportingFile("operations.mustache", folder(apiPackage), made.operationsClass() + ".java"));
        supportingFiles.add(new SupportingFile("package-info.mustache", folder(modelPackage), "package-info.java"));
    }

    /** One property, or the driver would take it for a free-form object and pass over it. */
    @SuppressWarnings("rawtypes") // as the parser declares it
    private static Map<String, Schema> standInSchemas(Api api) {
        Map<String, Schema> schemas = new TreeMap<>();
        api.classes()
                .keySet()
                .forEach(name -> schemas.put(name, new ObjectSchema().addProperty("any", new StringSchema())));
        return schemas;
    }

    private static Paths standInPaths(Views views) {
        Paths paths = new Paths();
        views.services()
                .keySet()
                .forEach(name -> paths.addPathItem(
                        "/" + name,
                        new PathItem()
                                .get(new Operation()
                                        .operationId(name)
                                        .addTagsItem(name)
                                        .responses(new ApiResponses()
                                                .addApiResponse("204", new ApiResponse().description("any"))))));
        return paths;
    }

    private Views views() {
        return Objects.requireNonNull(views, "the document has not been read");
    }

    @Override
    public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> models) {
        models.forEach((name, map) -> map.putAll(views().model(name)));
        return models;
    }

    @Override
    public OperationsMap postProcessOperationsWithModels(OperationsMap operations, List<ModelMap> models) {
        String name = operations.getOperations().getClassname();
        operations.putAll(
                views().service(name, Objects.requireNonNull(views().services().get(name))));
        return operations;
    }

    @Override
    public Map<String, Object> postProcessSupportingFileData(Map<String, Object> data) {
        data.putAll(views().others());
        return data;
    }

    private String folder(String packageName) {
        return additionalProperties.getOrDefault(SOURCE_FOLDER, "") + "/" + packageName.replace('.', '/');
    }

    @Override
    public String modelFileFolder() {
        return outputFolder + "/" + folder(modelPackage);
    }

    @Override
    public String apiFileFolder() {
        return outputFolder + "/" + folder(apiPackage);
    }

    @Override
    public String toModelName(String name) {
        return name;
    }

    @Override
    public String toModelFilename(String name) {
        return name;
    }

    @Override
    public String toApiName(String name) {
        return name;
    }

    @Override
    public String toApiFilename(String name) {
        return name;
    }

    @Override
    public String sanitizeTag(String tag) {
        return tag;
    }

    /** Names are ours, and safe. */
    @Override
    public String escapeReservedWord(String name) {
        return name;
    }

    @Override
    public String escapeQuotationMark(String input) {
        return input;
    }

    @Override
    public String escapeUnsafeCharacters(String input) {
        return input;
    }
}
