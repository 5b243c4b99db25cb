// Generated from document.yaml by sdk-codegen. Do not edit: change the document, or the generator.
package example.api.model;

import dev.accesskeys.json.JsonCodec;
import dev.accesskeys.json.JsonReader;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.json.JsonWriter;
import dev.accesskeys.operation.Constraints;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tree. */
public final class Tree {

    /** Reads and writes the JSON form. What it writes holds secrets in clear. */
    public static final JsonCodec<Tree> CODEC = JsonCodec.of(Tree::read, Tree::write);

    private final String name;
    private final @Nullable Tree parent;
    private final @Nullable List<Tree> children;
    private final @Nullable Leaf leaf;
    private final Map<String, JsonValue> unknownMembers;

    private Tree(Builder builder) {
        name = Constraints.required("name", builder.name);
        parent = builder.parent;
        children = builder.children;
        leaf = builder.leaf;
        unknownMembers = builder.unknownMembers;
    }

    /**
     * Starts with nothing set.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Its name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The member {@code parent}.
     *
     * @return the parent; empty if absent
     */
    public Optional<Tree> parent() {
        return Optional.ofNullable(parent);
    }

    /**
     * Its branches.
     *
     * @return the children, unmodifiable; empty if absent
     */
    public List<Tree> children() {
        return children == null ? List.of() : children;
    }

    /**
     * A leaf.
     *
     * @return the leaf; empty if absent
     */
    public Optional<Leaf> leaf() {
        return Optional.ofNullable(leaf);
    }

    /**
     * Members that this version does not know. They are written back as they came.
     *
     * @return the members by name, unmodifiable; empty if there are none
     */
    public Map<String, JsonValue> unknownMembers() {
        return unknownMembers;
    }

    /**
     * Starts with everything as it is here.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tree that
                && name.equals(that.name)
                && Objects.equals(parent, that.parent)
                && Objects.equals(children, that.children)
                && Objects.equals(leaf, that.leaf)
                && unknownMembers.equals(that.unknownMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, parent, children, leaf, unknownMembers);
    }

    /** All members; a secret is not shown, and of unknown members only the names are. */
    @Override
    public String toString() {
        return "Tree[name=" + name
                + ", parent=" + parent
                + ", children=" + children
                + ", leaf=" + leaf
                + ", unknownMembers=" + unknownMembers.keySet()
                + "]";
    }

    private static Tree read(JsonReader in) {
        Builder builder = new Builder();
        Map<String, JsonValue> unknown = null;
        in.beginObject();
        while (in.nextMember()) {
            switch (in.memberName()) {
                case "name" -> builder.name = in.readString();
                case "parent" -> builder.parent = in.readNull() ? null : Tree.CODEC.read(in);
                case "children" -> builder.children = in.readNull() ? null : in.readList(Tree.CODEC);
                case "leaf" -> builder.leaf = in.readNull() ? null : Leaf.CODEC.read(in);
                default -> unknown = in.keepUnknown(unknown);
            }
        }
        in.require("name", builder.name);
        if (unknown != null) {
            builder.unknownMembers(unknown);
        }
        return new Tree(builder);
    }

    private static void write(JsonWriter out, Tree model) {
        out.beginObject();
        out.name("name").value(model.name);
        if (model.parent != null) {
            Tree.CODEC.write(out.name("parent"), model.parent);
        }
        if (model.children != null) {
            out.name("children").list(model.children, Tree.CODEC);
        }
        if (model.leaf != null) {
            Leaf.CODEC.write(out.name("leaf"), model.leaf);
        }
        out.unknown(model.unknownMembers).endObject();
    }

    /** Builds {@link Tree}. Setters can be called in any order; for one member the last call counts. */
    public static final class Builder {

        private @Nullable String name;
        private @Nullable Tree parent;
        private @Nullable List<Tree> children;
        private @Nullable Leaf leaf;
        private Map<String, JsonValue> unknownMembers = Map.of();

        private Builder() {}

        private Builder(Tree model) {
            name = model.name;
            parent = model.parent;
            children = model.children;
            leaf = model.leaf;
            unknownMembers = model.unknownMembers;
        }

        /**
         * Its name.
         *
         * <p>Required.
         *
         * @param name the name
         * @return this builder
         */
        public Builder name(String name) {
            this.name = Constraints.required("name", name);
            return this;
        }

        /**
         * The member {@code parent}.
         *
         * @param parent the parent, or null to leave it out
         * @return this builder
         */
        public Builder parent(@Nullable Tree parent) {
            this.parent = parent;
            return this;
        }

        /**
         * Its branches.
         *
         * @param children the children
         * @return this builder
         */
        public Builder children(Tree... children) {
            return children(List.of(children));
        }

        /**
         * Its branches.
         *
         * @param children the children, or null to leave it out
         * @return this builder
         */
        public Builder children(@Nullable List<Tree> children) {
            this.children = children == null ? null : List.copyOf(children);
            return this;
        }

        /**
         * A leaf.
         *
         * @param leaf the leaf, or null to leave it out
         * @return this builder
         */
        public Builder leaf(@Nullable Leaf leaf) {
            this.leaf = leaf;
            return this;
        }

        /**
         * Members that this version does not know.
         *
         * @param unknownMembers the members by name, in place of those set before
         * @return this builder
         */
        public Builder unknownMembers(Map<String, JsonValue> unknownMembers) {
            this.unknownMembers = Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
            return this;
        }

        /**
         * Ends the building.
         *
         * @return the result
         * @throws dev.accesskeys.error.ValidationException if something required is missing, or a documented rule is
         *     broken
         */
        public Tree build() {
            return new Tree(this);
        }
    }
}
