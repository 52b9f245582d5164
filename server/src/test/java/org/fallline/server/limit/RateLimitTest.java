package org.fallline.server.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.fallline.server.SetClock;
import org.fallline.server.store.Database;
import org.fallline.server.store.Postgres;
import org.junit.jupiter.api.Test;

/** Six a minute are six at once, then one every ten seconds; in memory and shared alike. */
class RateLimitTest {
    private static final Rate SIX = Rate.perMinute(6);

    private final SetClock clock = new SetClock(Instant.parse("2026-01-02T12:00:00Z"));

    private void assertLimits(RateLimit limit) {
        for (int i = 0; i < 6; i++) {
            assertEquals(Duration.ZERO, limit.spend("a"), "request " + i);
        }
        assertEquals(Duration.ofSeconds(10), limit.spend("a"));
        assertEquals(Duration.ZERO, limit.spend("b"));
        clock.advance(Duration.ofMillis(9_999));
        assertEquals(Duration.ofMillis(1), limit.spend("a"));
        clock.advance(Duration.ofMillis(1));
        assertEquals(Duration.ZERO, limit.spend("a"));
        assertEquals(Duration.ofSeconds(10), limit.spend("a"));
        clock.advance(Duration.ofHours(1));
        for (int i = 0; i < 6; i++) {
            assertEquals(Duration.ZERO, limit.spend("a"), "after a pause, request " + i);
        }
        assertTrue(limit.spend("a").toMillis() > 0);
        // The clock is set back: nobody waits for an hour because of that.
        clock.advance(Duration.ofHours(-1));
        assertEquals(Duration.ZERO, limit.spend("a"));
        // And forward again.
        clock.advance(Duration.ofDays(400));
        assertEquals(Duration.ZERO, limit.spend("a"));
    }

    @Test
    void inMemory_countsEachClient() {
        assertLimits(new MemoryRateLimit(SIX, clock));
    }

    @Test
    void shared_countsEachClient_overAllProcesses() throws IOException {
        String url = Postgres.freshUrl();
        try (Database one = Database.shared(url);
                Database two = Database.shared(url)) {
            RateLimit first = new SharedRateLimit(one, "saves", SIX, clock);
            RateLimit second = new SharedRateLimit(two, "saves", SIX, clock);
            RateLimit other = new SharedRateLimit(two, "previews", SIX, clock);
            int[] calls = {0};
            assertLimits(client -> (calls[0]++ % 2 == 0 ? first : second).spend(client));
            assertEquals(Duration.ZERO, other.spend("a"));
        }
    }

    @Test
    void noLimit_isNone() {
        RateLimit limit = new MemoryRateLimit(Rate.perMinute(0), clock);
        for (int i = 0; i < 1000; i++) {
            assertEquals(Duration.ZERO, limit.spend("a"));
        }
    }

    @Test
    void client_isWhoConnects_unlessATrustedProxySpeaksForIt() {
        ClientAddress direct = new ClientAddress(Networks.NONE);
        assertEquals("203.0.113.7", direct.of("203.0.113.7", null));
        assertEquals("203.0.113.7", direct.of("203.0.113.7", "1.2.3.4"));
        ClientAddress behind = new ClientAddress(Networks.parse("127.0.0.1, 10.0.0.0/8, fd00::/8"));
        assertEquals("203.0.113.7", behind.of("127.0.0.1", "203.0.113.7"));
        // What stands before the last address that is not a proxy's, the client made up.
        assertEquals("203.0.113.7", behind.of("10.1.2.3", "1.2.3.4, 203.0.113.7, 10.9.9.9"));
        assertEquals("203.0.113.7", behind.of("203.0.113.7", "127.0.0.1"));
        assertEquals("10.1.2.3", behind.of("10.1.2.3", "who knows, unknown"));
        assertEquals("127.0.0.1", behind.of("127.0.0.1", null));
        assertEquals("203.0.113.7", behind.of("fd00::1", "203.0.113.7"));
    }

    @Test
    void client_ofIpv6_isItsNetwork() {
        ClientAddress direct = new ClientAddress(Networks.NONE);
        assertEquals(direct.of("2001:db8:1:2::1", null), direct.of("2001:db8:1:2:ffff::7", null));
        assertEquals("2001:db8:1:2:0:0:0:0/64", direct.of("[2001:db8:1:2::1]", null));
        assertEquals("203.0.113.7", direct.of("::ffff:203.0.113.7", null));
    }

    @Test
    void networks_thatAreNone_areRefused() {
        for (String wrong : new String[] {"", "localhost", "10.0.0.0/33", "10.0.0.0/x", "10.0.0/8/8", "fd00::/129"}) {
            assertThrows(IllegalArgumentException.class, () -> Networks.parse(wrong), wrong);
        }
    }
}
