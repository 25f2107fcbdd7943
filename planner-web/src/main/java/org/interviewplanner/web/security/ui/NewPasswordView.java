package org.interviewplanner.web.security.ui;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.interviewplanner.web.security.Admission;
import org.interviewplanner.web.security.AdmissionService;

/** Lets somebody choose a new password who does not know the old one. */
@Route(value = "new-password/:token", autoLayout = false)
@AnonymousAllowed
class NewPasswordView extends AdmissionView {
    private static final long serialVersionUID = 1L;

    NewPasswordView(AdmissionService admissions) {
        super(admissions, Admission.Kind.NEW_PASSWORD);
    }
}
