package org.colophon.worker.image.pdf;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.colophon.worker.image.layout.Extent;

/**
 * Runs a page's content without drawing: which images it shows, and whether anything else is to be seen. Invisible text,
 * as recognition programs lay over scans, is not to be seen.
 */
final class PageContents extends PDFGraphicsStreamEngine {
    private static final List<String> UNSEEN_ANNOTATIONS = List.of("Link", "Popup");
    private static final double SLACK = 0.01;

    private final PDPage page;
    private PDImageXObject only;
    private int images;
    private boolean covers;
    private boolean others;
    private Extent largest = new Extent(0, 0);

    private PageContents(PDPage page) {
        super(page);
        this.page = page;
    }

    static PageContents of(PDPage page) throws IOException {
        PageContents contents = new PageContents(page);
        contents.processPage(page);
        for (PDAnnotation annotation : page.getAnnotations()) {
            boolean unseen =
                    annotation.isHidden() || UNSEEN_ANNOTATIONS.contains(String.valueOf(annotation.getSubtype()));
            contents.others |= !unseen;
        }
        return contents;
    }

    /** The one image that covers the page and is all there is to see; null when it is otherwise. */
    PDImageXObject only() {
        return images == 1 && covers && !others ? only : null;
    }

    /** The largest image that is shown, by its own pixels. */
    Extent largest() {
        return largest;
    }

    @Override
    public void drawImage(PDImage image) {
        images++;
        Extent extent = new Extent(image.getWidth(), image.getHeight());
        if (extent.pixels() > largest.pixels()) {
            largest = extent;
        }
        if (image instanceof PDImageXObject object && !image.isStencil()) {
            boolean masked = object.getCOSObject().containsKey(COSName.SMASK)
                    || object.getCOSObject().containsKey(COSName.MASK);
            only = object;
            covers = !masked && covers(getGraphicsState().getCurrentTransformationMatrix());
        }
    }

    private boolean covers(Matrix matrix) {
        PDRectangle box = page.getCropBox();
        float width = box.getWidth();
        float height = box.getHeight();
        return near(matrix.getScaleX(), width, width)
                && near(matrix.getScaleY(), height, height)
                && near(matrix.getShearX(), 0, width)
                && near(matrix.getShearY(), 0, height)
                && near(matrix.getTranslateX(), box.getLowerLeftX(), width)
                && near(matrix.getTranslateY(), box.getLowerLeftY(), height);
    }

    private static boolean near(double is, double wanted, double size) {
        return Math.abs(is - wanted) <= Math.max(1.5, SLACK * size);
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) {
        RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
        others |= mode != RenderingMode.NEITHER && mode != RenderingMode.NEITHER_CLIP;
    }

    @Override
    public void strokePath() {
        others = true;
    }

    @Override
    public void fillPath(int windingRule) {
        others = true;
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        others = true;
    }

    @Override
    public void shadingFill(COSName shadingName) {
        others = true;
    }

    @Override
    public Point2D getCurrentPoint() {
        // Curves relative to it only need some point: nothing is drawn
        return new Point2D.Float();
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {}

    @Override
    public void clip(int windingRule) {}

    @Override
    public void moveTo(float x, float y) {}

    @Override
    public void lineTo(float x, float y) {}

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {}

    @Override
    public void closePath() {}

    @Override
    public void endPath() {}
}
