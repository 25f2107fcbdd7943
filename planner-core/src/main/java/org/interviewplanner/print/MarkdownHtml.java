package org.interviewplanner.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;
import org.owasp.html.HtmlStreamRenderer;
import org.owasp.html.PolicyFactory;

/**
 * Turns the Markdown of a question into HTML that is safe to show: on paper, in a preview, on a
 * candidate's screen.
 *
 * <p>The result is a well-formed fragment without scripts, styles, identifiers, frames, forms,
 * images or anything else that is fetched. Links lead to {@code http}, {@code https} or {@code
 * mailto} and open elsewhere. An image becomes a placeholder with its description. Headings become
 * small ones ({@code h4} to {@code h6}), so that they cannot break the outline of the page around
 * them. Tags that Markdown does not need, such as {@code <script>} or {@code <input>}, are shown as
 * text: a question <em>about</em> them must not lose its words.
 *
 * <p>Nesting deeper than {@value #DEEPEST_BLOCK} quotes or lists, or {@value #DEEPEST_TAG} tags, is
 * flattened to text. Work and result grow in proportion to the length of the input. Thread-safe.
 */
public final class MarkdownHtml {

    static final int DEEPEST_BLOCK = 24;
    static final int DEEPEST_TAG = 64;
    private static final int DEEPEST_EMPHASIS = 24;
    private static final int DEEPEST_RAW_TAG = 32;

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), StrikethroughExtension.create());

    /**
     * What people write by hand amid Markdown and mean as mark-up; everything else is shown as
     * text.
     */
    private static final Set<String> MEANT_AS_MARKUP =
            Set.of(
                    "a",
                    "b",
                    "blockquote",
                    "br",
                    "code",
                    "dd",
                    "del",
                    "details",
                    "div",
                    "dl",
                    "dt",
                    "em",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "hr",
                    "i",
                    "img",
                    "ins",
                    "kbd",
                    "li",
                    "mark",
                    "ol",
                    "p",
                    "pre",
                    "s",
                    "small",
                    "span",
                    "strong",
                    "sub",
                    "summary",
                    "sup",
                    "table",
                    "tbody",
                    "td",
                    "th",
                    "thead",
                    "tr",
                    "u",
                    "ul",
                    "var");

    private static final Pattern TAG =
            Pattern.compile(
                    "<!--.*?(?:-->|\\z)|</?([A-Za-z][A-Za-z0-9-]*+)[^<>]*+>", Pattern.DOTALL);

    private static final Pattern LINK = Pattern.compile("(?i:https?://[^/\\\\].*|mailto:[^/].*)");
    private static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9+#_.-]{1,30}");
    private static final Pattern ALIGNMENT = Pattern.compile("left|center|right");
    private static final Pattern FIRST_NUMBER = Pattern.compile("[0-9]{1,9}");

    private static final PolicyFactory ALLOWED =
            new HtmlPolicyBuilder()
                    .allowElements(
                            "a",
                            "b",
                            "blockquote",
                            "br",
                            "code",
                            "dd",
                            "del",
                            "div",
                            "dl",
                            "dt",
                            "em",
                            "hr",
                            "i",
                            "ins",
                            "kbd",
                            "li",
                            "mark",
                            "ol",
                            "p",
                            "pre",
                            "s",
                            "small",
                            "span",
                            "strong",
                            "sub",
                            "sup",
                            "table",
                            "tbody",
                            "td",
                            "th",
                            "thead",
                            "tr",
                            "u",
                            "ul",
                            "var")
                    .allowElements((name, attributes) -> "h4", "h1", "h2")
                    .allowElements((name, attributes) -> "h5", "h3")
                    .allowElements((name, attributes) -> "h6", "h4", "h5", "h6")
                    // A folded answer cannot be unfolded on paper.
                    .allowElements((name, attributes) -> "div", "details")
                    .allowElements((name, attributes) -> "p", "summary")
                    .allowWithoutAttributes("span")
                    .allowUrlProtocols("http", "https", "mailto")
                    .allowAttributes("href")
                    .matching(LINK)
                    .onElements("a")
                    .allowAttributes("class")
                    .matching(LANGUAGE)
                    .onElements("code")
                    .allowAttributes("class")
                    .matching(Pattern.compile("picture"))
                    .onElements("span")
                    .allowAttributes("align")
                    .matching(ALIGNMENT)
                    .onElements("td", "th")
                    .allowAttributes("start")
                    .matching(FIRST_NUMBER)
                    .onElements("ol")
                    .toFactory();

    private final Parser parser =
            Parser.builder()
                    .extensions(EXTENSIONS)
                    .maxOpenBlockParsers(DEEPEST_BLOCK)
                    .maxInlineNesting(DEEPEST_EMPHASIS)
                    .build();

    private final HtmlRenderer renderer =
            HtmlRenderer.builder().extensions(EXTENSIONS).nodeRendererFactory(RawHtml::new).build();

    /** Makes a door to the same rules; keeping one saves building them again. */
    public MarkdownHtml() {}

    /**
     * The HTML of a Markdown text.
     *
     * @param markdown any text, trusted or not; nothing in it makes this method fail
     * @return a well-formed fragment of block elements, empty if the text shows nothing
     */
    public String toHtml(String markdown) {
        var html = new StringBuilder();
        var out = HtmlStreamRenderer.create(html, badName -> {});
        HtmlSanitizer.sanitize(
                renderer.render(parser.parse(withoutBrokenCharacters(markdown))),
                ALLOWED.apply(new LastTouch(out)),
                PicturesAsText::new);
        return html.toString().strip();
    }

    /**
     * Without what XML cannot hold: halves of surrogate pairs, control characters, non-characters.
     *
     * @param text any text
     */
    static String withoutBrokenCharacters(String text) {
        if (text.codePoints().allMatch(MarkdownHtml::isPrintable)) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        text.codePoints().filter(MarkdownHtml::isPrintable).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isPrintable(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF && !(c >= 0x7F && c <= 0x9F))
                || (c >= 0xE000 && c <= 0xFFFD && !(c >= 0xFDD0 && c <= 0xFDEF))
                || (c >= 0x10000 && (c & 0xFFFE) != 0xFFFE);
    }

    /**
     * Lets the tags pass that are meant as mark-up, to be cleaned after; shows the others as text.
     */
    private static final class RawHtml implements NodeRenderer {
        /**
         * These stand alone, or need no end, or are bounded by the element that they need around
         * them.
         */
        private static final Set<String> NOT_COUNTED =
                Set.of(
                        "br", "dd", "dt", "hr", "img", "li", "p", "tbody", "td", "th", "thead",
                        "tr");

        private final HtmlWriter html;
        private int depth;

        RawHtml(HtmlNodeRendererContext context) {
            html = context.getWriter();
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(HtmlInline.class, HtmlBlock.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof HtmlBlock block) {
                html.line();
                html.tag("div");
                write(block.getLiteral());
                html.tag("/div");
                html.line();
            } else if (node instanceof HtmlInline inline) {
                write(inline.getLiteral());
            }
        }

        private void write(String literal) {
            Matcher tag = TAG.matcher(literal);
            int end = 0;
            while (tag.find()) {
                html.text(literal.substring(end, tag.start()));
                String name = tag.group(1);
                if (name == null) {
                    // A comment is a note to the author, not to the reader.
                } else if (isMarkup(name.toLowerCase(Locale.ROOT), tag.group())) {
                    html.raw(tag.group());
                } else {
                    html.text(tag.group());
                }
                end = tag.end();
            }
            html.text(literal.substring(end));
        }

        /**
         * What is nested too deep is text as well: the cleaner would swallow it with all its words.
         */
        private boolean isMarkup(String name, String tag) {
            if (!MEANT_AS_MARKUP.contains(name)) {
                return false;
            }
            if (NOT_COUNTED.contains(name)) {
                return true;
            }
            if (tag.startsWith("</")) {
                depth = Math.max(0, depth - 1);
                return true;
            }
            if (depth == DEEPEST_RAW_TAG) {
                return false;
            }
            depth++;
            return true;
        }
    }

    /** Puts a description where a picture would be fetched. */
    private static final class PicturesAsText extends HtmlStreamEventReceiverWrapper {

        PicturesAsText(HtmlStreamEventReceiver next) {
            super(next);
        }

        @Override
        public void openTag(String name, List<String> attributes) {
            if (!name.equalsIgnoreCase("img")) {
                super.openTag(name, attributes);
                return;
            }
            super.openTag("span", new ArrayList<>(List.of("class", "picture")));
            String alt = valueOf("alt", attributes);
            super.text(alt.isBlank() ? "[image]" : "[image: " + alt.strip() + "]");
            super.closeTag("span");
        }

        private static String valueOf(String wanted, List<String> attributes) {
            for (int i = 0; i + 1 < attributes.size(); i += 2) {
                if (attributes.get(i).equalsIgnoreCase(wanted)) {
                    return attributes.get(i + 1);
                }
            }
            return "";
        }
    }

    /**
     * Bounds the depth of what is left, because a PDF engine recurses; sends links to a new window.
     */
    private static final class LastTouch extends HtmlStreamEventReceiverWrapper {
        private static final Set<String> WITHOUT_END = Set.of("br", "hr");

        private int depth;

        LastTouch(HtmlStreamEventReceiver next) {
            super(next);
        }

        @Override
        public void openTag(String name, List<String> attributes) {
            if (WITHOUT_END.contains(name)) {
                super.openTag(name, attributes);
                return;
            }
            depth++;
            if (depth <= DEEPEST_TAG) {
                super.openTag(name, name.equals("a") ? outward(attributes) : attributes);
            }
        }

        @Override
        public void closeTag(String name) {
            if (depth <= DEEPEST_TAG) {
                super.closeTag(name);
            }
            depth--;
        }

        private static List<String> outward(List<String> attributes) {
            var all = new ArrayList<>(attributes);
            all.addAll(List.of("target", "_blank", "rel", "noopener noreferrer nofollow"));
            return all;
        }
    }
}
