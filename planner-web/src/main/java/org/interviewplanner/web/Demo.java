package org.interviewplanner.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.Guidance;
import org.interviewplanner.web.bank.QuestionEdit;
import org.interviewplanner.web.blueprint.BlueprintService;
import org.interviewplanner.web.build.SetService;
import org.interviewplanner.web.candidate.CandidateService;
import org.interviewplanner.web.data.BlueprintId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.security.AccountService;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.session.Entry;
import org.interviewplanner.web.session.Outcome;
import org.interviewplanner.web.session.Plan;
import org.interviewplanner.web.session.RatingKind;
import org.interviewplanner.web.session.Recommendation;
import org.interviewplanner.web.session.SessionService;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Fills a throw-away installation so that a visitor sees everything at once: four people, sets, a
 * few finished interviews and one for today. It uses the rooms' own doors and no other way.
 */
@Component
@ConditionalOnProperty("planner.demo")
class Demo implements ApplicationRunner {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final AccountService accounts;
    private final BankService bank;
    private final BlueprintService blueprints;
    private final SetService sets;
    private final CandidateService candidates;
    private final SessionService sessions;
    private final Clock clock;

    /** Only passwords must not be guessed; the interviews may be the same each time. */
    private final Random answers = new Random(20261122);

    private @Nullable Member ada;
    private @Nullable Member grace;
    private @Nullable Member barbara;

    Demo(
            AccountService accounts,
            BankService bank,
            BlueprintService blueprints,
            SetService sets,
            CandidateService candidates,
            SessionService sessions,
            Clock clock) {
        this.accounts = accounts;
        this.bank = bank;
        this.blueprints = blueprints;
        this.sets = sets;
        this.candidates = candidates;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** People first: where somebody is, no setup link is offered. */
    @Override
    public void run(ApplicationArguments arguments) {
        var said = new StringBuilder("\nThe demo's people (gone when you stop it):\n");
        ada = person(said, "Ada", EnumSet.allOf(Role.class));
        grace = person(said, "Grace", EnumSet.of(Role.LEAD, Role.INTERVIEWER));
        person(said, "Edsger", EnumSet.of(Role.AUTHOR));
        barbara = person(said, "Barbara", EnumSet.of(Role.INTERVIEWER));
        System.out.println(said);
    }

    /** Once the starter bank is there. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC
                && ada != null
                && grace != null
                && barbara != null) {
            interviews(ada, grace, barbara);
        }
    }

    private void interviews(Member ada, Member grace, Member barbara) {
        var recipes =
                blueprints.presets(ada, Demo::presetName).stream()
                        .limit(3)
                        .map(preset -> blueprints.create(ada, preset))
                        .toList();
        sets.propose(ada, recipes.getFirst(), null, 1, 0, 1).sets().stream()
                .flatMap(List::stream)
                .forEach(question -> guide(ada, question.question().id()));
        var kept = recipes.stream().map(recipe -> keep(ada, recipe)).toList();
        var set = kept.getFirst();
        interview(ada, List.of(grace, barbara), set, "Robin Example", 3.1);
        interview(ada, List.of(grace, ada), set, "Kim Example", 2.4);
        interview(ada, List.of(barbara), set, "Sascha Example", 2.8);
        var last = candidates.add(ada, "Jo Example", null, "").id();
        sessions.plan(
                ada,
                new Plan(
                        last,
                        set,
                        Set.of(ada.person(), grace.person()),
                        clock.instant().plus(Duration.ofHours(1)),
                        false));
    }

    private SetId keep(Member lead, BlueprintId id) {
        var recipe = blueprints.blueprint(lead, id);
        var proposal = sets.propose(lead, id, null, 1, 0, 1);
        return sets.keep(lead, proposal, recipe.draft().name() + ", November").getFirst();
    }

    /**
     * The starter bank has no probes and anchors; a live screen without them shows half of itself.
     */
    private void guide(Member author, QuestionId id) {
        var question = bank.question(author, id);
        var text = question.text();
        bank.edit(
                author,
                id,
                question.version(),
                new QuestionEdit(
                        question.section(),
                        text.wording(),
                        text.body(),
                        text.answer(),
                        text.goodToHear(),
                        null,
                        null,
                        question.tags(),
                        question.status(),
                        new Guidance(
                                List.of(
                                        "Can you give an example from your own work?",
                                        "When would you do it differently?"),
                                List.of(
                                        "Cannot say what it is for",
                                        "Knows the name, mixes up how it works",
                                        "Explains how it works; a case is missing",
                                        "Explains it, weighs it, and has used it"))));
    }

    private Member person(StringBuilder said, String name, Set<Role> roles) {
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            password.append(i % 5 == 4 ? '-' : LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        password.setLength(19);
        said.append("  %-8s %s   %s%n".formatted(name, password, roles));
        return accounts.addToFirstTeam(name, password.toString(), roles);
    }

    /** One finished interview whose ratings lie around the candidate's level. */
    private void interview(
            Member lead, List<Member> raters, SetId set, String candidate, double level) {
        var id = candidates.add(lead, candidate, null, "").id();
        var session =
                sessions.plan(
                        lead,
                        new Plan(
                                id,
                                set,
                                Set.copyOf(raters.stream().map(Member::person).toList()),
                                clock.instant().minus(Duration.ofDays(1 + answers.nextInt(9))),
                                false));
        sessions.start(raters.getFirst(), session);
        var questions = sessions.questions(lead, session);
        for (var rater : raters) {
            for (var question : questions) {
                var isLast = question.position() == questions.size();
                var step =
                        (int)
                                Math.clamp(
                                        Math.round(
                                                level
                                                        - 0.25 * (question.difficulty() - 3)
                                                        + 0.7 * answers.nextGaussian()),
                                        1,
                                        4);
                sessions.record(
                        rater,
                        session,
                        new Entry.Rating(
                                UUID.randomUUID(),
                                question.id(),
                                isLast ? RatingKind.NOT_ASKED : RatingKind.RATED,
                                isLast ? null : step,
                                null));
                if (question.position() % 4 == 1) {
                    sessions.record(
                            rater,
                            session,
                            new Entry.Note(
                                    UUID.randomUUID(), question.id(), note(step), null, null));
                }
            }
            sessions.record(
                    rater,
                    session,
                    new Entry.Submission(
                            UUID.randomUUID(),
                            level > 3
                                    ? Recommendation.STRONG_YES
                                    : level > 2.6 ? Recommendation.YES : Recommendation.NO,
                            "Judged on the answers alone.",
                            null));
        }
        sessions.close(lead, session, Outcome.COMPLETED);
    }

    private static String note(int step) {
        return switch (step) {
            case 1 -> "Could not say where to begin, even after a hint.";
            case 2 -> "Knew the name, mixed up how it works.";
            case 3 -> "Sound answer; one case was missing.";
            default -> "Clear, with an example from their own work.";
        };
    }

    private static String presetName(String key) {
        return switch (key) {
            case "blueprint.preset.screen" -> "Screening, 30 minutes";
            case "blueprint.preset.middle" -> "Mid-level, 60 minutes";
            case "blueprint.preset.senior" -> "Senior, 60 minutes";
            default -> "{1}, {0} minutes";
        };
    }
}
