package com.bookedbarber.gateway.limit;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

import java.util.ArrayList;
import java.util.List;

/** Requests that Redis is asked about together, each with its own answer. Belongs to one event loop. */
final class LimitQuestions {

    private record Question(List<RateCheck> checks, Promise<List<RateDecision>> decided) {}

    private final List<Question> questions = new ArrayList<>();
    private int keys;

    Future<List<RateDecision>> add(List<RateCheck> checks) {
        Question question = new Question(checks, Promise.promise());
        questions.add(question);
        keys += checks.size();
        return question.decided().future();
    }

    /** The call of the script, as it wants its arguments. */
    Request command(String digest) {
        Request command = Request.cmd(Command.EVALSHA).arg(digest).arg(keys);
        for (Question question : questions) {
            for (RateCheck check : question.checks()) {
                command.arg(check.key());
            }
        }
        command.arg(questions.size());
        for (Question question : questions) {
            command.arg(question.checks().size());
        }
        for (Question question : questions) {
            for (RateCheck check : question.checks()) {
                command.arg(check.policy().limit()).arg(check.policy().windowMillis() * 1000);
            }
        }
        return command;
    }

    /** Gives everybody their part of the script's answer. */
    void answer(Response answer) {
        int key = 0;
        for (Question question : questions) {
            List<RateDecision> decisions = new ArrayList<>(question.checks().size());
            for (RateCheck check : question.checks()) {
                decisions.add(decision(check, answer, 4 * key));
                key++;
            }
            question.decided().complete(decisions);
        }
    }

    void fail(String why) {
        questions.forEach(question -> question.decided().fail(why));
    }

    private static RateDecision decision(RateCheck check, Response answer, int at) {
        return new RateDecision(
                check.policy(),
                answer.get(at).toInteger() == 1,
                answer.get(at + 1).toLong(),
                answer.get(at + 2).toLong(),
                answer.get(at + 3).toLong());
    }
}
