package com.bookedbarber.gateway.limit;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Requests that Redis is asked about together, each with its own answer, and those it only has to count. Those about the
 * same keys are one question with a number, so a client that floods the gateway costs hardly more than one that does not.
 * Belongs to one event loop.
 */
final class LimitQuestions {

    private final Map<List<RateCheck>, Same> questions = new LinkedHashMap<>();
    private final RecentRooms recent;
    private int keys;

    LimitQuestions(RecentRooms recent) {
        this.recent = recent;
    }

    /** Requests about the same keys: how many were allowed ahead, and who waits for an answer. */
    private static final class Same {

        private final List<Promise<List<RateDecision>>> waiting = new ArrayList<>(4);
        private int ahead;

        int requests() {
            return ahead + waiting.size();
        }
    }

    /** Asks about a request. */
    Future<List<RateDecision>> add(List<RateCheck> checks) {
        Promise<List<RateDecision>> decided = Promise.promise();
        about(checks).waiting.add(decided);
        return decided.future();
    }

    /** Has a request counted that was allowed already. */
    void count(List<RateCheck> checks) {
        about(checks).ahead++;
    }

    private Same about(List<RateCheck> checks) {
        return questions.computeIfAbsent(checks, another -> {
            keys += another.size();
            return new Same();
        });
    }

    /** The call of the script, as it wants its arguments. */
    Request command(String digest) {
        Request command = Request.cmd(Command.EVALSHA).arg(digest).arg(keys);
        questions.keySet().forEach(checks -> checks.forEach(check -> command.arg(check.key())));
        command.arg(questions.size());
        questions.forEach((checks, same) -> command.arg(checks.size()).arg(same.requests()));
        questions
                .keySet()
                .forEach(checks -> checks.forEach(check ->
                        command.arg(check.policy().limit()).arg(check.policy().windowMillis() * 1000)));
        return command;
    }

    /**
     * Gives everybody their part of the script's answer.
     *
     * @param askedAt when it was called
     */
    void answer(Response answer, long askedAt) {
        int at = 0;
        for (Map.Entry<List<RateCheck>, Same> question : questions.entrySet()) {
            List<SharedRoom> rooms = new ArrayList<>(question.getKey().size());
            for (RateCheck check : question.getKey()) {
                rooms.add(SharedRoom.of(check.policy(), answer, at));
                at += SharedRoom.NUMBERS;
            }
            answer(question.getKey(), rooms, question.getValue(), askedAt);
        }
    }

    private void answer(List<RateCheck> checks, List<SharedRoom> rooms, Same same, long askedAt) {
        long room = rooms.stream().mapToLong(SharedRoom::requests).min().orElseThrow();
        long granted = Math.min(room, same.requests());
        for (int i = 0; i < checks.size(); i++) {
            recent.told(checks.get(i), rooms.get(i), rooms.get(i).requests() - granted, same.ahead, askedAt);
        }
        // Those that were allowed ahead came first.
        long before = same.ahead;
        for (Promise<List<RateDecision>> decided : same.waiting) {
            List<RateDecision> decisions = new ArrayList<>(rooms.size());
            for (SharedRoom shared : rooms) {
                decisions.add(shared.decide(Math.min(before, granted)));
            }
            decided.complete(decisions);
            before++;
        }
    }

    /** There was no answer. */
    void fail(String why) {
        questions.forEach((checks, same) -> {
            recent.forget(checks);
            same.waiting.forEach(decided -> decided.fail(why));
        });
    }
}
