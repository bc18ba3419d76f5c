// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelstore.h"

#include "durably.h"
#include "labelwriter.h"
#include "snapshotreader.h"
#include "transaction.h"

#include <labels/labelrows.h>

#include <algorithm>
#include <tuple>

namespace Decayscope {

Result<> appendLabelEvents(Connection &connection, std::vector<LabelEvent> &events)
{
    auto written = events;
    auto done = durably(connection, [&]() -> Result<> {
        LabelWriter writer(connection);
        for (auto &event : written) {
            if (auto appended = writer.append(event); !appended)
                return appended;
        }
        return {};
    });
    if (done)
        events = std::move(written);
    return done;
}

Result<int> mergeLabelEvents(Connection &connection, std::span<const LabelEvent> events)
{
    LabelWriter writer(connection);
    int added = 0;
    for (const auto &event : events) {
        const auto isNew = writer.merge(event);
        if (!isNew)
            return std::unexpected(isNew.error());
        added += *isNew ? 1 : 0;
    }
    return added;
}

Result<StoredLabelEvents> readLabelEvents(Connection &connection, qint64 afterRow)
{
    Statement select(connection, u"SELECT row, event FROM label_event WHERE row > ? ORDER BY row");
    if (auto done = select.run(afterRow); !done)
        return std::unexpected(std::move(done.error()));
    StoredLabelEvents stored{.events = {}, .lastRow = afterRow};
    while (select.next()) {
        stored.lastRow = select.number64(0);
        if (auto event = labelEventFromJson(select.text(1).toUtf8()))
            stored.events.push_back(*std::move(event));
    }
    return stored;
}

Result<> writeSample(Connection &connection, const Sample &sample)
{
    const auto frozen = sealed(sample);
    if (!sample.isHandout && (frozen.hash != sample.hash || frozen.id != sample.id))
        return failure(ErrorKind::InvalidInput,
            u"The sample \"" % sample.design.title % u"\" cannot be stored: its hash is not that of its content.");
    return Statement(connection, u"INSERT INTO label_sample (id, content) VALUES (?, ?) ON CONFLICT (id) DO NOTHING")
        .run(sample.id, QString::fromUtf8(sampleJson(sample)));
}

Result<std::vector<Sample>> readSamples(Connection &connection)
{
    Statement select(connection, u"SELECT content FROM label_sample ORDER BY row");
    if (auto done = select.run(); !done)
        return std::unexpected(std::move(done.error()));
    std::vector<Sample> samples;
    while (select.next()) {
        if (auto sample = sampleFromJson(select.text(0).toUtf8()))
            samples.push_back(*std::move(sample));
    }
    return samples;
}

namespace {

std::unexpected<Error> otherVersion(const Codebook &book)
{
    return failure(ErrorKind::InvalidInput,
        u"Version " % QString::number(book.version) % u" of the codebook \"" % book.id
            % u"\" is stored with another content. Take the newest version and make the change again.");
}

} // namespace

Result<> writeCodebook(Connection &connection, const Codebook &book)
{
    const auto content = codebookJson(book);
    if (auto readable = codebookFromJson(content); !readable)
        return std::unexpected(std::move(readable.error()));
    const auto &study = studyCodebook();
    if (book.id == study.id && book.version == study.version)
        return book == study ? Result<>() : otherVersion(book);
    Statement select(connection, u"SELECT content FROM codebook WHERE id = ? AND version = ?");
    if (auto done = select.run(book.id, book.version); !done)
        return done;
    if (select.next())
        return select.text(0).toUtf8() == content ? Result<>() : otherVersion(book);
    return Statement(connection, u"INSERT INTO codebook (id, version, content) VALUES (?, ?, ?)")
        .run(book.id, book.version, QString::fromUtf8(content));
}

Result<std::vector<Codebook>> readCodebooks(Connection &connection)
{
    Statement select(connection, u"SELECT content FROM codebook");
    if (auto done = select.run(); !done)
        return std::unexpected(std::move(done.error()));
    std::vector<Codebook> books{studyCodebook()};
    while (select.next()) {
        if (auto book = codebookFromJson(select.text(0).toUtf8()))
            books.push_back(*std::move(book));
    }
    std::ranges::sort(books,
        [](const Codebook &a, const Codebook &b) { return std::tie(a.id, a.version) < std::tie(b.id, b.version); });
    return books;
}

Result<LabelBook> readLabelBook(Connection &connection)
{
    // The snapshot is a reading of its own; a label whose run comes in between attaches with the next one.
    const auto snapshot = readSnapshot(connection);
    if (!snapshot)
        return std::unexpected(snapshot.error());
    return readAtOnce(connection, [&]() -> Result<LabelBook> {
        const auto stored = readLabelEvents(connection);
        auto samples = stored ? readSamples(connection) : std::unexpected(stored.error());
        auto codebooks = samples ? readCodebooks(connection) : std::unexpected(samples.error());
        if (!codebooks)
            return std::unexpected(std::move(codebooks.error()));
        const auto log = std::make_shared<LabelLog>();
        log->add(stored->events);
        auto rows = labelRows(*log, *samples, snapshot->runs);
        return LabelBook{.rows = std::move(rows),
            .codebooks = *std::move(codebooks),
            .samples = *std::move(samples),
            .log = log,
            .revision = 1};
    });
}

} // namespace Decayscope
