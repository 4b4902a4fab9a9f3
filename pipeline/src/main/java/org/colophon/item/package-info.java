/**
 * The nouns of the house: immutable records that every other room speaks of. This room imports no other. Names are the
 * field's own: item, page, master, fixity, event, agent.
 */
package org.colophon.item;
