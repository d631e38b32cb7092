package io.github.kustomerconnector.benchmark;

import java.net.URI;

/** The three kinds of contenders. */
enum ContenderKind {
    BARE("bare HttpClient") {
        @Override
        Contender contender(URI server, Protocol protocol) {
            return Contenders.bare(server, protocol.version());
        }
    },
    KUSTOMER("Kustomer connector") {
        @Override
        Contender contender(URI server, Protocol protocol) {
            return Contenders.kustomer(server);
        }
    },
    REST("REST connector") {
        @Override
        Contender contender(URI server, Protocol protocol) {
            return Contenders.rest(server);
        }
    };

    private final String label;

    ContenderKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Makes a contender of this kind that calls {@code server}. */
    abstract Contender contender(URI server, Protocol protocol);
}
