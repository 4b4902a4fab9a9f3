package org.colophon.adapter.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.colophon.item.ItemId;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.item.UnavailableException;
import org.colophon.port.TaskMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages by a real Artemis in another process, which is killed and comes back. */
class ExternalBrokerTest {
    private static final ItemId ITEM = new ItemId("c1bcdfghjk2");

    @TempDir
    Path folder;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private BrokerServer server;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Integer> pages = new LinkedBlockingQueue<>();

    @AfterEach
    void end() {
        camel.stop();
        if (server != null) {
            server.close();
        }
    }

    @Test
    void workGoesOnAfterTheBrokerWasKilledAndStartedAgain() throws Exception {
        server = new BrokerServer(folder, BrokerServer.NEW_ENOUGH);
        server.start();
        try (ExternalBroker broker = ExternalBroker.open(server.url(), "", "");
                JmsTaskQueue queue = new JmsTaskQueue(broker.connections(), said::add)) {
            consume(broker);
            queue.wake(List.of(page(1)));
            assertThat(pages.poll(20, TimeUnit.SECONDS)).isEqualTo(1);
            server.kill();
            queue.wake(List.of(page(2)));
            assertThat(said).hasSize(1).first().asString().contains("Waiting: the broker does not answer");
            server.start();
            await(() -> {
                queue.wake(List.of());
                return said.size() == 2;
            });
            assertThat(said.get(1)).contains("answers again");
            queue.wake(List.of(page(3)));
            Integer next = pages.poll(20, TimeUnit.SECONDS);
            // Page 1 comes again when the kill was faster than its acknowledgement; the ledger would drop it.
            assertThat(next != null && next == 1 ? pages.poll(20, TimeUnit.SECONDS) : next)
                    .isEqualTo(3);
            camel.stop();
        }
    }

    @Test
    void aMessageOutlivesTheBrokersProcess() throws Exception {
        server = new BrokerServer(folder, BrokerServer.NEW_ENOUGH);
        server.start();
        try (ExternalBroker broker = ExternalBroker.open(server.url(), "", "");
                JmsTaskQueue queue = new JmsTaskQueue(broker.connections(), said::add)) {
            queue.wake(List.of(page(1)));
            server.kill();
            server.start();
            consume(broker);
            assertThat(pages.poll(20, TimeUnit.SECONDS)).isEqualTo(1);
            camel.stop();
        }
    }

    @Test
    void workThatFailedIsDeliveredAgain() throws Exception {
        server = new BrokerServer(folder, BrokerServer.NEW_ENOUGH);
        server.start();
        try (ExternalBroker broker = ExternalBroker.open(server.url(), "", "");
                JmsTaskQueue queue = new JmsTaskQueue(broker.connections(), said::add)) {
            consume(broker);
            queue.wake(List.of(page(13)));
            assertThat(pages.poll(20, TimeUnit.SECONDS)).isEqualTo(13);
            assertThat(pages.poll(20, TimeUnit.SECONDS)).as("again").isEqualTo(13);
            camel.stop();
        }
    }

    @Test
    void theBrokerSaysItsVersion() throws Exception {
        server = new BrokerServer(folder, BrokerServer.NEW_ENOUGH);
        server.start();
        try (ExternalBroker broker = ExternalBroker.open(server.url(), "", "")) {
            assertThat(broker.version()).contains(BrokerServer.NEW_ENOUGH);
        }
    }

    @Test
    void anOlderBrokerIsRefused() throws Exception {
        server = new BrokerServer(folder, null);
        server.start();
        assertThatThrownBy(() -> ExternalBroker.open(server.url(), "", ""))
                .isInstanceOf(OlderBrokerException.class)
                .hasMessageContaining("2.57 or newer");
    }

    @Test
    void aBrokerThatDoesNotAnswerIsUnavailable() {
        BrokerServer never = new BrokerServer(folder, null);
        assertThatThrownBy(() -> ExternalBroker.open(never.url() + "?trustStorePassword=secret", "", ""))
                .isInstanceOfSatisfying(
                        UnavailableException.class, e -> assertThat(e.what()).isEqualTo("broker"))
                .hasMessageContaining(never.url())
                .hasMessageNotContaining("secret");
    }

    @Test
    void versionsAreComparedByTheirNumbers() {
        assertThat(BrokerVersion.of("2.9.0").orElseThrow().isOlderThan(BrokerVersion.OLDEST))
                .isTrue();
        assertThat(BrokerVersion.of("2.57.1.temp-1").orElseThrow().isOlderThan(BrokerVersion.OLDEST))
                .isFalse();
        assertThat(BrokerVersion.of("3.0.0-SNAPSHOT").orElseThrow().isOlderThan(BrokerVersion.OLDEST))
                .isFalse();
        assertThat(BrokerVersion.of("unknown")).isEmpty();
    }

    /** A consumer as the steps' are; page 13 fails the first time. */
    private void consume(Broker broker) throws Exception {
        camel.addComponent("jms", Queues.component(broker.connections()));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("jms:queue:" + Step.EXAMINE.queue()).process(exchange -> {
                    int page = TaskMessage.read(exchange.getMessage().getBody(String.class))
                            .page();
                    boolean again = exchange.getMessage().getHeader("JMSRedelivered", Boolean.class);
                    pages.add(page);
                    if (page == 13 && !again) {
                        throw new IOException("the first time");
                    }
                });
            }
        });
        camel.getShutdownStrategy().setTimeout(5);
        camel.start();
    }

    private static Task page(int n) {
        return new Task(ITEM, n, Step.EXAMINE);
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(500);
        }
    }
}
