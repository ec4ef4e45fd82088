package io.rapport.jobs.cells;

import io.rapport.contracts.Money;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads amounts of money: currency signs and ISO 4217 codes, thousands separators, {@code 万} and {@code 亿}. */
public final class AmountCell {

    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(,\\d{3})+");
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,15}(\\.\\d{1,4})?");
    private static final Pattern CODE = Pattern.compile("^[A-Z]{3}(?=[^A-Z])|(?<=[^A-Z])[A-Z]{3}$");
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Map<String, String> CURRENCIES = new LinkedHashMap<>();

    static {
        // Longer signs first: HK$ before $.
        for (String pair : ("HK$=HKD NT$=TWD US$=USD RMB=CNY CNY=CNY HKD=HKD TWD=TWD USD=USD EUR=EUR GBP=GBP JPY=JPY"
                + " 人民币=CNY 港元=HKD 新台币=TWD 新臺幣=TWD 美元=USD 欧元=EUR 歐元=EUR 日元=JPY ¥=CNY $=USD €=EUR £=GBP 元=CNY")
                .split(" ")) {
            CURRENCIES.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
    }

    private AmountCell() {
    }

    /**
     * @param currency of amounts that do not name one
     * @return empty when the text is not an amount
     */
    public static Optional<Money> parse(String text, String currency) {
        String rest = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT)
                .replaceAll("[\\s'_]", "");
        Matcher code = CODE.matcher(rest);
        if (code.find() && CODES.contains(code.group())) {
            currency = code.group();
            rest = code.replaceFirst("");
        }
        for (Map.Entry<String, String> sign : CURRENCIES.entrySet()) {
            if (rest.startsWith(sign.getKey()) || rest.endsWith(sign.getKey())) {
                rest = rest.replace(sign.getKey(), "");
                currency = sign.getValue();
                break;
            }
        }
        int shift = 0;
        if (rest.endsWith("万") || rest.endsWith("萬")) {
            shift = 4;
        } else if (rest.endsWith("亿") || rest.endsWith("億")) {
            shift = 8;
        }
        String number = plainDecimal(shift > 0 ? rest.substring(0, rest.length() - 1) : rest);
        if (!PLAIN.matcher(number).matches()) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(number).movePointRight(shift);
        return Optional.of(new Money(amount.scale() < 0 ? amount.setScale(0) : amount, currency));
    }

    private static String plainDecimal(String number) {
        int comma = number.lastIndexOf(',');
        int point = number.lastIndexOf('.');
        if (comma < 0) {
            return number;
        }
        if (point > comma) {
            return number.replace(",", "");
        }
        if (point >= 0) {
            return number.replace(".", "").replace(',', '.');
        }
        return GROUPED.matcher(number).matches() ? number.replace(",", "") : number.replace(',', '.');
    }
}
