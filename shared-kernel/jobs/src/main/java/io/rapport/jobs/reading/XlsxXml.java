package io.rapport.jobs.reading;

import io.rapport.contracts.refusal.Refusal;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Walks over the XML of one part, element by element. A document type, and so every entity, is refused. */
final class XlsxXml implements Closeable {

    private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

    static {
        FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        FACTORY.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        // Its own would print what is wrong with a file to the standard error.
        FACTORY.setXMLReporter((_, _, _, _) -> { });
    }

    private final InputStream bytes;
    private final XMLStreamReader reader;

    private XlsxXml(InputStream bytes, XMLStreamReader reader) {
        this.bytes = bytes;
        this.reader = reader;
    }

    static XlsxXml open(XlsxPackage workbook, String part) throws IOException {
        InputStream bytes = workbook.open(part);
        try {
            return new XlsxXml(bytes, FACTORY.createXMLStreamReader(bytes));
        } catch (XMLStreamException malformed) {
            bytes.close();
            throw FileProblem.of("workbook-damaged");
        }
    }

    /** Goes to the next start or end of an element; false at the end of the part. */
    boolean next() throws IOException {
        while (advance()) {
            if (reader.isStartElement() || reader.isEndElement()) {
                return true;
            }
        }
        return false;
    }

    /** Goes to the next start of an element; false at the end of the part. */
    boolean nextStart() throws IOException {
        while (advance()) {
            if (reader.isStartElement()) {
                return true;
            }
        }
        return false;
    }

    boolean starts(String element) {
        return reader.isStartElement() && reader.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return reader.isEndElement() && reader.getLocalName().equals(element);
    }

    /** An attribute without a namespace; null when absent. */
    String attribute(String name) {
        return attribute(name, false);
    }

    /** The attribute of that name that belongs to a namespace, such as {@code r:id}; null when absent. */
    String qualifiedAttribute(String name) {
        return attribute(name, true);
    }

    private String attribute(String name, boolean qualified) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            if (reader.getAttributeLocalName(i).equals(name)
                    && qualified == (namespace != null && !namespace.isEmpty())) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Appends the text up to the end of the present element; of an overlong one not all of it. */
    void appendText(StringBuilder text) throws IOException {
        for (int depth = 1; depth > 0 && advance(); ) {
            switch (reader.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (text.length() <= CsvLimits.FIELD) {
                        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                    }
                }
                default -> { }
            }
        }
    }

    /** Passes over everything up to the end of the present element. */
    void skip() throws IOException {
        for (int depth = 1; depth > 0 && next(); ) {
            depth += reader.isStartElement() ? 1 : -1;
        }
    }

    private boolean advance() throws IOException {
        try {
            if (!reader.hasNext()) {
                return false;
            }
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw FileProblem.of("workbook-entities");
            }
            return true;
        } catch (XMLStreamException malformed) {
            throw problem(malformed);
        }
    }

    private static RuntimeException problem(XMLStreamException malformed) throws IOException {
        for (Throwable cause = malformed; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return FileProblem.of("workbook-damaged");
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
