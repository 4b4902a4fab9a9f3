package org.colophon.wholeway;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.colophon.wholeway.Dropped.Fate;

/** Makes small objects of all shapes and drops each into an inbox by one rename. No two pages have the same bytes. */
final class Drops {
    private final Path inbox;
    private final Path desk;
    private final List<Dropped> dropped = new ArrayList<>();
    private int objects;
    private int pages;

    /** @param desk a folder on the inbox's file system, where objects are put together */
    Drops(Path inbox, Path desk) throws IOException {
        this.inbox = Files.createDirectories(inbox);
        this.desk = Files.createDirectories(desk);
    }

    List<Dropped> all() {
        return List.copyOf(dropped);
    }

    /** Thirteen objects, one of each shape at least. */
    void everyShape() {
        letter();
        bookWithChecksums();
        bookInObjects();
        looseFile("tif");
        looseFile("png");
        looseFile("jpg");
        leaflet();
        damaged();
        twins();
        batch();
    }

    /** A folder of two pages that says it is complete. */
    void letter() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("p1.tif", tiff(1));
        files.put("p2.tif", tiff(1));
        files.put(".ready", new byte[0]);
        drop(name("letter"), files, Fate.DEPOSITED);
    }

    /** A folder whose checksum file lists all that lies in it. */
    void bookWithChecksums() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int n = 1; n <= 4; n++) {
            files.put("leaf_" + n + ".png", image("png"));
        }
        files.put("metadata.csv", bytes("filename,dc.title,dc.language\n,A book of leaves,en\n"));
        StringBuilder sums = new StringBuilder();
        files.forEach((name, content) ->
                sums.append(Digests.sha256(content)).append("  ").append(name).append('\n'));
        files.put("checksum.sha256", bytes(sums.toString()));
        drop(name("book"), files, Fate.DEPOSITED);
    }

    /** A folder with its scans in {@code objects/}, complete once it is quiet. */
    void bookInObjects() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int n = 1; n <= 3; n++) {
            files.put("objects/leaf_" + n + ".jpg", image("jpg"));
        }
        files.put("metadata/metadata.csv", bytes("filename,dc.title\nobjects/,A book by parts\n"));
        drop(name("parts"), files, Fate.DEPOSITED);
    }

    void looseFile(String extension) {
        byte[] content = extension.equals("tif") ? tiff(1) : image(extension);
        drop(name("sheet") + "." + extension, Map.of("", content), Fate.DEPOSITED);
    }

    /** One TIFF of three pages. */
    void leaflet() {
        drop(name("leaflet") + ".tif", Map.of("", tiff(3)), Fate.DEPOSITED);
    }

    /** A folder whose second page is cut off. */
    void damaged() {
        byte[] cut = tiff(1);
        drop(
                name("damaged"),
                Map.of("p1.tif", tiff(1), "p2.tif", Arrays.copyOf(cut, cut.length / 2), ".ready", new byte[0]),
                Fate.REJECTED);
    }

    /** The same scans twice. */
    void twins() {
        Map<String, byte[]> files = Map.of("a.png", image("png"), "b.png", image("png"), ".ready", new byte[0]);
        drop(name("twin"), files, Fate.TWIN);
        drop(name("twin"), files, Fate.TWIN);
    }

    /** A folder of one page so large that examining it takes a while. */
    void poster() {
        drop(name("poster"), Map.of("p1.png", poster(4_000, 5_000), ".ready", new byte[0]), Fate.DEPOSITED);
    }

    /** A folder of three objects, described by one table. */
    void batch() {
        String batch = name("box");
        Path folder = desk.resolve(batch);
        StringBuilder table = new StringBuilder("filename,dc.title\n");
        List<Dropped> children = new ArrayList<>();
        for (int n = 1; n <= 3; n++) {
            String child = "child-" + n;
            table.append(child)
                    .append(",Child ")
                    .append(n)
                    .append(" of ")
                    .append(batch)
                    .append('\n');
            children.add(
                    write(folder.resolve(child), batch + "/" + child, Map.of("p1.png", image("png")), Fate.DEPOSITED));
        }
        write(folder.resolve("metadata.csv"), bytes(table.toString()));
        move(folder, inbox.resolve(batch));
        dropped.addAll(children);
    }

    private void drop(String name, Map<String, byte[]> files, Fate fate) {
        Dropped object = write(desk.resolve(name), name, files, fate);
        move(desk.resolve(name), inbox.resolve(name));
        dropped.add(object);
    }

    private static Dropped write(Path at, String place, Map<String, byte[]> files, Fate fate) {
        Map<String, String> scans = new LinkedHashMap<>();
        Map<String, String> others = new LinkedHashMap<>();
        files.forEach((name, content) -> {
            write(name.isEmpty() ? at : at.resolve(name), content);
            if (name.isEmpty() || name.matches(".*\\.(tif|png|jpg)")) {
                scans.put(name, Digests.sha512(content));
            } else if (!name.equals(".ready")) {
                others.put(name, Digests.sha512(content));
            }
        });
        return new Dropped(place, Files.isDirectory(at), scans, others, fate);
    }

    private String name(String kind) {
        return String.format("%04d-%s", ++objects, kind);
    }

    private BufferedImage page() {
        BufferedImage page = new BufferedImage(760, 300, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, page.getWidth(), page.getHeight());
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SERIF, Font.PLAIN, 40));
        pen.drawString("This is page number " + ++pages, 60, 100);
        pen.drawString("and nothing of it may be lost.", 60, 180);
        pen.dispose();
        return page;
    }

    private byte[] poster(int width, int height) {
        BufferedImage poster = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = poster.createGraphics();
        pen.drawImage(page(), 0, 0, null);
        pen.dispose();
        return image(poster, "png");
    }

    private byte[] image(String format) {
        return image(page(), format);
    }

    private static byte[] image(BufferedImage page, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(page, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private byte[] tiff(int count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int n = 0; n < count; n++) {
                writer.writeToSequence(new IIOImage(page(), null, null), null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
