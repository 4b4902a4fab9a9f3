package org.colophon.worker.image.measure;

/** Shares of each edge of the page, 0 to 1, that are dark with frames: with what lies around a page on a scanner. */
record Frame(double left, double top, double right, double bottom) {

    static Frame of(Written written) {
        Runs runs = written.runs();
        int left = 0;
        int top = 0;
        int right = 0;
        int bottom = 0;
        for (int run = 0; run < runs.count(); run++) {
            if (written.isFrame(run)) {
                int length = runs.end(run) - runs.start(run);
                left += runs.start(run) == 0 ? 1 : 0;
                right += runs.end(run) == written.width() ? 1 : 0;
                top += runs.row(run) == 0 ? length : 0;
                bottom += runs.row(run) == written.height() - 1 ? length : 0;
            }
        }
        double width = written.width();
        double height = written.height();
        return new Frame(left / height, top / width, right / height, bottom / width);
    }
}
