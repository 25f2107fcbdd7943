package org.interviewplanner.web.bank;

import java.util.List;
import org.interviewplanner.web.data.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * A topic of the bank.
 *
 * @param parent the section around it, or null
 * @param path names from the outermost section to this one
 * @param questions how many that are not retired stand directly in it
 * @param approved how many of these are approved
 */
public record BankSection(
        SectionId id, @Nullable SectionId parent, List<String> path, int questions, int approved) {

    public BankSection {
        path = List.copyOf(path);
    }

    /** The last name of the path: what a person calls the section. */
    public String name() {
        return path.getLast();
    }

    /** The whole path as one text. */
    public String pathName() {
        return String.join(" / ", path);
    }
}
