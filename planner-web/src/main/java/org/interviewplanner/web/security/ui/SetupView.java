package org.interviewplanner.web.security.ui;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.interviewplanner.web.security.Admission;
import org.interviewplanner.web.security.AdmissionService;

/** Makes the first administrator of a new installation. */
@Route(value = "setup/:token", autoLayout = false)
@AnonymousAllowed
class SetupView extends AdmissionView {
    private static final long serialVersionUID = 1L;

    SetupView(AdmissionService admissions) {
        super(admissions, Admission.Kind.SETUP);
    }
}
