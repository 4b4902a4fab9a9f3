package org.colophon.worker.image;

import java.io.IOException;
import org.colophon.worker.protocol.Call;
import org.colophon.worker.protocol.Request;
import org.colophon.worker.protocol.Result;
import org.colophon.worker.protocol.Task;
import org.colophon.worker.protocol.WorkerLoop;

/** Main of the forked image worker. */
public final class ImageWorker implements Task {
    private final Inspector inspector = new Inspector();
    private final Examiner examiner = new Examiner();

    /** Serves calls on standard input until it is closed. */
    public static void main(String[] args) {
        // PDFBox would keep its list of the machine's fonts in the user's home
        System.setProperty("pdfbox.fontcache", System.getProperty("java.io.tmpdir"));
        WorkerLoop.run(new ImageWorker());
    }

    @Override
    public Result perform(Call call) throws IOException, RefusedException, UndoneException {
        Request request = call.request();
        if (request instanceof Request.Inspect inspect) {
            return inspector.inspect(inspect);
        }
        if (request instanceof Request.Examine examine) {
            return examiner.examine(examine, Allowance.of(call.limits()));
        }
        throw new RefusedException("The image worker was asked for something else: " + request + ".");
    }
}
