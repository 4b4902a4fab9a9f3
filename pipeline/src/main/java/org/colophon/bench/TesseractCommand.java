package org.colophon.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colophon.bench.KeptPages.Kept;
import org.colophon.worker.protocol.Tessdata;

/**
 * The {@code tesseract} command on the same pages with the same models: one page a call, one process a core, its own
 * threads off, page segmentation and outputs as people use it ({@code --psm 3}, txt, ALTO, hOCR, PDF).
 */
final class TesseractCommand {
    private static final Pattern OWN_DATA = Pattern.compile("\"([^\"]+)\"");
    private static final String MODEL = ".traineddata";

    private final Path data;
    private final Path outputs;
    private final int atATime;

    private TesseractCommand(Path data, Path outputs, int atATime) {
        this.data = data;
        this.outputs = outputs;
        this.atATime = atATime;
    }

    /** Either the command, ready, or a sentence why it is not run. */
    record Found(Optional<TesseractCommand> command, String version, String whyNot) {}

    /**
     * Looks for the command and puts the models before it that our own recognition uses.
     *
     * @param folder an empty one, for its data and outputs
     */
    static Found find(Tessdata tessdata, List<String> models, Path folder, int atATime) throws InterruptedException {
        try {
            String version =
                    words(List.of("tesseract", "--version")).lines().findFirst().orElse("");
            Matcher own = OWN_DATA.matcher(words(List.of("tesseract", "--list-langs")));
            Path ownData = own.find() ? Path.of(own.group(1)) : folder;
            Path data = Files.createDirectories(folder.resolve("tessdata"));
            for (String model : models) {
                Optional<Path> file = tessdata.find(model);
                if (file.isEmpty()) {
                    return new Found(
                            Optional.empty(),
                            version,
                            "the model " + model
                                    + " lies only inside the program, where the tesseract command cannot read it");
                }
                Path link = data.resolve(model + MODEL);
                Files.createDirectories(link.getParent());
                Files.createSymbolicLink(link, file.get().toRealPath());
            }
            for (String also : List.of("configs", "pdf.ttf")) {
                Files.createSymbolicLink(data.resolve(also), ownData.resolve(also));
            }
            Path outputs = Files.createDirectories(folder.resolve("outputs"));
            return new Found(Optional.of(new TesseractCommand(data, outputs, atATime)), version, null);
        } catch (IOException e) {
            return new Found(Optional.empty(), null, "the tesseract command is not installed");
        }
    }

    Run recognize(List<Kept> pages) throws InterruptedException {
        long cpu = ProcFiles.endedChildren();
        long from = System.nanoTime();
        InParallel.run(
                atATime,
                pages.stream().map(page -> (Callable<Void>) () -> read(page)).toList());
        double seconds = (System.nanoTime() - from) / 1e9;
        Double cost = ProcFiles.available() ? (Double) ((ProcFiles.endedChildren() - cpu) / 1e9) : null;
        return new Run(pages.size(), seconds, cost);
    }

    private Void read(Kept page) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tesseract", page.image().toString()));
        command.add(outputs.resolve(page.image().getFileName()).toString());
        command.addAll(List.of("--tessdata-dir", data.toString(), "-l", String.join("+", page.models())));
        command.addAll(List.of("--psm", "3", "-c", "tessedit_page_number=" + page.index()));
        command.addAll(List.of("txt", "alto", "hocr", "pdf"));
        words(command);
        return null;
    }

    /** What a command says, once it has ended well. */
    private static String words(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new BenchFailedException("the tesseract command failed (" + said.strip()
                        + "): mend it, or leave it out with --no-tesseract");
            }
            return said;
        } finally {
            process.destroyForcibly();
        }
    }
}
