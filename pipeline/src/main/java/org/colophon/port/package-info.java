/**
 * What the rooms need of the world, as plain nouns; one package under {@code adapter} stands behind each. A step's room
 * imports {@code item} and {@code port} and nothing else of the house.
 */
package org.colophon.port;
