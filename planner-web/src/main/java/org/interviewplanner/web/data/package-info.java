/** Where things are kept: typed ids, JDBC configuration, the embedded database. */
@NullMarked
package org.interviewplanner.web.data;

import org.jspecify.annotations.NullMarked;
