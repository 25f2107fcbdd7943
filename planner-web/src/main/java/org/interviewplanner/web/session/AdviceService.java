package org.interviewplanner.web.session;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.interviewplanner.scoring.RatedQuestion;
import org.interviewplanner.scoring.Rating;
import org.interviewplanner.scoring.Scorecard;
import org.interviewplanner.web.data.AskedQuestionId;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.security.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Helps raters to be fair while the interview runs. It reads what the asking rater entered and
 * nobody else's, and never tells anything of another candidate.
 */
@Service
public class AdviceService {
    /** For how long an extreme scorecard is held to colour the next. */
    static final Duration CONTRAST = Duration.ofHours(1);

    /** A minute more or less is the way of interviews and worth no question. */
    static final Duration LEAST_SHORTAGE = Duration.ofMinutes(1);

    private final SessionService sessions;
    private final SessionReader reader;
    private final Ledgers ledgers;
    private final PlanSource source;
    private final Clock clock;

    AdviceService(
            SessionService sessions,
            SessionReader reader,
            Ledgers ledgers,
            PlanSource source,
            Clock clock) {
        this.sessions = sessions;
        this.reader = reader;
        this.ledgers = ledgers;
        this.source = source;
        this.clock = clock;
    }

    /**
     * The advice for a rater at a question.
     *
     * @param slot the 1-based place of the question that is being asked, or null between two
     * @param spent the seconds that it has taken so far, at least 0
     * @throws org.interviewplanner.web.security.NotFoundException if the member does not rate the
     *     session
     * @throws IllegalArgumentException if spent is negative
     */
    @Transactional(readOnly = true)
    public Advice advice(Member member, SessionId id, @Nullable Integer slot, int spent) {
        if (spent < 0) {
            throw new IllegalArgumentException(
                    "The seconds spent (%d) must be at least 0.".formatted(spent));
        }
        var card = sessions.scorecard(member, id);
        var session = sessions.session(member, id);
        return new Advice(
                session.mock() ? null : minutesSinceExtreme(member, id),
                shortage(member, session, card, slot, spent));
    }

    private @Nullable Integer minutesSinceExtreme(Member member, SessionId id) {
        var now = clock.instant();
        return reader
                .submittedSince(member.team(), member.person(), id, now.minus(CONTRAST))
                .stream()
                .filter(one -> isExtreme(member, one))
                .map(one -> (int) Duration.between(one.at(), now).toMinutes())
                .findFirst()
                .orElse(null);
    }

    private boolean isExtreme(Member member, SessionReader.Submitted submitted) {
        var rated = new ArrayList<RatedQuestion>();
        ledgers.scorecard(submitted.session(), member.person())
                .ratings()
                .forEach((question, rating) -> {
                    var step = rating.step();
                    if (step != null) {
                        rated.add(
                                new RatedQuestion(
                                        question.value().toString(), "", new Rating.Rated(step)));
                    }
                });
        return new Scorecard(submitted.scale(), rated).isExtreme();
    }

    private Advice.@Nullable Shortage shortage(
            Member member,
            InterviewSession session,
            RaterScorecard card,
            @Nullable Integer slot,
            int spent) {
        var started = session.startedAt();
        if (session.state() != SessionState.LIVE || started == null || card.submitted()) {
            return null;
        }
        var elapsed = Duration.between(started, clock.instant()).toSeconds();
        var left = (int) Math.clamp(session.plannedSeconds() - elapsed, 0, Integer.MAX_VALUE);
        var plan = sessions.questions(member, session.id());
        var standing = new ArrayList<Shortening.Question>();
        var pilots = new ArrayList<AskedQuestion>();
        var needed = 0;
        for (var question : plan) {
            var rated = card.ratings().get(question.id());
            if (rated != null && rated.kind() == RatingKind.NOT_ASKED) {
                continue;
            }
            var one = standing(question, rated != null, slot, spent);
            needed += one.seconds();
            if (!question.pilot()) {
                standing.add(one);
            } else if (one.standing() == Shortening.Standing.OPEN) {
                pilots.add(question);
            }
        }
        if (needed - left < LEAST_SHORTAGE.toSeconds()) {
            return null;
        }
        var whole =
                plan.stream()
                        .filter(question -> !question.pilot())
                        .map(question -> standing(question, false, null, 0))
                        .toList();
        var demands = source.demands(member, session.set(), plan);
        var byPlace = plan.stream().collect(Collectors.toMap(AskedQuestion::position, it -> it));
        return Shortening.choose(standing, whole, demands, left)
                .map(choice -> shortage(choice, left, byPlace, pilots))
                .filter(shortage -> !shortage.leaveOut().isEmpty())
                .orElse(null);
    }

    private static Shortening.Question standing(
            AskedQuestion question, boolean rated, @Nullable Integer slot, int spent) {
        var current = !rated && slot != null && slot == question.position();
        return new Shortening.Question(
                question.position(),
                question.section(),
                question.difficulty(),
                rated ? 0 : Math.max(0, question.plannedSeconds() - (current ? spent : 0)),
                rated
                        ? Shortening.Standing.ASKED
                        : current ? Shortening.Standing.CURRENT : Shortening.Standing.OPEN);
    }

    /** Pilots fall away first: nothing of the candidate's score depends on them. */
    private static Advice.Shortage shortage(
            Shortening.Choice choice,
            int left,
            Map<Integer, AskedQuestion> plan,
            List<AskedQuestion> pilots) {
        Function<Integer, AskedQuestionId> id =
                place -> java.util.Objects.requireNonNull(plan.get(place)).id();
        var leaveOut = new ArrayList<>(choice.leaveOut().stream().map(id).toList());
        pilots.forEach(pilot -> leaveOut.add(pilot.id()));
        return new Advice.Shortage(
                left,
                choice.next() == 0 ? null : id.apply(choice.next()),
                choice.ask().stream().map(id).toList(),
                leaveOut,
                choice.missed(),
                choice.proved());
    }
}
