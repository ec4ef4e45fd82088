package io.rapport.embedded.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All collections in one file of BSON documents: for each collection a header, its documents, an empty document; at
 * the end a closing header, so that a file cut short is recognised and left aside. The offsets of the intake come
 * first, so that a snapshot can never claim more than its read models hold.
 */
public final class Snapshot {

    private static final Logger log = LoggerFactory.getLogger(Snapshot.class);

    private static final String OFFSETS = "intake_offsets";
    private static final String DATABASE = "database";
    private static final String COLLECTION = "collection";
    private static final String INDEXES = "indexes";
    private static final String COMPLETE = "$complete";

    private final Path file;

    /** @param file need not exist */
    public Snapshot(Path file) {
        this.file = file;
    }

    /** Writes beside the old snapshot and replaces it only when the new one is whole. Never throws: it is a farewell. */
    public void write(IndexedBackend backend) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (FileOutputStream target = new FileOutputStream(unfinished.toFile());
             DataOutputStream out = new DataOutputStream(new BufferedOutputStream(target, 1 << 16))) {
            List<IndexedCollection> collections = backend.databases().stream()
                .flatMap(IndexedDatabase::collections)
                .sorted(Comparator.comparing(collection -> !collection.getCollectionName().equals(OFFSETS)))
                .toList();
            for (IndexedCollection collection : collections) {
                write(collection, out);
            }
            encode(new Document(COMPLETE, true), out);
            out.flush();
            target.getFD().sync();
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException failed) {
            log.error("No snapshot was written to {}", file, failed);
        }
    }

    /** Fills an empty backend. Where there is no whole snapshot it stays empty, and the intake replays its topics. */
    public void load(IndexedBackend backend) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            requireComplete();
            try (DataInputStream in = open()) {
                for (Document header = decode(in); !header.containsKey(COMPLETE); header = decode(in)) {
                    load(header, in, backend);
                }
            }
        } catch (IOException | RuntimeException damaged) {
            log.warn("The snapshot {} is damaged and ignored: {}", file, damaged.toString());
            backend.databases().stream().map(IndexedDatabase::getDatabaseName).toList().forEach(backend::dropDatabase);
        }
    }

    private static void write(IndexedCollection collection, OutputStream out) throws IOException {
        List<Document> indexes = collection.getIndexes().stream().map(Index::toIndexDescription).toList();
        encode(new Document(DATABASE, collection.getDatabaseName())
            .append(COLLECTION, collection.getCollectionName()).append(INDEXES, indexes), out);
        for (Document document : collection.queryAll()) {
            encode(document, out);
        }
        encode(new Document(), out);
    }

    private static void load(Document header, DataInputStream in, IndexedBackend backend) throws IOException {
        IndexedDatabase database = (IndexedDatabase) backend.resolveDatabase((String) header.get(DATABASE));
        String name = (String) header.get(COLLECTION);
        MongoCollection<?> collection = database.createCollectionOrThrowIfExists(name);
        for (Object description : (List<?>) header.get(INDEXES)) {
            Document index = (Document) description;
            if (!index.get("name").equals("_id_")) {
                database.createIndex(index.append("ns", collection.getFullName()));
            }
        }
        for (Document document = decode(in); !document.isEmpty(); document = decode(in)) {
            collection.addDocument(document);
        }
    }

    private void requireComplete() throws IOException {
        try (DataInputStream in = open()) {
            Document last = decode(in);
            while (!last.containsKey(COMPLETE)) {
                last = decode(in);
            }
        }
    }

    private DataInputStream open() throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    private static void encode(Document document, OutputStream out) throws IOException {
        ByteBuf buffer = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, buffer);
        buffer.readBytes(out, buffer.readableBytes());
    }

    private static Document decode(DataInputStream in) throws IOException {
        int length = Integer.reverseBytes(in.readInt());
        if (length < Integer.BYTES + 1 || length > (64 << 20)) {
            throw new EOFException("not the length of a document: " + length);
        }
        byte[] content = new byte[length];
        in.readFully(content, Integer.BYTES, length - Integer.BYTES);
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(content).setIntLE(0, length));
    }
}
