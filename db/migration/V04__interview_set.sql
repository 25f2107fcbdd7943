-- The questions, in order, that one blueprint yielded. Never saved twice.

create table interview_set (
    id            uuid        primary key,
    team_id       uuid        not null references team (id),
    code          text        not null,                  -- short name on paper, e.g. K7-2F
    name          text        not null,
    blueprint_id  uuid,                                  -- null once the blueprint is deleted; the copy below stays
    blueprint     text        not null,                  -- the demands and targets as they were, for people to read
    seed          bigint      not null,
    proved        boolean     not null,
    created_by    uuid,
    created_at    timestamptz not null default now(),
    version       bigint      not null,
    constraint set_in_team unique (team_id, id),
    constraint set_code_once unique (team_id, code),
    constraint set_name_length check (length(name) between 1 and 150),
    constraint set_blueprint_in_team foreign key (team_id, blueprint_id) references blueprint (team_id, id)
        on delete set null (blueprint_id),
    constraint set_author_in_team foreign key (team_id, created_by) references person (team_id, id)
);

create table slot (
    interview_set_id uuid     not null references interview_set (id) on delete cascade,
    position         integer  not null check (position >= 1), -- the order of asking
    question_id      uuid     not null references question (id),
    revision_id      uuid     not null references revision (id),
    section          text     not null,                  -- as it was called then
    difficulty       smallint not null check (difficulty between 1 and 5),
    difficulty_estimated boolean not null,               -- whether it was only an estimate then
    planned_seconds  integer  not null check (planned_seconds >= 1),
    planned_estimated boolean not null,
    primary key (interview_set_id, position),
    constraint slot_question_once unique (interview_set_id, question_id)
);
