package org.colophon.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The names of Dublin Core. */
final class DcElementsTest {
    @Test
    void anElementHasItsNamespaceAndItsCapitals() {
        assertThat(DcElements.qualified("title")).contains("dc:title");
        assertThat(DcElements.qualified("rightsholder")).contains("dcterms:rightsHolder");
        assertThat(DcElements.qualified("shelfmark")).isEmpty();
    }

    @Test
    void aColumnIsKnownByItsPrefixInAnyCase() {
        assertThat(DcElements.ofColumn("DC.Title")).contains("title");
        assertThat(DcElements.ofColumn("dcterms.tableOfContents")).contains("tableofcontents");
        assertThat(DcElements.ofColumn("dcterms.title")).contains("title");
        assertThat(DcElements.ofColumn("dc.issued")).isEmpty();
        assertThat(DcElements.ofColumn("title")).isEmpty();
    }
}
