package org.interviewplanner.bank;

import java.util.List;

/**
 * A topic of the bank as a document orders it.
 *
 * @param path names from the outermost section to this one, at least one, none blank
 * @param line 1-based line of the heading
 */
public record Section(List<String> path, int line) {
    /**
     * @throws IllegalArgumentException if the path is empty or has a blank name, or line &lt; 1
     */
    public Section {
        path = List.copyOf(path);
        if (path.isEmpty() || path.stream().anyMatch(String::isBlank) || line < 1) {
            throw new IllegalArgumentException(
                    "The section (%s) must have at least one name, no blank one, and a line (%d) of at least 1."
                            .formatted(path, line));
        }
    }

    /** The last name of the path: what a person calls the section. */
    public String name() {
        return path.getLast();
    }
}
