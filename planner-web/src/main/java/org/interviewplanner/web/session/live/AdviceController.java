package org.interviewplanner.web.session.live;

import java.util.List;
import java.util.UUID;
import org.interviewplanner.web.data.AskedQuestionId;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.session.Advice;
import org.interviewplanner.web.session.AdviceService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells a rater's page what helps to be fair now. */
@RestController
class AdviceController {
    private final AdviceService advice;
    private final CurrentMember currentMember;

    AdviceController(AdviceService advice, CurrentMember currentMember) {
        this.advice = advice;
        this.currentMember = currentMember;
    }

    /** {@link Advice} with bare ids. */
    record Message(@Nullable Integer minutesSinceExtreme, @Nullable Shortage shortage) {}

    /** {@link Advice.Shortage} with bare ids. */
    record Shortage(
            int secondsLeft,
            @Nullable UUID next,
            List<UUID> ask,
            List<UUID> leaveOut,
            int missed,
            boolean proved) {}

    @GetMapping("/api/sessions/{session}/advice")
    Message advice(
            @PathVariable UUID session,
            @RequestParam(required = false) @Nullable Integer slot,
            @RequestParam(defaultValue = "0") int spent) {
        var given = advice.advice(currentMember.get(), new SessionId(session), slot, spent);
        var shortage = given.shortage();
        return new Message(
                given.minutesSinceExtreme(),
                shortage == null
                        ? null
                        : new Shortage(
                                shortage.secondsLeft(),
                                shortage.next() == null ? null : shortage.next().value(),
                                shortage.ask().stream().map(AskedQuestionId::value).toList(),
                                shortage.leaveOut().stream().map(AskedQuestionId::value).toList(),
                                shortage.missed(),
                                shortage.proved()));
    }

    @ExceptionHandler({
        IllegalArgumentException.class,
        org.springframework.web.method.annotation.MethodArgumentTypeMismatchException.class
    })
    ResponseEntity<Void> wrong() {
        return ResponseEntity.badRequest().build();
    }
}
