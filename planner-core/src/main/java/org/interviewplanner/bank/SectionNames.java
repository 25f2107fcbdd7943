package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sections of a document by name. */
final class SectionNames {
    private static final int MIN_PLAIN = 8;

    private final Map<String, List<String>> paths = new LinkedHashMap<>();

    SectionNames(List<Section> sections) {
        for (var section : sections) {
            paths.putIfAbsent(Wordings.normal(SectionName.of(section.name())), section.path());
        }
    }

    /**
     * The path of the section with that name, apart from markup and number; null if there is none.
     */
    @Nullable List<String> named(String name) {
        return paths.get(Wordings.normal(SectionName.of(name)));
    }

    boolean isEmpty() {
        return paths.isEmpty();
    }

    /** Whether a name is that of a section, or the beginning of one. */
    boolean isKnown(String name) {
        var normal = Wordings.normal(name);
        return paths.keySet().stream()
                .anyMatch(it ->
                        it.equals(normal) || normal.length() >= MIN_PLAIN && it.startsWith(normal));
    }

    /**
     * The section that a text speaks of: in bold, quoted, or the longest name that occurs in it;
     * null if none does.
     *
     * @param plainToo whether a name counts that is neither bold nor quoted
     */
    @Nullable List<String> mentioned(String text, boolean plainToo) {
        var marked = new ArrayList<>(Quotes.bold(text));
        marked.addAll(Quotes.names(text));
        for (var name : marked) {
            var path = named(name);
            if (path != null) {
                return path;
            }
        }
        if (!plainToo) {
            return null;
        }
        var normal = Wordings.normal(text);
        return paths.entrySet().stream()
                .filter(it -> it.getKey().length() >= MIN_PLAIN && normal.contains(it.getKey()))
                .max(Map.Entry.comparingByKey(Comparator.comparingInt(String::length)))
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    /**
     * The section that a heading or bold line above suggestions names, also within other words;
     * null if none.
     */
    @Nullable List<String> headed(String text) {
        var label = Label.of(Phrase.joined(text).replace("*", ""));
        var plain = Phrase.joined(text).replace("*", "").strip();
        var value =
                label != null && label.end() < plain.length()
                        ? plain.substring(label.end())
                        : plain;
        var path = named(value);
        if (path == null) {
            path = named(plain);
        }
        if (path != null) {
            return path;
        }
        var normal = Wordings.normal(plain);
        for (var entry : paths.entrySet()) {
            if (normal.contains(entry.getKey()) && entry.getKey().length() >= MIN_PLAIN / 2) {
                return entry.getValue();
            }
        }
        for (var word : plain.split("[^\\p{L}\\p{M}\\p{Nd}]+")) {
            var wordNormal = Wordings.normal(word);
            if (word.length() >= MIN_PLAIN) {
                for (var entry : paths.entrySet()) {
                    if (entry.getKey().contains(wordNormal)) {
                        return entry.getValue();
                    }
                }
            }
        }
        return null;
    }
}
