package io.rapport.standalone;

import java.nio.file.Path;
import java.time.Duration;

/** What stands on the screen when everything answers. */
final class Welcome {

    private Welcome() {
    }

    static void print(String address, Path logs, Duration took) {
        System.out.println("""

            Rapport answers on %1$s (started in %2$d s). Ctrl-C or deploy/down stops it; logs are in %3$s

            Sign in: client demo-admin, secret demo. Others: demo-manager, demo-rep, demo-rep-north, demo-analyst,
            demo-service, demo-marketer, demo-integration. They exist on this machine only.

              TOKEN=$(curl -s -u demo-admin:demo -d grant_type=client_credentials %1$s/oauth2/token \\
                | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')

              curl -i -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
                -d '{"name":"华为技术有限公司","region":"深圳"}' %1$s/api/customers

              curl -H "Authorization: Bearer $TOKEN" '%1$s/api/customers?q=huawei'
            """.formatted(address, took.toSeconds(), logs));
    }
}
