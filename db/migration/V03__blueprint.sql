-- The recipes of sets.

create table blueprint (
    id             uuid        primary key,
    team_id        uuid        not null references team (id),
    name           text        not null,
    slots          integer     not null,
    planned_seconds integer    not null,                  -- wished
    min_seconds    integer     not null,                  -- demanded
    max_seconds    integer     not null,
    approved_only  boolean     not null default true,
    created_at     timestamptz not null default now(),
    version        bigint      not null,
    constraint blueprint_in_team unique (team_id, id),
    constraint blueprint_name_length check (length(name) between 1 and 100),
    constraint blueprint_name_once unique (team_id, name),
    constraint blueprint_slots_sane check (slots between 1 and 200),
    constraint blueprint_times_in_order check (0 <= min_seconds and min_seconds <= max_seconds and max_seconds <= 86400),
    constraint blueprint_planned_time_sane check (planned_seconds between 1 and 86400)
);

-- Children: one row of a section, of a level, or of a cell; min and max are demands, target a wish.
create table blueprint_quota (
    blueprint_id uuid     not null references blueprint (id) on delete cascade,
    position     integer  not null,
    section_id   uuid     references section (id),
    difficulty   smallint check (difficulty between 1 and 5),
    min          integer  not null,
    max          integer  not null,
    target       integer,
    primary key (blueprint_id, position),
    constraint quota_names_section_or_level check (section_id is not null or difficulty is not null),
    constraint quota_min_max_in_order check (0 <= min and min <= max and max <= 200),
    constraint quota_target_sane check (target between 0 and 200)
);

-- Children: questions that must, or must not, be in every set.
create table blueprint_question (
    blueprint_id uuid    not null references blueprint (id) on delete cascade,
    position     integer not null,
    question_id  uuid    not null references question (id),
    must         boolean not null,
    primary key (blueprint_id, position),
    constraint blueprint_question_once unique (blueprint_id, question_id)
);
