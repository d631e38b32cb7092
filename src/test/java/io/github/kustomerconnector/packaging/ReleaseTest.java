package io.github.kustomerconnector.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** What a public Maven repository asks of the POM, and the files of the release. */
final class ReleaseTest {

    private static final String PROFILE = "/project/profiles/profile[id='release']/build/plugins/plugin";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/project/groupId",
                "/project/artifactId",
                "/project/version",
                "/project/name",
                "/project/description",
                "/project/url",
                "/project/licenses/license/name",
                "/project/licenses/license/url",
                "/project/developers/developer/name",
                "/project/developers/developer/url",
                "/project/scm/url",
                "/project/scm/connection",
                "/project/scm/developerConnection",
                PROFILE + "[artifactId='maven-source-plugin']//goal",
                PROFILE + "[artifactId='maven-javadoc-plugin']//goal"
            })
    void the_pom_has_what_a_public_repository_asks(String element)
            throws IOException, ParserConfigurationException, SAXException, XPathExpressionException {
        assertThat(text("pom.xml", element)).isNotBlank();
    }

    @Test
    void the_release_has_the_sources_of_the_simulator_too()
            throws IOException, ParserConfigurationException, SAXException, XPathExpressionException {
        String sources = PROFILE + "[artifactId='maven-jar-plugin']//configuration[classifier='simulator-sources']";

        String folder = text("pom.xml", sources + "/classesDirectory").replace("${project.basedir}/", "");

        assertThat(Path.of(folder, "io/github/kustomerconnector/simulator/SimulatedKustomer.java"))
                .exists();
    }

    @Test
    void a_missing_element_is_noticed()
            throws IOException, ParserConfigurationException, SAXException, XPathExpressionException {
        assertThat(text("src/it/plain-runtime/pom.xml", "/project/scm/url")).isEmpty();
    }

    @Test
    void a_javadoc_warning_fails_the_release()
            throws IOException, ParserConfigurationException, SAXException, XPathExpressionException {
        assertThat(text("pom.xml", PROFILE + "[artifactId='maven-javadoc-plugin']/configuration/failOnWarnings"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"element-templates", "examples", "docs", "README.md", "CHANGELOG.md", "LICENSE"})
    void the_zip_contains_what_a_person_without_maven_needs(String file) throws IOException {
        assertThat(Path.of(file)).exists();
        assertThat(isInZip(Path.of(file))).isTrue();
    }

    @Test
    void the_zip_contains_each_file_that_its_pages_link_to() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CHANGELOG.md")));
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).forEach(pages::add);
        }
        int links = 0;
        for (Path page : pages) {
            for (Path target : linked(page, Files.readString(page))) {
                links++;
                assertThat(isInZip(target)).as("%s links to %s", page, target).isTrue();
            }
        }
        assertThat(links).isGreaterThan(100);
    }

    @Test
    void a_link_to_a_file_outside_the_zip_is_noticed() throws IOException {
        List<Path> linked = linked(Path.of("docs/a.md"), "[a](../pom.xml#x), [b](https://example.org) and [c](#d)");

        assertThat(linked).containsExactly(Path.of("pom.xml"));
        assertThat(isInZip(linked.getFirst())).isFalse();
    }

    private static List<Path> linked(Path page, String text) {
        return Pattern.compile("\\]\\((?!https?:)([^)#\\s]+)[^)]*\\)")
                .matcher(text)
                .results()
                .map(link -> page.toAbsolutePath().resolveSibling(link.group(1)).normalize())
                .map(target -> Path.of("").toAbsolutePath().relativize(target))
                .toList();
    }

    private static boolean isInZip(Path file) throws IOException {
        String includes = Files.readString(Path.of("src/release/zip.xml"));
        String name = file.toString().replace('\\', '/');
        return Pattern.compile("<include>([^<$]+?)(/\\*\\*)?</include>")
                .matcher(includes)
                .results()
                .anyMatch(include -> name.equals(include.group(1)) || name.startsWith(include.group(1) + "/"));
    }

    @Test
    void the_workflow_runs_the_checks_before_it_attaches_files() throws IOException {
        String workflow = Files.readString(Path.of(".github/workflows/release.yml"));

        assertThat(workflow).containsSubsequence("was not run", "run: .ci/run", "run: .ci/reproducible", "gh release");
        assertThat(Path.of(".ci/run")).isExecutable();
        assertThat(Path.of(".ci/reproducible")).isExecutable();
    }

    /** Otherwise the tag would get files of another version, such as a snapshot. */
    @Test
    void the_workflow_refuses_a_tag_of_another_version()
            throws IOException, InterruptedException, ParserConfigurationException, SAXException,
                    XPathExpressionException {
        String version = text("pom.xml", "/project/version");

        assertThat(statusOfTheFirstStep("v" + version)).isZero();
        assertThat(statusOfTheFirstStep("v" + version + ".1")).isNotZero();
        assertThat(statusOfTheFirstStep(version)).isNotZero();
    }

    private static int statusOfTheFirstStep(String tag) throws IOException, InterruptedException {
        String command = Files.readString(Path.of(".github/workflows/release.yml"))
                .lines()
                .filter(line -> line.strip().startsWith("run: "))
                .findFirst()
                .orElseThrow()
                .replaceFirst(" *run: ", "");
        ProcessBuilder step = new ProcessBuilder("bash", "-c", command);
        step.environment().put("GITHUB_REF_NAME", tag);
        return step.start().waitFor();
    }

    private static String text(String file, String element)
            throws IOException, ParserConfigurationException, SAXException, XPathExpressionException {
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of(file).toFile());
        return XPathFactory.newInstance().newXPath().evaluate(element, pom).strip();
    }
}
