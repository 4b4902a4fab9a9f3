package org.colophon.app.health;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.colophon.app.Lately;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether one part answers. Why not stands in the log, once each time it falls silent: on the page it is for anybody. */
final class PartWatch {
    private static final Logger LOG = LoggerFactory.getLogger("colophon.health");

    private final Part part;
    private final PartQuestion question;
    private final Lately<Boolean> answer;
    private final Runnable back;
    private final AtomicReference<Boolean> told = new AtomicReference<>(true);

    /** @param back is run when the part answers again */
    PartWatch(
            Part part, PartQuestion question, Duration fresh, Duration patience, ExecutorService asker, Runnable back) {
        this.part = part;
        this.question = question;
        this.back = back;
        this.answer = new Lately<>(this::look, fresh, patience, asker);
    }

    /** Asks it unless that was done lately; does not wait. */
    void refresh() {
        answer.refresh();
    }

    /** Whether it answers; an answer that does not come in time is none. */
    boolean answers() {
        return answer.get().orElseGet(() -> tell(false, "no answer came in time"));
    }

    private boolean look() {
        try {
            question.ask();
            return tell(true, null);
        } catch (Exception e) {
            return tell(false, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private boolean tell(boolean answers, String why) {
        if (told.getAndSet(answers) != answers) {
            if (answers) {
                LOG.info("{} is up again", part.word());
                back.run();
            } else {
                LOG.warn("{} is down: {}", part.word(), why);
            }
        }
        return answers;
    }
}
