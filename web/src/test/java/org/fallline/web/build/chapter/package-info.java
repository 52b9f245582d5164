@NullMarked
package org.fallline.web.build.chapter;

import org.jspecify.annotations.NullMarked;
