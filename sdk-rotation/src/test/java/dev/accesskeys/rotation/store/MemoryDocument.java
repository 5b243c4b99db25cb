package dev.accesskeys.rotation.store;

import dev.accesskeys.Secret;
import java.util.Objects;
import java.util.Optional;

/** A vault in memory. */
final class MemoryDocument implements VersionedDocument {

    private Secret content;
    private int version;
    int writes;
    Runnable beforeWrite = () -> {};

    static MemoryDocument holding(StoreContents contents) {
        MemoryDocument document = new MemoryDocument();
        document.put(StoreDocument.write(contents));
        return document;
    }

    void put(Secret changed) {
        content = changed;
        version++;
    }

    Secret content() {
        return content;
    }

    @Override
    public Optional<Versioned> read() {
        return Optional.ofNullable(content).map(there -> new Versioned(there, "v" + version));
    }

    @Override
    public void write(Secret changed, String expectedVersion) {
        writes++;
        beforeWrite.run();
        if (!Objects.equals(expectedVersion, content == null ? null : "v" + version)) {
            throw new DocumentChangedException();
        }
        put(changed);
    }
}
