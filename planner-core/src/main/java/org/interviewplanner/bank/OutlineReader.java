package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.interviewplanner.bank.Unit.Kind;

/**
 * Finds the pieces of a document: blocks by CommonMark, lines within them where a document keeps
 * its own lines.
 *
 * <p>Inline Markdown is left as it is written: a wording must be the source's, and text that is
 * never parsed can neither take long nor nest too deep.
 */
final class OutlineReader {
    /** Nested lists and quotes beyond this are read as text. */
    private static final int MAX_DEPTH = 60;

    private static final Parser PARSER =
            Parser.builder()
                    .extensions(List.of(TablesExtension.create()))
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                    .maxOpenBlockParsers(MAX_DEPTH)
                    .inlineParserFactory(context ->
                            (lines, block) -> block.appendChild(new Text(lines.getContent())))
                    .build();

    private final List<String> lines;
    private final List<Unit> units = new ArrayList<>();
    private int groups;

    private OutlineReader(List<String> lines) {
        this.lines = lines;
    }

    /** The outline of a document. */
    static Outline read(String markdown) {
        var text = markdown.startsWith("\uFEFF") ? markdown.substring(1) : markdown;
        text = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        var source = Collections.unmodifiableList(Arrays.asList(text.split("\n", -1)));
        var front = FrontMatter.of(source);
        var mended = new Mending(source, front.lines());
        var reader = new OutlineReader(source);
        var mendedText = mended.isChanged() ? String.join("\n", mended.lines()) : text;
        reader.visitChildren(PARSER.parse(mendedText), 0, -1, false);
        return new Outline(
                source, List.copyOf(reader.units), front.title(), front.isForm(), mended.repairs());
    }

