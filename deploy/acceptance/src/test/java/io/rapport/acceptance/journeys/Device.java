package io.rapport.acceptance.journeys;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ReducedMotion;

/** What people hold in their hands. */
public enum Device {

    DESKTOP(1440, 900, false),
    /** The narrowest that is common. */
    PHONE(360, 740, true);

    private final int width;
    private final int height;
    private final boolean touch;

    Device(int width, int height, boolean touch) {
        this.width = width;
        this.height = height;
        this.touch = touch;
    }

    int width() {
        return width;
    }

    NewContextOptions context() {
        return new NewContextOptions().setViewportSize(width, height).setHasTouch(touch).setIsMobile(touch)
            .setDeviceScaleFactor(touch ? 2 : 1).setLocale("zh-CN").setTimezoneId("Asia/Shanghai")
            .setReducedMotion(ReducedMotion.REDUCE);
    }
}
