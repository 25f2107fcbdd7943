-- Interviews and what was answered in them. The header is a root; everything that several people write at once is a ledger.

create table interview_session (
    id           uuid        primary key,
    team_id      uuid        not null references team (id),
    candidate_id uuid,                                   -- null only in a rehearsal, where a colleague plays
    set_id       uuid        not null,
    state        text        not null default 'PLANNED',
    mock         boolean     not null default false,
    planned_at   timestamptz not null,
    planned_by   uuid,
    started_at   timestamptz,
    closed_at    timestamptz,
    outcome      text,                                   -- how it ended, once closed
    asker_id     uuid,                                   -- who asks at the moment; the candidate's screen follows this rater
    current_slot integer     check (current_slot >= 1),  -- what the asker stands at; null: between two questions
    version      bigint      not null,
    created_at   timestamptz not null default now(),
    constraint session_in_team unique (team_id, id),
    constraint session_candidate_in_team foreign key (team_id, candidate_id) references candidate (team_id, id),
    constraint session_set_in_team foreign key (team_id, set_id) references interview_set (team_id, id),
    constraint session_planner_in_team foreign key (team_id, planned_by) references person (team_id, id),
    constraint session_asker_in_team foreign key (team_id, asker_id) references person (team_id, id),
    constraint session_has_candidate_unless_mock check (mock or candidate_id is not null),
    constraint session_state_known check (state in ('PLANNED', 'LIVE', 'CLOSED')),
    constraint session_outcome_known check (outcome in ('COMPLETED', 'ENDED_EARLY', 'NO_SHOW', 'WITHDRAWN')),
    constraint session_times_in_order check (closed_at >= started_at),
    constraint session_outcome_only_when_closed check ((state = 'CLOSED') = (outcome is not null))
);
create index session_by_time on interview_session (team_id, planned_at desc);

-- Insert-only: who rates. Leaving a panel is a matter of the session's audit, not of a deleted row.
create table session_rater (
    team_id    uuid not null references team (id),
    session_id uuid not null,
    person_id  uuid not null,
    primary key (session_id, person_id),
    constraint session_rater_session_in_team foreign key (team_id, session_id) references interview_session (team_id, id),
    constraint session_rater_person_in_team foreign key (team_id, person_id) references person (team_id, id)
);
create index session_rater_by_person on session_rater (person_id);

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

-- Append-only: which good-to-hear points a rater heard. Ticks suggest, never set, a rating.
create table tick (
    id                uuid        primary key,
    session_id        uuid        not null,
    asked_question_id uuid        not null,
    rater_id          uuid        not null,
    point             smallint    not null,              -- index into the revision's good_to_hear, from 0
    heard             boolean     not null,
    client_at         timestamptz,
    received_at       timestamptz not null default clock_timestamp(),
    sequence          bigint      generated always as identity,
    constraint tick_of_session foreign key (session_id, asked_question_id) references asked_question (session_id, id),
    constraint tick_by_rater_of_session foreign key (session_id, rater_id) references session_rater (session_id, person_id),
    constraint tick_point_sane check (point between 0 and 99)
);
create index tick_by_rater on tick (session_id, rater_id, asked_question_id, point, sequence desc);

-- Append-only: where the interview left the plan; automatic lines are written by the server itself.
create table deviation (
    id                uuid        primary key,
    session_id        uuid        not null,
    asked_question_id uuid,                              -- null: of the whole interview
    rater_id          uuid        not null,
    kind              text        not null,
    text              text        not null default '',   -- the spoken wording, the extra question, the hint given
    automatic         boolean     not null default false,
    client_at         timestamptz,
    received_at       timestamptz not null default clock_timestamp(),
    sequence          bigint      generated always as identity,
    constraint deviation_of_session foreign key (session_id, asked_question_id) references asked_question (session_id, id),
    constraint deviation_by_rater_of_session foreign key (session_id, rater_id) references session_rater (session_id, person_id),
    constraint deviation_kind_known check (kind in ('REORDERED', 'SKIPPED', 'REWORDED', 'PROMPTED', 'EXTRA')),
    constraint deviation_text_length check (length(text) <= 2000)
);
create index deviation_by_rater on deviation (session_id, rater_id, sequence);

-- Append-only: submitting locks a scorecard; re-opening needs somebody and a reason.
create table submission (
    id          uuid        primary key,
    session_id  uuid        not null,
    rater_id    uuid        not null,
    kind        text        not null check (kind in ('SUBMITTED', 'REOPENED')),
    by_id       uuid        not null references person (id),
    reason      text        not null default '',
    recommendation text     check (recommendation in ('STRONG_NO', 'NO', 'YES', 'STRONG_YES')),
    client_at   timestamptz,
    received_at timestamptz not null default clock_timestamp(),
    sequence    bigint      generated always as identity,
    constraint submission_by_rater_of_session foreign key (session_id, rater_id) references session_rater (session_id, person_id),
    constraint submission_reason_for_reopening check (kind = 'SUBMITTED' or length(reason) >= 3),
    constraint submission_reason_length check (length(reason) <= 2000),
    constraint submission_by_oneself check (kind = 'REOPENED' or by_id = rater_id),
    constraint submission_recommendation_only_when_submitted check (kind = 'SUBMITTED' or recommendation is null)
);
create index submission_by_rater on submission (session_id, rater_id, sequence desc);

-- A link that shows the candidate the current question and nothing else. Only the hash of its token is kept.
create table candidate_link (
    id         uuid        primary key,
    team_id    uuid        not null references team (id),
    session_id uuid        not null,
    token_hash text        not null unique,              -- hex of SHA-256
    created_by uuid        not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    created_at timestamptz not null default now(),
    constraint candidate_link_session_in_team foreign key (team_id, session_id) references interview_session (team_id, id),
    constraint candidate_link_by_colleague foreign key (team_id, created_by) references person (team_id, id)
);
create index candidate_link_by_session on candidate_link (session_id);

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
create view current_tick as
    select distinct on (session_id, rater_id, asked_question_id, point) *
    from tick order by session_id, rater_id, asked_question_id, point, sequence desc;

-- A rehearsal may vanish without a trace, an interview may not: the ledgers are closed to the application for deleting,
-- so this door, which opens for mock sessions only, runs with the owner's rights.
create function delete_mock_session(of_team uuid, mock_session uuid) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform 1 from interview_session where team_id = of_team and id = mock_session and mock for update;
    if not found then
        return false;
    end if;
    delete from candidate_link where session_id = mock_session;
    delete from deviation where session_id = mock_session;
    delete from tick where session_id = mock_session;
    delete from submission where session_id = mock_session;
    delete from note where session_id = mock_session;
    delete from rating where session_id = mock_session;
    delete from asked_question where session_id = mock_session;
    delete from session_rater where session_id = mock_session;
    delete from interview_session where id = mock_session;
    return true;
end $$;
