package org.interviewplanner.web.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.interviewplanner.print.MarkdownHtml;
import org.junit.jupiter.api.Test;

class CodeColoursTest {
    private static final MarkdownHtml MARKDOWN = new MarkdownHtml();

    @Test
    void coloursWordsStringsNumbersAndComments() {
        var html = coloured("```java\nreturn \"a & b\" + 42; // why <b>?\n```");

        assertThat(html)
                .contains("<span class=\"code-word\">return</span>")
                .contains("<span class=\"code-num\">42</span>")
                .containsPattern("<span class=\"code-str\">[^<]*a &amp; b[^<]*</span>")
                .containsPattern("<span class=\"code-com\">// why &lt;b[^<]*</span>");
    }

    @Test
    void changesNothingButColours() {
        for (var code :
                new String[] {
                    "```python\nx = 'it\\'s' # don't\nprint(f\"{x!r}\")\n```",
                    "```sql\nselect 'a' -- b's\nfrom t where x <> 1.5e3\n```",
                    "```\nunclosed \" string\nand 'another\n/* open comment\n```",
                    "```js\nconst url = 'http://a/?b&c'; /* <script> */ `${1}`\n```",
                    "    indented & code\n"
                }) {
            var plain = MARKDOWN.toHtml(code);
            assertThat(CodeColours.in(plain).replaceAll("</?span[^>]*>", ""))
                    .isEqualTo(plain.replaceAll("</?span[^>]*>", ""));
        }
    }

    @Test
    void leavesTextOutsideOfBlocksAlone() {
        assertThat(coloured("Why `return` 42 \"x\"?")).doesNotContain("code-");
    }

    private static String coloured(String markdown) {
        return CodeColours.in(MARKDOWN.toHtml(markdown));
    }
}
