-- The rest of a recipe: in which order to ask, what must rest, tags, enemies, the pilot slot.
-- A recipe outlives what it names: sections and questions may go, so it keeps their names to say what is missing, and no key.

alter table blueprint
    add column order_policy   text    not null default 'WARM_UP_FIRST',
    add column opener_id      uuid,
    add column opener_wording text    not null default '',
    add column closer_id      uuid,
    add column closer_wording text    not null default '',
    add column never_again    boolean not null default true,   -- what the candidate was asked before never comes again
    add column rest_days      integer,                         -- null: nothing rests
    add column most_uses      integer,                         -- null: asked as often as one likes
    add column pilot          boolean not null default false,  -- one more question, not approved, that counts for nothing
    add constraint blueprint_order_known check (order_policy in ('WARM_UP_FIRST', 'BY_SECTION', 'EASY_TO_HARD')),
    add constraint blueprint_opener_is_not_closer check (opener_id is null or opener_id <> closer_id),
    add constraint blueprint_rest_sane check (rest_days between 1 and 3650),
    add constraint blueprint_uses_sane check (most_uses between 1 and 1000);

alter table blueprint_quota
    drop constraint blueprint_quota_section_id_fkey,
    add column section_name text not null default '';          -- its path when the recipe was last saved

with recursive tree as (
    select id, name as path from section where parent_id is null
    union all
    select s.id, t.path || ' / ' || s.name from section s join tree t on s.parent_id = t.id)
update blueprint_quota q set section_name = t.path from tree t where t.id = q.section_id;

alter table blueprint_question
    drop constraint blueprint_question_question_id_fkey,
    add column wording text not null default '';               -- as it was when the recipe was last saved

update blueprint_question b set wording = r.wording
from question q join revision r on r.id = q.current_revision_id where q.id = b.question_id;

-- Children: how many questions with a tag.
create table blueprint_tag (
    blueprint_id uuid    not null references blueprint (id) on delete cascade,
    position     integer not null,
    tag          text    not null,
    min          integer not null,
    max          integer not null,
    primary key (blueprint_id, position),
    constraint blueprint_tag_once unique (blueprint_id, tag),
    constraint blueprint_tag_length check (length(tag) between 1 and 60),
    constraint blueprint_tag_min_max_in_order check (0 <= min and min <= max and max <= 200)
);

-- Children: questions that must not stand in one set.
create table blueprint_enemies (
    blueprint_id   uuid    not null references blueprint (id) on delete cascade,
    position       integer not null,
    first_id       uuid    not null,
    first_wording  text    not null default '',
    second_id      uuid    not null,
    second_wording text    not null default '',
    primary key (blueprint_id, position),
    constraint enemies_are_two check (first_id <> second_id)
);
