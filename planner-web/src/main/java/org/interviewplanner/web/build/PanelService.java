package org.interviewplanner.web.build;

import java.sql.Array;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.interviewplanner.assembly.Slot;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.security.AccountService;
import org.interviewplanner.web.security.Colleague;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who of a panel asks what of a kept set. Leads decide; who reads sets reads this.
 *
 * <p>Every method throws {@link NotFoundException} if the member may not, or the set is not one of
 * the member's team.
 */
@Service
public class PanelService {
    private final SetService sets;
    private final AccountService accounts;
    private final JdbcClient jdbc;

    PanelService(SetService sets, AccountService accounts, JdbcClient jdbc) {
        this.sets = sets;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** Who may be put on a panel: enabled leads and interviewers, by name. */
    public List<Colleague> choices(Member member) {
        member.require(Role.LEAD, Role.INTERVIEWER);
        return accounts.colleagues(member).stream()
                .filter(Colleague::isEnabled)
                .filter(it -> it.has(Role.LEAD) || it.has(Role.INTERVIEWER))
                .sorted(Comparator.comparing(Colleague::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** The kept split in the order of its shares; empty if none was kept. */
    @Transactional(readOnly = true)
    public List<PanelShare> panel(Member member, SetId id) {
        var set = sets.set(member, id).id();
        Map<PersonId, String> names =
                accounts.colleagues(member).stream()
                        .collect(Collectors.toMap(Colleague::id, Colleague::name));
        return jdbc.sql(
                        """
                        select person_id, positions from set_panel_rater
                        where team_id = :team and interview_set_id = :set order by number
                        """)
                .param("team", member.team().value())
                .param("set", set.value())
                .query((row, number) -> {
                    var person = new PersonId(row.getObject("person_id", UUID.class));
                    return new PanelShare(
                            person,
                            names.getOrDefault(person, ""),
                            positions(row.getArray("positions")));
                })
                .list();
    }

    private static List<Integer> positions(Array column) throws java.sql.SQLException {
        return List.of((Integer[]) column.getArray());
    }

    /**
     * Splits the set over these raters and keeps that, instead of what was kept before.
     *
     * @param raters in the order of the shares of {@link SetService#split}, 1 to {@link
     *     SetService#MAX_RATERS}
     * @throws IllegalArgumentException if there is no rater, too many, or one stands twice
     * @throws NotFoundException also if one may not be put on a panel
     */
    @Transactional
    public void keep(Member member, SetId id, List<PersonId> raters) {
        member.require(Role.LEAD);
        var shares = sets.split(member, id, raters.size()).shares();
        if (new HashSet<>(raters).size() < raters.size()) {
            throw new IllegalArgumentException("Each rater may have one share.");
        }
        if (!choices(member).stream()
                .map(Colleague::id)
                .collect(Collectors.toSet())
                .containsAll(raters)) {
            throw new NotFoundException();
        }
        forget(member, id);
        for (int i = 0; i < raters.size(); i++) {
            jdbc.sql(
                            """
                            insert into set_panel_rater (interview_set_id, number, team_id, person_id, positions)
                            values (:set, :number, :team, :person, :positions)
                            """)
                    .param("set", id.value())
                    .param("number", i + 1)
                    .param("team", member.team().value())
                    .param("person", raters.get(i).value())
                    .param(
                            "positions",
                            shares.get(i).slots().stream()
                                    .map(Slot::position)
                                    .toArray(Integer[]::new))
                    .update();
        }
    }

    /** Lets everybody ask everything again. */
    @Transactional
    public void forget(Member member, SetId id) {
        member.require(Role.LEAD);
        jdbc.sql("delete from set_panel_rater where team_id = :team and interview_set_id = :set")
                .param("team", member.team().value())
                .param("set", sets.set(member, id).id().value())
                .update();
    }
}
