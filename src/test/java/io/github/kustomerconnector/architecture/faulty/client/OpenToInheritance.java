package io.github.kustomerconnector.architecture.faulty.client;

/** A class that is neither final nor sealed nor abstract. */
class OpenToInheritance {}
