package org.colophon.examine.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Formats by the names that profiles use, which are those of the image worker, and by their media types. */
final class Formats {
    private static final String RAW = "CAMERA_RAW";
    private static final Map<String, List<String>> MIMES = mimes();
    private static final List<String> USUAL = List.of("TIFF", "JPEG", "PNG", "PDF", "JPEG_2000");

    private Formats() {}

    private static Map<String, List<String>> mimes() {
        Map<String, List<String>> mimes = new LinkedHashMap<>();
        mimes.put("TIFF", List.of("image/tiff"));
        mimes.put("JPEG", List.of("image/jpeg"));
        mimes.put("PNG", List.of("image/png"));
        mimes.put("PDF", List.of("application/pdf"));
        mimes.put("JPEG_2000", List.of("image/jp2", "image/jpx", "image/jpm", "image/x-jp2-codestream", "image/j2c"));
        mimes.put("GIF", List.of("image/gif"));
        mimes.put("BMP", List.of("image/bmp", "image/x-ms-bmp"));
        mimes.put("WEBP", List.of("image/webp"));
        mimes.put("HEIF", List.of("image/heic", "image/heif", "image/avif"));
        mimes.put("DNG", List.of("image/x-raw-adobe", "image/x-adobe-dng", "image/dng"));
        mimes.put("PSD", List.of("image/vnd.adobe.photoshop"));
        mimes.put("JPEG_XL", List.of("image/jxl"));
        mimes.put(RAW, List.of("image/x-canon-cr2", "image/x-canon-cr3", "image/x-raw-canon", "image/x-raw-nikon"));
        return mimes;
    }

    static List<String> names() {
        return List.copyOf(MIMES.keySet());
    }

    /** Those of these that a worker would refuse unless it is told of them. */
    static List<String> unusual(List<String> names) {
        return names.stream().filter(name -> !USUAL.contains(name)).toList();
    }

    /** The name of what has this media type; the type itself when it has none. */
    static String ofMime(String mime) {
        return MIMES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(mime))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(mime.startsWith("image/x-raw-") ? RAW : mime);
    }
}
