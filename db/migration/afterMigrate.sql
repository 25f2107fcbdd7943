-- Flyway runs this after each migration, as the owner: the application's role may read and write rows, never change tables,
-- and on ledgers it may only add. The role is made by whoever runs the server (the embedded start does it).
do $$
declare
    app   constant text := '${appRole}';
    ledger text;
begin
    if app = '' or app = current_user or not exists (select from pg_roles where rolname = app) then
        return; -- one role for both: an external server whose administrator chose so
    end if;
    execute format('grant usage on schema public to %I', app);
    execute format('grant select, insert, update, delete on all tables in schema public to %I', app);
    execute format('grant usage on all sequences in schema public to %I', app);
    foreach ledger in array array['revision', 'bank_import', 'asked_question', 'rating', 'note', 'tick', 'deviation', 'submission',
                                  'question_use', 'audit', 'login_attempt', 'session_rater',
                                  'panel_change', 'scorecard_reading', 'emergency_key', 'import_undo'] loop
        execute format('revoke update, delete, truncate on %I from %I', ledger, app);
    end loop;
    execute format('revoke all on flyway_schema_history from %I', app);
end $$;
