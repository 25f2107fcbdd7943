-- The sets that were kept at once, with all that the fairness certificate says of them. Insert-only.

create table set_batch (
    id                uuid        primary key,           -- made by the page that proposes: keeping twice is the same batch
    team_id           uuid        not null references team (id),
    blueprint_id      uuid,                              -- null once the blueprint is deleted; the copy below stays
    blueprint_version bigint      not null,
    recipe            text        not null,              -- the whole recipe as it was, as JSON
    seed              bigint      not null,
    sets              integer     not null check (sets between 1 and 200),
    overlap           integer     not null check (overlap >= 0),
    proved            boolean     not null,
    by_hand           boolean     not null,              -- whether a question was exchanged after the sets were assembled
    balance           bigint      not null,              -- reached, and below it what cannot be beaten
    deviation         bigint      not null,
    exposure          bigint      not null,
    least_balance     bigint      not null,
    least_deviation   bigint      not null,
    least_exposure    bigint      not null,
    bank_version      text        not null,              -- a fingerprint of the questions that could be chosen
    bank_questions    integer     not null check (bank_questions >= 0),
    created_by        uuid,
    created_at        timestamptz not null default now(),
    constraint batch_in_team unique (team_id, id),
    constraint batch_blueprint_in_team foreign key (team_id, blueprint_id) references blueprint (team_id, id)
        on delete set null (blueprint_id),
    constraint batch_author_in_team foreign key (team_id, created_by) references person (team_id, id)
);

alter table interview_set
    add column batch_id     uuid,                        -- null for sets from before batches were kept
    add column batch_number integer not null default 1,
    add column candidate_id uuid,                        -- for whom it was built, if for somebody
    add constraint set_batch_in_team foreign key (team_id, batch_id) references set_batch (team_id, id),
    add constraint set_candidate_in_team foreign key (team_id, candidate_id) references candidate (team_id, id)
        on delete set null (candidate_id),
    add constraint set_once_in_batch unique (batch_id, batch_number);
create index set_by_candidate on interview_set (team_id, candidate_id) where candidate_id is not null;

-- What was known of a question when it was chosen, and whether it is on trial: then it counts in no score.
alter table slot
    add column exposure    integer not null default 0,
    add column times_asked integer not null default 0,
    add column pilot       boolean not null default false;

alter table asked_question add column pilot boolean not null default false;
