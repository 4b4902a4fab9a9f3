package org.colophon.worker.image.facts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.colophon.worker.image.Plain;
import org.colophon.worker.image.layout.Blob;
import org.colophon.worker.image.layout.FileBytes;

/** The description of an ICC profile (ICC.1:2022 §9.2.41), read without trusting the rest of it. */
final class IccProfile {
    private static final int DESC = 0x64657363;
    private static final int MLUC = 0x6d6c7563;
    private static final int SIGNATURE = 0x61637370;
    private static final int MOST_TAGS = 200;
    /** Bytes by which a container may round it up. */
    private static final int PADDING = 3;

    private static final String UNNAMED = "unnamed profile";

    private IccProfile() {}

    /** The description; a phrase when the profile has none; null when there is no profile. */
    static String description(Blob profile) {
        if (profile == null) {
            return null;
        }
        try (FileBytes bytes = FileBytes.of(profile.bytes())) {
            return bytes.u32(36, ByteOrder.BIG_ENDIAN) == SIGNATURE
                    ? Plain.line(description(bytes), UNNAMED)
                    : "broken profile";
        } catch (IOException e) {
            return "broken profile";
        }
    }

    /** The colours that a profile is made for, as MIX 2.0 has them; null where it does not say one of these. */
    static String photometric(Blob profile) {
        return switch (String.valueOf(space(profile))) {
            case "GRAY" -> "BlackIsZero";
            case "RGB " -> "RGB";
            case "CMYK" -> "CMYK";
            case "Lab " -> "CIELab";
            case "YCbr" -> "YCbCr";
            default -> null;
        };
    }

    /** What is wrong with a profile in an image of such colours, fit to follow "the profile"; null when nothing is. */
    static String problem(Blob profile, String photometric) {
        if (profile == null) {
            return null;
        }
        String space = space(profile);
        if (space == null) {
            return "is no ICC profile, or a broken one";
        }
        byte[] start = profile.bytes();
        long stated = ByteBuffer.wrap(start).getInt() & 0xffff_ffffL;
        if (stated > start.length || stated < start.length - PADDING) {
            return "says that it has " + stated + " bytes, and has " + start.length;
        }
        String wanted = wanted(photometric);
        return wanted == null || space.equals(wanted)
                ? null
                : "is for " + space.strip() + " colours, and the image is " + photometric;
    }

    private static String wanted(String photometric) {
        return switch (String.valueOf(photometric)) {
            case "BlackIsZero", "WhiteIsZero" -> "GRAY";
            case "RGB", "PaletteColor", "YCbCr" -> "RGB ";
            case "CMYK" -> "CMYK";
            case "CIELab", "ICCLab" -> "Lab ";
            default -> null;
        };
    }

    /** Signature of the colour space that it is made for (ICC.1:2022 §7.2.6); null when it is no profile. */
    static String space(Blob profile) {
        if (profile == null) {
            return null;
        }
        try (FileBytes bytes = FileBytes.of(profile.bytes())) {
            return bytes.u32(36, ByteOrder.BIG_ENDIAN) == SIGNATURE
                    ? new String(bytes.copy(16, 4), StandardCharsets.ISO_8859_1)
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static String description(FileBytes bytes) throws IOException {
        long tags = Math.min(MOST_TAGS, bytes.u32(128, ByteOrder.BIG_ENDIAN));
        for (long i = 0; i < tags; i++) {
            long entry = 132 + 12 * i;
            if (bytes.u32(entry, ByteOrder.BIG_ENDIAN) == DESC) {
                return text(bytes, bytes.u32(entry + 4, ByteOrder.BIG_ENDIAN));
            }
        }
        return null;
    }

    private static String text(FileBytes bytes, long at) throws IOException {
        long type = bytes.u32(at, ByteOrder.BIG_ENDIAN);
        if (type == MLUC) {
            // The first record is as good as any: profile names are not translated
            long length = bytes.u32(at + 20, ByteOrder.BIG_ENDIAN);
            long offset = bytes.u32(at + 24, ByteOrder.BIG_ENDIAN);
            return new String(bytes.copy(at + offset, (int) Math.min(1000, length)), StandardCharsets.UTF_16BE);
        }
        if (type == DESC) {
            long length = bytes.u32(at + 8, ByteOrder.BIG_ENDIAN);
            return new String(bytes.copy(at + 12, (int) Math.min(1000, length)), StandardCharsets.US_ASCII);
        }
        return null;
    }
}
