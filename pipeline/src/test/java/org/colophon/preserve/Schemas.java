package org.colophon.preserve;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The schemas of METS, PREMIS, MIX and ALTO as one, from files beside the project; nothing is fetched. */
public final class Schemas {
    private static final Path FOLDER = folder();
    private static final Map<String, String> FILES = Map.of(
            "http://www.w3.org/1999/xlink", "xlink.xsd",
            "http://www.w3.org/XML/1998/namespace", "xml.xsd",
            "http://www.loc.gov/METS/", "mets-1.12.xsd",
            "http://www.loc.gov/premis/v3", "premis-v3-0.xsd",
            "http://www.loc.gov/mix/v20", "mix20.xsd",
            "http://www.loc.gov/standards/alto/ns-v4#", "alto-4-4.xsd",
            "https://DILCIS.eu/XML/METS/CSIPExtensionMETS", "DILCISExtensionMETS.xsd",
            "https://DILCIS.eu/XML/METS/SIPExtensionMETS", "DILCISExtensionSIPMETS.xsd");
    private static Schema compiled;

    private Schemas() {}

    /** Whether they are there. */
    public static boolean present() {
        return FOLDER != null;
    }

    /** What is wrong with a file; empty when it is valid. */
    public static List<String> problems(Path file) throws Exception {
        Problems problems = new Problems();
        Validator validator = all().newValidator();
        validator.setErrorHandler(problems);
        try {
            validator.validate(new StreamSource(file.toFile()));
        } catch (SAXException e) {
            problems.found.add(e.getMessage());
        }
        return problems.found;
    }

    private static synchronized Schema all() throws Exception {
        if (compiled == null) {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            DOMImplementationLS dom = (DOMImplementationLS)
                    DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
            factory.setResourceResolver((type, namespace, publicId, systemId, base) -> input(dom, namespace));
            compiled = factory.newSchema(FILES.values().stream()
                    .filter(name -> !name.startsWith("x"))
                    .map(name -> (Source) new StreamSource(open(name), "catalogue:" + name))
                    .toArray(Source[]::new));
        }
        return compiled;
    }

    private static LSInput input(DOMImplementationLS dom, String namespace) {
        String name = FILES.get(namespace);
        if (name == null) {
            throw new IllegalStateException("no schema of " + namespace + " is kept");
        }
        LSInput input = dom.createLSInput();
        input.setSystemId("catalogue:" + name);
        input.setByteStream(open(name));
        return input;
    }

    private static InputStream open(String name) {
        try {
            return new ByteArrayInputStream(Files.readAllBytes(FOLDER.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolveSibling("shared").resolve("schemas");
            if (Files.isRegularFile(folder.resolve("mets-1.12.xsd"))) {
                return folder;
            }
        }
        return null;
    }

    private static final class Problems implements ErrorHandler {
        private final List<String> found = new ArrayList<>();

        @Override
        public void warning(SAXParseException e) {
            found.add("line " + e.getLineNumber() + ": " + e.getMessage());
        }

        @Override
        public void error(SAXParseException e) {
            warning(e);
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
