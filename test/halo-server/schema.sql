-- What Halo keeps and what its two calls do to it. database.ts first creates one enum type for each
-- trait that takes a closed list of values (renewal_status, contract_term, payment_terms), out of
-- src/halo/traits.ts; a test holds the other columns against the same file.

-- A date without an offset is taken as UTC.
set timezone = 'UTC';

create table end_users (
  external_id text primary key,
  -- The contract says no more of leads than when one becomes a user.
  is_lead boolean not null default false,
  -- Both are null for a user whom only an update has made known: nobody has seen them yet.
  first_seen timestamptz,
  last_seen timestamptz,
  -- When an update created this user; stands in for a sign-up date that was not sent.
  imported_at timestamptz,
  -- Everything sent, merged. The columns below follow from it by spread_traits.
  traits jsonb not null,

  name text,
  email text,
  signed_up_at timestamptz,
  renewal_date timestamptz,
  renewal_status renewal_status,
  contract_term contract_term,
  payment_terms payment_terms,
  on_contract boolean,
  mrr numeric,
  arr numeric,
  custom_fields jsonb not null
);

create table automation_log (
  id bigint generated always as identity primary key,
  automation text not null check (automation in ('user_created', 'segment_match')),
  external_id text not null,
  at timestamptz not null
);

-- The value if its column can hold it, else null.
create function held(value jsonb, json_type text, column_type text) returns jsonb
language sql stable
return case
  when jsonb_typeof(value) = json_type and pg_input_is_valid(value #>> '{}', column_type) then value
end;

-- Dates are ISO 8601. The pattern comes first because PostgreSQL also reads 'tomorrow' as a date.
create function held_date(value jsonb) returns jsonb
language sql stable
return case
  when value #>> '{}' ~ '^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d([.]\d+)?)?(Z|[+-]\d\d(:?\d\d)?)?)?$'
  then held(value, 'string', 'timestamptz')
end;

-- Recognised traits go to their columns, all others to custom_fields.
--
-- What becomes of a recognised trait whose value is of another type or not on the closed list is not
-- documented, and neither is an error. So it is neither refused, nor blessed by standing in the
-- column, nor lost: it stays in custom_fields, where a test sees it.
create function spread_traits() returns trigger
language plpgsql as $$
declare
  sent jsonb := new.traits;
  columns jsonb := jsonb_build_object(
    'name', held(sent -> 'name', 'string', 'text'),
    'email', held(sent -> 'email', 'string', 'text'),
    'signed_up_at', held_date(sent -> 'signed_up_at'),
    'renewal_date', held_date(sent -> 'renewal_date'),
    'renewal_status', held(sent -> 'renewal_status', 'string', 'renewal_status'),
    'contract_term', held(sent -> 'contract_term', 'string', 'contract_term'),
    'payment_terms', held(sent -> 'payment_terms', 'string', 'payment_terms'),
    'on_contract', held(sent -> 'on_contract', 'boolean', 'boolean'),
    'mrr', held(sent -> 'mrr', 'number', 'numeric'),
    'arr', held(sent -> 'arr', 'number', 'numeric')
  );
begin
  new := jsonb_populate_record(new, columns);
  new.signed_up_at := coalesce(new.signed_up_at, new.imported_at);
  new.custom_fields := sent - array(
    select key from jsonb_each(columns) where value <> 'null' or sent -> key = 'null'
  );
  return new;
end $$;

create trigger spread_traits before insert or update of traits on end_users
for each row execute function spread_traits();

-- "This user is here now": bumps last_seen and enrols in automations. Traits are merged key by key.
create function identify_user(user_id text, new_traits jsonb, token_verified boolean, at timestamptz)
returns void
language sql as $$
  with seen as (
    insert into end_users as known (external_id, traits, first_seen, last_seen)
    values (user_id, new_traits, at, at)
    on conflict (external_id) do update set
      traits = known.traits || excluded.traits,
      first_seen = coalesce(known.first_seen, excluded.first_seen),
      last_seen = excluded.last_seen,
      is_lead = known.is_lead and not token_verified
    returning old.external_id is null as created
  )
  insert into automation_log (automation, external_id, at)
  select 'user_created', user_id, at from seen where created
  union all
  select 'segment_match', user_id, at from seen
$$;

create aggregate merge_in_order(jsonb) (sfunc = jsonb_concat, stype = jsonb, initcond = '{}');

-- "Here is data I already have": first_seen, last_seen and is_lead of a known user stay as they are,
-- and nothing is written to automation_log. `batch` is an array of { user_id, traits }; entries for
-- the same user are merged in the order sent. Gives the number of entries skipped (whether Halo
-- counts an unknown user sent twice once or twice is not documented).
create function update_users(batch jsonb, update_only boolean, at timestamptz) returns integer
language sql as $$
  with sent as (
    select
      entry ->> 'user_id' as external_id,
      merge_in_order(entry -> 'traits' order by position) as traits,
      count(*) as entries
    from jsonb_array_elements(batch) with ordinality as entries (entry, position)
    group by 1
  ), updated as (
    update end_users as known set traits = known.traits || sent.traits
    from sent where known.external_id = sent.external_id
    returning known.external_id
  ), unknown as (
    select * from sent where external_id not in (select external_id from updated)
  ), created as (
    insert into end_users (external_id, traits, imported_at)
    select external_id, traits, at from unknown where not update_only
  )
  select coalesce(sum(entries), 0)::integer from unknown where update_only
$$;
