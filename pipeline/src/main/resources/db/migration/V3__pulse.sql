-- A row that is written to see whether the ledger can be.
create table pulse (
  id integer primary key,
  at bigint not null
);

-- Counted for monitors, however many attempts there were.
create index attempt_abandoned on attempt (step) where outcome = 'abandoned';
