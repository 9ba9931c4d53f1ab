package com.bookedbarber.booking.appointment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Many who ask about one thing at the same time. One of them asks for all who have come; who comes while that is under
 * way waits for the next turn, so no answer is older than its question, and everybody waits for two turns at most.
 *
 * @param <Q> a question, equal only to itself
 */
final class Crowd<Q> {

    private final Function<List<Q>, Set<Q>> asker;
    private List<Place> waiting = new ArrayList<>();
    private boolean underWay;

    /**
     * Creates a crowd.
     *
     * @param asker asks for some at once, and tells for which of them the answer is yes
     */
    Crowd(Function<List<Q>, Set<Q>> asker) {
        this.asker = asker;
    }

    /**
     * The answer to a question, as of now or a moment later. It is no for all whose turn failed, except for the one who
     * asked: that one gets the failure.
     */
    boolean ask(Q question) {
        Place place = new Place(question);
        if (begins(place) || place.mayAsk.join()) {
            askForAll();
        }
        return place.answer;
    }

    /** How many wait for the next turn. */
    synchronized int waiting() {
        return waiting.size();
    }

    private synchronized boolean begins(Place place) {
        waiting.add(place);
        boolean first = !underWay;
        underWay = true;
        return first;
    }

    private void askForAll() {
        List<Place> turn = takeAll();
        try {
            Set<Q> yes = asker.apply(turn.stream().map(place -> place.question).toList());
            turn.forEach(place -> place.answer = yes.contains(place.question));
        } finally {
            handOver();
            turn.forEach(place -> place.mayAsk.complete(false));
        }
    }

    private synchronized List<Place> takeAll() {
        List<Place> all = waiting;
        waiting = new ArrayList<>();
        return all;
    }

    private synchronized void handOver() {
        underWay = !waiting.isEmpty();
        if (underWay) {
            waiting.getFirst().mayAsk.complete(true);
        }
    }

    /** Where somebody waits: told to ask for all, or that there is an answer. */
    private final class Place {

        private final Q question;
        private final CompletableFuture<Boolean> mayAsk = new CompletableFuture<>();
        private boolean answer;

        private Place(Q question) {
            this.question = question;
        }
    }
}
