package dev.accesskeys.codegen.document;

import dev.accesskeys.codegen.api.Api.RateLimit;
import dev.accesskeys.codegen.api.Api.Scheme;
import dev.accesskeys.codegen.api.ApiOperation;
import dev.accesskeys.codegen.api.ApiOperation.Answer;
import dev.accesskeys.codegen.api.ApiOperation.Page;
import dev.accesskeys.codegen.api.JavaType;
import dev.accesskeys.codegen.api.Member;
import dev.accesskeys.codegen.api.ObjectClass;
import dev.accesskeys.codegen.api.Value;
import dev.accesskeys.codegen.java.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one operation. */
final class OperationReader {

    private static final Map<String, String> RETRIES =
            Map.of("read", "READ", "idempotent", "IDEMPOTENT", "delete", "DELETE", "once", "ONCE");

    private final Document document;
    private final Classes classes;
    private final List<Scheme> schemes;
    private final List<RateLimit> rateLimits;
    private final SchemaReader schemas;
    private final AnswerReader answers;

    OperationReader(Document document, Classes classes, List<Scheme> schemes, List<RateLimit> rateLimits) {
        this.document = document;
        this.classes = classes;
        this.schemes = schemes;
        this.rateLimits = rateLimits;
        this.schemas = new SchemaReader(document, classes);
        this.answers = new AnswerReader(document, schemas);
    }

    ApiOperation read(String path, String httpMethod, List<Node> shared, Node node) {
        node.allow(Keywords.OPERATION);
        String id = node.get("operationId").text();
        String retry = retry(node, httpMethod);
        ParameterReader parameters = new ParameterReader(document, schemas, id, path);
        parameters.read(shared, node.elementsOf("parameters"));
        Optional<ObjectClass> rest = parameters.others(node);
        rest.ifPresent(classes::add);
        Optional<Value> body = body(node, id);
        AnswerReader.Read answer = answers.read(node, id);
        answer.page().ifPresent(page -> requirePageParameter(node, page, rest));
        return new ApiOperation(
                id,
                Names.serviceMember(node.find("x-method").map(Node::text).orElse(id)),
                httpMethod,
                path,
                tag(node),
                node.textOf("summary"),
                node.textOf("description"),
                node.isTrue("deprecated"),
                retry,
                reconciliation(node, retry),
                rateLimit(node),
                node.textsOf("x-scopes"),
                node.find("security")
                        .map(each -> SecurityReader.alternatives(each, schemes))
                        .orElseGet(this::rootSecurity),
                answer.envelope(),
                answer.page(),
                answer.answer(),
                answer.description(),
                createdSecret(node, answer.answer()),
                parameters.inPath(),
                rest,
                parameters.headerNames(),
                body,
                failures(node),
                node.place());
    }

    private List<List<String>> rootSecurity() {
        return document.root()
                .find("security")
                .map(node -> SecurityReader.alternatives(node, schemes))
                .orElse(List.of());
    }

    private static String tag(Node node) {
        List<Node> tags = node.get("tags").elements();
        if (tags.size() != 1) {
            throw node.get("tags").fail("exactly one tag is supported: it decides the service");
        }
        return tags.get(0).text();
    }

    private static String retry(Node node, String httpMethod) {
        if (!node.has("x-retry")) {
            if (httpMethod.equals("GET")) {
                return "READ";
            }
            throw node.fail("x-retry is missing: say whether it may be sent again (idempotent, delete, once)");
        }
        String retry = RETRIES.get(node.get("x-retry").text());
        if (retry == null) {
            throw node.get("x-retry").fail("must be read, idempotent, delete or once");
        }
        return retry;
    }

    private static String reconciliation(Node node, String retry) {
        String text = node.textOf("x-reconcile").replaceAll("\\s+", " ");
        if (retry.equals("ONCE") && text.isEmpty()) {
            throw node.fail("x-reconcile is missing: say how to find out what happened when the answer was lost");
        }
        return text;
    }

    private Optional<String> rateLimit(Node node) {
        Optional<String> name = node.find("x-rate-limit").map(Node::text);
        name.ifPresent(each -> {
            if (rateLimits.stream().noneMatch(limit -> limit.name().equals(each))) {
                throw node.get("x-rate-limit").fail("there is no '" + each + "' in x-rate-limits");
            }
        });
        return name;
    }

    private Optional<Value> body(Node node, String id) {
        if (!node.has("requestBody")) {
            return Optional.empty();
        }
        Node body = document.resolve(node.get("requestBody")).allow(Keywords.REQUEST_BODY);
        if (!body.isTrue("required")) {
            throw body.fail("only bodies with 'required: true' are supported");
        }
        Value value = schemas.read(AnswerReader.jsonSchema(body.get("content")), Names.className(id + "_request"));
        if (value.nullable() || value.type() == JavaType.Scalar.SECRET) {
            throw body.fail("a body that may be null, or is a secret, is not supported");
        }
        return Optional.of(value);
    }

    private static void requirePageParameter(Node node, Page page, Optional<ObjectClass> parameters) {
        boolean known = parameters.stream()
                .flatMap(each -> each.members().stream())
                .anyMatch(member -> member.wireName().equals(page.parameter()) && isWholeNumber(member));
        if (!known) {
            throw node.get("x-page").get("parameter").fail("there is no such query parameter, or it is no integer");
        }
    }

    private static boolean isWholeNumber(Member member) {
        return member.value().type() == JavaType.Scalar.INT || member.value().type() == JavaType.Scalar.LONG;
    }

    /** Follows the wire names to the secret. */
    private List<String> createdSecret(Node node, Answer answer) {
        if (!node.has("x-created")) {
            return List.of();
        }
        Node path = node.get("x-created").allow(Keywords.CREATED).get("secret");
        List<String> steps = List.of(path.text().split("\\."));
        JavaType type = answer.type();
        for (String step : steps) {
            ObjectClass current = type.generatedClass()
                    .map(classes.byName()::get)
                    .filter(ObjectClass.class::isInstance)
                    .map(ObjectClass.class::cast)
                    .filter(each -> each.members().stream()
                            .anyMatch(member -> member.wireName().equals(step)))
                    .orElseThrow(() -> path.fail("the answer has no member '" + step + "' there"));
            type = current.member(step).value().type();
        }
        if (type != JavaType.Scalar.SECRET) {
            throw path.fail("the member is not marked as x-secret");
        }
        return steps;
    }

    private Map<String, String> failures(Node node) {
        Map<String, String> failures = new LinkedHashMap<>();
        node.get("responses").members().forEach((status, response) -> {
            if (!AnswerReader.isSuccess(status)) {
                failures.put(
                        status,
                        document.resolve(response).allow(Keywords.RESPONSE).textOf("description"));
            }
        });
        return failures;
    }
}
