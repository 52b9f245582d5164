package org.fallline.server.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;

/** Answers made lately, with what they were made of: they hold as long as that is the same instance. */
public final class ContentCache {
    /** Bytes, of a heap that may be small. */
    private static final long KEPT = 24 << 20;

    private static final int ENTRY = 500;

    private record Made(Object source, Content content) {}

    private final Cache<String, Made> cache = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((String key, Made made) -> ENTRY + 2 * key.length() + 2 * made.content.length())
            .executor(Runnable::run)
            .build();

    /**
     * What is made of a source.
     *
     * @param key what is made: the same key, the same way of making it
     * @param source what it is made of
     * @param maker makes it
     */
    Content of(String key, Object source, Supplier<Content> maker) {
        Made made = cache.getIfPresent(key);
        if (made != null && made.source == source) {
            return made.content;
        }
        Content content = maker.get();
        cache.put(key, new Made(source, content));
        return content;
    }
}
