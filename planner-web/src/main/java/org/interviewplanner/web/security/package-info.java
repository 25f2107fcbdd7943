/** Who may do what: accounts, roles, teams, log-in, audit. */
@NullMarked
package org.interviewplanner.web.security;

import org.jspecify.annotations.NullMarked;
