package io.rapport.reporting.freshness;

import io.rapport.reporting.intake.IntakeListener;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What has lately become readable in this instance, and a bell for those who wait for it. */
@Component
class RecentWrites implements IntakeListener {

    private static final int REMEMBERED = 20_000;

    /** A record that is in the index at this version since this moment of {@link System#nanoTime()}. */
    record Indexed(long version, long atNanos) {
    }

    private record Key(RecordKind kind, String id) {
    }

    private static final class Latest<V> extends LinkedHashMap<Key, V> {

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, V> eldest) {
            return size() > REMEMBERED;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Map<Key, Long> stored = new Latest<>();
    private final Map<Key, Indexed> indexed = new Latest<>();
    private long rings;

    @Override
    public void documentsStored(Collection<? extends RecordDocument> documents) {
        lock.lock();
        try {
            documents.forEach(document -> stored.put(key(document), document.version()));
            ring();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void documentsIndexed(Collection<? extends RecordDocument> documents) {
        long now = System.nanoTime();
        lock.lock();
        try {
            documents.forEach(document -> indexed.put(key(document), new Indexed(document.version(), now)));
            ring();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void storageLost() {
        lock.lock();
        try {
            stored.clear();
            indexed.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Remembers what was learned from the index itself. */
    void noteIndexed(RecordKind kind, String id, Indexed found) {
        lock.lock();
        try {
            indexed.merge(new Key(kind, id), found,
                    (known, fresh) -> known.version() >= fresh.version() ? known : fresh);
        } finally {
            lock.unlock();
        }
    }

    /** 0 when nothing is remembered. */
    long storedVersion(RecordKind kind, String id) {
        lock.lock();
        try {
            return stored.getOrDefault(new Key(kind, id), 0L);
        } finally {
            lock.unlock();
        }
    }

    /** Null when nothing is remembered. */
    Indexed indexed(RecordKind kind, String id) {
        lock.lock();
        try {
            return indexed.get(new Key(kind, id));
        } finally {
            lock.unlock();
        }
    }

    /** How often something became readable: ask before looking, so that {@link #awaitNews} misses nothing. */
    long rings() {
        lock.lock();
        try {
            return rings;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when something has become readable after {@code ringsBefore}, or when the time is over. */
    void awaitNews(long ringsBefore, long atMostNanos) throws InterruptedException {
        lock.lock();
        try {
            long left = atMostNanos;
            while (rings == ringsBefore && left > 0) {
                left = news.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void ring() {
        rings++;
        news.signalAll();
    }

    private static Key key(RecordDocument document) {
        return new Key(document.recordKind(), document.id());
    }
}
