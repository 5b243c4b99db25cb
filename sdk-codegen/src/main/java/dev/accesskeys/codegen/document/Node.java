package dev.accesskeys.codegen.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of the document that knows its place, so that every complaint can name it. */
public final class Node {

    private final Place place;
    private final JsonNode json;

    /** Makes a node. */
    public Node(Place place, JsonNode json) {
        this.place = place;
        this.json = json;
    }

    /** Where it is. */
    public Place place() {
        return place;
    }

    /** The error for something at this place. */
    public DocumentException fail(String problem) {
        return new DocumentException(place, problem);
    }

    /** Fails if the object has a member other than these. */
    public Node allow(Collection<String> names) {
        requireObject();
        json.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw new DocumentException(place.member(name), "'" + name + "' is not supported here");
            }
        });
        return this;
    }

    /** Whether the object has the member. */
    public boolean has(String name) {
        return json.isObject() && json.has(name);
    }

    /** A member of the object, if it has it. */
    public Optional<Node> find(String name) {
        return has(name) ? Optional.of(new Node(place.member(name), json.get(name))) : Optional.empty();
    }

    /** A member that the object must have. */
    public Node get(String name) {
        return find(name).orElseThrow(() -> fail("'" + name + "' is missing"));
    }

    /** All members of the object, in the order of the document. */
    public Map<String, Node> members() {
        requireObject();
        Map<String, Node> members = new LinkedHashMap<>();
        json.fieldNames().forEachRemaining(name -> members.put(name, get(name)));
        return members;
    }

    /** The members of a member that may be missing. */
    public Map<String, Node> membersOf(String name) {
        return find(name).map(Node::members).orElse(Map.of());
    }

    /** All elements of the array. */
    public List<Node> elements() {
        if (!json.isArray()) {
            throw fail("a list is expected");
        }
        List<Node> elements = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            elements.add(new Node(place.element(i), json.get(i)));
        }
        return elements;
    }

    /** The elements of a member that may be missing. */
    public List<Node> elementsOf(String name) {
        return find(name).map(Node::elements).orElse(List.of());
    }

    /** All elements of the array, which must be texts. */
    public List<String> texts() {
        return elements().stream().map(Node::text).toList();
    }

    /** The texts of a member that may be missing. */
    public List<String> textsOf(String name) {
        return find(name).map(Node::texts).orElse(List.of());
    }

    /** The text. */
    public String text() {
        if (!json.isTextual()) {
            throw fail("a text is expected");
        }
        return json.textValue();
    }

    /** The text of a member that may be missing; white space around it is dropped. */
    public String textOf(String name) {
        return find(name).map(Node::text).orElse("").strip();
    }

    /** The truth value of a member; false if it is missing. */
    public boolean isTrue(String name) {
        return find(name).map(Node::truth).orElse(false);
    }

    private boolean truth() {
        if (!json.isBoolean()) {
            throw fail("true or false is expected");
        }
        return json.booleanValue();
    }

    /** The whole number. */
    public long wholeNumber() {
        if (!json.isNumber()) {
            throw fail("a number is expected");
        }
        try {
            return new BigDecimal(json.asText()).longValueExact();
        } catch (ArithmeticException e) {
            throw fail("a whole number is expected");
        }
    }

    /** Whether it is an object. */
    public boolean isObject() {
        return json.isObject();
    }

    /** Whether it is a list. */
    public boolean isArray() {
        return json.isArray();
    }

    /** Whether it is a text. */
    public boolean isText() {
        return json.isTextual();
    }

    /** Whether it is null. */
    public boolean isNull() {
        return json.isNull();
    }

    /** Whether it is true or false. */
    public boolean isBoolean() {
        return json.isBoolean();
    }

    private void requireObject() {
        if (!json.isObject()) {
            throw fail("an object is expected");
        }
    }

    /** The place. */
    @Override
    public String toString() {
        return place.toString();
    }
}
