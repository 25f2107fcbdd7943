-- The one place with personal data of candidates.

create table candidate (
    id         uuid        primary key,
    team_id    uuid        not null references team (id),
    name       text        not null,
    email      text,
    note       text        not null default '',
    created_at timestamptz not null default now(),
    version    bigint      not null,
    constraint candidate_in_team unique (team_id, id),
    constraint candidate_name_length check (length(name) between 1 and 150),
    constraint candidate_email_length check (length(email) between 3 and 254),
    constraint candidate_note_length check (length(note) <= 10000)
);
