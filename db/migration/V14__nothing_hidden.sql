-- Nothing that was entered is hidden: neither by a newer word, nor by a limit, nor by a slip of the hand.

-- What a device could not send and a file brought later is kept, but does not overrule what was entered meanwhile and the
-- device did not know: such a line is overtaken and never the current value.
alter table rating add column overtaken boolean not null default false;
alter table tick   add column overtaken boolean not null default false;

create or replace view current_rating as
    select distinct on (session_id, rater_id, asked_question_id) *
    from rating where not overtaken order by session_id, rater_id, asked_question_id, sequence desc;
create or replace view current_tick as
    select distinct on (session_id, rater_id, asked_question_id, point) *
    from tick where not overtaken order by session_id, rater_id, asked_question_id, point, sequence desc;

-- Two versions of a note that together are longer than a note may be: this line puts the longer one in front, and names
-- the other, which is shown beside it from then on.
alter table note add column beside_id uuid;
create index note_with_another_beside on note (session_id, rater_id) where beside_id is not null;

-- A rehearsal that somebody deleted: nobody sees it any more, and for a short while it can be had back.
alter table interview_session
    add column discarded_at timestamptz,
    add constraint session_discarded_only_if_mock check (mock or discarded_at is null);
create index session_discarded on interview_session (discarded_at) where discarded_at is not null;
