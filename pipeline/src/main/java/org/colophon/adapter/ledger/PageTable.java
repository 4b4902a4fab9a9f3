package org.colophon.adapter.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.colophon.item.FileSeen;
import org.colophon.item.Fixity;
import org.colophon.item.ItemId;
import org.colophon.item.Page;
import org.colophon.item.StoredFile;
import org.colophon.item.Verdict;

/** The rows of pages and files: of what was copied in, and of what was seen in the drop. */
final class PageTable {
    private PageTable() {}

    static void addFiles(Session session, ItemId item, List<StoredFile> files) throws SQLException {
        session.batch(
                """
                insert into stored_file (item, n, role, name, extension, sha512, sha256, size, modified)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                files.stream()
                        .map(file -> new Object[] {
                            item.name(),
                            file.n(),
                            file.role().name(),
                            file.name(),
                            file.extension(),
                            file.fixity().sha512(),
                            file.fixity().sha256(),
                            file.fixity().size(),
                            file.modified().toString()
                        })
                        .toList());
    }

    static void addPages(Session session, ItemId item, List<Page> pages) throws SQLException {
        session.batch(
                """
                insert into page (item, n, file, file_index, name, label, section, verdict, unread)
                values (?, ?, ?, ?, ?, ?, ?, 'pending', 0)
                """,
                pages.stream()
                        .map(page -> new Object[] {
                            item.name(), page.n(), page.file(), page.index(), page.name(), page.label(), page.section()
                        })
                        .toList());
    }

    static void addSeen(Session session, ItemId item, List<FileSeen> seen) throws SQLException {
        session.batch(
                "insert into seen_file (item, path, size, modified, file_key) values (?, ?, ?, ?, ?)",
                seen.stream()
                        .map(file -> new Object[] {item.name(), file.path(), file.size(), file.modified(), file.key()})
                        .toList());
    }

    static void forgetSeen(Session session, ItemId item) throws SQLException {
        session.update("delete from seen_file where item = ?", item.name());
    }

    static List<FileSeen> seen(Session session, ItemId item) throws SQLException {
        return session.list(
                "select path, size, modified, file_key from seen_file where item = ? order by path",
                row -> new FileSeen(
                        row.getString("path"), row.getLong("size"), row.getLong("modified"), row.getString("file_key")),
                item.name());
    }

    static List<StoredFile> files(Session session, ItemId item) throws SQLException {
        return session.list("select * from stored_file where item = ? order by n", PageTable::file, item.name());
    }

    static List<Page> pages(Session session, ItemId item) throws SQLException {
        return session.list("select * from page where item = ? order by n", PageTable::page, item.name());
    }

    static List<Verdict> verdicts(Session session, ItemId item) throws SQLException {
        return session.list(
                "select verdict from page where item = ? order by n",
                row -> Verdict.of(row.getString("verdict")),
                item.name());
    }

    static Optional<Page> page(Session session, ItemId item, int n) throws SQLException {
        return session.first("select * from page where item = ? and n = ?", PageTable::page, item.name(), n);
    }

    static Verdict verdict(Session session, ItemId item, int n) throws SQLException {
        return session.one(
                "select verdict from page where item = ? and n = ?",
                row -> Verdict.of(row.getString("verdict")),
                item.name(),
                n);
    }

    static StoredFile file(Session session, ItemId item, int n) throws SQLException {
        return session.one("select * from stored_file where item = ? and n = ?", PageTable::file, item.name(), n);
    }

    /** Pages that were refused or set aside. */
    static List<Page> withVerdict(Session session, ItemId item, Verdict verdict) throws SQLException {
        return session.list(
                "select * from page where item = ? and verdict = ? order by n",
                PageTable::page,
                item.name(),
                verdict.spelling());
    }

    /** Pages whose newest recognition gave no text. */
    static List<Integer> unread(Session session, ItemId item) throws SQLException {
        return session.list(
                "select n from page where item = ? and unread = 1 order by n", row -> row.getInt(1), item.name());
    }

    static void judge(Session session, ItemId item, int page, Verdict verdict) throws SQLException {
        session.update("update page set verdict = ? where item = ? and n = ?", verdict.spelling(), item.name(), page);
    }

    /** Pages that were set aside are to be examined again. */
    static void reconsider(Session session, ItemId item) throws SQLException {
        session.update("update page set verdict = 'pending' where item = ? and verdict = 'set-aside'", item.name());
    }

    static void markRead(Session session, ItemId item, int page, boolean read) throws SQLException {
        session.update("update page set unread = ? where item = ? and n = ?", read ? 0 : 1, item.name(), page);
    }

    private static Page page(ResultSet row) throws SQLException {
        return new Page(
                row.getInt("n"),
                row.getInt("file"),
                row.getInt("file_index"),
                row.getString("name"),
                row.getString("label"),
                row.getString("section"));
    }

    private static StoredFile file(ResultSet row) throws SQLException {
        return new StoredFile(
                row.getInt("n"),
                StoredFile.Role.valueOf(row.getString("role")),
                row.getString("name"),
                row.getString("extension"),
                new Fixity(row.getString("sha512"), row.getString("sha256"), row.getLong("size")),
                Instant.parse(row.getString("modified")));
    }
}
