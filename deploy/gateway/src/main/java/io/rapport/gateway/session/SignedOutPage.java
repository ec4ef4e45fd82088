package io.rapport.gateway.session;

import io.rapport.gateway.plainpage.PlainPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a sign-out ends: the provider may still know the browser, so nothing here signs it in again by itself. */
@Controller
class SignedOutPage {

    private final PlainPages pages;

    SignedOutPage(PlainPages pages) {
        this.pages = pages;
    }

    @GetMapping(SignOut.SIGNED_OUT)
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.write(response, HttpServletResponse.SC_OK, PlainPages.Page.NOTICE, PlainPages.languageOf(request, null),
                Map.of("title", "signed-out.title", "text", "signed-out.text", "action", "sign-in.again"),
                Map.of("target", SignInRequests.PATH));
    }
}
