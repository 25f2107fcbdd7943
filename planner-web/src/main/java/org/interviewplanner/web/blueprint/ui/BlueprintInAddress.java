package org.interviewplanner.web.blueprint.ui;

import org.interviewplanner.web.blueprint.BlueprintService;
import org.interviewplanner.web.data.BlueprintId;
import org.interviewplanner.web.security.AddressPart;
import org.interviewplanner.web.security.Member;
import org.springframework.stereotype.Component;

/** The blueprint in {@code blueprints/:blueprint} and {@code build/:blueprint}. */
@Component
class BlueprintInAddress implements AddressPart {
    private final BlueprintService blueprints;

    BlueprintInAddress(BlueprintService blueprints) {
        this.blueprints = blueprints;
    }

    @Override
    public String name() {
        return "blueprint";
    }

    @Override
    public void require(Member by, String value) {
        if (!value.equals(BlueprintView.NEW)) {
            blueprints.blueprint(by, new BlueprintId(AddressPart.id(value)));
        }
    }
}
