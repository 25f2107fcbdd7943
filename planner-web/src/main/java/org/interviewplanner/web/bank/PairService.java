package org.interviewplanner.web.bank;

import java.time.Clock;
import java.util.List;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Role;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides on questions that look alike. Nothing is merged by itself.
 *
 * <p>Every method throws {@link NotFoundException} if the member may not.
 */
@Service
public class PairService {
    private final Pairs pairs;
    private final Questions questions;
    private final Sections sections;
    private final Changes changes;
    private final Clock clock;

    PairService(Pairs pairs, Questions questions, Sections sections, Changes changes, Clock clock) {
        this.pairs = pairs;
        this.questions = questions;
        this.sections = sections;
        this.changes = changes;
        this.clock = clock;
    }

    /** What waits for a decision, the most alike first. */
    @Transactional(readOnly = true)
    public List<QuestionPair> open(Member member) {
        requireWriter(member);
        return inState(member, QuestionPair.State.OPEN);
    }

    /** How many pairs wait for a decision. */
    @Transactional(readOnly = true)
    public int count(Member member) {
        requireWriter(member);
        return pairs.count(member.team(), QuestionPair.State.OPEN);
    }

    /** The pairs that stand in no set together. */
    @Transactional(readOnly = true)
    public List<QuestionPair> enemies(Member member) {
        member.require(Role.AUTHOR, Role.LEAD, Role.INTERVIEWER);
        return inState(member, QuestionPair.State.ENEMIES);
    }

    private List<QuestionPair> inState(Member member, QuestionPair.State state) {
        return pairs.inState(member.team(), state, sections.paths(member.team()));
    }

    /**
     * Keeps both as they are, also in one set; the pair is not shown again.
     *
     * @throws OptimisticLockingFailureException if somebody has decided meanwhile
     */
    @Transactional
    public void keepBoth(Member member, QuestionPair pair) {
        requireWriter(member);
        decide(member, pair, QuestionPair.State.BOTH_KEPT);
    }

    /**
     * Keeps both, but never in one set.
     *
     * @throws OptimisticLockingFailureException if somebody has decided meanwhile
     */
    @Transactional
    public void part(Member member, QuestionPair pair) {
        requireWriter(member);
        decide(member, pair, QuestionPair.State.ENEMIES);
    }

    /**
     * Parts two questions that a person chose.
     *
     * @throws IllegalArgumentException if both are the same
     * @throws NotFoundException if the team lacks one of them
     */
    @Transactional
    public void part(Member member, QuestionId one, QuestionId other) {
        requireWriter(member);
        if (one.equals(other)) {
            throw new IllegalArgumentException(
                    "The question (%s) cannot be parted from itself.".formatted(one.value()));
        }
        if (questions.find(member.team(), List.of(one, other)).size() < 2) {
            throw new NotFoundException();
        }
        pairs.name(
                member.team(),
                one,
                other,
                QuestionPair.State.ENEMIES,
                member.person(),
                clock.instant());
    }

    /**
     * Retires one of the two; the other stays as it is.
     *
     * @throws IllegalArgumentException if the question is none of the pair
     * @throws OptimisticLockingFailureException if somebody has decided meanwhile
     */
    @Transactional
    public void retire(Member member, QuestionPair pair, QuestionId question) {
        requireWriter(member);
        if (!pair.holds(question)) {
            throw new IllegalArgumentException(
                    "The question (%s) must be one of the pair (%s)."
                            .formatted(question.value(), pair.id()));
        }
        decide(member, pair, QuestionPair.State.ONE_RETIRED);
        changes.setStatus(
                member.team(),
                List.of(question),
                Status.RETIRED,
                member.person(),
                true,
                clock.instant());
    }

    private void decide(Member member, QuestionPair pair, QuestionPair.State state) {
        if (!pairs.decide(
                member.team(),
                pair.id(),
                pair.version(),
                state,
                member.person(),
                clock.instant())) {
            throw new OptimisticLockingFailureException(
                    "The pair (%s) was decided meanwhile.".formatted(pair.id()));
        }
    }

    private static void requireWriter(Member member) {
        member.require(Role.AUTHOR, Role.LEAD);
    }
}
