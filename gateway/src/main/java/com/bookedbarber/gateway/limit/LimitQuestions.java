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
 * Requests that Redis is asked about together, each with its own answer. Those about the same keys are one question with
 * a number, so a client that floods the gateway costs hardly more than one that does not. Belongs to one event loop.
 */
final class LimitQuestions {

    private final Map<List<RateCheck>, List<Promise<List<RateDecision>>>> askers = new LinkedHashMap<>();
    private int keys;

    Future<List<RateDecision>> add(List<RateCheck> checks) {
        Promise<List<RateDecision>> decided = Promise.promise();
        askers.computeIfAbsent(checks, this::another).add(decided);
        return decided.future();
    }

    private List<Promise<List<RateDecision>>> another(List<RateCheck> checks) {
        keys += checks.size();
        return new ArrayList<>(4);
    }

    /** The call of the script, as it wants its arguments. */
    Request command(String digest) {
        Request command = Request.cmd(Command.EVALSHA).arg(digest).arg(keys);
        askers.keySet().forEach(checks -> checks.forEach(check -> command.arg(check.key())));
        command.arg(askers.size());
        askers.forEach((checks, same) -> command.arg(checks.size()).arg(same.size()));
        askers.keySet()
                .forEach(checks -> checks.forEach(check ->
                        command.arg(check.policy().limit()).arg(check.policy().windowMillis() * 1000)));
        return command;
    }

    /** Gives everybody their part of the script's answer. */
    void answer(Response answer) {
        int at = 0;
        for (Map.Entry<List<RateCheck>, List<Promise<List<RateDecision>>>> question : askers.entrySet()) {
            List<SharedRoom> rooms = new ArrayList<>(question.getKey().size());
            for (RateCheck check : question.getKey()) {
                rooms.add(SharedRoom.of(check.policy(), answer, at));
                at += SharedRoom.NUMBERS;
            }
            answer(rooms, question.getValue());
        }
    }

    private static void answer(List<SharedRoom> rooms, List<Promise<List<RateDecision>>> same) {
        long granted = rooms.stream().mapToLong(SharedRoom::requests).min().orElseThrow();
        for (int i = 0; i < same.size(); i++) {
            List<RateDecision> decisions = new ArrayList<>(rooms.size());
            for (SharedRoom room : rooms) {
                decisions.add(room.decide(Math.min(i, granted)));
            }
            same.get(i).complete(decisions);
        }
    }

    void fail(String why) {
        askers.values().forEach(same -> same.forEach(decided -> decided.fail(why)));
    }
}
