package org.interviewplanner.web.blueprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.SectionSplit;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.SectionId;
import org.interviewplanner.web.security.Role;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets recipes follow questions that left a section: what they ask of it is shared out. */
@Component
class QuotaCarrying {
    private final Blueprints blueprints;
    private final BankService bank;
    private final JdbcClient jdbc;

    QuotaCarrying(Blueprints blueprints, BankService bank, JdbcClient jdbc) {
        this.blueprints = blueprints;
        this.bank = bank;
        this.jdbc = jdbc;
    }

    @EventListener
    void on(SectionSplit split) {
        var member = split.member();
        member.require(Role.LEAD);
        var concerned =
                blueprints.findAllByTeamIdOrderByName(member.team()).stream()
                        .filter(it -> it.sectionNames().containsKey(split.section()))
                        .toList();
        if (concerned.isEmpty()) {
            return;
        }
        var places = new HashMap<QuestionId, SectionId>();
        split.moved().forEach((section, those) -> those.forEach(it -> places.put(it, section)));
        var parted =
                bank.pool(member).stream()
                        .filter(it ->
                                places.containsKey(it.id()) || it.section().equals(split.section()))
                        .toList();
        var sections = new ArrayList<>(List.of(split.section()));
        sections.addAll(split.moved().keySet());
        var names = new HashMap<SectionId, String>();
        bank.sections(member).forEach(it -> names.put(it.id(), it.pathName()));
        for (var row : concerned) {
            var draft = row.toSaved().draft();
            var quotas = carried(draft, split.section(), sections, parted);
            if (!quotas.equals(draft.quotas()) && quotas.size() <= BlueprintDraft.MAX_QUOTAS) {
                save(split, row, draft.with(quotas), names);
            }
        }
    }

    private static List<Quota> carried(
            BlueprintDraft draft,
            SectionId split,
            List<SectionId> sections,
            List<BankQuestion> parted) {
        var quotas = new LinkedHashMap<List<Object>, Quota>();
        for (var quota : draft.quotas()) {
            var weights =
                    sections.stream()
                            .map(section -> weight(section, quota, draft.approvedOnly(), parted))
                            .toList();
            if (!split.equals(quota.section()) || weights.stream().allMatch(it -> it == 0)) {
                put(quotas, quota);
                continue;
            }
            var min = Share.out(quota.min(), weights);
            var max = Share.out(quota.max(), weights);
            var target = quota.target();
            var wished = target == null ? new int[0] : Share.out(target, weights);
            for (int i = 0; i < sections.size(); i++) {
                if (weights.get(i) > 0) {
                    put(
                            quotas,
                            new Quota(
                                    sections.get(i),
                                    quota.difficulty(),
                                    min[i],
                                    // No bound stays none.
                                    quota.max() == BlueprintDraft.MAX_SLOTS ? quota.max() : max[i],
                                    target == null ? null : (Integer) wished[i]));
                }
            }
        }
        return List.copyOf(quotas.values());
    }

    private static int weight(
            SectionId section, Quota quota, boolean approvedOnly, List<BankQuestion> parted) {
        return (int)
                parted.stream()
                        .filter(it -> it.section().equals(section))
                        .filter(it ->
                                quota.difficulty() == null || it.difficulty() == quota.difficulty())
                        .filter(it -> !approvedOnly || it.status() == Status.APPROVED)
                        .count();
    }

    /** What a section is asked for already adds up. */
    private static void put(Map<List<Object>, Quota> quotas, Quota quota) {
        quotas.merge(
                Arrays.asList(quota.section(), quota.difficulty()),
                quota,
                (one, other) ->
                        new Quota(
                                one.section(),
                                one.difficulty(),
                                sum(one.min(), other.min()),
                                sum(one.max(), other.max()),
                                one.target() == null || other.target() == null
                                        ? null
                                        : (Integer) sum(one.target(), other.target())));
    }

    private static int sum(int one, int other) {
        return Math.min(one + other, BlueprintDraft.MAX_SLOTS);
    }

    private void save(
            SectionSplit split,
            BlueprintRow row,
            BlueprintDraft draft,
            Map<SectionId, String> sections) {
        var before =
                jdbc.sql(
                                """
                                select jsonb_agg(to_jsonb(q) order by q.position) from blueprint_quota q
                                where q.blueprint_id = :id
                                """)
                        .param("id", row.id().value())
                        .query(String.class)
                        .single();
        var names = new HashMap<>(row.sectionNames());
        names.putAll(sections);
        var saved =
                blueprints.save(
                        BlueprintRow.of(
                                row.id(),
                                row.teamId(),
                                row.version(),
                                draft,
                                names,
                                row.wordings()));
        jdbc.sql(
                        """
                        insert into blueprint_carry (section_proposal_id, blueprint_id, version, quotas)
                        values (:proposal, :blueprint, :version, cast(:quotas as jsonb))
                        """)
                .param("proposal", split.proposal().value())
                .param("blueprint", row.id().value())
                .param("version", Objects.requireNonNull(saved.version()))
                .param("quotas", before)
                .update();
    }

    /** A recipe that a person has saved since stays as it is. */
    @EventListener
    void on(SectionSplit.Undone undone) {
        var proposal = undone.proposal().value();
        var unchanged =
                jdbc.sql(
                                """
                                update blueprint b set version = b.version + 1
                                from blueprint_carry c
                                where c.section_proposal_id = :proposal and b.id = c.blueprint_id
                                  and b.version = c.version
                                returning b.id
                                """)
                        .param("proposal", proposal)
                        .query(UUID.class)
                        .list();
        for (var blueprint : unchanged) {
            jdbc.sql("delete from blueprint_quota where blueprint_id = :id")
                    .param("id", blueprint)
                    .update();
            jdbc.sql(
                            """
                            insert into blueprint_quota
                            select q.* from blueprint_carry c,
                                jsonb_populate_recordset(null::blueprint_quota, c.quotas) q
                            where c.section_proposal_id = :proposal and c.blueprint_id = :id
                            """)
                    .param("proposal", proposal)
                    .param("id", blueprint)
                    .update();
        }
        jdbc.sql("delete from blueprint_carry where section_proposal_id = :proposal")
                .param("proposal", proposal)
                .update();
    }
}
