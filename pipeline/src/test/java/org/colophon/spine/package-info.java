/**
 * A whole house in the test's own process: the real parts behind every port, each of which can be made to fail at any
 * call. {@code Machine} is what all runs share, {@code Ground} what a kill leaves, {@code Spine} one life of the process,
 * {@code Reckoning} the account at the end. What was tried stands in {@code docs/reliability.md}, written by these tests.
 */
package org.colophon.spine;
