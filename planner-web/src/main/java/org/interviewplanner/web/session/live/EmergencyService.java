package org.interviewplanner.web.session.live;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.interviewplanner.bank.RatingScale;
import org.interviewplanner.web.data.AskedQuestionId;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.session.AskedQuestion;
import org.interviewplanner.web.session.Entry;
import org.interviewplanner.web.session.EntryRefusedException;
import org.interviewplanner.web.session.Recorded;
import org.interviewplanner.web.session.SessionService;
import org.interviewplanner.web.session.live.EmergencyOutcome.Fault;
import org.interviewplanner.web.session.live.EmergencyOutcome.Line;
import org.interviewplanner.web.session.live.EmergencyOutcome.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what a device could not send and its owner brings as a file.
 *
 * <p>The file is JSON: {@code format}, {@code version}, the id of the {@code key}, and as Base64
 * the AES-256 key {@code wrapped} by RSA-OAEP (SHA-256), the {@code iv}, and the {@code data}
 * sealed by AES-GCM with "format version key" as additional data. Inside is who made it and the
 * entries as a page would have posted them; each goes the same way as a posted one, by the same
 * rules, so a file brought twice changes nothing. But it comes late, so it overrules nothing that
 * its device did not know ({@link SessionService#recordLate}). Anybody can seal a file to our
 * public key, so the file proves nothing: only the person it names may bring it, and could have
 * posted the same.
 */
@Service
public class EmergencyService {
    /** In bytes; a long interview of notes at their longest is half of it. */
    public static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final int MOST_ENTRIES = 5_000;
    private static final String FORMAT = "interview-planner-emergency";
    private static final int VERSION = 1;
    private static final int TAG_BITS = 128;
    private static final UUID NOWHERE = new UUID(0, 0);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EmergencyKeys keys;
    private final SessionService sessions;

    EmergencyService(EmergencyKeys keys, SessionService sessions) {
        this.keys = keys;
        this.sessions = sessions;
    }

    private record Sealed(
            @Nullable String format,
            @Nullable Integer version,
            @Nullable UUID key,
            byte @Nullable [] wrapped,
            byte @Nullable [] iv,
            byte @Nullable [] data) {}

    private record Content(@Nullable UUID person, @Nullable List<Item> entries) {}

    private record Item(@Nullable UUID session, @Nullable EntryMessage entry) {}

    /**
     * The public key to seal with.
     *
     * @throws NotFoundException if the member rates nothing anyway
     */
    EmergencyKeys.Offer key(Member member) {
        member.require(Role.LEAD, Role.INTERVIEWER);
        return keys.offer();
    }

    /**
     * Stores what of the file is not stored yet. Each entry stands for itself: one that is refused
     * keeps no other out.
     *
     * @param file at most {@link #MOST_BYTES}
     * @throws NotFoundException if the member may rate nothing
     */
    public EmergencyOutcome bring(Member member, byte[] file) {
        member.require(Role.LEAD, Role.INTERVIEWER);
        if (file.length > MOST_BYTES) {
            return new EmergencyOutcome.Unreadable(Fault.TOO_LARGE);
        }
        var sealed = sealed(file);
        if (sealed == null) {
            return new EmergencyOutcome.Unreadable(Fault.NOT_OURS);
        }
        var key = sealed.key() == null ? null : keys.find(sealed.key()).orElse(null);
        if (key == null) {
            return new EmergencyOutcome.Unreadable(Fault.OTHER_SERVER);
        }
        var content = open(sealed, key);
        if (content == null || content.entries() == null) {
            return new EmergencyOutcome.Unreadable(Fault.DAMAGED);
        }
        if (!member.person().value().equals(content.person())) {
            return new EmergencyOutcome.Unreadable(Fault.OTHER_PERSON);
        }
        if (content.entries().size() > MOST_ENTRIES) {
            return new EmergencyOutcome.Unreadable(Fault.TOO_LARGE);
        }
        var interviews = new HashMap<SessionId, Interview>();
        var lines = new ArrayList<Line>();
        var overtaken = new HashSet<SessionId>();
        for (var item : content.entries()) {
            var line = store(member, item, interviews, overtaken);
            if (line.status() == Status.OVERTAKEN) {
                overtaken.add(line.session());
            }
            lines.add(line);
        }
        return new EmergencyOutcome.Read(lines);
    }

    private static @Nullable Sealed sealed(byte[] file) {
        try {
            var sealed = JSON.readValue(file, Sealed.class);
            return sealed != null
                            && FORMAT.equals(sealed.format())
                            && sealed.version() != null
                            && sealed.version() == VERSION
                    ? sealed
                    : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static @Nullable Content open(Sealed sealed, PrivateKey key) {
        if (sealed.wrapped() == null || sealed.iv() == null || sealed.data() == null) {
            return null;
        }
        try {
            var unwrap = Cipher.getInstance("RSA/ECB/OAEPPadding");
            unwrap.init(
                    Cipher.DECRYPT_MODE,
                    key,
                    new OAEPParameterSpec(
                            "SHA-256",
                            "MGF1",
                            MGF1ParameterSpec.SHA256,
                            PSource.PSpecified.DEFAULT));
            var secret = new SecretKeySpec(unwrap.doFinal(sealed.wrapped()), "AES");
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, secret, new GCMParameterSpec(TAG_BITS, sealed.iv()));
            cipher.updateAAD(
                    "%s %d %s"
                            .formatted(FORMAT, VERSION, sealed.key())
                            .getBytes(StandardCharsets.UTF_8));
            return JSON.readValue(cipher.doFinal(sealed.data()), Content.class);
        } catch (GeneralSecurityException | IllegalArgumentException | JacksonException e) {
            return null;
        }
    }

    /** What lines say about an interview; the name is null if it is not the rater's. */
    private record Interview(
            @Nullable String name, Map<AskedQuestionId, Integer> positions, RatingScale scale) {}

    /**
     * @param overtaken the sessions in which something newer stands than what the file holds
     */
    private Line store(
            Member member,
            @Nullable Item item,
            Map<SessionId, Interview> interviews,
            Set<SessionId> overtaken) {
        var session =
                new SessionId(item == null || item.session() == null ? NOWHERE : item.session());
        var interview = interviews.computeIfAbsent(session, id -> interview(member, id));
        @Nullable Entry entry = null;
        try {
            if (item == null || item.entry() == null) {
                throw new IllegalArgumentException("There is no entry.");
            }
            entry = item.entry().toEntry();
            if (entry instanceof Entry.Submission && overtaken.contains(session)) {
                throw new IllegalArgumentException(
                        """
                        Newer ratings than this file's stand in this interview, so the file does not submit it.
                        Maybe look at them and submit on the live screen.\
                        """);
            }
            var recorded = sessions.recordLate(member, session, entry, item.entry().over());
            return line(status(recorded), session, interview, entry, recorded.inForce(), "");
        } catch (EntryRefusedException | IllegalArgumentException e) {
            return line(
                    Status.REFUSED,
                    session,
                    interview,
                    entry,
                    null,
                    String.valueOf(e.getMessage()));
        } catch (NotFoundException e) {
            return line(Status.REFUSED, session, interview, entry, null, "");
        }
    }

    private static Status status(Recorded recorded) {
        if (recorded.repeated()) {
            return Status.KNOWN;
        }
        return recorded.inForce() == null ? Status.ADDED : Status.OVERTAKEN;
    }

    private static Line line(
            Status status,
            SessionId session,
            Interview interview,
            @Nullable Entry entry,
            @Nullable Entry inForce,
            String why) {
        var question =
                switch (entry) {
                    case Entry.Rating rating -> rating.question();
                    case Entry.Note note -> note.question();
                    case Entry.Tick tick -> tick.question();
                    case Entry.Deviation deviation -> deviation.question();
                    case Entry.Submission submission -> null;
                    case null -> null;
                };
        return new Line(
                status,
                session,
                interview.name(),
                question == null ? null : interview.positions().get(question),
                entry,
                inForce,
                interview.scale(),
                why);
    }

    private Interview interview(Member member, SessionId session) {
        try {
            var positions = new HashMap<AskedQuestionId, Integer>();
            for (AskedQuestion question : sessions.questions(member, session)) {
                positions.put(question.id(), question.position());
            }
            var header = sessions.session(member, session);
            return new Interview(header.candidateName(), positions, header.rules().scale());
        } catch (NotFoundException e) {
            return new Interview(null, Map.of(), RatingScale.DEFAULT);
        }
    }
}
