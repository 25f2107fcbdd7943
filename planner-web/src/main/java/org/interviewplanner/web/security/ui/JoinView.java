package org.interviewplanner.web.security.ui;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.interviewplanner.web.security.Admission;
import org.interviewplanner.web.security.AdmissionService;

/** Makes the account of somebody who was invited. */
@Route(value = "join/:token", autoLayout = false)
@AnonymousAllowed
class JoinView extends AdmissionView {
    private static final long serialVersionUID = 1L;

    JoinView(AdmissionService admissions) {
        super(admissions, Admission.Kind.INVITATION);
    }
}
