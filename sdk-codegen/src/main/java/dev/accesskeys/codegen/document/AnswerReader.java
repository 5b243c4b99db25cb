package dev.accesskeys.codegen.document;

import dev.accesskeys.codegen.api.ApiOperation.Answer;
import dev.accesskeys.codegen.api.ApiOperation.Envelope;
import dev.accesskeys.codegen.api.ApiOperation.Page;
import dev.accesskeys.codegen.api.JavaType;
import dev.accesskeys.codegen.api.JavaType.Scalar;
import dev.accesskeys.codegen.api.Value;
import dev.accesskeys.codegen.java.Names;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what an operation answers with: the payload, without envelope and page. */
final class AnswerReader {

    private static final String JSON = "application/json";

    private final Document document;
    private final SchemaReader schemas;

    AnswerReader(Document document, SchemaReader schemas) {
        this.document = document;
        this.schemas = schemas;
    }

    /** What was read. */
    record Read(Answer answer, String description, Optional<Envelope> envelope, Optional<Page> page) {}

    static boolean isSuccess(String status) {
        return status.startsWith("2");
    }

    /** The schema of a JSON document, the only kind of document that is supported. */
    static Node jsonSchema(Node content) {
        content.allow(List.of(JSON));
        return content.get(JSON).allow(Keywords.MEDIA_TYPE).get("schema");
    }

    Read read(Node operation, String id) {
        List<Node> successes = operation.get("responses").members().entrySet().stream()
                .filter(entry -> isSuccess(entry.getKey()))
                .map(entry -> document.resolve(entry.getValue()).allow(Keywords.RESPONSE))
                .toList();
        if (successes.isEmpty()) {
            throw operation.get("responses").fail("there is no answer with a status of 2xx");
        }
        Optional<Node> schema = successes.get(0).find("content").map(AnswerReader::jsonSchema);
        for (Node other : successes) {
            Optional<Node> otherSchema = other.find("content").map(AnswerReader::jsonSchema);
            if (!otherSchema.map(this::target).equals(schema.map(this::target))) {
                throw other.fail("answers of 2xx with different schemas are not supported");
            }
        }
        String description = successes.get(0).textOf("description");
        if (schema.isEmpty()) {
            if (operation.has("x-page") || operation.has("x-envelope")) {
                throw operation.fail("an answer without content has neither pages nor an envelope");
            }
            return new Read(nothing(Answer.Kind.NOTHING), description, Optional.empty(), Optional.empty());
        }
        return read(operation, id, schema.get(), description);
    }

    private Place target(Node schema) {
        return document.resolve(schema).place();
    }

    private Read read(Node operation, String id, Node schema, String description) {
        Optional<Node> envelopeNode =
                operation.find("x-envelope").or(() -> document.root().find("x-envelope"));
        Optional<Envelope> envelope = envelopeNode.map(AnswerReader::envelope);
        Node payload = envelope.flatMap(Envelope::member)
                .map(member -> member(schema, member, envelopeNode.orElse(schema)))
                .orElse(schema);
        Optional<Page> page = operation.find("x-page").map(AnswerReader::page);
        if (page.isPresent()) {
            return new Read(paged(operation.get("x-page"), payload, page.get(), id), description, envelope, page);
        }
        if (isEmptyObject(document.resolve(payload))) {
            return new Read(nothing(Answer.Kind.EMPTY_OBJECT), description, envelope, page);
        }
        Value value = schemas.read(payload, Names.className(id + "_answer"));
        // Within an envelope it may be null where the envelope reports a failure; then it is not read.
        boolean canBeNull = value.nullable() && payload == schema;
        if (canBeNull || value.type() == Scalar.SECRET) {
            throw payload.fail("an answer that may be null, or is a secret, is not supported");
        }
        return new Read(new Answer(Answer.Kind.VALUE, value.type()), description, envelope, page);
    }

    private static Answer nothing(Answer.Kind kind) {
        return new Answer(kind, Scalar.JSON);
    }

    private static boolean isEmptyObject(Node schema) {
        return schema.textOf("type").equals("object")
                && List.of("properties", "additionalProperties", "allOf").stream()
                        .noneMatch(schema::has);
    }

    private static Envelope envelope(Node node) {
        node.allow(Keywords.ENVELOPE);
        Optional<String> qualified = node.find("class").map(Node::text);
        Optional<String> member = node.find("member").map(Node::text);
        if (qualified.isEmpty() && member.isEmpty()) {
            throw node.fail("'class', 'member' or both must be there");
        }
        qualified.filter(name -> !name.contains(".")).ifPresent(name -> {
            throw node.get("class").fail("the class must be named with its package");
        });
        return new Envelope(qualified, member);
    }

    private static Page page(Node node) {
        node.allow(Keywords.PAGE);
        if (!node.get("style").text().equals("numbered")) {
            throw node.get("style").fail("only numbered pages are supported");
        }
        return new Page(
                node.get("parameter").text(),
                node.get("items").text(),
                node.get("number").text(),
                node.get("pages").text(),
                node.get("total").text());
    }

    private Answer paged(Node pageNode, Node payload, Page page, String id) {
        for (Map.Entry<String, String> each : Map.of(
                        "number", page.number(), "pages", page.pages(), "total", page.total())
                .entrySet()) {
            Node schema = document.resolve(member(payload, each.getValue(), pageNode.get(each.getKey())));
            if (!schema.textOf("type").equals("integer")) {
                throw schema.fail("must be an integer, for x-page names it");
            }
        }
        Node items = document.resolve(member(payload, page.items(), pageNode.get("items")));
        if (!items.textOf("type").equals("array")) {
            throw items.fail("must be an array, for x-page names it");
        }
        JavaType entry =
                schemas.read(items.get("items"), Names.className(id + "_entry")).type();
        return new Answer(Answer.Kind.VALUE, entry);
    }

    private Node member(Node schema, String name, Node mention) {
        return schemas.objects()
                .property(schema, name)
                .orElseThrow(() -> mention.fail("the schema at " + target(schema) + " has no member '" + name + "'"));
    }
}
