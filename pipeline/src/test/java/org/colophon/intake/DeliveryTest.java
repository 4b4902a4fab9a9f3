package org.colophon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.colophon.item.Access;
import org.colophon.item.Event;
import org.colophon.item.Item;
import org.colophon.item.ItemState;
import org.colophon.item.Page;
import org.colophon.item.StoredFile;
import org.colophon.port.History.PageStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {
    @TempDir
    Path home;

    House house;

    @BeforeEach
    void open() throws IOException {
        house = new House(home);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Item taken() {
        house.lookUntilQuiet();
        return house.item();
    }

    @Test
    void aTableDescribesTheObjectAndItsPages() {
        house.scan("book/objects/p_2.tif");
        house.scan("book/objects/p_10.tif");
        house.write(
                "book/metadata/metadata.csv",
                "\uFEFFfilename,dc.title,dc.creator,dc.creator,dcterms.issued,dc.language,label,section,access,embargo-until\r\n"
                        + "objects/,\"On lamps, and \"\"light\"\"\",Ada,Ben,1911,de-Latf,,,login,2031-12-31\r\n"
                        + "objects/p_2.tif,,,,,,iv,Preface,,\r\n");
        Item item = taken();
        assertThat(item.state()).isEqualTo(ItemState.EXAMINING);
        assertThat(item.title()).isEqualTo("On lamps, and \"light\"");
        assertThat(item.description().values("creator")).containsExactly("Ada", "Ben");
        assertThat(item.description().values("issued")).containsExactly("1911");
        assertThat(item.languages()).containsExactly("de-Latf");
        assertThat(item.access()).isEqualTo(new Access(Access.Level.LOGIN, LocalDate.of(2031, 12, 31)));
        List<Page> pages =
                house.history.pages(item.id()).stream().map(PageStatus::page).toList();
        assertThat(pages)
                .containsExactly(
                        new Page(1, 1, 0, "p_2.tif", "iv", "Preface"), new Page(2, 2, 0, "p_10.tif", null, null));
        assertThat(house.history.dossier(item.id()).files())
                .extracting(StoredFile::role)
                .containsExactly(StoredFile.Role.MASTER, StoredFile.Role.MASTER, StoredFile.Role.DOCUMENTATION);
    }

    @Test
    void aFileOfSeveralPagesBecomesSeveralPages() {
        house.write("letter/1.tif", "PAGE PAGE PAGE END");
        assertThat(house.history.pages(taken().id()))
                .extracting(status -> status.page().file() + "/" + status.page().index())
                .containsExactly("1/0", "1/1", "1/2");
    }

    @Test
    void aBadValueIsRefusedWithFileRowAndColumn() {
        house.scan("book/1.tif");
        house.write("book/metadata.csv", "filename,access,embargo-until\n.,opn,soon\n");
        Item item = taken();
        assertThat(item.state()).isEqualTo(ItemState.REJECTED);
        assertThat(item.reason())
                .contains("metadata.csv, row 2, column access: \"opn\" is none of open, login, closed")
                .contains("metadata.csv, row 2, column embargo-until: \"soon\" is no day");
    }

    @Test
    void aRowThatNamesAMissingFileIsSaidAtOnceAndRefusedAfterGivingUp() {
        house.scan("book/1.tif");
        house.write("book/metadata.csv", "filename,label\n../../etc/passwd,iv\n");
        assertThat(taken().state()).isEqualTo(ItemState.WAITING);
        assertThat(house.status()).contains("row 2, column filename: \"../../etc/passwd\" names no file");
        house.lookFor(Duration.ofMinutes(10));
        assertThat(house.item().state()).isEqualTo(ItemState.REJECTED);
    }

    @Test
    void aPageCannotHaveAnAccessOfItsOwn() {
        house.scan("book/1.tif");
        house.write("book/metadata.csv", "filename,access\n1.tif,closed\n");
        assertThat(taken().reason()).contains("access can only be set for the whole object");
    }

    @Test
    void aTableThatIsNotUtf8SaysWhere() throws IOException {
        house.scan("book/1.tif");
        Files.write(
                house.inbox.resolve("book/metadata.csv"),
                "filename,dc.title\n.,Br\u00FCcke\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(taken().reason()).contains("metadata.csv, row 2: it is not UTF-8 here");
    }

    @Test
    void openQuotesAndSemicolonsAreExplained() {
        assertThat(CsvTable.read("m.csv", "filename,dc.title\n.,\"open\n".getBytes(StandardCharsets.UTF_8))
                        .faults())
                .singleElement()
                .asString()
                .contains("quotes do not close");
        assertThat(CsvTable.read("m.csv", "filename;dc.title\n".getBytes(StandardCharsets.UTF_8))
                        .faults())
                .singleElement()
                .asString()
                .contains("separated by commas");
    }

    @Test
    void anUnknownColumnIsNotedAndKeptNeverRefused() {
        house.scan("book/1.tif");
        house.write("book/metadata.csv", "filename,dc.title,shelf\n.,Lamps,B 12\n");
        Item item = taken();
        assertThat(item.state()).isEqualTo(ItemState.EXAMINING);
        assertThat(house.history.events(item.id()))
                .extracting(Event::detail)
                .anyMatch(detail -> detail.contains("the column \"shelf\" of metadata.csv"));
    }

    @Test
    void everyChecksumFaultIsListed() {
        house.scan("book/1.tif");
        house.scan("book/2.tif");
        house.scan("book/3.tif");
        house.write(
                "book/checksum.sha1",
                Hashes.of("SHA-1", MarkedScans.whole("book/1.tif")) + " *1.tif\n"
                        + Hashes.of("SHA-1", "other bytes") + "  ./2.tif\r\n"
                        + "nonsense\n"
                        + "abc  3.tif\n");
        Item item = taken();
        assertThat(item.state()).isEqualTo(ItemState.REJECTED);
        assertThat(item.reason().split("\n"))
                .anyMatch(line -> line.startsWith("checksum.sha1, row 2, column 1 (hash): 2.tif has other bytes"))
                .anyMatch(line -> line.startsWith("checksum.sha1, row 3: a line is hash"))
                .anyMatch(line -> line.startsWith("checksum.sha1, row 4, column 1 (hash): a hash by SHA-1 has 40"))
                .anyMatch(line -> line.contains("3.tif lies here but is not listed"))
                .noneMatch(line -> line.contains(": 1.tif"));
    }

    @Test
    void checksumsOfArchivematicaNamePathsFromTheirOwnFolder() {
        house.scan("book/objects/1.tif");
        house.write(
                "book/metadata/checksum.sha512",
                Hashes.of("SHA-512", MarkedScans.whole("book/objects/1.tif")) + "  ../objects/1.tif\n");
        house.lookFor(Duration.ofSeconds(5));
        assertThat(house.item().state()).isEqualTo(ItemState.EXAMINING);
        assertThat(house.history.events(house.item().id()))
                .extracting(Event::detail)
                .contains("1 file agree with metadata/checksum.sha512");
    }

    @Test
    void aModsRecordDescribesTheObjectAndItsHostDoesNot() {
        house.scan("book/1.tif");
        house.write(
                "book/metadata/mods.xml",
                "<mods xmlns=\"http://www.loc.gov/mods/v3\"><titleInfo><title>Lamps</title></titleInfo>"
                        + "<name><namePart>Ada</namePart></name><language><languageTerm>ger</languageTerm></language>"
                        + "<relatedItem><titleInfo><title>The series</title></titleInfo></relatedItem></mods>");
        Item item = taken();
        assertThat(item.description().values("title")).containsExactly("Lamps");
        assertThat(item.description().values("creator")).containsExactly("Ada");
        assertThat(item.languages()).containsExactly("ger");
    }

    @Test
    void aDublinCoreRecordWithADoctypeIsRefusedAndItsEntityNeverRead() throws IOException {
        Path secret = Files.writeString(house.home.resolve("secret.txt"), "the secret");
        house.scan("book/1.tif");
        house.write(
                "book/dc.xml",
                "<!DOCTYPE dc [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                        + "<dc xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>&x;</dc:title></dc>");
        Item item = taken();
        assertThat(item.state()).isEqualTo(ItemState.REJECTED);
        assertThat(item.reason()).contains("dc.xml").contains("DOCTYPE").doesNotContain("the secret");
    }

    @Test
    void aBatchNamesItsChildrenInOneTable() {
        house.scan("batch/one/1.tif");
        house.scan("batch/two/objects/1.tif");
        house.write("batch/metadata.csv", "filename,dc.title\none,First\ntwo/,Second\nthree,Third\n");
        house.lookUntilQuiet();
        assertThat(house.item("one").title()).isEqualTo("First");
        assertThat(house.item("two").title()).isEqualTo("Second");
        assertThat(house.status()).contains("batch: metadata.csv, row 4 names \"three\"");
        assertThat(house.history.dossier(house.item("one").id()).files())
                .extracting(StoredFile::name)
                .containsExactly("1.tif", "batch/metadata.csv");
    }

    @Test
    void unknownFilesAreKeptWithANote() {
        house.scan("book/1.tif");
        house.write("book/ocr/old.xml", "<ocr/>");
        house.write("book/RECEIPT.txt", "of the bookseller: 12 marks");
        Item item = taken();
        assertThat(house.history.dossier(item.id()).files())
                .extracting(StoredFile::name)
                .containsExactly("1.tif", "RECEIPT.txt", "ocr/old.xml");
        assertThat(house.history.events(item.id()))
                .extracting(Event::detail)
                .anyMatch(detail -> detail.startsWith("note: kept byte for byte"));
    }
}
