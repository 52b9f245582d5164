/**
 * What {@code ./bench server} measures: a server of 256 MB beside a bare handler of the same library that returns the same bytes,
 * in the same run, by load from a process of its own.
 */
@NullMarked
package org.fallline.server.bench;

import org.jspecify.annotations.NullMarked;
