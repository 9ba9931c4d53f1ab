package com.bookedbarber.deployment.network;

import com.bookedbarber.deployment.manifest.Overlay;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;

import java.util.List;
import java.util.Map;

/** Who may open a connection to whom, by the rules of {@code networking.k8s.io/v1}. Blocks of addresses hold no pods. */
record Reachability(List<NetworkPolicy> policies) {

    static Reachability in(Overlay overlay) {
        return new Reachability(overlay.all(NetworkPolicy.class));
    }

    boolean allows(Endpoint from, Endpoint to, Endpoint.Port port) {
        return leavesTo(from, to, port) && letsIn(from, to, port);
    }

    private boolean leavesTo(Endpoint from, Endpoint to, Endpoint.Port port) {
        return from.isOutside()
                || policies.stream()
                        .filter(policy -> selects(policy.getSpec().getPodSelector(), from.labels()))
                        .flatMap(policy -> policy.getSpec().getEgress().stream())
                        .anyMatch(rule -> among(rule.getTo(), to) && on(rule.getPorts(), port));
    }

    private boolean letsIn(Endpoint from, Endpoint to, Endpoint.Port port) {
        return policies.stream()
                .filter(policy -> selects(policy.getSpec().getPodSelector(), to.labels()))
                .flatMap(policy -> policy.getSpec().getIngress().stream())
                .anyMatch(rule -> among(rule.getFrom(), from) && on(rule.getPorts(), port));
    }

    private static boolean among(List<NetworkPolicyPeer> peers, Endpoint other) {
        return peers.isEmpty() || peers.stream().anyMatch(peer -> matches(peer, other));
    }

    private static boolean matches(NetworkPolicyPeer peer, Endpoint other) {
        if (peer.getIpBlock() != null) {
            return false;
        }
        boolean rightNamespace = peer.getNamespaceSelector() == null
                ? !other.isOutside()
                : selects(peer.getNamespaceSelector(), Map.of("kubernetes.io/metadata.name", other.namespace()));
        return rightNamespace && (peer.getPodSelector() == null || selects(peer.getPodSelector(), other.labels()));
    }

    private static boolean on(List<NetworkPolicyPort> ports, Endpoint.Port port) {
        return ports.isEmpty()
                || ports.stream()
                        .map(NetworkPolicyPort::getPort)
                        .anyMatch(allowed -> allowed.getStrVal() != null
                                ? allowed.getStrVal().equals(port.name())
                                : allowed.getIntVal() == port.number());
    }

    private static boolean selects(LabelSelector selector, Map<String, String> labels) {
        return labels.entrySet().containsAll(selector.getMatchLabels().entrySet())
                && selector.getMatchExpressions().stream().allMatch(expression -> switch (expression.getOperator()) {
                    case "In" -> expression.getValues().contains(labels.get(expression.getKey()));
                    default -> throw new AssertionError("an operator nobody expected: " + expression);
                });
    }
}
