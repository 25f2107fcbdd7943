-- Interviews and what was answered in them. The header is a root; everything that several people write at once is a ledger.

create table interview_session (
    id           uuid        primary key,
    team_id      uuid        not null references team (id),
    candidate_id uuid        not null,
    set_id       uuid        not null,
    state        text        not null default 'PLANNED',
    mock         boolean     not null default false,
    planned_at   timestamptz not null,
    planned_by   uuid,
    started_at   timestamptz,
    closed_at    timestamptz,
    outcome      text,                                   -- how it ended, once closed
    current_slot integer     check (current_slot >= 1),  -- what the interviewers stand at, for the candidate's screen
    version      bigint      not null,
    created_at   timestamptz not null default now(),
    constraint session_in_team unique (team_id, id),
    constraint session_candidate_in_team foreign key (team_id, candidate_id) references candidate (team_id, id),
    constraint session_set_in_team foreign key (team_id, set_id) references interview_set (team_id, id),
    constraint session_planner_in_team foreign key (team_id, planned_by) references person (team_id, id),
    constraint session_state_known check (state in ('PLANNED', 'LIVE', 'CLOSED')),
    constraint session_outcome_known check (outcome in ('COMPLETED', 'ENDED_EARLY', 'NO_SHOW', 'WITHDRAWN')),
    constraint session_times_in_order check (closed_at >= started_at),
    constraint session_outcome_only_when_closed check ((state = 'CLOSED') = (outcome is not null))
);
create index session_by_time on interview_session (team_id, planned_at desc);

-- Insert-only: who rates. Leaving a panel is a matter of the session's audit, not of a deleted row.
create table session_rater (
    session_id uuid not null references interview_session (id),
    person_id  uuid not null references person (id),
    primary key (session_id, person_id)
);

-- Insert-only root: what was (to be) asked, with the revision used. Ratings point here, also for reworded and extra questions.
create table asked_question (
    id              uuid     primary key,
    team_id         uuid     not null references team (id),
    session_id      uuid     not null,
    position        integer  not null check (position >= 1),
    question_id     uuid     not null,
    revision_id     uuid     not null,
    section         text     not null,
    difficulty      smallint not null check (difficulty between 1 and 5),
    planned_seconds integer  not null check (planned_seconds >= 1),
    constraint asked_question_in_team unique (team_id, id),
    constraint asked_question_in_session unique (session_id, id),
    constraint asked_question_session_in_team foreign key (team_id, session_id) references interview_session (team_id, id),
    constraint asked_question_of_team foreign key (team_id, question_id) references question (team_id, id),
    constraint asked_question_revision_in_team foreign key (team_id, revision_id) references revision (team_id, id),
    constraint asked_question_position_once unique (session_id, position)
);

-- Append-only: a changed mind is a new row, so two raters never overwrite each other.
create table rating (
    id                uuid        primary key,           -- made by the client: a repeated request is the same row
    session_id        uuid        not null,
    asked_question_id uuid        not null,
    rater_id          uuid        not null,
    kind              text        not null,
    step              smallint,
    client_at         timestamptz,                       -- information only: the server's sequence decides
    received_at       timestamptz not null default clock_timestamp(),
    sequence          bigint      generated always as identity, -- the order that counts
    constraint rating_of_session foreign key (session_id, asked_question_id) references asked_question (session_id, id),
    constraint rating_by_rater_of_session foreign key (session_id, rater_id) references session_rater (session_id, person_id),
    constraint rating_kind_known check (kind in ('RATED', 'NOT_ASKED', 'NOT_ASSESSED', 'CLEARED')),
    constraint rating_step_range check (step between 1 and 7),
    constraint rating_step_only_if_rated check ((kind = 'RATED') = (step is not null))
);
create index rating_by_rater on rating (session_id, rater_id, asked_question_id, sequence desc);

-- Append-only: versions of a note; asked_question_id null is the note on the whole interview.
create table note (
    id                uuid        primary key,
    session_id        uuid        not null,
    asked_question_id uuid,
    rater_id          uuid        not null,
    text              text        not null,
    base_id           uuid,                              -- the version it was typed over, null for the first: tells a conflict
    client_at         timestamptz,
    received_at       timestamptz not null default clock_timestamp(),
    sequence          bigint      generated always as identity,
    constraint note_of_session foreign key (session_id, asked_question_id) references asked_question (session_id, id),
    constraint note_by_rater_of_session foreign key (session_id, rater_id) references session_rater (session_id, person_id),
    constraint note_length check (length(text) <= 20000)
);
create index note_by_rater on note (session_id, rater_id, asked_question_id, sequence desc);

-- Append-only: submitting locks a scorecard; re-opening needs somebody and a reason.
create table submission (
    id          uuid        primary key,
    session_id  uuid        not null,
    rater_id    uuid        not null,
    kind        text        not null check (kind in ('SUBMITTED', 'REOPENED')),
    by_id       uuid        not null references person (id),
    reason      text        not null default '',
    recommendation text     check (recommendation in ('STRONG_NO', 'NO', 'YES', 'STRONG_YES')),
    received_at timestamptz not null default clock_timestamp(),
    sequence    bigint      generated always as identity,
    constraint submission_by_rater_of_session foreign key (session_id, rater_id) references session_rater (session_id, person_id),
    constraint submission_reason_for_reopening check (kind = 'SUBMITTED' or length(reason) between 3 and 2000),
    constraint submission_recommendation_only_when_submitted check (kind = 'SUBMITTED' or recommendation is null)
);
create index submission_by_rater on submission (session_id, rater_id, sequence desc);

-- The current value of each ledger: the last line counts.
create view current_rating as
    select distinct on (session_id, rater_id, asked_question_id) *
    from rating order by session_id, rater_id, asked_question_id, sequence desc;
create view current_note as
    select distinct on (session_id, rater_id, asked_question_id) *
    from note order by session_id, rater_id, asked_question_id, sequence desc;
create view current_submission as
    select distinct on (session_id, rater_id) *
    from submission order by session_id, rater_id, sequence desc;
