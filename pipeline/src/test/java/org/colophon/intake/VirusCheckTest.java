package org.colophon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.colophon.adapter.clamd.NoScanner;
import org.colophon.item.Event;
import org.colophon.item.EventType;
import org.colophon.item.Item;
import org.colophon.item.ItemState;
import org.colophon.port.VirusScanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirusCheckTest {
    @TempDir
    Path home;

    private final MarkedViruses scanner = new MarkedViruses();
    private House house;

    @BeforeEach
    void open() throws IOException {
        house = new House(home);
        house.scanner = scanner;
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Event event(Item item) {
        List<Event> events = house.history.events(item.id()).stream()
                .filter(event -> event.type() == EventType.VIRUS_CHECK)
                .toList();
        assertThat(events).hasSize(1);
        assertThat(events.get(0).page()).isZero();
        return events.get(0);
    }

    @Test
    void everyFileOfAnObjectIsChecked() {
        house.scan("letter/1.tif");
        house.scan("letter/2.tif");
        house.write("letter/metadata.csv", "filename,dc.title\n,A letter\n");
        house.write("letter/notes.docx", "notes");
        house.lookUntilQuiet();
        assertThat(house.item().state()).isEqualTo(ItemState.EXAMINING);
        assertThat(scanner.checked).isEqualTo(4);
        assertThat(event(house.item()).outcome()).isEqualTo(Event.Outcome.SUCCESS);
        assertThat(event(house.item()).detail()).isEqualTo("4 files checked for viruses, nothing was found");
        assertThat(event(house.item()).agent()).hasToString("ClamAV 1.4.3");
    }

    @Test
    void anInfectedObjectIsRefusedWithEverythingThatWasFound() {
        house.scan("letter/1.tif");
        house.write("letter/2.tif", "VIRUS-A");
        house.write("letter/metadata/notes.docx", "VIRUS-B");
        house.lookUntilQuiet();
        Item item = house.item();
        assertThat(item.state()).isEqualTo(ItemState.REJECTED);
        assertThat(item.reason().split("\n")).hasSize(2);
        assertThat(item.reason())
                .contains("2.tif is infected: ClamAV 1.4.3 found Test.VIRUS-A")
                .contains("metadata/notes.docx is infected: ClamAV 1.4.3 found Test.VIRUS-B; do not open");
        assertThat(event(item).outcome()).isEqualTo(Event.Outcome.FAILURE);
        assertThat(event(item).detail())
                .startsWith("infected, 2 of 3 files: ")
                .contains("2.tif (Test.VIRUS-A)")
                .contains("metadata/notes.docx (Test.VIRUS-B)");
        assertThat(house.workspace.items()).isEmpty();
        assertThat(house.workers.inspections).isZero();
    }

    @Test
    void anInfectedLooseFileIsRefused() {
        house.write("map.tif", "VIRUS");
        house.lookUntilQuiet();
        assertThat(house.item().state()).isEqualTo(ItemState.REJECTED);
    }

    @Test
    void aBatchsInfectedTableKeepsItsChildrenOut() {
        house.write("batch/metadata.csv", "filename,dc.title\none,VIRUS\n");
        house.scan("batch/one/1.tif");
        house.write("batch/one/metadata.csv", "filename,dc.title\n,VIRUS-TOO\n");
        house.lookUntilQuiet();
        assertThat(house.item("one").state()).isEqualTo(ItemState.REJECTED);
        assertThat(house.item("one").reason())
                .contains("batch/metadata.csv is infected")
                .containsPattern("(?m)^metadata.csv is infected");
    }

    @Test
    void whatIsTooLargeIsTakenInAndSaidToBeUnchecked() {
        house.scan("letter/1.tif");
        house.write("letter/2.tif", MarkedScans.whole("LARGE"));
        house.lookUntilQuiet();
        assertThat(house.item().state()).isEqualTo(ItemState.EXAMINING);
        assertThat(event(house.item()).outcome()).isEqualTo(Event.Outcome.WARNING);
        assertThat(event(house.item()).detail())
                .isEqualTo("not checked for viruses, 1 of 2 files: 2.tif (too large); nothing was found in the others");
    }

    @Test
    void thatNobodyLookedIsRecorded() {
        house.scanner = new NoScanner();
        house.scan("letter/1.tif");
        house.lookUntilQuiet();
        assertThat(event(house.item()).outcome()).isEqualTo(Event.Outcome.WARNING);
        assertThat(event(house.item()).detail()).startsWith("not checked for viruses: no scanner is set");
        assertThat(event(house.item()).agent()).hasToString("Colophon 0.1.0");
    }

    @Test
    void anObjectThatIsRefusedForSomethingElseTellsOfItsCheckToo() {
        house.scan("letter/1.tif");
        house.write("letter/checksum.md5", "00000000000000000000000000000000  1.tif\n");
        house.lookFor(Duration.ofMinutes(12));
        assertThat(house.item().state()).isEqualTo(ItemState.REJECTED);
        assertThat(event(house.item()).outcome()).isEqualTo(Event.Outcome.SUCCESS);
        assertThat(scanner.checked).as("once, however often it is looked at").isEqualTo(2);
    }

    @Test
    void allWaitsWhileTheScannerIsAwayAndGoesOnByItself() {
        scanner.away = true;
        house.scan("letter/1.tif");
        house.scan("book/1.tif");
        house.lookUntilQuiet();
        int before = scanner.asked;
        Look look = house.look();
        assertThat(scanner.asked).as("once a look").isEqualTo(before + 1);
        assertThat(look.away().what()).isEqualTo(VirusScanner.WORD);
        assertThat(house.item("letter").state()).isEqualTo(ItemState.WAITING);
        assertThat(house.status())
                .contains("letter: waiting: the virus scanner does not answer")
                .contains("book: waiting: the virus scanner does not answer");
        scanner.away = false;
        assertThat(house.look().away()).isNull();
        assertThat(house.item("letter").state()).isEqualTo(ItemState.EXAMINING);
        assertThat(house.item("book").state()).isEqualTo(ItemState.EXAMINING);
    }

    @Test
    void anObjectThatTakesTheScannerDownWaitsAlone() {
        house.write("bad/1.tif", "CRASH");
        house.scan("letter/1.tif");
        house.scan("book/1.tif");
        house.lookFor(Duration.ofMinutes(10));
        assertThat(house.item("letter").state()).isEqualTo(ItemState.EXAMINING);
        assertThat(house.item("book").state()).isEqualTo(ItemState.EXAMINING);
        assertThat(house.item("bad").state()).isEqualTo(ItemState.WAITING);
        assertThat(house.look().away()).as("red all the while").isNotNull();
        assertThat(scanner.checked).as("less and less often").isBetween(5, 12);
        house.write("bad/1.tif", MarkedScans.whole("mended"));
        house.lookUntilQuiet();
        assertThat(house.item("bad").state()).isEqualTo(ItemState.EXAMINING);
        assertThat(house.look().away()).isNull();
    }

    @Test
    void afterARestartItIsCheckedAgain() {
        house.write("letter/1.tif", MarkedScans.whole("CRASH"));
        house.lookUntilQuiet();
        assertThat(house.item().state()).isEqualTo(ItemState.WAITING);
        house.scanner = new MarkedViruses();
        house.scan("letter/1.tif");
        house.restart();
        house.lookUntilQuiet();
        assertThat(event(house.item()).outcome()).isEqualTo(Event.Outcome.SUCCESS);
    }

    @Test
    void theBoardTellsHowFarALongCheckIs() {
        Set<String> told = new HashSet<>();
        scanner.before = () -> {
            told.add(house.status());
            if (scanner.checked == 1) {
                sleep(Duration.ofMillis(3_100));
            }
        };
        house.scan("letter/1.tif");
        house.scan("letter/2.tif");
        house.scan("letter/3.tif");
        house.lookUntilQuiet();
        assertThat(told).anyMatch(status -> status.contains("it is being checked for viruses: file 2 of 3"));
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
