package io.rapport.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What a sales team wrote down before you came: a file of requests, each sent as one of its people. A request may name
 * the record that an earlier one made as <code>{customer-1}</code>, a day from today as <code>{day:-3}</code> and a
 * moment counted from the end of today as <code>{time:-3d5h}</code>.
 */
final class SampleStory {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACEHOLDER =
        Pattern.compile("\\{(?:day:(-?\\d+)|time:-(\\d+)d(\\d+)h|([a-z]+(?:-\\d+)+))}");
    private static final int CONFLICT = 409;

    private final Map<String, String> ids = new HashMap<>();
    private final LocalDate today;

    /** @param today the day that the story ends with, in UTC */
    SampleStory(LocalDate today) {
        this.today = today;
    }

    /**
     * Tells it. What was told in part today is completed; what was told on another day is left as it is.
     *
     * @return how many requests were accepted; 0 when the story is there already
     */
    int tell(Path file, SampleClient client) throws IOException, InterruptedException {
        int told = 0;
        for (JsonNode step : JSON.readTree(file.toFile())) {
            String key = step.path("key").asString();
            String body = filled(step.path("body").toString());
            SampleClient.Answer answer = client.post(step.path("as").asString(), filled(step.path("post").asString()),
                "application/json", body.getBytes(StandardCharsets.UTF_8),
                Map.of("Idempotency-Key", "story-" + today + "-" + key));
            if (told == 0 && answer.status() == CONFLICT) {
                return 0;
            }
            ids.put(key, answer.accepted().path("id").asString());
            told++;
        }
        return told;
    }

    /** @throws IllegalArgumentException if the text names a record that no earlier request made */
    String filled(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(this::value);
    }

    private String value(MatchResult placeholder) {
        if (placeholder.group(1) != null) {
            return today.plusDays(Long.parseLong(placeholder.group(1))).toString();
        }
        if (placeholder.group(2) != null) {
            Instant end = today.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC);
            return end.minusSeconds(Long.parseLong(placeholder.group(2)) * 86_400
                + Long.parseLong(placeholder.group(3)) * 3_600).toString();
        }
        String id = ids.get(placeholder.group(4));
        if (id == null) {
            throw new IllegalArgumentException("the story has no " + placeholder.group(4) + " yet");
        }
        return id;
    }
}
