package org.interviewplanner.web.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.interviewplanner.web.data.TeamId;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets people in by one-time links: the first administrator, the invited, whoever needs a new
 * password. The one service without an acting member, because nobody has signed in yet: the link is
 * the permission, and it works once.
 */
@Service
public class AdmissionService {
    private static final Duration SETUP_LASTS = Duration.ofHours(24);
    static final String FIRST_TEAM = "Team";
    private static final int LONGEST_NAME = 100;

    private final Teams teams;
    private final People people;
    private final Invitations invitations;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final AuditTrail audit;

    AdmissionService(
            Teams teams,
            People people,
            Invitations invitations,
            Passwords passwords,
            LoginThrottle throttle,
            AuditTrail audit) {
        this.teams = teams;
        this.people = people;
        this.invitations = invitations;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
    }

    /**
     * The team of this installation, made if there is none; a new setup link if it has no people,
     * which makes all earlier ones worthless.
     */
    @Transactional
    public Optional<OneTimeLink> offerSetup() {
        teams.lockAll();
        return offerSetup(teams.findFirst().orElseGet(() -> teams.create(FIRST_TEAM)));
    }

    Optional<OneTimeLink> offerSetup(TeamId team) {
        if (people.existsByTeamId(team)) {
            return Optional.empty();
        }
        invitations.revokeSetup(team);
        return Optional.of(
                invitations.create(
                        team,
                        Admission.Kind.SETUP,
                        "",
                        Set.of(Role.values()),
                        null,
                        null,
                        Instant.now().plus(SETUP_LASTS)));
    }

    /** What the link is good for, or empty if it is used, expired, revoked or invented. */
    public Optional<Admission> find(Admission.Kind kind, String token) {
        return invitations.findOpen(kind, token);
    }

    /**
     * Makes the account that a setup link or an invitation promises.
     *
     * @param name the log-in name, 1 to 100 characters after spaces at the ends are cut
     * @param address where the request came from: from there the throttle knows the person
     * @return the new member, not signed in
     * @throws RefusedException if the link cannot be used (any more), the name is unusable or
     *     taken, or the password against the rule; the link then stays as it was
     */
    @Transactional
    public Member join(
            Admission.Kind kind, String token, String name, String password, String address) {
        if (kind == Admission.Kind.NEW_PASSWORD) {
            throw new RefusedException(Refusal.LINK_INVALID);
        }
        var admission = use(kind, token);
        var usable = usable(name);
        check(usable, password);
        if (kind == Admission.Kind.SETUP && people.existsByTeamId(admission.team())) {
            throw new RefusedException(Refusal.LINK_INVALID);
        }
        var person = insert(admission.team(), usable, password, admission.roles());
        throttle.cameByLink(usable, address);
        audit.record(
                person,
                kind == Admission.Kind.SETUP ? "team.set-up" : "person.joined",
                person.person().value().toString(),
                "roles " + person.roles().stream().sorted().toList());
        return person;
    }

    /**
     * Sets the password of the person whose link it is and ends their open sessions.
     *
     * @param address where the request came from: from there the throttle knows the person
     * @throws RefusedException if the link cannot be used (any more) or the password is against the
     *     rule; the link then stays as it was
     */
    @Transactional
    public void setNewPassword(String token, String password, String address) {
        var admission = use(Admission.Kind.NEW_PASSWORD, token);
        var person =
                Optional.ofNullable(admission.person())
                        .flatMap(id -> people.findByTeamIdAndId(admission.team(), id))
                        .orElseThrow(() -> new RefusedException(Refusal.LINK_INVALID));
        check(person.name(), password);
        people.save(person.withPasswordHash(passwords.encode(password)));
        throttle.cameByLink(person.name(), address);
        audit.record(
                person.toMember(),
                "person.password-set-by-link",
                person.id().value().toString(),
                "");
    }

    /** Makes a person in the team without a link: for the demonstration and for tests. */
    Member insert(TeamId team, String name, String password, Set<Role> roles) {
        if (people.findByLogInName(name).isPresent()) {
            throw new RefusedException(Refusal.NAME_TAKEN);
        }
        try {
            return people.save(PersonRow.create(team, name, passwords.encode(password), roles))
                    .toMember();
        } catch (DataIntegrityViolationException e) {
            // Two people chose the same name in the same moment.
            throw new RefusedException(Refusal.NAME_TAKEN);
        }
    }

    private Admission use(Admission.Kind kind, String token) {
        return invitations
                .findOpen(kind, token)
                .filter(admission -> invitations.use(admission.id()))
                .orElseThrow(() -> new RefusedException(Refusal.LINK_INVALID));
    }

    static void check(String name, String password) {
        PasswordRule.check(name, password)
                .ifPresent(refusal -> {
                    throw new RefusedException(refusal);
                });
    }

    /** The name without spaces at its ends. */
    static String usable(String name) {
        var stripped = name.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST_NAME
                || stripped.codePoints().anyMatch(AdmissionService::isInvisible)) {
            throw new RefusedException(Refusal.NAME_UNUSABLE);
        }
        return stripped;
    }

    private static boolean isInvisible(int codePoint) {
        var type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
