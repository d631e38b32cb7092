package io.github.kustomerconnector.architecture.faulty.client;

/** Neither final nor made to be extended. */
class OpenToInheritance {}
