-- Insert-only: the keys to which browsers seal what they could not send. Several web nodes share them, so they stand here;
-- the private half is in no answer to anybody. The newest seals, every one opens.
create table emergency_key (
    id          uuid        primary key,
    public_key  bytea       not null,      -- RSA, as SubjectPublicKeyInfo
    private_key bytea       not null,      -- the same as PKCS #8
    created_at  timestamptz not null default now(),
    constraint emergency_key_size check (length(public_key) between 256 and 2048 and length(private_key) between 1024 and 8192)
);
