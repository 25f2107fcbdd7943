package org.interviewplanner.web.session.live;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.session.CandidateScreenService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Makes and ends the candidate's link for a rater's page. */
@RestController
class CandidateLinkController {
    private static final int LONGEST_BASE = 300;

    private final CandidateScreenService screens;
    private final CurrentMember currentMember;

    CandidateLinkController(CandidateScreenService screens, CurrentMember currentMember) {
        this.screens = screens;
        this.currentMember = currentMember;
    }

    /** The address under which the asking browser knows the product; the server may not know it. */
    record Asked(@Nullable String base) {}

    /**
     * A link as it is shown once.
     *
     * @param path relative to the product's address
     * @param qr the whole address as a QR code in SVG, or "" if no base was given
     */
    record CandidateLink(String path, String qr, Instant expiresAt) {}

    /** Until when the present link works; null if there is none. */
    record PresentLink(@Nullable Instant expiresAt) {}

    @GetMapping("/api/sessions/{session}/candidate-link")
    ResponseEntity<PresentLink> present(@PathVariable UUID session) {
        var until = screens.worksUntil(currentMember.get(), new SessionId(session));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new PresentLink(until.orElse(null)));
    }

    @PostMapping("/api/sessions/{session}/candidate-link")
    ResponseEntity<CandidateLink> make(
            @PathVariable UUID session, @RequestBody(required = false) @Nullable Asked asked) {
        var base = asked == null || asked.base() == null ? "" : checked(asked.base());
        var link = screens.newLink(currentMember.get(), new SessionId(session));
        var path = "candidate/" + link.token();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        new CandidateLink(
                                path,
                                base.isEmpty() ? "" : QrCode.svg(base + path),
                                link.expiresAt()));
    }

    @DeleteMapping("/api/sessions/{session}/candidate-link")
    Map<String, Boolean> revoke(@PathVariable UUID session) {
        screens.revoke(currentMember.get(), new SessionId(session));
        return Map.of("revoked", true);
    }

    private static String checked(String base) {
        var address = URI.create(base.length() > LONGEST_BASE ? "" : base);
        var web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web || address.getHost() == null || !base.endsWith("/")) {
            throw new IllegalArgumentException(
                    "The base must be an http(s) address that ends in a slash.");
        }
        return base;
    }

    @ExceptionHandler({
        IllegalArgumentException.class,
        org.springframework.web.method.annotation.MethodArgumentTypeMismatchException.class
    })
    ResponseEntity<Void> wrong() {
        return ResponseEntity.badRequest().build();
    }
}
