package org.colophon.adapter.queue;

import jakarta.jms.ConnectionFactory;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientRequestor;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.colophon.item.UnavailableException;

/**
 * An ActiveMQ Artemis that many machines share. Messages are persistent, though losing one would be harmless: the ledger
 * is the truth, and what was lost is rung for again.
 *
 * <p>The protocol tells a client nothing of the server's release, and JMS metadata only the client's own. So the broker
 * is asked by a management message, which needs the {@code manage} permission on {@code activemq.management}.
 */
public final class ExternalBroker implements Broker {
    private static final String MANAGEMENT = "activemq.management";
    private static final long PATIENCE_MILLIS = 15_000;

    private final ActiveMQConnectionFactory factory;
    private final String url;
    private final String version;

    private ExternalBroker(ActiveMQConnectionFactory factory, String url, String version) {
        this.factory = factory;
        this.url = url;
        this.version = version;
    }

    /**
     * Sees that the broker answers, and that it is new enough as far as it lets us know.
     *
     * @param url {@code tcp://host:port}, with options after a question mark where wanted
     * @param user may be empty, for a broker that asks nobody
     * @throws UnavailableException when it does not answer, or does not let us in
     * @throws OlderBrokerException when it says that it is too old
     */
    public static ExternalBroker open(String url, String user, String password) {
        String name = user.isEmpty() ? null : user;
        String word = user.isEmpty() ? null : password;
        Optional<String> version = ask(url, name, word);
        Optional<BrokerVersion> known = version.flatMap(BrokerVersion::of);
        if (known.isPresent() && known.get().isOlderThan(BrokerVersion.OLDEST)) {
            throw new OlderBrokerException(bare(url), version.get());
        }
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url, name, word);
        factory.setConsumerWindowSize(0);
        factory.setBlockOnDurableSend(true);
        factory.setCallTimeout(PATIENCE_MILLIS);
        return new ExternalBroker(factory, bare(url), known.isPresent() ? version.get() : null);
    }

    private static Optional<String> ask(String url, String user, String password) {
        try (ServerLocator locator = ActiveMQClient.createServerLocator(url).setCallTimeout(PATIENCE_MILLIS);
                ClientSessionFactory sessions = locator.createSessionFactory();
                ClientSession session = sessions.createSession(user, password, false, true, true, false, 1)) {
            session.start();
            return release(session);
        } catch (Exception e) {
            throw new UnavailableException(
                    "broker",
                    "The broker at " + bare(url) + " does not answer (" + e.getMessage()
                            + "). Look whether Artemis runs there, and whether broker.url, broker.user and"
                            + " broker.password are right.",
                    e);
        }
    }

    /** Its release as it says itself; empty when it says that to others only. */
    private static Optional<String> release(ClientSession session) throws Exception {
        ClientRequestor requestor;
        try {
            requestor = new ClientRequestor(session, MANAGEMENT);
        } catch (ActiveMQSecurityException e) {
            return Optional.empty();
        }
        try {
            ClientMessage question = session.createMessage(false);
            ManagementHelper.putAttribute(question, ResourceNames.BROKER, "version");
            ClientMessage answer = requestor.request(question, PATIENCE_MILLIS);
            return answer != null && ManagementHelper.hasOperationSucceeded(answer)
                    ? Optional.of(String.valueOf(ManagementHelper.getResult(answer)))
                    : Optional.empty();
        } catch (ActiveMQSecurityException e) {
            return Optional.empty();
        } finally {
            requestor.close();
        }
    }

    /** An address without its options, which may hold the password of a key store. */
    private static String bare(String url) {
        return url.replaceAll("\\?[^,)]*", "");
    }

    /** Its release; empty when this user may not ask, or it answered with something else. */
    public Optional<String> version() {
        return Optional.ofNullable(version);
    }

    /** The oldest release that is not refused. */
    public static String oldest() {
        return BrokerVersion.OLDEST.toString();
    }

    @Override
    public ConnectionFactory connections() {
        return factory;
    }

    @Override
    public String description() {
        return "Artemis " + version().orElse("of a version it does not tell") + " at " + url;
    }

    @Override
    public void close() {
        factory.close();
    }
}
