package org.colophon.worker.image.measure;

/** A page in shades of grey, upright and small enough to be looked at several times: 0 is black, rows from the top. */
public final class Grey {
    private final int width;
    private final int height;
    private final byte[] values;

    /** @param values width × height of them, not copied */
    public Grey(int width, int height, byte[] values) {
        if (values.length != width * height) {
            throw new IllegalArgumentException(values.length + " values for " + width + " × " + height + " pixels");
        }
        this.width = width;
        this.height = height;
        this.values = values;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The values themselves, not a copy. */
    byte[] values() {
        return values;
    }

    /** 0 (black) to 255. */
    int at(int x, int y) {
        return values[y * width + x] & 0xff;
    }

    /** As a negative. */
    Grey inverted() {
        byte[] other = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            other[i] = (byte) ~values[i];
        }
        return new Grey(width, height, other);
    }
}
