package com.bookedbarber.platform.job;

import com.github.kagkarlsson.scheduler.task.Task;

/** One kind of background work of a service; a bean of this type is all it takes to have it done. */
public interface JobDefinition {

    /** The task; a recurring one starts with the service, any other waits to be scheduled. */
    Task<?> task();
}
