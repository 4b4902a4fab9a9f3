/** The command line: one thin class a command. What a command decides or does lies in the rooms it calls. */
package org.colophon.cli;
