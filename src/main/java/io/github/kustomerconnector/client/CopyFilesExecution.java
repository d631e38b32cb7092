package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.CopiedFile;
import io.github.kustomerconnector.call.CopyFiles;
import io.github.kustomerconnector.call.Documents;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.FileCopy;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.NewDocument;
import io.github.kustomerconnector.http.DownloadReply;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Json;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds records, then copies their files one after the other. The content is streamed from the file store to the
 * document store, without the API key. Nothing changes in Kustomer, so the job may be retried. For one execution.
 */
final class CopyFilesExecution {

    /** The statuses of a file store that has no such file. */
    private static final Set<Integer> GONE = Set.of(404, 410);

    private final RequestSession session;
    private final CopyFiles call;
    private final Documents documents;

    CopyFilesExecution(RequestSession session, CopyFiles call, Documents documents) {
        this.session = session;
        this.call = call;
        this.documents = documents;
    }

    /** @throws KustomerException if the records or a file can't be read, or a file must not be copied */
    CallResult.WithFiles run() {
        CallResult.Query found = QueryExecution.run(session, call.query());
        List<FileCopy> files = call.files().apply(found);
        refuseTooMany(files);
        List<CopiedFile> copied = new ArrayList<>();
        for (FileCopy file : files) {
            copied.add(
                    copied.size() < FileCopy.MAX_FILES
                            ? copy(file)
                            : notCopied(
                                    file, FileSource.UNKNOWN, "is one of more than " + FileCopy.MAX_FILES + " files"));
        }
        return new CallResult.WithFiles(found, copied);
    }

    private static void refuseTooMany(List<FileCopy> files) {
        if (files.size() > FileCopy.MAX_FILES && files.getFirst().ifNotCopied() == FileCopy.IfNotCopied.FAIL) {
            throw Failure.invalid(
                    files.getFirst().field(),
                    "would copy " + files.size() + " files, at most " + FileCopy.MAX_FILES + " are allowed");
        }
    }

    private CopiedFile copy(FileCopy file) {
        FileSource source = source(file);
        Optional<String> problem = source.problem();
        if (problem.isPresent()) {
            return notCopied(file, source, problem.get());
        }
        return switch (session.download(
                address(file, source), file.field(), content -> documents.store(document(source, content)))) {
            case DownloadReply.Done<Json> done ->
                new CopiedFile(file.owner(), file.id(), source.description(), done.content(), null);
            case DownloadReply.TooLarge<Json> large ->
                notCopied(file, source, "has more than " + FileCopy.MAX_BYTES + " bytes");
            case DownloadReply.Refused<Json> refused -> refused(file, source, refused.status());
            case DownloadReply.Failed<Json> failed ->
                throw new KustomerException(new Failure.Unavailable(
                        details(file, failed.status()), described(file) + ": " + failed.problem(), null));
        };
    }

    private static CopiedFile refused(FileCopy file, FileSource source, int status) {
        if (GONE.contains(status)) {
            return notCopied(file, source, "is no longer in the file store");
        }
        throw new KustomerException(
                new Failure.Rejected(details(file, status), described(file) + ": the file store answered " + status));
    }

    private FileSource source(FileCopy file) {
        return switch (session.send(file.request(), FileSource.READING)) {
            case Verdict.Done<FileSource> done -> done.content();
            case Verdict.Absent<FileSource> absent -> FileSource.REMOVED;
            case Verdict.NotDone<FileSource> other -> throw other.exception();
        };
    }

    private static NewDocument document(FileSource source, InputStream content) {
        return new NewDocument(source.name(), source.contentType(), content);
    }

    private URI address(FileCopy file, FileSource source) {
        try {
            return FileAddress.of(source.url(), session.endpoint().base());
        } catch (FileAddress.UnusableException e) {
            throw new KustomerException(new Failure.Unreadable(
                    FailureDetails.of(file.request()),
                    file.request() + " names an address of the file " + e.getMessage()
                            + ". That links.related is the address of the file is an assumption, because Kustomer's"
                            + " documentation does not name the field"));
        }
    }

    private static CopiedFile notCopied(FileCopy file, FileSource source, String problem) {
        if (file.ifNotCopied() == FileCopy.IfNotCopied.FAIL) {
            throw Failure.invalid(file.field(), "can't copy " + named(file) + ", because it " + problem);
        }
        return new CopiedFile(file.owner(), file.id(), source.description(), null, problem);
    }

    private static String described(FileCopy file) {
        return file.field() + ": " + named(file);
    }

    private static String named(FileCopy file) {
        return "the file " + file.id() + " of " + file.owner();
    }

    private static FailureDetails details(FileCopy file, @Nullable Integer status) {
        return new FailureDetails(status, null, file.field(), null, "GET", null);
    }
}
