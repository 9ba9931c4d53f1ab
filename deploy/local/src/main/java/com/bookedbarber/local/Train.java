package com.bookedbarber.local;

import com.bookedbarber.local.console.Console;
import com.bookedbarber.local.stack.Addresses;
import com.bookedbarber.local.stack.Folders;
import com.bookedbarber.local.stack.Stack;
import com.bookedbarber.local.stack.StackException;
import com.bookedbarber.platform.stores.Durability;

/** {@code train}: records how the services start and leaves nothing behind but the caches. Images are made with it. */
final class Train {

    private Train() {}

    static void run(Folders folders, Console console) {
        try (var stack = new Stack(Addresses.local(), folders, Durability.THROW_AWAY, "demo", console)) {
            stack.requireFreePorts(true);
            stack.startStores();
            if (!stack.train()) {
                throw new StackException("The recording is incomplete; an image is not made of half of one.");
            }
        }
    }
}
