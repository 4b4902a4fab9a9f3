package org.colophon.preserve.describe;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colophon.item.Agent;
import org.colophon.item.Event;
import org.colophon.item.text.Xml;

/** Writes PREMIS 3 events and the agents they name. */
final class PremisEvents {
    private static final String VOCABULARY = "http://id.loc.gov/vocabulary/preservation/";

    private PremisEvents() {}

    static void write(Xml xml, List<Happening> happenings) {
        happenings.forEach(happening -> event(xml, happening));
        Map<String, Agent> agents = new LinkedHashMap<>();
        happenings.forEach(happening -> agents.putIfAbsent(
                happening.event().agent().toString(), happening.event().agent()));
        agents.forEach((id, agent) -> agent(xml, id, agent));
    }

    private static void event(Xml xml, Happening happening) {
        Event event = happening.event();
        xml.open("event");
        Identifier.of(event).write(xml, "eventIdentifier");
        xml.leaf("eventType", event.type().term(), "authority", "eventType", "authorityURI", VOCABULARY + "eventType");
        xml.leaf("eventDateTime", DateTimeFormatter.ISO_INSTANT.format(event.at()));
        if (event.detail() != null && !event.detail().isEmpty()) {
            xml.open("eventDetailInformation")
                    .leaf("eventDetail", event.detail())
                    .end();
        }
        xml.open("eventOutcomeInformation")
                .leaf("eventOutcome", event.outcome().term())
                .end();
        xml.open("linkingAgentIdentifier")
                .leaf("linkingAgentIdentifierType", "local")
                .leaf("linkingAgentIdentifierValue", event.agent())
                .leaf("linkingAgentRole", role(event.agent()))
                .end();
        happening.sources().forEach(object -> link(xml, object, "source"));
        happening.outcomes().forEach(object -> link(xml, object, "outcome"));
        xml.end();
    }

    private static String role(Agent agent) {
        return switch (agent.kind()) {
            case SOFTWARE -> "executing program";
            case PERSON -> "authorizer";
        };
    }

    private static void link(Xml xml, Identifier object, String role) {
        xml.open("linkingObjectIdentifier")
                .leaf("linkingObjectIdentifierType", object.type())
                .leaf("linkingObjectIdentifierValue", object.value())
                .leaf("linkingObjectRole", role)
                .end();
    }

    private static void agent(Xml xml, String id, Agent agent) {
        xml.open("agent");
        new Identifier("local", id).write(xml, "agentIdentifier");
        xml.leaf("agentName", agent.name())
                .leaf("agentType", agent.kind() == Agent.Kind.PERSON ? "person" : "software")
                .leaf("agentVersion", agent.version())
                .end();
    }
}
