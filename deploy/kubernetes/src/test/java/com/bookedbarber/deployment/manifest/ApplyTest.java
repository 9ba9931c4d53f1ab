package com.bookedbarber.deployment.manifest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.HashMap;
import java.util.Locale;

import static org.assertj.core.api.Assertions.assertThat;

/** Applies each installation to an API server, twice: the first makes everything, the second changes nothing. */
class ApplyTest {

    private final ObjectMapper json = new ObjectMapper();
    private KubernetesMockServer server;
    private KubernetesClient client;

    @BeforeEach
    void startServer() {
        server = new KubernetesMockServer(
                new Context(), new MockWebServer(), new HashMap<>(), new KubernetesCrudDispatcher(), false);
        server.init();
        client = server.createClient();
    }

    @AfterEach
    void stopServer() {
        client.close();
        server.destroy();
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeTakenByTheServerAndBeFoundThere(Overlay overlay) {
        for (int round = 0; round < 2; round++) {
            overlay.manifests().forEach(manifest -> resource(manifest).createOr(NonDeletingOperation::update));
        }

        assertThat(overlay.manifests()).allSatisfy(manifest -> {
            HasMetadata kept = resource(manifest).get();
            assertThat(kept).as(manifest.kind() + " " + manifest.name()).isNotNull();
            assertThat(kept.getMetadata().getNamespace())
                    .isEqualTo(
                            manifest.kind().equals("Namespace")
                                    ? null
                                    : "bookedbarber-" + overlay.name().toLowerCase(Locale.ROOT));
        });
    }

    private Resource<? extends HasMetadata> resource(Manifest manifest) {
        if (manifest.model() instanceof HasMetadata known) {
            return client.resource(known);
        }
        var custom = json.convertValue(manifest.source(), GenericKubernetesResource.class);
        var type = new ResourceDefinitionContext.Builder()
                .withGroup("postgresql.cnpg.io")
                .withVersion("v1")
                .withKind(manifest.kind())
                .withPlural(manifest.kind().toLowerCase(Locale.ROOT) + "s")
                .withNamespaced(true)
                .build();
        return client.genericKubernetesResources(type)
                .inNamespace(custom.getMetadata().getNamespace())
                .resource(custom);
    }
}
