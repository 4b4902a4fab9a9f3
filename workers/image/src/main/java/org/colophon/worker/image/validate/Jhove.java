package org.colophon.worker.image.validate;

import edu.harvard.hul.ois.jhove.App;
import edu.harvard.hul.ois.jhove.ErrorMessage;
import edu.harvard.hul.ois.jhove.JhoveBase;
import edu.harvard.hul.ois.jhove.Message;
import edu.harvard.hul.ois.jhove.Module;
import edu.harvard.hul.ois.jhove.RepInfo;
import edu.harvard.hul.ois.jhove.module.Jpeg2000Module;
import edu.harvard.hul.ois.jhove.module.JpegModule;
import edu.harvard.hul.ois.jhove.module.PdfModule;
import edu.harvard.hul.ois.jhove.module.TiffModule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colophon.worker.image.layout.Format;
import org.colophon.worker.image.layout.Jpeg2000Layout;
import org.colophon.worker.image.layout.Layout;
import org.colophon.worker.image.layout.TiffLayout;

/** JHOVE's opinion of a file: well-formed, valid, and what it says about it. */
public final class Jhove {
    private static final App APP = new App("colophon", "1", new int[] {2026, 1, 1}, "", "");

    /**
     * An opinion.
     *
     * @param agent module and its version
     * @param version of JHOVE itself
     * @param wellFormed whether the syntax holds
     * @param valid whether the rules of the format hold too
     * @param messages identifier and text of each error and warning, errors first
     */
    public record Opinion(String agent, String version, boolean wellFormed, boolean valid, List<String> messages) {
        public Opinion {
            messages = List.copyOf(messages);
        }
    }

    private Jhove() {}

    /** Whether JHOVE has a module for it: one that knows no BigTIFF, and of JPEG 2000 no bare codestream. */
    public static boolean knows(Layout layout) {
        return switch (layout.format()) {
            case JPEG, PDF -> true;
            case TIFF -> layout instanceof TiffLayout tiff && !tiff.big();
            case JPEG_2000 -> layout instanceof Jpeg2000Layout jpeg2000 && jpeg2000.boxed();
            default -> false;
        };
    }

    /**
     * Judges one file, with a base and module of its own, as they keep state.
     *
     * @throws Exception whatever a module throws at broken bytes
     */
    public static Opinion judge(Path file, Format format) throws Exception {
        JhoveBase base = new JhoveBase();
        base.setLogLevel("SEVERE");
        Module module = module(format);
        module.init("");
        module.setDefaultParams(new ArrayList<>());
        module.applyDefaultParams();
        module.setApp(APP);
        module.setBase(base);
        module.setVerbosity(Module.MINIMUM_VERBOSITY);
        RepInfo judged = new RepInfo(file.toUri().toString());
        base.processFile(APP, module, false, file.toFile(), judged);
        return new Opinion(
                "JHOVE " + module.getName() + " " + module.getRelease(),
                base.getRelease(),
                judged.getWellFormed() == RepInfo.TRUE,
                judged.getValid() == RepInfo.TRUE,
                messages(judged));
    }

    private static Module module(Format format) {
        return switch (format) {
            case TIFF -> new TiffModule();
            case JPEG -> new JpegModule();
            case JPEG_2000 -> new Jpeg2000Module();
            case PDF -> new PdfModule();
            default -> throw new IllegalArgumentException("JHOVE has no module for " + format);
        };
    }

    private static List<String> messages(RepInfo judged) {
        List<String> errors = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Message message : judged.getMessage()) {
            String sub = message.getSubMessage() == null ? "" : " (" + message.getSubMessage() + ")";
            (message instanceof ErrorMessage ? errors : others)
                    .add(message.getId() + ": " + message.getMessage() + sub);
        }
        errors.addAll(others);
        return errors;
    }
}
