package io.github.kustomerconnector.simulator;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** The contents of files by the ids of their attachments. The oldest are dropped if all together are too large. */
final class StoredFiles {

    private final SequencedMap<String, byte[]> files = new LinkedHashMap<>();
    private final long largest;
    private long size;

    /** @param largest the maximum size of all files together, in bytes; the latest file stays in any case */
    StoredFiles(long largest) {
        this.largest = largest;
    }

    synchronized Optional<byte[]> find(String id) {
        return Optional.ofNullable(files.get(id)).map(byte[]::clone);
    }

    synchronized void put(String id, byte[] content) {
        byte[] replaced = files.putLast(id, content.clone());
        size += content.length - (replaced == null ? 0 : replaced.length);
        while (size > largest && files.size() > 1) {
            size -= files.pollFirstEntry().getValue().length;
        }
    }

    synchronized void clear() {
        files.clear();
        size = 0;
    }
}
