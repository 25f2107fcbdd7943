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

-- Append-only: each accepted import that changed something.
create table bank_import (
    id         uuid        primary key,
    team_id    uuid        not null references team (id),
    name       text        not null check (length(name) between 1 and 255),
    sha256     text        not null,
    created    integer     not null check (created >= 0),
    revised    integer     not null check (revised >= 0),
    updated    integer     not null default 0 check (updated >= 0), -- same wording; level, minutes, tags or status newly stated
    unchanged  integer     not null check (unchanged >= 0),
    missing    integer     not null default 0 check (missing >= 0),
    person_id  uuid,                                     -- null: the installation itself (the starter bank)
    at         timestamptz not null default clock_timestamp(),
    constraint bank_import_in_team unique (team_id, id),
    constraint bank_import_person_in_team foreign key (team_id, person_id) references person (team_id, id)
);

create table question (
    id                uuid        primary key,
    team_id           uuid        not null references team (id),
    section_id        uuid        not null,
    follows_id        uuid,                              -- the question that this one follows up: never asked without it
    import_id         uuid,                              -- the import that brought it, if one did
    key               text,                              -- the name for life that its document gives it, {#key}
    position          integer     not null check (position >= 0), -- within its section
    status            text        not null,
    status_origin     text        not null default 'DOCUMENT',              -- a person's word is never overruled by a document
    difficulty        smallint    not null,
    difficulty_origin text        not null,
    difficulty_confidence double precision,              -- 0 to 1, of an estimate
    difficulty_reason text,                              -- why it was estimated so
    planned_seconds   integer     not null,
    planned_origin    text        not null,
    tags              text[]      not null default '{}',
    document_tags     text[]      not null default '{}', -- those a document has brought already: a tag that a person took away stays away
    mark              text        not null default 'NONE', -- what stood at it in the document: NONE, DONE, CHECKED, …
    current_revision_id uuid      not null,
    reviewed_by       uuid,
    reviewed_at       timestamptz,
    created_at        timestamptz not null default now(),
    version           bigint      not null,
    constraint question_in_team unique (team_id, id),
    constraint question_section_in_team foreign key (team_id, section_id) references section (team_id, id),
    constraint question_follows_in_team foreign key (team_id, follows_id) references question (team_id, id),
    constraint question_does_not_follow_itself check (follows_id is distinct from id),
    constraint question_import_in_team foreign key (team_id, import_id) references bank_import (team_id, id),
    constraint question_reviewer_in_team foreign key (team_id, reviewed_by) references person (team_id, id),
    constraint question_key_once unique (team_id, key),
    constraint question_status_known check (status in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'RETIRED')),
    constraint question_status_origin_known check (status_origin in ('DOCUMENT', 'PERSON')),
    constraint question_reviewed_only_if_approved check (status = 'APPROVED' or reviewed_at is null),
    constraint question_difficulty_is_1_to_5 check (difficulty between 1 and 5),
    constraint question_difficulty_origin_known check (difficulty_origin in ('ESTIMATED', 'AUTHOR', 'LEARNED')),
    constraint question_confidence_is_a_share check (difficulty_confidence between 0 and 1),
    constraint question_planned_time_sane check (planned_seconds between 1 and 14400),
    constraint question_planned_origin_known check (planned_origin in ('ESTIMATED', 'AUTHOR'))
);
create index question_by_section on question (team_id, section_id, position);
create index question_by_follows on question (follows_id) where follows_id is not null;

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
    import_id    uuid,                                   -- the import that brought this wording, if one did
    author_id    uuid,                                   -- null: the installation itself (the starter bank)
    created_at   timestamptz not null default clock_timestamp(),
    constraint revision_in_team unique (team_id, id),
    constraint revision_of_question_in_team foreign key (team_id, question_id) references question (team_id, id),
    constraint revision_import_in_team foreign key (team_id, import_id) references bank_import (team_id, id),
    constraint revision_author_in_team foreign key (team_id, author_id) references person (team_id, id),
    constraint revision_number_once unique (question_id, number),
    constraint revision_wording_length check (length(wording) between 1 and 20000),
    constraint revision_texts_bounded check (length(body) <= 200000 and length(answer) <= 200000)
);
-- A question and its first revision come in one transaction and point at each other.
alter table question add constraint question_current_revision foreign key (team_id, current_revision_id)
    references revision (team_id, id) deferrable initially deferred;
