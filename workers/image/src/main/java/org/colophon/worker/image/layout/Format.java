package org.colophon.worker.image.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a file is by its first bytes; decides which of our own readers may touch it. */
public enum Format {
    TIFF("TIFF image", Care.USUAL, "tif tiff btf tf8"),
    JPEG("JPEG image", Care.USUAL, "jpg jpeg jpe jfif"),
    PNG("PNG image", Care.USUAL, "png"),
    PDF("PDF document", Care.USUAL, "pdf"),
    JPEG_2000("JPEG 2000 image", Care.USUAL, "jp2 jpx jpf j2k jpc j2c"),
    GIF("GIF image", Care.WHERE_NAMED, "gif"),
    BMP("Windows bitmap", Care.WHERE_NAMED, "bmp dib"),
    WEBP("WebP image", Care.WHERE_NAMED, "webp"),
    DNG("DNG camera raw image", Care.UNREAD, "dng"),
    CAMERA_RAW("camera raw image", Care.UNREAD, "cr2 cr3 nef arw orf pef rw2 3fr iiq"),
    HEIF("HEIC or AVIF image", Care.UNREAD, "heic heif avif"),
    PSD("Photoshop file", Care.UNREAD, "psd psb"),
    JPEG_XL("JPEG XL image", Care.UNREAD, "jxl"),
    UNKNOWN("file of unknown format", Care.NONE, "");

    /** What is done for pages in a format. */
    private enum Care {
        /** Taken and read. */
        USUAL,
        /** Taken and read where the standard names it. */
        WHERE_NAMED,
        /** Kept, but not looked into, where the standard names it. */
        UNREAD,
        /** Never taken. */
        NONE
    }

    private static final int HEAD = 1024 + 8;

    private final String label;
    private final Care care;
    private final String extensions;

    Format(String label, Care care, String extensions) {
        this.label = label;
        this.care = care;
        this.extensions = extensions;
    }

    /** In plain words, fit to follow "a". */
    public String label() {
        return label;
    }

    /** Whether a page may be delivered in it, where these formats are taken besides the usual ones. */
    public boolean taken(List<String> besides) {
        return switch (care) {
            case USUAL -> true;
            case WHERE_NAMED, UNREAD -> besides.stream().anyMatch(name -> name.equalsIgnoreCase(name()));
            case NONE -> false;
        };
    }

    /** Whether no reader for it is here: where it is taken, it is kept as it is. */
    public boolean unread() {
        return care == Care.UNREAD;
    }

    /** Whether a name with this lower-case extension promises this format. */
    public boolean named(String extension) {
        return List.of(extensions.split(" ")).contains(extension);
    }

    /** Looks at the first bytes. TIFF includes what is built on TIFF, until its directory was read. */
    public static Format of(FileBytes bytes) throws IOException {
        byte[] start = bytes.copy(0, (int) Math.min(HEAD, bytes.length()));
        String head = new String(start, StandardCharsets.ISO_8859_1);
        if (isTiff(head)) {
            return TIFF;
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (head.startsWith("\u0089PNG")) {
            return PNG;
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return WEBP;
        }
        if (head.startsWith("ftyp", 4)) {
            return brand(head.substring(8, Math.min(12, head.length())));
        }
        return rarer(head);
    }

    private static boolean isTiff(String head) {
        return head.startsWith("II*\0")
                || head.startsWith("MM\0*")
                || head.startsWith("II+\0")
                || head.startsWith("MM\0+");
    }

    private static Format brand(String brand) {
        return switch (brand) {
            case "heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif", "avis" -> HEIF;
            case "crx " -> CAMERA_RAW;
            default -> UNKNOWN;
        };
    }

    private static Format rarer(String head) {
        if (head.startsWith("\0\0\0\u000cjP  ") || head.startsWith("\u00ffO\u00ffQ")) {
            return JPEG_2000;
        }
        if (head.startsWith("\0\0\0\u000cJXL ") || head.startsWith("\u00ff\n")) {
            return JPEG_XL;
        }
        if (head.startsWith("GIF8")) {
            return GIF;
        }
        if (head.startsWith("8BPS")) {
            return PSD;
        }
        if (head.startsWith("BM")) {
            return BMP;
        }
        // Readers look for the header in the first 1,024 bytes (ISO 32000-1 Annex H, implementation note 13)
        int pdf = head.indexOf("%PDF-");
        return pdf >= 0 && pdf <= 1024 ? PDF : UNKNOWN;
    }
}
