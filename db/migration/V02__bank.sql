-- What may be asked. A question lives on; its wording changes by revisions, which sets and sessions keep pointing at.

create table section (
    id         uuid        primary key,
    team_id    uuid        not null references team (id),
    parent_id  uuid,
    name       text        not null,
    position   integer     not null check (position >= 0), -- among its siblings
    version    bigint      not null,
    constraint section_in_team unique (team_id, id),
    constraint section_parent_in_team foreign key (team_id, parent_id) references section (team_id, id),
    constraint section_name_length check (length(name) between 1 and 200),
    constraint section_is_not_its_own_parent check (parent_id is distinct from id)
);
create unique index section_name_once_per_parent on section (team_id, parent_id, name) nulls not distinct;

create table question (
    id                uuid        primary key,
    team_id           uuid        not null references team (id),
    section_id        uuid        not null,
    key               text,                              -- the name for life that its document gives it, {#key}
    position          integer     not null check (position >= 0), -- within its section
    status            text        not null,
    difficulty        smallint    not null,
    difficulty_origin text        not null,
    difficulty_confidence double precision,              -- 0 to 1, of an estimate
    difficulty_reason text,                              -- why it was estimated so
    planned_seconds   integer     not null,
    planned_origin    text        not null,
    tags              text[]      not null default '{}',
    mark              text        not null default 'NONE', -- what stood at it in the document: NONE, DONE, CHECKED, …
    current_revision_id uuid      not null,
    reviewed_by       uuid,
    reviewed_at       timestamptz,
    created_at        timestamptz not null default now(),
    version           bigint      not null,
    constraint question_in_team unique (team_id, id),
    constraint question_section_in_team foreign key (team_id, section_id) references section (team_id, id),
    constraint question_reviewer_in_team foreign key (team_id, reviewed_by) references person (team_id, id),
    constraint question_key_once unique (team_id, key),
    constraint question_status_known check (status in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'RETIRED')),
    constraint question_difficulty_is_1_to_5 check (difficulty between 1 and 5),
    constraint question_difficulty_origin_known check (difficulty_origin in ('ESTIMATED', 'AUTHOR', 'LEARNED')),
    constraint question_confidence_is_a_share check (difficulty_confidence between 0 and 1),
    constraint question_planned_time_sane check (planned_seconds between 1 and 14400),
    constraint question_planned_origin_known check (planned_origin in ('ESTIMATED', 'AUTHOR'))
);
create index question_by_section on question (team_id, section_id, position);

-- Append-only: a changed wording is a new row.
create table revision (
    id           uuid        primary key,
    team_id      uuid        not null references team (id),
    question_id  uuid        not null,
    number       integer     not null check (number >= 1),
    wording      text        not null,                   -- Markdown, one paragraph
    body         text        not null default '',        -- Markdown that belongs to the question: code, options
    answer       text        not null default '',        -- Markdown
    good_to_hear text[]      not null default '{}',
    origin       text        not null check (origin in ('IMPORT', 'EDIT', 'PROPOSAL')),
    source_line  integer     check (source_line >= 1),
    author_id    uuid,                                   -- null: the installation itself (the starter bank)
    created_at   timestamptz not null default clock_timestamp(),
    constraint revision_in_team unique (team_id, id),
    constraint revision_of_question_in_team foreign key (team_id, question_id) references question (team_id, id),
    constraint revision_author_in_team foreign key (team_id, author_id) references person (team_id, id),
    constraint revision_number_once unique (question_id, number),
    constraint revision_wording_length check (length(wording) between 1 and 20000),
    constraint revision_texts_bounded check (length(body) <= 200000 and length(answer) <= 200000)
);
-- A question and its first revision come in one transaction and point at each other.
alter table question add constraint question_current_revision foreign key (team_id, current_revision_id)
    references revision (team_id, id) deferrable initially deferred;
create index revision_by_question on revision (question_id, number desc);
-- Full text by word stems of English plus plain words: documents mix languages.
create index revision_full_text on revision using gin (to_tsvector('simple', wording));

-- Append-only: each accepted import.
create table bank_import (
    id         uuid        primary key,
    team_id    uuid        not null references team (id),
    name       text        not null check (length(name) between 1 and 255),
    sha256     text        not null,
    created    integer     not null check (created >= 0),
    revised    integer     not null check (revised >= 0),
    unchanged  integer     not null check (unchanged >= 0),
    person_id  uuid,
    at         timestamptz not null default clock_timestamp(),
    constraint bank_import_person_in_team foreign key (team_id, person_id) references person (team_id, id)
);