create index revision_by_question on revision (question_id, number desc);

-- What a document suggests about one question; a person decides. Kept when decided, so that the same document never
-- suggests the same again.
create table proposal (
    id           uuid        primary key,
    team_id      uuid        not null references team (id),
    import_id    uuid        not null,
    kind         text        not null check (kind in ('REWORDING', 'RETIREMENT')),
    question_id  uuid,                                   -- null: no question is near enough; a person may choose one
    quoted       text        not null default '',        -- the old wording as the document quotes it
    wording      text        not null default '',        -- the new one
    matched      text        not null,                   -- how the quoted wording resembles the question's
    approved     boolean     not null default false,     -- the new wording carries an approval mark
    reason       text        not null default '',
    source_line  integer     check (source_line >= 1),
    state        text        not null default 'OPEN',
    decided_by   uuid,
    decided_at   timestamptz,
    version      bigint      not null default 0,
    constraint proposal_in_team unique (team_id, id),
    constraint proposal_import_in_team foreign key (team_id, import_id) references bank_import (team_id, id),
    constraint proposal_question_in_team foreign key (team_id, question_id) references question (team_id, id),
    constraint proposal_decider_in_team foreign key (team_id, decided_by) references person (team_id, id),
    constraint proposal_match_known check (matched in ('VERBATIM', 'SAME_WORDS', 'OTHER_WORDS', 'NONE')),
    constraint proposal_state_known check (state in ('OPEN', 'ACCEPTED', 'REJECTED')),
    constraint proposal_rewording_has_wording check (kind = 'RETIREMENT' or length(wording) between 1 and 20000),
    constraint proposal_decided_has_date check ((state = 'OPEN') = (decided_at is null))
);
create index proposal_by_state on proposal (team_id, state);

-- What a document suggests about one section. Alternatives for the same section and kind exclude each other.
create table section_proposal (
    id           uuid        primary key,
    team_id      uuid        not null references team (id),
    import_id    uuid        not null,
    kind         text        not null check (kind in ('SPLIT', 'RENAME', 'GROUP', 'ADD_HEADINGS')),
    section_id   uuid,                                   -- null: no section is called so; a person may choose one
    section_name text        not null,                   -- as the document writes it, path joined by ' / '
    names        text[]      not null default '{}',      -- of the sections afterwards, as quoted
    source_line  integer     check (source_line >= 1),
    state        text        not null default 'OPEN',
    decided_by   uuid,
    decided_at   timestamptz,
    version      bigint      not null default 0,
    constraint section_proposal_in_team unique (team_id, id),
    constraint section_proposal_import_in_team foreign key (team_id, import_id) references bank_import (team_id, id),
    constraint section_proposal_section_in_team foreign key (team_id, section_id) references section (team_id, id),
    constraint section_proposal_decider_in_team foreign key (team_id, decided_by) references person (team_id, id),
    constraint section_proposal_state_known check (state in ('OPEN', 'APPLIED', 'REJECTED')),
    constraint section_proposal_decided_has_date check ((state = 'OPEN') = (decided_at is null))
);

-- Children: where each question stood before the proposal was applied, which sections it made, and how those that it
-- renamed were called: what undo needs.
create table section_proposal_move (
    section_proposal_id uuid    not null references section_proposal (id) on delete cascade,
    question_id         uuid    not null references question (id) on delete cascade,
    from_section_id     uuid    not null references section (id),
    from_position       integer not null,
    to_section_id       uuid    not null references section (id),
    primary key (section_proposal_id, question_id)
);
create table section_proposal_section (
    section_proposal_id uuid not null references section_proposal (id) on delete cascade,
    section_id          uuid not null references section (id) on delete cascade,
    primary key (section_proposal_id, section_id)
);
create table section_proposal_name (
    section_proposal_id uuid not null references section_proposal (id) on delete cascade,
    section_id          uuid not null references section (id) on delete cascade,
    former_name         text not null,
    primary key (section_proposal_id, section_id)
);
