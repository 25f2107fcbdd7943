package org.interviewplanner.web.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interviewplanner.web.data.SectionId;
import org.interviewplanner.web.data.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored sections: a tree, ordered. */
@Repository
class Sections {
    private final JdbcClient jdbc;

    Sections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Line(
            SectionId id, @Nullable SectionId parent, String name, int questions, int approved) {}

    /** Outer before inner, siblings by position. */
    List<BankSection> tree(TeamId team) {
        var lines =
                jdbc.sql(
                                """
                                select s.id, s.parent_id, s.name,
                                       count(q.id) as questions,
                                       count(q.id) filter (where q.status = 'APPROVED') as approved
                                from section s
                                left join question q
                                    on q.team_id = s.team_id and q.section_id = s.id and q.status <> 'RETIRED'
                                where s.team_id = :team
                                group by s.id
                                order by s.position, s.name, s.id
                                """)
                        .param("team", team.value())
                        .query((row, number) -> {
                            var parent = Sql.uuidOrNull(row, "parent_id");
                            return new Line(
                                    new SectionId(Sql.uuid(row, "id")),
                                    parent == null ? null : new SectionId(parent),
                                    row.getString("name"),
                                    row.getInt("questions"),
                                    row.getInt("approved"));
                        })
                        .list();
        var children = new HashMap<@Nullable SectionId, List<Line>>();
        lines.forEach(it -> children.computeIfAbsent(it.parent(), p -> new ArrayList<>()).add(it));
        var tree = new ArrayList<BankSection>();
        collect(null, List.of(), children, tree);
        return tree;
    }

    private static void collect(
            @Nullable SectionId parent,
            List<String> path,
            Map<@Nullable SectionId, List<Line>> children,
            List<BankSection> tree) {
        for (var line : children.getOrDefault(parent, List.of())) {
            var own = new ArrayList<>(path);
            own.add(line.name());
            tree.add(new BankSection(line.id(), parent, own, line.questions(), line.approved()));
            collect(line.id(), own, children, tree);
        }
    }

    /** All paths, outer before inner. */
    Map<SectionId, List<String>> paths(TeamId team) {
        var paths = new LinkedHashMap<SectionId, List<String>>();
        tree(team).forEach(it -> paths.put(it.id(), it.path()));
        return paths;
    }

    boolean exists(TeamId team, SectionId section) {
        return jdbc.sql("select exists (select from section where team_id = :team and id = :id)")
                .param("team", team.value())
                .param("id", section.value())
                .query(Boolean.class)
                .single();
    }

    /** A new section behind its siblings. */
    SectionId create(TeamId team, @Nullable SectionId parent, String name) {
        var id = SectionId.create();
        jdbc.sql(
                        """
                        insert into section (id, team_id, parent_id, name, position, version)
                        select :id, :team, cast(:parent as uuid), :name, coalesce(max(position) + 1, 0), 0
                        from section
                        where team_id = :team and parent_id is not distinct from cast(:parent as uuid)
                        """)
                .param("id", id.value())
                .param("team", team.value())
                .param("parent", Sql.value(parent))
                .param("name", name)
                .update();
        return id;
    }

    void rename(TeamId team, SectionId section, String name) {
        jdbc.sql(
                        "update section set name = :name, version = version + 1 where team_id = :team and id = :id")
                .param("name", name)
                .param("team", team.value())
                .param("id", section.value())
                .update();
    }

    /** Puts the section, with all that it holds, behind those below another one. */
    void moveBelow(TeamId team, SectionId section, @Nullable SectionId parent) {
        jdbc.sql(
                        """
                        update section set parent_id = cast(:parent as uuid), version = version + 1,
                            position = (select coalesce(max(position) + 1, 0) from section
                                where team_id = :team and parent_id is not distinct from cast(:parent as uuid))
                        where team_id = :team and id = :id
                        """)
                .param("parent", Sql.value(parent))
                .param("team", team.value())
                .param("id", section.value())
                .update();
    }

    /** Deletes those of the sections that hold nothing any more, inner ones first. */
    void deleteEmpty(TeamId team, List<SectionId> sections) {
        int deleted;
        do {
            deleted =
                    jdbc.sql(
                                    """
                                    delete from section s
                                    where s.team_id = :team and s.id = any(cast(:ids as uuid[]))
                                      and not exists (select from question q where q.section_id = s.id)
                                      and not exists (select from section c where c.parent_id = s.id)
                                      and not exists (select from blueprint_quota b where b.section_id = s.id)
                                      and not exists (select from section_proposal_place p
                                          where p.former_parent_id = s.id)
                                    """)
                            .param("team", team.value())
                            .param("ids", Sql.ids(sections))
                            .update();
        } while (deleted > 0);
    }

    /** The section itself and all below it. */
    List<UUID> below(TeamId team, SectionId section) {
        return jdbc.sql(
                        """
                        with recursive below as (
                            select id from section where team_id = :team and id = :id
                            union
                            select s.id from section s join below b on s.parent_id = b.id)
                        select id from below
                        """)
                .param("team", team.value())
                .param("id", section.value())
                .query(UUID.class)
                .list();
    }
}
