package org.interviewplanner.web.session.live;

import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.session.EntryRefusedException;
import org.interviewplanner.web.session.NoteVersion;
import org.interviewplanner.web.session.SessionService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Takes the entries of a rater's page and answers after they are committed.
 *
 * <p>Answers: 200 stored (now or before), 400 makes no sense, 401 sign in first, 404 not found or
 * not yours, 409 the session takes no entries now, 413 too large, 503 the database is away: try
 * again. Only 200 means stored.
 */
@RestController
class EntryController {
    private static final Logger LOG = LoggerFactory.getLogger(EntryController.class);

    private final SessionService sessions;
    private final CurrentMember currentMember;
    private final Loudspeaker loudspeaker;
    private final Streams streams;
    private final EmergencyService emergencies;

    EntryController(
            SessionService sessions,
            CurrentMember currentMember,
            Loudspeaker loudspeaker,
            Streams streams,
            EmergencyService emergencies) {
        this.emergencies = emergencies;
        this.sessions = sessions;
        this.currentMember = currentMember;
        this.loudspeaker = loudspeaker;
        this.streams = streams;
    }

    /** Who is signed in: a page sends only what this person has typed. */
    record Me(UUID id, String name) {}

    /** An entry is stored; {@code note} is what the note is now. */
    record Stored(UUID id, boolean repeated, @Nullable NoteVersion note) {}

    /** Where the asker stands; null between two questions. */
    record Position(@Nullable Integer slot) {}

    /** Why something was not done, for people and for programs. */
    record Refused(String error, String reason) {}

    @GetMapping("/api/me")
    Me me() {
        var member = currentMember.get();
        return new Me(member.person().value(), member.name());
    }

    /** What a page seals an emergency file with: SubjectPublicKeyInfo as Base64. */
    record EmergencyKey(UUID id, String key) {}

    @GetMapping("/api/emergency-key")
    EmergencyKey emergencyKey() {
        var offer = emergencies.key(currentMember.get());
        return new EmergencyKey(offer.id(), Base64.getEncoder().encodeToString(offer.key()));
    }

    @PostMapping("/api/sessions/{session}/entries")
    ResponseEntity<?> record(
            @PathVariable String session,
            @RequestHeader(value = "X-Page", required = false) @Nullable String page,
            @RequestBody EntryMessage message) {
        var member = currentMember.get();
        if (message.rater() != null && !message.rater().equals(member.person().value())) {
            // What one person typed is never stored as another's, whoever has signed in since.
            return answer(HttpStatus.CONFLICT, "Somebody else has signed in.", "OTHER_PERSON");
        }
        var id = id(session);
        var entry = message.toEntry();
        var recorded = loudspeaker.tellOthers(page, () -> sessions.record(member, id, entry));
        return ResponseEntity.ok(new Stored(recorded.id(), recorded.repeated(), recorded.note()));
    }

    @GetMapping("/api/sessions/{session}/scorecard")
    ScorecardMessage scorecard(@PathVariable String session) {
        var member = currentMember.get();
        var id = id(session);
        var scorecard = sessions.scorecard(member, id);
        return ScorecardMessage.of(
                member,
                sessions.questions(member, id),
                scorecard,
                sessions.session(member, id).rules(),
                progress(member, id));
    }

    @GetMapping("/api/sessions/{session}/progress")
    ProgressMessage progress(@PathVariable String session) {
        return progress(currentMember.get(), id(session));
    }

    private ProgressMessage progress(Member member, SessionId id) {
        return ProgressMessage.of(
                member,
                sessions.session(member, id),
                sessions.takesEntries(member, id),
                sessions.now());
    }

    @PostMapping("/api/sessions/{session}/position")
    Map<String, Boolean> move(@PathVariable String session, @RequestBody Position position) {
        return Map.of("moved", sessions.move(currentMember.get(), id(session), position.slot()));
    }

    @PostMapping("/api/sessions/{session}/start")
    ProgressMessage start(@PathVariable String session) {
        sessions.start(currentMember.get(), id(session));
        return progress(session);
    }

    @PostMapping("/api/sessions/{session}/ask")
    Map<String, Boolean> ask(@PathVariable String session) {
        sessions.ask(currentMember.get(), id(session));
        return Map.of("asking", true);
    }

    @GetMapping(
            path = "/api/sessions/{session}/events",
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            @PathVariable String session,
            @RequestParam(required = false) @Nullable String page,
            Authentication authentication) {
        var member = currentMember.get();
        var id = sessions.session(member, id(session)).id();
        return streams.stream(
                authentication, ear -> loudspeaker.listenAsPage(member, id, page, ear));
    }

    private static SessionId id(String given) {
        try {
            return new SessionId(UUID.fromString(given));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    @ExceptionHandler
    ResponseEntity<Refused> refused(EntryRefusedException e) {
        return answer(HttpStatus.CONFLICT, String.valueOf(e.getMessage()), e.reason().name());
    }

    @ExceptionHandler
    ResponseEntity<Refused> wrong(IllegalArgumentException e) {
        return answer(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), "INVALID");
    }

    @ExceptionHandler
    ResponseEntity<Refused> unreadable(HttpMessageNotReadableException e) {
        return answer(HttpStatus.BAD_REQUEST, "The entry is no JSON that we know.", "INVALID");
    }

    /** Trying again would not help: say so, or the page would try for ever. */
    @ExceptionHandler
    ResponseEntity<Refused> unfit(DataIntegrityViolationException e) {
        LOG.warn("An entry does not fit into its ledger: {}", e.getMessage());
        return answer(HttpStatus.BAD_REQUEST, "The entry does not fit into its ledger.", "INVALID");
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Refused> databaseAway(RuntimeException e) {
        LOG.warn("An entry could not be stored: {}", e.getMessage());
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The database does not answer. Nothing was stored; please try again.",
                "AWAY");
    }

    private static ResponseEntity<Refused> answer(HttpStatus status, String error, String reason) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Refused(error, reason));
    }
}
