package dev.accesskeys.codegen.document;

import java.util.Set;
import java.util.TreeSet;

/** Which members the generator understands, or may pass over, at each kind of place. All others fail the build. */
final class Keywords {

    static final Set<String> ROOT = Set.of(
            "openapi",
            "info",
            "jsonSchemaDialect",
            "servers",
            "tags",
            "security",
            "paths",
            "components",
            "externalDocs",
            "x-rate-limits",
            "x-envelope");

    static final Set<String> INFO =
            Set.of("title", "summary", "description", "termsOfService", "contact", "license", "version", "x-provider");

    static final Set<String> PROVIDER = Set.of("id", "name", "base-url-variable", "request-id-headers");

    static final Set<String> COMPONENTS =
            Set.of("schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes");

    static final Set<String> SECURITY_SCHEME =
            Set.of("type", "scheme", "bearerFormat", "name", "in", "description", "x-environment");

    static final Set<String> RATE_LIMIT = Set.of("requests", "period", "concurrent", "per-second");

    static final Set<String> PATH_ITEM =
            Set.of("summary", "description", "parameters", "get", "put", "post", "delete", "patch");

    static final Set<String> OPERATION = Set.of(
            "tags",
            "summary",
            "description",
            "externalDocs",
            "operationId",
            "parameters",
            "requestBody",
            "responses",
            "deprecated",
            "security",
            "x-method",
            "x-retry",
            "x-reconcile",
            "x-rate-limit",
            "x-scopes",
            "x-envelope",
            "x-page",
            "x-created");

    static final Set<String> ENVELOPE = Set.of("class", "member");

    static final Set<String> PAGE = Set.of("style", "parameter", "items", "number", "pages", "total");

    static final Set<String> CREATED = Set.of("secret");

    static final Set<String> PARAMETER = Set.of(
            "name",
            "in",
            "description",
            "required",
            "deprecated",
            "style",
            "explode",
            "schema",
            "example",
            "examples",
            "x-java-name",
            "x-java-type");

    static final Set<String> REQUEST_BODY = Set.of("description", "content", "required");

    static final Set<String> RESPONSE = Set.of("description", "headers", "content");

    static final Set<String> MEDIA_TYPE = Set.of("schema", "example", "examples");

    static final Set<String> CHOICES = Set.of("type", "values", "description", "cases");

    static final Set<String> CHOICES_CASE = Set.of("wire", "description");

    static final Set<String> SECRET = Set.of("placeholders");

    /** What may stand beside a reference. */
    static final Set<String> REFERENCE =
            Set.of("$ref", "summary", "description", "deprecated", "x-java-name", "x-identifier", "x-tri-state");

    private static final Set<String> ANY_SCHEMA = Set.of(
            "type",
            "format",
            "nullable",
            "title",
            "description",
            "example",
            "examples",
            "default",
            "deprecated",
            "readOnly",
            "writeOnly",
            "externalDocs",
            "x-java-name",
            "x-identifier",
            "x-tri-state");

    static final Set<String> ANYTHING = ANY_SCHEMA;

    static final Set<String> STRING =
            schema("minLength", "maxLength", "pattern", "x-pattern-description", "x-not-blank");

    static final Set<String> SECRET_STRING = schema("x-secret");

    static final Set<String> ENUM = schema("enum", "x-enum-descriptions");

    static final Set<String> NUMBER = schema("minimum", "maximum");

    static final Set<String> ARRAY = schema("items", "minItems", "maxItems", "x-choices");

    static final Set<String> OBJECT =
            schema("properties", "required", "additionalProperties", "allOf", "x-any-of-required");

    static final Set<String> ALIAS = schema("allOf");

    static final Set<String> ANY_OF = schema("anyOf");

    private Keywords() {}

    private static Set<String> schema(String... more) {
        Set<String> all = new TreeSet<>(ANY_SCHEMA);
        all.addAll(Set.of(more));
        return all;
    }
}
