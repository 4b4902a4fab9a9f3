package org.colophon.worker.image;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/** What can happen to a file's bytes on their way; the same for the same seed. */
enum Mutations {
    /** A few bits are not what they were. */
    FLIPPED {
        @Override
        byte[] of(byte[] whole, Random random) {
            byte[] bytes = whole.clone();
            for (int i = random.nextInt(16); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return bytes;
        }
    },
    /** The end is missing. */
    TRUNCATED {
        @Override
        byte[] of(byte[] whole, Random random) {
            return Arrays.copyOf(whole, 1 + random.nextInt(whole.length - LEAST_CUT));
        }
    },
    /** Numbers near the beginning, where lengths and offsets mostly stand, have changed places. */
    SWAPPED {
        @Override
        byte[] of(byte[] whole, Random random) {
            byte[] bytes = whole.clone();
            ByteBuffer numbers = ByteBuffer.wrap(bytes);
            int most = Math.min(bytes.length, 512) - 4;
            for (int i = random.nextInt(3); i >= 0; i--) {
                int one = random.nextInt(most);
                int other = random.nextInt(most);
                int number = numbers.getInt(one);
                numbers.putInt(one, numbers.getInt(other)).putInt(other, number);
            }
            return bytes;
        }
    },
    /** A number is as large, or as small, as can be. */
    EXTREME {
        @Override
        byte[] of(byte[] whole, Random random) {
            byte[] bytes = whole.clone();
            int[] numbers = {0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 16, 0x7fff};
            int most = random.nextBoolean() ? Math.min(bytes.length, 256) : bytes.length;
            ByteBuffer.wrap(bytes).putInt(random.nextInt(most - 4), numbers[random.nextInt(numbers.length)]);
            return bytes;
        }
    },
    /** A part was never written. */
    HOLLOW {
        @Override
        byte[] of(byte[] whole, Random random) {
            byte[] bytes = whole.clone();
            int from = random.nextInt(bytes.length);
            Arrays.fill(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(400)), (byte) 0);
            return bytes;
        }
    };

    /** A line's end after the end mark of a PDF, or the link from a last TIFF directory to none, nobody misses. */
    private static final int LEAST_CUT = 16;

    abstract byte[] of(byte[] whole, Random random);
}
