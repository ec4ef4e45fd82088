package io.rapport.reporting.search.text;

/** What people leave out when they type a web address. */
final class WebAddress {

    private WebAddress() {
    }

    /** Without {@code https://}, {@code www.} and a slash at the end. */
    static String withoutScheme(String address) {
        int scheme = address.indexOf("://");
        String rest = scheme < 0 ? address : address.substring(scheme + 3);
        String bare = rest.startsWith("www.") ? rest.substring(4) : rest;
        return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }

    /** The host of an address without scheme. */
    static String host(String address) {
        int end = 0;
        while (end < address.length() && "/?#:".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        return address.substring(0, end);
    }
}
