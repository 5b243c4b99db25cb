package dev.accesskeys.codegen.java;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text within Javadoc: escaping and line breaks. */
final class JavadocText {

    /** An inline tag or a run of other characters: neither may be broken. */
    private static final Pattern UNBREAKABLE = Pattern.compile("(?:\\{@(?:[^{}]|\\{[^{}]*})*}|<a [^>]*>|\\S)+");

    /** Neither a backslash nor braces, but for pairs of them. */
    private static final Pattern SIMPLE_CODE = Pattern.compile("[^\\\\{}]*(?:\\{[^\\\\{}]*}[^\\\\{}]*)*");

    private static final Pattern BLOCK = Pattern.compile(" *</?(?:ul|ol|li|p|pre)>");

    private static final Pattern LIST = Pattern.compile(" *</?(?:ul|ol|li)>");

    private JavadocText() {}

    /** Text in which nothing means anything to Javadoc, HTML or javac (which reads Unicode escapes even in comments). */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '@' -> escaped.append("&#64;");
                case '\\' -> escaped.append("&#92;");
                case '{' -> escaped.append("&#123;");
                case '}' -> escaped.append("&#125;");
                default -> escaped.append(character);
            }
        }
        return escaped.toString().replace("*/", "*&#47;");
    }

    /** Code within a sentence: as the inline tag for code where that can hold it. */
    static String code(String text) {
        boolean simple = SIMPLE_CODE.matcher(text).matches() && !text.contains("*/");
        return simple ? "{@code " + text + "}" : "<code>" + escape(text) + "</code>";
    }

    /** Whether a block begins with a tag of its own. */
    static boolean isMarkedUp(String block) {
        return BLOCK.matcher(block).lookingAt();
    }

    /** Whether a block belongs directly below the one before it. */
    static boolean continuesList(String block) {
        return LIST.matcher(block).lookingAt();
    }

    /** Breaks between words; code blocks keep their lines. */
    static List<String> wrap(String block, int width, String continuation) {
        if (block.startsWith("<pre>")) {
            return List.of(block.split("\n", -1));
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(leadingBlanks(block));
        boolean empty = true;
        Matcher words = UNBREAKABLE.matcher(block);
        while (words.find()) {
            if (!empty && line.length() + 1 + words.group().length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(leadingBlanks(block)).append(continuation);
                empty = true;
            }
            line.append(empty ? "" : " ").append(words.group());
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }

    private static String leadingBlanks(String block) {
        return block.substring(0, block.length() - block.stripLeading().length());
    }
}
