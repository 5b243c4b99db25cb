package dev.accesskeys.codegen.java;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Turns parsed CommonMark into blocks of Javadoc. HTML in it is shown, not obeyed: doclint would not let it pass. */
final class JavadocBlocks extends AbstractVisitor {

    private final List<String> blocks = new ArrayList<>();
    private StringBuilder text = new StringBuilder();
    private int listDepth;

    List<String> finished() {
        return blocks.stream().map(block -> block.replace("*/", "*&#47;")).toList();
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitChildren(paragraph);
        endParagraph();
    }

    @Override
    public void visit(Heading heading) {
        text.append("<strong>");
        visitChildren(heading);
        text.append("</strong>");
        endParagraph();
    }

    @Override
    public void visit(BlockQuote quote) {
        visitChildren(quote);
    }

    private void endParagraph() {
        String done = text.toString().strip();
        text = new StringBuilder();
        if (!done.isEmpty()) {
            blocks.add(blocks.isEmpty() ? done : "<p>" + done);
        }
    }

    @Override
    public void visit(BulletList list) {
        list("ul", list);
    }

    @Override
    public void visit(OrderedList list) {
        list("ol", list);
    }

    private void list(String tag, Node list) {
        blocks.add(indentation() + "<" + tag + ">");
        listDepth++;
        visitChildren(list);
        listDepth--;
        blocks.add(indentation() + "</" + tag + ">");
    }

    /** The paragraphs of an entry become one, so that lists stay short; a list within a list follows its entry. */
    @Override
    public void visit(ListItem item) {
        String indentation = indentation();
        List<Node> nested = new ArrayList<>();
        for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Paragraph) {
                text.append(text.length() == 0 ? "" : " ");
                visitChildren(child);
            } else {
                nested.add(child);
            }
        }
        blocks.add(indentation + "<li>" + text.toString().strip());
        text = new StringBuilder();
        nested.forEach(child -> child.accept(this));
    }

    private String indentation() {
        return "  ".repeat(listDepth);
    }

    @Override
    public void visit(FencedCodeBlock block) {
        codeBlock(block.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        codeBlock(block.getLiteral());
    }

    private void codeBlock(String literal) {
        blocks.add("<pre>\n" + JavadocText.escape(literal.stripTrailing()) + "\n</pre>");
    }

    @Override
    public void visit(Text node) {
        text.append(JavadocText.escape(node.getLiteral()));
    }

    @Override
    public void visit(Code code) {
        text.append(JavadocText.code(code.getLiteral()));
    }

    @Override
    public void visit(Emphasis emphasis) {
        inTag("em", emphasis);
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        inTag("strong", emphasis);
    }

    private void inTag(String tag, Node node) {
        text.append('<').append(tag).append('>');
        visitChildren(node);
        text.append("</").append(tag).append('>');
    }

    /** Relative links lead nowhere in an API's documentation: their text stays. */
    @Override
    public void visit(Link link) {
        boolean absolute = link.getDestination().matches("https?://[^\\s\"<>\\\\]+");
        if (absolute) {
            String address =
                    link.getDestination().replaceAll("&(?!amp;)", "&amp;").replace("@", "&#64;");
            text.append("<a href=\"").append(address).append("\">");
        }
        visitChildren(link);
        if (absolute) {
            text.append("</a>");
        }
    }

    @Override
    public void visit(Image image) {
        visitChildren(image);
    }

    @Override
    public void visit(HtmlInline html) {
        text.append(JavadocText.escape(html.getLiteral()));
    }

    @Override
    public void visit(HtmlBlock html) {
        text.append(JavadocText.escape(html.getLiteral()).replace('\n', ' '));
        endParagraph();
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        text.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        text.append("<br>");
    }
}