    private void visitChildren(Node parent, int depth, int holder, boolean quoted) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            visit(node, depth, holder, quoted);
        }
    }

    private void visit(Node node, int depth, int holder, boolean quoted) {
        int first = firstLine(node);
        int last = lastLine(node);
        switch (node) {
            case Heading heading ->
                    add(
                            Kind.HEADING,
                            heading.getLevel(),
                            content(heading),
                            first,
                            last,
                            last,
                            holder,
                            "",
                            quoted);
            case Paragraph paragraph -> addLines(content(paragraph), first, last, holder, quoted);
            case BlockQuote quote -> visitChildren(quote, depth, holder, true);
            case ListBlock list -> visitList(list, depth + 1, holder, quoted);
            case FencedCodeBlock code ->
                    add(Kind.CODE, 0, code.getLiteral(), first, last, last, holder, "", quoted);
            case IndentedCodeBlock code -> {
                var text = code.getLiteral();
                boolean isProse = IndentedText.isProse(text);
                add(
                        isProse ? Kind.PARAGRAPH : Kind.CODE,
                        0,
                        isProse ? text.strip() : text,
                        first,
                        last,
                        last,
                        holder,
                        "",
                        quoted);
            }
            case ThematicBreak rule -> add(Kind.RULE, 0, "", first, last, last, holder, "", quoted);
            case HtmlBlock html -> {
                int at = first;
                int list = -1;
                for (var piece : HtmlPieces.of(html.getLiteral())) {
                    if (piece.kind() == Kind.ITEM) {
                        groups += piece.level() == list ? 0 : 1;
                        list = piece.level();
                        addItem(piece, at, depth, holder, quoted);
                        continue;
                    }
                    add(
                            isLabelled(piece) ? Kind.PARAGRAPH : piece.kind(),
                            piece.level(),
                            piece.text(),
                            at + piece.line(),
                            at + piece.lastLine(),
                            at + piece.lastLine(),
                            holder,
                            "",
                            quoted);
                }
            }
            case TableBlock table -> visitTable(table, holder, quoted);
            case Block other -> visitChildren(other, depth, holder, quoted);
            default -> {}
        }
    }

    private void visitList(ListBlock list, int depth, int holder, boolean quoted) {
        int group = groups++;
        for (var node = list.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof ListItem item) {
                visitItem(item, depth, holder, group, quoted);
            }
        }
    }

    /**
     * An item is its first paragraph; an item that begins with a heading is that heading, with the
     * item's number.
     */
    private void visitItem(ListItem item, int depth, int holder, int group, boolean quoted) {
        int first = firstLine(item);
        int last = lastLine(item);
        var marker = marker(first, depth);
        var child = item.getFirstChild();
        int index = units.size();
        if (child instanceof Heading heading) {
            units.add(
                    new Unit(
                            Kind.HEADING,
                            heading.getLevel(),
                            content(heading),
                            first,
                            lastLine(heading),
                            last,
                            holder,
                            -1,
                            marker,
                            List.of(),
                            quoted));
            child = child.getNext();
            index = holder;
        } else if (child instanceof Paragraph paragraph) {
            var pieces = LinePieces.of(content(paragraph));
            var head = pieces.getFirst();
            int begin = firstLine(paragraph);
            units.add(
                    new Unit(
                            Kind.ITEM,
                            depth,
                            head.text(),
                            begin,
                            begin + head.lastLine(),
                            last,
                            holder,
                            group,
                            marker,
                            List.of(),
                            quoted));
            for (var piece : pieces.subList(1, pieces.size())) {
                add(
                        Kind.PARAGRAPH,
                        0,
                        piece.text(),
                        begin + piece.line(),
                        begin + piece.lastLine(),
                        begin + piece.lastLine(),
                        index,
                        "",
                        quoted);
            }
            child = child.getNext();
        } else {
            units.add(
                    new Unit(
                            Kind.ITEM, depth, "", first, first, last, holder, group, marker,
                            List.of(), quoted));
        }
        for (; child != null; child = child.getNext()) {
            visit(child, depth, index, quoted);
        }
    }

    private void visitTable(TableBlock table, int holder, boolean quoted) {
        int group = groups++;
        for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
            var kind = part instanceof TableHead ? Kind.HEADER : Kind.ROW;
            for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    var cells = new ArrayList<String>();
                    for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                        cells.add(content(cell).strip().replace("\\|", "|"));
                    }
                    int line = firstLine(row);
                    units.add(
                            new Unit(
                                    kind,
                                    0,
                                    "",
                                    line,
                                    line,
                                    line,
                                    holder,
                                    group,
                                    "",
                                    List.copyOf(cells),
                                    quoted));
                }
            }
        }
    }

    private void addLines(String text, int first, int last, int holder, boolean quoted) {
        if (holder < 0 && !quoted && LinePieces.isBareList(text)) {
            addItems(text, first);
            return;
        }
        for (var piece : LinePieces.of(text)) {
            int begin = first + piece.line();
            int end = Math.min(last, first + piece.lastLine());
            add(Kind.PARAGRAPH, 0, piece.text(), begin, end, end, holder, "", quoted);
        }
    }

    /** Whether a paragraph in HTML says that it is a question. */
    private static boolean isLabelled(HtmlPieces.Piece piece) {
        if (piece.kind() != Kind.HTML
                || !piece.text().startsWith("<p")
                || !piece.text().endsWith("</p>")) {
            return false;
        }
        var label = Label.of(Wordings.plain(piece.text()).strip());
        return label != null && label.asks();
    }

    /** An item of a list in HTML. */
    private void addItem(HtmlPieces.Piece piece, int at, int depth, int holder, boolean quoted) {
        units.add(
                new Unit(
                        Kind.ITEM,
                        depth + 1,
                        piece.text(),
                        at + piece.line(),
                        at + piece.lastLine(),
                        at + piece.lastLine(),
                        holder,
                        groups,
                        "",
                        List.of(),
                        quoted));
    }

    /** Lines that are a list without bullets. */
    private void addItems(String text, int first) {
        int group = groups++;
        for (var piece : LinePieces.of(text)) {
            int begin = first + piece.line();
            int end = first + piece.lastLine();
            units.add(
                    new Unit(
                            Kind.ITEM,
                            1,
                            piece.text(),
                            begin,
                            end,
                            end,
                            -1,
                            group,
                            "",
                            List.of(),
                            false));
        }
    }

    private void add(
            Kind kind,
            int level,
            String text,
            int line,
            int textEnd,
            int end,
            int holder,
            String marker,
            boolean quoted) {
        units.add(
                new Unit(
                        kind, level, text, line, textEnd, end, holder, -1, marker, List.of(),
                        quoted));
    }

    /** The marker as printed: CommonMark keeps only the number of a list's first item. */
    private String marker(int line, int depth) {
        if (line >= lines.size()) {
            return "-";
        }
        var text = lines.get(line);
        int begin = 0;
        while (begin < text.length()
                && (isBlank(text.charAt(begin)) || text.charAt(begin) == '>')) {
            begin++;
        }
        int end = begin;
        while (end < text.length() && end - begin < 9 && isDigit(text.charAt(end))) {
            end++;
        }
        boolean isMarker =
                end < text.length()
                        && (end > begin ? ".)" : "-*+").indexOf(text.charAt(end)) >= 0
                        && (end + 1 == text.length() || isBlank(text.charAt(end + 1)));
        return isMarker ? text.substring(begin, end + 1) : "-";
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String content(Node node) {
        return node.getFirstChild() instanceof Text text ? text.getLiteral() : "";
    }

    private static int firstLine(Node node) {
        var spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.getFirst().getLineIndex();
    }

    private static int lastLine(Node node) {
        var spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.getLast().getLineIndex();
    }
}
