package org.colophon.examine.quality;

import java.util.Optional;
import org.colophon.worker.protocol.Identification;
import org.colophon.worker.protocol.ImageFacts;

/**
 * What is held against a profile.
 *
 * @param identification what the page's file is; null when it could not be opened
 * @param facts technical metadata; null when the page cannot be read
 * @param name the file's name as dropped, without folders
 * @param size of the thing that was scanned, where its metadata state one
 */
public record Subject(Identification identification, ImageFacts facts, String name, Optional<PhysicalSize> size) {}
