# Camunda's connectors image with the Kustomer connector. Build the jar first: mvn -DskipTests package
# This file follows the documentation of the image and was not run.
#
#   docker build -t connectors-kustomer .                                                              (runtime 8.8)
#   docker build -t connectors-kustomer --build-arg VERSION=8.9.0 --build-arg FOLDER=/opt/custom .     (runtime 8.9)
ARG VERSION=8.8.7
FROM camunda/connectors-bundle:${VERSION}
# Up to 8.8 the image loads connectors from /opt/app, from 8.9 on from /opt/custom.
ARG FOLDER=/opt/app
ENV LOADER_PATH=${FOLDER}
COPY target/camunda-8-connector-kustomer-0.1.0-SNAPSHOT.jar ${FOLDER}/kustomer.jar
