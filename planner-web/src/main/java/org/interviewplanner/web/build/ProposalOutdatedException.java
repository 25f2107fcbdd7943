package org.interviewplanner.web.build;

import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;

/** Questions of a proposal were changed, moved or retired since it was made. */
public final class ProposalOutdatedException extends OptimisticLockingFailureException {
    private static final long serialVersionUID = 1L;
    private final List<String> wordings;

    ProposalOutdatedException(List<String> wordings) {
        super("%d question(s) have changed since they were proposed.".formatted(wordings.size()));
        this.wordings = List.copyOf(wordings);
    }

    /** What the changed questions said when they were proposed. */
    public List<String> wordings() {
        return wordings;
    }
}
