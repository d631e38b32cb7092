package io.github.kustomerconnector.call;

import java.io.InputStream;

/**
 * A document for the document store of the process.
 *
 * @param content is read once, to its end
 */
public record NewDocument(String fileName, String contentType, InputStream content) {}
