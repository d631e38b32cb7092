package io.github.kustomerconnector.benchmark;

import java.net.URI;

/** Who is compared. */
enum Party {
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

    private final String words;

    Party(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    abstract Contender contender(URI server, Protocol protocol);
}
