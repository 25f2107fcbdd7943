package org.interviewplanner.web.security;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.TeamId;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who belongs to a team and what they may do.
 *
 * <p>Each method takes the acting member first. An id that is unknown, of another team, or asked
 * for without the role gives the same {@link NotFoundException}. Each change writes a line into the
 * audit trail.
 */
@Service
public class AccountService {
    private static final Duration INVITATION_LASTS = Duration.ofDays(7);
    private static final Duration NEW_PASSWORD_LASTS = Duration.ofHours(24);

    private final Teams teams;
    private final People people;
    private final Invitations invitations;
    private final AdmissionService admissions;
    private final Passwords passwords;
    private final SignIns signIns;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    AccountService(
            Teams teams,
            People people,
            Invitations invitations,
            AdmissionService admissions,
            Passwords passwords,
            SignIns signIns,
            AuditTrail audit,
            JdbcClient jdbc) {
        this.teams = teams;
        this.people = people;
        this.invitations = invitations;
        this.admissions = admissions;
        this.passwords = passwords;
        this.signIns = signIns;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** Everybody of the member's team by name, also the disabled: for choosing and for naming. */
    public List<Colleague> colleagues(Member by) {
        return people.findAllByTeamIdOrderByName(by.team()).stream()
                .map(row -> new Colleague(row.id(), row.name(), row.roleSet(), row.enabled()))
                .toList();
    }

    /**
     * The accounts of the member's team by name.
     *
     * @throws NotFoundException if the member is no administrator
     */
    @Transactional(readOnly = true)
    public List<Account> accounts(Member by) {
        by.require(Role.ADMIN);
        var times = times(by.team());
        return people.findAllByTeamIdOrderByName(by.team()).stream()
                .map(row -> account(row, times))
                .toList();
    }

    /**
     * The invitations of the member's team that can still be used, newest first.
     *
     * @throws NotFoundException if the member is no administrator
     */
    public List<OpenInvitation> invitations(Member by) {
        by.require(Role.ADMIN);
        return invitations.findAllOpen(by.team());
    }

    /**
     * Makes a link by which one person can join the team within 7 days.
     *
     * @param forWhom a word to tell invitations apart, at most 100 characters, maybe empty
     * @param roles what the person will be able to do
     * @throws NotFoundException if the member is no administrator
     * @throws RefusedException if there is no role
     */
    @Transactional
    public OneTimeLink invite(Member by, String forWhom, Set<Role> roles) {
        by.require(Role.ADMIN);
        requireRole(roles);
        var word = forWhom.strip();
        if (word.length() > 100) {
            throw new IllegalArgumentException(
                    "The word for whom the invitation is (%d characters) must have at most 100."
                            .formatted(word.length()));
        }
        var link =
                invitations.create(
                        by.team(),
                        Admission.Kind.INVITATION,
                        word,
                        roles,
                        null,
                        by.person(),
                        Instant.now().plus(INVITATION_LASTS));
        audit.record(by, "person.invited", "", "roles " + sorted(roles));
        return link;
    }

    /**
     * Makes an open invitation worthless.
     *
     * @throws NotFoundException if the member is no administrator or the team has no such open
     *     invitation
     */
    @Transactional
    public void revoke(Member by, UUID invitation) {
        by.require(Role.ADMIN);
        if (!invitations.revoke(by.team(), invitation)) {
            throw new NotFoundException();
        }
        audit.record(by, "invitation.revoked", invitation.toString(), "");
    }

    /**
     * Changes what a person may do; their open pages are loaded anew within seconds.
     *
     * @param version of the account as the member saw it
     * @throws NotFoundException if the member is no administrator or the team has no such person
     * @throws RefusedException if no role is left, the member would lose the administrator's role
     *     by their own hand, or the team its last enabled administrator
     * @throws OptimisticLockingFailureException if somebody else changed the account meanwhile
     */
    @Transactional
    public void changeRoles(Member by, PersonId person, long version, Set<Role> roles) {
        var row = locked(by, person, version);
        requireRole(roles);
        if (row.roleSet().contains(Role.ADMIN) && !roles.contains(Role.ADMIN)) {
            requireAnotherAdministrator(by, row);
        }
        people.save(row.withRoles(roles));
        audit.record(
                by,
                "person.roles-changed",
                person.value().toString(),
                "from " + sorted(row.roleSet()) + " to " + sorted(roles));
    }

    /**
     * Keeps a person out from now on; their open pages end within seconds.
     *
     * @param version of the account as the member saw it
     * @throws NotFoundException if the member is no administrator or the team has no such person
     * @throws RefusedException if it is the member or the last enabled administrator
     * @throws OptimisticLockingFailureException if somebody else changed the account meanwhile
     */
    @Transactional
    public void disable(Member by, PersonId person, long version) {
        var row = locked(by, person, version);
        requireAnotherAdministrator(by, row);
        people.save(row.withEnabled(false));
        // A link for a new password must not outlive the account's end.
        invitations.revokeNewPassword(person);
        audit.record(by, "person.disabled", person.value().toString(), "");
    }

    /**
     * Lets a disabled person in again, with the password and the roles they had.
     *
     * @param version of the account as the member saw it
     * @throws NotFoundException if the member is no administrator or the team has no such person
     * @throws OptimisticLockingFailureException if somebody else changed the account meanwhile
     */
    @Transactional
    public void enable(Member by, PersonId person, long version) {
        people.save(locked(by, person, version).withEnabled(true));
        audit.record(by, "person.enabled", person.value().toString(), "");
    }

    /**
     * Makes a link by which the person can choose a new password within 24 hours; earlier ones
     * become worthless, the old password works until the link is used.
     *
     * @throws NotFoundException if the member is no administrator or the team has no such person
     */
    @Transactional
    public OneTimeLink newPasswordLink(Member by, PersonId person) {
        by.require(Role.ADMIN);
        find(by, person);
        invitations.revokeNewPassword(person);
        var link =
                invitations.create(
                        by.team(),
                        Admission.Kind.NEW_PASSWORD,
                        "",
                        Set.of(),
                        person,
                        by.person(),
                        Instant.now().plus(NEW_PASSWORD_LASTS));
        audit.record(by, "person.password-link-made", person.value().toString(), "");
        return link;
    }

    /**
     * Signs the person out everywhere within seconds.
     *
     * @throws NotFoundException if the member is no administrator and not this person, or the team
     *     has no such person
     */
    @Transactional
    public void endSessions(Member by, PersonId person) {
        if (!by.person().equals(person)) {
            by.require(Role.ADMIN);
        }
        people.save(find(by, person).withoutSessions());
        audit.record(by, "person.sessions-ended", person.value().toString(), "");
    }

    /** Where the member is logged in now, the last used first. */
    public List<OpenSignIn> signIns(Member by) {
        return signIns.findAllOf(by.person(), thisSignIn(by).map(SignedIn::id).orElse(null));
    }

    /**
     * Logs the member out in one browser within seconds.
     *
     * @param signIn one of {@link #signIns}
     * @throws NotFoundException if the member has no such log-in (any more)
     */
    @Transactional
    public void endSignIn(Member by, UUID signIn) {
        if (!signIns.end(by.person(), signIn)) {
            throw new NotFoundException();
        }
        audit.record(by, "person.sign-in-ended", by.person().value().toString(), "");
    }

    /**
     * Changes the member's own password; all their sessions end but the one that asks.
     *
     * @throws RefusedException if {@code current} is not the password, or {@code changed} is
     *     against the rule
     */
    @Transactional
    public void changeOwnPassword(Member by, String current, String changed) {
        var row = find(by, by.person());
        if (!passwords.matches(current, row.passwordHash())) {
            throw new RefusedException(Refusal.PASSWORD_WRONG);
        }
        AdmissionService.check(row.name(), changed);
        var saved = people.save(row.withPasswordHash(passwords.encode(changed)));
        invitations.revokeNewPassword(row.id());
        audit.record(by, "person.password-changed", row.id().value().toString(), "");
        thisSignIn(by).ifPresent(it -> signIns.keep(it.id(), saved.generation()));
    }

    /**
     * Makes a person at once, without an invitation: for the demonstration.
     *
     * @param password known to the caller, to be told to the person
     * @throws RefusedException if the name is unusable or taken, the password against the rule, or
     *     there is no role
     */
    @Transactional
    public Member addToFirstTeam(String name, String password, Set<Role> roles) {
        requireRole(roles);
        var usable = AdmissionService.usable(name);
        AdmissionService.check(usable, password);
        teams.lockAll();
        var team = teams.findFirst().orElseGet(() -> teams.create(AdmissionService.FIRST_TEAM));
        var member = admissions.insert(team, usable, password, roles);
        audit.write(
                team,
                null,
                "person.added",
                member.person().value().toString(),
                "roles " + sorted(roles));
        return member;
    }

    private PersonRow locked(Member by, PersonId person, long version) {
        by.require(Role.ADMIN);
        teams.lock(by.team());
        var row = find(by, person);
        if (row.version() == null || row.version() != version) {
            throw new OptimisticLockingFailureException(
                    "The account (%s) was changed by someone else.".formatted(person.value()));
        }
        return row;
    }

    private PersonRow find(Member by, PersonId person) {
        return people.findByTeamIdAndId(by.team(), person).orElseThrow(NotFoundException::new);
    }

    private void requireAnotherAdministrator(Member by, PersonRow row) {
        if (by.person().equals(row.id())) {
            throw new RefusedException(Refusal.ONESELF);
        }
        var others =
                people.findAllByTeamIdOrderByName(by.team()).stream()
                        .filter(other -> !other.id().equals(row.id()))
                        .anyMatch(other -> other.enabled() && other.roleSet().contains(Role.ADMIN));
        if (row.roleSet().contains(Role.ADMIN) && !others) {
            throw new RefusedException(Refusal.LAST_ADMINISTRATOR);
        }
    }

    private static void requireRole(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new RefusedException(Refusal.NO_ROLE);
        }
    }

