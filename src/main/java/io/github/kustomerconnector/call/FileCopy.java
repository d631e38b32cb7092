package io.github.kustomerconnector.call;

/**
 * A file in Kustomer that is copied into the document store of the process.
 *
 * @param field the field that asks for it, such as {@code message.attachments}
 * @param owner the id of the record that has the file
 * @param id the id of the file
 * @param request reads the description of the file, with the address of its content
 * @param ifNotCopied what happens to a file that must not be copied
 */
public record FileCopy(String field, String owner, String id, Request request, IfNotCopied ifNotCopied) {

    /** The largest file that is copied, in bytes. */
    public static final long MAX_BYTES = Upload.MAX_BYTES;

    /** The maximum number of files that one task copies. */
    public static final int MAX_FILES = 20;

    /** What happens to a file that is too large, one too many, or removed. */
    public enum IfNotCopied {
        /** The call fails. */
        FAIL,
        /** The result names the file and the reason. */
        LEAVE_OUT
    }
}
