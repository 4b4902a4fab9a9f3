/** Child processes: what workers and the embedded store have in common. */
package org.colophon.adapter.child;
