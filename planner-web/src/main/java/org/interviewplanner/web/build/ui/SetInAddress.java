package org.interviewplanner.web.build.ui;

import org.interviewplanner.web.build.SetService;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.security.AddressPart;
import org.interviewplanner.web.security.Member;
import org.springframework.stereotype.Component;

/** The set in {@code sets/:set} and {@code print/:set}. */
@Component
class SetInAddress implements AddressPart {
    private final SetService sets;

    SetInAddress(SetService sets) {
        this.sets = sets;
    }

    @Override
    public String name() {
        return "set";
    }

    @Override
    public void require(Member by, String value) {
        sets.set(by, new SetId(AddressPart.id(value)));
    }
}
