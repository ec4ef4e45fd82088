package io.rapport.standalone;

import java.nio.file.Path;
import java.time.Duration;

/** What stands on the screen when everything answers. */
final class Welcome {

    private static final String DEMO_USERS = """
            Open %1$s in a browser and sign in as zhangsan, password demo. Others: admin, manager, lisi, analyst,
            service, marketer, integration. Programs sign in as demo-admin, demo-manager, demo-rep, demo-rep-north, …,
            secret demo. They exist on this machine only.

              TOKEN=$(curl -s -u demo-admin:demo -d grant_type=client_credentials %1$s/oauth2/token \\
                | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')

              curl -i -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
                -d '{"name":"华为技术有限公司","region":"深圳"}' %1$s/api/customers

              curl -H "Authorization: Bearer $TOKEN" '%1$s/api/customers?q=huawei'
            """;

    private Welcome() {
    }

    static void print(Product product, Path logs, Duration took) {
        System.out.println("""

            Rapport answers on %1$s (started in %2$d s). Ctrl-C or deploy/down stops it; logs are in %3$s
            """.formatted(product.address(), took.toSeconds(), logs));
        System.out.println((product.hasDemoUsers() ? DEMO_USERS : "Open %1$s in a browser and sign in.\n")
            .formatted(product.address()));
    }
}
