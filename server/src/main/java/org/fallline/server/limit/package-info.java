/**
 * How often a client may ask for what costs the server something, and who a client is.
 *
 * <pre>
 *   Rate          so many at once, then one every so often
 *   RateLimit     a Rate for each client: in memory, or in a database that several processes share
 *   ClientAddress who asks, also behind proxies that the operator trusts
 *   Networks      ranges of addresses
 * </pre>
 *
 * <p>The rule is the generic cell rate algorithm: of each client one number is kept, the time at which it would have paid for
 * all it asked for. Reference: ITU-T I.371, annex A.
 *
 * <pre>{@code
 * RateLimit saves = new MemoryRateLimit(Rate.perMinute(30), Clock.systemUTC());
 * saves.spend("203.0.113.7"); // how long this client has to wait; zero: go on
 * }</pre>
 */
@NullMarked
package org.fallline.server.limit;

import org.jspecify.annotations.NullMarked;
