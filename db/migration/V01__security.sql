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
    password_hash text        not null,              -- with its {id} prefix, so that the method can change
    enabled       boolean     not null default true,
    generation    integer     not null default 0,    -- of sessions: raised to end every open one of this person
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

-- A link that lets somebody in once: the setup link of the first administrator, an invitation, a new password.
-- Only the hash of its token is kept; the link itself is shown once (the setup link: made anew at each start until used).
create table invitation (
    id         uuid        primary key,
    team_id    uuid        not null references team (id),
    token_hash text        not null unique,           -- hex of SHA-256
    kind       text        not null check (kind in ('SETUP', 'INVITATION', 'NEW_PASSWORD')),
    for_whom   text        not null default '' check (length(for_whom) <= 100), -- as the administrator wrote it
    person_id  uuid,                                  -- whose password, for NEW_PASSWORD
    roles      text[]      not null default '{}',
    invited_by uuid,
    expires_at timestamptz not null,
    used_at    timestamptz,
    revoked_at timestamptz,
    created_at timestamptz not null default now(),
    constraint invitation_by_colleague foreign key (team_id, invited_by) references person (team_id, id),
    constraint invitation_of_colleague foreign key (team_id, person_id) references person (team_id, id),
    constraint new_password_has_its_person check ((kind = 'NEW_PASSWORD') = (person_id is not null)),
    constraint used_or_revoked_not_both check (used_at is null or revoked_at is null)
);
create index invitation_open on invitation (team_id, created_at) where used_at is null and revoked_at is null;

-- Append-only: what the throttle counts, per account and per address. An attempt is written before its password is looked
-- at, so many at once cannot slip through; a success is a second row that takes its attempt back.
create table login_attempt (
    id        uuid        primary key,
    account   text        not null,                   -- lower-case name as typed, cut at 100 characters
    address   text        not null,
    success_of uuid       unique references login_attempt (id),
    at        timestamptz not null default clock_timestamp(),
    constraint login_attempt_account_length check (length(account) <= 100)
);
create index login_attempt_by_account on login_attempt (account, at desc);
create index login_attempt_by_address on login_attempt (address, at desc);

-- Append-only: who did what that others may ask about later.
create table audit (
    id        uuid        primary key,
    team_id   uuid        not null references team (id),
    person_id uuid,                                   -- null: the installation itself
    action    text        not null check (length(action) between 1 and 100),
    subject   text        not null default '',
    details   text        not null default '',
    at        timestamptz not null default clock_timestamp(),
    sequence  bigint      generated always as identity,
    constraint audit_person_in_team foreign key (team_id, person_id) references person (team_id, id)
);
create index audit_by_team on audit (team_id, sequence desc);
