-- Who may do what. Every root carries its team; foreign keys go by (team_id, id), so no row can point into another team.

create table team (
    id         uuid        primary key,
    name       text        not null check (length(name) between 1 and 100),
    created_at timestamptz not null default now()
);

create table person (
    id            uuid        primary key,
    team_id       uuid        not null references team (id),
    name          text        not null,              -- the log-in name, shown as written
    password_hash text        not null,              -- bcrypt or argon2id, with its {id} prefix
    enabled       boolean     not null default true,
    version       bigint      not null,
    created_at    timestamptz not null default now(),
    constraint person_in_team unique (team_id, id),
    constraint person_name_length check (length(name) between 1 and 100)
);
-- One log-in name in the whole installation, whatever its capitals: people type it before we know their team.
create unique index person_name_once on person (lower(name));

create table person_role (
    person_id uuid not null references person (id) on delete cascade,
    role      text not null check (role in ('ADMIN', 'LEAD', 'AUTHOR', 'INTERVIEWER')),
    primary key (person_id, role)
);

-- A link that lets somebody in once: the setup link of the first administrator, later invitations.
-- Only the hash of its token is kept; the link itself is shown once (the setup link: made anew at each start until used).
create table invitation (
    id         uuid        primary key,
    team_id    uuid        not null references team (id),
    token_hash text        not null unique,           -- hex of SHA-256
    kind       text        not null check (kind in ('setup', 'invitation')),
    roles      text[]      not null,
    invited_by uuid,
    expires_at timestamptz not null,
    used_at    timestamptz,
    revoked_at timestamptz,
    created_at timestamptz not null default now(),
    constraint invitation_by_colleague foreign key (team_id, invited_by) references person (team_id, id)
);

-- Append-only: what the throttle counts, per account and per address.
create table login_attempt (
    id        uuid        primary key,
    account   text        not null,                   -- lower-case name as typed, cut at 100 characters
    address   text        not null,
    succeeded boolean     not null,
    at        timestamptz not null default clock_timestamp()
);
create index login_attempt_by_account on login_attempt (account, at desc);
create index login_attempt_by_address on login_attempt (address, at desc);

-- Append-only: who did what that others may ask about later.
create table audit (
    id        uuid        primary key,
    team_id   uuid        not null references team (id),
    person_id uuid,
    action    text        not null check (length(action) between 1 and 100),
    subject   text        not null default '',
    details   text        not null default '',
    at        timestamptz not null default clock_timestamp(),
    sequence  bigint      generated always as identity
);
create index audit_by_team on audit (team_id, sequence desc);
