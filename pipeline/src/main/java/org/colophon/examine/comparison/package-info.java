/**
 * What only shows when the pages of an item are seen together: numbers left out, the odd page out, the same page twice.
 * {@link org.colophon.examine.comparison.Comparison} asks each of the others.
 */
package org.colophon.examine.comparison;
