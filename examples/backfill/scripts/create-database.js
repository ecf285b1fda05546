// Makes the application's database, with 2,001 customers who were last here a month ago or longer.
import { openDatabase } from "../src/database.js";

const database = await openDatabase();
await database.exec(`
  create table users (
    id text primary key,
    email text not null,
    name text not null,
    plan text not null,
    mrr integer not null,
    signed_up_at timestamptz not null,
    last_active_at timestamptz not null
  );
  insert into users
  select
    'usr_' || lpad(number::text, 5, '0'),
    'customer' || number || '@example.com',
    'Customer ' || number,
    (array['free', 'team', 'business'])[1 + number % 3],
    (array[0, 49, 249])[1 + number % 3],
    now() - make_interval(days => 400 + number % 700),
    now() - make_interval(days => 30 + number % 300)
  from generate_series(1, 2001) as number;
`);
await database.close();
