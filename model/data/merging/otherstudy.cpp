// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "otherstudy.h"

#include <store/foreignstore.h>
#include <store/labelstore.h>
#include <store/migrations.h>
#include <store/snapshotreader.h>
#include <store/storecopy.h>
#include <store/transaction.h>

#include <QDir>

namespace Decayscope {

namespace {

/// Puts the value of a question into its place, or hands its error on.
template <typename T, typename Place>
Result<> fill(Result<T> answer, Place &place)
{
    if (!answer)
        return std::unexpected(std::move(answer.error()));
    place = std::move(*answer);
    return {};
}

/// A copy of a sound store, of the newest schema.
Result<QString> updatedCopy(Connection &connection, const QTemporaryDir &folder)
{
    if (!folder.isValid())
        return failure(ErrorKind::Unreadable,
            u"It was written by an older Decayscope, and there is no room for a copy to bring up to date: "
                % folder.errorString());
    const auto copy = folder.filePath(QStringLiteral("study"));
    return copyStore(connection, copy).and_then([&] {
        return Connection::open(copy, OpenMode::ReadWrite, {.trustsSchema = false}).transform([&](const Connection &) {
            return copy;
        });
    });
}

} // namespace

Result<OtherStudy> OtherStudy::open(const QString &path)
{
    auto connection = Connection::open(path, OpenMode::Untrusted);
    if (!connection)
        return std::unexpected(std::move(connection.error()));
    if (auto fit = checkForeignStore(*connection); !fit)
        return std::unexpected(std::move(fit.error()));
    OtherStudy study;
    study.m_path = path;
    study.m_file = path;
    const auto schema = schemaOf(*connection);
    if (!schema)
        return std::unexpected(schema.error());
    if (*schema < newestSchema()) {
        study.m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/decayscope-merge-XXXXXX");
        auto copied = updatedCopy(*connection, *study.m_folder).and_then([&](const QString &copy) {
            study.m_file = copy;
            return fill(study.connect(), *connection);
        });
        if (!copied)
            return std::unexpected(std::move(copied.error()));
    }
    auto done = readAtOnce(*connection, [&] { return study.readAll(*connection); });
    if (!done)
        return std::unexpected(std::move(done.error()));
    return study;
}

Result<Connection> OtherStudy::connect() const
{
    return Connection::open(m_file, OpenMode::Untrusted);
}

Result<> OtherStudy::readAll(Connection &connection)
{
    return fill(readStudyAge(connection), age)
        .and_then([&] { return fill(readSnapshotWithin(connection), snapshot); })
        .and_then([&] { return fill(readRunContents(connection), contents); })
        .and_then([&] {
            return readLabelEvents(connection).transform([&](StoredLabelEvents stored) {
                events = std::move(stored.events);
            });
        })
        .and_then([&] { return fill(readSamples(connection), samples); })
        .and_then([&] { return fill(readCodebooks(connection), codebooks); })
        .and_then([&] { return fill(readTaskFiles(connection), tasks); })
        .and_then([&] { return fill(readStyles(connection), styles); })
        .and_then([&] { return fill(readSavedFilters(connection), filters); });
}

} // namespace Decayscope
