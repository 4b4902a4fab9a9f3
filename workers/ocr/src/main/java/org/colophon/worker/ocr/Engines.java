package org.colophon.worker.ocr;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The engines that are kept warm: one for each list of languages, the latest few, and one for orientation. Confined to
 * one thread.
 */
final class Engines implements AutoCloseable {
    /** Each holds 11 to 23 MB. */
    private static final int KEPT = 4;

    private final ModelFolder models;
    private final Map<List<String>, Engine> byLanguages = new LinkedHashMap<>(8, 0.75f, true);

    private Compass compass;

    Engines(ModelFolder models) {
        this.models = models;
    }

    /**
     * The engine that tells which way up a page is, made when first asked for.
     *
     * @throws MissingModelException when its model is gone
     */
    Compass compass() throws IOException {
        if (compass == null) {
            compass = new Compass(models.with(List.of(Compass.MODEL)));
        }
        return compass;
    }

    /**
     * The engine for these languages, valid until the next call.
     *
     * @throws MissingModelException when one of them has no model
     */
    Engine get(List<String> languages) throws IOException {
        Engine warm = byLanguages.get(languages);
        if (warm != null) {
            return warm;
        }
        Engine fresh = new Engine(models.with(languages), languages);
        if (byLanguages.size() == KEPT) {
            Iterator<Engine> oldest = byLanguages.values().iterator();
            oldest.next().close();
            oldest.remove();
        }
        byLanguages.put(List.copyOf(languages), fresh);
        return fresh;
    }

    /**
     * The engine for prints with a long s, valid until the next call, as the one for the languages still is; none when no
     * model knows it, or the languages' own do. It reads in place of them, not beside them: both together read a little
     * better (CER 5.72 to 5.89 on eight pages of 1619 to 1744, which the languages alone read with 7.33), and take half as
     * long again.
     */
    Optional<Engine> withLongS(List<String> languages) throws IOException {
        Optional<String> model = LongS.unknownTo(languages)
                ? LongS.MODELS.stream().filter(models::has).findFirst()
                : Optional.empty();
        if (model.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(get(List.of(model.get())));
    }

    @Override
    public void close() {
        byLanguages.values().forEach(Engine::close);
        byLanguages.clear();
        if (compass != null) {
            compass.close();
            compass = null;
        }
    }
}
