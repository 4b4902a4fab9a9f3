package org.colophon.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The plan of the house: which room may know which. */
class HousePlanTest {
    private static final List<String> STEPS =
            List.of("intake", "examine", "recognize", "preserve", "settle", "publish", "custody");
    private static JavaClasses house;

    @BeforeAll
    static void readTheHouse() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.colophon");
    }

    @Test
    void aStepsRoomKnowsOnlyNounsAndPorts() {
        for (String step : STEPS) {
            noClasses()
                    .that()
                    .resideInAPackage("org.colophon." + step + "..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("org.colophon..")
                            .and(not(resideInAPackage("org.colophon." + step + "..")))
                            .and(not(resideInAPackage("org.colophon.item..")))
                            .and(not(resideInAPackage("org.colophon.port..")))
                            .and(not(resideInAPackage("org.colophon.worker.protocol.."))))
                    .allowEmptyShould(true)
                    .check(house);
        }
    }

    @Test
    void nounsKnowNoRoom() {
        classes()
                .that()
                .resideInAPackage("org.colophon.item..")
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("org.colophon.."))
                        .or(resideInAPackage("org.colophon.item.."))
                        .or(resideInAPackage("org.colophon.worker.protocol..")))
                .check(house);
    }

    @Test
    void portsKnowOnlyNouns() {
        classes()
                .that()
                .resideInAPackage("org.colophon.port..")
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("org.colophon.."))
                        .or(resideInAPackage("org.colophon.item.."))
                        .or(resideInAPackage("org.colophon.port.."))
                        .or(resideInAPackage("org.colophon.worker.protocol..")))
                .check(house);
    }

    @Test
    void adaptersKnowNoRoom() {
        noClasses()
                .that()
                .resideInAPackage("org.colophon.adapter..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(rooms())
                .check(house);
    }

    private static String[] rooms() {
        List<String> rooms = new ArrayList<>(STEPS);
        rooms.addAll(List.of("app", "bench", "cli", "web", "decisions", "exchange"));
        return rooms.stream().map(room -> "org.colophon." + room + "..").toArray(String[]::new);
    }

    @Test
    void theBenchDrivesTheHouseFromOutside() {
        classes()
                .that()
                .resideInAPackage("org.colophon.bench..")
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("org.colophon.."))
                        .or(resideInAPackage("org.colophon.bench.."))
                        .or(resideInAPackage("org.colophon.app.."))
                        .or(resideInAPackage("org.colophon.item.."))
                        .or(resideInAPackage("org.colophon.port.."))
                        .or(resideInAPackage("org.colophon.worker.protocol..")))
                .check(house);
        noClasses()
                .that()
                .resideOutsideOfPackages("org.colophon.bench..", "org.colophon.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.colophon.bench..")
                .check(house);
    }

    @Test
    void onlyRoutesAndTheirWiringKnowCamel() {
        noClasses()
                .that(not(simpleNameEndingWith("Route"))
                        // The table of contents names the routes.
                        .and(not(simpleName("Pipeline")))
                        .and(not(resideInAPackage("org.colophon.app..")))
                        .and(not(resideInAPackage("org.colophon.adapter.queue.."))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..")
                .check(house);
    }

    @Test
    void onlyTheQueueAdapterKnowsJms() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.colophon.adapter.queue..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.jms..", "org.apache.activemq..")
                .check(house);
    }

    @Test
    void onlyTheStoreAdaptersKnowS3AndOcfl() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.colophon.adapter.ocfl..", "org.colophon.adapter.s3..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.minio..", "io.ocfl..", "okhttp3..")
                .check(house);
    }

    @Test
    void onlyTheLedgerAdapterSpeaksSql() {
        noClasses()
                .that()
                // The archive hands a data source on to the locks of its library.
                .resideOutsideOfPackages("org.colophon.adapter.ledger..", "org.colophon.adapter.ocfl..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "com.zaxxer..", "org.flywaydb..")
                .check(house);
    }

    @Test
    void onlyTheWebKnowsSpring() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.colophon.web..", "org.colophon.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(house);
    }

    @Test
    void onlyTheMetricsRoomKnowsMicrometer() {
        noClasses()
                .that(resideInAPackage("org.colophon..")
                        .and(not(resideInAPackage("org.colophon.app.metrics..")))
                        // It hands the meters to the web pages.
                        .and(not(simpleName("Monitoring"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micrometer..")
                .check(house);
    }

    @Test
    void theProtocolKnowsNothingOfTheHouse() {
        classes()
                .that()
                .resideInAPackage("org.colophon.worker..")
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAPackage("org.colophon..")).or(resideInAPackage("org.colophon.worker..")))
                .check(house);
    }

    @Test
    void nothingIsCalledManagerHelperOrUtil() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl)")
                .check(house);
    }
}
