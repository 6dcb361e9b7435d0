package dev.trellis.local.state;

import java.nio.file.Path;

/**
 * A file of the state folder that says nothing sensible; the message says which, and what to do.
 */
public final class DamagedStateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DamagedStateException(Path file, String where, Throwable cause) {
    super(
        """
        %s is damaged%s.
          Put a copy of it in its place; or move it away, and what it held is forgotten;
          or forget everything with -Dfresh\
        """
            .formatted(file.toAbsolutePath().normalize(), where),
        cause);
  }
}
