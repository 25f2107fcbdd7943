-- What helps a panel to be fair: what a question's answers sound like, how they are rated, who sat on the panel when, and
-- who had read which scorecard.

-- What to ask when an answer stops short, and what an answer at each step of a scale sounds like (weakest first; none, or
-- one for each step). They belong to the wording: who rated by them must find them again.
alter table revision
    add column probes  text[] not null default '{}',
    add column anchors text[] not null default '{}';

-- How the answers to a set of this recipe are rated: the labels of the steps, and whether the lowest and the highest step
-- ask for a note. A session takes both along when it is planned.
alter table blueprint
    add column rating_scale          text[]  not null default array['Poor', 'Mixed', 'Good', 'Excellent'],
    add column evidence_for_extremes boolean not null default false,
    add constraint blueprint_scale_has_2_to_7_steps check (cardinality(rating_scale) between 2 and 7);
alter table interview_session
    add column rating_scale          text[]  not null default array['Poor', 'Mixed', 'Good', 'Excellent'],
    add column evidence_for_extremes boolean not null default false,
    add constraint session_scale_has_2_to_7_steps check (cardinality(rating_scale) between 2 and 7);

-- Append-only: who left a panel, who came (back) to it; without a line, who was planned is on it. session_rater keeps
-- everybody who ever was, because entries point there.
create table panel_change (
    id         uuid        primary key,
    session_id uuid        not null,
    person_id  uuid        not null,
    present    boolean     not null,
    by_id      uuid        not null references person (id),
    reason     text        not null default '',
    at         timestamptz not null default clock_timestamp(),
    sequence   bigint      generated always as identity,
    constraint panel_change_of_rater foreign key (session_id, person_id) references session_rater (session_id, person_id),
    constraint panel_change_reason_length check (length(reason) <= 2000)
);
create index panel_change_by_rater on panel_change (session_id, person_id, sequence desc);

create view current_panel as
    select r.team_id, r.session_id, r.person_id
    from session_rater r left join lateral (
        select c.present from panel_change c
        where c.session_id = r.session_id and c.person_id = r.person_id
        order by c.sequence desc limit 1) last on true
    where coalesce(last.present, true);

-- Append-only: who read whose scorecard first when. Whoever has read one cannot rate independently any more.
create table scorecard_reading (
    session_id uuid        not null,
    reader_id  uuid        not null references person (id),
    rater_id   uuid        not null,
    at         timestamptz not null default clock_timestamp(),
    primary key (session_id, reader_id, rater_id),
    constraint scorecard_reading_of_rater foreign key (session_id, rater_id) references session_rater (session_id, person_id),
    constraint scorecard_reading_of_another check (reader_id <> rater_id)
);

-- A re-opened scorecard says how many of the others' its rater had read by then.
alter table submission
    add column had_read integer not null default 0,
    add constraint submission_had_read_sane check (had_read >= 0);

create or replace function delete_mock_session(of_team uuid, mock_session uuid) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform 1 from interview_session where team_id = of_team and id = mock_session and mock for update;
    if not found then
        return false;
    end if;
    delete from candidate_link where session_id = mock_session;
    delete from scorecard_reading where session_id = mock_session;
    delete from panel_change where session_id = mock_session;
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
