-- Who may admit from an inbox. Where many machines share this ledger, one of them watches an inbox at a time.

create table watch (
  inbox  text primary key,
  holder text not null,
  until  bigint not null
);
