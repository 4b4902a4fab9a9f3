-- The ledger, in SQL that SQLite and PostgreSQL both read. ${serial} is a number the database counts up itself.
-- Times are milliseconds since the epoch (UTC); lists and results are JSON; enumerations are spelled as in the JSON
-- that the command line shows.

create table item (
  id               text primary key,
  ark              text not null unique,
  title            text not null,
  collection       text not null,
  source           text not null,
  origin           text not null,
  state            text not null,
  page_count       integer not null,
  version          integer not null,
  round            integer not null,
  reason           text,
  languages        text not null,
  description      text not null,
  access           text not null,
  embargo_until    text,
  rights           text,
  content_identity text,
  created_at       bigint not null,
  deposited_at     bigint,
  published_at     bigint,
  settled_at       bigint,
  examined         integer not null,
  recognized       integer not null,
  -- Counted up by every writer: the update is the lock under which an item changes.
  revision         bigint not null
);
create index item_newest on item (created_at, id);
create index item_state on item (state, created_at);
create index item_content on item (content_identity);
create index item_source on item (source);
create index item_unsettled on item (id) where settled_at is null;

create table round (
  item      text not null references item (id),
  number    integer not null,
  began     bigint not null,
  reason    text not null,
  languages text not null,
  primary key (item, number)
);

create table stored_file (
  item      text not null references item (id),
  n         integer not null,
  role      text not null,
  name      text not null,
  extension text not null,
  sha512    text not null,
  sha256    text not null,
  size      bigint not null,
  modified  text not null,
  primary key (item, n)
);

create table page (
  item       text not null references item (id),
  n          integer not null,
  file       integer not null,
  file_index integer not null,
  name       text not null,
  label      text,
  section    text,
  verdict    text not null,
  -- 1 when the newest recognition gave no text.
  unread     integer not null,
  primary key (item, n)
);

create table seen_file (
  item     text not null references item (id),
  path     text not null,
  size     bigint not null,
  modified bigint not null,
  file_key text not null,
  primary key (item, path)
);

-- status: open, done, set-aside, stopped
create table task (
  item         text not null references item (id),
  page         integer not null,
  step         text not null,
  round        integer not null,
  status       text not null,
  failures     integer not null,
  abandonments integer not null,
  unavailable  integer not null,
  not_before   bigint not null,
  attempt      bigint,
  holder       text,
  lease_until  bigint,
  rung_at      bigint,
  primary key (item, step, page)
);
create index task_open on task (item, step, page) where status = 'open';

-- outcome: done, refused, failed, unavailable, abandoned, stopped; null while it lasts
create table attempt (
  id      ${serial},
  item    text not null references item (id),
  page    integer not null,
  step    text not null,
  round   integer not null,
  holder  text not null,
  begun   bigint not null,
  ended   bigint,
  outcome text,
  detail  text
);
create index attempt_task on attempt (item, step, page, round);

create table result (
  item  text not null references item (id),
  page  integer not null,
  step  text not null,
  round integer not null,
  at    bigint not null,
  json  text not null,
  primary key (item, step, page, round)
);

create table event (
  seq           ${serial},
  id            text not null unique,
  item          text not null references item (id),
  at            bigint not null,
  type          text not null,
  page          integer not null,
  outcome       text not null,
  detail        text not null,
  agent         text not null,
  agent_version text,
  agent_kind    text not null
);
create index event_item on event (item, seq);

create table intent (
  item             text not null references item (id),
  version          integer not null,
  inventory_digest text not null,
  at               bigint not null,
  primary key (item, version)
);
