package org.interviewplanner.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** An assembly instance as a JSON file gives it. */
record InstanceFile(
        String name,
        Pool pool,
        List<PoolQuestion> questions,
        Blueprint blueprint,
        AssemblyRequest request) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static InstanceFile read(Path file) throws IOException {
        JsonNode root = JSON.readTree(Files.readAllBytes(file));
        var questions = new ArrayList<PoolQuestion>();
        for (JsonNode q : root.get("questions")) {
            questions.add(
                    new PoolQuestion(
                            q.get("id").asString(),
                            q.get("section").asString(),
                            Difficulty.ofLevel(q.get("difficulty").asInt()),
                            q.get("seconds").asInt(),
                            strings(q.path("tags")),
                            q.path("exposure").asInt(0),
                            q.path("approved").asBoolean(true)));
        }
        var demands = new ArrayList<Demand>();
        for (JsonNode d : root.path("demands")) {
            demands.add(demand(d));
        }
        for (JsonNode pair : root.path("enemies")) {
            demands.add(new Demand.Enemies(pair.get(0).asString(), pair.get(1).asString()));
        }
        var targets = new ArrayList<Target>();
        for (JsonNode t : root.path("targets")) {
            targets.add(new Target(section(t), difficulty(t), t.get("count").asInt()));
        }
        var blueprint =
                new Blueprint(
                        root.get("slots").asInt(),
                        root.get("target_seconds").asInt(),
                        demands,
                        targets);
        var request =
                AssemblyRequest.sets(root.get("sets").asInt(), root.path("seed").asLong(0))
                        .withOverlap(root.path("overlap").asInt(0));
        return new InstanceFile(
                root.path("name").asString(file.getFileName().toString()),
                new Pool(questions),
                questions,
                blueprint,
                request);
    }

    private static Demand demand(JsonNode d) {
        return switch (d.get("kind").asString()) {
            case "section", "difficulty", "cell" ->
                    new Demand.Quota(
                            section(d), difficulty(d), d.get("min").asInt(), d.get("max").asInt());
            case "tag" ->
                    new Demand.TagQuota(
                            d.get("tag").asString(), d.get("min").asInt(), d.get("max").asInt());
            case "seconds" -> new Demand.Time(d.get("min").asInt(), d.get("max").asInt());
            case "include" -> new Demand.Include(strings(d.get("questions")));
            case "exclude" -> new Demand.Exclude(strings(d.get("questions")));
            case "approved" -> new Demand.ApprovedOnly();
            default ->
                    throw new IllegalArgumentException(
                            "The kind of demand (%s) is unknown.".formatted(d));
        };
    }

    private static String section(JsonNode node) {
        return node.has("section") ? node.get("section").asString() : null;
    }

    private static Difficulty difficulty(JsonNode node) {
        return node.has("difficulty") ? Difficulty.ofLevel(node.get("difficulty").asInt()) : null;
    }

    private static Set<String> strings(JsonNode array) {
        var strings = new HashSet<String>();
        array.forEach(node -> strings.add(node.asString()));
        return strings;
    }
}
