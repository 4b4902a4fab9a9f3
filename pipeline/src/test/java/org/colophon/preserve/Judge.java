package org.colophon.preserve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.roda_project.commons_ip2.validator.EARKSIPValidator;
import org.roda_project.commons_ip2.validator.reporter.ValidationReportOutputJson;

/** Judges packages as strangers would: the XML schemas, and commons-ip's rules of E-ARK AIP 2.2.0. */
public final class Judge {
    private Judge() {}

    /** Every XML file of a package against the schemas of METS, PREMIS, MIX and ALTO. */
    public static void assertFollowsSchemas(Path packageRoot) throws Exception {
        assumeTrue(Schemas.present(), "the schemas are not here: ../shared/schemas of the project");
        List<String> problems = new ArrayList<>();
        try (Stream<Path> files = Files.walk(packageRoot)) {
            for (Path file : files.filter(Judge::hasSchema).sorted().toList()) {
                Schemas.problems(file).forEach(problem -> problems.add(packageRoot.relativize(file) + " " + problem));
            }
        }
        assertThat(problems).isEmpty();
    }

    private static boolean hasSchema(Path file) {
        String path = file.toString();
        return path.endsWith(".xml") && !path.endsWith("dc.xml") && !path.contains("documentation");
    }

    /** A package in a folder named by its OBJID: no error by commons-ip. */
    public static void assertIsPackage(Path packageRoot) throws Exception {
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        ValidationReportOutputJson reporter = new ValidationReportOutputJson(packageRoot, report);
        boolean valid = new EARKSIPValidator(reporter, "2.2.0").validate("2.2.0");
        assertThat(issues(report.toString(StandardCharsets.UTF_8))).isEmpty();
        assertThat(valid).isTrue();
        assertThat(reporter.getErrors()).isZero();
        assertThat(reporter.getSuccess()).isGreaterThan(50);
    }

    private static List<String> issues(String report) throws Exception {
        List<String> issues = new ArrayList<>();
        for (JsonNode rule : new ObjectMapper().readTree(report).path("validation")) {
            if ("FAILED".equals(rule.path("testing").path("outcome").asText())) {
                rule.path("testing")
                        .path("issues")
                        .forEach(issue -> issues.add(rule.path("id").asText() + ": " + issue.asText()));
            }
        }
        return issues;
    }

    /** Deletes a folder with all in it. */
    public static void delete(Path folder) throws Exception {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
