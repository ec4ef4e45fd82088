package io.rapport.reporting.search.likeness;

import io.rapport.reporting.search.text.TextFolding;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

import java.util.Optional;
import java.util.Set;

/** The domain that an organisation has registered, as its web and e-mail addresses tell it. */
final class Domains {

    private static final PublicSuffixMatcher SUFFIXES = PublicSuffixMatcherLoader.getDefault();

    /** Where anybody may have a mailbox, a shop or a page: such an address tells nothing of whose it is. */
    private static final Set<String> SHARED = Set.of("163.com", "126.com", "yeah.net", "qq.com", "foxmail.com",
            "sina.com", "sina.cn", "sina.com.cn", "sohu.com", "139.com", "189.cn", "wo.cn", "21cn.com", "tom.com",
            "aliyun.com", "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "live.cn", "msn.com",
            "icloud.com", "me.com", "mac.com", "yahoo.com", "yahoo.cn", "yahoo.com.cn", "ymail.com", "proton.me",
            "protonmail.com", "gmx.de", "gmx.net", "gmx.com", "web.de", "t-online.de", "mail.ru", "yandex.ru",
            "aol.com", "zoho.com", "naver.com", "taobao.com", "tmall.com", "1688.com", "alibaba.com", "weibo.com",
            "weixin.qq.com", "facebook.com", "linkedin.com", "github.com", "notion.site", "feishu.cn", "example.com");

    private Domains() {
    }

    /** The domain of an e-mail address; empty where anybody may have one. */
    static Optional<String> ofEmail(String email) {
        return registered(email.substring(email.indexOf('@') + 1)).filter(domain -> !SHARED.contains(domain));
    }

    /** The domain of a website; empty for a page at somebody else's. */
    static Optional<String> ofWebsite(String website) {
        String address = TextFolding.fold(website).replaceFirst("^[a-z]+://", "");
        String host = address.split("[/?#:]", 2)[0];
        return registered(host).filter(domain -> !SHARED.contains(domain) || host.equals(domain)
                || host.equals("www." + domain));
    }

    private static Optional<String> registered(String host) {
        try {
            return Optional.ofNullable(SUFFIXES.getDomainRoot(TextFolding.fold(host)));
        } catch (RuntimeException notAHost) {
            return Optional.empty();
        }
    }
}
