package org.interviewplanner.web.build;

import java.util.stream.Collectors;
import org.interviewplanner.assembly.Demand;

/** A recipe in words, for the day when the recipe itself has changed. */
final class RecipeText {

    private RecipeText() {}

    static String of(Proposal proposal) {
        var draft = proposal.blueprint().draft();
        var quotas =
                proposal.recipe().blueprint().demands().stream()
                        .filter(Demand.Quota.class::isInstance)
                        .map(Demand.Quota.class::cast)
                        .map(it -> it.name() + " " + it.min() + "–" + it.max())
                        .collect(Collectors.joining("; "));
        return "%s: %d questions, %d–%d min (wished %d)%s%s"
                .formatted(
                        draft.name(),
                        draft.slots(),
                        draft.minSeconds() / 60,
                        draft.maxSeconds() / 60,
                        draft.plannedSeconds() / 60,
                        draft.approvedOnly() ? ", approved only" : ", drafts too",
                        quotas.isEmpty() ? "" : "; " + quotas);
    }
}
