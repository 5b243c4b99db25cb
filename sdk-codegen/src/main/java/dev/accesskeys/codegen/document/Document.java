package dev.accesskeys.codegen.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The document as it was written. The plug-in's parser checks it, but drops what it does not know; the generator has to see
 * everything, to refuse what it does not support.
 */
public final class Document {

    private final String name;
    private final Node root;

    private Document(String name, Node root) {
        this.name = name;
        this.root = root;
    }

    /** Reads a document, which may be YAML or JSON. */
    public static Document read(Path file) {
        try {
            JsonNode tree = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(file));
            return new Document(String.valueOf(file.getFileName()), new Node(Place.ROOT, tree));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The name of its file. */
    public String name() {
        return name;
    }

    /** The document itself. */
    public Node root() {
        return root;
    }

    /** What a node refers to, or the node itself. */
    public Node resolve(Node node) {
        Node current = node;
        for (int steps = 0; current.has("$ref"); steps++) {
            if (steps > 100) {
                throw node.fail("the reference goes in a circle");
            }
            current = target(current.get("$ref"));
        }
        return current;
    }

    private Node target(Node reference) {
        String text = reference.text();
        if (!text.startsWith("#/")) {
            throw reference.fail("only references within the document are supported");
        }
        Node current = root;
        for (String step : text.substring(2).split("/", -1)) {
            current = current.find(step.replace("~1", "/").replace("~0", "~"))
                    .orElseThrow(() -> reference.fail("the reference leads nowhere: " + text));
        }
        return current;
    }
}
