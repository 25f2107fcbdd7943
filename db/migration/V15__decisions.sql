-- What people decide about questions that look alike, about sections that moved, and about who asks what.

-- Two questions that may be one, found by an import or named by a person. Kept when decided, so that nothing is asked
-- twice; a pair of ENEMIES stands in no set together.
create table question_pair (
    id         uuid    primary key,
    team_id    uuid    not null references team (id),
    first_id   uuid    not null,
    second_id  uuid    not null,
    import_id  uuid,                                     -- null: a person named it
    exact      boolean not null default false,           -- the same words
    score      double precision,                         -- good for ranking, no probability
    reason     text    not null default '',
    state      text    not null default 'OPEN',
    decided_by uuid,
    decided_at timestamptz,
    version    bigint  not null default 0,
    constraint pair_first_in_team foreign key (team_id, first_id) references question (team_id, id) on delete cascade,
    constraint pair_second_in_team foreign key (team_id, second_id) references question (team_id, id) on delete cascade,
    constraint pair_import_in_team foreign key (team_id, import_id) references bank_import (team_id, id),
    constraint pair_decider_in_team foreign key (team_id, decided_by) references person (team_id, id),
    constraint pair_once unique (team_id, first_id, second_id),
    constraint pair_in_order check (first_id < second_id), -- as the database compares: each pair has one row
    constraint pair_state_known check (state in ('OPEN', 'BOTH_KEPT', 'ONE_RETIRED', 'ENEMIES')),
    constraint pair_score_is_a_share check (score between 0 and 1),
    constraint pair_decided_has_date check ((state = 'OPEN') = (decided_at is null))
);
create index pair_by_second on question_pair (second_id);
create index pair_by_state on question_pair (team_id, state);

-- A document that was imported again may hold a section elsewhere; names are then the path above it, none for the top.
alter table section_proposal drop constraint section_proposal_kind_check;
alter table section_proposal add constraint section_proposal_kind_known
    check (kind in ('SPLIT', 'RENAME', 'GROUP', 'ADD_HEADINGS', 'MOVE'));

-- Children: where the section of an applied move stood before.
create table section_proposal_place (
    section_proposal_id uuid    not null references section_proposal (id) on delete cascade,
    section_id          uuid    not null references section (id) on delete cascade,
    former_parent_id    uuid    references section (id),
    former_position     integer not null,
    primary key (section_proposal_id, section_id)
);

-- What blueprints asked of a section before its split carried their counts over: what undo needs.
create table blueprint_carry (
    section_proposal_id uuid   not null references section_proposal (id) on delete cascade,
    blueprint_id        uuid   not null references blueprint (id) on delete cascade,
    version             bigint not null,                 -- of the blueprint afterwards: a higher one was saved since
    quotas              jsonb  not null,                 -- its rows of blueprint_quota as they were
    primary key (section_proposal_id, blueprint_id)
);

-- Who of a panel asks what of a set, as far as it was decided; a set itself never changes.
create table set_panel_rater (
    interview_set_id uuid      not null references interview_set (id) on delete cascade,
    number           integer   not null check (number between 1 and 12),
    team_id          uuid      not null references team (id),
    person_id        uuid      not null,
    positions        integer[] not null,                 -- the places in the set, from 1
    primary key (interview_set_id, number),
    constraint panel_person_once unique (interview_set_id, person_id),
    constraint panel_set_in_team foreign key (team_id, interview_set_id) references interview_set (team_id, id),
    constraint panel_person_in_team foreign key (team_id, person_id) references person (team_id, id)
);

-- Trigrams find words that were mistyped, and parts of words without reading the whole bank. The extension belongs to
-- PostgreSQL, but a server may come without it: then the search reads on, bounded.
do $$
begin
    create extension if not exists pg_trgm;
    create index revision_wording_by_trigram on revision using gin (wording gin_trgm_ops);
exception when feature_not_supported or undefined_file or insufficient_privilege then
    raise notice 'pg_trgm is not there: the search for mistyped words reads a part of the bank only';
end $$;