    /** The log-in that is at work in this thread, if it is the member's. */
    private static Optional<SignedIn> thisSignIn(Member by) {
        return Optional.ofNullable(
                        SignedIn.of(SecurityContextHolder.getContext().getAuthentication()))
                .filter(it -> it.member().person().equals(by.person()));
    }

    private static List<Role> sorted(Set<Role> roles) {
        return roles.stream().sorted().toList();
    }

    private static Account account(PersonRow row, Map<PersonId, Times> times) {
        var time = times.get(row.id());
        if (time == null || row.version() == null) {
            throw new IllegalStateException("A stored person has a version and a time.");
        }
        return new Account(
                row.id(),
                row.version(),
                row.name(),
                row.roleSet(),
                row.enabled(),
                time.createdAt(),
                time.lastSignIn());
    }

    private record Times(
            PersonId person,
            Instant createdAt,
            @org.jspecify.annotations.Nullable Instant lastSignIn) {}

    private Map<PersonId, Times> times(TeamId team) {
        return jdbc
                .sql(
                        """
                        select p.id, p.created_at, (select max(a.at) from login_attempt a
                            where a.account = left(lower(p.name), 100) and a.success_of is not null) as last
                        from person p where p.team_id = :team
                        """)
                .param("team", team.value())
                .query((row, number) -> {
                    var last = row.getObject("last", Timestamp.class);
                    return new Times(
                            new PersonId(row.getObject("id", UUID.class)),
                            row.getTimestamp("created_at").toInstant(),
                            last == null ? null : last.toInstant());
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Times::person, Function.identity()));
    }
}
