/**
 * The ledger: the truth about all work, in SQLite on one machine and in PostgreSQL on many, by the same plain SQL.
 *
 * <p>{@link org.colophon.adapter.ledger.LedgerDatabase} opens it. The {@code *Table} classes hold every statement, with
 * bound parameters, next to where its rows are read. {@code Flow} has the rules of what becomes ready, without a
 * database. {@code Admissions}, {@code Attempts}, {@code Bell} and {@code Decisions} are the four sides of the ledger:
 * intake, work, waking, people.
 *
 * <p>Every transaction that changes an item first counts up its {@code revision}: that update is the lock which makes
 * writers of one item wait for each other, on PostgreSQL by the row, on SQLite by the one writer there is.
 */
package org.colophon.adapter.ledger;
