package com.bookedbarber.gateway.edge;

import com.bookedbarber.gateway.exchange.OwnEndpoint;
import com.bookedbarber.gateway.exchange.Refusals;
import com.bookedbarber.gateway.header.AnswerHeaders;
import com.bookedbarber.gateway.header.Cors;
import com.bookedbarber.gateway.log.AccessLog;
import com.bookedbarber.gateway.metrics.RequestMeters;
import com.bookedbarber.gateway.request.RequestCheck;
import com.bookedbarber.gateway.route.RouteTable;

import java.util.Map;

/** What the edges of all event loops share; all of it is safe to share. */
record SharedParts(
        RequestCheck check,
        RouteTable routes,
        Map<String, OwnEndpoint> own,
        AnswerHeaders answerHeaders,
        Cors cors,
        Refusals refusals,
        AccessLog log,
        RequestMeters meters) {}
