package org.interviewplanner.web.security.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationState;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.auth.AccessCheckDecision;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.List;
import org.interviewplanner.web.security.AddressPart;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.NotFoundException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Gives the page of an address that is unknown, names nothing, or is not for this person, the
 * status 404: the page itself is the same for every address, the router in it decides only later.
 */
@Component
class MissingPages implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    private final transient NavigationAccessControl access;
    private final transient List<AddressPart> parts;
    private final transient CurrentMember currentMember;

    MissingPages(
            NavigationAccessControl access, List<AddressPart> parts, CurrentMember currentMember) {
        this.access = access;
        this.parts = parts;
        this.currentMember = currentMember;
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
                .filter(state -> isOpen(state, path, service, request))
                .filter(state -> isThere(state.getRouteParameters()))
                .isPresent();
    }

    private boolean isOpen(
            NavigationState state, String path, VaadinService service, VaadinRequest request) {
        return access.checkAccess(
                                access.createNavigationContext(
                                        state.getNavigationTarget(), path, service, request),
                                service.getDeploymentConfiguration().isProductionMode())
                        .decision()
                == AccessCheckDecision.ALLOW;
    }

    private boolean isThere(RouteParameters named) {
        try {
            for (var part : parts) {
                var value = named.get(part.name());
                if (value.isPresent()) {
                    part.require(currentMember.get(), value.get());
                }
            }
            return true;
        } catch (NotFoundException e) {
            return false;
        } catch (DataAccessException | TransactionException e) {
            return true; // Nobody knows now; the screen will say why.
        }
    }
}
