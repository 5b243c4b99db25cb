package dev.accesskeys.codegen.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.parser.Parser;

/** Descriptions of the document, which are CommonMark, as Javadoc. */
public final class Javadoc {

    /** What is left of a line of 120 characters behind the indentation and the asterisk of a nested class's member. */
    private static final int WIDTH = 105;

    private static final Parser PARSER = Parser.builder().build();

    private Javadoc() {}

    /** CommonMark as the blocks of a Javadoc comment, one string each, not yet cut into lines. */
    public static List<String> blocks(String commonMark) {
        JavadocBlocks blocks = new JavadocBlocks();
        PARSER.parse(commonMark.strip()).accept(blocks);
        return blocks.finished();
    }

    /** Adds CommonMark to blocks of which the first is already there, or not. */
    public static void append(List<String> blocks, String commonMark) {
        for (String block : blocks(commonMark)) {
            blocks.add(blocks.isEmpty() || JavadocText.isMarkedUp(block) ? block : "<p>" + block);
        }
    }

    /**
     * CommonMark that has to stand within a sentence: its first paragraph without the full stop, first letter small unless it
     * begins with the given name.
     */
    public static String phrase(String commonMark, String name) {
        List<String> blocks = blocks(commonMark);
        if (blocks.isEmpty()) {
            return "";
        }
        String first = blocks.get(0);
        boolean acronym = first.length() > 1 && Character.isUpperCase(first.charAt(1));
        String small = acronym || first.startsWith(name)
                ? first
                : first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1);
        return small.endsWith(".") ? small.substring(0, small.length() - 1) : small;
    }

    /** CommonMark as one run of text with inline tags. */
    public static String inline(String commonMark) {
        return String.join(" ", blocks(commonMark));
    }

    /** Code within a sentence. */
    public static String code(String text) {
        return JavadocText.code(text);
    }

    /** Cuts blocks into the lines of a comment. */
    public static List<String> lines(List<String> blocks) {
        List<String> lines = new ArrayList<>();
        boolean tags = false;
        for (String block : blocks) {
            boolean tag = block.startsWith("@");
            if (!lines.isEmpty() && !(tag && tags) && !JavadocText.continuesList(block)) {
                lines.add("");
            }
            lines.addAll(JavadocText.wrap(block, WIDTH, tag ? "    " : ""));
            tags = tag;
        }
        return lines;
    }
}
