-- One log-in of one person in one browser. It outlives the server that let the person in, is known to every node, and can
-- be ended alone. It is good as long as the person is enabled and of the same generation: a new password, being disabled
-- and "log out everywhere" raise the person's generation and so end all log-ins at once.
create table sign_in (
    id           uuid        primary key,
    team_id      uuid        not null,
    person_id    uuid        not null,
    token_hash   text        not null unique,           -- hex of SHA-256 of what the browser's cookie holds
    generation   integer     not null,                  -- of the person at the log-in
    browser      text        not null default '' check (length(browser) <= 40), -- only names, to tell log-ins apart
    system       text        not null default '' check (length(system) <= 40),
    address      text        not null default '' check (length(address) <= 100),
    created_at   timestamptz not null,
    last_used_at timestamptz not null,                  -- written every few minutes, not at each request
    expires_at   timestamptz not null,                  -- however much it is used
    constraint sign_in_of_person foreign key (team_id, person_id) references person (team_id, id) on delete cascade
);
create index sign_in_by_person on sign_in (person_id);

-- The application may only add to the ledger of attempts: a slip there must not open the throttle. What the throttle has
-- not looked at for a long time is forgotten by this function, with the owner's rights; each account's last log-in stays.
create function forget_old_login_attempts() returns void
    language sql security definer set search_path = pg_catalog, pg_temp
begin atomic
    delete from public.login_attempt success
    where success.success_of is not null and success.at < clock_timestamp() - interval '60 days'
        and exists (select from public.login_attempt later
            where later.account = success.account and later.success_of is not null and later.at > success.at);
    delete from public.login_attempt attempt
    where attempt.success_of is null and attempt.at < clock_timestamp() - interval '60 days'
        and not exists (select from public.login_attempt success where success.success_of = attempt.id);
end;
