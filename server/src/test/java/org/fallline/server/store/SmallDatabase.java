package org.fallline.server.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A database on a disk that is soon full. */
public final class SmallDatabase {
    private SmallDatabase() {}

    /** One of so many pages of 4 kB. */
    public static Database embedded(Path directory, int pages) throws IOException {
        return Database.embedded(directory, Map.of("max_page_count", String.valueOf(pages)));
    }
}
