package dev.trellis.memory;

import module java.base;

import dev.trellis.core.port.Brake;
import dev.trellis.core.port.WaitingMails;

/** The line of waiting mails in memory. */
public record InMemoryWaitingMails(InMemoryTables tables) implements WaitingMails {

  @Override
  public Brake brake() {
    synchronized (tables) {
      return tables.brake;
    }
  }

  @Override
  public boolean save(Brake brake) {
    synchronized (tables) {
      if (tables.brake.version() != brake.version()) {
        return false;
      }
      tables.brake = brake.nextVersion();
      return true;
    }
  }

  @Override
  public void add(Waiting mail) {
    synchronized (tables) {
      tables.waiting.remove(mail);
      tables.waiting.add(mail);
    }
  }

  @Override
  public List<Waiting> first(int most, Instant now) {
    synchronized (tables) {
      return tables.waiting.stream()
          .limit(most)
          .takeWhile(mail -> !mail.from().isAfter(now))
          .toList();
    }
  }

  @Override
  public void remove(List<Waiting> mails) {
    synchronized (tables) {
      mails.forEach(tables.waiting::remove);
    }
  }

  @Override
  public int count() {
    synchronized (tables) {
      return tables.waiting.size();
    }
  }
}
