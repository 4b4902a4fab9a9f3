package org.colophon.worker.image.measure;

/** Whether lines of text run across the page or down: letters stand closer to each other than lines do. */
final class Direction {
    private static final int FEWEST_LETTERS = 12;
    /** Letters that are looked at; grain can give hundreds of thousands. */
    private static final int MOST_LETTERS = 20_000;

    private Direction() {}

    /** Of all letters with a close neighbour, how many have it below; null with too few letters. */
    static Double sideways(Written written) {
        int letters = written.letters().size();
        if (letters < FEWEST_LETTERS || letters > MOST_LETTERS) {
            return null;
        }
        double across = Neighbours.across(written).size();
        double down = Neighbours.down(written).size();
        return across + down == 0 ? Double.valueOf(0.5) : Double.valueOf(down / (across + down));
    }
}
