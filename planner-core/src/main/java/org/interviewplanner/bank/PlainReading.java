package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the plain layout: list items under headings. */
final class PlainReading {
    private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})\\s+(.*?)\\s*#*\\s*");
    private static final Pattern ITEM = Pattern.compile("(?:[-*+]|(\\d{1,9})[.)])\\s+(\\S.*)");
    private static final Pattern NUMBER =
            Pattern.compile("(?:\\d+(?:\\.\\d+)*[.):]?|#)\\s+(?=\\S)");
    private static final Pattern DONE =
            Pattern.compile("\\s*\\*\\*done\\*\\*\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern KEY = Pattern.compile("\\s*\\{#([^}\\s]+)}\\s*$");

    private PlainReading() {}

    static ParsedBank of(String markdown) {
        if (markdown.length() > BankParser.MAX_CHARACTERS) {
            return new ParsedBank(
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(
                            new BankProblem(
                                    1,
                                    "The document has %,d characters; at most %,d are read."
                                            .formatted(
                                                    markdown.length(),
                                                    BankParser.MAX_CHARACTERS))));
        }
        String title = null;
        var path = new ArrayList<Map.Entry<Integer, String>>();
        var sections = new LinkedHashMap<List<String>, Section>();
        var questions = new ArrayList<ParsedQuestion>();
        var lines = markdown.replace("\r\n", "\n").split("\n");
        for (int i = 0; i < lines.length; i++) {
            Matcher heading = HEADING.matcher(lines[i]);
            Matcher item = ITEM.matcher(lines[i]);
            if (heading.matches()) {
                int level = heading.group(1).length();
                var name = NUMBER.matcher(heading.group(2)).replaceFirst("").strip();
                if (title == null && level == 1) {
                    title = name;
                    continue;
                }
                path.removeIf(it -> it.getKey() >= level);
                if (!name.isBlank()) {
                    path.add(Map.entry(level, name));
                }
            } else if (item.matches()) {
                var section = path.stream().map(Map.Entry::getValue).toList();
                questions.add(question(lines, i, item, section));
                if (!section.isEmpty()) {
                    sections.putIfAbsent(section, new Section(section, i + 1));
                }
            }
        }
        return new ParsedBank(
                title, List.copyOf(sections.values()), questions, List.of(), List.of(), List.of());
    }

    private static ParsedQuestion question(
            String[] lines, int at, Matcher item, List<String> section) {
        var wording = new StringBuilder(item.group(2).strip());
        MetadataLine metadata = null;
        var good = new ArrayList<String>();
        var inGood = false;
        int last = at;
        for (int i = at + 1;
                i < lines.length && (lines[i].isBlank() || lines[i].startsWith(" "));
                i++) {
            var line = lines[i].strip();
            if (line.isEmpty()) {
                continue;
            }
            last = i;
            var read = MetadataLine.read(line);
            if (read != null) {
                metadata = read;
            } else if (line.equalsIgnoreCase("*good to hear:*")) {
                inGood = true;
            } else if (inGood && line.matches("[-*+]\\s+.+")) {
                good.add(line.substring(2).strip());
            } else if (metadata == null && !inGood) {
                wording.append(' ').append(line);
            }
        }
        var text = wording.toString();
        var mark = Mark.NONE;
        if (DONE.matcher(text).find()) {
            mark = Mark.DONE;
            text = DONE.matcher(text).replaceFirst("");
        }
        QuestionKey key = null;
        Matcher keyed = KEY.matcher(text);
        if (keyed.find() && QuestionKey.isValid(keyed.group(1))) {
            key = new QuestionKey(keyed.group(1));
            text = keyed.replaceFirst("");
        }
        return new ParsedQuestion(
                key != null ? key : metadata == null ? null : metadata.key(),
                section,
                item.group(1),
                text.isBlank() ? item.group(2) : text.strip(),
                "",
                "",
                mark,
                metadata == null ? null : metadata.status(),
                metadata == null ? null : metadata.difficulty(),
                metadata == null ? null : metadata.seconds(),
                metadata == null ? List.of() : metadata.tags(),
                good,
                -1,
                at + 1,
                String.join("\n", List.of(lines).subList(at, last + 1)));
    }
}
