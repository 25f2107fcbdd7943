package org.interviewplanner.web.security.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.auth.AccessCheckDecision;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.springframework.stereotype.Component;

/**
 * Gives the page of an address that is unknown, or not for this person, the status 404: the page
 * itself is the same for every address, the router in it decides only later.
 */
@Component
class MissingPages implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    private final transient NavigationAccessControl access;

    MissingPages(NavigationAccessControl access) {
        this.access = access;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::judge);
    }

    private void judge(IndexHtmlResponse response) {
        var request = response.getVaadinRequest();
        if (!isThere(request.getService(), request)) {
            response.getVaadinResponse().setStatus(HttpStatusCode.NOT_FOUND.getCode());
        }
    }

    private boolean isThere(VaadinService service, VaadinRequest request) {
        var path =
                request.getPathInfo() == null ? "" : request.getPathInfo().replaceFirst("^/+", "");
        return service.getRouter()
                .resolveNavigationTarget(new Location(path, QueryParameters.empty()))
                .filter(state ->
                        access.checkAccess(
                                                access.createNavigationContext(
                                                        state.getNavigationTarget(),
                                                        path,
                                                        service,
                                                        request),
                                                service.getDeploymentConfiguration()
                                                        .isProductionMode())
                                        .decision()
                                == AccessCheckDecision.ALLOW)
                .isPresent();
    }
}
