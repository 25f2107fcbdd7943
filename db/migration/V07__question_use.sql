-- The usage ledger of the bank: asked when, to whom. Written by the session through the bank's service, read by the build.
-- Append-only; mock sessions never write here.

create table question_use (
    id           uuid        primary key,
    team_id      uuid        not null references team (id),
    question_id  uuid        not null,
    candidate_id uuid        not null,
    session_id   uuid        not null,
    asked_at     timestamptz not null,
    constraint question_use_question_in_team foreign key (team_id, question_id) references question (team_id, id),
    constraint question_use_candidate_in_team foreign key (team_id, candidate_id) references candidate (team_id, id),
    constraint question_use_session_in_team foreign key (team_id, session_id) references interview_session (team_id, id),
    constraint question_use_once_per_session unique (session_id, question_id)
);
create index question_use_by_question on question_use (team_id, question_id, asked_at desc);
create index question_use_by_candidate on question_use (team_id, candidate_id);
