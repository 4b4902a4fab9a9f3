package org.colophon.worker.image;

import java.io.IOException;
import java.nio.file.Path;
import org.colophon.worker.image.layout.Flaw;
import org.colophon.worker.image.layout.Layout;
import org.colophon.worker.image.layout.Layouts;
import org.colophon.worker.protocol.Request;
import org.colophon.worker.protocol.Result;

/** Answers {@link Request.Inspect}: the structure alone, cheap enough to ask while a folder is still being copied. */
final class Inspector {

    /** @throws IOException when the file cannot be read at all; bad content is an answer */
    Result.Inspection inspect(Request.Inspect request) throws IOException {
        Layout layout = Layouts.of(Path.of(request.file()), false);
        Flaw flaw = layout.flaw();
        String problem = flaw == null ? null : Plain.line(flaw.text());
        return new Result.Inspection(flaw == null, layout.pages(), problem);
    }
}
