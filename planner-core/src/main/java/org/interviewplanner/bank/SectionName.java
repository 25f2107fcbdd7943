package org.interviewplanner.bank;

import java.util.regex.Pattern;

/** Reads the name of a section from its heading. */
final class SectionName {
    /** Tags of HTML; <em>List&lt;T&gt;</em> holds none. */
    private static final Pattern MARKUP =
            Pattern.compile(
                    "<(?:!--|/?(?:A(?=\\s)|BR|H[1-6]|a|b|i|u|s|p|br|hr|em|li|ul|ol|tt|h[1-6]|big|del|div|img|ins|kbd|sub|sup|code|font|mark|samp|span|small|center|strong|summary|details)(?![\\w-]))[^<>]{0,300}>|\\{[#:][^{}]{0,80}}");

    private static final Pattern BACK_LINK =
            Pattern.compile("\\[(?:\\[[^\\[\\]]{0,40}]|[^\\p{L}\\[\\]]{1,10})]\\(#[^()]{0,200}\\)");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?:#\\s*)?(?:\\d{1,3}(?:\\.\\d{1,3})*\\s*(?:[):、：]|[.](?!\\d))|\\d{1,3}\\s+[-–—]|\\d{1,3}(?:\\.\\d{1,3})+(?=\\s+[\\p{Lu}\\p{Lo}])|[IVX]{1,5}[.)])\\s*(?=\\S)");
    private static final Pattern CHINESE_NUMBER =
            Pattern.compile("[一二三四五六七八九十]{1,3}[、.．]\\s*|第[一二三四五六七八九十\\d]{1,3}[章节部分]{1,2}[、：:\\s]*");
    private static final Pattern SHORTCODE = Pattern.compile(":[a-z0-9_+-]{2,40}:");

    private SectionName() {}

    /**
     * The name without number, anchor, back-link, picture, emphasis of the whole and trailing
     * colon; may be "".
     */
    static String of(String heading) {
        var name = Phrase.joined(heading);
        if (name.contains("](#")) {
            name = BACK_LINK.matcher(name).replaceAll(" ");
        }
        if (name.indexOf('<') >= 0 || name.indexOf('{') >= 0) {
            name = MARKUP.matcher(name).replaceAll(" ");
        }
        if (name.indexOf(':') != name.lastIndexOf(':')) {
            name = SHORTCODE.matcher(name).replaceAll(" ");
        }
        name = withoutPictures(name).strip();
        name = name.substring(Keycaps.end(name)).strip();
        for (int step = 0; step < 4; step++) {
            var before = name;
            name = unwrapped(name);
            char first = name.isEmpty() ? ' ' : name.charAt(0);
            if (first == '#' || Character.isDigit(first) || "IVX".indexOf(first) >= 0) {
                var number = NUMBER.matcher(name);
                if (number.lookingAt()) {
                    name = name.substring(number.end());
                }
            } else if ("一二三四五六七八九十第".indexOf(first) >= 0) {
                var chinese = CHINESE_NUMBER.matcher(name);
                if (chinese.lookingAt() && chinese.end() < name.length()) {
                    name = name.substring(chinese.end());
                }
            }
            while (name.endsWith(":") || name.endsWith("：")) {
                name = name.substring(0, name.length() - 1);
            }
            name = name.strip();
            if (name.equals(before)) {
                break;
            }
        }
        return Wordings.singleBlanks(name.indexOf("](") < 0 ? name : Wordings.withoutLinks(name));
    }

    private static String unwrapped(String name) {
        for (var fence : new String[] {"***", "**", "__", "*", "_"}) {
            int width = fence.length();
            if (name.length() > 2 * width
                    && name.startsWith(fence)
                    && name.indexOf(fence, width) == name.length() - width) {
                return name.substring(width, name.length() - width).strip();
            }
        }
        return name;
    }

    /** Without emoji, unless there is nothing else. */
    static String withoutPictures(String name) {
        if (!Signs.mayHoldPicture(name)) {
            return name;
        }
        var kept = new StringBuilder();
        name.codePoints().filter(c -> !Signs.isPicture(c)).forEach(kept::appendCodePoint);
        return kept.isEmpty() || kept.toString().isBlank() ? name : kept.toString();
    }
}
