package org.interviewplanner.web.build;

import java.util.List;
import org.interviewplanner.web.data.PersonId;

/**
 * What one rater of a panel asks of a set.
 *
 * @param name of the person today
 * @param positions places in the set, from 1; may be empty
 */
public record PanelShare(PersonId person, String name, List<Integer> positions) {

    public PanelShare {
        positions = List.copyOf(positions);
    }
}
