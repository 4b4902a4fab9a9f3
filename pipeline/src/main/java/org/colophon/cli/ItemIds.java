package org.colophon.cli;

import org.colophon.item.ColophonException;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.port.History;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Items as people name them on the command line: by name, or by the whole ARK. */
final class ItemIds implements ITypeConverter<ItemId> {

    @Override
    public ItemId convert(String text) {
        try {
            return new ItemId(text.substring(text.lastIndexOf('/') + 1));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage() + "; \"colophon list\" shows them");
        }
    }

    /** The item of this name. */
    static Item find(History history, ItemId id) {
        return history.item(id).orElseThrow(() -> new NoSuchItemException(id));
    }

    /** Nothing of this name is in the home. */
    static final class NoSuchItemException extends ColophonException {
        private static final long serialVersionUID = 1L;

        NoSuchItemException(ItemId id) {
            super("there is no item " + id + " in this home; \"colophon list\" shows all");
        }
    }
}
