-- Taking an import back, several documents in one import, and every place where a question stands.

-- Append-only: where a question stands in a document; several rows where documents share it. Written when an import
-- brings the question, or when another document turns out to hold it too.
create table question_source (
    question_id uuid    not null,
    import_id   uuid    not null,
    document    text    not null check (length(document) between 1 and 255),
    line        integer not null check (line >= 1),
    team_id     uuid    not null references team (id),
    mark        text    not null,                        -- what stood at it there: NONE, DONE, CHECKED, …
    primary key (question_id, import_id, document, line),
    constraint question_source_question_in_team foreign key (team_id, question_id) references question (team_id, id),
    constraint question_source_import_in_team foreign key (team_id, import_id) references bank_import (team_id, id)
);
create index question_source_by_import on question_source (import_id);

insert into question_source (question_id, import_id, document, line, team_id, mark)
select q.id, q.import_id, i.name, coalesce(r.source_line, 1), q.team_id, q.mark
from question q
join bank_import i on i.id = q.import_id
join revision r on r.question_id = q.id and r.number = 1;

-- The document among several of one import; '' where the import had only one, which is its name.
alter table revision add column document text not null default '';
alter table proposal add column document text not null default '';
alter table section_proposal add column document text not null default '';

-- What an import did to a question, for taking it back.
create table import_change (
    import_id   uuid   not null,
    question_id uuid   not null,
    team_id     uuid   not null references team (id),
    before      jsonb,                                   -- the row of question as it was; null: the import made it
    version     bigint not null,                         -- of the question after the import: a higher one was changed since
    primary key (import_id, question_id),
    constraint import_change_import_in_team foreign key (team_id, import_id) references bank_import (team_id, id),
    constraint import_change_question_in_team foreign key (team_id, question_id) references question (team_id, id)
);
create index import_change_by_question on import_change (question_id);
create table import_section (
    import_id  uuid not null references bank_import (id),
    section_id uuid not null references section (id) on delete cascade,
    primary key (import_id, section_id)
);
create index import_section_by_section on import_section (section_id);

-- Imports of before this migration: those that only made questions can be taken back, too.
insert into import_change (import_id, question_id, team_id, before, version)
select i.id, q.id, q.team_id, null, 0
from bank_import i join question q on q.import_id = i.id
where i.revised = 0 and i.updated = 0;
insert into import_section (import_id, section_id)
select i.id, s.id
from bank_import i join section s on s.team_id = i.team_id
where not exists (select from bank_import o where o.team_id = i.team_id and o.id <> i.id);

-- Append-only: an import stays in the books when it is taken back.
create table import_undo (
    import_id uuid        primary key,
    team_id   uuid        not null references team (id),
    person_id uuid        not null,
    at        timestamptz not null default clock_timestamp(),
    constraint import_undo_import_in_team foreign key (team_id, import_id) references bank_import (team_id, id),
    constraint import_undo_person_in_team foreign key (team_id, person_id) references person (team_id, id)
);

-- Wordings are a ledger to the application. The one way to take some away: those that an import brought which is
-- undone in the same transaction; what a set or a session uses is kept by its foreign key.
create function delete_wordings_of_undone_import(of_import uuid) returns void
    language sql
    security definer
    set search_path = public, pg_temp
as $$
    delete from revision r
    where r.import_id = of_import
      and exists (select from import_undo u where u.import_id = of_import and u.at >= transaction_timestamp());
$$;

-- A question that goes is looked for wherever it could be used.
create index question_by_import on question (import_id);
create index question_by_current_revision on question (current_revision_id);
create index revision_by_import on revision (import_id);
create index proposal_by_question on proposal (question_id);
create index proposal_by_import on proposal (import_id);
create index section_proposal_by_import on section_proposal (import_id);
create index section_proposal_move_by_question on section_proposal_move (question_id);
create index slot_by_question on slot (question_id);
create index slot_by_revision on slot (revision_id);
create index blueprint_question_by_question on blueprint_question (question_id);
create index blueprint_quota_by_section on blueprint_quota (section_id);
create index asked_question_by_question on asked_question (team_id, question_id);
create index asked_question_by_revision on asked_question (team_id, revision_id);
